"""The pages on exporting: their calls run, and what they write is what they say."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from kcinema._cli.main import main
from kcinema.exchange.registry import FORMATS

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {
    name: (DOCS / name).read_text("utf-8")
    for name in ("export.md", "plex.md", "letterboxd.md")
}
CALLS = [
    call
    for page in PAGES.values()
    for call in re.findall(r"^ *kcinema (export .*)$", page, re.MULTILINE)
]


@pytest.mark.parametrize("call", CALLS)
def test_a_call_on_the_page_writes_its_file(
    call: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A reader can paste each line, and the file is called as its format is."""
    monkeypatch.chdir(tmp_path)
    arguments = shlex.split(call)
    assert main(arguments) == 0

    (written,) = tmp_path.iterdir()
    name = arguments[arguments.index("--format") + 1]
    assert written.is_dir() == FORMATS[name].folder
    assert written.suffix in {FORMATS[name].suffix, ""}


def test_the_limit_of_a_printed_collection_keeps_what_is_said_of_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The first films of a collection still have its title and its reasons."""
    call = ["export", "hidden-gems", "--format", "markdown", "--limit", "2"]
    assert main(call) == 0
    printed = capsys.readouterr().out

    assert printed.startswith("# Hidden gems 숨은 걸작\n")
    assert printed.count("\n## ") == 1
    assert printed.count("\n- **") == 2


def test_a_folder_cannot_be_written_where_a_file_is(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The message names the path, in one line."""
    path = tmp_path / "nfo"
    path.write_text("a file", "utf-8")
    assert main(["export", "cult-classics", "--format", "nfo", "-o", str(path)]) == 2

    assert str(path) in capsys.readouterr().err
    assert path.read_text("utf-8") == "a file"
