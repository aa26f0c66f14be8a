"""What each criterion of ``films(...)`` and ``.where(...)`` means.

Every criterion is a function from the films and the value asked for to the films that
meet it. Narrowing one criterion after the other, each in one plain loop, is as quick
as the loop that a user would have written by hand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict, TypeGuard, TypeVar

from kcinema import spelling
from kcinema.errors import InvalidQueryError
from kcinema.vocabulary import (
    AdmissionsScope,
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
    from collections.abc import Callable, Collection as AbstractCollection, Iterable

    from kcinema._collection import Collection
    from kcinema._director import Director
    from kcinema._film import Film
    from kcinema.vocabulary import Term

__all__ = ["Criteria", "narrow", "terms"]

T = TypeVar("T")
TermT = TypeVar("TermT", bound="Term")

Number: TypeAlias = "int | range | tuple[int | None, int | None]"
OneOrMore: TypeAlias = "T | AbstractCollection[T]"


class Criteria(TypedDict, total=False):
    """The criteria by which films are chosen; those given must all be met.

    A criterion over words takes one or several, and is met by any of them. A number
    takes a value, a :class:`range`, or an inclusive ``(low, high)`` pair with None for
    an open end. Names match in any spelling, in Latin script or Hangul.
    """

    genre: OneOrMore[Genre | str]
    theme: OneOrMore[Theme | str]
    director: OneOrMore[Director | str]
    cast: OneOrMore[str]
    year: Number
    decade: Number | str
    era: OneOrMore[Era | str]
    country: OneOrMore[str]
    language: OneOrMore[str]
    rating: OneOrMore[Rating | str]
    runtime: Number
    admissions: Number
    award: OneOrMore[AwardBody | str]
    honour: OneOrMore[HonourList | str]
    collection: OneOrMore[Collection | str]
    based_on: OneOrMore[BasisKind | str]
    ids: OneOrMore[str]


def narrow(films: Iterable[Film], criteria: dict[str, Any]) -> list[Film]:
    """Keep the films that meet every criterion, in the order they came in.

    Args:
        films: The films to choose from.
        criteria: Values by the name of their criterion, as in :class:`Criteria`.

    Raises:
        TypeError: There is no criterion of that name.
        InvalidQueryError: A value is not one that its criterion can have.
    """
    for name in criteria:
        if name not in _CRITERIA:
            hint = spelling.nearest_hint(name, _CRITERIA)
            msg = f"{name!r} is not a criterion for films. {hint}"
            raise TypeError(msg)
    kept = list(films)
    # A collection is looked up in the films' own catalogue, so while there are films.
    for name in sorted(criteria, key=lambda name: name != "collection"):
        kept = _CRITERIA[name](name, kept, criteria[name])
    return kept


# Reading what was asked for -----------------------------------------------------------


def _several(name: str, value: object) -> list[Any]:
    """Read one value or a collection of them as a list."""
    if isinstance(value, (list, tuple, set, frozenset)):
        if not value:
            msg = f"{name}: an empty collection can match nothing; leave {name} out"
            raise InvalidQueryError(msg)
        return list(value)
    return [value]


def _text(name: str, value: object, kind: str) -> str:
    if isinstance(value, str) and value.strip():
        return value
    msg = f"{name}: expected {kind}, not {value!r}"
    raise InvalidQueryError(msg)


def terms(
    name: str, value: object, vocabulary: type[TermT], kind: str
) -> frozenset[TermT]:
    """Read one word or several of a closed vocabulary.

    Args:
        name: The criterion, for the message.
        value: A word or several.
        vocabulary: The words there are.
        kind: What such a word is called, with its article, for the message.

    Raises:
        InvalidQueryError: A word is not in the vocabulary.
    """
    found = []
    for item in _several(name, value):
        text = _text(name, item, kind)
        term = vocabulary.named(text)
        if term is None:
            hint = spelling.nearest_hint(text, [term.value for term in vocabulary])
            msg = f"{name}: {text!r} is not {kind}. {hint}"
            raise InvalidQueryError(msg)
        found.append(term)
    return frozenset(found)


def _whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _number(name: str, value: object) -> range:
    """Read a number, a range or an inclusive pair as a range."""
    if isinstance(value, range):
        return value
    if _whole(value):
        return range(value, value + 1)
    if isinstance(value, tuple) and len(value) == 2:  # noqa: PLR2004  # a pair
        low, high = value
        if all(end is None or _whole(end) for end in value):
            low = 0 if low is None else low
            high = _NO_LIMIT if high is None else high
            if low <= high:
                return range(low, high + 1)
            msg = f"{name}: the low end of {value!r} lies above the high end"
            raise InvalidQueryError(msg)
    msg = (
        f"{name}: expected a whole number, a range or a (low, high) pair with None "
        f"for an open end, not {value!r}"
    )
    raise InvalidQueryError(msg)


_NO_LIMIT = 10**12


# The criteria -------------------------------------------------------------------------


def _genre(name: str, films: list[Film], value: object) -> list[Film]:
    wanted = terms(name, value, Genre, "a genre")
    return [film for film in films if not wanted.isdisjoint(film.genres)]


def _theme(name: str, films: list[Film], value: object) -> list[Film]:
    wanted = terms(name, value, Theme, "a theme")
    return [film for film in films if not wanted.isdisjoint(film.themes)]


def _era(name: str, films: list[Film], value: object) -> list[Film]:
    wanted = terms(name, value, Era, "an era")
    return [film for film in films if film.era in wanted]


def _rating(name: str, films: list[Film], value: object) -> list[Film]:
    wanted = terms(name, value, Rating, "a rating")
    return [film for film in films if film.rating in wanted]


def _award(name: str, films: list[Film], value: object) -> list[Film]:
    wanted = terms(name, value, AwardBody, "an award body")
    return [
        film
        for film in films
        if any(
            award.body in wanted and award.result is AwardResult.WON
            for award in film.awards
        )
    ]


def _honour(name: str, films: list[Film], value: object) -> list[Film]:
    wanted = terms(name, value, HonourList, "an honour list")
    return [
        film for film in films if any(honour.list in wanted for honour in film.honours)
    ]


def _based_on(name: str, films: list[Film], value: object) -> list[Film]:
    wanted = terms(name, value, BasisKind, "a kind of source work")
    return [
        film for film in films if any(basis.kind in wanted for basis in film.based_on)
    ]


def _ids(name: str, films: list[Film], value: object) -> list[Film]:
    known = ("imdb", "tmdb", "kmdb", "kobis", "wikidata")
    wanted = [_text(name, item, "the name of an id") for item in _several(name, value)]
    for kind in wanted:
        if kind not in known:
            hint = spelling.nearest_hint(kind, known)
            msg = f"{name}: {kind!r} is not a kind of external id. {hint}"
            raise InvalidQueryError(msg)
    return [
        film
        for film in films
        if any(getattr(film.ids, kind) is not None for kind in wanted)
    ]


def _year(name: str, films: list[Film], value: object) -> list[Film]:
    wanted = _number(name, value)
    return [film for film in films if film.year in wanted]


def _runtime(name: str, films: list[Film], value: object) -> list[Film]:
    wanted = _number(name, value)
    # Asked for None, a range would look at each of its numbers.
    return [
        film for film in films if film.runtime is not None and film.runtime in wanted
    ]


def _admissions(name: str, films: list[Film], value: object) -> list[Film]:
    # Counts for Seoul alone never compare with national ones, so they never match.
    wanted = _number(name, value)
    return [
        film
        for film in films
        if film.admissions is not None
        and film.admissions.scope is AdmissionsScope.NATIONAL
        and film.admissions.count in wanted
    ]


_DECADE = re.compile(r"(\d{3}0)s", re.ASCII)


def _decade(name: str, films: list[Film], value: object) -> list[Film]:
    if isinstance(value, str):
        match = _DECADE.fullmatch(value.strip())
        if match is None:
            msg = f"{name}: expected a decade such as 1990 or '1990s', not {value!r}"
            raise InvalidQueryError(msg)
        value = int(match[1])
    if _whole(value) and value % 10:
        msg = f"{name}: a decade is a multiple of ten such as 1990, not {value!r}"
        raise InvalidQueryError(msg)
    wanted = _number(name, value)
    return [film for film in films if film.decade in wanted]


def _code(name: str, value: object, kind: str, example: str) -> frozenset[str]:
    codes = [_text(name, item, kind) for item in _several(name, value)]
    for code in codes:
        if not re.fullmatch("[A-Za-z]{2}", code):
            msg = f"{name}: expected {kind} such as {example!r}, not {code!r}"
            raise InvalidQueryError(msg)
    return frozenset(code.casefold() for code in codes)


def _country(name: str, films: list[Film], value: object) -> list[Film]:
    wanted = _code(name, value, "a two-letter country code of ISO 3166", "KR")
    return [
        film
        for film in films
        if any(country.casefold() in wanted for country in film.countries)
    ]


def _language(name: str, films: list[Film], value: object) -> list[Film]:
    wanted = _code(name, value, "a two-letter language code of ISO 639", "ko")
    return [
        film
        for film in films
        if any(language.casefold() in wanted for language in film.languages)
    ]


def _cast(name: str, films: list[Film], value: object) -> list[Film]:
    asked = [_text(name, item, "an actor's name") for item in _several(name, value)]
    named = [
        [(film, (credit.name, credit.name_ko)) for credit in film.cast]
        for film in films
    ]
    return _by_name(asked, [pair for pairs in named for pair in pairs])


def _director(name: str, films: list[Film], value: object) -> list[Film]:
    asked = [
        getattr(item, "id", None) or _text(name, item, "a director's name or id")
        for item in _several(name, value)
    ]
    return _by_name(
        asked,
        [(film, one.names) for film in films for one in film.directors],
    )


def _by_name(
    asked: list[str], named: list[tuple[Film, tuple[str | None, ...]]]
) -> list[Film]:
    """Keep the films with a name that was asked for, as it is spelled or else sounds.

    What a spelling sounds like counts only where nobody is spelled like that: in Latin
    script 박찬옥 and 박찬욱 sound alike, and are two people.
    """
    for folded in (spelling.name_keys, spelling.name_sounds):
        wanted = folded(asked)
        known: dict[tuple[str | None, ...], bool] = {}
        kept: dict[Film, None] = {}
        for film, names in named:
            if names not in known:
                known[names] = not wanted.isdisjoint(folded(names))
            if known[names]:
                kept[film] = None
        if kept:
            return list(kept)
    return []


def _collection(name: str, films: list[Film], value: object) -> list[Film]:
    wanted = [
        getattr(item, "id", None) or _text(name, item, "a collection or its id")
        for item in _several(name, value)
    ]
    if not films:
        return films
    catalogue = films[0].catalogue
    members = {film.id for id_ in wanted for film in catalogue.collection(id_)}
    return [film for film in films if film.id in members]


_CRITERIA: dict[str, Callable[[str, list[Film], object], list[Film]]] = {
    "genre": _genre,
    "theme": _theme,
    "director": _director,
    "cast": _cast,
    "year": _year,
    "decade": _decade,
    "era": _era,
    "country": _country,
    "language": _language,
    "rating": _rating,
    "runtime": _runtime,
    "admissions": _admissions,
    "award": _award,
    "honour": _honour,
    "collection": _collection,
    "based_on": _based_on,
    "ids": _ids,
}
