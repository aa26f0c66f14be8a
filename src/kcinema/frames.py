"""Films as tables of pandas, Polars, Arrow, DuckDB or Spark.

:func:`films` returns one row for each film, and so do ``films.to_pandas()``,
``films.to_polars()`` and ``films.to_arrow()``; :func:`tables` returns all that a
catalogue holds, in normalised tables. Each needs its package, by an extra of the same
name: ``kcinema[pandas]``, ``kcinema[polars]``, ``kcinema[arrow]``, ``kcinema[duckdb]``
or ``kcinema[spark]``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, overload

import kcinema  # noqa: TC001  # annotations are evaluated at run time
from kcinema._given import films_of, given
from kcinema._lazy import Module
from kcinema._model.filmlist import Films

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl
    import pyarrow as pa
    from pyspark import sql as spark

    from kcinema.exchange import layout
else:
    # Annotations are evaluated at run time, whether or not these are installed.
    duckdb = Module("duckdb", optional=True)
    pa = Module("pyarrow", optional=True)
    pd = Module("pandas", optional=True)
    pl = Module("polars", optional=True)
    spark = Module("pyspark.sql", optional=True)

__all__ = ["Backend", "films", "tables"]

Backend: TypeAlias = Literal[
    "arrow", "pyarrow", "pandas", "polars", "duckdb", "pyspark"
]


@overload
def films(
    films: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
    *,
    backend: Literal["arrow", "pyarrow"] = "arrow",
) -> pa.Table: ...
@overload
def films(
    films: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
    *,
    backend: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def films(
    films: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
    *,
    backend: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def films(
    films: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
    *,
    backend: Literal["duckdb"],
    session: duckdb.DuckDBPyConnection | None = None,
) -> duckdb.DuckDBPyRelation: ...
@overload
def films(
    films: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
    *,
    backend: Literal["pyspark"],
    session: spark.SparkSession | None = None,
) -> spark.DataFrame: ...
def films(
    films: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
    *,
    backend: Backend = "arrow",
    session: spark.SparkSession | duckdb.DuckDBPyConnection | None = None,
) -> Any:
    """Return films as a table, one row for each.

    The columns are named as the fields and are the same in every package, each of a
    type that the package has for it; `docs/tables.md` lists both.

    Args:
        films: A catalogue, a list of films or a collection; None for all films of the
            packaged catalogue.
        backend: The package: ``"arrow"`` (or ``"pyarrow"``), ``"pandas"``,
            ``"polars"``, ``"duckdb"``, which gives a relation, or ``"pyspark"``.
        session: Where the table lives: the connection of DuckDB, by default its own,
            or the session of Spark, by default the active one.

    Returns:
        The table, as the package has it.

    Raises:
        MissingPackageError: The package of the backend is not installed.
        InvalidQueryError: There is no such backend, the films are none, or the session
            is not of the backend, or Spark has none.

    .. versionadded:: 0.1.0

    >>> import kcinema
    >>> films = kcinema.frames.films(kcinema.cult_classics(), backend="duckdb")
    >>> films.filter("runtime < 80").order("year").project("title").fetchall()[0]
    ('Robot Taekwon V',)
    """
    from kcinema.exchange import layout
    from kcinema.exchange.filling import filling

    fill = filling(backend, session)
    listed = films_of(given(films))
    return fill(layout.FILM_COLUMNS, layout.film_columns(listed))


@overload
def tables(
    catalogue: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
    *,
    backend: Literal["arrow", "pyarrow"] = "arrow",
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
@overload
def tables(
    catalogue: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
    *,
    backend: Literal["duckdb"],
    session: duckdb.DuckDBPyConnection | None = None,
) -> dict[str, duckdb.DuckDBPyRelation]: ...
@overload
def tables(
    catalogue: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
    *,
    backend: Literal["pyspark"],
    session: spark.SparkSession | None = None,
) -> dict[str, spark.DataFrame]: ...
def tables(
    catalogue: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
    *,
    backend: Backend = "arrow",
    session: spark.SparkSession | duckdb.DuckDBPyConnection | None = None,
) -> dict[str, Any]:
    """Return a catalogue as normalised tables: films, directors, cast, prizes...

    A field with several values is a table of its own, with the id of its film and the
    place of each value, from 1. `docs/tables.md` lists all tables and columns. They are
    there with their types even where they have no rows.

    Args:
        catalogue: A catalogue, or a list of films for its part of one: the films,
            their directors, and the collections as far as they consist of these films.
            None for the packaged catalogue.
        backend: The package, as for :func:`films`.
        session: Where the tables live, as for :func:`films`.

    Returns:
        The tables by their names.

    Raises:
        MissingPackageError: The package of the backend is not installed.
        InvalidQueryError: There is no such backend, this is no catalogue, or the
            session is not of the backend, or Spark has none.
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
    from kcinema.exchange.filling import filling
    from kcinema.exchange.tables import TABLES

    fill = filling(backend, session)
    rows = layout.rows(_part(given(catalogue)))
    return {
        name: fill(columns, [*zip(*rows[name], strict=True)] or [()] * len(columns))
        for name, table in TABLES.items()
        for columns in [table.flat()]
    }


def _part(found: kcinema.Catalogue | Films) -> layout.Part:
    """Return the records of a catalogue, or of the part that a list of films is."""
    from kcinema.exchange import layout

    if isinstance(found, Films):
        return layout.part_of(found.films)
    return layout.Part(found.films(), found.directors(), found.collections())
