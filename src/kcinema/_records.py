"""One record to JSON and back, through cattrs, strictly and without loss.

Nothing is coerced: a year in quotation marks, a runtime of 120.0 or of ``true`` is an
error, as is a key that the record does not have.
"""

from __future__ import annotations

import contextlib
import json
import re
import unicodedata
from datetime import date
from functools import cache
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    NamedTuple,
    Union,
    get_args,
    get_origin,
)

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

from kcinema import spelling
from kcinema._dates import PartialDate
from kcinema.vocabulary import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kcinema._record import Record

__all__ = ["Constant", "Fault", "RecordError", "one_of", "read", "shown", "write"]


def write(value: Record) -> dict[str, Any]:
    """Turn a film, director or collection into its JSON record.

    Returns:
        The fields by name, in the order of the class; linked records as their ids.

    >>> import kcinema
    >>> write(kcinema.film("memento-mori-1999"))["directors"]
    ['kim-tae-yong', 'min-kyu-dong']
    """
    unstructured: dict[str, Any] = _converter().unstructure(value, type(value))
    return unstructured


def read(value: object, target: Any) -> Any:
    """Read a record, or any value of a type that a field can have.

    Args:
        value: What a JSON parser gave.
        target: The class, or the annotated type of a form.

    Raises:
        RecordError: It is none; says everything that is wrong with it.
    """
    try:
        return _converter().get_structure_hook(target)(value, target)
    except (BaseValidationError, _MismatchError) as error:
        raise RecordError(_faults(error)) from None


class Fault(NamedTuple):
    """One thing that is wrong with a value."""

    path: str
    """Where in the value: ``.cast[0].role``, or nothing for the value itself."""
    expected: str
    """What should have stood there."""
    found: str
    """What stood there."""


class RecordError(ValueError):
    """A value is not what it should be; carries every fault."""

    def __init__(self, faults: Iterator[Fault]) -> None:  # as said
        self.faults = tuple(faults)
        super().__init__(self.faults)


def one_of(key: str, known: Sequence[str]) -> str:
    """Say which keys were expected where there was another."""
    close = spelling.nearest(key, known, 1)
    return f"only known keys (perhaps {close[0]!r})" if close else "only known keys"


def shown(value: object) -> str:
    """Show a JSON value as a message can hold it."""
    if value is None:
        return "null"
    if isinstance(value, Constant):
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
    return _SURROGATE.search(text) is None


_SURROGATE = re.compile("[\ud800-\udfff]")


class _MismatchError(ValueError):
    """A value is not what its place asks for."""

    def __init__(self, expected: str, value: object) -> None:
        self.expected = expected
        self.found = shown(value)
        super().__init__(f"expected {expected}, found {self.found}")


class Constant:
    """NaN or Infinity, which Python's parser lets through and JSON does not."""

    def __init__(self, name: str) -> None:
        self.name = name


def _faults(error: BaseException) -> Iterator[Fault]:
    """Turn cattrs' tree of errors into places, expectations and findings."""
    if isinstance(error, _MismatchError):
        yield Fault("", error.expected, error.found)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [_key(attribute) for attribute in attrs.fields(error.cl)]
        for name in sorted(error.extra_fields):
            yield Fault("", one_of(name, known), f"the key {name!r}")
    elif isinstance(error, KeyError):
        yield Fault("", "a value", "none")
    else:
        assert isinstance(error, BaseValidationError)  # noqa: S101  # see the hooks
        for part in error.exceptions:
            step = _step(part, error)
            for fault in _faults(part):
                yield fault._replace(path=step + fault.path)


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
    for vocabulary in Term.__subclasses__():
        converter.register_structure_hook(vocabulary, _term_hook(vocabulary))
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


def _term_hook(vocabulary: type[Term]) -> Callable[[Any, Any], Any]:
    terms = {term.value: term for term in vocabulary}

    def hook(value: object, _: object) -> Term:
        if type(value) is str and value in terms:
            return terms[value]
        close = spelling.nearest(value, terms, 1) if isinstance(value, str) else ()
        hint = f" (perhaps {close[0]!r})" if close else ""
        raise _MismatchError(f"a word of {vocabulary.__name__}{hint}", value)

    return hook


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
    admits = form.test()

    def hook(value: object, _: object) -> Any:
        found = plain(value, base)
        if not admits(found):
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
