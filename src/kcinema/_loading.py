"""Loading catalogues from users' files."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

import kcinema  # noqa: TC001  # annotations are evaluated at run time
from kcinema._catalogue import of_document
from kcinema._json import document, source as sources
from kcinema._json.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Iterator


__all__ = ["load"]

_LIMITS = Limits()


def load(
    source: sources.Source,
    *,
    max_size: int = _LIMITS.max_size,
    max_depth: int = _LIMITS.max_depth,
    max_problems: int = _LIMITS.max_problems,
) -> kcinema.Catalogue:
    """Read a catalogue of your own from JSON.

    Args:
        source: One JSON document as :meth:`Catalogue.save` writes it: an object with
            ``schema``, ``version``, ``films``, ``directors`` and ``collections``.
            Records may omit optional keys. A path, a file that is open for reading
            bytes or text, bytes, or a file in a package, as
            :func:`importlib.resources.files` finds it. It may be compressed by gzip,
            and begin with a byte order mark.
        max_size: The bytes that it may have, and may be unpacked to.
        max_depth: How deep lists and objects may be in each other; a catalogue needs 7.
        max_problems: The number of problems that an error lists.

    Returns:
        A catalogue, which has the functions of the module as methods, except for
        ``load`` and ``catalogue``.

    Raises:
        CatalogueError: The document is not a valid catalogue, or over a limit; lists
            every problem, with its line.
        InvalidQueryError: A limit is no whole number of at least 1.
        OSError: The file cannot be read.
        TypeError: The source is nothing that can be read.

    >>> import kcinema
    >>> kcinema.load(b'{"schema": 1, "version": "1", "films": []}')
    Traceback (most recent call last):
    ...
    kcinema.errors.CatalogueError: 2 problems in the bytes:
      line 1: $: expected the key 'directors', found none
      line 1: $: expected the key 'collections', found none
    """
    limits = Limits(max_size, max_depth, max_problems).checked()
    data, name = sources.taken(source, limits.max_size)
    with _without_garbage_collection():
        return of_document(document.loads(data, name, limits))


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
