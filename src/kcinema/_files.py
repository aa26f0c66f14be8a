"""Catalogues in files: the packaged one, and those of users."""

from __future__ import annotations

import json
import os
import secrets
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import importlib_resources

from kcinema import _codec

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcinema._catalogue import Catalogue

__all__ = ["load", "packaged", "reduce", "save"]

_lock = threading.Lock()
_packaged: Catalogue | None = None


def packaged() -> Catalogue:
    """Give the packaged catalogue, reading it the first time."""
    global _packaged  # noqa: PLW0603  # the one cached catalogue
    if _packaged is None:
        # All imports are done by now: nothing is imported while the lock is held.
        with _lock:
            if _packaged is None:
                _packaged = _codec.catalogue_of(_packaged_document())
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
    """
    return _codec.loads(Path(path).read_bytes(), os.fspath(path))


def save(catalogue: Catalogue, path: str | os.PathLike[str]) -> None:
    """Write a catalogue as one JSON document; see :meth:`Catalogue.save`."""
    text = _codec.dumps(catalogue)
    # Records made by hand can hold what no file may: better said now than on reading.
    _codec.loads(text, f"the catalogue to be saved as {os.fspath(path)}")
    target = Path(path).resolve()
    draft = target.with_name(f".{target.name}.{secrets.token_hex(8)}")
    try:
        with draft.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def reduce(catalogue: Catalogue) -> tuple[Callable[..., Catalogue], tuple[Any, ...]]:
    """Pickle a catalogue: the packaged one by name, others as their document."""
    if catalogue is _packaged:
        return packaged, ()
    return _codec.loads, (_codec.dumps(catalogue),)
