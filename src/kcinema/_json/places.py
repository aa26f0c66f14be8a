"""Paths in a document, and the lines that they are on."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from json import JSONDecoder, decoder
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    Step: TypeAlias = str | int

__all__ = ["joined", "lines", "steps"]

_PLAIN = re.compile(r"[$\w-]{1,60}", re.ASCII)
_LONG = 60


def joined(path: str, key: str) -> str:
    """Return the path of what an object has at a key, which may be any text.

    >>> from kcinema._json.places import joined
    >>> joined("films[0]", "year"), joined("films[0]", "a key")
    ('films[0].year', 'films[0]["a key"]')
    """
    if _PLAIN.fullmatch(key):
        return f"{path}.{key}" if path else key
    return f"{path}[{json.dumps(key[:_LONG])}]"


_STEP = re.compile(
    r'\[(?P<index>\d+)\]|\[(?P<quoted>"(?:[^"\\]|\\.)*")\]|\.?(?P<key>[$\w-]+)'
)


def steps(path: str) -> tuple[Step, ...]:
    """Take a path apart.

    >>> from kcinema._json.places import steps
    >>> steps('films[0]["a key"].year')
    ('films', 0, 'a key', 'year')
    """
    if path == "$":
        return ()
    return tuple(
        int(step["index"])
        if step["index"]
        else json.loads(step["quoted"])
        if step["quoted"]
        else step["key"]
        for step in _STEP.finditer(path)
    )


# Lines --------------------------------------------------------------------------------


class _Node:
    """A place in the document, and those below it that are asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.below: dict[Step, _Node] = {}


def lines(
    text: str, paths: Sequence[Sequence[Step]], *, repeated: bool = False
) -> list[int]:
    """Return the line of each path in a document, counted from 1.

    What is not there is on the line of what should have it. Of duplicate keys the last
    counts, as for the parser.

    Args:
        text: The document, which is known to be JSON.
        paths: The paths, as :func:`steps` returns them.
        repeated: Whether any object in it has a duplicate key.
    """
    root = _Node()
    for number, path in enumerate(paths):
        node = root
        for step in path:
            node = node.below.setdefault(step, _Node())
            node.asked.append(number)
    start = _space(text, 0)
    offsets = [start] * len(paths)
    # With a duplicate key, what has been found may be there again.
    left = {*range(len(paths))} if not repeated else {-1}
    with suppress(_AllFoundError):
        _walk(text, start, root, offsets, left)
    found: list[int] = [1] * len(paths)
    line, last = 1, 0
    for number in sorted(range(len(paths)), key=lambda number: offsets[number]):
        line += text.count("\n", last, offsets[number])
        last = offsets[number]
        found[number] = line
    return found


# Values in which nothing is asked for are skipped by the parser itself, which is fast.
_skip = JSONDecoder(
    object_pairs_hook=len, parse_float=len, parse_int=len, parse_constant=len
).raw_decode
_text: Any = decoder.scanstring  # type: ignore[attr-defined]  # typeshed lacks it
_SPACE = re.compile(r"[ \t\n\r]*")


def _space(text: str, at: int) -> int:
    """Return where the space at a place ends."""
    found = _SPACE.match(text, at)
    return found.end() if found else at


class _AllFoundError(Exception):
    """The rest of the document need not be read."""


def _walk(text: str, at: int, node: _Node, offsets: list[int], left: set[int]) -> int:
    """Note where the places below a node are, and return where its value ends.

    Raises:
        _AllFoundError: Nothing is left to be found.
    """
    if not node.below or text[at] not in "[{":
        return _skip(text, at)[1]
    closing = "]" if text[at] == "[" else "}"
    index, at = 0, _space(text, at + 1)
    while text[at] != closing:
        start, step = at, index
        if closing == "}":
            step, at = _text(text, at + 1)
            at = _space(text, _space(text, at) + 1)  # after the colon
        child = node.below.get(step)
        if child is None:
            at = _skip(text, at)[1]
        else:
            for number in child.asked:
                offsets[number] = start
            at = _walk(text, at, child, offsets, left)
            left.difference_update(child.asked)
            if not left:
                raise _AllFoundError
        index += 1
        at = _space(text, at)
        if text[at] == ",":
            at = _space(text, at + 1)
    return at + 1
