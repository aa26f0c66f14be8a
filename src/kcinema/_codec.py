"""JSON to records and back, through cattrs, strictly and without loss.

Nothing is coerced: a year in quotation marks, a runtime of 120.0 or of ``true`` is an
error, as is a key that no record has or that an object has twice. Whatever is wrong
with a document is reported at once, each problem with its place.
"""

from __future__ import annotations

import contextlib
import json
import re
import unicodedata
from datetime import date
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

import attrs
from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.gen import make_dict_structure_fn

from kcinema import _integrity, _model, spelling
from kcinema._catalogue import SCHEMA, Catalogue
from kcinema._dates import PartialDate
from kcinema._forms import Text
from kcinema.errors import CatalogueError, Problem
from kcinema.vocabulary import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kcinema._model import Record

__all__ = ["KINDS", "canonical", "catalogue_of", "dumps", "loads", "record"]

KINDS: dict[str, type[Record]] = {
    "films": _model.Film,
    "directors": _model.Director,
    "collections": _model.Collection,
}
"""The lists of a catalogue document, and what each is a list of."""


# Out ----------------------------------------------------------------------------------


def record(value: Record) -> dict[str, Any]:
    """Turn a film, director or collection into its JSON record.

    Returns:
        The fields by name, in the order of the class; linked records as their ids.

    >>> import kcinema
    >>> record(kcinema.film("memento-mori-1999"))["directors"]
    ['kim-tae-yong', 'min-kyu-dong']
    """
    unstructured: dict[str, Any] = _converter().unstructure(value, type(value))
    return unstructured


def canonical(value: object) -> str:
    """Write JSON in the one form that all data files have.

    Two spaces a level, Hangul as it is, a newline at the end: a changed fact is a
    changed line.
    """
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def dumps(catalogue: Catalogue) -> str:
    """Write a catalogue as one JSON document, its records sorted by id."""
    return canonical(
        {
            "schema": SCHEMA,
            "version": catalogue.version,
            "films": [record(film) for film in catalogue.films()],
            "directors": [record(director) for director in catalogue.directors()],
            "collections": [
                record(item)
                for item in sorted(catalogue.collections(), key=lambda item: item.id)
            ],
        }
    )


# In -----------------------------------------------------------------------------------


def loads(text: str | bytes, source: str | None = None) -> Catalogue:
    """Read a catalogue from the text of a JSON document.

    Args:
        text: The document; bytes are read as UTF-8.
        source: Where it comes from, for messages.

    Raises:
        CatalogueError: It is no catalogue; says everything that is wrong with it.
    """
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        document = json.loads(text, object_pairs_hook=_object, parse_constant=_Constant)
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
    return catalogue_of(document, source)


def catalogue_of(document: object, source: str | None = None) -> Catalogue:
    """Read a catalogue from a parsed document.

    Args:
        document: The document, as :func:`json.loads` gives it.
        source: Where it comes from, for messages.

    Raises:
        CatalogueError: It is no catalogue; says everything that is wrong with it.
    """
    if not isinstance(document, dict):
        problem = Problem("$", None, "an object", _shown(document))
        raise CatalogueError([problem], source)
    problems = list(_head_problems(document))
    records: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    unread: list[str] = []
    for kind, cls in KINDS.items():
        raw_records = document.get(kind, [])
        if type(raw_records) is not list:
            problems.append(Problem(kind, None, "a list", _shown(raw_records)))
            continue
        for index, raw in enumerate(raw_records):
            try:
                read = _converter().structure(raw, cls)
            except (BaseValidationError, _MismatchError) as error:
                read = None
                id_ = _id_of(raw)
                unread += [id_] if id_ else []
                path = f"{kind}[{index}]"
                problems += [
                    Problem(f"{path}{rest}", id_, expected, found)
                    for rest, expected, found in _flatten(error)
                ]
            records[kind].append(read)
    if all(type(document.get(kind, [])) is list for kind in KINDS):
        problems += _integrity.problems(**records, also_known=unread)
    problems += _repeated_keys(document)
    if problems:
        raise CatalogueError(sorted(problems, key=_place), source)
    return Catalogue(version=document["version"], **records)


