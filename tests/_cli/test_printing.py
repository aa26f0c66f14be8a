"""Lists: how many, in which form, of which catalogue, and on which terminal."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st

import kcinema
from kcinema import Catalogue, Collection
from kcinema._cli import columns, options

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CALLS = [
    [],
    ["--json"],
    ["--version"],
    ["collection", "hidden-gems"],
    ["collections"],
    ["show", "기생충"],
    ["parasite-2019", "--json"],
    ["cult-classics", "--json"],
    ["search", "봉준호 괴물"],
    ["similar", "oldboy-2003"],
    ["films", "--genre", "war", "--collection", "cult-classics"],
    ["films", "--year", "1900"],
    ["random", "cult-classics", "--seed", "1"],
    ["export", "cult-classics", "--format", "csv"],
]


# Of which catalogue -------------------------------------------------------------------


@pytest.fixture(name="copy", scope="module")
def _copy(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The packaged catalogue, read from a file."""
    path = tmp_path_factory.mktemp("copy") / "copy.json"
    kcinema.catalogue().save(path)
    return kcinema.load(path)


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_a_file_answers_as_the_packaged_catalogue_does(
    run: Any, monkeypatch: pytest.MonkeyPatch, copy: Catalogue, call: list[str]
) -> None:
    """Every command works on the catalogue it is given, before or after the command."""
    packaged = run(*call)
    # Reading the file anew for each call would take most of the time.
    monkeypatch.setattr(options, "opened", {"copy.json": copy}.__getitem__)
    monkeypatch.setattr(kcinema, "catalogue", None)

    assert run(*call, "--catalogue", "copy.json") == packaged
    assert run("--catalogue", "copy.json", *call) == packaged


def test_a_catalogue_of_ones_own_is_used_alone(run: Any, mine: Path) -> None:
    """What is packaged is not there."""
    first = run("first-film-1990", "--catalogue", mine)

    assert first[0] == 0
    assert first[1].startswith(
        "First Film  첫 영화\n\nId             first-film-1990\n"
    )
    assert run("parasite-2019", "--catalogue", mine)[0] == 2
    assert run("films", "--catalogue", mine)[1].split()[0] == "first-film-1990"
    _, out, _ = run("random", "a-list", "--json", "--catalogue", mine)
    assert json.loads(out)["id"] == "second-film-1995"


def test_a_catalogue_without_halves_lists_its_collections(run: Any, mine: Path) -> None:
    """There is always something to begin with."""
    status, out, _ = run("--catalogue", mine)

    assert status == 0
    assert out.splitlines()[:6] == [
        "A catalogue of Korean cinema",
        "2 films, 2 directors; data small",
        "",
        "a-list    1  A list",
        "b-list    2  B list",
        "both      2  Both",
    ]
    records = json.loads(run("--catalogue", mine, "--json")[1])
    assert [record["id"] for record in records] == ["a-list", "b-list", "both"]


def test_an_empty_catalogue_has_nothing(run: Any, tmp_path: Path) -> None:
    """It is no mistake, and there is nothing to list."""
    path = str(tmp_path / "empty.json")
    Catalogue(version="empty").save(path)

    assert run("--catalogue", path)[0] == 0
    assert run("collections", "--catalogue", path) == (
        1,
        "",
        "kcinema: no collections\n",
    )
    assert run("films", "--catalogue", path) == (1, "", "kcinema: no films\n")
    assert run("random", "--catalogue", path) == (1, "", "kcinema: no films\n")


def test_a_film_like_no_other_is_nothing_found(
    run: Any, small: Catalogue, tmp_path: Path
) -> None:
    """Nothing shared, nothing similar."""
    path = str(tmp_path / "one.json")
    film = small.film("first-film-1990")
    Catalogue(films=[film], directors=film.directors).save(path)
    call = ("similar", "first", "film", "--catalogue", path)
    said = "kcinema: no films are like 'first-film-1990'\n"

    assert run(*call) == (1, "", said)
    assert run(*call, "--json") == (1, "[]\n", said)


# How many -----------------------------------------------------------------------------


@pytest.mark.parametrize("id_", ["cult-classics", "hidden-gems", "genre-highlights"])
def test_a_limit_counts_the_films_of_all_sections_together(run: Any, id_: str) -> None:
    """What is shown is the beginning of the whole."""
    collection = kcinema.collection(id_)
    size = sum(map(len, collection.sections)) or len(collection)
    whole = run(id_)[1]
    for most in (1, 3, 100):
        _, out, _ = run(id_, "--limit", str(most))
        record = json.loads(run("--limit", str(most), id_, "--json")[1])

        parts = record["sections"] or [record]
        entries = [entry for part in parts for entry in part["entries"]]
        assert len(entries) == min(most, size)
        assert whole.startswith(out)
        assert re.findall(r"\[([\w-]+-\d{4})\]", out) == [
            entry["film"]["id"] for entry in entries
        ]


@pytest.mark.parametrize(
    "call",
    [
        ["collections"],
        ["films", "--genre", "war"],
        ["search", "kim"],
        ["similar", "oldboy-2003"],
        ["collection", "cult-classics", "--csv"],
    ],
    ids=" ".join,
)
def test_a_limit_cuts_every_list(run: Any, call: list[str]) -> None:
    """Two are the first two of three."""
    forms = ["--csv"] if "--csv" in call else ["--json"]
    two = run(*call, *forms, "--limit", "2")[1]
    three = run(*call, *forms, "--limit", "3")[1]

    if forms == ["--json"]:
        assert json.loads(two) == json.loads(three)[:2]
    else:
        assert three.startswith(two)
        assert len(two) < len(three)


