"""Some films of a catalogue, with everything that they need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kcinema._changes.made import Made, by_id
from kcinema._json.document import Document
from kcinema._model.given import of_checked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcinema._model.collection import Collection

__all__ = ["subset"]


def subset(whole: Made, films: Iterable[str]) -> Made:
    """Return some films of a catalogue, and what they need.

    That is their directors, the films that they are based on, with theirs, and the
    collections as far as they consist of these films.

    Args:
        whole: The catalogue.
        films: The ids of the films, all of which are in the catalogue.
    """
    document = whole.document
    all_films = by_id(document.films)
    kept: dict[str, Any] = {}
    waiting = [*films]
    while waiting:
        id_ = waiting.pop()
        if id_ not in kept:
            kept[id_] = all_films[id_]
            waiting += [basis.film for basis in kept[id_].based_on if basis.film]
    needed = {id_ for film in kept.values() for id_ in film.director_ids}
    found = Document(
        document.version,
        [film for film in document.films if film.id in kept],
        [director for director in document.directors if director.id in needed],
        _narrowed(by_id(document.collections), {*kept}),
    )
    return Made(found, whole.origins)


def _narrowed(collections: dict[str, Collection], films: set[str]) -> list[Collection]:
    """Return the collections that have some of the films, without their others."""
    kept: dict[str, Collection | None] = {}

    def narrowed(id_: str) -> Collection | None:
        if id_ not in kept:
            item = collections[id_]
            entries = tuple(one for one in item.own_entries if one.film in films)
            sections = tuple(one for one in item.section_ids if narrowed(one))
            values = item._values() | {"entries": entries, "sections": sections}  # noqa: SLF001  # as records copy themselves
            found = of_checked(type(item), values)
            kept[id_] = found if entries or sections else None
        return kept[id_]

    return [found for id_ in collections if (found := narrowed(id_))]
