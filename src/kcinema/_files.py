"""Catalogues in files: the packaged one, and those of users."""

from __future__ import annotations

import gc
import json
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from kcinema._catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcinema._record import Record

__all__ = ["load", "packaged"]


def packaged() -> Catalogue:
    """Give the packaged catalogue; each part of it is read when it is first needed.

    >>> import kcinema
    >>> kcinema.catalogue() is kcinema.catalogue()
    True
    """
    return _packaged


def _records(kind: str) -> Iterator[Record]:
    """Read the packaged records of one kind; the build has checked them."""
    from kcinema import _packaged_records

    return map(_packaged_records.READERS[kind](), _parsed(kind))


def _parsed(name: str) -> Any:  # noqa: ANN401  # JSON
    """Parse a data file of the package."""
    return json.loads(_bytes(f"{name}.json"))


def _bytes(name: str) -> bytes:
    """Read a data file of the package, from a folder or from an archive."""
    # Any loader that brought this module from files or from a zip can do it, and with
    # nothing more to import.
    read = getattr(__spec__.loader, "get_data", None)
    if read is not None:
        found: bytes = read(os.path.join(os.path.dirname(__file__), "data", name))
        return found
    import importlib_resources

    return importlib_resources.files("kcinema").joinpath("data", name).read_bytes()


def _made() -> Catalogue:
    """Make the packaged catalogue, without reading anything yet."""
    return Catalogue.of_checked(lambda: _parsed("head")["version"], _records, packaged)


_packaged = _made()


def load(path: str | os.PathLike[str]) -> Catalogue:
    """Read a catalogue of one's own from a JSON file.

    Args:
        path: The file, one JSON document as :meth:`Catalogue.save` writes it: an
            object with ``schema``, ``version``, ``films``, ``directors`` and
            ``collections``. Keys that may be empty may be left out of a record.

    Returns:
        A catalogue with the same methods as the module.

    Raises:
        CatalogueError: The file is no catalogue; says everything that is wrong.
        OSError: The file cannot be read.

    >>> import kcinema, tempfile, pathlib
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "mine.json"
    >>> _ = path.write_text('{"schema": 1, "version": "1", "films": []}')
    >>> kcinema.load(path)
    Traceback (most recent call last):
    ...
    kcinema.errors.CatalogueError: 2 problems in ...mine.json:
      $: expected the key 'directors', found none
      $: expected the key 'collections', found none
    """
    from pathlib import Path

    from kcinema import _codec

    text = Path(path).read_bytes()
    with _garbage_left_alone():
        return Catalogue.of_document(_codec.loads(text, os.fspath(path)))


@contextmanager
def _garbage_left_alone() -> Iterator[None]:
    """Pause the garbage collector, which finds nothing while everything is kept.

    It would look at all records again and again as they become more: half the time
    that a large file takes.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
