"""Records as plain values: what goes out comes back, and nothing else comes in."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

import kcinema
from kcinema import Catalogue, CatalogueError, Collection, Director, Film, FilmList

PLAIN: dict[str, Any] = {
    "id": "a-film-1999",
    "title": "A Film",
    "title_ko": "영화",
    "year": 1999,
}


def _with(**values: Any) -> dict[str, Any]:
    return PLAIN | values


def test_plain_values_are_what_json_has(catalogue: Catalogue) -> None:
    """A record's values go through any JSON parser and come back the same."""
    for kind in ("films", "directors", "collections"):
        for record in catalogue._records(kind):
            values = record.to_dict()
            assert json.loads(json.dumps(values)) == values


def test_plain_values_are_the_callers_own() -> None:
    """Changing what was returned changes no record."""
    film = kcinema.film("parasite-2019")
    film.to_dict()["awards"].clear()

    assert film.to_dict()["awards"]
    assert FilmList([film]).to_dicts() == [film.to_dict()]


def test_what_may_be_empty_may_be_left_out() -> None:
    """A film needs four values; the rest has its defaults."""
    film = Film.from_dict(PLAIN)

    assert film == Film(id="a-film-1999", title="A Film", title_ko="영화", year=1999)
    assert Film.from_dict(_with(release_date="1999-05-04")).release_date == dt.date(
        1999, 5, 4
    )


@pytest.mark.parametrize(
    ("values", "path", "expected", "found"),
    [
        ({"id": "a-film-1999"}, "title", "a value", "none"),
        (_with(titel="A"), "$", "only known keys (perhaps 'title')", "the key 'titel'"),
        (_with(year="1999"), "year", "a whole number", '"1999"'),
        (_with(year=12), "year", "a year from 1888 to 2200", "12"),
        (_with(title=None), "title", "a text", "null"),
        (
            _with(id="BAD ID"),
            "id",
            "an id of a-z, 0-9 and single hyphens",
            '"BAD ID"',
        ),
        (_with(genres="drama"), "genres", "a list", '"drama"'),
        (
            _with(genres=["drama", "horor"]),
            "genres[1]",
            "a word of Genre (perhaps 'horror')",
            '"horor"',
        ),
        (
            _with(release_date="1999"),
            "release_date",
            "a date of the form YYYY-MM-DD",
            '"1999"',
        ),
        (_with(ids=[]), "ids", "an object", "a list"),
        (_with(cast=[{"role": 3}]), "cast[0].role", "a text", "3"),
        (
            _with(disputed=[{"field": "year", "value": 1.5, "url": "https://e.org"}]),
            "disputed[0].value",
            "a text",
            "1.5",
        ),
        (
            _with(year={1999}),
            "year",
            "a whole number",
            "an object of the type set",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_wrong_value_is_named_with_its_place(
    values: dict[str, Any], path: str, expected: str, found: str
) -> None:
    """The first value that a field does not take is reported, and nothing else."""
    with pytest.raises(CatalogueError) as caught:
        Film.from_dict(values)

    (problem,) = caught.value.problems
    id_ = values.get("id")
    assert problem == kcinema.Problem(path, id_, expected, found)


@pytest.mark.parametrize("values", [None, "parasite-2019", [PLAIN], 3])
def test_what_is_no_dict_is_no_record(values: Any) -> None:
    """Anything else than a mapping is one clear error."""
    with pytest.raises(CatalogueError, match="expected an object"):
        Film.from_dict(values)


def test_dates_of_all_kinds_are_read() -> None:
    """Dates known to the year or the day come back as they were."""
    values = {"id": "kim-one", "name": "Kim One", "born": "1950", "died": "2001-02-03"}
    director = Director.from_dict(values)

    assert (str(director.born), str(director.died)) == ("1950", "2001-02-03")
    with pytest.raises(CatalogueError, match="born"):
        Director.from_dict(values | {"born": "1950-13"})


def test_a_collection_is_read_with_its_entries() -> None:
    """Entries and their evidence are records inside a record."""
    gems = kcinema.cult_classics()

    assert Collection.from_dict(gems.to_dict()) == gems


def test_an_attribute_that_is_none_is_none_of_a_packaged_record_either() -> None:
    """Decoding on demand makes up no attributes."""
    film = kcinema.film("parasite-2019")

    with pytest.raises(AttributeError, match="'Film' object has no attribute 'titel'"):
        _ = film.titel  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="no attribute 'titel'"):
        _ = Film.from_dict(PLAIN).titel  # type: ignore[attr-defined]
