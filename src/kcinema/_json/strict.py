"""Strict reading of records in users' files, with cattrs.

Nothing is coerced: a year in quotation marks is an error, as is a runtime of 120.0 or
``true``, or an unknown key. All errors are found, each with its path.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from heapq import nsmallest
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

import attrs
from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn

from kcinema._model import values
from kcinema._model.dates import PartialDate
from kcinema._model.given import checked_before
from kcinema._model.values import MismatchError, named, one_of, shown
from kcinema.vocabulary import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["MOST", "RecordError", "read"]

MOST = 100
"""So many problems are looked for in one list, or among the keys of one object."""


def read(value: object, target: Any) -> Any:
    """Read a record, or any value of a type that a field can have.

    Args:
        value: The value, as a JSON parser returns it.
        target: The class or annotated type to read.

    Raises:
        RecordError: The value does not fit the type; lists every mismatch.
    """
    try:
        with checked_before():
            return _converter().get_structure_hook(target)(value, target)
    except (BaseValidationError, MismatchError) as error:
        raise RecordError(_faults(error)) from None


class RecordError(ValueError):
    """A value does not fit its type.

    Attributes:
        faults: Every mismatch, with its path within the value.
    """

    def __init__(self, faults: Iterator[MismatchError]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)


def _faults(error: BaseException, path: str = "") -> Iterator[MismatchError]:
    """Flatten cattrs' tree of errors into mismatches with paths."""
    if isinstance(error, MismatchError):
        yield MismatchError(error.expected, error.found, path, error.key)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [_key(attribute) for attribute in attrs.fields(error.cl)]
        for name in nsmallest(MOST, error.extra_fields):
            yield MismatchError(one_of(name, known), named(name), path, name)
    elif isinstance(error, KeyError):
        yield MismatchError("a value", "none", path)
    else:
        assert isinstance(error, BaseValidationError)  # noqa: S101  # the hooks raise nothing else
        for part in error.exceptions:
            yield from _faults(part, path + _step(part, error))


def _step(error: BaseException, parent: BaseValidationError) -> str:
    """Return the key or index under which an error lies in its parent."""
    notes = getattr(error, "__notes__", ())
    note = next((item for item in notes if isinstance(item, _NOTES)), None)
    if note is None:
        return ""
    if isinstance(note, IterableValidationNote):
        return f"[{note.index}]"
    assert isinstance(parent, ClassValidationError)  # noqa: S101  # cattrs pairs them
    names = {field.name: _key(field) for field in attrs.fields(parent.cl)}
    return f".{names[note.name]}"


_NOTES = (AttributeValidationNote, IterableValidationNote)


def _key(attribute: attrs.Attribute[Any]) -> str:
    return attribute.alias or attribute.name


# The cattrs converter -----------------------------------------------------------------


@cache
def _converter() -> Converter:
    """Return the converter, which is strict about keys, types and forms."""
    converter = Converter(forbid_extra_keys=True, use_alias=True)
    single: dict[Any, Callable[[object], Any]] = {
        str: values.text,
        int: values.integer,
        date: values.day,
        PartialDate: values.partial_date,
    }
    # Terms are strings too, and would otherwise be read by the hook for str.
    single |= {terms: values.word(terms) for terms in Term.__subclasses__()}
    for target, reads in single.items():
        converter.register_structure_hook(target, _hook(reads))
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
        lambda target: _origin(target) in (Union, UnionType),
        lambda target: _union_hook(target, converter),
    )
    return converter


def _hook(reads: Callable[[object], Any]) -> Callable[[object, object], Any]:
    """Return a reader as a hook, ignoring the second argument that cattrs passes."""
    return lambda value, _: reads(value)


def _tuple_hook(target: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    item = get_args(target)[0]
    plain = converter.get_structure_hook(item)

    def hook(value: object, _: object) -> Any:
        if type(value) is not list:
            raise MismatchError("a list", shown(value))
        # Most lists are right, which a comprehension finds out in the shortest time.
        try:
            return tuple([plain(part, item) for part in value])
        except (BaseValidationError, MismatchError):
            raise _of_list(value, plain, target) from None

    return hook


def _of_list(
    items: list[Any], read: Callable[[Any, Any], Any], target: Any
) -> BaseValidationError:
    """Return the errors of the items of a list, up to a number of them."""
    item, found = get_args(target)[0], list[Exception]()
    for place, part in enumerate(items):
        try:
            read(part, item)
        except (BaseValidationError, MismatchError) as error:
            if len(found) == MOST:
                expected = "a list in which more is right"
                found.append(MismatchError(expected, f"over {MOST} items like these"))
                break
            note = IterableValidationNote(f"at {place}", place, item)
            noted: Any = error  # as cattrs notes places, before Python 3.11 too
            noted.__notes__ = [note]
            found.append(error)
    return IterableValidationError("in a list", found, target)


def _form_hook(target: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    base, form = get_args(target)
    plain = converter.get_structure_hook(base)
    return _hook(values.form(lambda value: plain(value, base), form))


def _object_hook(target: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    plain = make_dict_structure_fn(target, converter)

    def hook(value: object, target: Any) -> Any:
        if not isinstance(value, dict):
            raise MismatchError("an object", shown(value))
        return plain(value, target)

    return hook


def _origin(target: Any) -> Any:
    # typeshed's return type for get_origin is too narrow.
    return get_origin(target)


def _union_hook(target: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    parts = [item for item in get_args(target) if item is not type(None)]
    hooks = [converter.get_structure_hook(part) for part in parts]
    if len(parts) > 1:  # a text or a number
        text, number = (lambda value, read=read: read(value, None) for read in hooks)
        return _hook(values.either(text, number))
    inner, plain = parts[0], hooks[0]

    def hook(value: object, _: object) -> Any:
        return None if value is None else plain(value, inner)

    return hook
