"""Films as tables: nothing is lost, in whichever package or file they are."""

from __future__ import annotations

import io
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import joined
import kcinema
from kcinema import Catalogue, Collection, Director, Film, FilmList, frames
from kcinema.exchange import layout
from kcinema.exchange.tables import COLLECTIONS, DIRECTORS, FILMS, TABLES
from readable import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from joined import Row, Tables

# Texts that some reader or writer might take for something else.
HOSTILE = (
    "'; DROP TABLE films; --",
    '"quoted", with; commas',
    "back\\slash \\n \\u0041",
    "=cmd()",
    "NULL",
    "None",
    "NaN",
    "<NA>",
    "null",
    "true",
    "2003",
    "1e5",
    "-",
    "%s {0} ? :name",
    "<b>&amp;</b>",
    "영화 한글 漢字",
    "🎬 emoji",
    "مرحبا",
    "zero\u200bwidth",
    "X" * 10_000,
)


@pytest.fixture(name="hostile", scope="module")
def _hostile() -> Catalogue:
    """A catalogue whose texts and numbers are hard to keep as they are."""
    numbers = [2003, "2003", 2**63 - 1, 0]
    disputed = [{"field": "year", "value": v, "url": "https://e.org"} for v in numbers]
    return Catalogue(
        version="'hostile'",
        films=[
            Film(
                id=f"film-{place}",
                title=text,
                title_ko=text,
                year=2200 if place % 2 else 1888,
                aliases=[text, "NA"],
                note=text if place % 2 else None,
                release_date="1888-01-02" if place % 3 else "9999-12-31",
                admissions={"count": 10**10, "scope": "seoul", "as_of": "1999"},
                directors=["one"],
                cast=[{"role": text}, {"name": text}, {}],
                disputed=disputed,
                sources=[{"url": "https://e.org", "supports": [], "seen": "2026"}],
                based_on=[{"kind": "film", "title": text, "film": "film-0"}],
            )
            for place, text in enumerate(HOSTILE)
        ],
        directors=[
            Director(id="one", name="NULL", born="1900-02", debut={"year": 1950})
        ],
        collections=[
            Collection(
                id="all",
                title="NaN",
                entries=[
                    {
                        "film": f"film-{place}",
                        "reason": text,
                        "evidence": [{"name": text, "url": "https://e.org"}],
                    }
                    for place, text in enumerate(HOSTILE)
                ],
            ),
            Collection(id="both", title="Both", sections=["all"]),
        ],
    )


# Each with the reader of its own package, none of which is ours.


def _rows(catalogue: Catalogue) -> Tables:
    part = layout.Part(
        catalogue.films(), catalogue.directors(), catalogue.collections()
    )
    return {
        name: [
            dict(zip([c.name for c in TABLES[name].flat()], row, strict=True))
            for row in rows
        ]
        for name, rows in layout.rows(part).items()
    }


def _sqlite(catalogue: Catalogue) -> Tables:
    with closing(opened(catalogue.films().export("sqlite").data)) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        database.row_factory = sqlite3.Row
        return {
            name: [*map(dict, database.execute(f'SELECT * FROM "{name}"'))]  # noqa: S608  # our own names
            for name in TABLES
        }


def _arrow(catalogue: Catalogue) -> Tables:
    pytest.importorskip("pyarrow")
    tables = frames.tables(catalogue)
    return {name: table.to_pylist() for name, table in tables.items()}


def _pandas(catalogue: Catalogue) -> Tables:
    pandas: Any = pytest.importorskip("pandas")
    tables = frames.tables(catalogue, backend="pandas")

    def row(values: dict[str, Any]) -> Row:
        known = {name: not pandas.isna(value) for name, value in values.items()}
        return {name: v if known[name] else None for name, v in values.items()}

    return {
        name: [*map(row, table.to_dict("records"))] for name, table in tables.items()
    }


