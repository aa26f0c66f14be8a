"""Other catalogues in which films and directors have ids, in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypedDict

from attr import fields

if TYPE_CHECKING:
    from kcinema._model.parts import DirectorIds, FilmIds

__all__ = ["EXTERNAL", "External", "ExternalIds", "known", "links"]


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
