"""Catalogue: films, directors and collections, and how to look them up."""

from __future__ import annotations

import os  # noqa: TC003  # annotations are evaluated at run time
from collections.abc import (  # annotations are evaluated at run time
    Iterable,
    Mapping,
    Sequence,
)
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, overload

from attr.exceptions import FrozenInstanceError

import kcinema  # noqa: TC001  # annotations are evaluated at run time
from kcinema._derived import Derived
from kcinema._lazy import lock, once
from kcinema._lookups import Lookups
from kcinema.errors import CatalogueError

if TYPE_CHECKING:
    from typing import NoReturn, Protocol

    from typing_extensions import Self

    from kcinema._changes.made import Made, Origins
    from kcinema._json.document import Document
    from kcinema._linking.linker import Linker
    from kcinema._model.base import Record
    from kcinema._model.collection import Collection
    from kcinema._model.director import Director
    from kcinema._model.film import Film

    class Source(Protocol):
        """Where a catalogue gets its records, which are known to be consistent."""

        def version(self) -> str:
            """Return the version of the data."""
            ...

        def records(self, kind: str, catalogue: Catalogue) -> Iterable[Record]:
            """Return the records of a kind, bound to the catalogue and sorted by id."""
            ...

        def record(self, kind: str, id_: str, catalogue: Catalogue) -> Record | None:
            """Return a record if it can be had without the others, else None."""
            ...

        def data_version(self, catalogue: Catalogue) -> kcinema.DataVersion:
            """Return the version, size and checksum of the data."""
            ...

        def pickled(self, catalogue: Catalogue) -> tuple[Any, ...]:
            """Return the result of the catalogue's ``__reduce__``."""
            ...

    class Frame(Protocol):
        """A data frame of any package."""

        @property
        def columns(self) -> object: ...

    FrameT = TypeVar("FrameT", bound=Frame)
else:
    FrameT = TypeVar("FrameT")

__all__ = ["Catalogue", "of_document"]

R = TypeVar("R", bound="Record")
# A column of a table: its name, or its place in rows without names.
Column: TypeAlias = str | int | None
Columns: TypeAlias = Column | Sequence[str | int]


