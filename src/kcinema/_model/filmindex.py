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
    """Which of some films have a value, by the name of a criterion.

    Each table is built when the first question needs it, in one pass over the films.
    """

    def __init__(self, films: Sequence[Film]) -> None:  # the films
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
        """Return the places of the films with each value, in order.

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
        """Return the numbers in a table from start up to, not including, stop."""
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
        """Return the films with any of some values of a table, in order.

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
