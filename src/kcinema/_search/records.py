"""The records of a catalogue as what can be searched for: their names, their weight."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kcinema._lazy import once
from kcinema._search.names import NameIndex
from kcinema._search.tables import Name

if TYPE_CHECKING:
    from collections.abc import Sequence

    import kcinema
    from kcinema._model.collection import Collection
    from kcinema._model.director import Director
    from kcinema._model.film import Film

__all__ = ["Records"]


class Records:
    """The films, directors and collections of a catalogue, numbered in this order."""

    def __init__(
        self,
        films: Sequence[kcinema.Film],
        directors: Sequence[kcinema.Director],
        collections: Sequence[kcinema.Collection],
    ) -> None:
        self.films = films
        self.directors = directors
        self.collections = collections

    @once
    def items(self) -> list[Film | Director | Collection]:
        """Each record by its number."""
        return [*self.films, *self.directors, *self.collections]

    @once
    def kinds(self) -> list[str]:
        """The kind of each record."""
        return [
            *["film"] * len(self.films),
            *["director"] * len(self.directors),
            *["collection"] * len(self.collections),
        ]

    @once
    def by_id(self) -> dict[str, int]:
        """The number of each record by its id and its former ones."""
        numbered = [*enumerate(self.items)]
        former = {id_: owner for owner, item in numbered for id_ in item.former_ids}
        return former | {item.id: owner for owner, item in numbered}

    @once
    def _places(self) -> Counter[str]:
        """The number of collections that contain each film, by id."""
        return Counter(
            entry.film for item in self.collections for entry in item.entries
        )

    def weight(self, owner: int) -> int:
        """Return how prominent a record is in the catalogue, to break ties."""
        films, directors = len(self.films), len(self.directors)
        if owner < films:
            return self._places[self.films[owner].id]
        if owner < films + directors:
            return len(self.directors[owner - films].films)
        return len(self.collections[owner - films - directors])

    def years(self, owner: int) -> list[int]:
        """Return the years of a film: that of the first screening, of the release."""
        if owner >= len(self.films):
            return []
        film = self.films[owner]
        return [film.year, *([film.release_date.year] if film.release_date else ())]

    @once
    def index(self) -> NameIndex:
        """All names of the records."""
        named = [
            *(_film_names(film) for film in self.films),
            *(_director_names(director) for director in self.directors),
            *(_collection_names(collection) for collection in self.collections),
        ]
        first = len(self.films)
        owner_of = {item.id: first + n for n, item in enumerate(self.directors)}
        beside = {
            owner_of[director.id]: _given_names(director) for director in self.directors
        }
        return NameIndex(
            (name for owner, names in enumerate(named) for name in _of(owner, names)),
            beside,
            {
                owner: tuple(owner_of[director.id] for director in film.directors)
                for owner, film in enumerate(self.films)
            },
        )


# The names of an item: main ones, and other spellings.
_Names = tuple["Sequence[str | None]", "Sequence[str | None]"]


def _of(owner: int, names: _Names) -> list[Name]:
    """Return the names of an owner, each once."""
    main, others = names
    texts = dict.fromkeys(filter(None, main), True)
    for text in filter(None, others):
        texts.setdefault(text, False)
    return [Name(owner, text, is_main) for text, is_main in texts.items()]


def _film_names(film: Film) -> _Names:
    return (film.title, film.title_ko), (film.romanized, *film.aliases)


def _director_names(director: Director) -> _Names:
    # Names with the given name first are found word by word.
    return (director.name, director.name_ko), director.aliases


def _collection_names(collection: Collection) -> _Names:
    return (collection.title, collection.title_ko), (collection.id,)


def _given_names(director: Director) -> tuple[str, ...]:
    """Return the given names that have two parts, written as one word."""
    given = (name.partition(" ")[2] for name in (director.name, *director.aliases))
    return tuple(dict.fromkeys(part.replace("-", "") for part in given if "-" in part))
