"""What a film is like, as a vector: themes, genres, who made it and who is in it.

Each kind of trait is a vector of its own, of length one, in which rare values weigh
most; the vectors stand side by side, each as long as its kind counts. The product of
two films' vectors is thus the sum of how alike they are in each kind.
"""

from __future__ import annotations

from collections import Counter
from math import log, sqrt
from typing import TYPE_CHECKING, TypeAlias

from kcinema import spelling

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kcinema._model.film import Film
    from kcinema._model.parts import Credit

__all__ = ["Trait", "Traits", "Vector", "actor"]

# A trait is a kind and a value, such as ("theme", "division").
Trait: TypeAlias = tuple[str, str]
Vector: TypeAlias = dict[Trait, float]

# How much each kind counts. Measured with bench/similar.py on what editors put
# together; who made a film and who is in it says little there, and is kept for those
# who look for just that.
_WEIGHTS = {
    "theme": 1.0,
    "theme in genre": 0.8,
    "genre": 0.6,
    "director": 0.2,
    "cast": 0.2,
}
# How much a theme brings in those that often go with it, such as poverty and housing.
_BESIDE = 0.25
# Two themes that go together once do so by chance.
_TOGETHER = 2
# The first genre of a film is its main one.
_MAIN = 2.0


class Traits:
    """What each of some films is like.

    Args:
        films: The films.
    """

    def __init__(self, films: Sequence[Film]) -> None:
        themes = _scaled(films, _themes)
        bonds = _bonds(themes)
        self._near = {theme: _product(bonds, wider) for theme, wider in bonds.items()}
        rows = {
            "theme": [_near_of_length_one(row, self._near) for row in themes],
            "theme in genre": _scaled(films, _themes_in_genres),
            "genre": _scaled(films, _genres),
            "director": _scaled(
                films, lambda film: dict.fromkeys(film.director_ids, 1.0)
            ),
            "cast": _scaled(
                films, lambda film: dict.fromkeys(map(actor, film.cast), 1.0)
            ),
        }
        self.vectors: list[Vector] = [{} for _ in films]
        total = sum(_WEIGHTS.values())
        for kind, found in rows.items():
            # The product of two vectors is at most the square of their length.
            length = sqrt(_WEIGHTS[kind] / total)
            for vector, row in zip(self.vectors, found, strict=True):
                for value, number in row.items():
                    vector[kind, value] = number * length
        self.having: dict[Trait, list[tuple[int, float]]] = {}
        for place, vector in enumerate(self.vectors):
            for trait, number in vector.items():
                self.having.setdefault(trait, []).append((place, number))

    def sought(self, place: int) -> Vector:
        """Return what a film is like, with the themes that go with its own."""
        own = self.vectors[place]
        sought = {trait: n for trait, n in own.items() if trait[0] != "theme"}
        for (kind, theme), number in own.items():
            if kind == "theme":
                for near, bond in self._near[theme].items():
                    trait = ("theme", near)
                    sought[trait] = sought.get(trait, 0.0) + bond * number
        return sought


def actor(credit: Credit) -> str:
    """Return the name by which the credits of one actor are brought together."""
    return credit.name_ko or spelling.key(credit.name or "")


def _themes(film: Film) -> dict[str, float]:
    return {theme.value: 1.0 for theme in film.themes}


def _genres(film: Film) -> dict[str, float]:
    return {
        genre.value: _MAIN if place == 0 else 1.0
        for place, genre in enumerate(film.genres)
    }


def _themes_in_genres(film: Film) -> dict[str, float]:
    # The sea of a war film is not that of a romance.
    return {
        f"{theme.value} {genre.value}": 1.0
        for theme in film.themes
        for genre in film.genres
    }


def _scaled(
    films: Sequence[Film], values: Callable[[Film], Mapping[str, float]]
) -> list[dict[str, float]]:
    """Return the values of each film, weighed by rarity, as a vector of length one."""
    rows = [values(film) for film in films]
    having = Counter(value for row in rows for value in row)
    rarity = {value: log(len(rows) / count) for value, count in having.items()}
    return [
        _of_length_one({value: n * rarity[value] for value, n in row.items()})
        for row in rows
    ]


def _bonds(rows: list[dict[str, float]]) -> dict[str, dict[str, float]]:
    """Return how much each value brings in of each that it goes with, and of itself."""
    single = Counter(value for row in rows for value in row)
    pairs = Counter((a, b) for row in rows for a in row for b in row if a != b)
    bonds = {value: {value: 1.0} for value in single}
    for (a, b), count in pairs.items():
        bond = log(count * len(rows) / (single[a] * single[b]))
        if count >= _TOGETHER and bond > 0:
            bonds[a][b] = _BESIDE * bond
    return bonds


def _product(
    bonds: dict[str, dict[str, float]], wider: dict[str, float]
) -> dict[str, float]:
    """Return how near each value is to one: the product of what the two bring in."""
    near = {
        value: sum(n * wider.get(other, 0.0) for other, n in others.items())
        for value, others in bonds.items()
    }
    return {value: number for value, number in near.items() if number}


def _near_of_length_one(
    row: dict[str, float], near: dict[str, dict[str, float]]
) -> dict[str, float]:
    """Return a row, scaled so that it is as near to itself as can be."""
    square = sum(
        m * n * near[a].get(b, 0.0) for a, m in row.items() for b, n in row.items()
    )
    return {value: n / sqrt(square) for value, n in row.items()} if square else {}


def _of_length_one(row: dict[str, float]) -> dict[str, float]:
    length = sqrt(sum(number * number for number in row.values()))
    return {value: n / length for value, n in row.items() if n} if length else {}
