"""Where the output goes: encodings, pipes, full disks, and streams that are closed."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from kcinema._cli.main import main

posix = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell is needed")
FULL = Path("/dev/full")


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


def _shell(line: str) -> subprocess.CompletedProcess[str]:
    """Run a line in which ``kcinema`` stands for the program."""
    program = f"{sys.executable} -m kcinema"
    # What is left in a buffer on exit is what these tests are about.
    buffered = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    return subprocess.run(
        line.replace("kcinema", program, 1),
        shell=True,
        capture_output=True,
        text=True,
        env=buffered,
        check=False,
    )


@posix
@pytest.mark.parametrize("reader", ["head -1", "true"])
@pytest.mark.parametrize("line", ["kcinema hidden-gems", "kcinema --version"])
def test_output_survives_a_closed_pipe(line: str, reader: str) -> None:
    """A reader that has seen enough ends the program quietly."""
    result = _shell(f"{line} | {reader}")

    assert (result.returncode, result.stderr) == (0, "")
    assert len(result.stdout.splitlines()) == (reader == "head -1")


def test_a_pipe_closed_before_the_first_line_is_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Status 0 and silence, also where the very first write fails."""
    read, write = os.pipe()
    os.close(read)
    with open(write, "w", encoding="utf-8") as stream:  # noqa: PTH123  # a descriptor
        monkeypatch.setattr(sys, "stdout", stream)

        assert main(["hidden-gems"]) == 0


LINES = [
    "kcinema",
    "kcinema parasite-2019 --json",
    "kcinema --help",
    "kcinema --version",
]


@posix
@pytest.mark.parametrize("line", LINES)
def test_a_closed_output_is_one_line_and_status_2(line: str) -> None:
    """Without a traceback, also from the interpreter on its way out."""
    result = _shell(f"{line} >&-")

    assert result.returncode == 2
    assert result.stderr == "kcinema: standard output: Bad file descriptor\n"


@pytest.mark.skipif(
    not (FULL.exists() and stat.S_ISCHR(FULL.stat().st_mode)),
    reason="the device /dev/full is needed",
)
@pytest.mark.parametrize("line", LINES)
def test_a_full_disk_is_one_line_and_status_2(line: str) -> None:
    """Whether the output is longer than the buffer or shorter."""
    result = _shell(f"{line} >/dev/full")

    assert result.returncode == 2
    assert result.stderr == "kcinema: standard output: No space left on device\n"
    assert _shell("kcinema nothing 2>/dev/full").returncode == 2


@posix
def test_what_prints_nothing_needs_no_output(tmp_path: Path) -> None:
    """A file is written, and nothing found is said, with standard output closed."""
    path = tmp_path / "cult.csv"

    wrote = _shell(f"kcinema export cult-classics --format csv -o {path} >&-")

    assert (wrote.returncode, wrote.stderr) == (0, "")
    assert path.exists()
    assert _shell("kcinema films --year 1900 >&-").returncode == 1


@posix
def test_errors_never_go_among_the_results() -> None:
    """With the error stream closed they are not said at all."""
    assert _shell("kcinema nothing 2>&-").stdout == ""
    left_out = _shell("kcinema export cult-classics --format ids 2>&-")
    assert left_out.returncode == 0
    assert "left out" not in left_out.stdout


class _Full(io.StringIO):
    """A stream that is no file and takes nothing."""

    def write(self, _: str) -> int:
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize("stream", [None, _Full()], ids=["closed", "full"])
@pytest.mark.parametrize("arguments", [["hidden-gems"], ["films", "--json"]], ids=str)
def test_an_output_that_takes_nothing_is_an_error(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    stream: IO[str] | None,
    arguments: list[str],
) -> None:
    """The same in a program that calls the command line."""
    monkeypatch.setattr(sys, "stdout", stream)

    assert main(arguments) == 2
    assert capsys.readouterr().err.startswith("kcinema: standard output: ")


def test_nothing_found_needs_no_output(monkeypatch: pytest.MonkeyPatch) -> None:
    """The status tells, where there is nothing to print."""
    monkeypatch.setattr(sys, "stdout", None)

    assert main(["films", "--year", "1900"]) == 1


@pytest.mark.parametrize("stream", [None, _Full()], ids=["closed", "full"])
def test_an_error_that_cannot_be_said_is_an_error_still(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    stream: IO[str] | None,
) -> None:
    """The status tells."""
    monkeypatch.setattr(sys, "stderr", stream)

    assert main(["nothing"]) == 2
    assert capsys.readouterr().out == ""


def test_one_film_imports_nothing_that_it_does_not_need() -> None:
    """Completion, tables and draws cost those nothing who do not ask for them."""
    code = (
        "import sys; from kcinema._cli.main import main; main(['parasite-2019']); "
        "print(*sys.modules, file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert not set(result.stderr.split()) & {
        "argcomplete",
        "cattrs",
        "csv",
        "difflib",
        "kcinema._cli.completion",
        "kcinema._model.ordering",
        "kcinema._search.search",
        "pathlib",
        "random",
    }
