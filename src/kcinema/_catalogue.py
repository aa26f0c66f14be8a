"""Catalogue: films, directors and collections, and the ways to look them up."""

from __future__ import annotations

import hashlib
import os
import sys
import warnings
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from attrs import field, frozen

from kcinema import _codec, _criteria, _disk, _integrity, spelling
from kcinema._query import FilmList
from kcinema._search import Search, SearchHit
from kcinema._showcase import Showcase
from kcinema._similarity import Similar, Similarity
from kcinema.errors import (
    CatalogueError,
    CollectionNotFoundError,
    DirectorNotFoundError,
    FilmNotFoundError,
    InvalidQueryError,
    RetiredIdWarning,
)
from kcinema.vocabulary import CollectionKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from typing_extensions import Unpack

    from kcinema._criteria import Criteria
    from kcinema._model import Collection, Director, Film, Record
    from kcinema._values import Entry

__all__ = ["Catalogue", "DataVersion"]

R = TypeVar("R", bound="Record")


class DataVersion(NamedTuple):
    """Which data a catalogue holds, apart from the version of the library.

    >>> import kcinema
    >>> kcinema.data_version().films == len(kcinema.films())
    True
    """

    version: str
    """The version of the data, for the packaged catalogue its date."""
    schema: int
    """The version of the data's shape."""
    films: int
    """How many films there are."""
    directors: int
    """How many directors there are."""
    collections: int
    """How many collections there are."""
    checksum: str
    """SHA-256 of the document as :meth:`Catalogue.save` writes it, in hexadecimal."""

    def __str__(self) -> str:
        return (
            f"{self.version} ({self.films} films, {self.directors} directors, "
            f"{self.collections} collections, sha256 {self.checksum[:12]})"
        )


def _by_id(records: Iterable[R]) -> tuple[R, ...]:
    return tuple(sorted(records, key=lambda record: record.id))


# One converter for all three fields would lose the types of what they take.
def _films(films: Iterable[Film]) -> tuple[Film, ...]:
    return _by_id(films)


def _directors(directors: Iterable[Director]) -> tuple[Director, ...]:
    return _by_id(directors)


def _collections(collections: Iterable[Collection]) -> tuple[Collection, ...]:
    return _by_id(collections)


