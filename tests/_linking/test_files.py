"""Linking what is in files: tables, and the names of video files."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

import kcinema
from kcinema import InvalidQueryError, MissingPackageError
from kcinema._linking import reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeAlias

    Run: TypeAlias = Callable[..., tuple[int, str, str]]

TEXT = "제목,연도\n기생충,2019\n에이리언,1979\n하녀,\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp949"),
        TEXT.encode("utf-16"),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").encode(),
        TEXT.replace("\n", "\r\n").encode(),
        ("\n" + TEXT.replace("\n", "\n\n")).encode(),
    ],
)
def test_tables_are_read_as_programs_write_them(content: bytes) -> None:
    """Encodings of Excel and of Korean programs, any delimiter, blank lines."""
    table = reading.table(content)

    assert table.header == ["제목", "연도"]
    assert [row["제목"] for row in table.rows] == ["기생충", "에이리언", "하녀"]


def test_columns_that_have_one_name_or_none_are_told_apart() -> None:
    """Each column has a name of its own."""
    table = reading.table(b"title,,title\nParasite,x\n")

    assert table.header == ["title", "column 2", "title (3)"]
    assert table.rows == [{"title": "Parasite", "column 2": "x"}]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the table is empty"),
        (b"\n \n", "the table is empty"),
        (b"title\n\xff\xfe\xff", "neither UTF-8 nor cp949"),
        (b"title\n" + b"x" * 200_000, "line 2"),
    ],
)
def test_what_is_no_table_says_so(content: bytes, message: str) -> None:
    """A file that cannot be read is an error of one sentence."""
    with pytest.raises(InvalidQueryError, match=message):
        reading.table(content)


# The command --------------------------------------------------------------------------


@pytest.fixture(name="table")
def _table(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_bytes(TEXT.replace(",", ";").encode("cp949"))
    return path


def test_link_prints_the_table_with_its_links(run: Run, table: Path) -> None:
    """The columns are added, and the sums stand on the other stream."""
    status, out, err = run("link", str(table))
    rows = [*csv.DictReader(io.StringIO(out), delimiter=";")]

    assert status == 0
    assert [row["kcinema_id"] for row in rows] == ["parasite-2019", "", ""]
    assert [row["제목"] for row in rows] == ["기생충", "에이리언", "하녀"]
    assert err == "kcinema: 3 rows: 1 sure, 0 probable, 1 ambiguous, 1 none\n"


def test_link_writes_a_file(run: Run, table: Path, tmp_path: Path) -> None:
    """With -o the table goes to a file, and the sums are the answer."""
    target = tmp_path / "linked.csv"
    status, out, err = run("link", str(table), "-o", str(target))

    assert (status, err) == (0, "")
    assert out == "3 rows: 1 sure, 0 probable, 1 ambiguous, 1 none\n"
    assert "parasite-2019" in target.read_text("utf-8")


def test_link_prints_json(run: Run, table: Path) -> None:
    """Each row has its film, or those that it may mean."""
    status, out, _ = run("link", str(table), "--json", "--title", "제목")
    first, second, third = json.loads(out)

    assert status == 0
    assert (first["film"], first["verdict"]) == ("parasite-2019", "probable")
    assert (second["film"], second["verdict"]) == (None, "none")
    assert third["candidates"] == ["the-housemaid-1960", "the-housemaid-2010"]


def test_link_without_any_film_has_status_1(run: Run, tmp_path: Path) -> None:
    """Nothing found is no error, and no success."""
    path = tmp_path / "none.csv"
    path.write_text("title\nAlien\n", "utf-8")

    assert run("link", str(path))[0] == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--title", "titel"], "there is no column 'titel'"),
        (["--year", "연도", "--title", "x"], "there is no column 'x'"),
    ],
)
def test_link_says_what_is_wrong(
    run: Run, table: Path, arguments: list[str], message: str
) -> None:
    """A mistake is one line, and status 2."""
    status, _, err = run("link", str(table), *arguments)

    assert status == 2
    assert message in err
    assert err.count("\n") == 1


def test_link_of_a_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    """The file is named."""
    status, _, err = run("link", str(tmp_path / "none.csv"))

    assert status == 2
    assert "none.csv: No such file" in err


# Video files --------------------------------------------------------------------------


def test_names_of_video_files_are_read() -> None:
    """What guessit finds in a name is linked as a title and a year."""
    pytest.importorskip("guessit")
    names = [
        "Oldboy.2003.1080p.BluRay.x264.mkv",
        "기생충 (2019)",
        "[杀人回忆].Memories.of.Murder.2003.BluRay.720p.mkv",
        "Alien.1979.Directors.Cut.mkv",
        "",
    ]
    links = kcinema.link(names, file=0)

    assert [link.film and link.film.id for link in links] == [
        "oldboy-2003",
        "parasite-2019",
        "memories-of-murder-2003",
        None,
        None,
    ]


def test_names_of_video_files_need_guessit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its absence is said with the line that installs it."""
    monkeypatch.setitem(sys.modules, "guessit", None)

    with pytest.raises(MissingPackageError, match=r"kcinema\[files\]"):
        kcinema.link(["x.mkv"], file=0)
