"""Single values of a field, read strictly: nothing is coerced.

Shared by both readers of records: the one for a record's plain values and the one for
files. Each function returns the value or raises :exc:`MismatchError`.
"""

from __future__ import annotations

import contextlib
import json
import re
import unicodedata
from datetime import date
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
    "day",
    "form",
    "integer",
    "one_of",
    "partial_date",
    "shown",
    "text",
    "text_or_integer",
    "word",
]


class MismatchError(ValueError):
    """A value is not what its place asks for.

    Attributes:
        path: The place below the record, such as ``.cast[0].role``.
        expected: What should have stood there.
        found: What stood there.
    """

    def __init__(self, expected: str, found: str, path: str = "") -> None:
        self.path = path
        self.expected = expected
        self.found = found
        super().__init__(f"{path}: expected {expected}, found {found}")


class Constant:
    """NaN or Infinity, which Python's parser accepts and JSON does not have."""

    def __init__(self, name: str) -> None:
        self.name = name


def shown(value: object) -> str:
    """Show a JSON value in the form in which a message can hold it."""
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
    except (TypeError, ValueError):  # made by a program, not by a parser
        return f"an object of the type {type(value).__name__}"
    if not unicodedata.is_normalized("NFC", text) or not _encodable(text):
        # What is wrong with such a text is invisible in print, so it is spelt out.
        text = json.dumps(value)
    return text if len(text) <= _LONG else f"{text[:_LONG]}..."


_LONG = 60


def _encodable(text: str) -> bool:
    """Return whether a text has no lone surrogates."""
    return _SURROGATE.search(text) is None


_SURROGATE = re.compile("[\ud800-\udfff]")


def one_of(key: str, known: list[str]) -> str:
    """Return which keys were expected where an unknown one stood."""
    close = spelling.nearest(key, known, 1)
    return f"only known keys (perhaps {close[0]!r})" if close else "only known keys"


def text(value: object) -> str:
    """Read a text in NFC that UTF-8 can encode."""
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
    """Read a whole number; neither ``true`` nor ``1.0`` is one."""
    if type(value) is not int:
        raise MismatchError("a whole number", shown(value))
    return value


def text_or_integer(value: object) -> str | int:
    """Read a text or a whole number."""
    return integer(value) if type(value) is int else text(value)


def day(value: object) -> date:
    """Read a date that is known to the day."""
    # Python 3.11 and later read more forms than the one the data has.
    if type(value) is str and _DAY.fullmatch(value):
        with contextlib.suppress(ValueError):
            return date.fromisoformat(value)
    raise MismatchError("a date of the form YYYY-MM-DD", shown(value))


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def partial_date(value: object) -> PartialDate:
    """Read a date that may be known to the month or the year only."""
    try:
        return PartialDate.parse(text(value))
    except ValueError:
        expected = "a date of the form YYYY, YYYY-MM or YYYY-MM-DD"
        raise MismatchError(expected, shown(value)) from None


def word(vocabulary: type[Term]) -> Callable[[object], Any]:
    """Return the function that reads a word of a vocabulary."""
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
    """Return the function that reads a value and holds it against a form."""
    admits: Callable[[Any], object] = wanted.test()

    def checked(value: object) -> Any:  # noqa: ANN401  # a text or a number
        found = read(value)
        if not admits(found):
            raise MismatchError(wanted.says, shown(value))
        return found

    return checked
