"""A corpus of broken files, made from one that has every field.

The published schema says where a value is wrong; it is an oracle of its own, which the
library's readers have to agree with.
"""

from __future__ import annotations

import copy
import gzip
import json
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kcinema._json import places

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["WHOLE", "Broken", "bytes_of", "files", "mended", "misplaced"]

WHOLE: dict[str, Any] = json.loads(
    (Path(__file__).parent / "whole.json").read_text("utf-8")
)

# One value of each kind that JSON and Python's parser know, and of each way to be odd.
VALUES: dict[str, Any] = {
    "null": None,
    "true": True,
    "zero": 0,
    "minus": -1,
    "huge": 10**50,
    "float": 1.0,
    "nan": float("nan"),
    "infinity": float("-inf"),
    "empty": "",
    "text": "text",
    "spaced": " text ",
    "escape": "\x1b[31mtext",
    "override": "\u202etext",
    "surrogate": "\ud800",
    "decomposed": "\u1112\u1161\u11ab",
    "list": [],
    "nested": [[[]]],
    "object": {},
    "odd": {"\x00": {"": []}},
}


class Broken(NamedTuple):
    """A broken file: what was done to it, its bytes, and where it is broken."""

    name: str
    data: bytes
    path: str | None = None


def bytes_of(value: object) -> bytes:
    """Write any value, also what no file in UTF-8 should have."""
    return json.dumps(value, indent=1).encode()


def files() -> Iterator[Broken]:
    """Yield every file of the corpus, each of which `load` refuses."""
    yield from _of_bytes()
    yield from _of_syntax()
    yield from _of_gzip()
    yield from _of_depth()
    yield from _of_keys()


def misplaced(step: int = 1) -> Iterator[tuple[Broken, Any]]:
    """Yield files with an odd value at every place, and the same as parsed JSON.

    A few are fine: null where a field may be empty, an empty list.

    Args:
        step: Of so many files, only one.
    """
    pairs = ((path, name) for path in _paths(WHOLE, "") for name in VALUES)
    for path, name in islice(pairs, 0, None, step):
        changed = copy.deepcopy(WHOLE)
        parent, last = _at(changed, path)
        parent[last] = VALUES[name]
        yield Broken(f"{path} = {name}", bytes_of(changed), path), changed


def mended() -> Iterator[Broken]:
    """Yield files that look odd and are fine."""
    text = json.dumps(WHOLE, ensure_ascii=False)
    yield Broken("as it is", text.encode())
    yield Broken("with a mark", b"\xef\xbb\xbf" + text.encode())
    yield Broken("compressed", gzip.compress(text.encode()))
    yield Broken("with space around it", b" \r\n\t" + text.encode() + b"\n\n")
    yield Broken("with old line ends", bytes_of(WHOLE).replace(b"\n", b"\r"))


def _of_bytes() -> Iterator[Broken]:
    """Break the bytes: cut, changed, of another encoding."""
    data = bytes_of(WHOLE)
    for place in range(0, len(data), 31):
        yield Broken(f"cut at {place}", data[:place])
    for place in range(0, len(data), 67):
        for byte in (0x00, 0x1B, 0x80, 0xFF):
            changed = data[:place] + bytes([byte]) + data[place + 1 :]
            yield Broken(f"byte {byte} at {place}", changed)
    text = json.dumps(WHOLE, ensure_ascii=False)
    for encoding in ("utf-16", "utf-16-be", "utf-32", "cp949", "euc-kr"):
        yield Broken(f"in {encoding}", text.encode(encoding))


def _of_syntax() -> Iterator[Broken]:
    """Break the syntax, as people and programs do."""
    text = json.dumps(WHOLE, ensure_ascii=False)
    for right, wrong in (
        ('"', "'"),
        (", ", " "),
        ('": ', '" '),
        ("{", "["),
        ("]", "]]"),
        ("}", ",}"),
        ("1990", "01990"),
        ("1990", "+1990"),
        ("1990", "0x7C6"),
        ("1990", "1_990"),
        ("1990", "True"),
        ("1990", "undefined"),
        ("1990", "9" * 5000),
        ("1990", "1e999999999"),
    ):
        parts = text.split(right)
        for number in range(1, min(len(parts), 6)):
            before, after = right.join(parts[:number]), right.join(parts[number:])
            name = f"{wrong[:9]} in place of {right}, {number}"
            yield Broken(name, (before + wrong + after).encode())


def _of_gzip() -> Iterator[Broken]:
    """Break a compressed file."""
    packed = gzip.compress(bytes_of(WHOLE), mtime=0)
    for place in range(2, len(packed), 83):
        yield Broken(f"gzip, cut at {place}", packed[:place])
    for place in range(10, len(packed), 89):
        damaged = packed[:place] + bytes([packed[place] ^ 0xFF]) + packed[place + 1 :]
        yield Broken(f"gzip, damaged at {place}", damaged)


def _of_depth() -> Iterator[Broken]:
    """Nest lists and objects."""
    for opening, closing in (("[", "]"), ('{"a":', "}"), ('{"films":[', "]}")):
        for times in (33, 1000, 100_000):
            yield Broken(f"{times} {opening}", (opening * times).encode())
            deep = opening * times + "1" + closing * times
            yield Broken(f"{times} {opening} closed", deep.encode())


def _of_keys() -> Iterator[Broken]:
    """Break the objects: a key that is unknown, or there twice."""
    for path in ["", *_paths(WHOLE, "")]:
        changed = copy.deepcopy(WHOLE)
        parent, last = _at(changed, path) if path else ([changed], 0)
        if isinstance(parent[last], dict):
            parent[last]["unknwon"] = 1
            yield Broken(f"{path} with another key", bytes_of(changed), path or "$")
            first = next(iter(parent[last]))
            parent[last] = {"twice": 1, **parent[last]}
            del parent[last]["unknwon"]
            text = bytes_of(changed).replace(b'"twice"', json.dumps(first).encode())
            yield Broken(f"{path} with a key twice", text, path or "$")


def _paths(value: object, path: str) -> Iterator[str]:
    """Yield the path of everything in a document."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield places.joined(path, key)
            yield from _paths(item, places.joined(path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield f"{path}[{index}]"
            yield from _paths(item, f"{path}[{index}]")


def _at(document: Any, path: str) -> tuple[Any, Any]:
    """Return what has the value at a path, and under which key or index."""
    *before, last = places.steps(path)
    for step in before:
        document = document[step]
    return document, last
