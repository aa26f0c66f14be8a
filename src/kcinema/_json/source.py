"""The bytes of a catalogue, from whatever it is to be read from."""

from __future__ import annotations

import os
import zlib
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from kcinema.errors import CatalogueError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Readable", "Resource", "Source", "taken"]


class Readable(Protocol):
    """An open file, of bytes or of text."""

    def read(self, size: int, /) -> bytes | str:
        """Read so many bytes or characters at the most."""
        ...


class Resource(Protocol):
    """A file in a package, as :mod:`importlib.resources` finds it."""

    @property
    def name(self) -> str:
        """The name of the file."""
        ...

    def open(self, mode: Any, /) -> Any:  # noqa: ANN401  # as typeshed has it
        """Open it."""
        ...


Source: TypeAlias = (
    str | os.PathLike[str] | bytes | bytearray | memoryview | Readable | Resource
)


def taken(source: Source, most: int) -> tuple[bytes, str]:
    """Return the bytes of a source, unpacked, and its name for messages.

    Args:
        source: A path, an open file, bytes, or a file in a package.
        most: The number of bytes that it may have, packed and unpacked.

    Raises:
        CatalogueError: It has more, or cannot be unpacked.
        OSError: It cannot be read.
        TypeError: It is none of these.
    """
    data, name = _read(source, most)
    if len(data) > most:
        raise _refused(name, _at_most(most), "more")
    if data[:2] == b"\x1f\x8b":
        data = _unpacked(data, name, most)
    return data, name


def _read(source: Any, most: int) -> tuple[bytes, str]:  # noqa: ANN401  # anything may come
    if isinstance(source, (bytes, bytearray, memoryview)):
        return bytes(source), "the bytes"
    if isinstance(source, (str, os.PathLike)):
        with open(source, "rb") as file:  # noqa: PTH123  # any path-like
            return _all(file.read, most), os.fspath(source)
    name = getattr(source, "name", None)
    name = name if isinstance(name, str) else "the file"
    if hasattr(source, "read"):
        try:
            return _all(source.read, most), name
        except UnicodeDecodeError as error:
            found = f"other bytes: {error.reason}; open the file with encoding='utf-8'"
            raise _refused(name, f"text in {error.encoding}", found) from None
    if hasattr(source, "open"):
        with source.open("rb") as file:
            return _all(file.read, most), name
    msg = (
        "load: expected a path, an open file, bytes or a file in a package, "
        f"not {type(source).__name__}"
    )
    raise TypeError(msg)


def _all(read: Callable[[int], Any], most: int) -> bytes:
    """Read until the end, or until there is one byte too many."""
    parts: list[bytes] = []
    left = most + 1
    while left > 0:
        part = read(left)
        if not part:
            break
        if isinstance(part, str):
            part = part.encode("utf-8", "surrogatepass")
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _unpacked(data: bytes, name: str, most: int) -> bytes:
    """Unpack gzip, and no more than is allowed."""
    packed = zlib.decompressobj(wbits=31)
    try:
        found = packed.decompress(data, most + 1)
    except zlib.error:
        raise _refused(name, "a whole gzip file", "one that is damaged") from None
    if len(found) > most:
        raise _refused(name, f"{_at_most(most)} when unpacked", "more")
    if not packed.eof:
        raise _refused(name, "a whole gzip file", "one that is cut off")
    if packed.unused_data:
        raise _refused(name, "one gzip file", "something after its end")
    return found


def _at_most(most: int) -> str:
    return f"at most {most:,} bytes (max_size)"


def _refused(name: str, expected: str, found: str) -> CatalogueError:
    return CatalogueError([Problem("$", None, expected, found)], name)
