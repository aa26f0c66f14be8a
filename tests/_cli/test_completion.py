"""Shell completion: what is offered, and that it costs nothing where it is not used."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

import kcinema
from kcinema._cli import completion
from kcinema._cli.main import main, parser
from kcinema._model.criteria import CRITERIA
from kcinema.exchange.registry import FORMATS

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from kcinema import Catalogue

FILMS = [film.id for film in kcinema.films()]
DIRECTORS = [director.id for director in kcinema.directors()]
COLLECTIONS = sorted(collection.id for collection in kcinema.collections())


@pytest.mark.parametrize(
    ("command", "argument", "expected"),
    [
        ("show", "text", sorted(FILMS + DIRECTORS + COLLECTIONS)),
        ("similar", "text", FILMS),
        ("search", "text", []),
        ("collection", "id", COLLECTIONS),
        ("export", "id", COLLECTIONS),
        ("random", "id", COLLECTIONS),
        ("films", "collection", COLLECTIONS),
        ("films", "director", DIRECTORS),
        ("films", "genre", sorted(kcinema.Genre)),
        ("films", "ids", ["imdb", "kmdb", "kobis", "tmdb", "wikidata"]),
        ("films", "year", []),
        ("export", "format", sorted(FORMATS)),
    ],
)
def test_an_argument_completes_to_what_it_takes(
    catalogue: Catalogue, command: str, argument: str, expected: list[str]
) -> None:
    """All of it without a beginning, and what begins so with one."""
    found = completion.candidates(catalogue, command, argument, "")
    begun = completion.candidates(catalogue, command, argument, "in")

    assert sorted(found) == expected
    assert sorted(begun) == [word for word in expected if word.startswith("in")]


def test_every_word_that_is_offered_is_taken(catalogue: Catalogue) -> None:
    """Each criterion of words has its vocabulary, but for codes."""
    for name, criterion in CRITERIA.items():
        words = completion.candidates(catalogue, "films", name, "")
        if criterion.takes == "words" and name not in {"country", "language"}:
            assert words
            kcinema.films(**{name: words})  # type: ignore[arg-type]


def test_the_first_word_may_be_an_id(catalogue: Catalogue) -> None:
    """As it needs no command; without a beginning there would be too many."""
    assert completion.candidates(catalogue, "", "", "") == []
    assert completion.candidates(catalogue, "", "", "para") == ["parasite-2019"]


def test_completers_are_handed_to_the_extra(
    run: Any, monkeypatch: pytest.MonkeyPatch, mine: Path
) -> None:
    """Only where a shell asks; with the ids of the catalogue that is given."""
    handed: list[argparse.ArgumentParser] = []
    stand_in = SimpleNamespace(autocomplete=handed.append)
    monkeypatch.setitem(sys.modules, "argcomplete", stand_in)
    assert run("collections")[0] == 0
    assert not handed

    monkeypatch.setenv("_ARGCOMPLETE", "1")
    run("collections")

    (whole,) = handed
    (commands,) = (item for item in whole._actions if isinstance(item.choices, dict))
    show = {item.dest: item for item in commands.choices["show"]._actions}  # type: ignore[index]
    complete = show["text"].completer
    option = ["--catalogue", str(mine)]
    for line in (["show", "x", *option], [*option, "show", "x"]):
        given = whole.parse_args(line)
        assert complete(prefix="first", parsed_args=given) == ["first-film-1990"]
    # Files are completed by the extra itself.
    assert not hasattr(show["catalogue"], "completer")


def test_without_the_extra_a_line_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a shell asks all the same."""
    monkeypatch.setitem(sys.modules, "argcomplete", None)
    monkeypatch.setenv("_ARGCOMPLETE", "1")

    assert main([]) == 2
    assert capsys.readouterr() == (
        "",
        "kcinema: completion needs argcomplete: pip install 'kcinema[completion]'\n",
    )
    assert parser().prog == "kcinema"


@pytest.mark.skipif(
    not importlib.util.find_spec("argcomplete"), reason="the extra is not installed"
)
@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell asks so")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("kcinema coll", ["collection", "collections"]),
        ("kcinema cult-c", ["cult-classics "]),
        ("kcinema show parasite-", ["parasite-2019 "]),
        ("kcinema collection cult-", ["cult-classics "]),
        ("kcinema films --genre horr", ["horror "]),
        ("kcinema films --gen", ["--genre "]),
    ],
)
def test_a_shell_completes_the_line(line: str, expected: list[str]) -> None:
    """The protocol of the extra: the line in variables, the words on descriptor 8."""
    asked = {
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_IFS": "\013",
        "_ARGCOMPLETE_SHELL": "bash",
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
    }
    result = subprocess.run(
        f"{sys.executable} -m kcinema 8>&1 9>/dev/null >/dev/null",
        shell=True,
        capture_output=True,
        text=True,
        env={**os.environ, **asked},
        check=False,
    )

    assert result.stdout.split("\013") == expected
