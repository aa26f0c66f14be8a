"""The keys by which films can be sorted and grouped."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from kcinema import spelling
from kcinema.errors import InvalidQueryError
from kcinema.vocabulary import Era

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from kcinema._model.film import Film

__all__ = ["GROUP_KEYS", "SORT_KEYS", "groups", "in_order_of"]


def _national(film: Film) -> int | None:
    return film.admissions.national if film.admissions else None


def _first_director(film: Film) -> str | None:
    return spelling.key(film.directors[0].name) if film.director_ids else None


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
    "era": lambda film: film.era.first,
    "director": _first_director,
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


def in_order_of(films: Sequence[Film], keys: Sequence[object]) -> list[Film]:
    """Return films sorted by keys; see :meth:`kcinema.FilmList.sorted_by`."""
    if not keys:
        msg = f"sorted_by: name at least one field of {', '.join(SORT_KEYS)}"
        raise InvalidQueryError(msg)
    ordered = list(films)
    # Python's sort is stable, so the least significant key goes first.
    for key in reversed(keys):
        value = _sort_key(key)
        compared = [(value(film), film) for film in ordered]
        known = [pair for pair in compared if pair[0] is not None]
        known.sort(
            key=lambda pair: pair[0],
            reverse=isinstance(key, str) and key.startswith("-"),
        )
        unknown = [film for found, film in compared if found is None]
        ordered = [film for _, film in known] + unknown
    return ordered


def _sort_key(key: object) -> Callable[[Film], Any]:
    """Return the value that a key compares films by; None if it is unknown."""
    if isinstance(key, str):
        field = key.removeprefix("-")
        if field not in SORT_KEYS:
            hint = spelling.nearest_hint(field, SORT_KEYS)
            msg = f"sorted_by: films do not sort by {field!r}. {hint}"
            raise InvalidQueryError(msg)
        return SORT_KEYS[field]
    if callable(key):
        return key
    from kcinema._model.filmlist import Films

    if isinstance(key, Films):
        places = {film.id: place for place, film in enumerate(key.films)}
        return lambda film: places.get(film.id)
    msg = f"sorted_by: expected a field, a function or a collection, not {key!r}"
    raise InvalidQueryError(msg)


def groups(
    films: Iterable[Film], key: str | Callable[[Film], Any]
) -> dict[Any, list[Film]]:
    """Return films grouped by a key; see :meth:`kcinema.FilmList.group_by`."""
    values = GROUP_KEYS.get(str(key))
    if callable(key):
        found = key
        values = lambda film: (found(film),)  # noqa: E731  # as the table has them
    if values is None:
        hint = spelling.nearest_hint(str(key), GROUP_KEYS)
        msg = f"group_by: films are not grouped by {key!r}. {hint}"
        raise InvalidQueryError(msg)
    grouped: dict[Any, list[Film]] = {}
    for film in films:
        for value in values(film) or (None,):
            grouped.setdefault(value, []).append(film)
    return {value: grouped[value] for value in _in_order(grouped)}


def _in_order(keys: Iterable[Any]) -> list[Any]:
    """Return keys sorted, or in their given order if not comparable; None last."""
    known = [key for key in keys if key is not None]
    unknown = [key for key in keys if key is None]
    with contextlib.suppress(TypeError):
        known.sort(key=lambda key: key.first if isinstance(key, Era) else key)
    return known + unknown
