"""Conversion of records to and from plain JSON values, derived from the field types.

The packaged data, which the build has checked, is read here: a record starts as a
line of JSON, and each field is decoded on first access. The same derivation with
every value checked reads what is given to constructors (``unchecked.py``). Users'
files are read in ``kcinema._json``, which reports all problems at once.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Generic,
    Literal,
    TypeAlias,
    TypeVar,
    Union,
    get_args,
    get_origin,
)

import attr

from kcinema._lazy import once
from kcinema._model.given import of_checked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kcinema._catalogue import Catalogue
    from kcinema._model.base import Record

    Reader: TypeAlias = Callable[[Any], Any]

__all__ = [
    "How",
    "Lines",
    "decode",
    "derived",
    "encoded",
    "fields",
    "object_reader",
    "reader",
    "to_dict",
    "written",
]

R = TypeVar("R", bound="Record")

_set = object.__setattr__  # works on frozen classes


# Records decoded on demand ------------------------------------------------------------


class Lines(Generic[R]):
    """The packaged records of one kind, each made once and decoded on demand.

    They are in two files, both arrays of one object a line. The first file has the
    fields that most programs read, the second the rest: longer, and read only when
    one of its fields is asked for. A line begins with the id; what is empty is left
    out. All values have been checked.

    Args:
        cls: The class of the records.
        read: A function that reads the first file, or the second (``more=True``).
        catalogue: The catalogue that the records belong to.
    """

    def __init__(
        self, cls: type[R], read: Callable[..., bytes], catalogue: Catalogue
    ) -> None:
        self.data = read()
        self._cls = cls
        self._read = read
        self._catalogue = catalogue
        self._made: dict[str, R] = {}

    def one(self, id_: str) -> R | None:
        """Return the record with an id, without making the others."""
        if id_ in self._made:
            return self._made[id_]
        if not id_.isascii() or '"' in id_:  # which no id is, nor could be sought
            return None
        at = self.data.find(b'\n{"id":"%b"' % id_.encode())
        return self._make(id_, at + 1) if at >= 0 else None

    def __iter__(self) -> Iterator[R]:
        # Kept fast: the first query runs this for all records of a kind.
        find, made = self.data.find, self._made
        start = find(b"\n") + 1
        while self.data[start] == _OPENED:
            id_at = start + _ID
            id_ = self.data[id_at : find(b'"', id_at)].decode()
            yield made[id_] if id_ in made else self._make(id_, start)
            start = find(b"\n", start) + 1

    def _make(self, id_: str, start: int) -> R:
        record = self._cls.__new__(self._cls)
        _set(record, "id", id_)
        _set(record, "_catalogue", self._catalogue)
        _set(record, "_undecoded", (start, self))
        self._made[id_] = record
        return record

    @once
    def more(self) -> dict[str, bytes]:
        """The lines of the second file, by id."""
        lines = self._read(more=True).split(b"\n")[1:-2]
        return {line[_ID : line.index(b'"', _ID)].decode(): line for line in lines}


# What json.loads comes down to for a text that is known to be one value.
_parse = json.JSONDecoder().raw_decode
_NOTHING = object()
_FACTORY: Any = attr.Factory  # type checkers take it for a function
_OPENED = ord("{")
_ID = len('{"id":"')


def decode(record: Record, name: str) -> Any:
    """Decode a field of a record, and store its value in the record.

    Raises:
        AttributeError: There is no field of that name.
    """
    cls: Any = type(record)
    field = fields(cls).get(name)
    undecoded = record._undecoded if field else None
    if field is None or undecoded is None:
        msg = f"{type(record).__name__!r} object has no attribute {name!r}"
        raise AttributeError(msg)
    values = _parsed(record, field.alias)
    found = values.get(field.alias, _NOTHING)
    if found is not _NOTHING:
        value = reader(cls, name)(found)
    elif _is_set(record, name):
        return object.__getattribute__(record, name)
    else:
        made = isinstance(field.default, _FACTORY)
        value = field.default.factory() if made else field.default
    # Two threads may both decode it, with the same result. Drop the JSON only once the
    # value is set.
    _set(record, name, value)
    values.pop(field.alias, None)
    return value


def encoded(record: Record, name: str) -> Any:
    """Return the JSON value of a field that is not decoded yet, otherwise None."""
    if record._undecoded is None:
        return None
    cls: Any = type(record)
    key = fields(cls)[name].alias
    return _parsed(record, key).get(key)


def _parsed(record: Record, key: str) -> Any:
    """Return the values still to be decoded, parsing the line that has the key."""
    cls: Any = type(record)
    values, lines = record._undecoded
    if isinstance(values, int):
        values = _first_line(record, lines.data, values)
        _set(record, "_undecoded", (values, lines))
    if lines is not None and key in cls._rarely_read:
        values = values | _parse(lines.more[record.id].decode())[0]
        _set(record, "_undecoded", (values, None))
    return values


def _first_line(record: Record, data: bytes, start: int) -> dict[str, Any]:
    """Parse a record's first line, and set its text and number fields.

    Returns:
        The values still to be decoded.
    """
    cls: Any = type(record)
    # From one line on, the parser stops at the end of the object.
    values: dict[str, Any] = _parse(data[start : data.index(b"\n", start)].decode())[0]
    for name, key, read in _simple(cls):
        if key in values:
            _set(record, name, read(values.pop(key)))
    return values


@cache
def _simple(cls: Any) -> list[tuple[str, str, Reader]]:
    """Return the text and number fields, whose types need no further import."""
    named = [
        (name, field.alias, reader(cls, name))
        for name, field in fields(cls).items()
        if "." not in str(field.type)
    ]
    return [entry for entry in named if entry[2] in (_as_it_is, tuple)]


def _is_set(record: Record, name: str) -> bool:
    """Return whether a field is set, perhaps by another thread in the meantime."""
    try:
        object.__getattribute__(record, name)
    except AttributeError:
        return False
    return True


# Readers of values, derived from types ------------------------------------------------
#
# "trusted" readers take JSON that has been checked; "strict" ones check it; "given"
# ones take what people pass to a constructor, and convert what they safely can.

How: TypeAlias = Literal["trusted", "strict", "given"]


@cache
def fields(cls: Any) -> dict[str, Any]:
    """Return the fields of a class by name, as attrs describes them."""
    return {field.name: field for field in attr.fields(cls)}


@cache
def reader(cls: Any, name: str, how: How = "trusted") -> Reader:
    """Return the reader of a field."""
    hint = fields(cls)[name].type
    if isinstance(hint, str):
        # Evaluate only this field's type, to avoid the imports of the others.
        base = vars(sys.modules["kcinema._model.base"])
        hint = eval(hint, base, vars(sys.modules[cls.__module__]))  # noqa: S307  # our own annotations
    return derived(hint, how)


def derived(hint: Any, how: How) -> Reader:
    """Return the reader of the values of a type."""
    origin = get_origin(hint)
    if origin is Annotated:
        base, wanted = get_args(hint)
        if how == "trusted":
            return derived(base, how)
        from kcinema._model import values

        return values.form(derived(base, how), wanted)
    if origin in (Union, UnionType):
        return _union(hint, how)
    if origin is tuple:
        return _several(derived(get_args(hint)[0], how), how)
    if attr.has(hint) and not hasattr(hint, "parse"):  # PartialDate is a single value
        return object_reader(hint, how)
    return _single(hint, how)


def _single(hint: Any, how: How) -> Reader:
    """Return the reader of a value that is not made of others."""
    if how == "trusted":
        return _trusted(hint)
    from kcinema._model import values

    read = values.checked(hint)
    return values.given(hint, read) if how == "given" else read


def _trusted(hint: Any) -> Reader:
    """Return the reader of a single value that has already been checked."""
    if hint in (str, int):
        return _as_it_is
    parse = getattr(hint, "parse", None) or getattr(hint, "fromisoformat", None)
    if parse is not None:
        # Some dates, such as the month when a page was read, occur very often.
        return cache(parse)
    # Much faster than calling the enum.
    return {term.value: term for term in hint}.__getitem__


def _as_it_is(value: Any) -> Any:
    return value


def _union(hint: Any, how: How) -> Reader:
    parts = [part for part in get_args(hint) if part is not type(None)]
    if len(parts) > 1:  # a text or a number, used only in `disputed`
        if how == "trusted":
            return _as_it_is
        from kcinema._model import values

        text, number = (derived(part, how) for part in parts)
        return values.either(text, number)
    read = derived(parts[0], how)
    if read is _as_it_is:
        return read
    return lambda value: None if value is None else read(value)


def _several(read: Reader, how: How) -> Reader:
    """Return the reader of a list."""
    if how == "trusted":
        return tuple if read is _as_it_is else lambda found: tuple(map(read, found))
    from kcinema._model import values

    return values.several(read, values.listed if how == "given" else _as_it_is)


def object_reader(cls: Any, how: How) -> Reader:
    """Return the reader of an object that becomes an instance of a class."""
    readers = {
        field.alias: reader(cls, name, how) for name, field in fields(cls).items()
    }
    if how == "trusted":
        # Most values need no conversion.
        changed = {key: read for key, read in readers.items() if read is not _as_it_is}
        return lambda found: of_checked(
            cls,
            found
            | {key: read(found[key]) for key, read in changed.items() if key in found},
        )
    from kcinema._model import values

    needed = [
        field.alias for field in fields(cls).values() if field.default is attr.NOTHING
    ]
    read = values.mapping(readers, needed)

    def make(found: Any) -> Any:
        if how == "given" and isinstance(found, cls):
            return found
        return of_checked(cls, read(found))

    return make


# Writing ------------------------------------------------------------------------------


def to_dict(record: Record) -> dict[str, Any]:
    """Return a record as plain values; see :meth:`kcinema.Film.to_dict`."""
    values: dict[str, Any] = written(record)
    return values


def written(value: Any) -> Any:
    """Return the value of a field as a plain one."""
    if value is None or type(value) in (str, int):
        return value
    if isinstance(value, tuple):
        return [written(item) for item in value]
    if isinstance(value, str):  # a word
        return str(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if hasattr(value, "parse"):
        return str(value)
    cls: Any = type(value)
    return {
        field.alias: written(getattr(value, name))
        for name, field in fields(cls).items()
    }
