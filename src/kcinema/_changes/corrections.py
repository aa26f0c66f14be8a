"""The corrections of an overlay: partial records, and the values that they correct."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_type_hints

from kcinema._changes.hidden import unknown
from kcinema._json.document import KINDS, fault, id_of, known_keys
from kcinema._json.strict import read
from kcinema._model import plain
from kcinema._model.given import of_checked
from kcinema._model.values import named, one_of, shown
from kcinema._printable import printable
from kcinema.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcinema._changes.hidden import Hidden
    from kcinema._json.document import Found

__all__ = ["Corrections"]


class _Correction(NamedTuple):
    """One correction: where it is, whom it concerns, and what it says."""

    path: str
    id: str
    values: dict[str, Any]
    was: Any


class Corrections:
    """The part ``corrections`` of an overlay.

    Attributes:
        records: The corrected records and the paths of their corrections, by their kind
            and id.

    Args:
        below: The records of the catalogue below, by kind and id.
        hidden: What is hidden, and cannot be corrected.
        version: The version of that catalogue.
    """

    def __init__(
        self, below: dict[str, dict[str, Any]], hidden: Hidden, version: str
    ) -> None:
        self._below = below
        self._hidden = hidden
        self._version = version
        self.records: dict[str, dict[str, tuple[str, Any]]] = {
            kind: {} for kind in KINDS
        }

    def problems(self, corrections: object) -> Iterator[Found]:
        """Read the corrections, and yield what is wrong with them."""
        yield from known_keys(corrections, "corrections", [*KINDS])
        parts = corrections if isinstance(corrections, dict) else {}
        for kind in KINDS:
            found, path = parts.get(kind, []), f"corrections.{kind}"
            if not isinstance(found, list):
                yield Problem(path, None, "a list", shown(found)), None
                continue
            for index, raw in enumerate(found):
                yield from self._read(kind, raw, f"{path}[{index}]")

    def _read(self, kind: str, raw: object, path: str) -> Iterator[Found]:
        """Read one correction."""
        known, id_ = self._below[kind], id_of(raw)
        if not isinstance(raw, dict):
            yield Problem(path, None, "an object", shown(raw)), None
        elif id_ is None:
            yield Problem(f"{path}.id", None, "an id", shown(raw.get("id"))), None
        elif id_ not in known or id_ in self._hidden.ids[kind]:
            yield unknown(f"{path}.id", id_, known, self._version), None
        elif id_ in self.records[kind]:
            yield Problem(f"{path}.id", id_, "one correction", f"{id_!r} again"), None
        else:
            values = {key: raw[key] for key in raw if key not in ("id", "was")}
            correction = _Correction(path, id_, values, raw.get("was", {}))
            cls: Any = KINDS[kind]
            hints = _hints(cls)
            wrong = [*_faults(correction, hints)]
            yield from wrong
            if not wrong:
                yield from self._correct(kind, correction, hints)

    def _correct(
        self, kind: str, correction: _Correction, hints: dict[str, Any]
    ) -> Iterator[Found]:
        """Correct a record, unless it no longer has what is corrected."""
        record = self._below[kind][correction.id]
        values = record._values()  # noqa: SLF001  # as records copy themselves
        path, was = correction.path, correction.was
        for key, value in correction.values.items():
            now, new = values[key], read(value, hints[key])
            values[key] = new
            if now == new:  # it was corrected below as well
                continue
            shown_now = _written(plain.written(now))
            if key not in was:
                if now not in (None, ()):
                    expected = f'"was": {{"{key}": {shown_now}}}, what it corrects'
                    yield Problem(f"{path}.{key}", record.id, expected, "none"), key
            elif read(was[key], hints[key]) != now:
                expected = f"{shown_now}, as {self._version} has it; look at it again"
                where = f"{path}.was.{key}"
                yield Problem(where, record.id, expected, _written(was[key])), None
        self.records[kind][record.id] = (path, of_checked(type(record), values))


def _faults(correction: _Correction, hints: dict[str, Any]) -> Iterator[Found]:
    """Yield what is wrong with the keys and values of a correction."""
    path, id_, values, was = correction
    for key in values:
        if key not in hints:
            yield Problem(path, id_, one_of(key, [*hints, "was"]), named(key)), key
        else:
            yield from fault(values[key], hints[key], f"{path}.{key}", id_)
    for problem, at in known_keys(was, f"{path}.was", [*values]):
        yield problem._replace(id=id_), at
    for key in was if isinstance(was, dict) else ():
        if key in values and key in hints:
            yield from fault(was[key], hints[key], f"{path}.was.{key}", id_)


@cache
def _hints(cls: Any) -> dict[str, Any]:  # noqa: ANN401  # a class of records
    """Return the types of the fields of a class by their keys, but for the id."""
    hints = get_type_hints(cls, include_extras=True)
    return {
        field.alias: hints[name]
        for name, field in plain.fields(cls).items()
        if name != "id"
    }


_LONG = 200


def _written(value: object) -> str:
    """Return a plain value as JSON, to be copied from a message if it is short."""
    text = json.dumps(value, ensure_ascii=False)
    return printable(text if len(text) <= _LONG else f"{text[:_LONG]}...")
