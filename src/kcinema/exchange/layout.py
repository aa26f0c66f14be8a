"""Records laid out in tables: as rows of every table, or with lists in one row a film.

Both are pure functions over the tables of ``tables.py``, and every backend fills its
own kind of table from what they return.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kcinema._model.given import of_checked
from kcinema.errors import CatalogueError
from kcinema.exchange.tables import COLLECTIONS, DIRECTORS, FILMS, TABLES, Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeAlias

    import kcinema
    from kcinema.exchange.tables import Table

    Rows: TypeAlias = list[tuple[Any, ...]]

__all__ = ["FILM_COLUMNS", "Part", "about", "film_columns", "part_of", "rows"]

_HIGHEST = 2**63 - 1


class Part(NamedTuple):
    """Records that refer to no others, but for the films that a film is based on."""

    films: Sequence[kcinema.Film]
    directors: Sequence[kcinema.Director]
    collections: Sequence[kcinema.Collection]


def part_of(films: Iterable[kcinema.Film]) -> Part:
    """Return the part of a catalogue that a list of films is.

    Returns:
        The films, each once; their directors by id; and the collections of their
        catalogue, as far as they consist of these films.

    Raises:
        CatalogueError: The films do not fit together: two different ones have the same
            id, or a director is missing because a film is in no catalogue.
    """
    from kcinema._json import checks

    found = tuple(dict.fromkeys(films))
    bound = [film for film in found if film.is_in_catalogue]
    ids = {film.id for film in found}
    directors = dict.fromkeys(one for film in bound for one in film.directors)
    by_id = sorted(directors, key=lambda director: director.id)
    catalogues = dict.fromkeys(film.catalogue for film in bound)
    collections = dict.fromkeys(
        _narrowed(item, ids)
        for catalogue in catalogues
        for item in catalogue.collections()
        if any(entry.film in ids for entry in item.entries)
    )
    part = Part(found, by_id, tuple(collections))
    # Films of one catalogue fit together, but films of any two can be in one list.
    earlier = {basis.film for film in found for basis in film.based_on if basis.film}
    problems = [*checks.problems(*part, also_known=earlier)]
    if problems:
        raise CatalogueError(problems, "the list of films")
    return part


def _narrowed(collection: kcinema.Collection, films: set[str]) -> kcinema.Collection:
    """Return a collection with only some of its films."""
    entries = tuple(entry for entry in collection.own_entries if entry.film in films)
    sections = tuple(
        section.id
        for section in collection.sections
        if any(entry.film in films for entry in section.entries)
    )
    values = collection._values() | {"entries": entries, "sections": sections}  # noqa: SLF001  # as records copy themselves
    return of_checked(type(collection), values)


def about(films: Iterable[kcinema.Film]) -> dict[str, str]:
    """Return what a file of films says of itself: licence, and version of the data."""
    found = {film.catalogue.version for film in films if film.is_in_catalogue}
    return {"data_version": ", ".join(sorted(found)), "licence": _LICENCE}


_LICENCE = (
    "Records from the catalogue of kcinema: facts and ids CC0-1.0; prose (logline, "
    "note, bio, summary, criterion, reason) CC-BY-4.0, by the kcinema maintainers."
)


# By themselves ------------------------------------------------------------------------


def rows(part: Part) -> dict[str, Rows]:
    """Return the rows of every table, in the order of the records.

    Dates are dates, numbers are numbers, and all else is text; what is unknown is None.
    """
    found: dict[str, Rows] = {name: [] for name in TABLES}
    for table, records in zip((FILMS, DIRECTORS, COLLECTIONS), part, strict=True):
        for record in records:
            _lay(found, table, (), record)
    return found


def _lay(
    found: dict[str, Rows], table: Table, key: tuple[Any, ...], item: object
) -> None:
    """Add the row of a record or value, and the rows of what is below it."""
    row = (*key, *(_value(item, column) for column in table.plain()))
    found[table.name].append(row)
    for column, below in table.lists():
        for place, one in enumerate(getattr(item, column.path), 1):
            _lay(found, below, (*(key or row[:1]), place), one)


def _value(item: object, column: Column) -> object:
    for part in column.path.split(".") if column.path else ():
        if item is None:
            return None
        item = getattr(item, part)
    if column.kind == "date" or item is None:
        return item
    if column.kind == "text":
        return str(item)
    # A disputed value is a number or a text; beyond 64 bits it is only text.
    return item if isinstance(item, int) and abs(item) <= _HIGHEST else None


# One row a film -----------------------------------------------------------------------


def _with_names() -> Iterator[Column]:
    for column in FILMS.columns:
        yield column
        if column.name == "director_ids":
            yield _DIRECTORS


# The one column that no field has: what people look for first.
_DIRECTORS = Column(
    "directors", "directors", "list", null=True, table=TABLES["film_directors"]
)
FILM_COLUMNS = (*_with_names(),)
"""The columns of a table of films alone, in which lists are columns as well."""


def film_columns(films: Iterable[kcinema.Film]) -> list[list[Any]]:
    """Return the values of each of :data:`FILM_COLUMNS`, film by film.

    A list of plain values is a list, and a list of parts a list of dicts. The names of
    directors are None where a film is in no catalogue, which would know them.
    """
    found = [*films]
    return [
        [
            _names(film) if column is _DIRECTORS else _nested(film, column)
            for film in found
        ]
        for column in FILM_COLUMNS
    ]


def _names(film: kcinema.Film) -> list[str] | None:
    if not film.is_in_catalogue:
        return None
    return [director.name for director in film.directors]


def _nested(item: object, column: Column) -> object:
    table = column.table
    if table is None:
        return _value(item, column)
    values = getattr(item, column.path)
    if table.alone:
        return [_value(value, table.columns[0]) for value in values]
    return [
        {part.name: _nested(value, part) for part in table.columns} for value in values
    ]
