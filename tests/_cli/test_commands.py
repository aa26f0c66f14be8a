"""The command line, in this process and in one of its own."""

from __future__ import annotations

import io
import json
import os
import re
import runpy
import shlex
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

import kcinema
from kcinema._cli import report
from kcinema._cli.commands import COMMANDS
from kcinema._cli.main import main

MALFORMED = Path(__file__).parents[1] / "_json/malformed"


def test_without_a_command_the_showcase_is_printed(run: Any) -> None:
    """Both halves and all nine sections, with criterion, size, picks and reasons."""
    status, out, err = run()

    assert (status, err) == (0, "")
    for half in kcinema.collections(kind="half"):
        assert half.title.upper() in out
        for section in half.sections:
            first = section[0]
            assert f"{section.title}  {section.title_ko}" in out
            assert f"[{section.id}, {len(section)}]" in out
            assert f"{first.title}  {first.title_ko} ({first.year})" in out
            flat = " ".join(out.split())
            assert section.why(first) in flat
            assert str(section.criterion) in flat


@pytest.mark.parametrize("id_", [item.id for item in kcinema.collections()])
def test_every_collection_id_is_a_command(run: Any, id_: str) -> None:
    """A collection prints all its films, each with its reason."""
    status, out, err = run(id_)

    collection = kcinema.collection(id_)
    flat = " ".join(out.split())
    assert (status, err) == (0, "")
    for film in collection:
        assert f"[{film.id}]" in flat
        assert collection.why(film) in flat


def test_the_collections_are_listed(run: Any) -> None:
    """One line a collection, with its size."""
    status, out, _ = run("collections")

    assert status == 0
    assert len(out.splitlines()) == len(kcinema.collections())


@pytest.mark.parametrize(
    "id_", ["parasite-2019", "sweet-dream-1936", "the-murmuring-1995"]
)
def test_show_prints_a_film_whole(run: Any, id_: str) -> None:
    """Title, people, figures, prose, places and sources are all there."""
    film = kcinema.film(id_)

    status, out, err = run("show", id_)

    flat = " ".join(out.split())
    assert (status, err) == (0, "")
    for text in (film.title, film.title_ko, film.logline, film.note, film.runtime):
        assert str(text) in flat
    for source in film.sources:
        assert source.url in flat
    for collection in film.collections:
        if not collection.sections:
            assert collection.why(film) in flat


def test_show_prints_a_director_and_a_collection_too(run: Any) -> None:
    """Any id can be shown."""
    director = kcinema.director("kim-ki-young")

    _, out, _ = run("show", director.id)

    assert str(director.bio) in " ".join(out.split())
    assert "1998-02" in out
    assert run("show", "cult-classics") == run("cult-classics")


def test_search_prints_hits_and_what_matched(run: Any) -> None:
    """Any words after the command are the text; kind and limit are options."""
    status, out, _ = run("search", "봉준호", "괴물", "--limit", "1")

    assert status == 0
    assert out.splitlines() == [
        "0.92  film the-host-2006  The Host",
        "      words: 괴물",
    ]
    _, out, _ = run("search", "pak chan-uk", "--kind", "director", "--json")
    assert json.loads(out)[0]["id"] == "park-chan-wook"


def test_people_and_topics_come_with_the_command_for_their_films(run: Any) -> None:
    """They have no id to be shown by; the command prints the films that they have."""
    for text, title, options in (
        (
            "송강호",
            "person Song Kang-ho  송강호 (24 films)",
            ["--cast", "Song Kang-ho"],
        ),
        ("romantic comedy", "topic Romance, Comedy", ["--genre", "romance comedy"]),
        ("1960s", "topic 1960s", ["--decade", "1960"]),
    ):
        _, out, _ = run("search", *text.split(), "--limit", "1")
        assert title in out
        assert f"kcinema films {shlex.join(options)}" in out
        films = json.loads(run("search", *text.split(), "--limit", "1", "--json")[1])
        listed = json.loads(run("films", *options, "--json")[1])
        assert sorted(films[0]["films"]) == sorted(film["id"] for film in listed)


