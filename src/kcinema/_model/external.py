"""Other catalogues in which films and directors have ids, in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypedDict

from attr import fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcinema._model.parts import DirectorIds, FilmIds

__all__ = ["EXTERNAL", "External", "ExternalIds", "known", "links", "the_one"]


class External(NamedTuple):
    """Another catalogue, and the addresses of its pages.

    Attributes:
        label: Its name for display.
        film: The address of a film's page, with ``{}`` in place of the id.
        person: Likewise for a person's page; None if it has none.
        type: The type of its ids.
    """

    label: str
    film: str
    person: str | None
    type: type[str | int] = str


class ExternalIds(TypedDict, total=False):
    """An id of a film in another catalogue, as ``film(...)`` takes it."""

    imdb: str | None
    tmdb: int | None
    kmdb: str | None
    kobis: str | None
    wikidata: str | None


EXTERNAL = {
    "imdb": External(
        "IMDb", "https://www.imdb.com/title/{}/", "https://www.imdb.com/name/{}/"
    ),
    "tmdb": External(
        "TMDB",
        "https://www.themoviedb.org/movie/{}",
        "https://www.themoviedb.org/person/{}",
        int,
    ),
    "kmdb": External(
        "KMDb",
        "https://www.kmdb.or.kr/db/kor/detail/movie/{}",
        "https://www.kmdb.or.kr/db/per/{}",
    ),
    "kobis": External(
        "KOBIS",
        "https://www.kobis.or.kr/kobis/mobile/mast/mvie/searchMovieDtl.do?movieCd={}",
        None,
    ),
    "wikidata": External(
        "Wikidata",
        "https://www.wikidata.org/wiki/{}",
        "https://www.wikidata.org/wiki/{}",
    ),
}
"""The catalogues by the name of the id, in the order in which ids are shown."""


def known(ids: FilmIds | DirectorIds) -> dict[str, str | int]:
    """Return the ids that are known, by the name of their catalogue."""
    found = {
        attribute.name: getattr(ids, attribute.name) for attribute in fields(type(ids))
    }
    return {name: value for name, value in found.items() if value is not None}


def links(ids: FilmIds | DirectorIds, kind: str) -> dict[str, str]:
    """Return the pages of the known ids, by the name of their catalogue.

    Args:
        ids: The ids of a film or of a director.
        kind: ``"film"`` or ``"person"``.
    """
    patterns = {name: getattr(EXTERNAL[name], kind) for name in known(ids)}
    return {
        name: patterns[name].format(value)
        for name, value in known(ids).items()
        if patterns[name]
    }


def the_one(asked: Mapping[str, object]) -> tuple[str, str | int]:
    """Return the name and value of the one external id that :func:`film` was given.

    Raises:
        InvalidQueryError: There is none, more than one, an id as well, or the value
            is of the wrong type.
        TypeError: There is no external id of that name.
    """
    from kcinema.errors import InvalidQueryError
    from kcinema.spelling import nearest_hint

    names = [*EXTERNAL]
    for name in asked:
        if name not in ("id", *names):
            hint = nearest_hint(name, names)
            msg = f"film: {name!r} is not the name of an external id. {hint}"
            raise TypeError(msg)
    given = {name: value for name, value in asked.items() if value is not None}
    if len(given) != 1 or "id" in given:
        msg = (
            f"film: expected exactly one of an id, {'=, '.join(names[:-1])}= and "
            f"{names[-1]}=, not {', '.join(given) or 'none'}"
        )
        raise InvalidQueryError(msg)
    ((name, value),) = given.items()
    expected = EXTERNAL[name].type
    if type(value) is not expected:
        msg = f"film: expected {name} as {expected.__name__}, not {value!r}"
        raise InvalidQueryError(msg)
    return name, value
