"""Plain values are plain: every JSON encoder writes them alike."""

from __future__ import annotations

import json

import pytest

import kcinema


def test_json_writes_and_reads_every_record() -> None:
    """Nothing in them is an object of ours, and nothing is lost on the way."""
    records = [*kcinema.films(), *kcinema.directors(), *kcinema.collections()]
    for record in records:
        values = record.to_dict()

        assert json.loads(json.dumps(values)) == values


def test_orjson_writes_what_json_writes() -> None:
    """An encoder that knows only plain types is content."""
    orjson = pytest.importorskip("orjson", reason="orjson is not installed")
    values = kcinema.films().to_dicts()

    compact = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    assert orjson.dumps(values) == compact.encode()


def test_a_word_is_a_string_to_every_encoder() -> None:
    """A genre needs no conversion of its own."""
    orjson = pytest.importorskip("orjson", reason="orjson is not installed")

    assert json.dumps(kcinema.Genre.HORROR) == '"horror"'
    assert orjson.dumps({"genre": kcinema.Genre.HORROR}) == b'{"genre":"horror"}'
