"""Records from values that have not been checked: plain dicts, and arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from kcinema._model.plain import fields, object_reader, reader
from kcinema._model.values import MismatchError
from kcinema.errors import CatalogueError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcinema._model.base import Record

__all__ = ["converted", "from_dict"]

R = TypeVar("R", bound="Record")


def from_dict(cls: type[R], values: Mapping[str, Any]) -> R:
    """Make a record from plain values; see :meth:`kcinema.Film.from_dict`."""
    try:
        record: R = object_reader(cls, "strict")(values)
    except MismatchError as error:
        raise _error(cls, values, [error]) from None
    return record


def converted(cls: type, values: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments of a constructor, converted to what its fields hold.

    Raises:
        CatalogueError: Some cannot be; names each.
    """
    names = {field.alias: name for name, field in fields(cls).items()}
    found = dict(values)
    problems: list[MismatchError] = []
    for key in values.keys() & names.keys():  # the constructor refuses the others
        try:
            found[key] = reader(cls, names[key], "given")(values[key])
        except MismatchError as error:
            error.path = f".{key}{error.path}"
            problems.append(error)
    if problems:
        raise _error(cls, values, sorted(problems, key=lambda error: error.path))
    return found


def _error(cls: type, values: object, found: list[Any]) -> CatalogueError:
    """Return the error that names what is wrong with a record."""
    id_ = values.get("id") if isinstance(values, dict) else None
    return CatalogueError(
        [
            Problem(
                error.path.removeprefix(".") or "$",
                id_ if isinstance(id_, str) else None,
                error.expected,
                error.found,
            )
            for error in found
        ],
        f"the {cls.__name__.lower()}",
    )