def _polars(catalogue: Catalogue) -> Tables:
    pytest.importorskip("polars")
    tables = frames.tables(catalogue, backend="polars")
    return {name: table.to_dicts() for name, table in tables.items()}


def _duckdb(catalogue: Catalogue) -> Tables:
    pytest.importorskip("pyarrow")
    duckdb: Any = pytest.importorskip("duckdb")
    found: dict[str, list[Row]] = {}
    for name, table in frames.tables(catalogue).items():
        relation = duckdb.from_arrow(table)
        rows = relation.fetchall()
        found[name] = [dict(zip(relation.columns, row, strict=True)) for row in rows]
    return found


READERS: dict[str, Callable[[Catalogue], Tables]] = {
    "rows": _rows,
    "sqlite": _sqlite,
    "arrow": _arrow,
    "pandas": _pandas,
    "polars": _polars,
    "duckdb": _duckdb,
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("which", ["packaged", "hostile"])
def test_tables_joined_again_are_the_catalogue(
    reader: str, which: str, catalogue: Catalogue, hostile: Catalogue
) -> None:
    """Every record comes back whole, with no field lost and none made up."""
    whole = {"packaged": catalogue, "hostile": hostile}[which]
    tables = READERS[reader](whole)

    assert joined.films(tables) == whole.films().to_dicts()
    assert joined.directors(tables) == [one.to_dict() for one in whole.directors()]
    assert joined.collections(tables) == [one.to_dict() for one in whole.collections()]


def _films_of_parquet(data: bytes) -> dict[str, Callable[[], list[dict[str, Any]]]]:
    def pyarrow() -> list[dict[str, Any]]:
        parquet: Any = pytest.importorskip("pyarrow.parquet")
        rows: list[dict[str, Any]] = parquet.read_table(io.BytesIO(data)).to_pylist()
        return rows

    def polars() -> list[dict[str, Any]]:
        read: Any = pytest.importorskip("polars").read_parquet
        rows: list[dict[str, Any]] = read(io.BytesIO(data)).to_dicts()
        return rows

    return {"pyarrow": pyarrow, "polars": polars}


PLAIN = {"id": "a-film-1999", "title": "A Film", "title_ko": "영화", "year": 1999}


@pytest.mark.parametrize("reader", ["pyarrow", "polars"])
@pytest.mark.parametrize("which", ["packaged", "hostile"])
def test_a_row_of_parquet_is_a_whole_film(
    reader: str, which: str, catalogue: Catalogue, hostile: Catalogue
) -> None:
    """One file and one row a film hold all that a film is."""
    pytest.importorskip("pyarrow")
    films = {"packaged": catalogue, "hostile": hostile}[which].films()
    rows = _films_of_parquet(films.export("parquet").data)[reader]()

    assert [*map(joined.film, rows)] == films.to_dicts()


def test_duckdb_and_pandas_read_parquet(tmp_path: Any) -> None:
    """Questions are asked of the file as it lies there."""
    pytest.importorskip("pyarrow")
    path = tmp_path / "films.parquet"
    films = kcinema.films()
    films.export("parquet", path)
    horror = kcinema.films(genre="horror")

    pandas: Any = pytest.importorskip("pandas")
    frame = pandas.read_parquet(path)
    assert [*frame["id"]] == [film.id for film in films]
    assert frame["genres"].map(lambda genres: "horror" in genres).sum() == len(horror)

    duckdb: Any = pytest.importorskip("duckdb")
    relation = duckdb.read_parquet(str(path)).filter("list_contains(genres, 'horror')")
    found = relation.order("id").select("id").fetchall()
    assert found == [(film.id,) for film in horror.sorted_by("id")]


# Columns ------------------------------------------------------------------------------


@pytest.mark.parametrize("table", [FILMS, DIRECTORS, COLLECTIONS], ids=lambda t: t.name)
def test_every_field_has_a_column(table: Any) -> None:
    """A field that is added to a record is added to its table, in the same order."""
    fields = [field.name for field in attrs.fields(table.cls) if field.init]
    held = [column.path.partition(".")[0] for column in table.columns]

    assert [*dict.fromkeys(held)] == fields, "its columns are in exchange/tables.py"


def test_every_part_of_a_value_has_a_column() -> None:
    """Likewise for the fields of prizes, credits and the like."""
    for table in TABLES.values():
        if attrs.has(table.cls):
            fields = {field.name for field in attrs.fields(table.cls)}
            held = {column.path.partition(".")[0] for column in table.columns}
            assert held == fields, (
                f"{table.name}: its columns are in exchange/tables.py"
            )


def test_parts_that_are_columns_are_whole() -> None:
    """All of admissions, of external ids and of a debut is there."""
    whole = {"admissions": kcinema.Admissions, "ids": kcinema.FilmIds}
    others = {"debut": kcinema.Debut, "ids": kcinema.DirectorIds}
    for table, parts in ((FILMS, whole), (DIRECTORS, others)):
        for name, cls in parts.items():
            fields = {f"{name}.{field.name}" for field in attrs.fields(cls)}
            assert fields <= {column.path for column in table.columns}


BACKENDS = {"arrow": "pyarrow", "pandas": "pandas", "polars": "polars"}


def _types(frame: Any) -> dict[str, Any]:
    """Return the type of each column."""
    if hasattr(frame, "dtypes") and hasattr(frame, "index"):
        return {str(name): dtype for name, dtype in frame.dtypes.items()}
    if hasattr(frame.schema, "types"):
        return dict(zip(frame.schema.names, frame.schema.types, strict=True))
    return dict(frame.schema)


@pytest.mark.parametrize("backend", BACKENDS)
def test_tables_without_rows_have_their_columns_and_types(backend: Any) -> None:
    """What follows in a program does not break on a list that happens to be empty."""
    pytest.importorskip(BACKENDS[backend])
    films, none = kcinema.films(), kcinema.films(year=1900)
    full, empty = (getattr(part, f"to_{backend}")() for part in (films, none))

    assert len(empty) == 0
    assert [*_types(full)] == [column.name for column in layout.FILM_COLUMNS]
    assert _types(full) == _types(empty)

    tables = frames.tables(backend=backend)
    for name, table in frames.tables(none, backend=backend).items():
        assert len(table) == 0
        assert _types(table) == _types(tables[name])


def _some_types(backend: Any) -> dict[str, str]:
    films = kcinema.films(year=2003)
    shown = _types(getattr(films, f"to_{backend}")())
    names = ("title", "year", "release_date", "rating", "admissions", "genres", "cast")
    return {name: str(shown[name]) for name in names}


def test_arrow_types_are_as_they_should_be() -> None:
    """Small numbers are small, days are days, words are a dictionary's, lists lists."""
    pytest.importorskip("pyarrow")

    assert _some_types("arrow") == {
        "title": "string",
        "year": "int16",
        "release_date": "date32[day]",
        "rating": "dictionary<values=string, indices=int32, ordered=1>",
        "admissions": "int64",
        "genres": "list<item: string>",
        "cast": (
            "list<item: struct"
            "<name: string, name_ko: string, role: string, source: string>>"
        ),
    }


def test_pandas_types_are_as_they_should_be() -> None:
    """What is unknown makes no float of a number."""
    pytest.importorskip("pandas")

    assert _some_types("pandas") == {
        "title": "string",
        "year": "Int16",
        "release_date": "datetime64[s]",
        "rating": "category",
        "admissions": "Int64",
        "genres": "object",
        "cast": "object",
    }
    frame = kcinema.films().to_pandas()
    assert frame["rating"].max() == "19"
    assert frame["release_date"].dt.year.max() >= 2022


def test_polars_types_are_as_they_should_be() -> None:
    """Words are of an Enum of the whole vocabulary."""
    pytest.importorskip("polars")

    assert _some_types("polars") == {
        "title": "String",
        "year": "Int16",
        "release_date": "Date",
        "rating": "Enum(categories=['ALL', '12', '15', '19'])",
        "admissions": "Int64",
        "genres": "List(String)",
        "cast": (
            "List(Struct({'name': String, 'name_ko': String, 'role': String, "
            "'source': String}))"
        ),
    }


def test_directors_are_named_where_they_are_known() -> None:
    """A film in no catalogue has the ids of its directors, and no names."""
    names = [column.name for column in layout.FILM_COLUMNS]

    def values(film: Film) -> dict[str, Any]:
        columns = layout.film_columns([film])
        return {name: found[0] for name, found in zip(names, columns, strict=True)}

    film = kcinema.film("memento-mori-1999")
    alone = Film.from_dict(film.to_dict())

    assert values(film)["directors"] == ["Kim Tae-yong", "Min Kyu-dong"]
    assert values(alone)["directors"] is None
    assert values(alone)["director_ids"] == values(film)["director_ids"]


# Parts of a catalogue -----------------------------------------------------------------


def test_the_part_of_all_films_is_the_catalogue(catalogue: Catalogue) -> None:
    """A list of all films brings all directors and collections with it."""
    part = layout.part_of(catalogue.films())

    assert part.films == catalogue.films()
    assert (*part.directors,) == catalogue.directors()
    assert (*part.collections,) == catalogue.collections()


def test_a_list_is_the_part_of_its_films(small: Catalogue) -> None:
    """Directors and collections are there as far as they have to do with its films."""
    first = small.film("first-film-1990")
    part = layout.part_of([first, first])

    assert part.films == (first,)
    assert [director.id for director in part.directors] == ["kim-one"]
    assert [one.id for one in part.collections] == ["b-list", "both"]
    assert [one.section_ids for one in part.collections] == [(), ("b-list",)]
    assert [entry.film for entry in part.collections[0].entries] == [first.id]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_collection_is_a_list_of_films_too(backend: Any) -> None:
    """Lists and collections give tables as catalogues do."""
    pytest.importorskip(BACKENDS[backend])
    gems = kcinema.cult_classics()
    tables = frames.tables(gems, backend=backend)

    assert len(tables["films"]) == len(gems)
    assert len(getattr(gems, f"to_{backend}")()) == len(gems)


def test_films_that_do_not_fit_together_are_named(small: Catalogue) -> None:
    """Two films of one id, or a film without its director, are no part of anything."""
    first = small.film("first-film-1990")
    other = Film(id=first.id, title="Another", title_ko="다른 영화", year=1991)
    alone = Film(id="b-1990", title="B", title_ko="나", year=1990, directors=["who"])

    with pytest.raises(kcinema.CatalogueError, match="expected an id used once"):
        FilmList([first, other]).export("sqlite")
    with pytest.raises(kcinema.CatalogueError, match="found 'who'"):
        FilmList([alone]).export("sqlite")
    FilmList([other]).export("sqlite")


def test_an_earlier_film_may_be_outside_the_list() -> None:
    """The id of a film that is remade is kept, whether or not that film is there."""
    later = next(
        film for film in kcinema.films() for basis in film.based_on if basis.film
    )
    rows = layout.rows(layout.part_of([later]))

    assert later.based_on[0].film in rows["based_on"][0]


def test_a_number_beyond_64_bits_is_text() -> None:
    """No column holds it; its digits are kept."""
    film = Film.from_dict(
        PLAIN
        | {"disputed": [{"field": "year", "value": 10**30, "url": "https://e.org"}]}
    )
    (row,) = layout.rows(layout.part_of([film]))["disputed"]

    assert row == (film.id, 1, "year", str(10**30), None, "https://e.org")


# Asking -------------------------------------------------------------------------------


@pytest.fixture(name="database", scope="module")
def _database() -> Iterator[sqlite3.Connection]:
    """The packaged catalogue as a database."""
    with closing(opened(kcinema.films().export("sqlite").data)) as database:
        yield database


@pytest.mark.parametrize(
    ("asked", "kind", "id_"),
    [
        ("괴물", "film", "the-host-2006"),
        ("올드*", "film", "oldboy-2003"),
        ('"bong joon ho"', "director", "bong-joon-ho"),
        ("이창동", "director", "lee-chang-dong"),
        ("송강호", "film", "parasite-2019"),
        ("sansulnabi OR gisaengchung", "film", "parasite-2019"),
        ("cult classics", "collection", "cult-classics"),
    ],
)
def test_words_are_found(
    asked: str, kind: str, id_: str, database: sqlite3.Connection
) -> None:
    """Titles and names of all kinds, words of two letters among them."""
    found = database.execute("SELECT kind, id FROM search(?)", (asked,)).fetchall()

    assert (kind, id_) in found


def test_the_view_has_the_films_of_every_collection(
    database: sqlite3.Connection, catalogue: Catalogue
) -> None:
    """A collection of sections has the films of its sections, each once."""
    found = database.execute("SELECT * FROM collection_films").fetchall()

    assert sorted(found) == sorted(
        (one.id, film.id) for one in catalogue.collections() for film in one
    )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE films SET year = 1800",
        "UPDATE films SET title = NULL",
        "UPDATE films SET title = ''",
        "UPDATE films SET rating = '18'",
        "UPDATE films SET release_date = '2003-02-30'",
        "UPDATE genres SET genre = 'horor'",
        "UPDATE genres SET film = 'nobody-1999'",
        "UPDATE genres SET place = 0",
        "UPDATE film_directors SET director = 'nobody'",
        "UPDATE films SET imdb = 'tt0000001'",
        "DELETE FROM films",
    ],
)
def test_the_database_refuses_what_cannot_be(statement: str, small: Catalogue) -> None:
    """The rules of the data hold for whoever changes it."""
    with closing(opened(small.films().export("sqlite").data)) as database:
        database.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError), database:
            database.execute(statement)