def test_similar_prints_films_with_reasons(run: Any) -> None:
    """Each film comes with why it is like the one asked about."""
    status, out, _ = run("similar", "oldboy-2003", "--limit", "2")

    found = kcinema.similar("oldboy-2003", limit=2)
    flat = " ".join(out.split())
    assert status == 0
    assert all(f"[{like.film.id}]" in flat for like in found)
    assert all("; ".join(like.reasons) in flat for like in found)
    _, out, _ = run("similar", "oldboy-2003", "--json")
    assert len(json.loads(out)) == 5


def test_films_are_chosen_by_criteria(run: Any) -> None:
    """The options are the criteria of the library."""
    status, out, _ = run("films", "--genre", "thriller", "--year", "1998-2008")

    expected = kcinema.films(genre="thriller", year=(1998, 2008))
    assert status == 0
    assert [line.split()[0] for line in out.splitlines()] == [f.id for f in expected]


@pytest.mark.parametrize("first", [["--sort=-year"], ["--sort", "-year"]], ids=str)
def test_films_are_sorted_and_limited(run: Any, first: list[str]) -> None:
    """A field with a dash before it is a value, and no option."""
    expected = kcinema.films().sorted_by("-year", "title")[:3]

    _, out, err = run("films", *first, "--sort", "title", "--limit", "3")

    assert [line.split()[0] for line in out.splitlines()] == [f.id for f in expected]
    assert err == ""
    assert run("films", "--sort", "-year,title", "--limit", "3") == (0, out, "")


@pytest.mark.parametrize(
    ("option", "value", "criteria"),
    [
        ("year", "2003", {"year": 2003}),
        ("year", "2003-", {"year": (2003, None)}),
        ("year", "-1970", {"year": (None, 1970)}),
        ("runtime", "-60", {"runtime": (None, 60)}),
        ("decade", "1990s", {"decade": 1990}),
        ("decade", "1960", {"decade": 1960}),
        ("decade", "1930s-1940s", {"decade": (1930, 1940)}),
        ("decade", "2020s-", {"decade": (2020, None)}),
        ("admissions", "999999999999", {"admissions": 999999999999}),
        ("genre", "horror, war", {"genre": ["horror", "war"]}),
        ("based-on", "webtoon", {"based_on": "webtoon"}),
    ],
)
def test_a_value_is_read_as_the_library_takes_it(
    run: Any, option: str, value: str, criteria: dict[str, Any]
) -> None:
    """Spans, open ends, decades and words with commas between them."""
    _, out, _ = run("films", f"--{option}", value, "--json")

    ids = [film["id"] for film in json.loads(out)]
    assert ids == [film.id for film in kcinema.films(**criteria)]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--genre", "horror", "--genre", "war"],
        ["--year", "1998", "--year", "2003-2004"],
        ["--director", "봉준호", "--director", "Lee Chang-dong"],
        ["--collection", "cult-classics", "--collection", "indie-films"],
    ],
    ids=" ".join,
)
def test_several_values_mean_any_of_them(run: Any, arguments: list[str]) -> None:
    """An option given twice finds what it finds with either value."""
    found = [
        set(run("films", *arguments[at : at + 2])[1].splitlines()) for at in (0, 2)
    ]

    _, out, _ = run("films", *arguments)

    # The widths of the columns differ.
    ids = [{line.split()[0] for line in lines} for lines in found]
    both = [line.split()[0] for line in out.splitlines()]
    assert both == sorted(ids[0] | ids[1])
    assert len(both) > max(map(len, ids))


