"""How criteria are matched: which values they take, and which films meet them.

Each kind of criterion can find the films that meet it in two ways: with a plain loop,
as fast as one written by hand, or with an index, for films that are queried repeatedly.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol, TypeGuard, TypeVar

from kcinema import spelling
from kcinema._model import external
from kcinema.errors import InvalidQueryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kcinema._model.film import Film
    from kcinema._model.filmindex import FilmIndex
    from kcinema.vocabulary import Term

__all__ = [
    "Listed",
    "Matcher",
    "Named",
    "One",
    "Several",
    "actors",
    "code",
    "decade",
    "directors",
    "kinds_of_ids",
    "number",
    "terms",
    "word",
]

TermT = TypeVar("TermT", bound="Term")


# Reading values -----------------------------------------------------------------------


def _several(name: str, value: object) -> list[Any]:
    """Return one value or a collection of values as a list."""
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
    """Read one or more words of a closed vocabulary.

    Args:
        name: The criterion, for the message.
        value: One word, or a collection of them.
        vocabulary: The vocabulary.
        kind: What such a word is called, with an article, for the message.

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


def number(name: str, value: object) -> range:
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


class Matcher(Protocol):
    """Reads the value of a criterion, and finds the films that meet it."""

    # The type of what `read` returns differs between the kinds of criteria.
    def read(self, name: str, value: object, /) -> Any: ...  # noqa: ANN401
    def loop(
        self,
        films: Sequence[Film],
        wanted: Any,  # noqa: ANN401
        name: str,
        index: FilmIndex,
        /,
    ) -> Sequence[Film]: ...
    def find(self, index: FilmIndex, name: str, wanted: Any, /) -> list[Film]: ...  # noqa: ANN401


class One:
    """A criterion met by films whose single value is among those wanted."""

    def __init__(
        self, read: Callable[[str, object], Any], value: Callable[[Film], Any]
    ) -> None:
        self.read = read
        self._value = value

    def loop(
        self,
        films: Sequence[Film],
        wanted: Any,  # noqa: ANN401
        *_: object,
    ) -> list[Film]:
        of = self._value
        # `None in range(...)` would compare every number in the range.
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


class Several:
    """A criterion met by films that have any of the values wanted."""

    def __init__(
        self,
        read: Callable[[str, object], frozenset[Any]],
        values: Callable[[Film], Iterable[Any]],
    ) -> None:
        self.read = read
        self._values = values

    def loop(
        self, films: Sequence[Film], wanted: frozenset[Any], *_: object
    ) -> list[Film]:
        of = self._values
        return [film for film in films if not wanted.isdisjoint(of(film))]

    def find(self, index: FilmIndex, name: str, wanted: frozenset[Any]) -> list[Film]:
        table = index.table(name, self._values)
        found = [value for value in wanted if value in table]
        return index.pick(table, found, repeated=True)


class Named:
    """A criterion met by films with one of the people wanted.

    A text is looked up as an id, then by spelling, then by sound: in Latin script
    박찬옥 and 박찬욱 sound alike, but are two people. Which of the three applies is
    decided over all films, not only those that other criteria have left.
    """

    def __init__(
        self,
        read: Callable[[str, object], list[str]],
        people: Callable[[Film], Iterable[tuple[str | None, ...]]],
        ids: Callable[[Film], Iterable[str]] = lambda _: (),
    ) -> None:
        self.read = read
        self._people = people
        self._ids = ids

    def loop(
        self, films: Sequence[Film], wanted: list[str], name: str, index: FilmIndex
    ) -> list[Film]:
        meant = {film.id for film in self.find(index, name, wanted)}
        return [film for film in films if film.id in meant]

    def find(self, index: FilmIndex, name: str, wanted: list[str]) -> list[Film]:
        if len(wanted) == 1:
            return self._called(index, name, wanted[0])
        called = [self._called(index, name, text) for text in wanted]
        meant = {film.id for films in called for film in films}
        return [film for film in index.films if film.id in meant]

    def _called(self, index: FilmIndex, name: str, text: str) -> list[Film]:
        """Return the films with the people that a text names."""
        table = index.table(f"{name}, ids", self._ids)
        if text in table:
            return index.pick(table, [text])
        for fold in (spelling.name_keys, spelling.name_sounds):
            table = index.table(f"{name}, {fold.__name__}", self._folded(fold))
            keys = [key for key in fold([text]) if key in table]
            if keys:
                return index.pick(table, [*keys], repeated=True)
        return []

    def _folded(
        self, fold: Callable[[Iterable[str | None]], frozenset[str]]
    ) -> Callable[[Film], Iterable[str]]:
        people = self._people
        return lambda film: (key for names in people(film) for key in fold(names))


class Listed:
    """A criterion met by films in one of the collections wanted."""

    def read(self, name: str, value: object) -> list[str]:
        return [
            getattr(item, "id", None) or _text(name, item, "a collection or its id")
            for item in _several(name, value)
        ]

    def loop(
        self, films: Sequence[Film], wanted: list[str], *_: object
    ) -> Sequence[Film]:
        if not films:
            return films
        catalogue = films[0].catalogue
        members = {film.id for id_ in wanted for film in catalogue.collection(id_)}
        return [film for film in films if film.id in members]

    def find(self, index: FilmIndex, _: str, wanted: list[str]) -> list[Film]:
        return list(self.loop(index.films, wanted))


# Readers for single criteria ----------------------------------------------------------


def word(
    vocabulary: type[TermT], kind: str
) -> Callable[[str, object], frozenset[TermT]]:
    return lambda name, value: terms(name, value, vocabulary, kind)


def kinds_of_ids(name: str, value: object) -> frozenset[str]:
    known = [*external.EXTERNAL]
    wanted = [_text(name, item, "the name of an id") for item in _several(name, value)]
    for kind in wanted:
        if kind not in known:
            hint = spelling.nearest_hint(kind, known)
            msg = f"{name}: {kind!r} is not a kind of external id. {hint}"
            raise InvalidQueryError(msg)
    return frozenset(wanted)


_DECADE = re.compile(r"(\d{3}0)s", re.ASCII)


def decade(name: str, value: object) -> range:
    if isinstance(value, str):
        match = _DECADE.fullmatch(value.strip())
        if match is None:
            msg = f"{name}: expected a decade such as 1990 or '1990s', not {value!r}"
            raise InvalidQueryError(msg)
        value = int(match[1])
    if _whole(value) and value % 10:
        msg = f"{name}: a decade is a multiple of ten such as 1990, not {value!r}"
        raise InvalidQueryError(msg)
    return number(name, value)


def code(kind: str, example: str) -> Callable[[str, object], frozenset[str]]:
    def read(name: str, value: object) -> frozenset[str]:
        codes = [_text(name, item, kind) for item in _several(name, value)]
        for code in codes:
            if not re.fullmatch("[A-Za-z]{2}", code):
                msg = f"{name}: expected {kind} such as {example!r}, not {code!r}"
                raise InvalidQueryError(msg)
        # The data has them in the case that the standards use.
        same = str.upper if example.isupper() else str.lower
        return frozenset(map(same, codes))

    return read


def actors(name: str, value: object) -> list[str]:
    return [_text(name, item, "an actor's name") for item in _several(name, value)]


def directors(name: str, value: object) -> list[str]:
    return [
        getattr(item, "id", None) or _text(name, item, "a director's name or id")
        for item in _several(name, value)
    ]
