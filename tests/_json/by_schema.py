"""Hypothesis strategies that follow from a JSON Schema."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from hypothesis import strategies as st

__all__ = ["documents", "values"]

# Dates by their form alone may be no days; the schema leaves that to its format.
_FORMS = {
    r"^\d{4}(-\d{2}(-\d{2})?)?$": st.builds(
        lambda day, length: day.isoformat()[:length],
        st.dates(),
        st.sampled_from([4, 7, 10]),
    )
}
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


def documents(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Return the documents that a schema describes."""
    return values(schema, schema["$defs"])


def values(
    schema: dict[str, Any], definitions: dict[str, Any], *, wrong: float = 0
) -> st.SearchStrategy[Any]:
    """Return the values that a part of a schema describes.

    Args:
        schema: The part.
        definitions: What it may refer to.
        wrong: How often something else may stand in its place.
    """
    right = st.deferred(lambda: _right(schema, definitions, wrong))
    if not wrong:
        return right
    return st.floats(0, 1).flatmap(lambda dice: _json if dice < wrong else right)


def _right(
    schema: dict[str, Any], definitions: dict[str, Any], wrong: float
) -> st.SearchStrategy[Any]:
    def below(part: dict[str, Any]) -> st.SearchStrategy[Any]:
        return values(part, definitions, wrong=wrong)

    if "$ref" in schema:
        return below(definitions[schema["$ref"].rpartition("/")[2]])
    if "anyOf" in schema:
        return st.one_of([below(part) for part in schema["anyOf"]])
    if "const" in schema or "enum" in schema:
        return st.sampled_from(schema.get("enum", [schema.get("const")]))
    if schema["type"] == "array":
        return st.lists(below(schema["items"]), max_size=2)
    if schema["type"] == "object":
        needed = schema.get("required", [])
        parts = {key: below(part) for key, part in schema.get("properties", {}).items()}
        return st.fixed_dictionaries(
            {key: part for key, part in parts.items() if key in needed},
            optional={key: part for key, part in parts.items() if key not in needed},
        )
    return _single(schema)


def _single(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    if schema["type"] == "integer":
        return st.integers(schema["minimum"], schema["maximum"])
    return _texts(schema) if schema["type"] == "string" else st.none()


def _texts(schema: dict[str, Any]) -> st.SearchStrategy[str]:
    if schema.get("format") == "date":
        return st.dates().map(str)
    if schema["pattern"] in _FORMS:
        return _FORMS[schema["pattern"]]
    pattern = re.compile(schema["pattern"].replace("$", r"\Z"), re.ASCII)
    # A normal form may leave out or join letters, but no text of one has others.
    texts = st.from_regex(pattern, alphabet=st.characters(codec="utf-8"))
    return texts.map(lambda text: unicodedata.normalize("NFC", text)).filter(
        lambda text: pattern.match(text) is not None
    )
