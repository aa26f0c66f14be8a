"""What each criterion of ``films(...)`` and ``.where(...)`` means.

Every criterion reads what is asked for, and knows which films meet it: by a plain loop,
as quick as one that a user would have written by hand, or by an index, where the same
films are asked again and again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import chain
from operator import attrgetter
from typing import (
    TYPE_CHECKING,
    Any,
    Protocol,
    TypeAlias,
    TypedDict,
    TypeGuard,
    TypeVar,
)

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
    from collections.abc import (
        Callable,
        Collection as AbstractCollection,
        Hashable,
        Iterable,
        Sequence,
    )

    from kcinema._collection import Collection
    from kcinema._director import Director
    from kcinema._film import Film
    from kcinema.vocabulary import Term

__all__ = ["Criteria", "FilmIndex", "narrow", "terms"]

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


def narrow(
    films: Sequence[Film], criteria: dict[str, Any], index: FilmIndex | None = None
) -> list[Film]:
    """Keep the films that meet every criterion, in the order they came in.

    Args:
        films: The films to choose from.
        criteria: Values by the name of their criterion, as in :class:`Criteria`.
        index: An index of these very films, where there is one.

    Raises:
        TypeError: There is no criterion of that name.
        InvalidQueryError: A value is not one that its criterion can have.
    """
    for name in criteria:
        if name not in _CRITERIA:
            hint = spelling.nearest_hint(name, _CRITERIA)
            msg = f"{name!r} is not a criterion for films. {hint}"
            raise TypeError(msg)
    kept = films
    # A collection is looked up in the films' own catalogue, so while there are films.
    for name in sorted(criteria, key="collection".__ne__):
        criterion = _CRITERIA[name]
        wanted = criterion.read(name, criteria[name])
        # After the first criterion so few films are left that a loop is quicker.
        if index and kept is films:
            kept = criterion.find(index, name, wanted)
        else:
            kept = criterion.loop(kept, wanted)
    return list(kept)


class FilmIndex:
    """Which of some films have a value, by the name of a criterion.

    Each table is built when the first question needs it, in one pass over the films.
    """

    def __init__(self, films: Sequence[Film]) -> None:  # said by the class
        self._films = films
        self._tables: dict[str, dict[Hashable, list[int]]] = {}
        self._numbers: dict[str, list[int]] = {}

    @property
    def films(self) -> Sequence[Film]:
        """The films that are indexed."""
        return self._films

    def table(
        self, name: str, values: Callable[[Film], Iterable[Hashable]]
    ) -> dict[Hashable, list[int]]:
        """Give the places of the films with each value, in order.

        Args:
            name: What the values are, to find the table again.
            values: Gives the values of a film.
        """
        table = self._tables.get(name)
        if table is None:
            table = {}
            for place, film in enumerate(self._films):
                for value in set(values(film)):
                    table.setdefault(value, []).append(place)
            # Two threads may both build it; they build the same.
            self._tables[name] = table
        return table

    def between(self, name: str, start: int, stop: int) -> list[Hashable]:
        """Give the numbers of a table from a first one up to, not with, a last one."""
        numbers = self._numbers.get(name)
        if numbers is None:
            found = [value for value in self._tables[name] if type(value) is int]
            numbers = self._numbers[name] = sorted(found)
        return [*numbers[bisect_left(numbers, start) : bisect_left(numbers, stop)]]

    def pick(
        self,
        table: dict[Hashable, list[int]],
        values: list[Hashable],
        *,
        repeated: bool = False,
    ) -> list[Film]:
        """Give the films with any of some values of a table, in order.

        Args:
            table: The table.
            values: Values that are in it.
            repeated: Whether a film can have several of them.
        """
        if len(values) == 1:
            places = table[values[0]]
        else:
            places = sorted(chain.from_iterable([table[value] for value in values]))
            if repeated:
                places = list(dict.fromkeys(places))
        films = self._films
        return [films[place] for place in places]


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


# The kinds of criteria ----------------------------------------------------------------


class _Criterion(Protocol):
    """Reads what is asked for, and finds the films that meet it in a list or index."""

    # What a film must have differs from kind to kind.
    def read(self, name: str, value: object, /) -> Any: ...  # noqa: ANN401
    def loop(self, films: Sequence[Film], wanted: Any, /) -> Sequence[Film]: ...  # noqa: ANN401
    def find(self, index: FilmIndex, name: str, wanted: Any, /) -> list[Film]: ...  # noqa: ANN401


class _One:
    """A film has one value, or none, and it is among those wanted."""

    def __init__(
        self, read: Callable[[str, object], Any], value: Callable[[Film], Any]
    ) -> None:
        self.read = read
        self._value = value

    def loop(self, films: Sequence[Film], wanted: Any) -> list[Film]:  # noqa: ANN401
        of = self._value
        # Asked for None, a range would look at each of its numbers.
        return [
            film
            for film in films
            if (value := of(film)) is not None and value in wanted
        ]

    def find(self, index: FilmIndex, name: str, wanted: Any) -> list[Film]:  # noqa: ANN401
        table = index.table(name, self._values)
        if type(wanted) is range and wanted.step == 1:
            return index.pick(table, index.between(name, wanted.start, wanted.stop))
        found = [value for value in table if value in wanted]
        return index.pick(table, found)

    def _values(self, film: Film) -> tuple[Any, ...]:
        value = self._value(film)
        return () if value is None else (value,)


class _Several:
    """A film has several values, and one of them is among those wanted."""

    def __init__(
        self,
        read: Callable[[str, object], frozenset[Any]],
        values: Callable[[Film], Iterable[Any]],
    ) -> None:
        self.read = read
        self._values = values

    def loop(self, films: Sequence[Film], wanted: frozenset[Any]) -> list[Film]:
        of = self._values
        return [film for film in films if not wanted.isdisjoint(of(film))]

    def find(self, index: FilmIndex, name: str, wanted: frozenset[Any]) -> list[Film]:
        table = index.table(name, self._values)
        found = [value for value in wanted if value in table]
        return index.pick(table, found, repeated=True)


class _Named:
    """A film has people, and one is called as is wanted, or else sounds like it.

    What a spelling sounds like counts only where nobody is spelled like that: in Latin
    script 박찬옥 and 박찬욱 sound alike, and are two people.
    """

    def __init__(
        self,
        read: Callable[[str, object], list[str]],
        people: Callable[[Film], Iterable[tuple[str | None, ...]]],
    ) -> None:
        self.read = read
        self._people = people

    def loop(self, films: Sequence[Film], wanted: list[str]) -> list[Film]:
        for fold in _FOLDS:
            asked = fold(wanted)
            known: dict[tuple[str | None, ...], bool] = {}
            kept = []
            for film in films:
                for names in self._people(film):
                    if names not in known:
                        known[names] = not asked.isdisjoint(fold(names))
                    if known[names]:
                        kept.append(film)
                        break
            if kept:
                return kept
        return []

    def find(self, index: FilmIndex, name: str, wanted: list[str]) -> list[Film]:
        for fold in _FOLDS:
            table = index.table(f"{name}, {fold.__name__}", self._folded(fold))
            found = [value for value in fold(wanted) if value in table]
            if found:
                return index.pick(table, list(found), repeated=True)
        return []

    def _folded(
        self, fold: Callable[[Iterable[str | None]], frozenset[str]]
    ) -> Callable[[Film], Iterable[str]]:
        people = self._people
        return lambda film: (key for names in people(film) for key in fold(names))


_FOLDS = (spelling.name_keys, spelling.name_sounds)


class _Listed:
    """A film is in a collection of its own catalogue."""

    def read(self, name: str, value: object) -> list[str]:
        return [
            getattr(item, "id", None) or _text(name, item, "a collection or its id")
            for item in _several(name, value)
        ]

    def loop(self, films: Sequence[Film], wanted: list[str]) -> Sequence[Film]:
        if not films:
            return films
        catalogue = films[0].catalogue
        members = {film.id for id_ in wanted for film in catalogue.collection(id_)}
        return [film for film in films if film.id in members]

    def find(self, index: FilmIndex, _: str, wanted: list[str]) -> list[Film]:
        return list(self.loop(index.films, wanted))


# What is asked for --------------------------------------------------------------------


def _word(
    vocabulary: type[TermT], kind: str
) -> Callable[[str, object], frozenset[TermT]]:
    return lambda name, value: terms(name, value, vocabulary, kind)


def _kinds_of_ids(name: str, value: object) -> frozenset[str]:
    known = ("imdb", "tmdb", "kmdb", "kobis", "wikidata")
    wanted = [_text(name, item, "the name of an id") for item in _several(name, value)]
    for kind in wanted:
        if kind not in known:
            hint = spelling.nearest_hint(kind, known)
            msg = f"{name}: {kind!r} is not a kind of external id. {hint}"
            raise InvalidQueryError(msg)
    return frozenset(wanted)


_DECADE = re.compile(r"(\d{3}0)s", re.ASCII)


def _decade(name: str, value: object) -> range:
    if isinstance(value, str):
        match = _DECADE.fullmatch(value.strip())
        if match is None:
            msg = f"{name}: expected a decade such as 1990 or '1990s', not {value!r}"
            raise InvalidQueryError(msg)
        value = int(match[1])
    if _whole(value) and value % 10:
        msg = f"{name}: a decade is a multiple of ten such as 1990, not {value!r}"
        raise InvalidQueryError(msg)
    return _number(name, value)


def _code(kind: str, example: str) -> Callable[[str, object], frozenset[str]]:
    def read(name: str, value: object) -> frozenset[str]:
        codes = [_text(name, item, kind) for item in _several(name, value)]
        for code in codes:
            if not re.fullmatch("[A-Za-z]{2}", code):
                msg = f"{name}: expected {kind} such as {example!r}, not {code!r}"
                raise InvalidQueryError(msg)
        # The data has them as the standards do.
        same = str.upper if example.isupper() else str.lower
        return frozenset(map(same, codes))

    return read


def _actors(name: str, value: object) -> list[str]:
    return [_text(name, item, "an actor's name") for item in _several(name, value)]


def _directors(name: str, value: object) -> list[str]:
    return [
        getattr(item, "id", None) or _text(name, item, "a director's name or id")
        for item in _several(name, value)
    ]


# What a film has ----------------------------------------------------------------------


def _bodies(film: Film) -> list[AwardBody]:
    won = AwardResult.WON
    return [award.body for award in film.awards if award.result is won]


def _national(film: Film) -> int | None:
    # Counts for Seoul alone never compare with national ones, so they never match.
    found = film.admissions
    if found is not None and found.scope is AdmissionsScope.NATIONAL:
        return found.count
    return None


def _names_of_cast(film: Film) -> list[tuple[str | None, ...]]:
    return [(credit.name, credit.name_ko) for credit in film.cast]


def _names_of_directors(film: Film) -> list[tuple[str | None, ...]]:
    return [director.names for director in film.directors]


_CRITERIA: dict[str, _Criterion] = {
    "genre": _Several(_word(Genre, "a genre"), attrgetter("genres")),
    "theme": _Several(_word(Theme, "a theme"), attrgetter("themes")),
    "director": _Named(_directors, _names_of_directors),
    "cast": _Named(_actors, _names_of_cast),
    "year": _One(_number, attrgetter("year")),
    "decade": _One(_decade, attrgetter("decade")),
    "era": _One(_word(Era, "an era"), attrgetter("era")),
    "country": _Several(
        _code("a two-letter country code of ISO 3166", "KR"), attrgetter("countries")
    ),
    "language": _Several(
        _code("a two-letter language code of ISO 639", "ko"), attrgetter("languages")
    ),
    "rating": _One(_word(Rating, "a rating"), attrgetter("rating")),
    "runtime": _One(_number, attrgetter("runtime")),
    "admissions": _One(_number, _national),
    "award": _Several(_word(AwardBody, "an award body"), _bodies),
    "honour": _Several(
        _word(HonourList, "an honour list"),
        lambda film: [honour.list for honour in film.honours],
    ),
    "collection": _Listed(),
    "based_on": _Several(
        _word(BasisKind, "a kind of source work"),
        lambda film: [basis.kind for basis in film.based_on],
    ),
    "ids": _Several(_kinds_of_ids, lambda film: film.ids.known()),
}
