"""What to begin a file or a record with: every key, with what it is and may be."""

from __future__ import annotations

import inspect
import json
import re
import textwrap
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin, get_type_hints

import attr

import kcinema
from kcinema._model.dates import PartialDate
from kcinema._model.fields import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["is_comment", "lines"]

_RECORDS: dict[str, Any] = {
    "film": kcinema.Film,
    "director": kcinema.Director,
    "collection": kcinema.Collection,
}
_WIDTH = 88


def lines(kind: str) -> list[str]:
    """Return the lines of a skeleton."""
    if kind in _RECORDS:
        return [*_record(_RECORDS[kind], kind)]
    from kcinema._changes.overlay import OVERLAY
    from kcinema._json.document import ADDRESS, KINDS, SCHEMA

    whole: dict[str, Any] = {"$schema": f"{ADDRESS}/{kind}.schema.json"}
    empty: dict[str, Any] = {name: [] for name in KINDS}
    if kind == "catalogue":
        whole |= {"schema": SCHEMA, "version": "1", **empty}
    else:
        whole |= {"overlay": OVERLAY, "version": "1", **empty}
        whole |= {"corrections": empty, "hide": empty}
    return json.dumps(whole, indent=2).splitlines()


def is_comment(line: str) -> bool:
    """Return whether a line of a skeleton is a comment."""
    return line.lstrip().startswith("//")


def _record(cls: Any, kind: str) -> Iterator[str]:  # noqa: ANN401  # a class of records
    yield from _comment(
        f'One record of the list "{kind}s". Fill in what you know, take out the lines '
        f"that begin with // (`kcinema new {kind} --json` prints none), and leave out "
        "what stays empty.",
        "",
    )
    about = _attributes(cls)
    hints = get_type_hints(cls, include_extras=True)
    fields = [field for field in attr.fields(cls) if field.init]
    yield "{"
    for place, field in enumerate(fields):
        hint = hints[field.name]
        form = _form(hint)
        if field.default is attr.NOTHING:
            form = f"Needed: {form}"
        text = f"{about.get(field.name, '')} {form[0].upper()}{form[1:]}."
        yield from _comment(text.strip(), "  ")
        end = "," if place < len(fields) - 1 else ""
        yield f"  {json.dumps(field.alias)}: {json.dumps(_empty(field, hint))}{end}"
    yield "}"


def _comment(text: str, indent: str) -> list[str]:
    begin = f"{indent}// "
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=begin,
        subsequent_indent=begin,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _attributes(cls: type) -> dict[str, str]:
    """Return what the docstring of a class says of each attribute."""
    _, _, section = (inspect.getdoc(cls) or "").partition("Attributes:\n")
    entries = re.findall(r"^    (\w+): (.*(?:\n {8}.*)*)", section, re.MULTILINE)
    return {
        name: " ".join(text.split()).replace("``", "").replace("None", "null")
        for name, text in entries
    }


def _empty(field: Any, hint: Any) -> object:  # noqa: ANN401  # a field and its type
    """Return the value of a field that is not filled in."""
    if field.default is attr.NOTHING:
        return "" if str in get_args(hint) else None
    if get_origin(hint) is tuple:
        return []
    default = field.default
    if isinstance(default, attr.Factory):  # type: ignore[arg-type]  # it is a class
        default = default.factory()
    return {} if attr.has(type(default)) else default and str(default)


def _form(hint: Any) -> str:  # noqa: ANN401  # a type
    """Say what a value has to be."""
    from kcinema.vocabulary import Term

    parts = [part for part in get_args(hint) if part is not type(None)]
    if hint is Text:
        form = "a text"
    elif get_origin(hint) is Annotated:
        form = parts[1].says
    elif get_origin(hint) is tuple:
        form = f"a list, each {_form(parts[0])}"
    elif parts:
        form = " or ".join(map(_form, parts))
    elif hint in _DATES:
        form = f"a date of the form {_DATES[hint]}"
    elif issubclass(hint, Term):
        form = f"one of {', '.join(hint)}"
    else:
        form = f"an object of {', '.join(_keys(hint))}"
    return form


_DATES = {date: "YYYY-MM-DD", PartialDate: "YYYY, YYYY-MM or YYYY-MM-DD"}


def _keys(cls: Any) -> Iterator[str]:  # noqa: ANN401  # a class of parts
    hints = get_type_hints(cls, include_extras=True)
    for field in attr.fields(cls):
        needed = "needed, " if field.default is attr.NOTHING else ""
        yield f'"{field.alias}" ({needed}{_form(hints[field.name])})'
