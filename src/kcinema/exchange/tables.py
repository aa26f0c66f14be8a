"""The tables that a catalogue is laid out in: their names, columns, types and keys.

A record is a row of ``films``, ``directors`` or ``collections``. A field with several
values is a table of its own, whose rows have the key of the row that they belong to and
their place in it, from 1. Types, limits, and what may be null follow from the record
classes, so that they are defined only once; every backend reads them here.

>>> from kcinema.exchange.tables import TABLES
>>> [column.name for column in TABLES["film_directors"].flat()]
['film', 'place', 'director']
>>> TABLES["supports"].key
('film', 'source', 'place')
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    NamedTuple,
    TypeAlias,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import attr

from kcinema._model.collection import Collection
from kcinema._model.director import Director
from kcinema._model.fields import Between
from kcinema._model.film import Film
from kcinema.vocabulary import Rating, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["COLLECTIONS", "DIRECTORS", "FILMS", "TABLES", "Column", "Kind", "Table"]

Kind: TypeAlias = Literal["text", "small", "integer", "date", "list"]
"""What a column holds; ``small`` is a whole number that needs no more than 16 bits."""


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        name: Its name.
        path: Where its value is in the record: ``"admissions.count"``; empty for the
            record itself, if that is a plain value.
        kind: What it holds.
        null: Whether it may be null.
        words: The vocabulary that its values are from, or None.
        limits: The lowest and the highest number that it may hold, or None.
        refers: The table whose id it holds, or None.
        table: The table of its values, if it holds a list.
    """

    name: str
    path: str
    kind: Kind
    null: bool = False
    words: type[Term] | None = None
    limits: Between | None = None
    refers: str | None = None
    table: Table | None = None

    @property
    def ordered(self) -> bool:
        """Whether its words have an order, from low to high."""
        return self.words is Rating


class Table(NamedTuple):
    """A table: one row for each record, or for each value of a field with several.

    Attributes:
        name: Its name.
        one: What one row is called where other tables refer to it.
        cls: The class of which each row is an object, or of which it is a value.
        columns: Its own columns, in the order of the record's fields, lists included.
        above: The names of the columns that say which row it belongs to.
        owner: The name of the table with that row, or None for a table of records.
    """

    name: str
    one: str
    cls: Any
    columns: tuple[Column, ...]
    above: tuple[str, ...] = ()
    owner: str | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """The names of the columns that identify a row."""
        return (*self.above, "place") if self.owner else ("id",)

    def flat(self) -> tuple[Column, ...]:
        """Return the columns of the table by itself: its key first, and no lists."""
        key: list[Column] = []
        if self.owner:
            key = [Column(name, name, "text") for name in self.above[:1]]
            key += [Column(name, name, "integer") for name in self.key[1:]]
        return (*key, *self.plain())

    def plain(self) -> Iterator[Column]:
        """Yield the columns of its own that are no lists."""
        return (column for column in self.columns if column.kind != "list")

    def lists(self) -> Iterator[tuple[Column, Table]]:
        """Yield the columns that are lists, each with the table of its values."""
        for column in self.columns:
            if column.table is not None:
                yield column, column.table

    @property
    def alone(self) -> bool:
        """Whether a row is one plain value, such as a genre."""
        return not self.columns[0].path


# Reading the classes ------------------------------------------------------------------


class _Several(NamedTuple):
    """A field with several values, as the definitions below write it."""

    field: str
    columns: tuple[str | Column | _Several, ...]
    table: str
    one: str


def _several(
    field: str, *columns: str | Column | _Several, table: str = "", one: str = ""
) -> _Several:
    return _Several(field, columns, table or field, one)


def _table(
    name: str, one: str, cls: Any, *written: str | Column | _Several, owner: Any = None
) -> Table:
    """Make a table.

    Args:
        name: The name of the table.
        one: What one row is called.
        cls: The class whose objects, or the type whose values, are its rows.
        *written: The columns: several names in one text, each a field's, or
            ``name=path``, or ``name@table`` if it holds an id of that table.
        owner: The table that its rows belong to.
    """
    above: tuple[str, ...] = ()
    if owner is not None:
        above = (*owner.above, owner.one)
    table = Table(name, one, cls, (), above, owner and owner.name)
    columns: list[Column] = []
    for part in written:
        if isinstance(part, str):
            columns += [_column(cls, text) for text in part.split()]
        elif isinstance(part, Column):
            columns.append(part)
        else:
            item = get_args(_hints(cls)[part.field])[0]
            values = _table(part.table, part.one, item, *part.columns, owner=table)
            columns.append(Column(part.field, part.field, "list", table=values))
    return table._replace(columns=tuple(columns))


