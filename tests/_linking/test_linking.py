"""Linking rows: which film they mean, how surely, and why."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st

import kcinema
from kcinema import (
    Catalogue,
    Director,
    Film,
    FilmIds,
    InvalidQueryError,
    Link,
    Links,
    spelling,
)
from kcinema._linking.linker import NOTHING, Linker
from kcinema._linking.tables import skeleton
from problems import none_of

if TYPE_CHECKING:
    from collections.abc import Callable


def _wide(text: str) -> str:
    """Write a text in the full-width letters of East Asian fonts."""
    return "".join(
        chr(ord(letter) + 0xFEE0) if letter > " " else letter for letter in text
    )


ROWS = Path(__file__).with_name("rows.tsv")


def _film(id_: str, title: str, title_ko: str, **more: Any) -> Film:
    more.setdefault("romanized", "Yeonghwa")
    more.setdefault("directors", ["kim-one"])
    return Film(
        id=id_,
        title=title,
        title_ko=title_ko,
        year=int(id_[-4:]),
        logline="A line.",
        note="A note.",
        **more,
    )


@pytest.fixture(name="mine", scope="module")
def _mine() -> Catalogue:
    """Films that tell the rules apart."""
    return Catalogue(
        directors=[
            Director(id="kim-one", name="Kim Ki-young", name_ko="김기영", bio="One."),
            Director(id="im-two", name="Im Sang-soo", name_ko="임상수", bio="Two."),
        ],
        films=[
            _film(
                "the-housemaid-1960",
                "The Housemaid",
                "하녀",
                romanized="Hanyeo",
                ids=FilmIds(imdb="tt0150980", tmdb=29707, kobis="19600001"),
            ),
            _film(
                "the-housemaid-2010",
                "The Housemaid",
                "하녀",
                romanized="Hanyeo",
                directors=["im-two"],
                ids=FilmIds(imdb="tt1314652"),
            ),
            _film(
                "a-very-long-journey-1999",
                "A Very Long Journey",
                "아주 오래된 여행의 끝",
                romanized="Aju oraedoen yeohaengui kkeut",
                aliases=["The Voyage That Never Ends", "Road", "Journey of 1987 Days"],
                release_date=dt.date(2001, 3, 1),
                ids=FilmIds(kmdb="K/05000", wikidata="Q1234"),
            ),
            _film("signals-the-second-wave-2015", "Signals: The Second Wave", "신호"),
            _film(
                "tidal-1985",
                "Tidal",
                "파도",
                admissions={"count": 4_000_000, "scope": "national"},
            ),
        ],
    )


def _one(mine: Catalogue, *row: object, **named: Any) -> Link:
    named = named or {"title": 0, "year": 1, "director": 2}
    columns = {name: at for name, at in named.items() if at < len(row)}
    (link,) = mine.link([row], **columns)
    return link


# What is sure -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "row",
    [
        ("A Very Long Journey", 1999),
        ("A Very Long Journey", 2001),
        ("아주 오래된 여행의 끝", "1999"),
        ("아주오래된여행의끝", 1999.0),
        ("a very long  JOURNEY!", "2001-03-01"),
        ("Very Long Journey, A", dt.date(2001, 3, 1)),
        ("A Very Long Journey (1999)", None),
        ("아주 오래된 여행의 끝 / A Very Long Journey", 1999),
        ("아주 오래된 여행의 끝(A Very Long Journey)", 1999),
        ("A Very Long Journey (Director's Cut)", 1999),
        (_wide("A Very Long Journey"), 1999),
        ("A Very Long Journey", 2000, "Kim Ki-young"),
    ],
)
def test_title_and_year_are_sure(mine: Catalogue, row: tuple[object, ...]) -> None:
    """The title in either language and a year of the film are enough."""
    link = _one(mine, *row)

    assert link.film == mine.film("a-very-long-journey-1999")
    assert link.verdict == "sure"


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("imdb", "tt0150980"),
        ("imdb", 150980),
        ("imdb", 150980.0),
        ("imdb", "0150980"),
        ("imdb", "https://www.imdb.com/title/tt0150980/?ref_=x"),
        ("tmdb", 29707),
        ("tmdb", "29707.0"),
        ("tmdb", "https://www.themoviedb.org/movie/29707-hanyeo"),
        ("kobis", 19600001),
        ("kobis", "19600001"),
    ],
)
def test_an_id_decides_however_it_is_written(
    mine: Catalogue, column: str, cell: object
) -> None:
    """Numbers, padded or not, and addresses are the ids that they stand for."""
    (link,) = mine.link([{"x": cell, "name": "Something else"}], **{column: "x"})

    assert (link.film, link.verdict, link.score, link.why) == (
        mine.film("the-housemaid-1960"),
        "sure",
        1.0,
        column,
    )


@pytest.mark.parametrize(
    ("column", "cell"),
    [("kmdb", "K/05000"), ("kmdb", "K05000"), ("wikidata", "wd/Q1234")],
)
def test_ids_of_archives_are_known(mine: Catalogue, column: str, cell: str) -> None:
    """KMDb's ids come with and without the slash."""
    (link,) = mine.link([{column: cell}])

    assert link.film == mine.film("a-very-long-journey-1999")


