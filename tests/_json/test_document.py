"""Files: what is read, what is refused, and that nothing is lost on the way."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

import kcinema
from kcinema import Catalogue, CatalogueError
from kcinema._json import document
from kcinema._json.syntax import Parsed

MALFORMED = Path(__file__).parent / "malformed"

# For each file: the place and the record of every problem in it, in its order.
EXPECTED: dict[str, list[tuple[str, str | None, str]]] = {
    "a-list-not-an-object": [("$", None, "a list")],
    "broken-json": [("$", None, '"}", which is no value or key here, at column 12')],
    "collection-of-strangers": [
        ("collections[0].entries[1].film", "a-list", "'third-film-2000'"),
        ("collections[0].entries[2].film", "a-list", "'first-film-1990' again"),
    ],
    "control-characters": [
        ("films[0].title", "first-film-1990", '"First\\nFilm"'),
        ("films[0].logline", "first-film-1990", '" padded "'),
    ],
    "decomposed-hangul": [
        ("films[0].title_ko", "first-film-1990", '"\\u110e\\u1165\\u11ba"')
    ],
    "empty-file": [
        (
            "$",
            None,
            "the end of the file, too early: it is empty or cut off, at column 1",
        )
    ],
    "every-kind-of-record": [
        ("films[0].year", "first-film-1990", "null"),
        ("directors[0].name", "kim-one", "5"),
        ("collections[0].kind", "a-list", '"list"'),
    ],
    "film-is-a-text": [("films[2]", None, '"third-film-2000"')],
    "films-are-an-object": [("films", None, "an object")],
    "float-runtime": [("films[0].runtime", "first-film-1990", "120.0")],
    "impossible-dates": [
        ("films[0].release_date", "first-film-1990", '"1990-02-30"'),
        ("directors[0].born", "kim-one", '"1960-13"'),
    ],
    "lone-surrogate": [("films[0].title", "first-film-1990", '"First \\ud800 Film"')],
    "loose-date": [("films[0].release_date", "first-film-1990", '"19900230"')],
    "malformed-ids": [
        ("films[0].ids.imdb", "first-film-1990", '"364569"'),
        ("films[0].ids.tmdb", "first-film-1990", "0"),
        ("films[0].ids.kmdb", "first-film-1990", '"05928"'),
        ("films[0].ids.wikidata", "first-film-1990", '"q5"'),
        ("films[1].id", "Second Film", '"Second Film"'),
    ],
    "missing-keys": [
        ("films[0].title_ko", "first-film-1990", "none"),
        ("collections[0].entries[0].reason", "a-list", "none"),
    ],
    "missing-parts": [("$", None, "none")] * 4,
    "nested-too-deeply": [("$", None, "a document nested deeper")],
    "newer-schema": [("schema", None, "2")],
    "nobody-directed-it": [
        ("films[0].directors[0]", "first-film-1990", "'kim-two'"),
        ("films[1].based_on[0].film", "second-film-1995", "'zeroth-film-1980'"),
    ],
    "not-a-number": [("films[0].runtime", "first-film-1990", "NaN, which is not JSON")],
    "not-utf-8": [("$", None, "the byte 0xff at offset 26")],
    "out-of-range": [
        ("films[0].year", "first-film-1990", "90"),
        ("films[0].runtime", "first-film-1990", "0"),
        ("films[0].admissions.count", "first-film-1990", "-1"),
    ],
    "repeated-ids": [
        (
            "films[1].id",
            "first-film-1990",
            "'first-film-1990', which is films[0].id too",
        ),
        (
            "directors[0].former_ids[0]",
            "kim-one",
            "'kim-one', which is directors[0].id too",
        ),
    ],
    "repeated-keys": [
        ("films[0]", "first-film-1990", "the key 'year' twice"),
        ("directors[0]", "kim-one", "the key 'name' twice"),
    ],
    "sections-and-entries": [
        (
            "collections[1]",
            "b-list",
            "both: a collection made of sections has the films of its sections",
        ),
        ("collections[1].sections[1]", "b-list", "'c-list'"),
    ],
    "sections-in-a-circle": [
        ("collections[1].sections", "b-list", "'b-list' below itself"),
        ("collections[2].sections", "c-list", "'c-list' below itself"),
    ],
    "shared-external-id": [
        (
            "films[1].ids.imdb",
            "second-film-1995",
            "'tt0000001', which 'first-film-1990' has too",
        )
    ],
    "unknown-keys": [
        ("films[0]", "first-film-1990", "the key 'runtme'"),
        ("films[0].cast[0]", "first-film-1990", "the key 'rol'"),
    ],
    "unknown-part": [("$", None, "the key 'film'")],
    "unknown-words": [
        ("films[0].genres[0]", "first-film-1990", '"thriler"'),
        ("films[0].rating", "first-film-1990", '"18"'),
        ("films[0].themes[0]", "first-film-1990", "5"),
    ],
    "version-is-a-number": [("version", None, "1")],
    "wrong-types": [
        ("films[0].title", "first-film-1990", "null"),
        ("films[0].year", "first-film-1990", '"1990"'),
        ("films[0].runtime", "first-film-1990", "true"),
        ("films[0].aliases", "first-film-1990", '"Film"'),
    ],
}


def test_every_malformed_file_has_its_expectation() -> None:
    """A fixture that nobody looks at cannot go unnoticed."""
    assert sorted(EXPECTED) == sorted(path.stem for path in MALFORMED.glob("*.json"))


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_malformed_file_is_one_error_with_every_problem(name: str) -> None:
    """One CatalogueError names each problem's place, record and finding."""
    path = MALFORMED / f"{name}.json"

    with pytest.raises(CatalogueError) as caught:
        kcinema.load(path)

    error = caught.value
    found = [(problem.path, problem.id, problem.found) for problem in error.problems]
    assert found == EXPECTED[name]
    assert error.source == str(path)
    for problem in error.problems:
        assert problem.expected
        assert str(problem) in str(error)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("unknown-words", "a word of Genre (perhaps 'thriller')"),
        ("unknown-keys", "only known keys (perhaps 'runtime')"),
        ("unknown-part", "only known keys (perhaps 'films')"),
        ("malformed-ids", "an IMDb id such as 'tt0364569'"),
    ],
)
def test_a_problem_names_what_was_meant(name: str, hint: str) -> None:
    """What was expected helps to mend it."""
    with pytest.raises(CatalogueError) as caught:
        kcinema.load(MALFORMED / f"{name}.json")

    assert hint in [problem.expected for problem in caught.value.problems]