def _column(cls: Any, text: str) -> Column:
    text, _, refers = text.partition("@")
    name, _, path = text.partition("=")
    hint, null = cls, False
    if attr.has(cls):
        path = path or name
        for part in path.split("."):
            hint, may_be = _without_none(_hints(hint)[part])
            null = null or may_be
    return Column(name, path, *_typed(hint, null=null), refers=refers or None)


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls, include_extras=True)


def _without_none(hint: Any) -> tuple[Any, bool]:
    """Return a type without None, and whether that was one of its alternatives."""
    if get_origin(hint) not in (Union, UnionType):
        return hint, False
    parts = [part for part in get_args(hint) if part is not type(None)]
    return (parts[0], True) if len(parts) == 1 else (str, False)


def _typed(
    hint: Any, *, null: bool
) -> tuple[Kind, bool, type[Term] | None, Between | None]:
    if hint is dt.date:
        return "date", null, None, None
    if isinstance(hint, type) and issubclass(hint, Term):
        return "text", null, hint, None
    if get_origin(hint) is Annotated:
        _, wanted = get_args(hint)
        if isinstance(wanted, Between):
            return "small" if wanted.high < _SMALL else "integer", null, None, wanted
    # Dates that are known to the year or the month are text, and sort as they should.
    return "text", null, None, None


_SMALL = 2**15


# The tables ---------------------------------------------------------------------------


def _pages(prefix: str = "") -> tuple[_Several, _Several, _Several]:
    """Return the fields that say where a record's facts come from, and former ids."""
    # A disputed value is a text or a number, which no column can hold at once.
    number = Column("number", "value", "integer", null=True)
    return (
        _several(
            "sources",
            "url seen",
            _several("supports", "field", table=f"{prefix}supports"),
            table=f"{prefix}sources",
            one="source",
        ),
        _several("disputed", "field value", number, "url", table=f"{prefix}disputed"),
        _former_ids(prefix),
    )


def _former_ids(prefix: str) -> _Several:
    return _several("former_ids", "former_id", table=f"{prefix}former_ids")


FILMS = _table(
    "films",
    "film",
    Film,
    "id title title_ko romanized",
    _several("aliases", "alias"),
    "year release_date runtime rating",
    "admissions=admissions.count admissions_scope=admissions.scope",
    "admissions_as_of=admissions.as_of",
    _several("countries", "country"),
    _several("languages", "language"),
    _several("director_ids", "director@directors", table="film_directors"),
    _several("cast", "name name_ko role source"),
    _several("genres", "genre"),
    _several("themes", "theme"),
    _several("awards", "body year category result recipient source"),
    _several("honours", "list rank source"),
    # No reference: a list of films may lack the earlier one.
    _several("based_on", "kind title author earlier_film=film"),
    "imdb=ids.imdb tmdb=ids.tmdb kmdb=ids.kmdb kobis=ids.kobis wikidata=ids.wikidata",
    "logline note",
    *_pages(),
)
DIRECTORS = _table(
    "directors",
    "director",
    Director,
    "id name name_ko",
    _several("aliases", "alias", table="director_aliases"),
    "born died",
    "debut_title=debut.title debut_title_ko=debut.title_ko debut_year=debut.year",
    "bio",
    "imdb=ids.imdb tmdb=ids.tmdb kmdb=ids.kmdb wikidata=ids.wikidata",
    *_pages("director_"),
)
COLLECTIONS = _table(
    "collections",
    "collection",
    Collection,
    "id title title_ko summary criterion kind",
    _several("section_ids", "section@collections", table="sections"),
    _several(
        "own_entries",
        "film@films reason",
        _several("evidence", "name url"),
        table="entries",
        one="entry",
    ),
    _former_ids("collection_"),
)


def _all(*tables: Table) -> Iterator[Table]:
    for table in tables:
        yield table
        yield from _all(*(below for _, below in table.lists()))


TABLES = {table.name: table for table in _all(FILMS, DIRECTORS, COLLECTIONS)}
"""Every table by its name: those of records, each followed by those below it."""
