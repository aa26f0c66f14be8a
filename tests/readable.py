"""Binary exports as text that a person can read, and that is the same everywhere."""

from __future__ import annotations

import io
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from kcinema import Exported

__all__ = ["SUFFIXES", "opened", "readable"]

SUFFIXES = {"sqlite": ".sql", "parquet": ".txt"}
"""Of the golden files of binary formats."""


def readable(name: str, exported: Exported) -> str:
    """Return an export of some format as text."""
    if name == "sqlite":
        return _sql(exported.data)
    if name == "parquet":
        return _parquet(exported.data)
    return exported.text


def opened(data: bytes) -> sqlite3.Connection:
    """Return the database in a file's bytes, held in memory."""
    database = sqlite3.connect(":memory:")
    # Before Python 3.11 there is no other way than over a file.
    with TemporaryDirectory() as folder:
        path = Path(folder) / "read.sqlite"
        path.write_bytes(data)
        with closing(sqlite3.connect(path)) as source:
            source.backup(database)
    return database


def _sql(data: bytes) -> str:
    """Return all definitions, and all rows as they would be inserted."""
    lines: list[str] = []
    with closing(opened(data)) as database:
        # The tables behind the index of words are SQLite's own.
        made = database.execute(
            "SELECT name, type, sql FROM sqlite_master "
            "WHERE sql IS NOT NULL AND name NOT LIKE 'search\\__%' ESCAPE '\\' "
            "ORDER BY rowid"
        ).fetchall()
        for name, kind, sql in made:
            lines.append(f"{sql};")
            if kind != "table":
                continue
            columns = database.execute(f'PRAGMA table_info("{name}")').fetchall()
            values = ", ".join(f'quote("{column[1]}")' for column in columns)
            lines += [
                f'INSERT INTO "{name}" VALUES ({", ".join(row)});'  # noqa: S608  # to be read
                for row in database.execute(f'SELECT {values} FROM "{name}"')  # noqa: S608  # our own names
            ]
    return "".join(f"{line}\n" for line in lines)


def _parquet(data: bytes) -> str:
    """Return the schema, the metadata, and the rows as Python has them."""
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(data))
    lines = [f"{field.name}: {field.type}" for field in table.schema]
    lines += [
        f"{key.decode()} = {value.decode()}"
        for key, value in sorted(table.schema.metadata.items())
    ]
    for row in table.to_pylist():
        lines += ["", *(f"{name} = {value!r}" for name, value in row.items())]
    return "".join(f"{line}\n" for line in lines)
