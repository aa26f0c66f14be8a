"""Films as tables of pandas, Polars or Arrow.

``films.to_pandas()``, ``films.to_polars()`` and ``films.to_arrow()`` return one row for
each film; :func:`tables` returns all that a catalogue holds, in normalised tables. Each
needs its package: ``kcinema[pandas]``, ``kcinema[polars]``, ``kcinema[arrow]``, or
``kcinema[frames]`` for all three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, overload

import kcinema  # annotations are evaluated at run time
from kcinema import spelling
from kcinema._extras import need
from kcinema._lazy import Module
from kcinema._model.filmlist import Films
from kcinema.errors import InvalidQueryError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from kcinema.exchange import layout
    from kcinema.exchange.tables import Column, Table
else:
    # Annotations are evaluated at run time, whether or not these are installed.
    pa = Module("pyarrow", optional=True)
    pd = Module("pandas", optional=True)
    pl = Module("polars", optional=True)

__all__ = ["Backend", "tables"]

Backend: TypeAlias = Literal["arrow", "pandas", "polars"]


@overload
def tables(
    catalogue: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
    *,
    backend: Literal["arrow"] = "arrow",
) -> dict[str, pa.Table]: ...
@overload
def tables(
    catalogue: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
    *,
    backend: Literal["pandas"],
) -> dict[str, pd.DataFrame]: ...
@overload
def tables(
    catalogue: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
    *,
    backend: Literal["polars"],
) -> dict[str, pl.DataFrame]: ...
def tables(
    catalogue: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
    *,
    backend: Backend = "arrow",
) -> dict[str, Any]:
    """Return a catalogue as normalised tables: films, directors, cast, prizes...

    A field with several values is a table of its own, with the id of its film and the
    place of each value, from 1. `docs/tables.md` lists all tables and columns. They are
    there with their types even where they have no rows.

    Args:
        catalogue: A catalogue, or a list of films for its part of one: the films,
            their directors, and the collections as far as they consist of these films.
            None for the packaged catalogue.
        backend: ``"arrow"``, ``"pandas"`` or ``"polars"``.

    Returns:
        The tables by their names.

    Raises:
        MissingPackageError: The package of the backend is not installed.
        InvalidQueryError: There is no such backend, or this is no catalogue.
        CatalogueError: The films of a list do not fit together, such as two different
            ones with the same id.

    .. versionadded:: 0.1.0

    >>> import kcinema
    >>> tables = kcinema.frames.tables(backend="pandas")
    >>> credits = tables["film_directors"]
    >>> [*credits.loc[credits["film"] == "memento-mori-1999", "director"]]
    ['kim-tae-yong', 'min-kyu-dong']
    """
    from kcinema.exchange import layout
    from kcinema.exchange.tables import TABLES

    fill = _filling(backend)
    rows = layout.rows(_part(catalogue))
    return {
        name: fill(columns, [*zip(*rows[name], strict=True)] or [()] * len(columns))
        for name, table in TABLES.items()
        for columns in [table.flat()]
    }


def of_films(films: kcinema.FilmList, backend: Backend) -> Any:  # noqa: ANN401  # as the backend has it
    """Return films as a table with one row for each; see ``FilmList.to_pandas``."""
    from kcinema.exchange import layout

    return _filling(backend)(layout.FILM_COLUMNS, layout.film_columns(films))


def _part(found: object) -> layout.Part:
    """Return the records of a catalogue, or of the part that a list of films is."""
    from kcinema._catalogue import Catalogue
    from kcinema.exchange import layout

    if found is None:
        from kcinema._packaged import packaged

        found = packaged()
    if isinstance(found, Catalogue):
        return layout.Part(found.films(), found.directors(), found.collections())
    if isinstance(found, Films):
        return layout.part_of(found.films)
    msg = f"tables: expected a catalogue or a list of films, not {found!r}"
    raise InvalidQueryError(msg)


# Filling, for each backend ------------------------------------------------------------


def _filling(
    backend: str,
) -> Callable[[Sequence[Column], Sequence[Sequence[Any]]], Any]:
    """Return the function that fills a backend's table with values by column."""
    if backend == "arrow":
        from kcinema.exchange import arrow

        return arrow.filled
    filling = {"pandas": _pandas, "polars": _polars}.get(str(backend))
    if filling is None:
        hint = spelling.nearest_hint(str(backend), ["arrow", "pandas", "polars"])
        msg = f"backend: {backend!r} is none of the packages for tables. {hint}"
        raise InvalidQueryError(msg)
    return filling


def _pandas(columns: Sequence[Column], values: Sequence[Sequence[Any]]) -> pd.DataFrame:
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


def _polars(columns: Sequence[Column], values: Sequence[Sequence[Any]]) -> pl.DataFrame:
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