def test_an_id_of_another_film_forbids_the_title(mine: Catalogue) -> None:
    """A row with another IMDb id is another film, whatever it is called."""
    row = {"title": "The Housemaid", "year": 1960, "imdb": "tt9999999"}
    (link,) = mine.link([row])

    assert (link.film, link.verdict) == (None, "none")
    assert "another imdb" in link.why


def test_ids_that_disagree_are_ambiguous(mine: Catalogue) -> None:
    """Two ids of two films, or an id and another of the same kind, decide nothing."""
    two = {"imdb": "tt1314652", "tmdb": 29707}
    half = {"imdb": "tt0150980", "tmdb": 1}
    first, second = mine.link([two, half])

    assert first.verdict == second.verdict == "ambiguous"
    assert {film.year for film in first.candidates} == {1960, 2010}
    assert [film.year for film in second.candidates] == [1960]


# What is probable, and what is not ----------------------------------------------------


@pytest.mark.parametrize(
    "row",
    [
        ("A Very Long Journey", 1998),
        ("The Voyage That Never Ends", 1999),
        ("Aju oraedoen yeohaengui kkeut", 1999),
        ("Aju-oredoen yohaengeui kkeut", 1999),
        ("Very Long Journey", 1999),
        ("A Very Lomg Journey", 1999),
        ("아주 오래된 여행의 끗", 1999),
        ("A Very Long Journey", None),
        ("A Very Long Journey", 1990, "Kim Ki-young"),
        ("Road", 2004, "Kim, Ki-young"),
    ],
)
def test_other_names_and_years_are_probable(
    mine: Catalogue, row: tuple[object, ...]
) -> None:
    """An alias, a romanization, a slip, a year apart or no year is never sure."""
    link = _one(mine, *row)

    assert link.film == mine.film("a-very-long-journey-1999") or row[0] == "Road"
    assert link.verdict == ("none" if row[0] == "Road" else "probable")


@pytest.mark.parametrize(
    "row",
    [
        ("A Very Long Journey", 1980),
        ("A Very Long Journey", 1999, "Steven Spielberg"),
        ("A Very Long Journey 2", 1999),
        ("Journey of 1997 Days", 1999),
        ("Another Journey", 1999),
        ("Road", 2001, "Im Sang-soo"),
        ("", 1999),
        ("!?", 1999),
        (None, 1999),
        ("N/A", 1999),
        (float("nan"), 1999),
    ],
)
def test_strangers_are_none(mine: Catalogue, row: tuple[object, ...]) -> None:
    """Another year, another director, a sequel or an empty cell is no film of ours."""
    assert _one(mine, *row) == Link(None, 0.0, "none", "")


