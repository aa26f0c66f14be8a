"""Film lists and collections as tables of pandas, Polars and Arrow.

:func:`kcinema.frames.films` has more packages; these are what people type first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import kcinema  # annotations are evaluated at run time
from kcinema._lazy import Module

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa
else:
    # Annotations are evaluated at run time, whether or not these are installed.
    pa = Module("pyarrow", optional=True)
    pd = Module("pandas", optional=True)
    pl = Module("polars", optional=True)

__all__ = ["Tabular"]


class Tabular:
    """What has films, and can be laid out as a table with one row for each."""

    __slots__ = ()

    @property
    def films(self) -> kcinema.FilmList:
        """The films, in order."""
        raise NotImplementedError

    def to_pandas(self) -> pd.DataFrame:
        """Return the films as a pandas data frame, one row for each.

        The columns are named as the fields; `docs/tables.md` lists them. Whole numbers
        and text are of pandas' nullable types, words categories, lists Python lists.

        Raises:
            MissingPackageError: pandas is not installed.

        .. versionadded:: 0.1.0

        >>> import kcinema
        >>> frame = kcinema.cult_classics().to_pandas()
        >>> bool(frame["runtime"].median() > 90)
        True
        """
        from kcinema import frames

        return frames.films(self.films, backend="pandas")

    def to_polars(self) -> pl.DataFrame:
        """Return the films as a Polars data frame, one row for each.

        The columns are named as the fields; `docs/tables.md` lists them. Words are of
        Enum types, lists of List types.

        Raises:
            MissingPackageError: Polars is not installed.

        .. versionadded:: 0.1.0

        >>> import kcinema
        >>> frame = kcinema.films().to_polars()
        >>> frame.explode("genres")["genres"].value_counts(sort=True)["genres"][0]
        'drama'
        """
        from kcinema import frames

        return frames.films(self.films, backend="polars")

    def to_arrow(self) -> pa.Table:
        """Return the films as an Arrow table, one row for each.

        The columns are named as the fields; `docs/tables.md` lists them. Words are
        dictionary-encoded, lists of list types.

        Raises:
            MissingPackageError: PyArrow is not installed.

        .. versionadded:: 0.1.0

        >>> import kcinema
        >>> table = kcinema.films().to_arrow()
        >>> str(table.schema.field("genres").type)
        'list<item: string>'
        """
        from kcinema import frames

        return frames.films(self.films, backend="arrow")