class Catalogue(Derived):
    """An immutable, consistent set of films, directors and collections.

    :func:`kcinema.catalogue` returns the packaged catalogue, :func:`kcinema.load` reads
    one from a file, and the constructor builds one from records. A catalogue has the
    functions of the module as methods, except for ``load`` and ``catalogue``.

    Args:
        films: The films; each director they name must be among the directors.
        directors: The directors.
        collections: The collections; each film they list must be among the films.
        version: The version of the data, in any form.

    Raises:
        CatalogueError: Something is no record, an id is used twice, or refers to a
            record that is missing; lists every problem.

    >>> import kcinema
    >>> lee = kcinema.director("lee-chang-dong")
    >>> mine = kcinema.Catalogue(films=lee.films, directors=[lee], version="mine")
    >>> mine
    <Catalogue mine: 6 films, 1 directors, 0 collections>
    >>> mine.film("poetry-2010") == kcinema.film("poetry-2010")
    True
    """

    if TYPE_CHECKING:
        _source: Source
        _origins: Origins

    def __init__(
        self,
        *,
        films: Iterable[kcinema.Film] = (),
        directors: Iterable[kcinema.Director] = (),
        collections: Iterable[kcinema.Collection] = (),
        version: str = "unversioned",
    ) -> None:
        from kcinema._json import checks

        given: dict[str, Any] = {
            "films": checks.listed(films),
            "directors": checks.listed(directors),
            "collections": checks.listed(collections),
        }
        problems = checks.given(version, given)
        records: dict[str, list[Any]] = {}
        if not problems:
            records = {kind: _by_id(found) for kind, found in given.items()}
            problems = [*checks.problems(**records)]
        if problems:
            raise CatalogueError(problems)
        self._begin(_Given(version, records))
        # Bind the records now, so that the caller can navigate from them at once.
        for kind in records:
            self._records(kind)

    @classmethod
    def _of(cls, source: Source, origins: Origins | None = None) -> Self:
        """Make a catalogue over a source of consistent records."""
        catalogue = cls.__new__(cls)
        catalogue._begin(source, origins)  # noqa: SLF001  # same class
        return catalogue

    def _begin(self, source: Source, origins: Origins | None = None) -> None:
        # Bypasses __setattr__, which always raises.
        values = vars(self)
        values["_source"] = source
        # Empty, unless the catalogue was made of others.
        values["_origins"] = origins or {}
        values["_lookups"] = Lookups(self._records)
        values["_known_films"] = {}

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError

    # Records, each kind read when first needed ----------------------------------------

    @once
    def version(self) -> str:
        """The version of the data."""
        return self._source.version()

    def _records(self, kind: str) -> tuple[Any, ...]:
        found: tuple[Any, ...] = getattr(self, f"_{kind}")
        return found

    def _film(self, id_: object) -> Film | None:
        if not isinstance(id_, str):
            return None
        with lock:
            return self._source.record("films", id_, self)  # type: ignore[return-value]

    @once
    def _films(self) -> tuple[Film, ...]:
        return tuple(self._source.records("films", self))  # type: ignore[arg-type]

    @once
    def _directors(self) -> tuple[Director, ...]:
        return tuple(self._source.records("directors", self))  # type: ignore[arg-type]

    @once
    def _collections(self) -> tuple[Collection, ...]:
        return tuple(self._source.records("collections", self))  # type: ignore[arg-type]

    # Other people's tables ------------------------------------------------------------

    @overload
    def link(
        self,
        rows: FrameT,
        *,
        title: Columns = None,
        year: Column = None,
        director: Column = None,
        file: Column = None,
        **ids: Column,
    ) -> FrameT: ...
    @overload
    def link(
        self,
        rows: Iterable[Mapping[str, Any] | Sequence[Any]],
        *,
        title: Columns = None,
        year: Column = None,
        director: Column = None,
        file: Column = None,
        **ids: Column,
    ) -> kcinema.Links: ...
    def link(
        self,
        rows: Any,  # rows, or a frame of any package
        *,
        title: Columns = None,
        year: Column = None,
        director: Column = None,
        file: Column = None,
        **ids: Column,
    ) -> Any:
        """Find out which rows of a table are films of the catalogue.

        An id decides. Else a row is *sure* if it has the title, in English or Korean,
        and the year of the first screening or the release; *probable* with another name
        of the film, a year apart, or without a year; *ambiguous* if another film has
        the title too. The director decides between films of one title. A wrong link is
        worse than none, so what is in doubt is left out.

        Args:
            rows: Dicts, tuples or lists, or titles; or a frame of pandas, Polars (also
                lazy), Arrow, DuckDB, Spark, or another package that narwhals knows.
            title: The column with the title, or several such columns. A title may be
                written as tables have it: ``"기생충 / Parasite"``, or
                ``"Tale of Two Sisters, A (2003)"``. Of several, ``original_title`` or
                ``원제`` makes a link surer if it is Korean, and else less sure.
            year: The column with the year or a date.
            director: The column with the director or directors.
            file: A column with names of video files instead, which guessit reads
                (``kcinema[files]``).
            **ids: The columns with ids: ``imdb``, ``tmdb``, ``kmdb``, ``kobis``,
                ``wikidata``; as numbers, as text or as addresses.

        Columns are named as in the table, or by their place in tuples, from 0. If none
        is named, those with well-known names are used, such as ``Title``, ``Name``,
        ``제목``, ``Year``, ``개봉일`` or ``tmdbId``; in tuples the first one.

        Returns:
            For rows, :class:`Links`, one for each. For a frame, a frame of its kind
            with four more columns: ``kcinema_id``, ``kcinema_score``,
            ``kcinema_verdict`` and ``kcinema_why``.

        Raises:
            InvalidQueryError: There is no such column, or no title or id to link by.
            MissingPackageError: A package for this kind of frame is not installed.

        .. versionadded:: 0.1.0

        >>> import kcinema
        >>> rows = [{"Title": "기생충", "Year": 2019}, {"Title": "Alien"}]
        >>> [(link.verdict, link.film) for link in kcinema.link(rows)]
        [('sure', <Film parasite-2019: 'Parasite' (2019)>), ('none', None)]
        """
        from kcinema._linking.linking import link

        named = {"title": title, "year": year, "director": director, "file": file}
        return link(rows, self, {**named, **ids})

    @once
    def _linker(self) -> Linker:
        from kcinema._linking.linker import Linker
        from kcinema._linking.namesakes import NAMESAKES

        return Linker(self._films, NAMESAKES)

    # The catalogue as a whole ---------------------------------------------------------

    def data_version(self) -> kcinema.DataVersion:
        """Return the version, size and checksum of the data.

        >>> import kcinema
        >>> kcinema.data_version().schema
        1
        """
        return self._source.data_version(self)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the catalogue as one JSON document that :func:`kcinema.load` can read.

        The write is atomic: an existing file is kept until the new one is on disk.

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
        from kcinema._json import atomic

        atomic.write(path, self._text())

    def _text(self) -> str:
        """Return the catalogue as the JSON document that ``save`` writes."""
        from kcinema._json.document import dumps

        return dumps(self._contents().document)

    def _contents(self) -> Made:
        from kcinema._changes.made import Made
        from kcinema._json.document import Document

        parts = (self._films, self._directors, self._collections)
        return Made(Document(self.version, *parts), self._origins)

    def _of_made(self, made: Made) -> Catalogue:
        return of_document(made.document, made.origins)

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
        return self._source.pickled(self)

    def __repr__(self) -> str:
        return (
            f"<Catalogue {self.version}: {len(self._films)} films, "
            f"{len(self._directors)} directors, {len(self._collections)} collections>"
        )


