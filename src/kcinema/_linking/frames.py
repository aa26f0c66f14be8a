"""Linking of data frames: pandas, Polars, Arrow, DuckDB, Spark.

All go through the same function, a batch of rows at a time, so that all give the same
links. Lazy frames stay lazy and need no more memory than a batch, or, in DuckDB, than
the different titles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kcinema._extras import need
from kcinema._linking import columns as choosing, table
from kcinema.errors import InvalidQueryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kcinema._linking.columns import Columns
    from kcinema._linking.linker import Linker

__all__ = ["is_frame", "linked"]


def is_frame(rows: object) -> bool:
    """Return whether rows are a data frame, whose package this need not import."""
    return hasattr(type(rows), "columns")


def linked(frame: Any, catalogue: Any, given: Mapping[str, object]) -> Any:
    """Return a frame of the same kind with the columns that linking adds.

    Args:
        frame: The frame.
        catalogue: The catalogue, which other processes rebuild for themselves.
        given: The columns that the caller named.
    """
    linker: Linker = catalogue._linker  # noqa: SLF001  # linking is its own part
    package = type(frame).__module__.partition(".")[0].lstrip("_")
    name = type(frame).__name__
    if package == "pyspark":
        return _spark(frame, catalogue, _columns(frame.columns, given))
    if package == "duckdb":
        return _duckdb(frame, linker, _columns(frame.columns, given))
    if package == "polars" and name == "LazyFrame":
        header = frame.collect_schema().names()
        return _lazy(frame, linker, _columns(header, given))
    return _eager(frame, linker, given)


def _columns(header: Iterable[object], given: Mapping[str, object]) -> Columns:
    names = [str(name) for name in header]
    for name in table.ADDED:
        if name in names:
            msg = f"link: the table has a column {name!r} already; rename or drop it"
            raise InvalidQueryError(msg)
    return choosing.chosen(given, names)


def _eager(frame: Any, linker: Linker, given: Mapping[str, object]) -> Any:
    """Link a frame in memory, of any package that narwhals knows."""
    narwhals = need("narwhals.stable.v2")
    try:
        known = narwhals.from_native(frame, eager_only=True)
    except TypeError:
        msg = f"link: expected rows or a data frame, not {type(frame).__name__}"
        raise InvalidQueryError(msg) from None
    columns = _columns(known.columns, given)
    found = table.added(linker, columns, lambda name: known[name].to_list())
    types = _types(narwhals.String(), narwhals.Float64())
    series = [
        narwhals.new_series(name, cells, types[name], backend=known.implementation)
        for name, cells in found.items()
    ]
    return known.with_columns(series).to_native()


def _lazy(frame: Any, linker: Linker, columns: Columns) -> Any:
    """Link a lazy frame of Polars, batch by batch where it streams."""
    batch, schema = _of_polars(linker, columns), frame.collect_schema()
    return frame.map_batches(
        batch, schema=batch(schema.to_frame()).schema, streamable=True
    )


def _of_polars(linker: Linker, columns: Columns) -> Callable[[Any], Any]:
    """Return the function that links a batch of Polars."""
    polars = need("polars")
    types = _types(polars.String, polars.Float64)

    def batch(part: Any) -> Any:
        found = table.added(linker, columns, lambda name: part[name].to_list())
        return part.with_columns(
            polars.Series(name, cells, types[name]) for name, cells in found.items()
        )

    return batch


def _duckdb(relation: Any, linker: Linker, columns: Columns) -> Any:
    """Link a relation of DuckDB: its different titles, which it joins to its rows."""
    arrow = need("pyarrow")
    names = [str(name) for name in columns.all()]
    quoted = ['"' + name.replace('"', '""') + '"' for name in names]
    keys = relation.project(", ".join(quoted)).distinct().to_arrow_table()
    found = table.added(linker, columns, lambda name: keys.column(name).to_pylist())
    types = _types(arrow.string(), arrow.float64())
    joined = {f"key {at}": keys.column(name) for at, name in enumerate(names)}
    joined |= {name: arrow.array(cells, types[name]) for name, cells in found.items()}
    links = arrow.table(joined)  # noqa: F841  # found by its name in the query
    same = " AND ".join(
        f'"kcinema rows".{name} IS NOT DISTINCT FROM links."key {at}"'
        for at, name in enumerate(quoted)
    )
    query = (
        f'SELECT "kcinema rows".*, {", ".join(f"links.{name}" for name in found)} '  # noqa: S608  # quoted above
        f'FROM "kcinema rows" LEFT JOIN links ON {same}'
    )
    return relation.query("kcinema rows", query)


def _spark(frame: Any, catalogue: Any, columns: Columns) -> Any:
    """Link a frame of Spark on its workers, which each build the tables once."""
    types = need("pyspark.sql.types")
    schema = types.StructType([*frame.schema.fields])
    spark = _types(types.StringType(), types.DoubleType())
    for name in table.ADDED:
        schema.add(name, spark[name])
    return frame.mapInArrow(_Batches(catalogue, columns), schema)


class _Batches:
    """What a worker of Spark does with its batches."""

    def __init__(self, catalogue: Any, columns: Columns) -> None:
        self._catalogue = catalogue
        self._columns = columns

    def __call__(self, batches: Iterator[Any]) -> Iterator[Any]:
        arrow = need("pyarrow")
        linker = self._catalogue._linker  # noqa: SLF001  # its own part
        types = _types(arrow.string(), arrow.float64())
        for batch in batches:
            found = table.added(
                linker,
                self._columns,
                lambda name: batch.column(name).to_pylist(),  # noqa: B023  # called at once
            )
            arrays = [arrow.array(cells, types[name]) for name, cells in found.items()]
            names = [*batch.schema.names, *found]
            yield arrow.RecordBatch.from_arrays([*batch.columns, *arrays], names)


def _types(text: Any, number: Any) -> dict[str, Any]:
    """Return the types of the added columns."""
    return {name: number if name == "kcinema_score" else text for name in table.ADDED}