@frozen(kw_only=True, eq=False, repr=False)
class Catalogue(Showcase):
    """Films, directors and collections that refer to each other, complete and fixed.

    The packaged one is :func:`kcinema.catalogue`; :func:`kcinema.load` reads one from
    a file; the constructor makes one from records. It has the same methods as the
    module.

    Args:
        films: The films; each director they name must be among the directors.
        directors: The directors.
        collections: The collections; each film they list must be among the films.
        version: The version of the data, in a form of your own.

    Raises:
        CatalogueError: Ids are double, or name something that is not there.

    >>> import kcinema
    >>> bong = kcinema.director("bong-joon-ho")
    >>> mine = kcinema.Catalogue(films=bong.films, directors=[bong], version="mine")
    >>> mine
    <Catalogue mine: 5 films, 1 directors, 0 collections>
    >>> mine.film("parasite-2019") == kcinema.film("parasite-2019")
    True
    """

    version: str = "unversioned"
    _films: tuple[Film, ...] = field(default=(), converter=_films, alias="films")
    _directors: tuple[Director, ...] = field(
        default=(), converter=_directors, alias="directors"
    )
    _collections: tuple[Collection, ...] = field(
        default=(), converter=_collections, alias="collections"
    )

    # The function that gives this very catalogue in any process: the packaged one is
    # pickled by it, others as their document.
    _origin: Callable[[], Catalogue] | None = field(default=None, alias="origin")

    # Nothing is built yet: each builds what it needs when it is first asked.
    _search: Search = field(init=False)
    _similarity: Similarity = field(init=False)

    def __attrs_post_init__(self) -> None:
        problems = _integrity.problems(self._films, self._directors, self._collections)
        if problems:
            raise CatalogueError(problems)
        for name in ("_films", "_directors", "_collections"):
            joined = tuple(record.join(self) for record in getattr(self, name))
            object.__setattr__(self, name, joined)
        search = Search(self._films, self._directors, self._collections)
        object.__setattr__(self, "_search", search)
        object.__setattr__(self, "_similarity", Similarity(self._films))

    # One by id ------------------------------------------------------------------------

    def film(  # noqa: PLR0913  # a parameter for each catalogue of films
        self,
        id: str | None = None,  # noqa: A002  # the word that the data uses
        *,
        imdb: str | None = None,
        tmdb: int | None = None,
        kmdb: str | None = None,
        kobis: str | None = None,
        wikidata: str | None = None,
    ) -> Film:
        """Give the film with an id, or with exactly one external id.

        See :func:`kcinema.film`.
        """
        keys = {
            "id": id,
            "imdb": imdb,
            "tmdb": tmdb,
            "kmdb": kmdb,
            "kobis": kobis,
            "wikidata": wikidata,
        }
        given = {name: value for name, value in keys.items() if value is not None}
        if len(given) != 1:
            msg = (
                "film: expected exactly one of an id, imdb=, tmdb=, kmdb=, kobis= and "
                f"wikidata=, not {', '.join(given) or 'none'}"
            )
            raise InvalidQueryError(msg)
        ((name, value),) = given.items()
        if name == "id":
            return self._resolve(
                value, self._film_index, self._retired_films, FilmNotFoundError
            )
        expected = int if name == "tmdb" else str
        if type(value) is not expected:
            msg = f"film: expected {name} as {expected.__name__}, not {value!r}"
            raise InvalidQueryError(msg)
        try:
            return self._external_index[name, value]
        except KeyError:
            raise FilmNotFoundError(value, by=f"{name} id") from None

    def director(self, id: str) -> Director:  # noqa: A002  # as for film
        """Give the director with an id.

        Args:
            id: The director's id, such as ``"bong-joon-ho"``.

        Raises:
            DirectorNotFoundError: There is no such director; names the nearest ids.
            InvalidQueryError: The id is not a text.

        >>> import kcinema
        >>> kcinema.director("bong-joon-ho").name_ko
        '봉준호'
        """
        return self._resolve(
            id, self._director_index, self._retired_directors, DirectorNotFoundError
        )

    def collection(self, id: str) -> Collection:  # noqa: A002  # as for film
        """Give the collection with an id.

        Args:
            id: The collection's id, such as ``"cult-classics"``.

        Raises:
            CollectionNotFoundError: There is no such collection; names the nearest.
            InvalidQueryError: The id is not a text.

        >>> import kcinema
        >>> kcinema.collection("cult-classics") == kcinema.cult_classics()
        True
        """
        return self._resolve(
            id,
            self._collection_index,
            self._retired_collections,
            CollectionNotFoundError,
        )

    def _resolve(
        self,
        id_: object,
        index: Mapping[str, R],
        retired: Mapping[str, str],
        error: type[
            FilmNotFoundError | DirectorNotFoundError | CollectionNotFoundError
        ],
    ) -> R:
        """Find a record by its id of today or a former one."""
        try:
            return index[id_]  # type: ignore[index]  # what is no text is no key
        except (KeyError, TypeError):
            pass
        if not isinstance(id_, str):
            msg = f"expected an id as text, not {id_!r}"
            raise InvalidQueryError(msg)
        if id_ in retired:
            new = retired[id_]
            _warn(f"the id {id_!r} is now {new!r}")
            return index[new]
        raise error(id_, self._nearest(id_, error.kind))

    def _nearest(self, id_: str, kind: str) -> list[str]:
        """Give the ids that an id may have meant, by searching for its words."""
        text = id_.replace("-", " ")
        hits = self._search(text, kind=kind, limit=3) if text.strip() else []
        return [hit.item.id for hit in hits]

    # Many by what they are ------------------------------------------------------------

    def films(self, **criteria: Unpack[Criteria]) -> FilmList:
        """Give the films that meet every criterion, in the order of their ids.

        See :func:`kcinema.films`.
        """
        if not criteria:
            return self._film_list
        return FilmList(_criteria.narrow(self._films, dict(criteria)))

    def directors(
        self, *, name: str | None = None, collection: Collection | str | None = None
    ) -> tuple[Director, ...]:
        """Give the directors that meet every criterion, in the order of their ids.

        See :func:`kcinema.directors`.
        """
        found = self._directors
        if name is not None:
            # As it is spelled, or else as it sounds; see the criterion of films.
            for folded in (spelling.name_keys, spelling.name_sounds):
                wanted = folded([name])
                found = tuple(
                    one
                    for one in self._directors
                    if not wanted.isdisjoint(folded(one.names))
                )
                if found:
                    break
        if collection is not None:
            id_ = collection if isinstance(collection, str) else collection.id
            credited = {
                director.id
                for film in self.collection(id_)
                for director in film.directors
            }
            found = tuple(director for director in found if director.id in credited)
        return found

    def collections(
        self,
        *,
        kind: CollectionKind | str | None = None,
        film: Film | str | None = None,
    ) -> tuple[Collection, ...]:
        """Give the collections: the showcase in its order, then the others by id.

        See :func:`kcinema.collections`.
        """
        found = self._collections_in_order
        if kind is not None:
            wanted = _criteria.terms(
                "kind", kind, CollectionKind, "a kind of collection"
            )
            found = tuple(item for item in found if item.kind in wanted)
        if film is not None:
            id_ = self.film(film).id if isinstance(film, str) else film.id
            found = tuple(item for item in found if id_ in self.entries(item.id))
        return found

    # What records ask their catalogue -------------------------------------------------

    def films_by(self, director: str) -> FilmList:
        """Give the films of the director with this id, the earliest first."""
        return self._films_by_director.get(director, FilmList())

    def films_in(self, collection: str) -> FilmList:
        """Give the films of the collection with this id, in its order."""
        return self._films_by_collection[collection]

    def entries(self, collection: str) -> Mapping[str, Entry]:
        """Give the entries of the collection with this id, by film id."""
        return self._entries_by_collection[collection]

    # Finding --------------------------------------------------------------------------

    def search(
        self, text: str, *, kind: str | None = None, limit: int = 10
    ) -> list[SearchHit]:
        """Find films, directors and collections by any of their names.

        See :func:`kcinema.search`.
        """
        return self._search(text, kind=kind, limit=limit)

    def similar(self, film: Film | str, *, limit: int = 5) -> list[Similar]:
        """Find the films most like a film, each with the reasons.

        See :func:`kcinema.similar`.
        """
        # A film of another catalogue is the one of its id here.
        id_ = film if isinstance(film, str) else film.id
        return self._similarity(self.film(id_), limit=limit)

    # The whole ------------------------------------------------------------------------

    def data_version(self) -> DataVersion:
        """Say which data this is: its version, its size and its checksum.

        See :func:`kcinema.data_version`.
        """
        return DataVersion(
            version=self.version,
            schema=_codec.SCHEMA,
            films=len(self._films),
            directors=len(self._directors),
            collections=len(self._collections),
            checksum=self._checksum,
        )

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the catalogue as one JSON document that :func:`kcinema.load` reads.

        The file appears whole or not at all: an older one stays until the new one is
        on disk.

        Args:
            path: The file to write.

        Raises:
            OSError: The file cannot be written.

        >>> import kcinema, tempfile, pathlib
        >>> path = pathlib.Path(tempfile.mkdtemp()) / "mine.json"
        >>> kcinema.catalogue().save(path)
        >>> kcinema.load(path) == kcinema.catalogue()
        True
        """
        text = self._text()
        # Records made by hand can hold what no file may: better said now than later.
        _codec.loads(text, f"the catalogue to be saved as {os.fspath(path)}")
        _disk.write(path, text)

    def _text(self) -> str:
        parts = (self._films, self._directors, self._collections)
        return _codec.dumps(_codec.Document(self.version, *parts))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Catalogue):
            return NotImplemented
        return self is other or (
            self.version == other.version
            and self._films == other._films
            and self._directors == other._directors
            and self._collections == other._collections
        )

    def __hash__(self) -> int:
        return hash((self.version, tuple(film.id for film in self._films)))

    def __copy__(self) -> Catalogue:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Catalogue:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        if self._origin is not None:
            return self._origin, ()
        return _restore, (self._text(),)

    def __repr__(self) -> str:
        return (
            f"<Catalogue {self.version}: {len(self._films)} films, "
            f"{len(self._directors)} directors, {len(self._collections)} collections>"
        )

    # Indexes, each built when it is first needed --------------------------------------

    @cached_property
    def _film_list(self) -> FilmList:
        return FilmList(self._films)

    @cached_property
    def _film_index(self) -> dict[str, Film]:
        return {film.id: film for film in self._films}

    @cached_property
    def _director_index(self) -> dict[str, Director]:
        return {director.id: director for director in self._directors}

    @cached_property
    def _collection_index(self) -> dict[str, Collection]:
        return {collection.id: collection for collection in self._collections}

    @cached_property
    def _retired_films(self) -> dict[str, str]:
        return _retired(self._films)

    @cached_property
    def _retired_directors(self) -> dict[str, str]:
        return _retired(self._directors)

    @cached_property
    def _retired_collections(self) -> dict[str, str]:
        return _retired(self._collections)

    @cached_property
    def _external_index(self) -> dict[tuple[str, str | int], Film]:
        return {
            (name, value): film
            for film in self._films
            for name, value in film.ids.known().items()
        }

    @cached_property
    def _films_by_director(self) -> dict[str, FilmList]:
        films: dict[str, list[Film]] = {}
        for film in self._film_list.sorted_by("year", "release_date"):
            for director in film.directors:
                films.setdefault(director.id, []).append(film)
        return {id_: FilmList(found) for id_, found in films.items()}

    @cached_property
    def _entries_by_collection(self) -> dict[str, dict[str, Entry]]:
        entries: dict[str, dict[str, Entry]] = {}

        def of(collection: Collection) -> dict[str, Entry]:
            if collection.id not in entries:
                found: dict[str, Entry] = {}
                if collection.sections:
                    for section in collection.sections:
                        for id_, entry in of(section).items():
                            found.setdefault(id_, entry)
                else:
                    found = {entry.film: entry for entry in collection.entries}
                entries[collection.id] = found
            return entries[collection.id]

        for collection in self._collections:
            of(collection)
        return entries

    @cached_property
    def _films_by_collection(self) -> dict[str, FilmList]:
        return {
            id_: FilmList(self._film_index[film] for film in entries)
            for id_, entries in self._entries_by_collection.items()
        }

    @cached_property
    def _collections_in_order(self) -> tuple[Collection, ...]:
        ordered: dict[str, Collection] = {}

        def visit(collection: Collection) -> None:
            ordered.setdefault(collection.id, collection)
            for section in collection.sections:
                visit(section)

        for id_ in Showcase.HALVES:
            if id_ in self._collection_index:
                visit(self._collection_index[id_])
        for collection in self._collections:
            visit(collection)
        return tuple(ordered.values())

    @cached_property
    def _checksum(self) -> str:
        return hashlib.sha256(self._text().encode()).hexdigest()


def _restore(text: str) -> Catalogue:
    """Rebuild a catalogue that was pickled."""
    return Catalogue(**_codec.loads(text)._asdict())


def _retired(records: Iterable[Record]) -> dict[str, str]:
    """Map former ids to the ids of today."""
    return {
        former: record.id
        for record in records
        for former in record.former_ids  # type: ignore[attr-defined]
    }


def _warn(message: str) -> None:
    """Warn of the user's line: the nearest caller outside this package."""
    level = 1
    frame = sys._getframe()  # noqa: SLF001  # the only way to look up the stack cheaply
    while frame.f_back and frame.f_globals.get("__package__") == __package__:
        frame = frame.f_back
        level += 1
    warnings.warn(message, RetiredIdWarning, stacklevel=level)
