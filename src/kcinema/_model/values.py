"""Strict readers of single field values, which coerce nothing.

Shared by the two checked readers of records, for plain values and for files. Each
function returns the value or raises :exc:`MismatchError`.
"""

from __future__ import annotations

import json
import operator
import re
import unicodedata
from collections.abc import Iterable, Mapping, Set as AbstractSet
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kcinema import spelling
from kcinema._model.dates import PartialDate
from kcinema._printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from kcinema._model.fields import Between, Form
    from kcinema.vocabulary import Term

__all__ = [
    "MismatchError",
    "Numeral",
    "checked",
    "day",
    "either",
    "form",
    "given",
    "integer",
    "listed",
    "mapping",
    "named",
    "one_of",
    "partial_date",
    "perhaps",
    "several",
    "shown",
    "text",
    "whole",
    "word",
]


class MismatchError(ValueError):
    """A value is invalid for its field.

    Attributes:
        path: The path within the record, such as ``.cast[0].role``.
        expected: What was expected there.
        found: What was found there.
        key: The key at which it was found, if the path is that of an object.
    """

    def __init__(
        self, expected: str, found: str, path: str = "", key: str | None = None
    ) -> None:
        self.path = path
        self.key = key
        self.expected = expected
        self.found = found
        super().__init__(f"{path}: expected {expected}, found {found}")


class Numeral:
    """A number in a file that no field takes, as it is written there.

    It has a fraction or an exponent, far too many digits, or is NaN or an infinity,
    which Python's parser accepts although JSON has neither.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        text = self.text if len(self.text) <= _LONG else f"{self.text[:_LONG]}..."
        return f"{text}, which is not JSON" if text[-1] in "Ny" else text


def shown(value: object) -> str:
    """Describe a JSON value for an error message, in few words and safe to print."""
    if value is None:
        return "null"
    if isinstance(value, Numeral):
        return str(value)
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    try:
        cut = value[: _LONG + 1] if isinstance(value, str) else value
        text = json.dumps(cut, ensure_ascii=False)
    except (TypeError, ValueError):  # built in code, not parsed from JSON
        return f"an object of the type {type(value).__name__}"
    if not unicodedata.is_normalized("NFC", text):
        # The fault in such a text is invisible, so show it as escapes.
        text = json.dumps(cut)
    return printable(text if len(text) <= _LONG else f"{text[:_LONG]}...")


def named(key: object) -> str:
    """Name a key of an object for an error message."""
    return f"the key {shown(key)}" if len(str(key)) > _LONG else f"the key {key!r}"


_LONG = 60


def _encodable(text: str) -> bool:
    """Return whether a text has no lone surrogates."""
    return _SURROGATE.search(text) is None


_SURROGATE = re.compile("[\ud800-\udfff]")


def one_of(key: str, known: list[str]) -> str:
    """Describe the keys that were expected in place of an unknown one."""
    return f"only known keys{perhaps(key, known)}"


def perhaps(text: str, known: Collection[str]) -> str:
    """Return what was perhaps meant by a text, in parentheses, or nothing."""
    # To compare a text with very many, or a very long one, takes too long.
    if len(text) > _LONG or len(known) > _MANY:
        return ""
    close = spelling.nearest(text, known, 1)
    return f" (perhaps {close[0]!r})" if close else ""


_MANY = 1000
_FEW = 12


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


def either(
    text: Callable[[object], Any], number: Callable[[object], Any]
) -> Callable[[object], Any]:
    """Return a reader of what may be a text or a whole number, given those of both."""
    return lambda value: number(value) if type(value) is int else text(value)


def day(value: object) -> date:
    """Read a complete date."""
    # Since Python 3.11, fromisoformat also accepts other forms.
    if type(value) is not str or not _DAY.fullmatch(value):
        raise MismatchError("a date of the form YYYY-MM-DD", shown(value))
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise MismatchError(_NO_SUCH_DAY, shown(value)) from None


_NO_SUCH_DAY = "a date that there is in the calendar"


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def partial_date(value: object) -> PartialDate:
    """Read a date that may be known only to the month or the year."""
    if type(value) is not str or not _PARTIAL.fullmatch(value):
        expected = "a date of the form YYYY, YYYY-MM or YYYY-MM-DD"
        raise MismatchError(expected, shown(value))
    try:
        return PartialDate.parse(value)
    except ValueError:
        raise MismatchError(_NO_SUCH_DAY, shown(value)) from None


_PARTIAL = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)


def word(vocabulary: type[Term]) -> Callable[[object], Any]:
    """Return a reader for the words of a vocabulary."""
    terms = {term.value: term for term in vocabulary}

    def read(value: object) -> Term:
        if type(value) is str and value in terms:
            return terms[value]
        meant = perhaps(value, terms) if isinstance(value, str) else ""
        if not meant and len(terms) <= _FEW:
            meant = f": {', '.join(terms)}"
        raise MismatchError(f"a word of {vocabulary.__name__}{meant}", shown(value))

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
                raise MismatchError(expected, named(key))
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
