"""How values show themselves in a notebook."""

from __future__ import annotations

from html.parser import HTMLParser

import attrs
import pytest

import kcinema
from kcinema import Catalogue, Collection, Credit, Director, Film, PartialDate


class _Balance(HTMLParser):
    """Follows the tags of a text and remembers what does not close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        assert tag not in {"img", "script", "link", "iframe"}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_record_shows_itself(catalogue: Catalogue) -> None:
    """Each record gives well-formed HTML that needs nothing from a network."""
    records = [*catalogue.films(), *catalogue.directors(), *catalogue.collections()]
    for record in [*records, catalogue.films()]:
        assert _Balance(record._repr_html_()).open == []


def test_a_film_shows_title_director_and_note() -> None:
    """What a reader looks for first is there."""
    film = Film(
        id="a-1990",
        title="A Title",
        title_ko="제목",
        year=1990,
        runtime=99,
        directors=["kim-a"],
        cast=(Credit(name="Lee B", role="C"),),
        note="What to look for.",
    )
    Catalogue(films=[film], directors=[Director(id="kim-a", name="Kim A")])
    html = film._repr_html_()

    for text in ("A Title", "제목", "1990", "Kim A", "99 min", "Lee B (C)", "look for"):
        assert text in html


def test_a_collection_shows_every_reason() -> None:
    """A collection is a table of films, each with its reason."""
    cult = kcinema.cult_classics()

    html = cult._repr_html_()

    assert html.count("<tr>") == len(cult) + 1
    assert all(film.title_ko in html for film in cult)


def test_a_director_shows_a_life_and_films() -> None:
    """Dates are there as far as they are known."""
    born, died = PartialDate(1950), PartialDate(2001, 2)

    living = Director(id="kim-a", name="Kim A", born=born)
    assert "born 1950" in living._repr_html_()
    dead = Director(id="kim-a", name="Kim A", born=born, died=died)
    assert "1950 to 2001-02" in dead._repr_html_()


def test_markup_in_a_text_stays_text() -> None:
    """A title with angle brackets cannot break the page."""
    film = Film(id="a-1990", title="<b>A</b>", title_ko="가 & 나", year=1990)

    assert "&lt;b&gt;A&lt;/b&gt;" in film._repr_html_()
    assert "가 &amp; 나" in kcinema.FilmList([film])._repr_html_()


@pytest.mark.parametrize(
    "record",
    [
        Film(id="a-1990", title="A", title_ko="가", year=1990),
        Director(id="kim-a", name="Kim A"),
        Collection(id="list", title="A list"),
    ],
    ids=lambda record: type(record).__name__,
)
def test_a_record_outside_any_catalogue_shows_what_it_has(
    record: Film | Director | Collection,
) -> None:
    """Nothing is needed but the record."""
    assert "<h4>" in record._repr_html_()


SHOWN = {
    Film: "title title_ko year director_ids runtime genres logline note cast",
    Director: "name name_ko born died bio",
    Collection: "title title_ko summary criterion section_ids own_entries",
}
LEFT_OUT = {
    Film: (
        "id romanized aliases release_date rating admissions countries languages "
        "themes awards honours based_on ids sources disputed former_ids"
    ),
    Director: "id aliases debut ids sources disputed former_ids",
    Collection: "id kind former_ids",
}


@pytest.mark.parametrize("cls", SHOWN, ids=lambda cls: cls.__name__)
def test_a_card_shows_a_field_or_leaves_it_out_on_purpose(cls: type) -> None:
    """A new field is a decision: into the card, or into the list of the others."""
    fields = {field.name for field in attrs.fields(cls) if field.init}

    assert {*SHOWN[cls].split(), *LEFT_OUT[cls].split()} == fields
