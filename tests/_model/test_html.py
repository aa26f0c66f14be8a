"""How values show themselves in a notebook."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given, strategies as st

import kcinema
from kcinema import (
    Admissions,
    AdmissionsScope,
    Award,
    AwardBody,
    AwardResult,
    Catalogue,
    Collection,
    Credit,
    Director,
    DirectorIds,
    Entry,
    Film,
    FilmIds,
    Genre,
    Honour,
    HonourList,
    PartialDate,
    Rating,
    Theme,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


class _Reader(HTMLParser):
    """Reads HTML as a browser would, and fails where it is not well-formed.

    Attributes:
        open: The tags that are not closed yet.
        links: The addresses that links lead to.
        korean: The texts that are marked as Korean.
        scopes: What each table header is the header of.
        text: What is shown, without the style sheet.
    """

    def __init__(self, record: Any) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str | None] = []
        self.korean: list[str] = []
        self.scopes: list[str | None] = []
        self.text = ""
        self._lang: str | None = None
        self.feed(record._repr_html_())
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"img", "script", "link", "iframe"}
        given = dict(attrs)
        assert not {"src", "onclick"} & given.keys()
        if tag == "th":
            self.scopes.append(given.get("scope"))
        if tag == "a":
            self.links.append(given["href"])
        self._lang = given.get("lang")
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self._lang = None

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            assert "url(" not in data
            assert "@import" not in data
            return
        self.text += data
        if self._lang == "ko":
            self.korean.append(data)
        else:
            assert not re.search("[가-힣]", data), f"not marked as Korean: {data}"


def _listed(films: Iterable[Film]) -> list[str]:
    """Return the Korean titles that a list shows."""
    heads = 5
    return _Reader(kcinema.FilmList(films)).korean[heads:]


def test_every_record_shows_itself(catalogue: Catalogue) -> None:
    """Each gives well-formed HTML without network, and marks what is Korean."""
    records = [*catalogue.films(), *catalogue.directors(), *catalogue.collections()]
    for record in [*records, catalogue.films()]:
        assert None not in _Reader(record).scopes


def test_a_film_shows_title_director_and_note() -> None:
    """What a reader looks for first is there, and so are the facts that are known."""
    film = Film(
        id="a-1990",
        title="A Title",
        title_ko="제목",
        romanized="Jemok",
        year=1990,
        runtime=99,
        rating=Rating.AGE_15,
        directors=["kim-a"],
        genres=(Genre.DRAMA,),
        themes=(Theme.CITY_LIFE,),
        cast=(Credit(name="Lee B", role="C"), Credit(name_ko="박디", role="E")),
        admissions=Admissions(count=12345, scope=AdmissionsScope.NATIONAL),
        honours=(Honour(list=HonourList.KOFA_100_2024, rank=3),),
        ids=FilmIds(imdb="tt0000001"),
        logline="Someone wants something.",
        note="What to look for.",
    )
    Catalogue(films=[film], directors=[Director(id="kim-a", name="Kim A")])
    shown = _Reader(film)

    line = "Jemok · 1990 · Kim A · 99 min · Drama · 15 and over"
    for text in (
        *("A Title", "제목", line, "Someone wants something.", "What to look for."),
        *("Lee B (C), 박디 (E)", "City life", "12,345 nationwide", ", no. 3", "IMDb"),
    ):
        assert text in shown.text
    assert shown.links == ["https://www.imdb.com/title/tt0000001/"]


def test_a_count_in_seoul_says_so() -> None:
    """It is not taken for a national one."""
    count = Admissions(count=12345, scope=AdmissionsScope.SEOUL)
    film = Film(id="a-1990", title="A", title_ko="가", year=1990, admissions=count)

    assert "12,345 in Seoul" in _Reader(film).text
    assert "nationwide" not in _Reader(film).text


def test_prizes_are_grouped_and_cut_short() -> None:
    """A ceremony is named once; nominations come last, and many prizes are counted."""
    nominated = Award(
        body=AwardBody.CANNES,
        year=1990,
        category="Nothing",
        result=AwardResult.NOMINATED,
    )
    won = [
        Award(body=AwardBody.BUIL, year=1991, category=f"Prize {n}") for n in range(7)
    ]
    film = Film(
        id="a-1990", title="A", title_ko="가", year=1990, awards=(nominated, *won)
    )
    text = _Reader(film).text

    assert text.count("Buil") == 1
    assert "Buil Film Awards 1991: Prize 0; Prize 1; " in text
    assert "and 2 more" in text
    assert "Nothing" not in text

    seven = attrs.evolve(film, awards=tuple(won))
    assert "and 1 more" in _Reader(seven).text

    few = attrs.evolve(film, awards=(nominated, won[0]))
    assert "Prize 0Cannes Film Festival 1990: Nothing (nom" in _Reader(few).text


def test_a_long_list_shows_its_ends_and_counts_its_films(catalogue: Catalogue) -> None:
    """A list of films fits the screen; a short one is there whole."""
    films = catalogue.films()
    long, short = films[:21], films[:20]

    titles = [film.title_ko for film in long]
    assert _listed(long) == titles[:8] + titles[-4:]
    assert "12 of 21 films" in _Reader(long).text
    assert "… 9 more" in _Reader(long).text

    assert _listed(short) == [film.title_ko for film in short]
    assert "20 films" in _Reader(short).text
    assert "more" not in _Reader(kcinema.FilmList()).text


def test_a_table_has_headers_for_columns_and_rows(small: Catalogue) -> None:
    """A screen reader says of each cell what it is, in both languages."""
    shown = _Reader(small.films())

    assert shown.scopes == ["col"] * 5 + ["row"] * 2
    assert "English title 영문 제목" in shown.text
    assert "2 films" in shown.text
    assert "1 film" in _Reader(small.films()[:1]).text
    assert "films" not in _Reader(small.films()[:1]).text


def test_a_title_leads_to_a_page_of_the_film(small: Catalogue) -> None:
    """The first other catalogue that has the film is linked, or none."""
    assert _Reader(small.films()).links == ["https://www.imdb.com/title/tt0000001/"]


def test_a_collection_shows_every_reason() -> None:
    """A collection is a table of films, each with its reason."""
    cult = kcinema.cult_classics()
    shown = _Reader(cult)

    assert shown.scopes == ["col", "col", *["row"] * len(cult)]
    assert str(cult.criterion) in shown.text
    assert all(film.title_ko in shown.korean for film in cult)
    assert all(cult.why(film) in shown.text for film in cult)


def test_a_long_collection_shows_its_ends_and_its_sections() -> None:
    """The halves have more films than a cell should."""
    gems = kcinema.hidden_gems()
    shown = _Reader(gems)

    assert f"12 of {len(gems)} films" in shown.text
    assert gems.why(gems[-1]) in shown.text
    assert all(section.title in shown.text for section in gems.sections)


def test_a_director_shows_a_life_and_films(small: Catalogue) -> None:
    """Years are there as far as they are known."""
    born, died = PartialDate(1950), PartialDate(2001, 2)

    def line(**known: Any) -> str:
        return _Reader(Director(id="kim-a", name="Kim A", **known)).text

    assert "born 1950" in line(born=born)
    assert "1950\N{EN DASH}2001" in line(born=born, died=died)
    assert "died 2001" in line(died=died)
    assert "IMDb" in line(ids=DirectorIds(imdb="nm0000001"))
    assert "Second Film 둘째 영화" not in line()
    assert "Second Film" in _Reader(small.director("lee-two")).text


@given(text=st.text("<>&\"' /=a", min_size=1).map(str.strip).filter(bool))
def test_markup_in_a_text_stays_text(text: str) -> None:
    """Whatever a text holds, it is shown as it is and cannot break the page."""
    film = Film(
        id="a-1990",
        title=text,
        title_ko=f"가{text}",
        romanized=text,
        year=1990,
        cast=(Credit(name=text, role=text),),
        awards=(Award(body=AwardBody.BUIL, year=1990, category=text, recipient=text),),
        logline=text,
        note=text,
    )
    director = Director(id="a", name=text, name_ko=text, bio=text)
    entry = Entry(film="a-1990", reason=text)
    collection = Collection(
        id="a",
        title=text,
        title_ko=text,
        summary=text,
        criterion=text,
        entries=[entry],
    )

    # Title twice, romanization, cast twice, prize twice, logline and note.
    assert _Reader(film).text.count(text) >= 9
    assert _Reader(kcinema.FilmList([film])).text.count(text) >= 2
    assert _Reader(director).text.count(text) >= 3
    assert _Reader(collection).text.count(text) >= 5


def test_korean_in_a_text_is_marked() -> None:
    """A screen reader changes its voice, also in the middle of an English sentence."""
    film = Film(
        id="a-1990",
        title="A",
        title_ko="가",
        year=1990,
        note="Called 나의 것 <now>, A다.",
    )

    assert _Reader(film).korean == ["가", "나의 것", "다"]


@pytest.mark.parametrize(
    "record",
    [
        Film(id="a-1990", title="A", title_ko="가", year=1990),
        Director(id="kim-a", name="Kim A"),
        Collection(id="both", title="A list", sections=["one"]),
        Collection(
            id="list", title="A list", entries=[Entry(film="b-1990", reason="A.")]
        ),
    ],
    ids=lambda record: type(record).__name__,
)
def test_a_record_outside_any_catalogue_shows_what_it_has(
    record: Film | Director | Collection,
) -> None:
    """Nothing is needed but the record."""
    shown = _Reader(record).text

    assert "A" in shown
    assert "0 films" not in shown


SHOWN = {
    Film: (
        "title title_ko romanized year director_ids runtime rating genres themes "
        "logline note cast awards honours admissions ids"
    ),
    Director: "name name_ko born died bio ids",
    Collection: "title title_ko summary criterion section_ids own_entries",
}
LEFT_OUT = {
    Film: (
        "id aliases release_date countries languages based_on sources disputed "
        "former_ids"
    ),
    Director: "id aliases debut sources disputed former_ids",
    Collection: "id kind former_ids",
}


@pytest.mark.parametrize("cls", SHOWN, ids=lambda cls: cls.__name__)
def test_a_card_shows_a_field_or_leaves_it_out_on_purpose(cls: type) -> None:
    """A new field is a decision: into the card, or into the list of the others."""
    fields = {field.name for field in attrs.fields(cls) if field.init}

    assert {*SHOWN[cls].split(), *LEFT_OUT[cls].split()} == fields
