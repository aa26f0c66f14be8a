"""The export formats of film lists, in one table.

A format is a module of this package with one function, ``write(selection, **options)``,
that returns an :class:`Exported` and does no input or output itself.
"""

from __future__ import annotations

import inspect
import os
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from kcinema import spelling
from kcinema.errors import InvalidQueryError
from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kcinema.exchange.selection import Selection

__all__ = ["FORMATS", "Exported", "Format", "export"]


class Format(NamedTuple):
    """An export format.

    Attributes:
        module: The module of this package that writes it.
        suffix: The suffix of its files.
        about: A phrase that describes it.
        folder: Whether it is a folder of files, one a film.
    """

    module: str
    suffix: str
    about: str
    folder: bool = False

    def writer(self) -> Callable[..., Exported]:
        """Return the function that writes it."""
        write: Callable[..., Exported] = import_module(
            f"kcinema.exchange.{self.module}"
        ).write
        return write

    def options(self) -> dict[str, object]:
        """Return its options by name, each with its default."""
        parameters = [*inspect.signature(self.writer()).parameters.values()][1:]
        return {parameter.name: parameter.default for parameter in parameters}


FORMATS = {
    "json": Format("records", ".json", "the whole records, as one JSON array"),
    "jsonl": Format("lines", ".jsonl", "the whole records, one JSON object a line"),
    "csv": Format("spreadsheet", ".csv", "a table for spreadsheets and data frames"),
    "ids": Format("ids", ".txt", "ids of TMDB and IMDb, one a line with its prefix"),
    "markdown": Format("markdown", ".md", "a list with reasons, for a README or post"),
    "html": Format("html", ".html", "a page for any browser, complete in itself"),
    "json-ld": Format("jsonld", ".jsonld", "a schema.org ItemList, for a web page"),
    "letterboxd": Format("letterboxd", ".csv", "a table for Letterboxd's importer"),
    "imdb-csv": Format("imdb", ".csv", "a table as IMDb exports lists, by IMDb ids"),
    "trakt": Format("trakt", ".json", "JSON for Trakt's importer and API"),
    "simkl": Format("simkl", ".csv", "a table for Simkl's importer"),
    "radarr": Format("radarr", ".json", "JSON for Radarr's lists, by TMDB or IMDb ids"),
    "kometa": Format(
        "kometa", ".yml", "a Plex collection for Kometa, by TMDB or IMDb ids"
    ),
    "nfo": Format("nfo", ".nfo", "a folder for Kodi, Jellyfin and Plex", folder=True),
    "sqlite": Format("sqlite", ".sqlite", "a database: films, people, prizes, lists"),
    "parquet": Format("parquet", ".parquet", "one typed table, for data frames"),
}
"""The formats, by the name that ``export`` takes."""


def export(
    selection: Selection,
    format: str,  # noqa: A002  # the word that users know
    path_or_file: str | os.PathLike[str] | IO[Any] | None,
    options: Mapping[str, object],
) -> Exported:
    """Export films; see :meth:`kcinema.FilmList.export`."""
    known = FORMATS.get(str(format))
    if known is None:
        hint = spelling.nearest_hint(str(format), FORMATS)
        raise InvalidQueryError(f"export: {format!r} is not a format. {hint}")
    taken = known.options()
    for name in options:
        if name not in taken:
            takes = f"takes {', '.join(taken)}" if taken else "takes no options"
            msg = f"export: {name!r} is not an option of {format!r}, which {takes}"
            raise TypeError(msg)
    exported = known.writer()(selection, **options)
    if path_or_file is None:
        return exported
    if isinstance(path_or_file, (str, os.PathLike)):
        _save(exported, path_or_file, folder=known.folder)
    elif not hasattr(path_or_file, "write"):
        msg = f"export: expected a path or an open file, not {path_or_file!r}"
        raise InvalidQueryError(msg)
    elif known.folder:
        msg = f"export: {format!r} is a folder of files; give its path"
        raise InvalidQueryError(msg)
    else:
        _give(exported, path_or_file, format)
    return exported


def _give(exported: Exported, file: IO[Any], name: str) -> None:
    """Write to an open file, of text or of bytes."""
    try:
        file.write(exported.content)
    except TypeError:  # it takes the other kind
        if isinstance(exported.content, bytes):
            msg = f"export: {name!r} is binary; open the file with 'wb'"
            raise InvalidQueryError(msg) from None
        file.write(exported.data)


def _save(exported: Exported, path: str | os.PathLike[str], *, folder: bool) -> None:
    from pathlib import Path

    from kcinema._json import atomic

    if not folder:
        atomic.write(path, exported.content)
    for name, text in exported.files:
        file = Path(path, name)
        file.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(file, text)
