"""Strict readers of single field values, which coerce nothing.

Shared by the two checked readers of records, for plain values and for files. Each
function returns the value or raises :exc:`MismatchError`.
"""

from __future__ import annotations

import contextlib
import json
import operator
import re
import unicodedata
from collections.abc import Iterable, Mapping, Set as AbstractSet
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kcinema import spelling
from kcinema._model.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcinema._model.fields import Between, Form
    from kcinema.vocabulary import Term

__all__ = [
    "Constant",
    "MismatchError",
    "checked",
    "day",
    "form",
    "given",
    "integer",
    "listed",
    "mapping",
    "one_of",
    "partial_date",
    "several",
    "shown",
    "text",
    "text_or_integer",
    "whole",
    "word",
]


class MismatchError(ValueError):
    """A value is invalid for its field.

    Attributes:
        path: The path within the record, such as ``.cast[0].role``.
        expected: What was expected there.
        found: What was found there.
    """

    def __init__(self, expected: str, found: str, path: str = "") -> None:
        self.path = path
        self.expected = expected
        self.found = found
        super().__init__(f"{path}: expected {expected}, found {found}")


class Constant:
    """NaN or Infinity, which Python's parser accepts although JSON has neither."""

    def __init__(self, name: str) -> None:
        self.name = name


def shown(value: object) -> str:
    """Describe a JSON value for an error message."""
    if value is None:
        return "null"
    if isinstance(value, Constant):
        return f"{value.name}, which is not JSON"
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    try:
        text = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError):  # built in code, not parsed from JSON
        return f"an object of the type {type(value).__name__}"
    if not unicodedata.is_normalized("NFC", text) or not _encodable(text):
        # The fault in such a text is invisible, so show it as escapes.
        text = json.dumps(value)
    return text if len(text) <= _LONG else f"{text[:_LONG]}..."


_LONG = 60


def _encodable(text: str) -> bool:
    """Return whether a text has no lone surrogates."""
    return _SURROGATE.search(text) is None


_SURROGATE = re.compile("[\ud800-\udfff]")


def one_of(key: str, known: list[str]) -> str:
    """Describe the keys that were expected in place of an unknown one."""
    close = spelling.nearest(key, known, 1)
    return f"only known keys (perhaps {close[0]!r})" if close else "only known keys"


def text(value: object) -> str:
    """Read a text, which must be in NFC and encodable as UTF-8."""
    if type(value) is not str:
        raise MismatchError("a text", shown(value))
    if not value.isascii():
        if not unicodedata.is_normalized("NFC", value):
            expected = "text in Unicode normal form C (NFC)"
            raise MismatchError(expected, shown(value))
        if not _encodable(value):
            raise MismatchError("text without lone surrogates", shown(value))
    return value


def integer(value: object) -> int:
    """Read a whole number; reject ``true`` and ``1.0``."""
    if type(value) is not int:
        raise MismatchError("a whole number", shown(value))
    return value


def text_or_integer(value: object) -> str | int:
    """Read a text or a whole number."""
    return integer(value) if type(value) is int else text(value)


def day(value: object) -> date:
    """Read a complete date."""
    # Since Python 3.11, fromisoformat also accepts other forms.
    if type(value) is str and _DAY.fullmatch(value):
        with contextlib.suppress(ValueError):
            return date.fromisoformat(value)
    raise MismatchError("a date of the form YYYY-MM-DD", shown(value))


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def partial_date(value: object) -> PartialDate:
    """Read a date that may be known only to the month or the year."""
    try:
        return PartialDate.parse(text(value))
    except ValueError:
        expected = "a date of the form YYYY, YYYY-MM or YYYY-MM-DD"
        raise MismatchError(expected, shown(value)) from None


