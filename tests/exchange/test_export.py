"""Exports: each format against its golden file, and what all of them promise."""

from __future__ import annotations

import csv
import inspect
import io
import json
from importlib.util import find_spec
from pathlib import Path

import pytest

import kcinema
from kcinema import (
    Catalogue,
    Collection,
    Director,
    Film,
    FilmList,
    InvalidQueryError,
    exchange,
)
from kcinema.exchange.registry import FORMATS
from problems import none_of
from readable import SUFFIXES, readable

BINARY = {"sqlite", "parquet"}
GOLDEN = Path(__file__).parent / "golden"
CHANGES = Path(__file__).parents[2] / "CHANGELOG.md"  # the wheel is tested without it


@pytest.fixture(name="listed")
def _listed() -> Collection:
    """A collection of two sections: a film with everything, one with nothing.

    Their texts have what formats must escape.
    """
    catalogue = Catalogue(
        version="listed",
        films=[
            Film(
                id="tom-and-jeri-1990",
                title="Tom & <Jeri>, *or* _not_",
                title_ko="톰과 제리",
                romanized="Tomgwa Jeri",
                aliases=["Thomas"],
                year=1990,
                release_date="1990-12-24",
                runtime=90,
                rating="12",
                admissions={"count": 1234, "scope": "seoul", "as_of": "1991"},
                countries=["KR", "FR"],
                languages=["ko", "fr"],
                directors=["kim-one", "lee-two"],
                cast=[
                    {"name": "Ahn Three", "name_ko": "안셋", "role": 'The "cat"'},
                    {"name_ko": "박넷"},
                ],
                genres=["comedy", "drama"],
                themes=["friendship"],
                ids={
                    "imdb": "tt0000001",
                    "tmdb": 1,
                    "kmdb": "K/00001",
                    "kobis": "19900001",
                    "wikidata": "Q1",
                },
                logline="A cat & a mouse: who eats whom?",
                note="1. It has a [note](in brackets).",
            ),
            Film(id="sum-1995", title="=SUM(1)", title_ko="합", year=1995),
        ],
        directors=[
            Director(id="kim-one", name="Kim One", name_ko="김하나"),
            Director(id="lee-two", name="Lee Two"),
        ],
        collections=[
            Collection(
                id="cats",
                title="Cats & mice",
                title_ko="고양이와 쥐",
                summary='Films with a cat, a mouse, or "both".',
                criterion="- An animal is <seen>.",
                entries=[{"film": "tom-and-jeri-1990", "reason": "It has `both`."}],
            ),
            Collection(
                id="sums",
                title="Sums",
                entries=[
                    {"film": "sum-1995", "reason": "@ one: it adds up."},
                    {"film": "tom-and-jeri-1990", "reason": "1 + 1 = 2."},
                ],
            ),
            Collection(
                id="all",
                title="#1 of all",
                title_ko="모두",
                summary="Everything, in two sections.",
                criterion="It is in a section.",
                sections=["cats", "sums"],
            ),
        ],
    )
    return catalogue.collection("all")


def _skip_without_its_package(name: str) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_writes_its_golden_file(
    name: str, listed: Collection, request: pytest.FixtureRequest
) -> None:
    """The same films give the same file, release after release."""
    path = GOLDEN / f"{name}{SUFFIXES.get(name, FORMATS[name].suffix)}"
    _skip_without_its_package(name)
    text = readable(name, listed.export(name))
    if request.config.getoption("--golden"):
        path.write_text(text, encoding="utf-8", newline="\n")
    remedy = "`python -m pytest tests/exchange --golden` writes it; read the diff"
    assert path.exists(), f"{name!r} needs the golden file {path.name}: {remedy}"

    assert text == path.read_text("utf-8"), remedy


def test_every_golden_file_is_of_a_format() -> None:
    """A format that is gone leaves nothing behind."""
    assert {path.stem for path in GOLDEN.iterdir()} == {*FORMATS}


# What identifies a film: a format that needs one of these ids leaves out the others.
NEEDS = {
    "ids": {"tmdb", "imdb"},
    "radarr": {"tmdb", "imdb"},
    "kometa": {"imdb"},
    "imdb-csv": {"imdb"},
}


@pytest.mark.parametrize("name", FORMATS)
def test_only_films_without_the_ids_that_a_format_needs_are_left_out(name: str) -> None:
    """No format drops a film without saying which; most go by title and year."""
    _skip_without_its_package(name)
    gems = kcinema.hidden_gems()
    needed = NEEDS.get(name)

    assert gems.export(name).left_out == gems.where(
        lambda film: needed and not needed & film.ids.known().keys()
    )


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_films_are_the_same_text_of_whole_lines(name: str) -> None:
    """Nothing depends on the day, the order of a set or the program before."""
    _skip_without_its_package(name)
    data = kcinema.cult_classics().export(name).data

    assert data == kcinema.cult_classics().export(name).data
    if name not in BINARY:
        assert data.endswith(b"\n")
        assert not data.endswith(b"\n\n")


@pytest.mark.parametrize("name", FORMATS)
def test_no_films_are_no_error(name: str) -> None:
    """An empty list is an empty file, or one with a header."""
    _skip_without_its_package(name)
    assert FilmList().export(name).left_out == FilmList()


