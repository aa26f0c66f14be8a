"""The export formats of film lists, in one table.

A format is a module of this package with one function, ``write(films, **options)``,
that returns an :class:`Exported` and does no input or output itself.
"""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from kcinema import spelling
from kcinema.errors import InvalidQueryError
from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from kcinema._model.filmlist import FilmList

__all__ = ["FORMATS", "Exported", "Format", "export"]


class Format(NamedTuple):
    """An export format.

    Attributes:
        module: The module of this package that writes it.
        suffix: The suffix of its files.
        about: A phrase that describes it.
    """

    module: str
    suffix: str
    about: str


FORMATS = {
    "json": Format("records", ".json", "the whole records, as one JSON array"),
    "jsonl": Format("lines", ".jsonl", "the whole records, one JSON object a line"),
    "csv": Format("table", ".csv", "a table for spreadsheets and data frames"),
    "ids": Format("ids", ".txt", "ids of TMDB and IMDb, one a line with its prefix"),
}
"""The formats, by the name that ``export`` takes."""


def export(
    films: FilmList,
    format: str,  # noqa: A002  # the word that users know
    path: str | os.PathLike[str] | None,
    options: dict[str, object],
) -> Exported:
    """Export films; see :meth:`kcinema.FilmList.export`."""
    known = FORMATS.get(str(format))
    if known is None:
        hint = spelling.nearest_hint(str(format), FORMATS)
        raise InvalidQueryError(f"export: {format!r} is not a format. {hint}")
    write: Callable[..., Exported] = import_module(
        f"kcinema.exchange.{known.module}"
    ).write
    taken = [*inspect.signature(write).parameters][1:]
    for name in options:
        if name not in taken:
            takes = f"takes {', '.join(taken)}" if taken else "takes no options"
            msg = f"export: {name!r} is not an option of {format!r}, which {takes}"
            raise TypeError(msg)
    exported = write(films, **options)
    if path is not None:
        from kcinema._json import atomic

        atomic.write(path, exported.text)
    return exported