def _place(problem: Problem) -> tuple[int, int]:
    """Order problems by list and record, the document's own first."""
    kind, _, rest = problem.path.partition("[")
    if not rest:
        return (-1, 0)
    return (list(KINDS).index(kind), int(rest.partition("]")[0]))


def _head_problems(document: dict[str, Any]) -> Iterator[Problem]:
    """Check the keys of the document, its schema and its version."""
    keys = ("schema", "version", *KINDS)
    for key in keys:
        if key not in document:
            yield Problem("$", None, f"the key {key!r}", "none")
    for key in document:
        if key not in keys:
            yield Problem("$", None, _one_of(key, keys), f"the key {key!r}")
    schema = document.get("schema", SCHEMA)
    if type(schema) is not int or schema != SCHEMA:
        yield Problem(
            "schema", None, f"{SCHEMA}, which this version reads", _shown(schema)
        )
    try:
        # The stubs know of classes only, not of annotated types.
        _converter().get_structure_hook(Text)(document.get("version", "1"), Text)
    except _MismatchError as error:
        yield Problem("version", None, error.expected, error.found)


def _id_of(raw: object) -> str | None:
    id_ = raw.get("id") if isinstance(raw, dict) else None
    return id_ if isinstance(id_, str) else None


def _one_of(key: str, known: Sequence[str]) -> str:
    close = spelling.nearest(key, known, 1)
    return f"only known keys (perhaps {close[0]!r})" if close else "only known keys"


def _shown(value: object) -> str:
    """Show a JSON value in a message."""
    if value is None:
        return "null"
    if isinstance(value, _Constant):
        return f"{value.name}, which is not JSON"
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    text = json.dumps(value, ensure_ascii=False)
    if not unicodedata.is_normalized("NFC", text) or not _encodable(text):
        # What is wrong with such a text is invisible in print, so it is spelt out.
        text = json.dumps(value)
    return text if len(text) <= _LONG else f"{text[:_LONG]}..."


_LONG = 60


def _encodable(text: str) -> bool:
    """Tell whether a text has no lone surrogates."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


class _MismatchError(ValueError):
    """A value is not what its place asks for."""

    def __init__(self, expected: str, value: object) -> None:
        self.expected = expected
        self.found = _shown(value)
        super().__init__(f"expected {expected}, found {self.found}")


class _Constant:
    """NaN or Infinity, which Python's parser lets through and JSON does not."""

    def __init__(self, name: str) -> None:
        self.name = name


class _RepeatedKeys(dict[str, Any]):
    """An object in which keys stood more than once."""

    repeated: tuple[str, ...]


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    names = [name for name, _ in pairs]
    marked = _RepeatedKeys(plain)
    marked.repeated = tuple(name for name in plain if names.count(name) > 1)
    return marked


def _repeated_keys(document: dict[str, Any]) -> Iterator[Problem]:
    """Find the objects in which keys stood more than once."""
    waiting: list[tuple[str, str | None, object]] = [("", None, document)]
    while waiting:
        path, id_, value = waiting.pop()
        if isinstance(value, dict):
            # The records of the three lists are what a problem is said to be in.
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


def _flatten(error: BaseException) -> Iterator[tuple[str, str, str]]:
    """Turn cattrs' tree of errors into places, expectations and findings."""
    if isinstance(error, _MismatchError):
        yield "", error.expected, error.found
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [_key(attribute) for attribute in attrs.fields(error.cl)]
        for name in sorted(error.extra_fields):
            yield "", _one_of(name, known), f"the key {name!r}"
    elif isinstance(error, KeyError):
        yield "", "a value", "none"
    else:
        assert isinstance(error, BaseValidationError)  # noqa: S101  # see the hooks
        for part in error.exceptions:
            step = _step(part, error)
            for path, expected, found in _flatten(part):
                yield step + path, expected, found


def _step(error: BaseException, parent: BaseValidationError) -> str:
    """Say which key or index of its parent an error lies under."""
    notes = getattr(error, "__notes__", ())
    note = next((item for item in notes if isinstance(item, _NOTES)), None)
    if note is None:
        return ""
    if isinstance(note, IterableValidationNote):
        return f"[{note.index}]"
    assert isinstance(parent, ClassValidationError)  # noqa: S101  # as cattrs is made
    names = {field.name: _key(field) for field in attrs.fields(parent.cl)}
    return f".{names[note.name]}"