# How people get a name wrong, or write it otherwise.
CHANGES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in capitals": str.upper,
    "with an article": "The {}".format,
    "without the first word": lambda name: name.partition(" ")[2] or name,
    "without a letter": lambda name: (
        name[: len(name) // 2] + name[len(name) // 2 + 1 :]
    ),
    "another letter": lambda name: name[:-2] + "x" + name[-1:],
    "two letters swapped": lambda name: name[:2] + name[3:4] + name[2:3] + name[4:],
    "a part after a colon": "{}: Part Two".format,
    "its beginning": lambda name: name.partition(":")[0],
    "otherwise romanized": lambda name: name.lower().translate({107: "g", 111: None}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_who_is_told_to_be_a_stranger_among_many_is_one(change: str) -> None:
    """The quick look at many rows leaves out nothing that a long look would find."""
    linker = kcinema.catalogue()._linker
    titles = [
        CHANGES[change](name)
        for film in kcinema.films()
        for name in filter(None, film.titles)
    ]
    with ROWS.open(encoding="utf-8", newline="") as file:
        titles += [row["title"] for row in csv.DictReader(file, delimiter="\t")]

    strangers = linker.are_strangers([titles])

    assert any(strangers) or change == "as it is"
    none_of(
        title
        for title, stranger in zip(titles, strangers, strict=True)
        if stranger and linker.judge((title,)) != NOTHING
    )


def test_cells_that_hold_no_plain_title_may_be_ours() -> None:
    """Numbers, other scripts, several titles in a cell are looked at one by one."""
    cells = [1987, None, "기생충", "The Host / 괴물", "two\nlines", "Parasite", "!?"]

    strangers = kcinema.catalogue()._linker.are_strangers([cells])
    assert strangers == [False] * 6 + [True]
    assert kcinema.link(["\N{HORIZONTAL ELLIPSIS}"]).counts()["none"] == 1


# Spellings that sound the same, each group anywhere in a name.
SOUNDS = (
    "k g kk gg c q ck",
    "t d tt dd",
    "p b pp bb ph f v",
    "ch j jj tj tch z",
    "s ss sh",
    "n",
    "m",
    "h",
    "y",
    "a",
    "eo u oo ou o",
    "i ee ie",
    "ae ai e ei",
    "r rr l ll rh",
)


@given(st.lists(st.sampled_from(SOUNDS), min_size=3, max_size=12), st.randoms())
def test_what_sounds_alike_has_one_skeleton(groups: list[str], draw: Any) -> None:
    """So a look at skeletons finds whatever a look at sounds does."""
    one, other = ("".join(draw.choice(group.split()) for group in groups) for _ in "12")

    if spelling.sound(one) == spelling.sound(other):
        assert skeleton(one) == skeleton(other)


def test_the_director_decides_between_films_of_one_title(mine: Catalogue) -> None:
    """Without a year, the director tells a remake from its original."""
    without = _one(mine, "하녀")
    by = [
        _one(mine, "The Housemaid", None, name)
        for name in ("Kim Ki-young", "IM Sangsoo", "임상수, 전도연", "Lim Sang-su (2)")
    ]

    assert without.verdict == "ambiguous"
    assert {film.year for film in without.candidates} == {1960, 2010}
    assert [link.film and link.film.year for link in by] == [1960, 2010, 2010, 2010]


def test_the_year_decides_between_films_of_one_title(mine: Catalogue) -> None:
    """A remake and its original are told apart by their years."""
    years = [_one(mine, "하녀", year).film for year in (1960, 2010, 1980)]

    assert [film and film.year for film in years] == [1960, 2010, None]


def test_a_subtitle_may_be_missing_or_added(mine: Catalogue) -> None:
    """What follows a colon is left off by many lists."""
    assert _one(mine, "Signals", 2015).verdict == "probable"
    assert _one(mine, "A Very Long Journey: The End", 1999).verdict == "probable"
    assert _one(mine, "Tidal: The End", 1985).verdict == "none"


def test_a_korean_title_alone_means_a_film_that_many_have_seen(mine: Catalogue) -> None:
    """A short title without a year may be of any film, but for the best known."""
    assert _one(mine, "파도").film == mine.film("tidal-1985")
    assert _one(mine, "신호").verdict == "ambiguous"
    assert _one(mine, "The Voyage That Never Ends").verdict == "ambiguous"


def test_a_title_that_another_film_has_is_ambiguous(mine: Catalogue) -> None:
    """Where another film of the year has the title, title and year are not enough."""
    films = mine.films()
    linker = Linker(films, {"tidal": "1985 2003"})

    assert linker.judge(["Tidal"], 1985).verdict == "ambiguous"
    assert linker.judge(["Tidal"], 1985, "김기영").verdict == "sure"
    assert linker.judge(["Tidal"], 1986).verdict == "ambiguous"
    assert Linker(films, {"tidal": "2003"}).judge(["Tidal"], 1985).verdict == "sure"


def test_a_little_known_film_of_the_year_leaves_only_the_best_known_sure() -> None:
    """Who writes Parasite, 2019 means the one that ten million saw."""
    little = {"parasite": "2019?", "hope": "2013?"}
    linker = Linker(kcinema.films(), little)

    assert linker.judge(["Parasite"], 2019).verdict == "sure"
    assert linker.judge(["Hope"], 2013)[2:] == (
        "probable",
        "title, year; a little-known film has both",
    )
    assert linker.judge(["Hope"], 2013, "Lee Joon-ik").verdict == "sure"
    assert linker.judge(["Hope"], 2014).verdict == "ambiguous"  # too short to tell


_LONG, _HANGUL = "A Very Long Journey", "아주 오래된 여행의 끝"


@pytest.mark.parametrize(
    ("row", "verdict", "why"),
    [
        ((_LONG, "", 1999), "sure", "title, year"),
        ((_LONG, _HANGUL, 2000), "sure", "title, a year apart, original title"),
        (
            (_LONG, "Aju oraedoen yeohaengui kkeut", 1999),
            "sure",
            "title, year, original title",
        ),
        ((_HANGUL, _LONG, 1999), "sure", "title, year, original title"),
        ((_LONG, _LONG, 1999), "probable", "title, year; an English original title"),
        ((_LONG, "Der Weg", 1999), "probable", "title, year; another original title"),
        (
            ("The Voyage That Never Ends", "Der Weg", 1999),
            "ambiguous",
            "another name, year; another original title",
        ),
        (("파도", "Wellen", None), "ambiguous", "title; too short to tell"),
    ],
)
def test_an_original_title_tells_a_korean_film_from_one_of_its_english_title(
    mine: Catalogue, row: tuple[str, str, int | None], verdict: str, why: str
) -> None:
    """Films of other countries share English titles with ours, not Korean ones."""
    cells = dict(zip(("title", "original_title", "year"), row, strict=True))
    (link,) = mine.link([cells])
    (directed,) = mine.link([cells | {"director": "Kim Ki-young"}])

    assert (link.verdict, link.why) == (verdict, why)
    assert directed.verdict in {"sure", "probable"}  # the director decides


def test_an_original_title_decides_where_another_film_has_the_title(
    mine: Catalogue,
) -> None:
    """Two titles and a year are of one film."""
    linker = Linker(mine.films(), {"tidal": "1985"})

    assert linker.judge(["Tidal", "파도"], 1985, original="파도").verdict == "sure"
    assert linker.judge(["Tidal", "Tidal"], 1985, original="Tidal").verdict == (
        "ambiguous"
    )


def test_an_original_title_alone_is_a_title(mine: Catalogue) -> None:
    """A table with no other titles says nothing by its original ones."""
    row = {"original_title": "A Very Long Journey", "year": 1999}
    (link,) = mine.link([row])

    assert (link.verdict, link.why) == ("sure", "title, year")


@given(st.lists(st.sampled_from(["title", "year", "director", "imdb"]), unique=True))
def test_cells_that_are_added_never_make_a_right_link_wrong(names: list[str]) -> None:
    """Of the cells of one film, any choice leads to that film or to none."""
    film = kcinema.film("oldboy-2003")
    row = {
        "title": film.title,
        "year": film.year,
        "director": film.directors[0].name,
        "imdb": film.ids.imdb,
    }
    chosen = {name: row[name] for name in names}
    if not chosen.keys() & {"title", "imdb"}:
        return
    (link,) = kcinema.link([chosen])

    assert link.film in (film, None)
    assert link.film == film or link.verdict == "ambiguous"


# Rows ---------------------------------------------------------------------------------


def test_rows_are_dicts_tuples_or_titles() -> None:
    """Each row has a link, in its order."""
    for rows in (
        [{"Title": "Parasite", "Year": 2019}, {"Title": "Alien", "Year": 1979}],
        [{"제목": "기생충", "개봉일": "2019.05.30"}, {"제목": "에일리언"}],
        ["Parasite (2019)", "Alien (1979)"],
        (row for row in [["기생충 2019"], ["Parasite (2019)"]]),
    ):
        links = kcinema.link(rows)

        assert isinstance(links, Links)
        assert [link.film for link in links].count(kcinema.film("parasite-2019")) == 1


def test_columns_of_well_known_lists_are_found() -> None:
    """Exports of Letterboxd, IMDb, MovieLens, KOBIS and Trakt need no names."""
    for row in (
        {"Date": "2024-01-01", "Name": "Parasite", "Year": "2019"},
        {"Const": "tt6751668", "Title": "?", "Year": "2019"},
        {"movieId": "1", "title": "Parasite (2019)", "genres": "Drama"},
        {"movieNm": "기생충", "openDt": "20190530", "movieCd": "00000000"},
        {"imdb_id": "tt6751668"},
        {"TMDb ID": "496243"},
        {"영화명": "기생충", "개봉일": "2019-05-30", "감독": "봉준호"},
    ):
        row.pop("movieCd", None)
        (link,) = kcinema.link([row])

        assert link.film == kcinema.film("parasite-2019"), row
        assert link.verdict == "sure"


def test_several_columns_may_hold_titles() -> None:
    """A Korean and an English title are both looked at."""
    row = {"title": "Gisaengchung!", "original": "기생충", "when": 2019}
    (link,) = kcinema.link([row], title=["title", "original"], year="when")

    assert (link.film, link.verdict) == (kcinema.film("parasite-2019"), "sure")


def test_a_row_may_lack_cells() -> None:
    """Short tuples and dicts without a key are rows with empty cells."""
    links = kcinema.link([("Parasite", 2019), ("기생충",), ()], title=0, year=1)
    dicts = kcinema.link([{"title": "Parasite", "year": 2019}, {"year": 2019}])

    assert [link.verdict for link in links] == ["sure", "probable", "none"]
    assert [link.verdict for link in dicts] == ["sure", "none"]


def test_no_rows_have_no_links() -> None:
    """Nothing is linked to nothing."""
    assert kcinema.link([]) == Links()
    assert kcinema.link(iter([])).counts() == dict.fromkeys(
        ("sure", "probable", "ambiguous", "none"), 0
    )


def test_links_sum_up() -> None:
    """Links count their verdicts, and list films and rows."""
    links = kcinema.link(["Parasite (2019)", "기생충", "Alien (1979)", "하녀"])

    assert repr(links) == "<Links: 1 sure, 1 probable, 1 ambiguous, 1 none>"
    assert [film.id for film in links.films] == ["parasite-2019"]
    assert links.rows("ambiguous", "none") == [2, 3]
    assert links[3].film is None
    assert len(links[3].candidates) == 2


@pytest.mark.parametrize(
    ("rows", "columns", "message"),
    [
        ("Parasite", {}, "expected rows"),
        (b"Parasite", {}, "expected rows"),
        ({"title": "Parasite"}, {}, "expected rows"),
        (7, {}, "expected rows"),
        ([{"title": "x"}, ("y",)], {}, "rows[1]: expected a dict"),
        ([("x",), {"title": "y"}], {}, "rows[1]: expected a tuple"),
        ([3], {}, "rows[0]: expected a tuple"),
        ([{"title": "x"}], {"title": "titel"}, "Did you mean 'title'?"),
        ([{"title": "x"}], {"title": []}, "expected the name of a column"),
        ([{"title": "x"}], {"year": 3.5}, "expected the name of a column"),
        ([("x",)], {"title": "title"}, "as a place in the rows"),
        ([("x",)], {"title": -1}, "as a place in the rows"),
        ([{"colour": "x"}], {}, "name it: title=..."),
        ([{"x": "x", "y": 1}], {"year": "y"}, "name it: title=..."),
        ([{"title": "x"}], {"isbn": "title"}, "isbn"),
    ],
)
def test_a_mistake_is_one_sentence(
    rows: Any, columns: dict[str, Any], message: str
) -> None:
    """What cannot be linked says what was expected."""
    with pytest.raises((InvalidQueryError, TypeError)) as raised:
        kcinema.link(rows, **columns)

    assert message in str(raised.value)


def test_a_column_named_beside_others_leaves_the_title_to_be_found() -> None:
    """Who names only the year has the title found."""
    (link,) = kcinema.link([{"Title": "Parasite", "when": 2019}], year="when")

    assert link.verdict == "sure"


# Real lists ---------------------------------------------------------------------------


def test_rows_of_public_lists_are_linked_as_their_ids_say() -> None:
    """Few links are wrong, and few films missed, in lists that others have made."""
    with ROWS.open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file, delimiter="\t")]
    links = kcinema.link(rows, title="title", year="year", director="director")
    found = [(link, row["film"]) for link, row in zip(links, rows, strict=True)]

    def right(*verdicts: str) -> tuple[int, int]:
        given = [(link.film, film) for link, film in found if link.verdict in verdicts]
        return sum(own is not None and own.id == film for own, film in given), len(
            given
        )

    sure, all_sure = right("sure")
    both, all_both = right("sure", "probable")
    held = sum(bool(film) for _, film in found)

    # Half of the rows were chosen because a film of ours has their title: precision is
    # higher in lists as they are (bench/link.py).
    assert sure / all_sure > 0.998
    assert both / all_both > 0.98
    assert both / held > 0.945