@pytest.mark.parametrize("name", FORMATS)
def test_a_film_of_no_catalogue_is_exported(name: str) -> None:
    """Its directors' names are not known, and that is all."""
    _skip_without_its_package(name)
    film = kcinema.film("oldboy-2003")
    alone = FilmList([Film.from_dict(film.to_dict())])

    if name == "sqlite":  # whose directors are rows of their own, which are not there
        with pytest.raises(kcinema.CatalogueError, match="the id of a director"):
            alone.export(name)
        return
    assert alone.export(name).left_out == FilmList()
    assert len(alone.export(name).data) <= len(FilmList([film]).export(name).data)


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

    for name in ("csv", "letterboxd", "simkl"):
        text = FilmList([film]).export(name).text
        assert ",'=cmd()" in text
    assert ",'+가" in FilmList([film]).export("csv").text


def test_a_table_can_begin_with_a_byte_order_mark() -> None:
    """Excel knows UTF-8 by it."""
    films = kcinema.films(year=1934)

    assert films.export("csv", bom=True).text == "\ufeff" + films.export("csv").text


def test_a_file_is_what_the_text_is(tmp_path: Path) -> None:
    """Given a path, the text is written there in UTF-8."""
    path = tmp_path / "gems.csv"
    exported = kcinema.hidden_gems().export("csv", path)

    assert path.read_text("utf-8") == exported.text


@pytest.mark.parametrize("name", FORMATS)
def test_an_open_file_is_given_what_a_path_is(name: str, tmp_path: Path) -> None:
    """A file of bytes takes every format; one of text takes those that are text."""
    _skip_without_its_package(name)
    films = kcinema.films(year=1934)
    of_bytes, of_text = io.BytesIO(), io.StringIO(newline="")
    if FORMATS[name].folder:
        with pytest.raises(InvalidQueryError, match="is a folder of files; give its"):
            films.export(name, of_bytes)
        return
    films.export(name, tmp_path / "films")
    exported = films.export(name, of_bytes)

    assert of_bytes.getvalue() == (tmp_path / "films").read_bytes() == exported.data
    if isinstance(exported.content, str):
        films.export(name, of_text)
        assert of_text.getvalue() == exported.text
    else:
        with pytest.raises(InvalidQueryError, match="open the file with 'wb'"):
            films.export(name, of_text)


def test_text_is_bytes_in_utf8_and_bytes_are_no_text() -> None:
    """Whoever writes a file takes `data`, whichever format it is."""
    films = kcinema.films(year=1934)
    exported = films.export("csv")

    assert exported.data == exported.text.encode()
    with pytest.raises(TypeError, match="binary format has no text"):
        _ = films.export("sqlite").text


@pytest.mark.parametrize("name", SUFFIXES)
def test_a_binary_file_is_what_the_bytes_are(name: str, tmp_path: Path) -> None:
    """Given a path, the bytes are written there, the same each time."""
    _skip_without_its_package(name)
    films = kcinema.films(decade=1930)
    path = tmp_path / f"films{FORMATS[name].suffix}"

    assert films.export(name, path).data == path.read_bytes() == films.export(name).data


def test_mistakes_name_what_is_there() -> None:
    """A format or an option that does not exist is told apart from one that does."""
    films = kcinema.films(year=1934)
    with pytest.raises(InvalidQueryError, match=r"'cvs' is not a format.*'csv'"):
        films.export("cvs")
    with pytest.raises(TypeError, match="'bom' is not an option of 'json'"):
        films.export("json", bom=True)
    with pytest.raises(TypeError, match="takes bom"):
        films.export("csv", mob=True)
    with pytest.raises(InvalidQueryError, match="a path or an open file, not 5"):
        films.export("csv", 5)  # type: ignore[arg-type]


# The registry -------------------------------------------------------------------------


def test_every_writer_has_a_row_in_the_registry() -> None:
    """A module that writes a format is found by the format's name."""
    folder = Path(exchange.__path__[0])
    rows = {item.module for item in FORMATS.values()}
    none_of(
        f"exchange/{path.name} has a `write`, but no row in FORMATS (registry.py)"
        for path in sorted(folder.glob("*.py"))
        if "\ndef write(" in path.read_text("utf-8") and path.stem not in rows
    )


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_whole(name: str) -> None:
    """A row of the registry has a module, a golden file and a line in the changelog."""
    item = FORMATS[name]
    module = f"exchange/{item.module}.py"
    golden = f"{name}{SUFFIXES.get(name, item.suffix)}"
    changes = CHANGES.read_text("utf-8") if CHANGES.exists() else f"`{name}`"

    assert find_spec(f"kcinema.exchange.{item.module}"), f"{name!r} needs {module}"
    assert (GOLDEN / golden).exists(), f"{name!r} needs tests/exchange/golden/{golden}"
    assert f"`{name}`" in changes, f"{name!r} is not in CHANGELOG.md"


@pytest.mark.parametrize("name", FORMATS)
def test_a_writer_describes_its_options(name: str) -> None:
    """Options are given by name, have a default and stand in the docstring."""
    write = FORMATS[name].writer()
    selection, *options = inspect.signature(write).parameters.values()

    assert selection.name == "selection"
    for option in options:
        assert option.kind is option.KEYWORD_ONLY
        assert option.default is not option.empty
        assert f"\n    {option.name}: " in str(inspect.getdoc(write))
