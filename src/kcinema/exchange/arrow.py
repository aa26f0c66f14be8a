"""Arrow tables, filled from rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kcinema._extras import need

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

    from kcinema.exchange.tables import Column, Table

__all__ = ["filled"]


def filled(columns: Sequence[Column], values: Sequence[Sequence[Any]]) -> pa.Table:
    """Return an Arrow table with the values of each column.

    Words of a vocabulary are dictionary-encoded, with all its words in their order; in
    lists they are text.

    Raises:
        MissingPackageError: PyArrow is not installed.
    """
    arrow = need("pyarrow")
    table: pa.Table = arrow.Table.from_arrays(
        [_array(column, found) for column, found in zip(columns, values, strict=True)],
        schema=arrow.schema(
            [arrow.field(column.name, _type(column), column.null) for column in columns]
        ),
    )
    return table


def _array(column: Column, values: Sequence[Any]) -> object:
    arrow = need("pyarrow")
    if column.words is None:
        return arrow.array(values, _type(column))
    words = [*map(str, column.words)]
    places = {None: None} | {word: place for place, word in enumerate(words)}
    return arrow.DictionaryArray.from_arrays(
        arrow.array([places[value] for value in values], arrow.int32()),
        arrow.array(words, arrow.string()),
        ordered=column.ordered,
    )


def _type(column: Column, *, in_list: bool = False) -> object:
    arrow = need("pyarrow")
    if column.table is not None:
        return arrow.list_(_item_type(column.table))
    if column.words is not None and not in_list:
        return arrow.dictionary(arrow.int32(), arrow.string(), ordered=column.ordered)
    plain = {
        "text": arrow.string,
        "small": arrow.int16,
        "integer": arrow.int64,
        "date": arrow.date32,
    }
    return plain[column.kind]()


def _item_type(table: Table) -> object:
    arrow = need("pyarrow")
    parts = {part.name: _type(part, in_list=True) for part in table.columns}
    return next(iter(parts.values())) if table.alone else arrow.struct([*parts.items()])
