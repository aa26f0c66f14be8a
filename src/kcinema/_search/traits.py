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
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from kcinema._model.film import Film
    from kcinema._model.parts import Credit

__all__ = ["Trait", "Vector", "actor", "vectors"]

# A trait is a kind and a value, such as ("theme", "division").
Trait: TypeAlias = tuple[str, str]
Vector: TypeAlias = dict[Trait, float]

# How much each kind counts. Measured with bench/similar.py on what editors put together;
# who made a film and who is in it says little there, and is kept for those who look for
# just that.
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


def vectors(films: Sequence[Film]) -> list[Vector]:
    """Return what each film is like."""
    kinds: dict[str, list[dict[str, float]]] = {
        "theme": _beside(_scaled(films, _themes)),
        "theme in genre": _scaled(films, _themes_in_genres),
        "genre": _scaled(films, _genres),
        "director": _scaled(films, lambda film: dict.fromkeys(film.director_ids, 1.0)),
        "cast": _scaled(films, lambda film: dict.fromkeys(map(actor, film.cast), 1.0)),
    }
    total = sum(_WEIGHTS.values())
    found: list[Vector] = [{} for _ in films]
    for kind, rows in kinds.items():
        # Of equal length, two vectors have a product of at most that length squared.
        length = sqrt(_WEIGHTS[kind] / total)
        for vector, row in zip(found, rows, strict=True):
            for value, number in row.items():
                vector[kind, value] = number * length
    return found


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


def _beside(rows: list[dict[str, float]]) -> list[dict[str, float]]:
    """Add to each row the values that go with its own more often than by chance."""
    single = Counter(value for row in rows for value in row)
    pairs = Counter(
        (a, b) for row in rows for a in row for b in row if a != b
    )
    beside: dict[str, dict[str, float]] = {}
    for (a, b), count in pairs.items():
        bond = log(count * len(rows) / (single[a] * single[b]))
        if count >= _TOGETHER and bond > 0:
            beside.setdefault(a, {})[b] = _BESIDE * bond
    found = []
    for row in rows:
        wider = dict(row)
        for value, number in row.items():
            for other, bond in beside.get(value, {}).items():
                wider[other] = wider.get(other, 0.0) + bond * number
        found.append(_of_length_one(wider))
    return found


def _of_length_one(row: dict[str, float]) -> dict[str, float]:
    length = sqrt(_squares(row.values()))
    return {value: n / length for value, n in row.items() if n} if length else {}


def _squares(numbers: Iterable[float]) -> float:
    return sum(number * number for number in numbers)
