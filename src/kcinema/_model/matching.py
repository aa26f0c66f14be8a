"""How criteria are matched: which films meet them.

Each kind of criterion can find the films that meet it in two ways: with a plain loop,
as fast as one written by hand, or with an index, for films that are queried repeatedly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from kcinema import spelling
from kcinema._model import wanted as read_wanted
from kcinema.errors import InvalidQueryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeAlias

    from kcinema._model.film import Film
    from kcinema._model.filmindex import FilmIndex
    from kcinema._model.wanted import Prize
    from kcinema.vocabulary import AwardBody

    Fold: TypeAlias = Callable[[Iterable[str | None]], frozenset[str]]

__all__ = [
    "Combined",
    "Listed",
    "Matcher",
    "Named",
    "One",
    "Prizes",
    "Several",
    "Titled",
]


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


# As many names are listed in a message.
_SOME = 5


def _title_keys(titles: Iterable[str | None]) -> frozenset[str]:
    return frozenset("".join(spelling.words(title)) for title in titles if title)


def _title_sounds(titles: Iterable[str | None]) -> frozenset[str]:
    latin = [title for title in titles if title and max(title) < _HANGUL]
    return frozenset(filter(None, map(spelling.sound, latin)))


_HANGUL = "\u3131"  # and above: letters and syllables


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

    folds: ClassVar[tuple[Fold, ...]] = (spelling.name_keys, spelling.name_sounds)

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
        for fold in self.folds:
            table = index.table(f"{name}, {fold.__name__}", self._folded(fold))
            keys = [key for key in fold([text]) if key in table]
            if keys:
                return index.pick(table, [*keys], repeated=True)
        return self._by_part(index, name, text)

    def _by_part(self, index: FilmIndex, name: str, text: str) -> list[Film]:
        """Return the films of the one person of whose name the text is a part.

        Raises:
            InvalidQueryError: Several people have such a name.
        """
        table: Any = index.table(f"{name}, parts", self._parts)
        wanted = spelling.key(text)
        called = {person for part, person in table if part == wanted}
        if len(called) > 1:
            some = ", ".join(sorted(called)[:_SOME])
            more = len(called) - _SOME
            rest = f" and {more} more" if more > 0 else ""
            msg = f"{name}: {text!r} is part of several names: {some}{rest}."
            raise InvalidQueryError(msg)
        found = [(wanted, person) for person in called]
        return index.pick(table, [*found]) if found else []

    def _parts(self, film: Film) -> Iterable[tuple[str, str]]:
        """Yield the words of each person's names, each with the person."""
        for names in self._people(film):
            known = [name for name in names if name]
            for name in known:
                # Hangul names are written together: a family name of one syllable.
                words = [name[:1], name[1:]] if name[0] >= "가" else name.split()
                yield from ((spelling.key(word), known[0]) for word in words)

    def _folded(
        self, fold: Callable[[Iterable[str | None]], frozenset[str]]
    ) -> Callable[[Film], Iterable[str]]:
        people = self._people
        return lambda film: (key for names in people(film) for key in fold(names))


class Titled(Named):
    """A criterion met by films with a title, in any spelling or script."""

    def __init__(self, read: Callable[[str, object], list[str]]) -> None:
        super().__init__(read, lambda film: [film.titles])

    folds: ClassVar[tuple[Fold, ...]] = (_title_keys, _title_sounds)

    def _by_part(self, index: FilmIndex, name: str, text: str) -> list[Film]:  # noqa: ARG002
        return []  # a part of a title is a matter for search


class Listed:
    """A criterion met by films in one of the collections wanted."""

    read = staticmethod(read_wanted.collections)

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


class Combined(Several):
    """A criterion over words, of which two together may be wanted as one.

    A romantic comedy is a film of both genres.
    """

    def loop(
        self, films: Sequence[Film], wanted: frozenset[Any], *_: object
    ) -> list[Film]:
        pairs = [item for item in wanted if isinstance(item, frozenset)]
        if not pairs:
            return super().loop(films, wanted)
        of = self._values
        return [
            film
            for film in films
            if not wanted.isdisjoint(of(film))
            or any(pair.issubset(of(film)) for pair in pairs)
        ]

    def find(self, index: FilmIndex, name: str, wanted: frozenset[Any]) -> list[Film]:
        if any(isinstance(item, frozenset) for item in wanted):
            return self.loop(index.films, wanted)
        return super().find(index, name, wanted)


class Prizes:
    """A criterion met by films with a prize of a body, category, year or result."""

    read = staticmethod(read_wanted.prizes)

    def loop(
        self, films: Sequence[Film], wanted: list[Prize], *_: object
    ) -> list[Film]:
        return [
            film
            for film in films
            if any(prize.fits(award) for award in film.awards for prize in wanted)
        ]

    def find(self, index: FilmIndex, name: str, wanted: list[Prize]) -> list[Film]:
        table = index.table(name, _bodies)
        asked = [
            body for body in table if any(body in prize.bodies for prize in wanted)
        ]
        return self.loop(index.pick(table, asked, repeated=True), wanted)


def _bodies(film: Film) -> list[AwardBody]:
    return [award.body for award in film.awards]