def test_a_long_value_is_shown_shortened() -> None:
    """A message stays readable whatever stood in the file."""
    parsed = {"schema": 1, "version": "1", "films": "x" * 500} | {
        "directors": [],
        "collections": [],
    }

    with pytest.raises(CatalogueError) as caught:
        document.structured(Parsed(parsed))

    assert len(caught.value.problems[0].found) < 100


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    """No file is not a broken catalogue."""
    with pytest.raises(FileNotFoundError):
        kcinema.load(tmp_path / "nothing.json")


def test_the_packaged_catalogue_survives_a_round_trip(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    """Saving and loading gives the same catalogue, and saving again the same bytes."""
    catalogue.save(tmp_path / "once.json")
    loaded = kcinema.load(tmp_path / "once.json")
    loaded.save(tmp_path / "twice.json")

    assert loaded == catalogue
    assert loaded.data_version() == catalogue.data_version()
    assert (tmp_path / "once.json").read_bytes() == (
        tmp_path / "twice.json"
    ).read_bytes()


def test_a_minimal_catalogue_needs_little(tmp_path: Path) -> None:
    """Fields that may be empty may be left out of a file."""
    path = tmp_path / "mine.json"
    film = {"id": "a-1990", "title": "A", "title_ko": "가", "year": 1990}
    head = {"schema": 1, "version": "1", "directors": [], "collections": []}
    path.write_text(json.dumps(head | {"films": [film]}), encoding="utf-8")

    assert kcinema.load(path).film("a-1990").awards == ()


def test_saving_replaces_the_file_whole(small: Catalogue, tmp_path: Path) -> None:
    """An older file gives way, and no draft stays behind."""
    path = tmp_path / "mine.json"
    path.write_text("old", encoding="utf-8")

    small.save(path)

    assert kcinema.load(path) == small
    assert list(tmp_path.iterdir()) == [path]


def test_saving_follows_a_link(small: Catalogue, tmp_path: Path) -> None:
    """A link stays a link, and the file it leads to is written."""
    target, link = tmp_path / "target.json", tmp_path / "link.json"
    link.symlink_to(target)

    small.save(link)

    assert link.is_symlink()
    assert kcinema.load(target) == small


def test_a_failed_save_leaves_the_old_file(small: Catalogue, tmp_path: Path) -> None:
    """Where writing fails, what was there is still there, and nothing else."""
    folder = tmp_path / "mine.json"
    folder.mkdir()

    with pytest.raises(OSError, match="mine"):
        small.save(folder)

    assert list(tmp_path.iterdir()) == [folder]


def test_an_error_names_the_file_that_was_to_be_written(
    small: Catalogue, tmp_path: Path
) -> None:
    """Not the draft that is written first."""
    path = tmp_path / "nowhere" / "mine.json"

    with pytest.raises(OSError, match="nowhere") as raised:
        small.save(path)

    assert raised.value.filename == str(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_written_to_and_stays_one(small: Catalogue, tmp_path: Path) -> None:
    """What is no file cannot be replaced by one."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    found: list[str] = []
    reader = threading.Thread(target=lambda: found.append(pipe.read_text("utf-8")))
    reader.start()

    small.save(pipe)
    reader.join()

    assert pipe.is_fifo()
    assert found == [small._text()]


# Laws ---------------------------------------------------------------------------------

_texts = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1
).map(lambda text: __import__("unicodedata").normalize("NFC", text))
_films = st.builds(
    kcinema.Film,
    id=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
    title=_texts,
    title_ko=_texts,
    aliases=st.lists(_texts, max_size=3).map(tuple),
    year=st.integers(1888, 2200),
    release_date=st.none() | st.dates(),
    runtime=st.none() | st.integers(1, 1000),
    rating=st.none() | st.sampled_from(kcinema.Rating),
    genres=st.lists(st.sampled_from(kcinema.Genre), max_size=3).map(tuple),
    themes=st.lists(st.sampled_from(kcinema.Theme), max_size=3).map(tuple),
    admissions=st.none()
    | st.builds(
        kcinema.Admissions,
        count=st.integers(0, 10**9),
        scope=st.sampled_from(kcinema.AdmissionsScope),
        as_of=st.none() | st.dates().map(lambda day: kcinema.PartialDate(day.year)),
    ),
    disputed=st.lists(
        st.builds(
            kcinema.Disputed,
            field=st.just("year"),
            value=st.integers(-(10**15), 10**15) | _texts,
            url=st.just("https://example.org/"),
        ),
        max_size=2,
    ).map(tuple),
)


@given(
    films=st.lists(_films, max_size=5, unique_by=lambda film: film.id), version=_texts
)
def test_reading_undoes_writing(films: list[kcinema.Film], version: str) -> None:
    """Whatever a catalogue holds, its document reads back as an equal one."""
    catalogue = Catalogue(films=films, version=version)

    assert Catalogue(**document.loads(catalogue._text())._asdict()) == catalogue


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "films", "title", "year", "cast", "schema", "entries"]
            ),
            inner,
            max_size=4,
        )
    ),
)


@given(films=_json, directors=_json, collections=_json)
def test_no_document_breaks_the_reader(
    films: Any, directors: Any, collections: Any
) -> None:
    """Any JSON is either a catalogue or one CatalogueError."""
    parsed = {"schema": 1, "version": "1", "films": films} | {
        "directors": directors,
        "collections": collections,
    }

    try:
        read = document.loads(json.dumps(parsed))
    except CatalogueError as error:
        assert error.problems  # noqa: PT017  # either outcome is right
    else:
        assert len(read.films) == len(films)
