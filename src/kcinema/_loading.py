"""Catalogues in files of users."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kcinema._catalogue import of_document
from kcinema._json import document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcinema._catalogue import Catalogue

__all__ = ["load"]


def load(path: str | os.PathLike[str]) -> Catalogue:
    """Read a catalogue of your own from a JSON file.

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
    text = Path(path).read_bytes()
    with _garbage_left_alone():
        return of_document(document.loads(text, os.fspath(path)))


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
