"""The criteria of ``films(...)`` and ``.where(...)``, in one table.

Each entry says what the criterion is about, what it takes and how films are matched.
The command-line options and the table in the documentation are generated from it.
"""

from __future__ import annotations

from collections.abc import Collection as AbstractCollection, Set as AbstractSet
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypedDict, TypeVar

import kcinema
from kcinema import spelling
from kcinema._model import wanted
from kcinema._model.matching import (
    Combined,
    Listed,
    Matcher,
    Named,
    One,
    Prizes,
    Several,
    Titled,
)
from kcinema.vocabulary import (
    AwardBody,
    AwardResult,
    BasisKind,
    Era,
    Genre,
    HonourList,
    Rating,
    Theme,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcinema._model.film import Film
    from kcinema._model.filmindex import FilmIndex

__all__ = ["CRITERIA", "Criteria", "Criterion", "PrizeCriteria", "narrow"]

T = TypeVar("T")

Number: TypeAlias = (
    int | range | tuple[int | None, int | None] | list[int] | AbstractSet[int]
)
OneOrMore: TypeAlias = T | AbstractCollection[T]


class PrizeCriteria(TypedDict, total=False):
    """What one prize of a film must be, for the criterion ``award``."""

    body: OneOrMore[AwardBody | str] | None
    category: str | None
    year: Number | None
    result: OneOrMore[AwardResult | str] | None


class Criteria(TypedDict, total=False):
    """The criteria by which films are chosen; a film must meet all that are given.

    A criterion over words takes one or several, any of which may match. A number takes
    a value, a :class:`range`, an inclusive ``(low, high)`` pair with None for an open
    end, or a list or set of values. Names match in any spelling, in Latin script or
    Hangul. None is no criterion, so that optional parameters can be passed on.
    """

    title: OneOrMore[str] | None
    genre: OneOrMore[Genre | str] | None
    theme: OneOrMore[Theme | str] | None
    director: OneOrMore[kcinema.Director | str] | None
    cast: OneOrMore[str] | None
    year: Number | None
    decade: Number | str | None
    era: OneOrMore[Era | str] | None
    country: OneOrMore[str] | None
    language: OneOrMore[str] | None
    rating: OneOrMore[Rating | str] | None
    runtime: Number | None
    admissions: Number | None
    award: OneOrMore[AwardBody | str | PrizeCriteria] | PrizeCriteria | None
    honour: OneOrMore[HonourList | str] | None
    collection: OneOrMore[kcinema.Collection | str] | None
    based_on: OneOrMore[BasisKind | str] | None
    ids: OneOrMore[str] | None


def narrow(
    films: Sequence[kcinema.Film],
    criteria: dict[str, Any],
    index: FilmIndex | None = None,
) -> list[kcinema.Film]:
    """Return the films that meet every criterion, in their original order.

    Args:
        films: The films to choose from.
        criteria: Values by the name of their criterion, as in :class:`Criteria`.
        index: An index of exactly these films, if there is one.

    Raises:
        TypeError: There is no criterion of that name.
        InvalidQueryError: A value is invalid for its criterion.
    """
    for name in criteria:
        if name not in CRITERIA:
            hint = spelling.nearest_hint(_MEANT.get(name, name), CRITERIA)
            msg = f"{name!r} is not a criterion for films. {hint}"
            raise TypeError(msg)
    criteria = {name: value for name, value in criteria.items() if value is not None}
    kept = films
    everything = index or _index_of(films)
    # Collections first: they are looked up in the films' catalogue, which is unknown
    # once no films are left.
    for name in sorted(criteria, key="collection".__ne__):
        criterion = CRITERIA[name].matcher
        asked = criterion.read(name, criteria[name])
        # After the first criterion so few films are left that a loop is faster.
        if index and kept is films:
            kept = criterion.find(index, name, asked)
        else:
            kept = criterion.loop(kept, asked, name, everything)
    return list(kept)


def _index_of(films: Sequence[Film]) -> FilmIndex:
    """Return the index of the films' catalogue, or else one of these films only."""
    if films and films[0].is_in_catalogue:
        return films[0].catalogue._lookups.film_index
    from kcinema._model.filmindex import FilmIndex

    return FilmIndex(films)


# Values of a film ---------------------------------------------------------------------


def _national(film: Film) -> int | None:
    return film.admissions.national if film.admissions else None


def _names_of_cast(film: Film) -> list[tuple[str | None, ...]]:
    return [(credit.name, credit.name_ko) for credit in film.cast]


def _names_of_directors(film: Film) -> list[tuple[str | None, ...]]:
    # The first name is the one shown in messages, so not the id.
    return [(director.name, *director.names) for director in film.directors]


def _honours(film: Film) -> list[HonourList]:
    return [honour.list for honour in film.honours]


def _bases(film: Film) -> list[BasisKind]:
    return [basis.kind for basis in film.based_on]


def _known_ids(film: Film) -> dict[str, str | int]:
    return film.ids.known()


class Criterion(NamedTuple):
    """A criterion by which films are chosen.

    Attributes:
        matcher: Reads its value, and finds the films that meet it.
        about: A phrase that describes it.
        takes: ``"words"``, ``"names"`` or ``"numbers"``.
        example: A value that it takes, as Python source.
    """

    matcher: Matcher
    about: str
    takes: str
    example: str


CRITERIA = {
    "title": Criterion(
        Titled(wanted.titles),
        "a title in any spelling",
        "names",
        '"기생충"',
    ),
    "genre": Criterion(
        Combined(wanted.genres, attrgetter("genres")),
        "a genre, or two in one",
        "words",
        '"thriller"',
    ),
    "theme": Criterion(
        Several(wanted.word(Theme, "a theme"), attrgetter("themes")),
        "a theme",
        "words",
        '"revenge"',
    ),
    "director": Criterion(
        Named(wanted.directors, _names_of_directors, attrgetter("director_ids")),
        "a director's name or id",
        "names",
        '"Bong Joon-ho"',
    ),
    "cast": Criterion(
        Named(wanted.actors, _names_of_cast),
        "an actor's name",
        "names",
        '"송강호"',
    ),
    "year": Criterion(
        One(wanted.number, attrgetter("year")),
        "year of the first screening",
        "numbers",
        "(1998, 2008)",
    ),
    "decade": Criterion(
        One(wanted.decade, attrgetter("decade")),
        "decade of the first screening",
        "numbers",
        "1960",
    ),
    "era": Criterion(
        One(wanted.word(Era, "an era"), attrgetter("era")),
        "an era",
        "words",
        '"golden-age"',
    ),
    "country": Criterion(
        Several(
            wanted.code("a two-letter country code of ISO 3166", "KR"),
            attrgetter("countries"),
        ),
        "a country code of ISO 3166",
        "words",
        '"JP"',
    ),
    "language": Criterion(
        Several(
            wanted.code("a two-letter language code of ISO 639", "ko"),
            attrgetter("languages"),
        ),
        "a language code of ISO 639",
        "words",
        '"en"',
    ),
    "rating": Criterion(
        One(wanted.word(Rating, "a rating"), attrgetter("rating")),
        "an age rating",
        "words",
        '"ALL"',
    ),
    "runtime": Criterion(
        One(wanted.number, attrgetter("runtime")),
        "minutes",
        "numbers",
        "(None, 90)",
    ),
    "admissions": Criterion(
        One(wanted.number, _national),
        "national admissions",
        "numbers",
        "(10_000_000, None)",
    ),
    "award": Criterion(
        Prizes(),
        "who gave the film a prize, or more about it",
        "words",
        '"cannes"',
    ),
    "honour": Criterion(
        Several(wanted.word(HonourList, "an honour list"), _honours),
        "a named list that the film is in",
        "words",
        '"kofa-100-2024"',
    ),
    "collection": Criterion(Listed(), "a collection's id", "names", '"cult-classics"'),
    "based_on": Criterion(
        Several(wanted.word(BasisKind, "a kind of source work"), _bases),
        "a kind of source work",
        "words",
        '"novel"',
    ),
    "ids": Criterion(
        Several(wanted.kinds_of_ids, _known_ids),
        "a kind of external id that is known",
        "words",
        '"imdb"',
    ),
}
"""The criteria, by the name that ``films(...)`` and ``.where(...)`` take."""

# What people write for criteria that are called otherwise.
_MEANT = {
    "actor": "cast",
    "actors": "cast",
    "actress": "cast",
    "starring": "cast",
    "star": "cast",
    "name": "title",
    "titles": "title",
    "lang": "language",
    "nation": "country",
    "directed_by": "director",
    "filmmaker": "director",
    "duration": "runtime",
    "minutes": "runtime",
    "length": "runtime",
    "tickets": "admissions",
    "box_office": "admissions",
    "subject": "theme",
    "topic": "theme",
    "tag": "theme",
    "keyword": "theme",
    "period": "era",
    "prize": "award",
    "festival": "award",
    "list": "honour",
    "source": "based_on",
    "adapted_from": "based_on",
}
