"""Loading catalogues from users' files."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import kcinema  # noqa: TC001  # annotations are evaluated at run time
from kcinema._catalogue import of_document
from kcinema._changes.overlay import is_overlay, overlay
from kcinema._json import document, source as sources, syntax
from kcinema._json.doubts import doubts
from kcinema._json.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


__all__ = ["Loaded", "load", "loaded"]

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
            ``importlib.resources.files`` finds it. It may be compressed by gzip, and
            begin with a byte order mark.
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


class Loaded(NamedTuple):
    """A catalogue that was read, and what finds the warnings about it."""

    catalogue: kcinema.Catalogue
    warnings: Callable[[], list[kcinema.Problem]]


def loaded(
    source: sources.Source,
    base: Callable[[], kcinema.Catalogue],
    limits: Limits = _LIMITS,
) -> Loaded:
    """Read a catalogue, or an overlay.

    Args:
        source: What to read, as for :func:`load`.
        base: Returns the catalogue that an overlay is laid over.
        limits: As for :func:`load`.

    Returns:
        The catalogue, and what finds the warnings about it: in the file, or about what
        an overlay makes of the catalogue below.
    """
    data, name = sources.taken(source, limits.max_size)
    with _without_garbage_collection():
        parsed = syntax.parsed(data, name, limits)
        if is_overlay(parsed.value):
            below = base()
            made = overlay(below._contents(), parsed, limits.max_problems)  # noqa: SLF001  # ours
            laid = of_document(made.document, made.origins)
            return Loaded(laid, lambda: _new(laid.warnings(), below.warnings()))
        found = document.structured(parsed, limits.max_problems)

    def warnings() -> list[kcinema.Problem]:
        return document.located([(one, None) for one in doubts(found)], parsed)

    return Loaded(of_document(found), warnings)


def _new(
    found: Iterable[kcinema.Problem], before: Iterable[kcinema.Problem]
) -> list[kcinema.Problem]:
    """Return the warnings that were not there before."""
    known = {(one.code, one.id, one.found) for one in before}
    return [one for one in found if (one.code, one.id, one.found) not in known]


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
