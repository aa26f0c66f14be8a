"""Tables of every package, filled from the same columns and values."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from kcinema import spelling
from kcinema._extras import need
from kcinema.errors import InvalidQueryError
from kcinema.exchange import arrow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    import duckdb
    import pandas as pd
    import polars as pl
    import pyarrow as pa
    from pyspark import sql as spark

    from kcinema.exchange.tables import Column, Table

    Columns: TypeAlias = Sequence[Column]
    Values: TypeAlias = Sequence[Sequence[Any]]
    Fill: TypeAlias = Callable[[Columns, Values], Any]

__all__ = ["filling"]


def filling(backend: str, session: object) -> Fill:
    """Return the function that fills a backend's table with the values of each column.

    Args:
        backend: The package.
        session: The connection of DuckDB or session of Spark to fill it in, or None.

    Raises:
        InvalidQueryError: There is no such backend, or the session is not its own.
    """
    fill = _FILLED.get(str(backend))
    if fill is None:
        hint = spelling.nearest_hint(str(backend), _FILLED)
        msg = f"backend: {backend!r} is none of the packages for tables. {hint}"
        raise InvalidQueryError(msg)
    # Told by what they do, so that no package need be imported to see.
    makes = {"duckdb": "from_arrow", "pyspark": "createDataFrame"}.get(backend)
    if session is not None and not (makes and hasattr(session, makes)):
        msg = f"session: {session!r} is no connection or session of {backend}"
        raise InvalidQueryError(msg)
    return partial(fill, session)


def _arrow(_session: None, columns: Columns, values: Values) -> pa.Table:
    """Return an Arrow table."""
    return arrow.filled(columns, values)


def _pandas(_session: None, columns: Columns, values: Values) -> pd.DataFrame:
    """Return a pandas table; lists are objects."""
    pandas = need("pandas")

    def series(column: Column, found: Sequence[Any]) -> object:
        if column.words is not None:
            words = [*map(str, column.words)]
            terms = pandas.Categorical(found, words, ordered=column.ordered)
            return pandas.Series(terms)
        dtypes = {
            "text": "string",
            "small": "Int16",
            "integer": "Int64",
            "date": "datetime64[s]",  # pandas has no type of days
            "list": "object",
        }
        return pandas.Series([*found], dtype=dtypes[column.kind])

    named = zip(columns, values, strict=True)
    frame: pd.DataFrame = pandas.DataFrame(
        {column.name: series(column, found) for column, found in named}
    )
    return frame


def _polars(_session: None, columns: Columns, values: Values) -> pl.DataFrame:
    """Return a Polars table; words in lists are text."""
    polars = need("polars")

    def dtype(column: Column, *, in_list: bool = False) -> object:
        if column.table is not None:
            return polars.List(item(column.table))
        if column.words is not None and not in_list:
            return polars.Enum([*map(str, column.words)])
        plain = {
            "text": polars.String,
            "small": polars.Int16,
            "integer": polars.Int64,
            "date": polars.Date,
        }
        return plain[column.kind]

    def item(table: Table) -> object:
        parts = {part.name: dtype(part, in_list=True) for part in table.columns}
        return next(iter(parts.values())) if table.alone else polars.Struct(parts)

    frame: pl.DataFrame = polars.DataFrame(
        [
            polars.Series(column.name, [*found], dtype(column))
            for column, found in zip(columns, values, strict=True)
        ]
    )
    return frame


def _duckdb(
    session: duckdb.DuckDBPyConnection | None, columns: Columns, values: Values
) -> duckdb.DuckDBPyRelation:
    """Return a relation of DuckDB, which takes dictionaries of Arrow for text."""

    def expression(column: Column) -> str:
        if column.words is None:
            return f'"{column.name}"'
        words = ", ".join(f"'{word}'" for word in column.words)
        return f'CAST("{column.name}" AS ENUM({words})) AS "{column.name}"'

    connection = session or need("duckdb")
    relation: duckdb.DuckDBPyRelation = connection.from_arrow(
        arrow.filled(columns, values)
    )
    return relation.project(", ".join(map(expression, columns)))


def _spark(
    session: spark.SparkSession | None, columns: Columns, values: Values
) -> spark.DataFrame:
    """Return a data frame of Spark, which has no categories: words are text."""
    return (session or _active()).createDataFrame(arrow.filled(columns, values))


def _active() -> spark.SparkSession:
    """Return the active session of Spark; starting one would take seconds unasked."""
    sql = need("pyspark.sql")
    try:
        session: spark.SparkSession = sql.SparkSession.active()
    except need("pyspark.errors").PySparkRuntimeError:
        msg = "session: Spark has no active session; start one, or pass yours"
        raise InvalidQueryError(msg) from None
    return session


_FILLED: dict[str, Callable[[Any, Columns, Values], Any]] = {
    "arrow": _arrow,
    "pyarrow": _arrow,
    "pandas": _pandas,
    "polars": _polars,
    "duckdb": _duckdb,
    "pyspark": _spark,
}
