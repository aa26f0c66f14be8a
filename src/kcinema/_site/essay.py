"""The home page: which films stand in the essay about the showcase."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kcinema.vocabulary import CollectionKind

if TYPE_CHECKING:
    from kcinema._model.collection import Collection
    from kcinema._model.film import Film
    from kcinema._site.shelves import Shelves

__all__ = ["Chapter", "Part", "doors", "essay", "wall"]

_FILMS = 5
_WALL = 10


class Part(NamedTuple):
    """A section with the films that speak for it."""

    collection: Collection
    films: list[Film]


class Chapter(NamedTuple):
    """A half with its sections."""

    collection: Collection
    parts: list[Part]


def essay(shelves: Shelves) -> list[Chapter]:
    """Return the halves and their sections, with films that stand there only once."""
    seen: set[str] = set()

    def part(collection: Collection) -> Part:
        films = shelves.picks(collection, _FILMS, seen)
        films.sort(key=shelves.weight, reverse=True)
        seen.update(film.id for film in films)
        return Part(collection, films)

    return [
        Chapter(half, [part(section) for section in half.sections or (half,)])
        for half in shelves.halves
    ]


def wall(shelves: Shelves) -> list[Film]:
    """Return the films whose posters are shown first: one of each part in turn."""
    parts = [part for chapter in essay(shelves) for part in chapter.parts]
    films = [
        part.films[place]
        for place in range(2)
        for part in parts
        if len(part.films) > place
    ]
    films = films or [*shelves.films.sorted_by("year")]
    return films[:_WALL]


def doors(shelves: Shelves) -> list[Collection]:
    """Return the collections by subject and mood, to enter by."""
    return shelves.of_kind(CollectionKind.THEME)
