"""Two catalogues in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kcinema._changes.diff import changes
from kcinema._changes.made import Made, by_id, records
from kcinema._json import checks
from kcinema._json.document import KINDS, Document
from kcinema._model.given import of_checked
from kcinema.errors import CatalogueError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcinema._model.collection import Collection

__all__ = ["merge"]


def merge(one: Made, other: Made) -> Made:
    """Return the records of two catalogues; what both have, once.

    Args:
        one: The one.
        other: The other.

    Raises:
        CatalogueError: They do not fit together; lists every conflict.
    """
    ours, theirs = one.document, other.document
    problems = [*_conflicts(ours, theirs)]
    merged = {
        kind: [*_merged(records(ours)[kind], records(theirs)[kind])] for kind in KINDS
    }
    problems = problems or [*checks.problems(**merged)]
    if problems:
        raise CatalogueError(problems, "the merged catalogues")
    came = {
        at: made.origins.get(at, made.document.version)
        for made in (other, one)
        for kind, found in records(made.document).items()
        for at in ((kind, record.id) for record in found)
    }
    versions = dict.fromkeys([ours.version, theirs.version])
    return Made(Document("+".join(versions), **merged), came)


def _merged(ours: Sequence[Any], theirs: Sequence[Any]) -> Iterator[Any]:
    """Yield the records of both, and of a collection that both have, all entries."""
    others = by_id(theirs)
    for record in ours:
        other = others.pop(record.id, record)
        if other == record:
            yield record
            continue
        values = record._values()  # noqa: SLF001  # as records copy themselves
        for key, after in other._values().items():  # noqa: SLF001  # likewise
            if key in _JOINED:
                values[key] = (*dict.fromkeys([*values[key], *after]),)
        yield of_checked(type(record), values)
    yield from others.values()


_JOINED = ("entries", "sections")
"""Fields of collections of which one can have more than another."""


def _conflicts(ours: Document, theirs: Document) -> Iterator[Problem]:
    """Find the records that both have, but with different values."""
    for kind, found in records(theirs).items():
        known = by_id(records(ours)[kind])
        for index, record in enumerate(found):
            for change in changes(known.get(record.id, record), record):
                path = f"{kind}[{index}].{change.field}"
                if change.field in _JOINED:
                    yield from _different(known[record.id], record, path)
                    continue
                expected = f"the value of {ours.version}, {change.shown_before}"
                yield Problem(path, record.id, expected, change.shown_after)


def _different(ours: Collection, theirs: Collection, path: str) -> Iterator[Problem]:
    """Find the films of which two collections say something else."""
    known = {entry.film: entry for entry in ours.own_entries}
    for entry in theirs.own_entries if path.endswith("entries") else ():
        if known.get(entry.film, entry) != entry:
            expected = f"the same of {entry.film!r} in both"
            yield Problem(path, theirs.id, expected, "another reason or evidence")
