"""Records made by hand: what constructors convert, and what they refuse."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import kcinema
from kcinema import Catalogue, CatalogueError, Collection, Director, Film, PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable

NEEDED: dict[str, Any] = {"id": "a-1990", "title": "A", "title_ko": "가", "year": 1990}


class Integer:
    """An integer of another library, as NumPy's are."""

    def __init__(self, value: int) -> None:  # noqa: D107
        self.value = value

    def __index__(self) -> int:
        return self.value


def test_plain_values_make_the_record_that_they_came_from(catalogue: Catalogue) -> None:
    """What to_dict gives, the constructor takes, for every record."""
    kinds: tuple[tuple[type[Any], Any], ...] = (
        (Film, catalogue.films()),
        (Director, catalogue.directors()),
        (Collection, catalogue.collections()),
    )
    for cls, records in kinds:
        for record in records[::7]:
            assert cls(**record.to_dict()) == record
            assert attrs.evolve(record) == record


@pytest.mark.parametrize(
    ("field", "given", "held"),
    [
        ("genres", ["horror", "Science Fiction"], ("horror", "science-fiction")),
        ("genres", (kcinema.Genre.WAR,), ("war",)),
        ("genres", (genre for genre in ["war"]), ("war",)),
        ("aliases", ["B", "C"], ("B", "C")),
        ("year", Integer(1999), 1999),
        ("runtime", Integer(90), 90),
        ("rating", "15", kcinema.Rating.AGE_15),
        ("release_date", "1999-12-24", dt.date(1999, 12, 24)),
        ("release_date", dt.date(1999, 12, 24), dt.date(1999, 12, 24)),
        (
            "release_date",
            dt.datetime(1999, 12, 24, 9, tzinfo=dt.timezone.utc),
            dt.date(1999, 12, 24),
        ),
        ("directors", [Director(id="kim-one", name="Kim One")], ("kim-one",)),
        ("cast", [{"name": "Kim"}], (kcinema.Credit(name="Kim"),)),
        ("cast", [kcinema.Credit(name="Kim")], (kcinema.Credit(name="Kim"),)),
        ("ids", {"imdb": "tt0364569"}, kcinema.FilmIds(imdb="tt0364569")),
        (
            "admissions",
            {"count": 3, "scope": "seoul", "as_of": 2004},
            kcinema.Admissions(
                count=3,
                scope=kcinema.AdmissionsScope.SEOUL,
                as_of=PartialDate(2004),
            ),
        ),
        (
            "sources",
            [{"url": "https://a.kr", "supports": ["year"], "seen": "2026-11"}],
            (
                kcinema.Source(
                    url="https://a.kr", supports=("year",), seen=PartialDate(2026, 11)
                ),
            ),
        ),
    ],
)
def test_what_converts_safely_is_converted(field: str, given: Any, held: Any) -> None:
    """Lists, words, ISO dates, integers of other libraries and dicts are understood."""
    film = Film(**NEEDED | {field: given})

    name = "director_ids" if field == "directors" else field
    assert getattr(film, name) == held
    assert type(getattr(film, name)) is type(held)


def test_dates_of_every_precision_are_understood() -> None:
    """A year, a date and a text are partial dates."""
    born = [
        Director(id="a", name="A", born=given).born
        for given in (1919, "1919", dt.date(1919, 5, 2), PartialDate(1919, 5))
    ]

    assert list(map(str, filter(None, born))) == [
        "1919",
        "1919",
        "1919-05-02",
        "1919-05",
    ]


