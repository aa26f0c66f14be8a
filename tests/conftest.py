"""What several test modules share."""

from __future__ import annotations

import os
import runpy
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

import kcinema
from kcinema import Catalogue, Collection, Director, Entry, Film, FilmIds, Genre
from kcinema._cli.main import main
from needed import missing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RECORDS = Path(__file__).parents[1] / "catalogue"

# How long an example takes says more of the machine than of the library.
settings.register_profile("kcinema", deadline=None)
settings.load_profile("kcinema")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden files be written anew."""
    parser.addoption("--golden", action="store_true", help="write golden files anew")


def pytest_configure(config: pytest.Config) -> None:
    """Let a worker measure coverage once.

    Told to start workers, as all are here by their options, pytest-cov begins in each a
    measurement that nobody ends, and that goes on where a test asks for none.
    """
    measuring = config.pluginmanager.getplugin("_cov")
    if hasattr(config, "workerinput") and measuring and measuring.cov_controller:
        measuring.cov_controller.pause()


def pytest_sessionstart(session: pytest.Session) -> None:
    """Check the records first: a misspelt word is a message about its film."""
    # The wheel is tested by itself, without the records; workers need no second check.
    if not RECORDS.is_dir() or hasattr(session.config, "workerinput"):
        return
    import build_data

    try:
        build_data.read(RECORDS)
    except kcinema.CatalogueError as error:
        pytest.exit(str(error), returncode=1)


# What starts other programs takes longest, and is not to begin when all else has ended.
_LONGEST = ("frozen", "_site", "test_engines", "test_frames", "web")


# What goes over all of the catalogue or of the pages: tests of small catalogues run the
# same lines, and tracing takes a minute.
_UNTRACED = {"data", "docs", "test_docs", "test_docstrings"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what takes longest begin first; all else keeps its order."""
    for item in items:
        if not _UNTRACED.isdisjoint(_places(item)) or "packaged" in item.name:
            item.add_marker("no_cover")
    items.sort(key=lambda item: {*_LONGEST}.isdisjoint(_places(item)))


def _places(item: pytest.Item) -> set[str]:
    return {item.path.stem, *item.path.parent.parts}


@pytest.fixture(name="catalogue", scope="session")
def _catalogue() -> Catalogue:
    """The packaged catalogue."""
    return kcinema.catalogue()


@pytest.fixture(name="small")
def _small() -> Catalogue:
    """A catalogue of two films, made by hand."""
    return Catalogue(
        version="small",
        films=[
            Film(
                id="first-film-1990",
                title="First Film",
                title_ko="첫 영화",
                year=1990,
                directors=["kim-one"],
                genres=(Genre.DRAMA,),
                ids=FilmIds(imdb="tt0000001", tmdb=1),
            ),
            Film(
                id="second-film-1995",
                title="Second Film",
                title_ko="둘째 영화",
                year=1995,
                directors=["kim-one", "lee-two"],
                former_ids=("other-film-1995",),
            ),
        ],
        directors=[
            Director(id="kim-one", name="Kim One", former_ids=("gim-one",)),
            Director(id="lee-two", name="Lee Two", name_ko="이둘"),
        ],
        collections=[
            Collection(
                id="a-list",
                title="A list",
                entries=[Entry(film="second-film-1995", reason="It is the second.")],
            ),
            Collection(
                id="b-list",
                title="B list",
                former_ids=("old-list",),
                entries=[
                    Entry(film="first-film-1990", reason="It is the first."),
                    Entry(film="second-film-1995", reason="It is here as well."),
                ],
            ),
            Collection(id="both", title="Both", sections=["a-list", "b-list"]),
        ],
    )


@pytest.fixture(name="spark", scope="session")
def _spark() -> Iterator[Any]:
    """A session of Spark, which takes seconds to start."""
    sql: Any = pytest.importorskip("pyspark.sql")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        missing("Java, which Spark runs on,")
    with pytest.MonkeyPatch.context() as patch:
        # The workers need what is installed here.
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        session = (
            sql.SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate()
        )
        yield session
        session.stop()


@pytest.fixture(name="run")
def _run(
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., tuple[int, str, str]]:
    """Run a command line and give status, output and errors."""

    def run(*arguments: object) -> tuple[int, str, str]:
        status = main([*map(str, arguments)])
        output = capsys.readouterr()
        return status, output.out, output.err

    return run


# The program that tests/frozen/ packages in several ways, and what it has to print.


@pytest.fixture(name="program")
def _program() -> Path:
    """The program, which is given a catalogue in a file and prints answers."""
    return Path(__file__).parent / "frozen/answers.py"


@pytest.fixture(name="mine")
def _mine(small: Catalogue, tmp_path: Path) -> Path:
    """The small catalogue in a file."""
    path = tmp_path / "mine.json"
    small.save(path)
    return path


@pytest.fixture(name="expected")
def _expected(program: Path, mine: Path) -> dict[str, Any]:
    """The answers of the library as it stands here."""
    answers: dict[str, Any] = runpy.run_path(str(program))["answers"](str(mine))
    return answers