# In which form ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "films"),
    [
        (["cult-classics"], lambda: kcinema.cult_classics().films),
        (["collection", "hidden-gems"], lambda: kcinema.hidden_gems().films),
        (["show", "기생충"], lambda: kcinema.films(year=2019, director="봉준호")),
        (["films", "--genre", "war"], lambda: kcinema.films(genre="war")),
        (["films", "--year", "1900"], lambda: kcinema.films(year=1900)),
        (
            ["similar", "oldboy-2003"],
            lambda: kcinema.FilmList(
                like.film for like in kcinema.similar("oldboy-2003")
            ),
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_films_are_printed_as_the_table_that_is_exported(
    run: Any, call: list[str], films: Callable[[], kcinema.FilmList]
) -> None:
    """One format, wherever it comes from; without films, its header."""
    status, out, _ = run(*call, "--csv")

    assert out == films().export("csv").text
    assert status == (0 if films() else 1)


def test_a_draw_is_repeated_by_its_seed(run: Any) -> None:
    """It is shown as `show` shows it."""
    drawn = [run("random", "cult-classics", "--seed", str(seed)) for seed in range(8)]

    assert drawn[3] == run("random", "cult-classics", "--seed", "3")
    assert len(set(drawn)) > 1
    film = kcinema.cult_classics().sample(1, seed=3)[0]
    assert drawn[3] == run("show", film.id)


def test_a_draw_is_from_the_collection_and_the_criteria(run: Any) -> None:
    """Both have to be met."""
    wanted = kcinema.cult_classics().where(genre="horror")
    for _ in range(5):
        _, out, _ = run("random", "cult-classics", "--genre", "horror", "--json")
        assert json.loads(out)["id"] in [film.id for film in wanted]

    nothing = ("random", "cult-classics", "--year", "1900")
    said = "kcinema: no films meet year 1900 in 'cult-classics'\n"
    assert run(*nothing) == (1, "", said)
    assert run(*nothing, "--json") == (1, "null\n", said)


# On which terminal --------------------------------------------------------------------


@pytest.mark.parametrize("width", [20, 40, 59, 60, 80, 120])
@pytest.mark.parametrize(
    "call",
    [
        ["films"],
        ["collections"],
        ["similar", "oldboy-2003"],
        ["search", "kim"],
        ["hidden-gems", "--limit", "20"],
        [],
    ],
    ids=str,
)
def test_lines_fit_the_terminal(
    run: Any, monkeypatch: pytest.MonkeyPatch, call: list[str], width: int
) -> None:
    """Whatever can be broken or cut; words and ids that are wider stay whole."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", str(width))

    _, out, _ = run(*call)

    for line in out.splitlines():
        wide = columns.width(line) > max(width, 40 if call not in TABLES else 0)
        assert not wide or len(line.split()) == 1, line


TABLES = [["films"], ["collections"]]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_ids_are_never_cut(
    run: Any, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """They are what the next command takes."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", str(width))
    _, out, _ = run("films")

    words = set(out.split())
    assert {film.id for film in kcinema.films()} <= words
    # Without a terminal, nothing is cut, and every film is a line.
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False)
    lines = run("films")[1].splitlines()
    for film, line in zip(kcinema.films(), lines, strict=True):
        for text in (str(film.year), film.title, film.title_ko):
            assert f"  {text}" in line


def test_the_last_columns_go_before_titles_are_too_short() -> None:
    """The widest are cut first, and none to less than ten."""
    row = ["an-id-1999", "1999", "The title of the film", "제목", "A Director"]
    long = [*row[:2], *(cell * 3 for cell in row[2:])]

    assert list(columns.table([row], 60)) == [
        "an-id-1999  1999  The title of the film  제목  A Director"
    ]
    assert list(columns.table([long], 60)) == [
        "an-id-1999  1999  The title of…  제목제목제목  A DirectorA…"
    ]
    assert list(columns.table([["an-id" * 4, *long[1:]]], 60)) == [
        "an-idan-idan-idan-id  1999  The title of the…   제목제목제목"
    ]


def test_a_few_long_ids_do_not_take_the_place_of_the_titles() -> None:
    """They push the rest of their own row to the right, where it is cut."""
    rows = [["short", "The title of a film"], ["an-id" * 10, "The title of a film"]]

    assert list(columns.table(rows, 60)) == [
        "short                     The title of a film",
        f"{'an-id' * 10}  The tit…",
    ]


def test_marks_that_combine_take_no_room() -> None:
    """A romanization may have its breves apart from the letters."""
    assert columns.width("So\u0306p'yo\u0306nje") == columns.width("Sop'yonje")
    assert columns.cut("so\u0306so\u0306so", 5) == "so\u0306so\u0306…"


@given(st.text(), st.integers(1, 30))
def test_a_cut_text_fits_and_is_the_beginning(text: str, width: int) -> None:
    """Whatever the script; a text that fits stays as it is."""
    cut = columns.cut(text, width)

    assert columns.width(cut) <= width
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))
    assert (cut == text) == (columns.width(text) <= width)


def test_a_collection_without_prose_has_no_empty_lines(
    run: Any, small: Catalogue, tmp_path: Path
) -> None:
    """What a catalogue of one's own leaves out is left out."""
    path = str(tmp_path / "bare.json")
    films, directors = small.films(), small.directors()
    bare = Collection(
        id="bare", title="Bare", entries=small.collection("a-list").entries
    )
    Catalogue(films=films, directors=directors, collections=[bare]).save(path)

    assert run("bare", "--catalogue", path)[1].splitlines() == [
        "Bare",
        "",
        "  Second Film  둘째 영화 (1995), Kim One, Lee Two  [second-film-1995]",
        "    It is the second.",
    ]
