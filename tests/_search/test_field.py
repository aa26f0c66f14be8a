"""What stands in a title field, and rows of real lists."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import kcinema
from kcinema._search import fields

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "field.tsv").read_text("utf-8").splitlines()
][1:]
SURE = 0.6


@cache
def _named(text: str) -> str:
    hits = kcinema.search(text, kind="film", limit=1)
    return hits[0].item.id if hits and hits[0].score >= SURE else ""


def _dated(title: str, year: str) -> str:
    return title if year in title else f"{title} {year}"


def _wrong(*, held: bool, dated: bool) -> float:
    """Return the share of rows that are not named as they should be."""
    rows = [
        (_dated(title, year) if dated else title, ours)
        for _, title, year, ours in ROWS
        if bool(ours) is held
    ]
    return sum(_named(text) != ours for text, ours in rows) / len(rows)


def test_the_rows_are_of_films() -> None:
    """Each id is one of the catalogue's, and no row is there twice."""
    assert len(ROWS) == len({tuple(row) for row in ROWS}) == 845
    for _, _, _, ours in ROWS:
        assert not ours or kcinema.film(ours).id == ours


def test_films_that_are_held_are_found() -> None:
    """By title alone 98 of 100 of them, with the year 995 of 1,000."""
    assert _wrong(held=True, dated=False) <= 0.02
    assert _wrong(held=True, dated=True) <= 0.005


def test_films_that_are_not_held_are_seldom_named() -> None:
    """These rows are the hard ones; by title alone many are called like one of ours."""
    assert _wrong(held=False, dated=False) <= 0.4
    assert _wrong(held=False, dated=True) <= 0.1


# Taking a field apart -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "titles", "year"),
    [
        ("기생충 / Parasite", ("기생충", "Parasite"), 0),
        ("기생충/Parasite", ("기생충", "Parasite"), 0),
        ("Okja|옥자", ("Okja", "옥자"), 0),
        ("괴물(The Host)", ("괴물", "The Host"), 0),
        ("기생충 Parasite", ("기생충", "Parasite"), 0),
        ("Parasite 기생충 (2019)", ("Parasite", "기생충"), 2019),
        ("Ah ga ssi aka The Handmaiden", ("Ah ga ssi", "The Handmaiden"), 0),
        ("Host, The (2006)", ("The Host",), 2006),
        ("곡성(哭聲)", ("곡성",), 0),
        ("Early Rain 草雨", ("Early Rain",), 0),
        ("草雨", (), 0),
        ("아가씨(확장판)", ("아가씨",), 0),
        ("살인의 추억 리마스터링", ("살인의 추억",), 0),
        ("Oldboy (4K Remastered)", ("Oldboy",), 0),
        ("Parasite: Black and White Edition", ("Parasite",), 0),
        ("Oldboy - Director's Cut", ("Oldboy",), 0),
        ("Parasite (2019 film)", ("Parasite",), 2019),
        ("(un)known", ("unknown",), 0),
        ("(기생충)", ("기생충",), 0),
        ("Director's Cut", (), 0),
        ("301/302", (), 0),
        ("로보트 태권V", (), 0),
        ("1987", (), 0),
        ("1987: When the Day Comes (2017)", ("1987: When the Day Comes",), 2017),
        ("12.12: The Day", (), 0),
        ("Oldboy.2003.1080p.BluRay.x264.mkv", ("Oldboy",), 2003),
        ("Oldboy.mkv", ("Oldboy",), 0),
        ("1917.2019.2160p.UHD.BluRay.mkv", ("1917",), 2019),
        ("Parasite.2019.KOREAN.1080p-[YTS.MX].mkv", ("Parasite",), 2019),
        ("[A][Door.Lock][(1080P)][2018].mkv", ("Door Lock",), 2018),
        ("[A][2018].mkv", ("A",), 2018),
        ("Parasite 1080p BluRay", ("Parasite",), 0),
        ("a 1080p", ("a",), 0),
        ("M.A.S.H", (), 0),
    ],
)
def test_a_field_is_taken_apart(text: str, titles: tuple[str, ...], year: int) -> None:
    """Titles, year, what follows a title, and the names of files."""
    field = fields.read(text)

    assert (field.titles, field.year) == (titles, year)


@pytest.mark.parametrize(
    "text",
    [
        "기생충 / Parasite",
        "Parasite (Gisaengchung)",
        "Parasite aka Gisaengchung",
        "기생충 감독판",
        "ＰＡＲＡＳＩＴＥ",  # noqa: RUF001  # full width
        "\u1100\u1109\u110e",
        "\uffa1\uffb5\uffba",
        "RLTODCND",
        "Parasite.2019.KOREAN.1080p.BluRay.x265-VXT.mkv",
        "기생충: 다른 제목",
        "Parasite 2019 movie",
    ],
)
def test_a_film_is_found_whatever_stands_around_its_title(text: str) -> None:
    """In a spreadsheet, a folder, or where caps lock was on."""
    if text != "기생충: 다른 제목":
        assert _named(text) == "parasite-2019"


