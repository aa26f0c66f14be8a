"""Writing a catalogue as one JSON document, and reading it strictly.

All problems of a document are reported at once, each with its path: a value that is
invalid for its field, a duplicate key, an id that refers to a missing record.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from kcinema._json import checks
from kcinema._json.strict import RecordError, read
from kcinema._model import plain
from kcinema._model.collection import Collection
from kcinema._model.director import Director
from kcinema._model.fields import Text
from kcinema._model.film import Film
from kcinema._model.values import Constant, one_of, shown
from kcinema.errors import CatalogueError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcinema._model.base import Record

__all__ = [
    "KINDS",
    "SCHEMA",
    "Document",
    "canonical",
    "dumps",
    "loads",
    "structured",
]

SCHEMA = 1
"""The version of the file format that this library reads and writes."""

KINDS: dict[str, type[Record]] = {
    "films": Film,
    "directors": Director,
    "collections": Collection,
}
"""The lists of a catalogue document, and the classes of their records."""


# Writing ------------------------------------------------------------------------------


def canonical(value: object) -> str:
    """Return a value as JSON in the form that all data files have.

    It is indented by two spaces, with Hangul unescaped and a newline at the end, so
    that diffs show one line for each changed fact.
    """
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


class Document(NamedTuple):
    """The contents of a catalogue document, as records."""

    version: str
    films: Sequence[Film]
    directors: Sequence[Director]
    collections: Sequence[Collection]


def dumps(document: Document) -> str:
    """Return a catalogue document as JSON, with records sorted by id."""
    lists: dict[str, Sequence[Record]] = {
        "films": document.films,
        "directors": document.directors,
        "collections": document.collections,
    }
    return canonical(
        {"schema": SCHEMA, "version": document.version}
        | {
            kind: [
                plain.to_dict(item) for item in sorted(items, key=lambda item: item.id)
            ]
            for kind, items in lists.items()
        }
    )


# Reading ------------------------------------------------------------------------------


def loads(text: str | bytes, source: str | None = None) -> Document:
    """Read a catalogue document from its text.

    Args:
        text: The JSON; bytes are decoded as UTF-8.
        source: Where it comes from, for messages.

    Raises:
        CatalogueError: The document is not a valid catalogue; lists every problem.
    """
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        pairs = _Pairs()
        parsed = json.loads(text, object_pairs_hook=pairs, parse_constant=Constant)
    except UnicodeDecodeError as error:
        found = f"the byte 0x{error.object[error.start]:02x} at offset {error.start}"
        problem = Problem("$", None, "text in UTF-8", found)
        raise CatalogueError([problem], source) from None
    except RecursionError:
        problem = Problem("$", None, "a JSON document", "one nested too deeply")
        raise CatalogueError([problem], source) from None
    except ValueError as error:
        problem = Problem("$", None, "a JSON document", f"broken JSON: {error}")
        raise CatalogueError([problem], source) from None
    return structured(parsed, source, repeated=pairs.repeated)


def structured(
    parsed: object, source: str | None = None, *, repeated: bool = False
) -> Document:
    """Read a catalogue document from parsed JSON.

    Args:
        parsed: The document, as :func:`json.loads` returns it.
        source: Where it comes from, for messages.
        repeated: Whether the parser found an object with a duplicate key.

    Raises:
        CatalogueError: The document is not a valid catalogue; lists every problem.
    """
    if not isinstance(parsed, dict):
        problem = Problem("$", None, "an object", shown(parsed))
        raise CatalogueError([problem], source)
    problems = list(_head_problems(parsed))
    records: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    unread: list[str] = []
    for kind, cls in KINDS.items():
        raw_records = parsed.get(kind, [])
        if type(raw_records) is not list:
            problems.append(Problem(kind, None, "a list", shown(raw_records)))
            continue
        for index, raw in enumerate(raw_records):
            try:
                record = read(raw, cls)
            except RecordError as error:
                record = None
                id_ = _id_of(raw)
                unread += [id_] if id_ else []
                path = f"{kind}[{index}]"
                problems += [
                    Problem(f"{path}{fault.path}", id_, fault.expected, fault.found)
                    for fault in error.faults
                ]
            records[kind].append(record)
    if all(type(parsed.get(kind, [])) is list for kind in KINDS):
        problems += checks.problems(**records, also_known=unread)
    if repeated:
        problems += _repeated_keys(parsed)
    if problems:
        raise CatalogueError(sorted(problems, key=_place), source)
    return Document(version=parsed["version"], **records)


def _place(problem: Problem) -> tuple[int, int]:
    """Return a sort key: by list and record, after problems of the document itself."""
    kind, _, rest = problem.path.partition("[")
    if not rest:
        return (-1, 0)
    return (list(KINDS).index(kind), int(rest.partition("]")[0]))


def _head_problems(document: dict[str, Any]) -> Iterator[Problem]:
    """Check the document's keys, schema and version."""
    keys = ("schema", "version", *KINDS)
    for key in keys:
        if key not in document:
            yield Problem("$", None, f"the key {key!r}", "none")
    for key in document:
        if key not in keys:
            yield Problem("$", None, one_of(key, [*keys]), f"the key {key!r}")
    schema = document.get("schema", SCHEMA)
    if type(schema) is not int or schema != SCHEMA:
        yield Problem(
            "schema", None, f"{SCHEMA}, which this version reads", shown(schema)
        )
    try:
        read(document.get("version", "1"), Text)
    except RecordError as error:
        for fault in error.faults:
            yield Problem("version", None, fault.expected, fault.found)


def _id_of(raw: object) -> str | None:
    id_ = raw.get("id") if isinstance(raw, dict) else None
    return id_ if isinstance(id_, str) else None


class _RepeatedKeys(dict[str, Any]):
    """An object with duplicate keys."""

    repeated: tuple[str, ...]


class _Pairs:
    """Builds objects for the parser, and notes whether any has a duplicate key."""

    def __init__(self) -> None:
        self.repeated = False

    def __call__(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        plain = dict(pairs)
        if len(plain) == len(pairs):
            return plain
        self.repeated = True
        names = [name for name, _ in pairs]
        marked = _RepeatedKeys(plain)
        marked.repeated = tuple(name for name in plain if names.count(name) > 1)
        return marked


def _repeated_keys(document: dict[str, Any]) -> Iterator[Problem]:
    """Find the objects with duplicate keys."""
    waiting: list[tuple[str, str | None, object]] = [("", None, document)]
    while waiting:
        path, id_, value = waiting.pop()
        if isinstance(value, dict):
            # Report a problem under the record that contains it.
            id_ = id_ or (_id_of(value) if path else None)
            for name in getattr(value, "repeated", ()):
                where = path or "$"
                yield Problem(where, id_, "each key once", f"the key {name!r} twice")
            waiting += [
                (f"{path}.{name}" if path else name, id_, item)
                for name, item in value.items()
            ]
        elif isinstance(value, list):
            waiting += [
                (f"{path}[{index}]", id_, item) for index, item in enumerate(value)
            ]
