"""From bytes to parsed JSON, with messages for whoever wrote the file by hand."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from kcinema._model.values import Numeral, shown
from kcinema._printable import printable
from kcinema.errors import CatalogueError, Problem

if TYPE_CHECKING:
    from kcinema._json.limits import Limits

__all__ = ["Parsed", "RepeatedKeys", "parsed"]


class Parsed(NamedTuple):
    """A parsed document.

    Attributes:
        value: The document, as :func:`json.loads` returns it.
        source: Where it comes from, for messages.
        text: Its text, for the lines of problems; None if it was made in code.
        repeated: Whether any object in it has a duplicate key.
    """

    value: object
    source: str | None = None
    text: str | None = None
    repeated: bool = False


def parsed(data: bytes, source: str | None, limits: Limits) -> Parsed:
    """Parse a document.

    Args:
        data: Its bytes.
        source: Where they come from, for messages.
        limits: How deep it may be.

    Raises:
        CatalogueError: It is no JSON in UTF-8, or nested too deeply.
    """
    text = _decoded(data, source)
    pairs = _Pairs()
    if _deeper(data, limits.max_depth):
        raise _too_deep(source, limits)
    try:
        value = json.loads(
            text,
            object_pairs_hook=pairs,
            parse_constant=Numeral,
            parse_float=Numeral,
            parse_int=_whole,
        )
    except RecursionError:  # where a program has little of its stack left
        raise _too_deep(source, limits) from None
    except json.JSONDecodeError as error:
        at, found = _explained(text, error)
        line = text.count("\n", 0, at) + 1
        column = at - text.rfind("\n", 0, at)
        found = f"{found}, at column {column}"
        raise _refused(source, "a JSON document", found, line) from None
    return Parsed(value, source, text, pairs.repeated)


def _too_deep(source: str | None, limits: Limits) -> CatalogueError:
    expected = f"lists and objects at most {limits.max_depth} deep (max_depth)"
    return _refused(source, expected, "a document nested deeper")


def _refused(
    source: str | None, expected: str, found: str, line: int | None = None
) -> CatalogueError:
    return CatalogueError([Problem("$", None, expected, found, line)], source)


# Text ---------------------------------------------------------------------------------

_MARKS = {
    b"\xff\xfe\0\0": "UTF-32",
    b"\0\0\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


def _decoded(data: bytes, source: str | None) -> str:
    """Decode UTF-8, with or without the mark that some editors put before it."""
    expected = "text in UTF-8 (the encoding to choose when saving the file)"
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            raise _refused(source, expected, f"text in {encoding}")
    if b"\0" in data[:4]:
        raise _refused(source, expected, "text in UTF-16 or UTF-32, or no text at all")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"the byte 0x{data[error.start]:02x} at offset {error.start}"
        if error.reason == "unexpected end of data":
            found += ", where a letter is cut off"
        elif _is_korean(data):
            found += ", perhaps of text in EUC-KR (CP949)"
        raise _refused(source, expected, found, line) from None


def _is_korean(data: bytes) -> bool:
    """Return whether bytes may be Hangul in the encoding of older Korean programs."""
    try:
        text = data.decode("cp949")
    except UnicodeDecodeError:
        return False
    return re.search("[가-힣]{2}", text) is not None


# Depth --------------------------------------------------------------------------------
#
# The parser calls itself for each level, and where a program has raised the recursion
# limit of Python, a file could overflow the stack. So depth is checked before.

_STRUCTURE = b'[]{}"'
_OTHERS = bytes(byte for byte in range(256) if byte not in _STRUCTURE)


def _deeper(data: bytes, most: int) -> bool:
    """Return whether lists and objects are nested deeper than allowed.

    In a document that is cut off, they may be twice as deep.
    """
    # Whole passes over the bytes take much less time than a look at each.
    plain = data.replace(rb"\\", b"").replace(rb"\"", b"").translate(None, _OTHERS)
    # What is left between quotation marks are brackets in texts.
    brackets = b"".join(plain.replace(b'""', b"").split(b'"')[::2])
    for _ in range(most):  # take out the innermost pairs, level by level
        fewer = brackets.replace(b"[]", b"").replace(b"{}", b"")
        if len(fewer) == len(brackets):
            break
        brackets = fewer
    for place, bracket in enumerate(brackets):
        if bracket in b"]}":
            # A pair that was not taken out has too many levels inside. Where it is no
            # pair, the parser stops.
            return place > 0 and bracket - brackets[place - 1] == _APART
        if place == most:  # so many are open, and one more
            return True
    return False


_APART = ord("]") - ord("[")  # as } and {


# Values -------------------------------------------------------------------------------

_DIGITS = 40


def _whole(digits: str) -> int | Numeral:
    # To make a number of very many digits takes too long, and none has so many.
    return int(digits) if len(digits) <= _DIGITS else Numeral(digits)


class RepeatedKeys(dict[str, Any]):
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
        counts = Counter(name for name, _ in pairs)
        marked = RepeatedKeys(plain)
        marked.repeated = tuple(name for name in plain if counts[name] > 1)
        return marked


# What is wrong with broken JSON -------------------------------------------------------


def _explained(text: str, error: json.JSONDecodeError) -> tuple[int, str]:
    """Return where JSON is broken, and how, in the words of whoever wrote it."""
    at = error.pos
    # Python 3.13 and later point at the comma, the others behind it.
    comma = at if text[at : at + 1] == "," else len(text[:at].rstrip(_SPACE)) - 1
    closing = text[comma + 1 : comma + 1000].lstrip(_SPACE)[:1]
    if text[max(comma, 0) : comma + 1] == "," and closing in {"]", "}"}:
        return comma, f"a comma before the closing {closing}"
    for message, found in _EXPLAINED.items():
        if error.msg.startswith(message):
            return at, found
    if not text[at:].strip(_SPACE):
        return at, "the end of the file, too early: it is empty or cut off"
    if text[at] in _MEANT:
        return at, _MEANT[text[at]]
    for mark, name in ((",", "comma"), (":", "colon")):
        if error.msg.startswith(f"Expecting '{mark}' delimiter"):
            # It is missing at the end of a line, and noticed on the next.
            end = len(text[:at].rstrip(_SPACE))
            return end, f"no {name} before {_word(text, at)}"
    return at, f"{_word(text, at)}, which is no value or key here"


_SPACE = " \t\n\r"
_EXPLAINED = {
    "Unterminated string": "a text without a quotation mark at its end",
    "Invalid control character": (
        "a line break or another control character within a text"
    ),
    "Invalid \\": "a backslash that is not doubled",
    "Extra data": "something after the end of the document",
}
_MEANT = {
    "'": "a single quotation mark in place of a double one",
    "“": "a curly quotation mark in place of a straight one",
    "”": "a curly quotation mark in place of a straight one",
    "/": "a comment, which JSON does not have",
    "#": "a comment, which JSON does not have",
}


def _word(text: str, at: int) -> str:
    found = re.compile(r'"[^"\n]{0,40}"?|\w{1,40}|.', re.DOTALL).match(text, at)
    word = found[0] if found else ""
    return printable(word if word[:1] == '"' else shown(word))
