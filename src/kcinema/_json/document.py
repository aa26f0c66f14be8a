"""Writing a catalogue as one JSON document, and reading it strictly.

All problems of a document are reported at once, each with its path: a value that is
invalid for its field, a duplicate key, an id that refers to a missing record.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from kcinema._json import checks, places
from kcinema._json.limits import Limits
from kcinema._json.strict import RecordError, read
from kcinema._json.syntax import Parsed, RepeatedKeys, parsed
from kcinema._model import plain
from kcinema._model.collection import Collection
from kcinema._model.director import Director
from kcinema._model.fields import Text
from kcinema._model.film import Film
from kcinema._model.values import named, one_of, shown
from kcinema.errors import CatalogueError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeAlias

    from kcinema._model.base import Record

    Found: TypeAlias = tuple[Problem, str | None]
    """A problem, and the key that it is about if its path is that of an object."""

__all__ = [
    "ADDRESS",
    "KINDS",
    "SCHEMA",
    "Document",
    "canonical",
    "dumps",
    "error",
    "fault",
    "head_problems",
    "id_of",
    "known_keys",
    "loads",
    "located",
    "read_records",
    "repeated_keys",
    "structured",
]

SCHEMA = 1
"""The version of the file format that this library reads and writes."""

ADDRESS = f"https://kcinema.readthedocs.io/en/latest/schema/{SCHEMA}"
"""Where the docs have the JSON Schemas of catalogues and overlays."""

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


def loads(
    text: str | bytes, source: str | None = None, limits: Limits | None = None
) -> Document:
    """Read a catalogue document from its text.

    Args:
        text: The JSON; bytes are decoded as UTF-8.
        source: Where it comes from, for messages.
        limits: How deep it may be, and how many problems are reported.

    Raises:
        CatalogueError: The document is not a valid catalogue; lists every problem.
    """
    limits = limits or Limits()
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return structured(parsed(data, source, limits), limits.max_problems)


def structured(parsed: Parsed, most: int = Limits().max_problems) -> Document:
    """Read a catalogue document from parsed JSON.

    Args:
        parsed: The document.
        most: How many problems are reported.

    Raises:
        CatalogueError: The document is not a valid catalogue; lists every problem.
    """
    records: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    found = [*islice(_problems(parsed, records), most + 1)]
    if found or not isinstance(parsed.value, dict):
        raise error(found, parsed, most)
    return Document(version=parsed.value["version"], **records)


def error(found: Sequence[Found], parsed: Parsed, most: int) -> CatalogueError:
    """Return the error that lists problems in the order of the file.

    Args:
        found: The problems, one more than are to be listed if there are so many.
        parsed: What was read.
        most: How many problems are to be listed.
    """
    problems = sorted(located(found[:most], parsed), key=_place)
    return CatalogueError(problems, parsed.source, len(found) <= most)


def located(found: Sequence[Found], parsed: Parsed) -> list[Problem]:
    """Return problems with their lines, if the document has any."""
    if parsed.text is None:
        return [problem for problem, _ in found]
    paths = [
        (*places.steps(problem.path), *((key,) if key is not None else ()))
        for problem, key in found
    ]
    lines = places.lines(parsed.text, paths, repeated=parsed.repeated)
    return [
        problem._replace(line=line)
        for (problem, _), line in zip(found, lines, strict=True)
    ]


def _place(problem: Problem) -> tuple[int, int, int]:
    """Return a sort key: by list and record, after problems of the document itself."""
    kind, _, rest = problem.path.partition("[")
    line = problem.line or 0
    if not rest or kind not in KINDS:
        return (-1, 0, line)
    return (list(KINDS).index(kind), int(rest.partition("]")[0]), line)


def _problems(parsed: Parsed, records: dict[str, list[Any]]) -> Iterator[Found]:
    """Yield every problem of a document, and add its records to lists."""
    value = parsed.value
    if not isinstance(value, dict):
        yield Problem("$", None, "an object", shown(value)), None
        return
    if "overlay" in value:
        expected = "a catalogue (Catalogue.overlay lays this over one)"
        yield Problem("$", None, expected, "an overlay"), "overlay"
        return
    yield from head_problems(value, {"schema": SCHEMA}, [*KINDS], needed=[*KINDS])
    yield from read_records(value, records)
    if all(type(value.get(kind, [])) is list for kind in KINDS):
        unread = [
            raw["id"]
            for kind in KINDS
            for raw, record in zip(value.get(kind, []), records[kind], strict=True)
            if record is None and isinstance(raw, dict) and "id" in raw
        ]
        known = [id_ for id_ in unread if isinstance(id_, str)]
        for problem in checks.problems(**records, also_known=known):
            yield problem, None
    if parsed.repeated:
        yield from repeated_keys(value)


def head_problems(
    document: dict[str, Any],
    schema: dict[str, int],
    keys: Iterable[str],
    needed: Iterable[str] = (),
) -> Iterator[Found]:
    """Check the keys of a document, the version of its shape, and that of its data.

    Args:
        document: The document.
        schema: The key of the version of its shape, and the one that is read.
        keys: The keys beside those of the head.
        needed: Those that have to be there.
    """
    ((name, number),) = schema.items()
    known = ["$schema", name, "version", *keys]
    for key in (name, "version", *needed):
        if key not in document:
            yield Problem("$", None, f"the key {key!r}", "none"), None
    for key in document:
        if key not in known:
            yield Problem("$", None, one_of(key, known), named(key)), key
    found = document.get(name, number)
    if type(found) is not int or found != number:
        expected = f"{number}, which this version reads"
        yield Problem(name, None, expected, shown(found)), None
    for key in ("$schema", "version"):
        for problem, _ in fault(document.get(key, "1"), Text, key, None):
            yield problem, None


def read_records(
    document: dict[str, Any], records: dict[str, list[Any]]
) -> Iterator[Found]:
    """Read the records of a document into lists, None in place of what is invalid."""
    for kind, cls in KINDS.items():
        raw_records = document.get(kind, [])
        if type(raw_records) is not list:
            yield Problem(kind, None, "a list", shown(raw_records)), None
            continue
        for index, raw in enumerate(raw_records):
            try:
                record = read(raw, cls)
            except RecordError as error:
                record = None
                path = f"{kind}[{index}]"
                for one in error.faults:
                    yield (
                        Problem(
                            f"{path}{one.path}", id_of(raw), one.expected, one.found
                        ),
                        one.key,
                    )
            records[kind].append(record)


def fault(value: object, target: Any, path: str, id_: str | None) -> Iterator[Found]:  # noqa: ANN401  # a type
    """Yield what makes a value unfit for a type."""
    try:
        read(value, target)
    except RecordError as error:
        for one in error.faults:
            where = f"{path}{one.path}"
            yield Problem(where, id_, one.expected, one.found), one.key


def known_keys(value: object, path: str, known: list[str]) -> Iterator[Found]:
    """Check that a value is an object without other keys than those that are known."""
    if not isinstance(value, dict):
        yield Problem(path, None, "an object", shown(value)), None
        return
    for key in value:
        if key not in known:
            yield Problem(path, None, one_of(key, known), named(key)), key


_LONG = 100


def id_of(raw: object) -> str | None:
    """Return the id in a raw record, if there is one that can be shown."""
    id_ = raw.get("id") if isinstance(raw, dict) else None
    fit = isinstance(id_, str) and id_.isprintable() and len(id_) <= _LONG
    return id_ if fit else None


def repeated_keys(document: dict[str, Any]) -> Iterator[Found]:
    """Find the objects with duplicate keys."""
    waiting: list[tuple[str, str | None, object]] = [("", None, document)]
    while waiting:
        path, id_, value = waiting.pop()
        if isinstance(value, dict):
            # Report a problem under the record that contains it.
            id_ = id_ or (id_of(value) if path else None)
            if isinstance(value, RepeatedKeys):
                for name in value.repeated:
                    found = f"{named(name)} twice"
                    yield Problem(path or "$", id_, "each key once", found), name
            waiting += [
                (places.joined(path, name), id_, item) for name, item in value.items()
            ]
        elif isinstance(value, list):
            waiting += [
                (f"{path}[{index}]", id_, item) for index, item in enumerate(value)
            ]
