"""The command line, in this process and in one of its own."""

from __future__ import annotations

import io
import json
import os
import re
import runpy
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

import kcinema
from kcinema._cli import report
from kcinema._cli.main import main

MALFORMED = Path(__file__).parents[1] / "_json/malformed"


@pytest.fixture(name="run")
def _run(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command line and give status, output and errors."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        output = capsys.readouterr()
        return status, output.out, output.err

    return run


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
    assert run("search", "qqqqqq") == (0, "", "")


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


def test_films_are_sorted_and_limited(run: Any) -> None:
    """Order and number are options as well."""
    _, out, _ = run("films", "--sort=-year", "--sort", "title", "--limit", "3")

    expected = kcinema.films().sorted_by("-year", "title")[:3]
    assert [line.split()[0] for line in out.splitlines()] == [f.id for f in expected]


@pytest.mark.parametrize(
    ("span", "pair"),
    [("2003", (2003, 2003)), ("2003-", (2003, None)), ("-1970", (None, 1970))],
)
def test_a_span_may_be_open(run: Any, span: str, pair: tuple[int, int]) -> None:
    """A single year and open ends are spans too."""
    _, out, _ = run("films", f"--year={span}", "--json")

    ids = [film["id"] for film in json.loads(out)]
    assert ids == [film.id for film in kcinema.films(year=pair)]


def test_several_values_mean_any_of_them(run: Any) -> None:
    """An option given twice widens the choice."""
    _, out, _ = run("films", "--genre", "horror", "--genre", "war", "--json")

    expected = kcinema.films(genre=["horror", "war"])
    assert [film["id"] for film in json.loads(out)] == [film.id for film in expected]


def test_no_film_is_no_output(run: Any) -> None:
    """An empty answer is empty, and no mistake."""
    assert run("films", "--year", "1900") == (0, "", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--json"],
        ["hidden-gems", "--json"],
        ["--json", "cult-classics"],
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


def test_validate_says_that_a_file_is_right(run: Any, tmp_path: Path) -> None:
    """A sound file has no problems."""
    path = tmp_path / "mine.json"
    kcinema.catalogue().save(path)

    status, out, _ = run("validate", str(path))

    assert status == 0
    assert out.startswith(f"{path}: no problems; version ")
    assert run("validate", str(path), "--json") == (0, "[]\n", "")


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
            "no collection or command 'hiden-gems'. Did you mean 'hidden-gems'",
        ),
        (["shwo"], "no collection or command 'shwo'. Did you mean 'show'"),
        (["qqqq"], "no collection or command 'qqqq'."),
        (
            ["show", "parasite-2020"],
            "has the id 'parasite-2020'. Did you mean 'parasite-2019'",
        ),
        (["show", "qqqq"], "no film, director or collection has the id 'qqqq'."),
        (["show"], "required: id (see `kcinema show --help`)"),
        (["films", "--year", "soon"], "--year: expected a number or a span"),
        (
            ["films", "--limit", "many"],
            "--limit: expected a whole number of at least 1, not",
        ),
        (["search"], "required: text"),
        (["search", " "], "the text is empty"),
        (["search", "a", "--kind", "films"], "Did you mean 'film'"),
        (["similar", "oldboy-2004"], "Did you mean 'oldboy-2003'"),
        (["films", "--genre", "thriler"], "Did you mean 'thriller'"),
        (["films", "--sort", "yaer"], "Did you mean 'year'"),
        (["films", "--collection", "nothing"], "No collection has the id 'nothing'"),
        (["films", "--gnere", "horror"], "unrecognized arguments: --gnere"),
        (["validate", "no-such-file.json"], "no-such-file.json: No such file"),
        (["--nothing"], "unrecognized arguments: --nothing"),
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


def test_help_lists_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    """Help is there for the whole and for each command."""
    for arguments in (["--help"], ["films", "--help"]):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 0
    assert "--genre" in capsys.readouterr().out


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


def _process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "kcinema", *arguments],
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "euc-kr"},
    ],
    ids=str,
)
@pytest.mark.parametrize(
    "arguments", [[], ["show", "parasite-2019"], ["hidden-gems", "--json"]], ids=str
)
def test_output_survives_any_encoding(
    environment: dict[str, str], arguments: list[str]
) -> None:
    """No terminal is too poor: what it cannot show is escaped."""
    result = _process(*arguments, **environment)

    assert result.returncode == 0
    assert result.stderr == b""
    assert len(result.stdout) > 1000
    if "--json" in arguments:
        encoding = environment.get("PYTHONIOENCODING", "utf-8")
        assert json.loads(result.stdout.decode(encoding))["title_ko"] == "숨은 걸작"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell with head is needed")
def test_output_survives_a_closed_pipe() -> None:
    """A reader that has seen enough ends the program quietly."""
    command = f"{sys.executable} -m kcinema hidden-gems | head -1"

    result = subprocess.run(
        command,
        shell=True,
        capture_output=True,
        text=True,
        check=True,
    )

    assert result.stdout.startswith("Hidden gems")
    assert result.stderr == ""


def test_a_pipe_closed_before_the_first_line_is_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Status 0 and silence, also where the very first write fails."""
    read, write = os.pipe()
    os.close(read)
    with open(write, "w", encoding="utf-8") as stream:  # noqa: PTH123  # a descriptor
        monkeypatch.setattr(sys, "stdout", stream)

        assert main(["hidden-gems"]) == 0


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


def test_show_leaves_no_field_out() -> None:
    """Every field of a film and a director has a place in what `show` prints."""
    for cls, apart in (
        (kcinema.Film, report.FILM_APART),
        (kcinema.Director, report.DIRECTOR_APART),
    ):
        names = {field.name for field in attrs.fields(cls) if field.init}
        assert apart <= names, "a field that is shown apart is there no more"