def test_every_criterion_narrows_what_the_others_leave(run: Any) -> None:
    """Several spans of one criterion do not widen another."""
    spans = ("--year", "1998", "--year", "2003", "--runtime", "-100")
    _, out, _ = run("films", "--genre", "thriller", *spans, "--json")

    expected = kcinema.films(genre="thriller", runtime=(None, 100)).where(
        lambda film: film.year in {1998, 2003}
    )
    assert [film["id"] for film in json.loads(out)] == [film.id for film in expected]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["films", "--genre", "war", "--year", "1900"],
            "films meet genre war, year 1900",
        ),
        (
            ["films", "--year", "1900", "--based-on", "poem", "--based-on", "song"],
            "films meet year 1900, based-on poem or song",
        ),
        (["search", "qqqqqq"], "film, director or collection found for 'qqqqqq'"),
        (["search", "qqqqqq", "--kind", "film"], "film found for 'qqqqqq'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_nothing_found_is_status_1_and_said_on_stderr(
    run: Any, arguments: list[str], message: str
) -> None:
    """A script sees it by the status, a person by the line, and a program gets JSON."""
    said = f"kcinema: no {message}\n"

    assert run(*arguments) == (1, "", said)
    assert run(*arguments, "--json") == (1, "[]\n", said)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--json"],
        ["hidden-gems", "--json"],
        ["--json", "cult-classics"],
        ["--json", "--limit", "2", "films"],
        ["--limit", "2", "--json", "cult-classics"],
        ["collections", "--json"],
        ["show", "parasite-2019", "--json"],
        ["show", "bong-joon-ho", "--json"],
        ["show", "top-picks", "--json"],
        ["films", "--genre", "thriller", "--json"],
    ],
    ids=" ".join,
)
def test_json_is_json(run: Any, arguments: list[str]) -> None:
    """What a program reads is one JSON value."""
    status, out, err = run(*arguments)

    assert (status, err) == (0, "")
    assert json.loads(out)


def test_json_of_a_collection_has_films_and_reasons(run: Any) -> None:
    """A program gets each film whole, with its reason."""
    _, out, _ = run("cult-classics", "--json")

    entries = json.loads(out)["entries"]
    cult = kcinema.cult_classics()
    assert [entry["film"]["id"] for entry in entries] == [film.id for film in cult]
    assert entries[0]["reason"] == cult.why(cult[0])


def test_validate_says_that_a_file_is_right(run: Any, mine: Path) -> None:
    """A sound file has no problems."""
    status, out, _ = run("validate", mine)

    assert status == 0
    assert out.startswith(f"{mine}: no problems; version ")
    assert run("validate", mine, "--json") == (0, "[]\n", "")