def word(vocabulary: type[Term]) -> Callable[[object], Any]:
    """Return a reader for the words of a vocabulary."""
    terms = {term.value: term for term in vocabulary}

    def read(value: object) -> Term:
        if type(value) is str and value in terms:
            return terms[value]
        close = spelling.nearest(value, terms, 1) if isinstance(value, str) else ()
        hint = f" (perhaps {close[0]!r})" if close else ""
        raise MismatchError(f"a word of {vocabulary.__name__}{hint}", shown(value))

    return read


def form(
    read: Callable[[object], Any], wanted: Form | Between
) -> Callable[[object], Any]:
    """Return a reader that also checks the value against a form."""
    admits: Callable[[Any], object] = wanted.test()

    def checked(value: object) -> Any:  # noqa: ANN401  # a text or a number
        found = read(value)
        if not admits(found):
            raise MismatchError(wanted.says, shown(value))
        return found

    return checked


def checked(hint: Any) -> Callable[[object], Any]:  # noqa: ANN401  # a type
    """Return the strict reader of the single values of a type."""
    if hint in (str, int):
        return text if hint is str else integer
    if hint is date:
        return day
    return partial_date if hint is PartialDate else word(hint)


def several(
    read: Callable[[object], Any], listed: Callable[[object], object]
) -> Callable[[object], tuple[Any, ...]]:
    """Return a reader of lists, given that of their items."""

    def items(value: object) -> tuple[Any, ...]:
        found = listed(value)
        if not isinstance(found, (list, tuple)):
            raise MismatchError("a list", shown(found))
        kept = []
        for place, item in enumerate(found):
            try:
                kept.append(read(item))
            except MismatchError as error:
                error.path = f"[{place}]{error.path}"
                raise
        return tuple(kept)

    return items


def mapping(
    readers: dict[str, Callable[[Any], Any]], needed: list[str]
) -> Callable[[object], dict[str, Any]]:
    """Return a reader of objects, given those of their values by key."""

    def entries(value: object) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise MismatchError("an object", shown(value))
        found = {}
        for key, item in value.items():
            if key not in readers:
                expected = one_of(str(key), [*readers])
                raise MismatchError(expected, f"the key {key!r}")
            try:
                found[key] = readers[key](item)
            except MismatchError as error:
                error.path = f".{key}{error.path}"
                raise
        for key in needed:
            if key not in found:
                raise MismatchError("a value", "none", f".{key}")
        return found

    return entries


# What people pass to constructors -----------------------------------------------------


def given(hint: Any, read: Callable[[object], Any]) -> Callable[[object], Any]:  # noqa: ANN401  # a type
    """Return a reader that converts what it safely can, and leaves the rest to another.

    A text may be of any kind of string, or a record that stands for its id; a whole
    number any integer, NumPy's too; a date a date or its text; a word any spelling of
    it that the vocabulary knows.
    """

    def converted(value: object) -> Any:  # noqa: ANN401
        return read(_converted(hint, value))

    return converted


def _converted(hint: Any, value: object) -> object:  # noqa: ANN401
    if hint is str:
        return str.__str__(value) if isinstance(value, str) else _id(value)
    if hint is int:
        return whole(value)
    if hint is date:
        value = value.date() if isinstance(value, datetime) else value
        return value.isoformat() if isinstance(value, date) else value
    if hint is PartialDate:
        if type(value) is int:
            return f"{value:04d}"
        return str(value) if isinstance(value, (date, PartialDate)) else value
    term = hint.named(value) if isinstance(value, str) else None
    return value if term is None else term.value


def _id(value: object) -> object:
    from kcinema._model.base import Record

    return value.id if isinstance(value, Record) else value


def whole(value: object) -> object:
    """Return any integer as an ``int``, and everything else as it is."""
    if isinstance(value, bool):
        return value
    try:
        return operator.index(value)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    except TypeError:
        return value


def listed(found: object) -> object:
    """Return any ordered iterable as a list, and everything else as it is."""
    unordered = (str, bytes, bytearray, Mapping, AbstractSet)
    if isinstance(found, Iterable) and not isinstance(found, unordered):
        return list(found)
    return found
