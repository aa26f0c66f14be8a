"""Lookup tables over the records of a catalogue, each built once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcinema._lazy import once
from kcinema._showcase import Showcase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from kcinema._model.collection import Collection
    from kcinema._model.director import Director
    from kcinema._model.entry import Entry
    from kcinema._model.film import Film
    from kcinema._model.filmindex import FilmIndex
    from kcinema._model.filmlist import FilmList

__all__ = ["Lookups"]


class Lookups:
    """Lookup tables over the records of one catalogue, each built when first needed.

    Args:
        records: A function that returns the ``"films"``, ``"directors"`` or
            ``"collections"`` of the catalogue, sorted by id.
    """

    def __init__(self, records: Callable[[str], tuple[Any, ...]]) -> None:
        self._records = records

    # Single records -------------------------------------------------------------------

    @once
    def films(self) -> dict[str, Film]:
        """The films by id."""
        return {film.id: film for film in self._records("films")}

    @once
    def directors(self) -> dict[str, Director]:
        """The directors by id."""
        return {director.id: director for director in self._records("directors")}

    @once
    def collections(self) -> dict[str, Collection]:
        """The collections by id."""
        return {item.id: item for item in self._records("collections")}

    @once
    def retired(self) -> dict[str, dict[str, str]]:
        """The current id of each former id, by kind of record."""
        return {
            kind: {
                former: record.id
                for record in self._records(kind)
                for former in record.former_ids
            }
            for kind in ("films", "directors", "collections")
        }

    @once
    def external(self) -> dict[tuple[str, str | int], Film]:
        """The films by the name and value of an external id."""
        return {
            (name, value): film
            for film in self._records("films")
            for name, value in film.ids.known().items()
        }

    # Groups of records ----------------------------------------------------------------

    @once
    def film_list(self) -> FilmList:
        """All films, ordered by id."""
        from kcinema._model.filmlist import FilmList

        return FilmList(self._records("films"))

    @once
    def film_index(self) -> FilmIndex:
        """The films, indexed by the values of the criteria."""
        from kcinema._model.filmindex import FilmIndex

        return FilmIndex(self._records("films"))

    def films_by(self, director: str) -> FilmList:
        """Return the films of the director with this id, earliest first."""
        from kcinema._model.filmlist import FilmList

        return self._films_by_director.get(director, FilmList())

    @once
    def _films_by_director(self) -> dict[str, FilmList]:
        from kcinema._model.filmlist import FilmList

        films: dict[str, list[Film]] = {}
        for film in self.film_list.sorted_by("year", "release_date"):
            for director in film.directors:
                films.setdefault(director.id, []).append(film)
        return {id_: FilmList(found) for id_, found in films.items()}

    def films_in(self, collection: str) -> FilmList:
        """Return the films of the collection with this id, in its order."""
        found = self._films_by_collection.get(collection)
        if found is None:
            from kcinema._model.filmlist import FilmList

            films = self.films
            found = FilmList([films[id_] for id_ in self._film_ids(collection)])
            self._films_by_collection[collection] = found
        return found

    def _film_ids(self, collection: str) -> dict[str, None]:
        """Return the ids of a collection's films, without making its entries."""
        from kcinema._model.plain import encoded

        item = self.collections[collection]
        ids: dict[str, None] = {}
        for section in item.section_ids:
            ids.update((film.id, None) for film in self.films_in(section))
        entries = encoded(item, "own_entries")
        if entries is None:
            ids.update((entry.film, None) for entry in item.own_entries)
        else:
            ids.update((entry["film"], None) for entry in entries)
        return ids

    @once
    def _films_by_collection(self) -> dict[str, FilmList]:
        return {}

    def entries(self, collection: str) -> Mapping[str, Entry]:
        """Return the entries of the collection with this id, by film id."""
        # Two threads may both build this, with the same result.
        found = self._entries_by_collection.get(collection)
        if found is None:
            found = {}
            item = self.collections[collection]
            for section in item.section_ids:
                for id_, entry in self.entries(section).items():
                    found.setdefault(id_, entry)
            found.update((entry.film, entry) for entry in item.own_entries)
            self._entries_by_collection[collection] = found
        return found

    @once
    def _entries_by_collection(self) -> dict[str, dict[str, Entry]]:
        return {}

    @once
    def collections_in_order(self) -> tuple[Collection, ...]:
        """The halves, each followed by its sections, then the others by id."""
        ordered: dict[str, Collection] = {}

        def visit(collection: Collection) -> None:
            if collection.id not in ordered:
                ordered[collection.id] = collection
                for section in collection.sections:
                    visit(section)

        for id_ in Showcase.HALVES:
            if id_ in self.collections:
                visit(self.collections[id_])
        for collection in self.collections.values():
            visit(collection)
        return tuple(ordered.values())
