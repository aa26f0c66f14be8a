"""``parquet``: one row a film, with lists and their parts in columns."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from kcinema._extras import need
from kcinema._model.filmlist import FilmList
from kcinema.exchange import arrow, layout
from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    import pyarrow as pa

    from kcinema.exchange.selection import Selection

__all__ = ["write"]


def write(selection: Selection) -> Exported:
    """Write one row for each film, with the version and licence as metadata.

    Raises:
        MissingPackageError: PyArrow is not installed.
    """
    films = selection.films
    parquet = need("pyarrow.parquet")
    table: pa.Table = arrow.filled(
        layout.FILM_COLUMNS, layout.film_columns(films)
    ).replace_schema_metadata(layout.about(films))
    file = io.BytesIO()
    parquet.write_table(table, file)
    return Exported(file.getvalue(), FilmList())
