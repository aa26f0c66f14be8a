"""Catalogues in files: the packaged one, and those of users."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import importlib_resources

from kcinema import _codec
from kcinema._catalogue import Catalogue

if TYPE_CHECKING:
    from kcinema._codec import Document

__all__ = ["load", "packaged"]

_lock = threading.Lock()
_packaged: Catalogue | None = None


def packaged() -> Catalogue:
    """Give the packaged catalogue, reading it the first time.

    >>> import kcinema
    >>> kcinema.catalogue() is kcinema.catalogue()
    True
    """
    global _packaged  # noqa: PLW0603  # the one cached catalogue
    if _packaged is None:
        # All imports are done by now: nothing is imported while the lock is held.
        with _lock:
            if _packaged is None:
                document = _codec.structured(_packaged_document())
                _packaged = _catalogue(document, by_name=True)
    return _packaged


def _packaged_document() -> dict[str, Any]:
    """Put the data files of the package together as one document."""
    folder = importlib_resources.files("kcinema").joinpath("data")

    def read(name: str) -> Any:  # noqa: ANN401  # JSON
        return json.loads(folder.joinpath(f"{name}.json").read_text(encoding="utf-8"))

    head: dict[str, Any] = read("head")
    return head | {kind: read(kind) for kind in _codec.KINDS}


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
    return _catalogue(_codec.loads(Path(path).read_bytes(), os.fspath(path)))


def _catalogue(document: Document, *, by_name: bool = False) -> Catalogue:
    return Catalogue(**document._asdict(), origin=packaged if by_name else None)