REFUSED: list[tuple[Callable[[], object], str]] = [
    (lambda: Film(**NEEDED | {"id": "BAD ID"}), "id .BAD ID.: expected an id of a-z"),
    (lambda: Film(**NEEDED | {"title": 3}), r"title \(a-1990\): expected a text"),
    (lambda: Film(**NEEDED | {"title": " A"}), "expected a text on one line"),
    (lambda: Film(**NEEDED | {"year": "1990"}), "year .*: expected a whole number"),
    (lambda: Film(**NEEDED | {"year": True}), "expected a whole number, found true"),
    (lambda: Film(**NEEDED | {"year": Fraction(1990)}), "of the type Fraction"),
    (lambda: Film(**NEEDED | {"year": 1700}), "expected a year from 1888"),
    (lambda: Film(**NEEDED | {"directors": "bong"}), "expected a list, found .bong."),
    (lambda: Film(**NEEDED | {"genres": {"war"}}), "expected a list"),
    (lambda: Film(**NEEDED | {"genres": ["waar"]}), "of Genre .perhaps 'war'"),
    (lambda: Film(**NEEDED | {"genres": [3]}), r"genres\[0\].*: expected a word"),
    (lambda: Film(**NEEDED | {"cast": [{"nam": "A"}]}), r"cast\[0\].*perhaps 'name'"),
    (lambda: Film(**NEEDED | {"cast": ["A"]}), r"cast\[0\].*: expected an object"),
    (lambda: Film(**NEEDED | {"release_date": "1990"}), "form YYYY-MM-DD"),
    (lambda: Film(**NEEDED | {"release_date": 1990}), "form YYYY-MM-DD"),
    (lambda: Director(id="a", name="A", born=10**9), "form YYYY, YYYY-MM"),
    (lambda: Director(id="a", name="A", born=Any), "expected a date"),  # type: ignore[arg-type]
    (lambda: kcinema.Award(body="cannes", year=1999), "category"),  # type: ignore[call-arg]
    (lambda: kcinema.Credit(name=3), "the credit:\n  name: expected a text"),  # type: ignore[arg-type]
    (lambda: kcinema.FilmIds(imdb="670"), "imdb: expected an IMDb id"),
    (lambda: Collection(id="a", title="A", sections="b"), "sections .a.: expected"),
    (lambda: Collection(id="a", title="A", kind="genre list"), "of CollectionKind"),
    (lambda: attrs.evolve(Film(**NEEDED), year="x"), "expected a whole number"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("make", "message"), REFUSED)
def test_what_does_not_convert_is_named(
    make: Callable[[], object], message: str
) -> None:
    """The error says the field, what was expected and what stood there."""
    with pytest.raises((CatalogueError, TypeError), match=message):
        make()


def test_every_field_that_is_wrong_is_named_at_once() -> None:
    """One attempt is enough to learn what is wrong with a record."""
    with pytest.raises(CatalogueError) as raised:
        Film(id="A", title=3, title_ko="가", year="1999", genres="war")  # type: ignore[arg-type]

    assert [problem.path for problem in raised.value.problems] == [
        "genres",
        "id",
        "title",
        "year",
    ]


def test_a_record_keeps_nothing_that_the_caller_can_change() -> None:
    """A list that was handed in is copied."""
    genres, cast = ["war"], [{"name": "Kim"}]
    film = Film(**NEEDED, genres=genres, cast=cast)

    genres.append("horror")
    cast[0]["name"] = "Lee"

    assert film.genres == ("war",)
    assert film.cast[0].name == "Kim"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"films": ["x"]}, r"films\[0\]: expected a Film, found \"x\""),
        ({"films": "abc"}, r"films: expected a list, found \"abc\""),
        ({"films": {"a": 1}}, "films: expected a list, found an object"),
        ({"directors": 3}, "directors: expected a list, found 3"),
        ({"films": [Director(id="a", name="A")]}, "of the type Director"),
        ({"version": 3}, "version: expected a text, found 3"),
    ],
)
def test_a_catalogue_takes_records_only(given: Any, message: str) -> None:
    """Anything else is named with its place."""
    with pytest.raises(CatalogueError, match=message):
        Catalogue(**given)


def test_a_catalogue_takes_records_from_anywhere(small: Catalogue) -> None:
    """Lists, tuples, generators and sets hold the same records."""
    directors = small.directors()
    found = [
        Catalogue(films=films, directors=directors)
        for films in (small.films(), [*small.films()], iter(small.films()))
    ]
    found.append(Catalogue(films={*small.films()}, directors={*directors}))

    assert all(one == found[0] for one in found)
