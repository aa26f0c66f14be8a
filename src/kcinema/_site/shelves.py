"""What the pages of both languages are made from, found once."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kcinema._lazy import once
from kcinema.vocabulary import CollectionKind, Era, Genre, Theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import kcinema
    from kcinema._model.collection import Collection
    from kcinema._model.entry import Entry
    from kcinema._model.film import Film
    from kcinema._model.filmlist import FilmList
    from kcinema._search.similar import Similar

__all__ = ["Place", "Shelves"]

W = TypeVar("W")

_NEAR = 3
_TOGETHER = 6


class Place(NamedTuple):
    """A film's place in a collection that lists it."""

    collection: Collection
    entry: Entry


class Shelves:
    """The records of a catalogue by what leads to them.

    Args:
        catalogue: The catalogue.
    """

    def __init__(self, catalogue: kcinema.Catalogue) -> None:
        self.catalogue = catalogue
        self.films = catalogue.films()
        self.directors = catalogue.directors()
        self.collections = catalogue.collections()
        self.halves = [c for c in self.collections if c.kind is CollectionKind.HALF]

    @once
    def places(self) -> dict[str, list[Place]]:
        """The places of each film, by its id; unions are left to their sections."""
        found: dict[str, list[Place]] = {film.id: [] for film in self.films}
        for collection in self.collections:
            for entry in collection.own_entries:
                found[entry.film].append(Place(collection, entry))
        return found

    @once
    def parents(self) -> dict[str, list[Collection]]:
        """The collections that a collection is a section of, by its id."""
        found: dict[str, list[Collection]] = {}
        for collection in self.collections:
            for id_ in collection.section_ids:
                found.setdefault(id_, []).append(collection)
        return found

    @once
    def similar(self) -> dict[str, list[Similar]]:
        """The films nearest to each film, by its id."""
        near = self.catalogue.similar
        return {film.id: near(film.id, limit=_NEAR) for film in self.films}

    @once
    def later(self) -> dict[str, list[Film]]:
        """The remakes and sequels of each film that has some, by its id."""
        found: dict[str, list[Film]] = {}
        for film in self.films.sorted_by("year"):
            for basis in film.based_on:
                if basis.film is not None:
                    found.setdefault(basis.film, []).append(film)
        return found

    @once
    def eras(self) -> dict[Era, FilmList]:
        """The films of each era that has some, earliest first."""
        return self.films.sorted_by("year").group_by("era")

    @once
    def decades(self) -> dict[int, FilmList]:
        """The films of each decade that has some, earliest first."""
        return self.films.sorted_by("year").group_by("decade")

    @once
    def themes(self) -> dict[Theme, FilmList]:
        """The films of each theme that has some, earliest first."""
        return _words(self.films.sorted_by("year").group_by("theme"))

    @once
    def genres(self) -> dict[Genre, FilmList]:
        """The films of each genre that has some, earliest first."""
        return _words(self.films.sorted_by("year").group_by("genre"))

    def together(self, theme: Theme) -> list[Theme]:
        """Return the themes that most films of a theme have as well."""
        counts = Counter(other for film in self.themes[theme] for other in film.themes)
        del counts[theme]
        ranked = sorted(counts, key=lambda other: (-counts[other], other))
        return ranked[:_TOGETHER]

    def of_kind(self, kind: CollectionKind) -> list[Collection]:
        """Return the collections of a kind that are part of no other."""
        return [
            collection
            for collection in self.collections
            if collection.kind is kind and collection.id not in self.parents
        ]

    def weight(self, film: Film) -> int:
        """Return how much the catalogue makes of a film, to choose one to show."""
        prizes = sum(award.result == "won" for award in film.awards)
        return 3 * len(self.places[film.id]) + 2 * len(film.honours) + prizes

    def picks(
        self, collection: Collection, count: int, seen: Iterable[str]
    ) -> list[Film]:
        """Return films to show of a collection: the weightiest of each part of it."""
        films = [film for film in collection.films if film.id not in {*seen}]
        parts = min(count, len(films))
        bounds = [len(films) * n // parts for n in range(parts + 1)] if parts else []
        return [
            max(films[start:end], key=self.weight) for start, end in pairwise(bounds)
        ]


def _words(groups: Mapping[W | None, FilmList]) -> dict[W, FilmList]:
    return {word: films for word, films in groups.items() if word is not None}