class _Given:
    """Records passed to the constructor or read from a file."""

    def __init__(self, version: str, records: Mapping[str, Sequence[Any]]) -> None:
        self._version = version
        self._records = records

    def version(self) -> str:
        return self._version

    def records(self, kind: str, catalogue: Catalogue) -> Iterable[Any]:
        return (record._joined(catalogue) for record in self._records[kind])  # noqa: SLF001  # binding is the catalogue's job

    def record(self, kind: str, id_: str, catalogue: Catalogue) -> None:
        """Return None: all records are there already."""

    def data_version(self, catalogue: Catalogue) -> kcinema.DataVersion:
        import hashlib

        from kcinema._dataversion import DataVersion
        from kcinema._json.document import SCHEMA

        text = catalogue._text()  # noqa: SLF001  # same module
        return DataVersion(
            version=self._version,
            schema=SCHEMA,
            **{kind: len(found) for kind, found in self._records.items()},
            checksum=hashlib.sha256(text.encode()).hexdigest(),
        )

    def pickled(self, catalogue: Catalogue) -> tuple[Any, ...]:
        return _restore, (catalogue._text(), catalogue._origins)  # noqa: SLF001  # same module


def of_document(document: Document, origins: Origins | None = None) -> Catalogue:
    """Return the catalogue that a document describes."""
    records: dict[str, Sequence[Any]] = {
        "films": _by_id(document.films),
        "directors": _by_id(document.directors),
        "collections": _by_id(document.collections),
    }
    return Catalogue._of(_Given(document.version, records), origins)  # noqa: SLF001  # same module


def _restore(text: str, origins: Origins) -> Catalogue:
    """Rebuild a pickled catalogue."""
    from kcinema._json.document import loads

    return of_document(loads(text), origins)


def _by_id(records: Iterable[R]) -> list[R]:
    return sorted(records, key=lambda record: record.id)
