"""Exports: each format against its golden file, and what all of them promise."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import kcinema
from kcinema import Catalogue, Film, FilmList, InvalidQueryError
from kcinema.exchange.registry import FORMATS

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_writes_its_golden_file(
    name: str, small: Catalogue, request: pytest.FixtureRequest
) -> None:
    """The same films give the same bytes, release after release."""
    path = GOLDEN / f"{name}{FORMATS[name].suffix}"
    text = small.films().export(name).text
    if request.config.getoption("--golden"):
        path.write_text(text, encoding="utf-8", newline="\n")
    remedy = "`python -m pytest tests/exchange --golden` writes it; read the diff"
    assert path.exists(), f"{name!r} needs the golden file {path.name}: {remedy}"

    assert text == path.read_text("utf-8"), remedy


def test_every_golden_file_is_of_a_format() -> None:
    """A format that is gone leaves nothing behind."""
    assert {path.stem for path in GOLDEN.iterdir()} == {*FORMATS}


@pytest.mark.parametrize("name", FORMATS)
def test_every_film_is_exported_or_left_out_aloud(name: str) -> None:
    """No format drops a film without saying which."""
    gems = kcinema.hidden_gems()
    exported = gems.export(name)

    assert exported.left_out == gems.films & exported.left_out
    for film in gems.films - exported.left_out:
        assert film.id in exported.text or film.title in exported.text


def test_json_and_lines_hold_the_same_records() -> None:
    """Both read back as the records they were."""
    films = kcinema.cult_classics().films
    array = json.loads(films.export("json").text)
    lines = [json.loads(line) for line in films.export("jsonl").text.splitlines()]

    assert array == lines == films.to_dicts()
    assert FilmList(map(Film.from_dict, array)) == films


def test_a_table_reads_back_with_a_row_for_each_film() -> None:
    """Any reader of CSV finds the titles as they are."""
    films = kcinema.films(decade=1960)
    rows = [*csv.DictReader(io.StringIO(films.export("csv").text))]

    assert [row["title_ko"] for row in rows] == [film.title_ko for film in films]


def test_no_cell_of_a_table_is_a_formula() -> None:
    """A title that begins like a formula is shown, not computed."""
    film = Film(id="a-1990", title="=cmd()", title_ko="+가", year=1990)
    text = FilmList([film]).export("csv").text

    assert "'=cmd()" in text
    assert "'+가" in text


def test_a_table_can_begin_with_a_byte_order_mark() -> None:
    """Excel knows UTF-8 by it."""
    films = kcinema.films(year=1934)

    assert films.export("csv", bom=True).text == "\ufeff" + films.export("csv").text


def test_a_file_is_what_the_text_is(tmp_path: Path) -> None:
    """Given a path, the text is written there in UTF-8."""
    path = tmp_path / "gems.csv"
    exported = kcinema.hidden_gems().export("csv", path)

    assert path.read_text("utf-8") == exported.text


def test_mistakes_name_what_is_there() -> None:
    """A format or an option that does not exist is told apart from one that does."""
    films = kcinema.films(year=1934)
    with pytest.raises(InvalidQueryError, match=r"'cvs' is not a format.*'csv'"):
        films.export("cvs")
    with pytest.raises(TypeError, match="'bom' is not an option of 'json'"):
        films.export("json", bom=True)
    with pytest.raises(TypeError, match="takes bom"):
        films.export("csv", mob=True)
