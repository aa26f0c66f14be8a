"""What differs between two catalogues: records added and removed, fields changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import attr
from attr import frozen

import kcinema  # noqa: TC001  # annotations are evaluated at run time
from kcinema._changes.made import by_id, records
from kcinema._model import plain
from kcinema._printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcinema._json.document import Document

__all__ = ["Change", "Difference", "changes", "diff"]


class Change(NamedTuple):
    """A field of a record that has another value in another catalogue."""

    kind: str
    """The kind of the record: ``"film"``, ``"director"`` or ``"collection"``."""
    id: str
    """The id of the record, in the newer catalogue."""
    field: str
    """The key of the field, such as ``"runtime"`` or ``"ids.imdb"``."""
    before: object
    """Its value in the older catalogue."""
    after: object
    """Its value in the newer one."""

    @property
    def shown_before(self) -> str:
        """The older value as JSON, shortened."""
        return _shown(self.before)

    @property
    def shown_after(self) -> str:
        """The newer value as JSON, shortened."""
        return _shown(self.after)

    def _lines(self) -> Iterator[str]:
        if not isinstance(self.before, tuple) or not isinstance(self.after, tuple):
            yield f"{self.field}: {self.shown_before} -> {self.shown_after}"
            return
        gone = [item for item in self.before if item not in self.after]
        new = [item for item in self.after if item not in self.before]
        if not gone and not new:
            yield f"{self.field}: in another order"
        yield from (f"{self.field}: - {_shown(item)}" for item in gone)
        yield from (f"{self.field}: + {_shown(item)}" for item in new)

    def _plain(self) -> dict[str, Any]:
        values = {
            "before": plain.written(self.before),
            "after": plain.written(self.after),
        }
        return {"kind": self.kind, "id": self.id, "field": self.field, **values}


@frozen
class Difference:
    """What differs between two catalogues. It is false if nothing does.

    A record whose id was changed, and that keeps the earlier one in ``former_ids``, is
    changed, not removed and added.

    Attributes:
        old: The version of the older catalogue.
        new: The version of the newer one.
        added: The records that only the newer one has: films, directors, collections.
        removed: The records that only the older one has.
        changed: The fields that have another value, record by record.

    >>> import kcinema
    >>> ours = kcinema.catalogue()
    >>> gems = ours.subset(ours.hidden_gems())
    >>> gone = ours.diff(gems).removed
    >>> ours.film("parasite-2019") in gone
    True
    """

    old: str
    new: str
    added: tuple[kcinema.Film | kcinema.Director | kcinema.Collection, ...]
    removed: tuple[kcinema.Film | kcinema.Director | kcinema.Collection, ...]
    changed: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)

    def to_dict(self) -> dict[str, Any]:
        """Return the difference as plain JSON values.

        >>> import kcinema
        >>> ours = kcinema.catalogue()
        >>> ours.diff(ours).to_dict()["changed"]
        []
        """
        parts = {
            name: [
                {"kind": _kind(record), "id": record.id, "record": record.to_dict()}
                for record in getattr(self, name)
            ]
            for name in ("added", "removed")
        }
        changed = [change._plain() for change in self.changed]  # noqa: SLF001  # same module
        return {"old": self.old, "new": self.new, **parts, "changed": changed}

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        # Records are fit to be printed, but versions need not be.
        between = printable(f"between {self.old} and {self.new}")
        if not self:
            yield f"no difference {between}"
            return
        last = ("", "")
        altered = len({change[:2] for change in self.changed})
        counts = (len(self.added), len(self.removed), altered)
        yield (
            f"{between}: {counts[0]} added, {counts[1]} removed, {counts[2]} changed"
        )
        for mark, found in (("+", self.added), ("-", self.removed)):
            yield from (f"{mark} {_kind(one)} {one.id}: {_name(one)}" for one in found)
        for change in self.changed:
            if change[:2] != last:
                yield f"~ {change.kind} {change.id}"
                last = change[:2]
            yield from (f"    {line}" for line in change._lines())  # noqa: SLF001  # same module


def diff(old: Document, new: Document) -> Difference:
    """Return what differs between two catalogues."""
    added: list[Any] = []
    removed: list[Any] = []
    changed: list[Change] = []
    for kind in records(old):
        before = by_id(records(old)[kind])
        for record in records(new)[kind]:
            earlier = next(
                (id_ for id_ in (record.id, *record.former_ids) if id_ in before), None
            )
            if earlier is None:
                added.append(record)
            else:
                changed += changes(before.pop(earlier), record)
        removed += before.values()
    return Difference(old.version, new.version, (*added,), (*removed,), (*changed,))


def changes(before: Any, after: Any) -> Iterator[Change]:  # noqa: ANN401  # two records of a kind
    """Yield every field in which two records differ."""
    cls: Any = type(after)
    if before == after:
        return
    for name, field in plain.fields(cls).items():
        values = getattr(before, name), getattr(after, name)
        for path, one, other in _parts(field.alias, *values):
            yield Change(_kind(after), after.id, path, one, other)


def _parts(path: str, before: Any, after: Any) -> Iterator[tuple[str, Any, Any]]:  # noqa: ANN401  # any values
    """Yield what differs between two values, and its path."""
    if before == after:
        return
    cls: Any = type(after)
    # A date is one value, although it has parts.
    if type(before) is cls and attr.has(cls) and not hasattr(cls, "parse"):
        for name, field in plain.fields(cls).items():
            values = getattr(before, name), getattr(after, name)
            yield from _parts(f"{path}.{field.alias}", *values)
    else:
        yield path, before, after


def _kind(record: object) -> str:
    return type(record).__name__.lower()


def _name(record: Any) -> str:  # noqa: ANN401  # a record of any kind
    name = getattr(record, "name", None) or record.title
    return f"{name} ({record.year})" if _kind(record) == "film" else str(name)


_LONG = 60


def _shown(value: object) -> str:
    text = json.dumps(plain.written(value), ensure_ascii=False)
    return text if len(text) <= _LONG else f"{text[: _LONG - 3]}..."
