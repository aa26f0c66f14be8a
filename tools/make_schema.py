"""Generates the JSON Schema of a catalogue from the classes.

    python tools/make_schema.py

writes ``catalogue.schema.json`` and ``overlay.schema.json`` in ``src/kcinema/data``. A
test fails where the files and the classes disagree.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import attrs

from kcinema import PartialDate
from kcinema._changes.overlay import OVERLAY
from kcinema._json import document
from kcinema._json.document import ADDRESS, SCHEMA
from kcinema._model.fields import Form, Id, Text
from kcinema.vocabulary import Term

DATA = Path(__file__).parents[1] / "src/kcinema/data"


def schemas() -> dict[str, dict[str, Any]]:
    """Build every schema, by the name of its file."""
    return {"catalogue.schema.json": schema(), "overlay.schema.json": overlay()}


def schema() -> dict[str, Any]:
    """Build the schema of a whole catalogue document."""
    definitions: dict[str, Any] = {}
    lists = _lists(definitions)
    return _document(
        "catalogue",
        "Films, directors and collections as one JSON document.",
        {"schema": {"const": SCHEMA}, "version": _type(Text, definitions), **lists},
        ["schema", "version", *lists],
        definitions,
    )


def overlay() -> dict[str, Any]:
    """Build the schema of an overlay."""
    definitions: dict[str, Any] = {}
    lists = _lists(definitions)
    ids = {"type": "array", "items": _type(Id, definitions)}
    entries = {"type": "object", "additionalProperties": ids}
    parts = {
        "corrections": _parts(
            {
                kind: {"type": "array", "items": _correction(definitions[cls.__name__])}
                for kind, cls in document.KINDS.items()
            }
        ),
        "hide": _parts(dict.fromkeys(lists, ids) | {"entries": entries}),
    }
    head = {"overlay": {"const": OVERLAY}, "version": _type(Text, definitions)}
    return _document(
        "overlay",
        "What is added to a catalogue, corrected in it and hidden, as one document.",
        {**head, **lists, **parts},
        [*head],
        definitions,
    )


def _document(
    name: str,
    description: str,
    properties: dict[str, Any],
    required: list[str],
    definitions: dict[str, Any],
) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{ADDRESS}/{name}.schema.json",
        "title": f"A kcinema {name}",
        "description": description,
        "type": "object",
        "properties": {"$schema": _type(Text, definitions), **properties},
        "required": required,
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _lists(definitions: dict[str, Any]) -> dict[str, Any]:
    return {
        kind: {"type": "array", "items": _type(cls, definitions)}
        for kind, cls in document.KINDS.items()
    }


def _parts(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _correction(record: dict[str, Any]) -> dict[str, Any]:
    """Describe a correction, given the description of a whole record."""
    was = {key: value for key, value in record["properties"].items() if key != "id"}
    properties = {**record["properties"], "was": _parts(was)}
    return {**_parts(properties), "required": ["id"]}


def _type(  # noqa: PLR0911  # one for each kind of type
    target: Any, definitions: dict[str, Any]
) -> dict[str, Any]:
    """Describe a type, adding what it refers to to the definitions."""
    if get_origin(target) in (Union, UnionType):
        return {"anyOf": [_type(part, definitions) for part in get_args(target)]}
    if get_origin(target) is tuple:
        return {"type": "array", "items": _type(get_args(target)[0], definitions)}
    if get_origin(target) is Annotated:
        return _form(*get_args(target))
    if target is date:
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
    if target is PartialDate:
        return {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
    if attrs.has(target) or issubclass(target, Term):
        if target.__name__ not in definitions:
            definitions[
                target.__name__
            ] = {}  # holds the place of what refers to itself
            describe = _object if attrs.has(target) else _words
            definitions[target.__name__] = describe(target, definitions)
        return {"$ref": f"#/$defs/{target.__name__}"}
    return {"type": {str: "string", int: "integer", type(None): "null"}[target]}


def _form(base: type, form: Any) -> dict[str, Any]:
    described = _type(base, {}) | {"description": form.says}
    if isinstance(form, Form):
        return described | {"pattern": f"^(?:{form.pattern})$"}
    return described | {"minimum": form.low, "maximum": form.high}


def _object(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(cls, include_extras=True)
    fields = [field for field in attrs.fields(cls) if field.init]
    return {
        "type": "object",
        "description": cls.__doc__.partition("\n")[0],
        "properties": {
            field.alias: _type(hints[field.name], definitions) for field in fields
        },
        "required": [field.alias for field in fields if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _words(vocabulary: type[Term], _: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "string",
        "description": str(vocabulary.__doc__).partition("\n")[0],
        "enum": [term.value for term in vocabulary],
    }


if __name__ == "__main__":
    for name, made in schemas().items():
        text = document.canonical(made)
        (DATA / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"wrote {name}")
