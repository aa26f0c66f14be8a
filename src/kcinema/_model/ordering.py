"""The keys by which films can be sorted and grouped."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from kcinema import spelling
from kcinema.vocabulary import Era

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from kcinema._model.film import Film

__all__ = ["GROUP_KEYS", "SORT_KEYS", "in_order"]


def _national(film: Film) -> int | None:
    return film.admissions.national if film.admissions else None


SORT_KEYS: dict[str, Callable[[Film], Any]] = {
    "id": lambda film: film.id,
    "title": lambda film: spelling.key(film.title),
    "title_ko": lambda film: film.title_ko,
    "romanized": lambda film: film.romanized and spelling.key(film.romanized),
    "year": lambda film: film.year,
    "release_date": lambda film: film.release_date,
    "runtime": lambda film: film.runtime,
    # From the widest audience to the narrowest; as text, "ALL" would come last.
    "rating": lambda film: film.rating and int(film.rating.replace("ALL", "0")),
    "admissions": _national,
    "decade": lambda film: film.decade,
}
"""The value to compare, by name of the field; None if it is unknown."""

GROUP_KEYS: dict[str, Callable[[Film], tuple[Hashable, ...]]] = {
    "year": lambda film: (film.year,),
    "decade": lambda film: (film.decade,),
    "era": lambda film: (film.era,),
    "rating": lambda film: (film.rating,),
    "genre": lambda film: film.genres,
    "theme": lambda film: film.themes,
    "director": lambda film: film.directors,
    "country": lambda film: film.countries,
    "language": lambda film: film.languages,
}
"""The groups that a film is in, by name of the field."""


def in_order(keys: Iterable[Any]) -> list[Any]:
    """Return keys sorted, or in their given order if not comparable; None last."""
    known = [key for key in keys if key is not None]
    unknown = [key for key in keys if key is None]
    with contextlib.suppress(TypeError):
        known.sort(key=lambda key: key.first if isinstance(key, Era) else key)
    return known + unknown