_NOTES = (AttributeValidationNote, IterableValidationNote)


def _key(attribute: attrs.Attribute[Any]) -> str:
    return attribute.alias or attribute.name


# How cattrs reads ---------------------------------------------------------------------


@cache
def _converter() -> Converter:
    """Build the converter, once: strict about keys, types and forms."""
    converter = Converter(forbid_extra_keys=True, use_alias=True)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(int, _integer)
    converter.register_structure_hook(date, _date)
    converter.register_structure_hook(PartialDate, _partial_date)
    # Words are strings too; without this the hook for str would serve them.
    converter.register_structure_hook(Term, _term)
    converter.register_structure_hook_func(
        lambda target: target == str | int, _text_or_integer
    )
    converter.register_structure_hook_factory(
        lambda target: _origin(target) is tuple,
        lambda target: _tuple_hook(target, converter),
    )
    converter.register_structure_hook_factory(
        lambda target: _origin(target) is Annotated,
        lambda target: _form_hook(target, converter),
    )
    converter.register_structure_hook_factory(
        lambda target: attrs.has(target) and target is not PartialDate,
        lambda target: _object_hook(target, converter),
    )
    converter.register_structure_hook_factory(
        _is_optional, lambda target: _optional_hook(target, converter)
    )
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(PartialDate, str)
    return converter


def _text(value: object, _: object) -> str:
    if type(value) is not str:
        raise _MismatchError("a text", value)
    if not value.isascii():
        if not unicodedata.is_normalized("NFC", value):
            raise _MismatchError("text in Unicode normal form C (NFC)", value)
        if not _encodable(value):
            raise _MismatchError("text without lone surrogates", value)
    return value


def _integer(value: object, _: object) -> int:
    if type(value) is not int:
        raise _MismatchError("a whole number", value)
    return value


def _text_or_integer(value: object, target: object) -> str | int:
    return _integer(value, target) if type(value) is int else _text(value, target)


def _date(value: object, _: object) -> date:
    # Python 3.11 and later read more forms than the one the data has.
    if type(value) is str and _DAY.fullmatch(value):
        with contextlib.suppress(ValueError):
            return date.fromisoformat(value)
    expected = "a date of the form YYYY-MM-DD"
    raise _MismatchError(expected, value)


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _partial_date(value: object, _: object) -> PartialDate:
    try:
        return PartialDate.parse(_text(value, str))
    except ValueError:
        expected = "a date of the form YYYY, YYYY-MM or YYYY-MM-DD"
        raise _MismatchError(expected, value) from None


def _term(value: object, vocabulary: type[Term]) -> Term:
    terms = {term.value: term for term in vocabulary}
    if type(value) is str and value in terms:
        return terms[value]
    close = spelling.nearest(value, terms, 1) if isinstance(value, str) else ()
    hint = f" (perhaps {close[0]!r})" if close else ""
    raise _MismatchError(f"a word of {vocabulary.__name__}{hint}", value)


def _tuple_hook(target: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    plain = homogenous_tuple_structure_factory(target, converter)

    def hook(value: object, target: Any) -> Any:
        if type(value) is not list:
            raise _MismatchError("a list", value)
        return plain(value, target)

    return hook


def _form_hook(target: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    base, form = get_args(target)
    plain = converter.get_structure_hook(base)

    def hook(value: object, _: object) -> Any:
        found = plain(value, base)
        if not form.admits(found):
            raise _MismatchError(form.says, value)
        return found

    return hook


def _object_hook(target: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    plain = make_dict_structure_fn(target, converter)

    def hook(value: object, target: Any) -> Any:
        if not isinstance(value, dict):
            raise _MismatchError("an object", value)
        return plain(value, target)

    return hook


def _origin(target: Any) -> Any:
    # typeshed gives get_origin a narrower result than it has.
    return get_origin(target)


def _is_optional(target: Any) -> bool:
    return get_origin(target) in (Union, UnionType) and type(None) in get_args(target)


def _optional_hook(target: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    (inner,) = (item for item in get_args(target) if item is not type(None))
    plain = converter.get_structure_hook(inner)

    def hook(value: object, _: object) -> Any:
        return None if value is None else plain(value, inner)

    return hook
