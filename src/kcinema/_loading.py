"""Loading catalogues from users' files."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import kcinema  # noqa: TC001  # annotations are evaluated at run time
from kcinema._catalogue import of_document
from kcinema._json import document

if TYPE_CHECKING:
    from collections.abc import Iterator


__all__ = ["load"]


def load(path: str | os.PathLike[str]) -> kcinema.Catalogue:
    """Read a catalogue of your own from a JSON file.

    Args:
        path: The file, one JSON document as :meth:`Catalogue.save` writes it: an
            object with ``schema``, ``version``, ``films``, ``directors`` and
            ``collections``. Records may omit optional keys.

    Returns:
        A catalogue, which has the functions of the module as methods, except for
        ``load`` and ``catalogue``.

    Raises:
        CatalogueError: The file is not a valid catalogue; lists every problem.
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
    with _without_garbage_collection():
        return of_document(document.loads(text, os.fspath(path)))


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Pause the garbage collector while records are built and all of them kept.

    Its repeated passes over the growing number of records would find nothing, and
    take half the loading time of a large file.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
