"""Films as tables: one function, the same rows in every package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import joined
import kcinema
from kcinema import Catalogue, frames
from kcinema.exchange import layout

if TYPE_CHECKING:
    from collections.abc import Callable

# Spark says so of a pandas that it does not use here.
pytestmark = pytest.mark.filterwarnings("ignore:PySpark does not yet fully support")

NAMES = [column.name for column in layout.FILM_COLUMNS]


def _pandas(frame: Any) -> list[dict[str, Any]]:
    known = frame.astype("object").where(frame.notna(), None)
    known["release_date"] = [day and day.date() for day in known["release_date"]]
    rows: list[dict[str, Any]] = known.to_dict("records")
    return rows


# What reads the rows of each package, all its own.
READERS: dict[str, tuple[str, Callable[[Any], list[Any]]]] = {
    "arrow": ("pyarrow", lambda table: table.to_pylist()),
    "pyarrow": ("pyarrow", lambda table: table.to_pylist()),
    "pandas": ("pandas", _pandas),
    "polars": ("polars", lambda frame: frame.to_dicts()),
    "duckdb": (
        "duckdb",
        lambda found: [
            dict(zip(found.columns, row, strict=True)) for row in found.fetchall()
        ],
    ),
    "pyspark": (
        "pyspark",
        lambda frame: [row.asDict(recursive=True) for row in frame.collect()],
    ),
}


@pytest.fixture(name="backend", params=READERS)
def _backend(request: pytest.FixtureRequest) -> Any:
    """Each backend whose package is there; Spark with a session that is active."""
    pytest.importorskip(READERS[request.param][0])
    if request.param == "pyspark":
        request.getfixturevalue("spark")
    if request.param in ("duckdb", "pyspark"):
        pytest.importorskip("pyarrow")
    return request.param


def test_every_package_has_the_same_rows(backend: Any) -> None:
    """No value is lost, or becomes another, on the way through a package."""
    _, read = READERS[backend]
    films = kcinema.films().sample(120, seed=14)
    rows = read(frames.films(films, backend=backend))

    assert [*rows[0]] == NAMES
    assert [joined.film(row) for row in rows] == films.to_dicts()
    assert [row["directors"] for row in rows] == [
        [director.name for director in film.directors] for film in films
    ]


def test_a_table_is_of_any_films(backend: Any, small: Catalogue) -> None:
    """Of a catalogue, a list, a collection, and of no films, with all columns."""
    _, read = READERS[backend]

    def ids(films: Any) -> list[str]:
        return [row["id"] for row in read(frames.films(films, backend=backend))]

    both = [film.id for film in small.films()]
    assert ids(small) == ids(small.films()) == both
    assert ids(small.collection("a-list")) == both[1:]
    nothing = frames.films(small.films(year=1900), backend=backend)
    assert read(nothing) == []
    assert [*map(str, getattr(nothing, "columns", NAMES))] == NAMES or (
        nothing.schema.names == NAMES
    )


def test_duckdb_types_are_as_they_should_be() -> None:
    """Words are of an ENUM of the whole vocabulary, which sorts in its order."""
    pytest.importorskip("pyarrow")
    pytest.importorskip("duckdb")
    films = frames.films(backend="duckdb")
    types = dict(zip(films.columns, map(str, films.types), strict=True))

    assert types["year"] == "SMALLINT"
    assert types["release_date"] == "DATE"
    assert types["admissions"] == "BIGINT"
    assert types["rating"] == "ENUM('ALL', '12', '15', '19')"
    assert types["genres"] == "VARCHAR[]"
    assert types["honours"] == 'STRUCT(list VARCHAR, rank BIGINT, "source" VARCHAR)[]'
    assert films.max("rating").fetchall() == [("19",)]


def test_spark_types_are_as_they_should_be(spark: Any) -> None:
    """Numbers are small where they can be, days are days, lists arrays of structs."""
    types = dict(frames.films(backend="pyspark", session=spark).dtypes)

    assert types["year"] == "smallint"
    assert types["release_date"] == "date"
    assert types["admissions"] == "bigint"
    assert types["rating"] == "string"
    assert types["genres"] == "array<string>"
    assert types["honours"] == "array<struct<list:string,rank:bigint,source:string>>"


def test_a_connection_of_ones_own_has_the_relation(small: Catalogue) -> None:
    """It is joined there with what else there is."""
    pytest.importorskip("pyarrow")
    duckdb: Any = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    connection.execute("CREATE TABLE seen AS SELECT 'first-film-1990' AS id")
    films = frames.films(small, backend="duckdb", session=connection)
    films.create_view("films")
    joined_there = connection.sql("SELECT title FROM films JOIN seen USING (id)")

    assert joined_there.fetchall() == [("First Film",)]


def test_normalised_tables_are_relations_as_well(small: Catalogue) -> None:
    """All tables of a catalogue come in the package that is asked for."""
    pytest.importorskip("pyarrow")
    pytest.importorskip("duckdb")
    credits_ = frames.tables(small, backend="duckdb")["film_directors"]

    assert credits_.order("film, place").project("director").fetchall() == [
        ("kim-one",),
        ("kim-one",),
        ("lee-two",),
    ]


# Mistakes -----------------------------------------------------------------------------


@pytest.mark.parametrize(("backend", "near"), [("spark", "pyspark"), ("duck", "")])
def test_a_backend_that_does_not_exist_is_told(backend: Any, near: str) -> None:
    """The nearest one is named, or all of them."""
    with pytest.raises(kcinema.InvalidQueryError, match=near or "duckdb"):
        frames.films(backend=backend)


@pytest.mark.parametrize("backend", ["pandas", "duckdb", "pyspark"])
def test_a_session_is_one_of_the_backend(backend: Any) -> None:
    """What is none is not called."""
    with pytest.raises(kcinema.InvalidQueryError, match=f"session of {backend}"):
        frames.films(backend=backend, session="local")  # type: ignore[call-overload]


def test_what_is_no_list_of_films_has_no_table() -> None:
    """The id of a film, say."""
    with pytest.raises(kcinema.InvalidQueryError, match="not 'parasite-2019'"):
        frames.films("parasite-2019", backend="pandas")  # type: ignore[call-overload]


def test_spark_without_a_session_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes seconds and memory, so none is started unasked."""
    sql: Any = pytest.importorskip("pyspark.sql")
    errors: Any = pytest.importorskip("pyspark.errors")

    def none() -> None:
        raise errors.PySparkRuntimeError(
            errorClass="NO_ACTIVE_OR_DEFAULT_SESSION", messageParameters={}
        )

    monkeypatch.setattr(sql.SparkSession, "active", none)
    with pytest.raises(kcinema.InvalidQueryError, match="no active session"):
        frames.films(backend="pyspark")


@pytest.mark.parametrize(
    ("backend", "package"), [("duckdb", "duckdb"), ("pyspark", "pyspark")]
)
def test_a_missing_package_is_named_with_the_command(
    backend: Any, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extra is not always called as the package is."""
    monkeypatch.setitem(__import__("sys").modules, package, None)

    with pytest.raises(kcinema.MissingPackageError, match="pip install") as caught:
        frames.films(backend=backend)
    assert caught.value.package == package
