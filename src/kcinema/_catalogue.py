"""Catalogue: films, directors and collections, and the ways to look them up."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from attrs.exceptions import FrozenInstanceError

from kcinema._once import Lazy, once
from kcinema._query import FilmList
from kcinema._showcase import Showcase
from kcinema.errors import (
    CatalogueError,
    CollectionNotFoundError,
    DirectorNotFoundError,
    FilmNotFoundError,
    InvalidQueryError,
    RetiredIdWarning,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any, NoReturn

    from typing_extensions import Unpack

    from kcinema._codec import Document
    from kcinema._collection import Collection, Entry
    from kcinema._criteria import Criteria, FilmIndex
    from kcinema._director import Director
    from kcinema._film import Film
    from kcinema._record import Record
    from kcinema._search import Search, SearchHit
    from kcinema._similarity import Similar, Similarity
    from kcinema.vocabulary import CollectionKind

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


class Catalogue(Lazy, Showcase):
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

    # Gives the version of the data, when it is first needed.
    _version: Callable[[], str]
    # Gives the records of one kind, when they are first needed.
    _read: Callable[[str], Iterable[Any]]
    # The function that gives this very catalogue in any process: the packaged one is
    # pickled by it, others as their document.
    _origin: Callable[[], Catalogue] | None

    # The films by id, as soon as one was asked for by its id.
    _films_found: dict[str, Film]

    def __init__(
        self,
        *,
        films: Iterable[Film] = (),
        directors: Iterable[Director] = (),
        collections: Iterable[Collection] = (),
        version: str = "unversioned",
    ) -> None:
        from kcinema import _integrity

        records: dict[str, list[Any]] = {
            "films": _by_id(films),
            "directors": _by_id(directors),
            "collections": _by_id(collections),
        }
        problems = _integrity.problems(**records)
        if problems:
            raise CatalogueError(problems)
        _begin(self, lambda: version, records.__getitem__)
        _complete(self)

    @classmethod
    def of_checked(
        cls,
        version: Callable[[], str],
        read: Callable[[str], Iterable[Any]],
        origin: Callable[[], Catalogue] | None = None,
    ) -> Catalogue:
        """Make a catalogue of records that are known to fit together.

        Args:
            version: Gives the version of the data, when it is first needed.
            read: Gives the ``"films"``, ``"directors"`` or ``"collections"``; asked
                for each once, when they are first needed.
            origin: The function that gives this very catalogue in any process.
        """
        catalogue = cls.__new__(cls)
        _begin(catalogue, version, read, origin)
        return catalogue

    @classmethod
    def of_document(cls, document: Document) -> Catalogue:
        """Make a catalogue of a document that was read, and so checked."""
        records: dict[str, Sequence[Any]] = {
            "films": document.films,
            "directors": document.directors,
            "collections": document.collections,
        }
        catalogue = cls.of_checked(lambda: document.version, records.__getitem__)
        _complete(catalogue)
        return catalogue

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError

    # The records, each kind bound to this catalogue when it is first needed -----------

    @once
    def version(self) -> str:
        """The version of the data."""
        return self._version()

    @once
    def _films(self) -> tuple[Film, ...]:
        return self._bound("films")

    @once
    def _directors(self) -> tuple[Director, ...]:
        return self._bound("directors")

    @once
    def _collections(self) -> tuple[Collection, ...]:
        return self._bound("collections")

    def _bound(self, kind: str) -> tuple[Any, ...]:
        return tuple(record.join(self) for record in _by_id(self._read(kind)))

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
        # What nearly everybody asks, an id of today, is found at once.
        if imdb is None and tmdb is None and kmdb is kobis is wikidata is None:
            try:
                return self._films_found[id]  # type: ignore[index]  # None is no key
            except (KeyError, TypeError):
                pass
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
        from kcinema import _criteria

        found = _criteria.narrow(self._films, dict(criteria), self._index_of_films)
        return FilmList(found)

    def directors(
        self, *, name: str | None = None, collection: Collection | str | None = None
    ) -> tuple[Director, ...]:
        """Give the directors that meet every criterion, in the order of their ids.

        See :func:`kcinema.directors`.
        """
        found = self._directors
        if name is not None:
            from kcinema import spelling

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
            from kcinema import _criteria
            from kcinema.vocabulary import CollectionKind

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
        from kcinema import _codec

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
        from kcinema import _codec, _disk

        text = self._text()
        # Records made by hand can hold what no file may: better said now than later.
        _codec.loads(text, f"the catalogue to be saved as {os.fspath(path)}")
        _disk.write(path, text)

    def _text(self) -> str:
        from kcinema import _codec

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

    @once
    def _search(self) -> Search:
        from kcinema._search import Search

        return Search(self._films, self._directors, self._collections)

    @once
    def _similarity(self) -> Similarity:
        from kcinema._similarity import Similarity

        return Similarity(self._films)

    @once
    def _film_list(self) -> FilmList:
        return FilmList(self._films)

    @once
    def _film_index(self) -> dict[str, Film]:
        # In place: a dict that is always there is found quicker than one that may be.
        self._films_found.update((film.id, film) for film in self._films)
        return self._films_found

    @once
    def _index_of_films(self) -> FilmIndex:
        from kcinema._criteria import FilmIndex

        return FilmIndex(self._films)

    @once
    def _director_index(self) -> dict[str, Director]:
        return {director.id: director for director in self._directors}

    @once
    def _collection_index(self) -> dict[str, Collection]:
        return {collection.id: collection for collection in self._collections}

    @once
    def _retired_films(self) -> dict[str, str]:
        return _retired(self._films)

    @once
    def _retired_directors(self) -> dict[str, str]:
        return _retired(self._directors)

    @once
    def _retired_collections(self) -> dict[str, str]:
        return _retired(self._collections)

    @once
    def _external_index(self) -> dict[tuple[str, str | int], Film]:
        return {
            (name, value): film
            for film in self._films
            for name, value in film.ids.known().items()
        }

    @once
    def _films_by_director(self) -> dict[str, FilmList]:
        films: dict[str, list[Film]] = {}
        for film in self._film_list.sorted_by("year", "release_date"):
            for director in film.directors:
                films.setdefault(director.id, []).append(film)
        return {id_: FilmList(found) for id_, found in films.items()}

    @once
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

    @once
    def _films_by_collection(self) -> dict[str, FilmList]:
        return {
            id_: FilmList(self._film_index[film] for film in entries)
            for id_, entries in self._entries_by_collection.items()
        }

    @once
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

    @once
    def _checksum(self) -> str:
        import hashlib

        return hashlib.sha256(self._text().encode()).hexdigest()


def _begin(
    catalogue: Catalogue,
    version: Callable[[], str],
    read: Callable[[str], Iterable[Any]],
    origin: Callable[[], Catalogue] | None = None,
) -> None:
    # Past the guard that keeps everybody else from setting attributes.
    vars(catalogue).update(
        _version=version,
        _read=read,
        _origin=origin,
        _lock=threading.RLock(),
        _films_found={},
    )


def _complete(catalogue: Catalogue) -> None:
    """Read what has not been read, and let go of where it came from."""
    _ = catalogue.version, catalogue.films(), catalogue.directors()
    _ = catalogue.collections()
    del vars(catalogue)["_version"], vars(catalogue)["_read"]


def _by_id(records: Iterable[R]) -> list[R]:
    return sorted(records, key=lambda record: record.id)


def _restore(text: str) -> Catalogue:
    """Rebuild a catalogue that was pickled."""
    from kcinema import _codec

    return Catalogue.of_document(_codec.loads(text))


def _retired(records: Iterable[Record]) -> dict[str, str]:
    """Map former ids to the ids of today."""
    return {
        former: record.id
        for record in records
        for former in record.former_ids  # type: ignore[attr-defined]
    }


def _warn(message: str) -> None:
    """Warn of the user's line: the nearest caller outside this package."""
    import sys
    import warnings

    level = 1
    frame = sys._getframe()  # noqa: SLF001  # the only way to look up the stack cheaply
    while frame.f_back and frame.f_globals.get("__package__") == __package__:
        frame = frame.f_back
        level += 1
    warnings.warn(message, RetiredIdWarning, stacklevel=level)
