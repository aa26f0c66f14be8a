"""Every broken file is refused, with its place; no file leads to another error."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from broken import WHOLE, bytes_of, files, mended, misplaced
from by_schema import documents, values
from hypothesis import HealthCheck, given, settings

import kcinema
from kcinema import CatalogueError
from problems import none_of

DATA = Path(kcinema.__file__).parent / "data"
SCHEMA, OVERLAY = (
    json.loads((DATA / f"{name}.schema.json").read_text("utf-8"))
    for name in ("catalogue", "overlay")
)


def _refused(data: bytes) -> list[str] | None:
    """Return the paths of the problems of a file, or None if it is fine."""
    try:
        kcinema.load(data)
    except CatalogueError as error:
        message = str(error).replace("\n", "")
        assert message.isprintable(), message  # of any file
        return [problem.path for problem in error.problems]
    return None


def test_the_corpus_has_every_field() -> None:
    """A field that is new is broken in every way as well."""
    for kind, cls in (
        ("films", kcinema.Film),
        ("directors", kcinema.Director),
        ("collections", kcinema.Collection),
    ):
        keys = {key for record in WHOLE[kind] for key in record}
        assert keys == cls.from_dict(WHOLE[kind][0]).to_dict().keys()


def test_the_corpus_is_large() -> None:
    """Hundreds of files, beside the values that are where they do not belong."""
    assert len({broken.data for broken in files()}) > 400


def test_every_broken_file_is_refused() -> None:
    """With at least one problem, and where it is known, at its path."""
    found = {broken: _refused(broken.data) for broken in files()}

    none_of(
        f"{broken.name}: {'is read' if paths is None else paths}"
        for broken, paths in found.items()
        if not paths or (broken.path is not None and broken.path not in paths)
    )


def test_what_only_looks_odd_is_read() -> None:
    """A mark, compression and space are no mistakes."""
    none_of(broken.name for broken in mended() if _refused(broken.data) is not None)


def test_wrong_values_are_wrong_where_they_are() -> None:
    """What the schema refuses, the library refuses at that very place.

    The library refuses more: to the schema 1.0 is a whole number, and any text is in
    normal form. What the schema accepts may still not fit the other records.
    """
    validator = jsonschema.Draft202012Validator(
        SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    wrong = []
    # 19 odd values at each place: one third of them comes by all of both.
    for broken, value in misplaced(3):
        paths = _refused(broken.data)
        at = [path for path in paths or () if path.startswith(str(broken.path))]
        if not at and not validator.is_valid(value):
            wrong.append(f"{broken.name}: {'is read' if paths is None else paths}")
    none_of(wrong)


def test_a_file_may_have_every_mistake_at_once() -> None:
    """It is one error, as long as was asked for."""
    films = [
        changed["films"][0]
        for broken, changed in misplaced(13)
        if str(broken.path).startswith("films[0].")
    ]

    with pytest.raises(CatalogueError) as caught:
        kcinema.load(bytes_of(WHOLE | {"films": films}))

    assert not caught.value.complete
    assert len(caught.value.problems) == 100


# Laws ---------------------------------------------------------------------------------

_films = values(SCHEMA["$defs"]["Film"], SCHEMA["$defs"])
_directors = values(SCHEMA["$defs"]["Director"], SCHEMA["$defs"])
_collections = values(SCHEMA["$defs"]["Collection"], SCHEMA["$defs"])


@settings(max_examples=30)
@given(film=_films, director=_directors, collection=_collections)
def test_a_record_that_the_schema_accepts_is_one(
    film: Any, director: Any, collection: Any
) -> None:
    """The readers take every value that the schema describes, and keep it."""
    assert kcinema.Film.from_dict(film).to_dict().items() >= _filled(film)
    assert kcinema.Director.from_dict(director).to_dict().items() >= _filled(director)
    assert kcinema.Collection.from_dict(collection).id == collection["id"]
    text = bytes_of(WHOLE | {"films": [film]})
    problems = _refused(text) or []
    # What no schema can say: ids lead somewhere, and a former id is no present one.
    fits = re.compile(r"directors|\.film$|former_ids\[\d+\]$")
    none_of(path for path in problems if not fits.search(path))


def _filled(record: dict[str, Any]) -> Any:
    """Return the items of a record that are plain, and so come back as they are."""
    plain = {k: v for k, v in record.items() if isinstance(v, (str, int))}
    return plain.items()


@settings(max_examples=30)
@given(document=documents(SCHEMA))
def test_a_document_that_the_schema_accepts_is_read_or_refused(document: Any) -> None:
    """What is wrong can only be how its records fit together."""
    none_of(path for path in _refused(bytes_of(document)) or [] if path == "$")


@given(
    document=values(SCHEMA, SCHEMA["$defs"], wrong=0.05),
    overlay=values(OVERLAY, OVERLAY["$defs"], wrong=0.05),
)
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
def test_a_document_with_something_odd_in_it_is_read_or_refused(
    document: Any, overlay: Any
) -> None:
    """No other error, wherever it is."""
    _refused(bytes_of(document))
    base = kcinema.load(bytes_of(WHOLE))
    try:
        base.overlay(bytes_of(overlay))
    except CatalogueError as error:
        assert str(error).replace("\n", "").isprintable()  # noqa: PT017  # either is right
