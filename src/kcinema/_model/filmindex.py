"""An index of films by the values of a criterion."""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from kcinema._model.film import Film

__all__ = ["FilmIndex"]


class FilmIndex:
    """Tables of films by value, one for each criterion.

    Each table is built in one pass over the films when a query first needs it.
    """

    def __init__(self, films: Sequence[Film]) -> None:
        self._films = films
        self._tables: dict[str, dict[Hashable, list[int]]] = {}
        self._numbers: dict[str, list[int]] = {}

    @property
    def films(self) -> Sequence[Film]:
        """The indexed films."""
        return self._films

    def table(
        self, name: str, values: Callable[[Film], Iterable[Hashable]]
    ) -> dict[Hashable, list[int]]:
        """Return the positions of the films with each value, in order.

        Args:
            name: The name under which the table is kept.
            values: A function that returns the values of a film.
        """
        table = self._tables.get(name)
        if table is None:
            table = {}
            for place, film in enumerate(self._films):
                for value in set(values(film)):
                    table.setdefault(value, []).append(place)
            # Two threads may both build it, with the same result.
            self._tables[name] = table
        return table

    def between(self, name: str, start: int, stop: int) -> list[Hashable]:
        """Return the numbers in a table from start up to, but not including, stop."""
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
        """Return the films with any of the given values, in order.

        Args:
            table: A table, as :meth:`table` returns it.
            values: Values that occur in it.
            repeated: Whether a film can have more than one of them.
        """
        if len(values) == 1:
            places = table[values[0]]
        else:
            places = sorted(chain.from_iterable([table[value] for value in values]))
            if repeated:
                places = list(dict.fromkeys(places))
        films = self._films
        return [films[place] for place in places]