def test_titles_that_disagree_name_nothing_by_halves() -> None:
    """One of two titles is enough as a whole, and not in part."""
    assert _named("기생충 / Some Other Title") == "parasite-2019"
    assert _named("Peppermint / Some Other Title") == ""
    # Where only the script tells them apart, they may be one title.
    assert _named("미스터 주: 사라진 VIP") == ""


def test_what_follows_a_colon_may_be_no_part_of_our_title() -> None:
    """What stands before it is long enough to be a title."""
    text = "Why Has Bodhi-Dharma Left for the East?: A Zen Fable"

    assert _named(text) == "why-has-bodhi-dharma-left-for-the-east-1989"


@pytest.mark.parametrize("text", ["N/A", "nan", "None", "-", "unknown"])
def test_an_empty_cell_names_nothing(text: str) -> None:
    """Programs write these where nothing is known."""
    assert kcinema.search(text) == []


# The year -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("The Housemaid 1960", "the-housemaid-1960"),
        ("The Housemaid 2010", "the-housemaid-2010"),
        ("Oldboy 2013", ""),
        ("Sunny 2008", ""),
        ("벌새 2019", "house-of-hummingbird-2018"),  # shown in 2018, released in 2019
        ("gagman 1988", "gagman-1989"),  # lists differ by a year
        ("박강아름 결혼하다 2021", "areum-married-2019"),  # a long title, by two
        ("갈매기 2018", ""),
        ("봉준호 2019", ""),
    ],
)
def test_a_year_confirms_a_title_or_denies_it(text: str, id_: str) -> None:
    """It makes no match by itself."""
    assert _named(text) == id_


@pytest.mark.parametrize("year", [1991, 2003, 2010, 2019])
def test_a_year_lifts_no_stranger(year: int) -> None:
    """Films of that year are not named for it."""
    assert _named(f"Xylophone Quartz {year}") == ""


# Strangers ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        *("Parasite 2", "부산행2", "Whispering Corridors 5", "Lucky7", "Oldboy III"),
        *("Furie", "Grinders", "Swoon", "Argo", "Pulse", "Amy", "Fluke", "Haunter"),
        *("It", "M", "집", "봄", "Old", "Go", "Her"),
        *("The Body", "The Father", "The Choice"),  # of no title that begins so
        "Singles",  # whose words end elsewhere
        *("Sad Movie", "Monster", "Girls! Girls! Girls!"),
        "Marrying the Mafia",  # the beginning of the second part
    ],
)
def test_a_stranger_is_not_named(text: str) -> None:
    """A number, a sound, a syllable or a part of a title makes no film another."""
    assert _named(text) == ""


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("The Roundup 3: No Way Out", "the-roundup-no-way-out-2023"),
        ("범죄도시 2", "the-roundup-2022"),
        ("yongary", "yongary-monster-from-the-deep-1967"),
        ("Peppermint", "peppermint-candy-1999"),
        ("the wail", "the-wailing-2016"),
    ],
)
def test_what_can_hardly_be_another_is_named(text: str, id_: str) -> None:
    """A number that another name has, a main title, a beginning."""
    assert _named(text) == id_


# Ids ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("parasite-2019", "parasite-2019"),
        ("bong-joon-ho", "bong-joon-ho"),
        ("cult-classics", "cult-classics"),
        ("tt0364569", "oldboy-2003"),
        ("imdb:tt0364569", "oldboy-2003"),
        ("Q475693", "oldboy-2003"),
        ("kmdb:00001843", "bong-joon-ho"),
    ],
)
def test_an_id_finds_its_record_and_nothing_else(text: str, id_: str) -> None:
    """Ours and those of other catalogues."""
    (hit,) = kcinema.search(text)

    assert isinstance(hit.item, kcinema.Film | kcinema.Director | kcinema.Collection)
    assert (hit.item.id, hit.score, hit.how) == (id_, 1.0, "id")


def test_a_former_id_finds_its_record(small: kcinema.Catalogue) -> None:
    """As it does elsewhere; an id that nothing has finds what is called so."""
    assert small.search("other-film-1995")[0].how == "id"
    assert small.search("tt0000001", kind="film")[0].item.id == "first-film-1990"
    assert [hit for hit in small.search("tt9999999") if hit.how == "id"] == []
