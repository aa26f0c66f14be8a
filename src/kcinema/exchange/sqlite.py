"""``sqlite``: the films, their directors and collections as a database of tables.

The tables are those of ``tables.py``, with keys and constraints, and three things more:
``about``, with the licence and the version of the data; ``search``, a full-text index
of all titles and names; and ``collection_films``, a view of the films of collections,
those with sections among them.
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kcinema._model.filmlist import FilmList
from kcinema.exchange import layout
from kcinema.exchange.exported import Exported
from kcinema.exchange.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcinema.exchange.selection import Selection
    from kcinema.exchange.tables import Column, Table

__all__ = ["write"]


def write(selection: Selection) -> Exported:
    """Write a database; the same films give the same tables, row by row.

    Raises:
        CatalogueError: The films do not fit together, such as two different ones with
            the same id.
    """
    films = selection.films
    part = layout.part_of(films)
    rows = layout.rows(part)
    # Before Python 3.11, a database in memory cannot be had as bytes.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "films.sqlite"
        with closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA foreign_keys = ON")
            database.execute("PRAGMA synchronous = OFF")  # the file is read and gone
            for table in TABLES.values():
                database.execute(_create(table))
            for name, table in TABLES.items():
                marks = ", ".join("?" for _ in table.flat())
                database.executemany(
                    f"INSERT INTO {_quoted(name)} VALUES ({marks})",  # noqa: S608  # our own names
                    map(_stored, rows[name]),
                )
            for statement in _MORE:
                database.execute(statement)
            database.executemany(
                "INSERT INTO about VALUES (?, ?)", layout.about(films).items()
            )
            database.commit()
            database.execute("VACUUM")
        return Exported(path.read_bytes(), FilmList())


def _stored(row: Iterable[Any]) -> tuple[Any, ...]:
    """Return a row with dates as text, which SQLite has in their place."""
    return tuple(
        value.isoformat() if hasattr(value, "isoformat") else value for value in row
    )


# Definitions --------------------------------------------------------------------------


def _create(table: Table) -> str:
    """Return the statement that makes a table."""
    lines = [_column(table, column) for column in table.flat()]
    lines.append(f"PRIMARY KEY ({_listed(table.key)})")
    if table.owner:
        lines.append(
            f"FOREIGN KEY ({_listed(table.above)}) "
            f"REFERENCES {_quoted(table.owner)} ({_listed(TABLES[table.owner].key)})"
        )
    inside = ",\n".join(f"    {line}" for line in lines)
    return f"CREATE TABLE {_quoted(table.name)} (\n{inside}\n)"


def _column(table: Table, column: Column) -> str:
    stored = "INTEGER" if column.kind in {"small", "integer"} else "TEXT"
    parts = [_quoted(column.name), stored, *([] if column.null else ["NOT NULL"])]
    if column.refers:
        parts.append(f"REFERENCES {_quoted(column.refers)} (id)")
        # The row that it refers to may come later.
        parts.append("DEFERRABLE INITIALLY DEFERRED")
    elif column.name not in table.above:
        parts += [f"CHECK ({check})" for check in _checks(column)]
    return " ".join(parts)


def _checks(column: Column) -> Iterator[str]:
    name = _quoted(column.name)
    if column.words is not None:
        words = ", ".join(f"'{word}'" for word in column.words)
        yield f"{name} IN ({words})"
    elif column.limits is not None:
        yield f"{name} BETWEEN {column.limits.low} AND {column.limits.high}"
    elif column.name == "place":
        yield f"{name} >= 1"
    elif column.kind == "date":
        yield f"{name} IS date({name}, '+0 days')"
    elif column.kind == "text":
        yield f"{name} <> ''"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    """Return a name as SQL takes it, even if it is a word of SQL."""
    return f'"{name}"'


# What other formats have no counterpart of. The index is of words, not of trigrams,
# which would not find a title of two syllables, as so many Korean ones are.
_MORE = (
    "CREATE UNIQUE INDEX one_place ON entries (collection, film)",
    *(
        f"CREATE UNIQUE INDEX films_{name} ON films ({name})"
        for name in ("imdb", "tmdb", "kmdb", "kobis", "wikidata")
    ),
    *(
        f"CREATE INDEX {table}_{column} ON {_quoted(table)} ({column})"
        for table, column in (
            ("films", "year"),
            ("aliases", "alias"),
            ("film_directors", "director"),
            ("cast", "name"),
            ("cast", "name_ko"),
            ("countries", "country"),
            ("genres", "genre"),
            ("themes", "theme"),
            ("awards", "body"),
            ("honours", "list"),
            ("based_on", "earlier_film"),
            ("sections", "section"),
            ("entries", "film"),
        )
    ),
    """CREATE VIEW collection_films AS
WITH RECURSIVE below (collection, part) AS (
    SELECT id, id FROM collections
    UNION
    SELECT below.collection, sections.section
    FROM below JOIN sections ON sections.collection = below.part
)
SELECT DISTINCT below.collection, entries.film
FROM below JOIN entries ON entries.collection = below.part""",
    "CREATE TABLE about (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)",
    """CREATE VIRTUAL TABLE search USING fts5 (
    text, kind UNINDEXED, id UNINDEXED, what UNINDEXED,
    tokenize = 'unicode61 remove_diacritics 2'
)""",
    """INSERT INTO search
SELECT * FROM (
    SELECT title AS text, 'film', id, 'title' FROM films
    UNION ALL SELECT title_ko, 'film', id, 'title_ko' FROM films
    UNION ALL SELECT romanized, 'film', id, 'romanized' FROM films
    UNION ALL SELECT alias, 'film', film, 'alias' FROM aliases
    UNION ALL SELECT name, 'film', film, 'cast' FROM "cast"
    UNION ALL SELECT name_ko, 'film', film, 'cast' FROM "cast"
    UNION ALL SELECT name, 'director', id, 'name' FROM directors
    UNION ALL SELECT name_ko, 'director', id, 'name_ko' FROM directors
    UNION ALL SELECT alias, 'director', director, 'alias' FROM director_aliases
    UNION ALL SELECT title, 'collection', id, 'title' FROM collections
    UNION ALL SELECT title_ko, 'collection', id, 'title_ko' FROM collections
) WHERE text IS NOT NULL""",
)