def test_files_say_where_they_are_from(small: Catalogue) -> None:
    """The version of the data and the licence are in both kinds of file."""
    about = layout.about(small.films())
    with closing(opened(small.films().export("sqlite").data)) as database:
        assert dict(database.execute("SELECT * FROM about")) == about
    assert about["data_version"] == "small"
    assert layout.about([Film.from_dict(PLAIN)])["data_version"] == ""

    parquet: Any = pytest.importorskip("pyarrow.parquet")
    file = io.BytesIO(small.films().export("parquet").data)
    metadata = parquet.read_schema(file).metadata
    assert {key.decode(): value.decode() for key, value in metadata.items()} == about


# Mistakes -----------------------------------------------------------------------------


def test_a_backend_that_does_not_exist_is_told() -> None:
    """The nearest one is named."""
    with pytest.raises(kcinema.InvalidQueryError, match="Did you mean 'pandas'"):
        frames.tables(backend="panda")  # type: ignore[call-overload]


def test_what_is_no_catalogue_has_no_tables() -> None:
    """A film, say, or its id."""
    with pytest.raises(kcinema.InvalidQueryError, match="a catalogue or a list"):
        frames.tables("parasite-2019", backend="pandas")  # type: ignore[call-overload]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_missing_package_is_named_with_the_command(
    backend: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What to install is said, whichever method was called."""
    package = BACKENDS[backend]
    monkeypatch.setitem(__import__("sys").modules, package, None)

    for call in (
        getattr(kcinema.films(year=1934), f"to_{backend}"),
        lambda: frames.tables(backend=backend),
    ):
        with pytest.raises(kcinema.MissingPackageError, match=package) as caught:
            call()
        assert f'pip install "kcinema[{backend}]"' in str(caught.value)