def test_validate_lists_every_problem(run: Any) -> None:
    """A faulty file prints all that is wrong and ends with status 1."""
    path = str(MALFORMED / "wrong-types.json")

    status, out, err = run("validate", path)
    _, as_json, _ = run("validate", path, "--json")

    assert (status, err) == (1, "")
    assert len(out.splitlines()) == 5
    assert len(json.loads(as_json)) == 4


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["hiden-gems"],
            "director or command 'hiden-gems'. Did you mean 'hidden-gems'",
        ),
        (["parasit"], "or command 'parasit'. Did you mean 'parasite-2019'"),
        (["기생충"], "or command '기생충'. Did you mean 'parasite-2019'"),
        (["Memories", "of", "Murder"], "Did you mean 'memories-of-murder-2003'?"),
        (["shwo"], "or command 'shwo'. Did you mean 'show'"),
        (["help"], "Did you mean '--help' or "),
        (["show", "parasite-2019", "--limit", "x"], "--limit: expected a whole"),
        (["qqqq"], "no collection, film, director or command 'qqqq'."),
        ([""], "no collection, film, director or command ''."),
        (
            ["show", "parasite-2020"],
            "is called 'parasite-2020'. Did you mean 'parasite-2019'",
        ),
        (["show", "qqqq"], "no film, director or collection is called 'qqqq'."),
        (["show", " "], "no film, director or collection is called ' '."),
        (["show", "tt0000000"], "is called 'tt0000000'."),
        (["show"], "required: text (see `kcinema show --help`)"),
        (["collection", "hiden-gems"], "Did you mean 'hidden-gems'"),
        (["random", "hiden-gems"], "Did you mean 'hidden-gems'"),
        (["random", "--seed", "x"], "--seed: expected a whole number, not 'x'"),
        (["show", "bong-joon-ho", "--csv"], "a director is not a list of films"),
        (["films", "--csv", "--json"], "--json and --csv: only one of them"),
        (["films", "--decade", "1995"], "a decade is a multiple of ten"),
        (["films", "--decade", "soon"], "a span such as 1990s or 1990s-2000s, not"),
        (["films", "--year", "1990s"], "a span such as 1998-2008, not '1990s'"),
        (["films", "--year", "2008-1998"], "lies above the high end"),
        (["films", "--year", "-"], "--year: expected a number or a span"),
        (
            ["films", "--admissions", "10000000000000-"],
            "--admissions: a number has 12 digits at the most",
        ),
        (["films", "--genre", "horror,"], "genre: expected a genre, not ''"),
        (["films", "--year", "soon"], "--year: expected a number or a span"),
        (
            ["films", "--limit", "many"],
            "--limit: expected a whole number of at least 1, not",
        ),
        (["search"], "required: text"),
        (["search", " "], "the text is empty"),
        (["search", "a", "--kind", "films"], "Did you mean 'film'"),
        (["similar", "oldboy-2004"], "Did you mean 'oldboy-2003'"),
        (["similar", "bong-joon-ho"], "is a director; expected a film"),
        (["films", "--genre", "thriler"], "Did you mean 'thriller'"),
        (["films", "--sort", "yaer"], "Did you mean 'year'"),
        (["films", "--collection", "nothing"], "No collection has the id 'nothing'"),
        (["films", "--gnere", "horror"], "unrecognized arguments: --gnere"),
        (["validate", "no-such-file.json"], "no-such-file.json: No such file"),
        (["--nothing"], "unrecognized arguments: --nothing"),
        (["--catalogue"], "--catalogue: expected one argument"),
        (["--catalogue", "no-such-file.json"], "no-such-file.json: No such file"),
        (
            ["films", "--catalogue", str(MALFORMED / "wrong-types.json")],
            "wrong-types.json (see `kcinema validate ",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_is_one_line_and_status_2(
    run: Any, arguments: list[str], message: str
) -> None:
    """Whatever is wrong is said in one line on the error stream."""
    status, out, err = run(*arguments)

    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert err.startswith("kcinema: ")
    assert message in err


def test_the_version_names_library_and_data(run: Any) -> None:
    """A bug report can say what was used."""
    _, out, _ = run("--version")

    assert f"kcinema {kcinema.__version__}" in out
    assert kcinema.data_version().version in out


def test_the_version_is_there_for_programs(run: Any) -> None:
    """With JSON each number has a key."""
    _, out, _ = run("--version", "--json")

    data = kcinema.data_version()._asdict()
    assert json.loads(out) == {"kcinema": kcinema.__version__, "data": data}


def test_the_lines_of_the_readme_do_what_they_say(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every command line that the README shows runs as it stands."""
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", readme, re.DOTALL)
    lines = [line for line in blocks[1].splitlines() if line.startswith("kcinema")]
    monkeypatch.chdir(tmp_path)
    kcinema.catalogue().save("mine.json")

    assert len(lines) == 8
    for line in lines:
        status, out, err = run(*shlex.split(line, comments=True)[1:])
        assert (status, err) == (0, ""), line
        written = re.search(r" -o (\S+)", line)
        assert out or (written and Path(written[1]).stat().st_size)


def test_help_lists_the_commands(run: Any) -> None:
    """Help is there for the whole and for each command."""
    status, out, _ = run("--help")

    assert status == 0
    for name, command in COMMANDS.items():
        assert command.about in out
        assert command.about in run(name, "--help")[1]


def test_any_stream_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream that is no file, as an embedding program may set, is written to."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)

    assert main(["cult-classics", "--json"]) == 0
    assert json.loads(stream.getvalue())


def test_the_package_runs_as_a_module(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`python -m kcinema` is the same program."""
    monkeypatch.setattr(sys, "argv", ["kcinema", "collections"])

    with pytest.raises(SystemExit) as caught:
        runpy.run_module("kcinema", run_name="__main__")

    assert caught.value.code == 0
    assert "hidden-gems" in capsys.readouterr().out


def test_export_prints_a_collection_for_other_programs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without a file the text is printed; what is left out is said on stderr."""
    assert main(["export", "cult-classics", "--format", "ids"]) == 0
    printed = capsys.readouterr()

    exported = kcinema.cult_classics().export("ids")
    assert printed.out == exported.text
    assert f"{len(exported.left_out)} of {len(kcinema.cult_classics())} films" in (
        printed.err
    )


def test_export_writes_a_file(tmp_path: Path) -> None:
    """With a file nothing is printed, and the file is the export."""
    path = tmp_path / "gems.csv"
    assert main(["export", "hidden-gems", "--format", "csv", "-o", str(path)]) == 0

    assert path.read_text("utf-8") == kcinema.hidden_gems().export("csv").text


def test_export_takes_the_options_of_its_format(run: Any) -> None:
    """A text, and a switch that is on or off."""
    titled = run(
        "export", "where-to-begin", "--format", "markdown", "--set", "title=Mine"
    )
    marked = run("export", "where-to-begin", "--format", "csv", "--set", "bom=yes")
    plain = run("export", "where-to-begin", "--format", "csv", "--set", "bom=no")

    assert titled[1].startswith("# Mine")
    assert marked[1] == "\ufeff" + plain[1]


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("bom", "--set bom: expected NAME=VALUE"),
        ("bom=perhaps", "--set bom=perhaps: expected bom=yes or bom=no"),
        ("colour=red", "'colour' is not an option of 'csv', which takes bom"),
    ],
)
def test_an_option_that_no_format_has_is_an_error(
    run: Any, option: str, message: str
) -> None:
    """The line says what was expected."""
    status, _, err = run("export", "hidden-gems", "--format", "csv", "--set", option)

    assert status == 2
    assert message in err


@pytest.mark.parametrize("path", [".", os.devnull])
def test_export_replaces_nothing_but_files(run: Any, path: str) -> None:
    """A folder stays a folder and a device a device."""
    status, out, err = run("export", "cult-classics", "--format", "csv", "-o", path)

    assert (status, out) == (2, "")
    assert err.startswith(f"kcinema: {path} is not a file")


def test_a_binary_export_is_not_printed(run: Any, tmp_path: Path) -> None:
    """A terminal shows no bytes; the message says what to do, and the file is made."""
    status, out, err = run("export", "early-cinema", "--format", "sqlite")

    assert (status, out) == (2, "")
    assert err == "kcinema: --format sqlite: a binary format needs a file: -o FILE\n"
    path = tmp_path / "early.sqlite"
    calls = ("export", "early-cinema", "--format", "sqlite", "-o", str(path))
    assert run(*calls) == (0, "", "")
    assert path.read_bytes() == kcinema.collection("early-cinema").export("sqlite").data


def test_a_missing_package_is_one_line(run: Any, monkeypatch: Any) -> None:
    """What is to be installed is said without a traceback."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    status, out, err = run("export", "early-cinema", "--format", "parquet", "-o", "x")

    assert (status, out) == (2, "")
    assert err.endswith('is not installed: python -m pip install "kcinema[arrow]"\n')


def test_show_leaves_no_field_out() -> None:
    """Every field of a film and a director has a place in what `show` prints."""
    for cls, apart in (
        (kcinema.Film, report.FILM_APART),
        (kcinema.Director, report.DIRECTOR_APART),
    ):
        names = {field.name for field in attrs.fields(cls) if field.init}
        assert apart <= names, "a field that is shown apart is there no more"
