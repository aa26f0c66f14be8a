"""Linking data frames: every package gives the same links."""

from __future__ import annotations

import pickle
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import kcinema
from kcinema import InvalidQueryError, MissingPackageError
from kcinema._linking.frames import _Batches
from kcinema._linking.table import ADDED

if TYPE_CHECKING:
    from collections.abc import Callable

COLUMNS: dict[str, list[Any]] = {
    "Title": ["Parasite", "Old boy", None, "하녀", "Alien", "N/A", "기생충 / Parasite"],
    "Year": [2019, 2003, None, 1960, 1979, 2019, None],
    "Director": ["Bong Joon-ho", None, None, "김기영", "Ridley Scott", None, None],
    "tmdbId": [None, 670, 670, None, 348, None, None],
}
SIZE = len(COLUMNS["Title"])


@pytest.fixture(name="expected", scope="module")
def _expected() -> list[tuple[Any, ...]]:
    """The links of the same rows as dicts."""
    rows = [{name: cells[at] for name, cells in COLUMNS.items()} for at in range(SIZE)]
    return [
        (link.film and link.film.id, link.score, link.verdict, link.why)
        for link in kcinema.link(rows)
    ]


def _pandas() -> Any:
    pandas = pytest.importorskip("pandas")
    return pandas.DataFrame(COLUMNS, index=[3, 1, 4, 1, 5, 9, 2])


def _polars() -> Any:
    return pytest.importorskip("polars").DataFrame(COLUMNS)


def _polars_lazy() -> Any:
    return _polars().lazy()


def _arrow() -> Any:
    return pytest.importorskip("pyarrow").table(COLUMNS)


def _duckdb() -> Any:
    duckdb = pytest.importorskip("duckdb")
    frame = _arrow()  # noqa: F841  # found by its name
    return duckdb.connect().sql("SELECT * FROM frame")


def _rows(frame: Any) -> list[tuple[Any, ...]]:
    """Return the added cells of a frame, row by row, None where one is missing."""
    if hasattr(frame, "collect"):
        frame = frame.collect(engine="streaming")
    table = frame.to_arrow_table() if hasattr(frame, "to_arrow_table") else frame
    if hasattr(table, "to_pylist"):
        rows = table.to_pylist()
    elif hasattr(table, "to_dicts"):
        rows = table.to_dicts()
    else:
        rows = table.to_dict(orient="records")
    return [
        tuple(None if row[name] != row[name] else row[name] for name in ADDED)
        for row in rows
    ]


@pytest.mark.parametrize("frame", [_pandas, _polars, _polars_lazy, _arrow])
def test_frames_are_linked_as_rows_are(
    frame: Callable[[], Any], expected: list[tuple[Any, ...]]
) -> None:
    """A frame comes back as one of its kind, with four columns more."""
    pytest.importorskip("narwhals")
    given = frame()
    linked = kcinema.link(given)

    assert type(linked) is type(given)
    assert _rows(linked) == expected


def test_a_relation_of_duckdb_is_linked_where_it_is(
    expected: list[tuple[Any, ...]],
) -> None:
    """The result is a relation of the same connection, to go on with in SQL."""
    given = _duckdb()
    linked = kcinema.link(given)

    assert sorted(_rows(linked), key=str) == sorted(expected, key=str)
    assert linked.columns == [*COLUMNS, *ADDED]
    assert linked.filter("kcinema_verdict = 'sure'").shape[0] == 4


def test_the_index_and_the_other_columns_of_a_frame_stay() -> None:
    """Linking adds columns, and changes nothing."""
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("narwhals")
    given = _pandas()
    linked = kcinema.link(given)

    pandas.testing.assert_frame_equal(linked[[*COLUMNS]], given)
    assert [*given.columns] == [*COLUMNS]


def test_a_lazy_frame_stays_lazy_and_streams_in_batches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is linked before the result is asked for."""
    polars = pytest.importorskip("polars")
    from kcinema._linking import table

    calls = []
    added = table.added

    def counted(*given: Any) -> Any:
        calls.append(given)
        return added(*given)

    monkeypatch.setattr(table, "added", counted)
    linked = kcinema.link(_polars_lazy())

    assert [len(given[2]("Title")) for given in calls] == [0]  # for the types
    assert linked.select(polars.len()).collect().item() == SIZE
    assert linked.collect_schema()["kcinema_score"] == polars.Float64
    assert linked.filter(polars.col("kcinema_id") == "parasite-2019").collect().height


def test_a_frame_without_rows_gets_its_columns() -> None:
    """An empty frame has the types of a full one."""
    polars = pytest.importorskip("polars")
    pytest.importorskip("narwhals")
    empty = kcinema.link(_polars().clear())

    assert empty.schema == kcinema.link(_polars()).schema
    assert isinstance(empty, polars.DataFrame)


def test_a_frame_with_such_columns_is_refused() -> None:
    """A frame that was linked before is not linked over."""
    pytest.importorskip("narwhals")
    linked = kcinema.link(_polars())

    with pytest.raises(InvalidQueryError, match="'kcinema_id' already"):
        kcinema.link(linked)


def test_what_is_no_frame_is_refused() -> None:
    """Something with columns that narwhals does not know is named by its type."""
    pytest.importorskip("narwhals")

    class Strange:
        columns = ("title",)

    with pytest.raises(InvalidQueryError, match="not Strange"):
        kcinema.link(Strange())


def test_a_frame_needs_narwhals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its absence is said with the line that installs it."""
    polars = pytest.importorskip("polars")
    monkeypatch.setitem(sys.modules, "narwhals", None)

    with pytest.raises(MissingPackageError, match=r"kcinema\[link\]"):
        kcinema.link(polars.DataFrame({"title": ["x"]}))


# Spark --------------------------------------------------------------------------------


def test_a_batch_of_spark_is_linked_as_rows_are(
    expected: list[tuple[Any, ...]],
) -> None:
    """What a worker does, done here: pickled, and on Arrow's batches."""
    arrow = pytest.importorskip("pyarrow")
    from kcinema._linking.columns import chosen

    work = _Batches(kcinema.catalogue(), chosen({}, [*COLUMNS]))
    sent = pickle.loads(pickle.dumps(work))
    (batch,) = sent(iter(_arrow().to_batches()))

    assert _rows(arrow.Table.from_batches([batch])) == expected
    assert len(pickle.dumps(work)) < 1000  # the packaged catalogue is not sent


@pytest.mark.filterwarnings("ignore")
def test_spark_links_as_rows_are_linked(
    spark: Any, expected: list[tuple[Any, ...]]
) -> None:
    """A frame of Spark is linked on its workers, with the same answers."""
    rows = [tuple(cells[at] for cells in COLUMNS.values()) for at in range(SIZE)]
    frame = spark.createDataFrame(
        rows, "Title string, Year int, Director string, tmdbId int"
    )
    linked = kcinema.link(frame)
    found = [tuple(row[name] for name in ADDED) for row in linked.collect()]

    assert sorted(found, key=str) == sorted(expected, key=str)
    assert linked.columns == [*COLUMNS, *ADDED]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.usefixtures("spark")
def test_the_page_on_spark_runs() -> None:
    """Each step of the page does what it says, in the session that is active."""
    page = Path(__file__).parents[2] / "docs/spark.md"
    code = re.findall(r"(?ms)^```python\n(.*?)^```$", page.read_text("utf-8"))
    assert len(code) == 5

    exec(compile("\n".join(code), page.name, "exec"), {})  # noqa: S102  # our page
