"""Formats read back by readers that know nothing of this library."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import partial
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, get_args
from unicodedata import normalize
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import yaml
from hypothesis import example, given, strategies as st
from markdown_it import MarkdownIt

import kcinema
from kcinema import Catalogue, Collection, Entry, Film, FilmIds, FilmList
from kcinema._model.fields import Text
from kcinema.exchange.texts import line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Reading back -------------------------------------------------------------------------


def _rows(text: str) -> list[dict[str, str]]:
    rows = [*csv.DictReader(io.StringIO(text, newline=""), strict=True)]
    assert all(None not in row and None not in row.values() for row in rows)
    return rows


def _cells(column: str) -> Callable[[str], list[str]]:
    return lambda text: [row[column].removeprefix("'") for row in _rows(text)]


def _jsonl(text: str) -> list[str]:
    return [json.loads(record)["title"] for record in text.splitlines()]


def _ids(text: str) -> list[str]:
    found = [re.fullmatch(r"tmdb:7  # (.*) \(1990\)", one) for one in text.splitlines()]
    return [match[1].strip() for match in found if match]


class _Page(HTMLParser):
    """Collects the elements of a page, and the text of its headings."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.headings: list[str] = []
        self.inside: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ARG002
        self.tags.append(tag)
        if tag not in {"meta", "br"}:
            self.inside.append(tag)
        if tag == "h3":
            self.headings.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.inside.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.inside[-1:] == ["h3"]:
            self.headings[-1] += data


def _html(text: str) -> list[str]:
    return [heading.strip() for heading in _Page(text).headings]


def _markdown(text: str) -> list[str]:
    """Return what is bold in the items of a list, as plain text."""
    titles = []
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        bold = 0
        for part in token.children or ():
            bold += part.nesting if part.type.startswith("strong") else 0
            if part.type == "strong_open":
                titles.append("")
            if bold and not part.nesting:
                titles[-1] += part.content
    return titles


def _kometa(text: str) -> list[str]:
    ((title, collection),) = yaml.safe_load(text)["collections"].items()
    assert collection["tmdb_movie"] == [7]
    assert collection["summary"] == title
    return [title]


def _nfo(text: str) -> list[str]:
    return [ET.fromstring(text.encode()).findtext("title") or ""]  # noqa: S314  # ours


READERS: dict[str, Callable[[str], list[str]]] = {
    "json": lambda text: [record["title"] for record in json.loads(text)],
    "jsonl": _jsonl,
    "csv": _cells("title"),
    "ids": _ids,
    "markdown": _markdown,
    "html": _html,
    "json-ld": lambda text: [
        item["item"]["name"] for item in json.loads(text)["itemListElement"]
    ],
    "letterboxd": _cells("Title"),
    "imdb-csv": _cells("Title"),
    "trakt": lambda text: [movie["title"] for movie in json.loads(text)["movies"]],
    "simkl": _cells("Title"),
    "radarr": lambda text: [movie["title"] for movie in json.loads(text)],
    "kometa": _kometa,
    "nfo": _nfo,
}
"""By the name of a format: the titles in it, as another program would read them."""

HOSTILE = [
    "</script><script>alert(1)</script>",
    "]]><x/>",
    "<!-- -- -->",
    "&amp; &#60; &copy",
    "'\"><img src=x onerror=alert(1)>",
    '=HYPERLINK("http://x")',
    "\u3000=1+1",
    "＝1+1",  # noqa: RUF001  # full width
    "'=1",
    "a,b;c|d",
    "# a #",
    "- a",
    "1. a",
    "2) a",
    "---",
    "> a",
    "*a* __b__ ~~c~~ `d` [e](f) ![g](h) <i>",
    "[a]: b",
    "a\\",
    "**",
    "{a: [b, *c, &d]} !!e %f @g",
    "a: b # c",
    "null",
    "<<a>>",
    "../../a",
    "a\ufffe\uffffb",
    "a\u200bb\u00adc",
    "\U0001f3ac" * 300,
]
_VALID = re.compile(get_args(Text)[1].pattern)
TITLES = (
    st.text(
        st.one_of(
            st.sampled_from("<>&\"'`*_[]()#|~\\-+=@:{}$%!?/. 1x\x85\u2028\ufffe"),
            st.characters(exclude_categories=["Cs", "Cc"]),
        ),
        min_size=1,
        max_size=30,
    )
    .map(partial(normalize, "NFC"))
    .filter(_VALID.fullmatch)
)


def _of(title: str) -> Collection:
    """Return a collection in which everything is called by the title."""
    film = Film(
        id="a-1990",
        title=title,
        title_ko=title,
        year=1990,
        logline=title,
        ids=FilmIds(imdb="tt0000007", tmdb=7),
    )
    collection = Collection(
        id="a",
        title=title,
        title_ko=title,
        summary=title,
        criterion=title,
        entries=[Entry(film="a-1990", reason=title)],
    )
    return Catalogue(films=[film], collections=[collection]).collection("a")


def _with_all(test: Any) -> Any:
    for title in HOSTILE:
        test = example(title=title)(test)
    return test


@pytest.mark.parametrize("name", READERS)
@_with_all
@given(title=TITLES)
def test_another_reader_finds_the_title_as_it_is(name: str, title: str) -> None:
    """No title can be taken for markup, an end of line, a formula or another film."""
    plain_json = {"json", "jsonl", "json-ld", "radarr", "trakt"}
    expected = title if name in plain_json else line(title)
    if READERS[name].__qualname__.startswith("_cells"):
        expected = expected.removeprefix("'")  # as before a formula
    if name == "markdown":
        expected = expected or "a-1990"

    assert READERS[name](_of(title).export(name).text) == [expected]


@_with_all
@given(title=TITLES)
def test_a_title_adds_nothing_to_a_page(title: str) -> None:
    """A page has the same elements whatever its films are called."""
    assert _Page(_of(title).export("html").text).tags == (
        _Page(_of("a").export("html").text).tags
    )


@_with_all
@given(title=TITLES)
def test_a_title_adds_nothing_to_a_list_in_markdown(title: str) -> None:
    """A list in Markdown has the same parts whatever its films are called."""

    def parts(title: str) -> list[str]:
        text = _of(title).export("markdown").text
        tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
        return [
            part.type
            for token in tokens
            for part in (token, *(token.children or ()))
            if part.type not in {"text", "text_special"}
        ]

    if line(title):
        assert parts(title) == parts("a")


@_with_all
@given(title=TITLES)
def test_a_title_does_not_close_a_script(title: str) -> None:
    """JSON-LD can be put into a page as it is."""
    text = _of(title).export("json-ld").text

    assert not set("<>&") & set(text)


# One by one ---------------------------------------------------------------------------


def test_letterboxd_reads_reasons_as_reviews_or_not_at_all() -> None:
    """A list without reasons, or whose reasons are not wanted, has no such column."""
    cult = kcinema.cult_classics()
    rows = _rows(cult.export("letterboxd").text)

    assert [row["Review"] for row in rows] == [cult.why(film) for film in cult]
    assert "Review" not in cult.films.export("letterboxd").text
    assert cult.films.export("letterboxd").text == (
        cult.export("letterboxd", review=False).text
    )


def test_a_table_of_a_collection_has_its_reasons() -> None:
    """A list of films alone has no such column."""
    cult = kcinema.cult_classics()
    rows = _rows(cult.export("csv").text)

    assert [row["reason"] for row in rows] == [cult.why(film) for film in cult]
    assert "reason" not in _rows(cult.films.export("csv").text)[0]


def test_radarr_finds_what_each_of_its_lists_reads() -> None:
    """Custom Lists go by the numbers of TMDB, StevenLu by the ids of IMDb."""
    films = kcinema.cult_classics().films
    movies = json.loads(films.export("radarr").text)

    assert [movie["id"] for movie in movies if "id" in movie] == [
        film.ids.tmdb for film in films if film.ids.tmdb
    ]
    assert [movie["imdb_id"] for movie in movies if "imdb_id" in movie] == [
        film.ids.imdb for film in films if film.ids.imdb
    ]


# What Kometa documents for a collection: one builder where the order is custom.
KOMETA = {
    "type": "object",
    "required": ["collection_order", "sync_mode"],
    "properties": {
        "collection_order": {"const": "custom"},
        "sync_mode": {"enum": ["sync", "append"]},
        "summary": {"type": "string"},
        "tmdb_movie": {"type": "array", "items": {"type": "integer", "minimum": 1}},
        "imdb_id": {
            "type": "array",
            "items": {"type": "string", "pattern": r"^tt\d{7,8}$"},
        },
    },
    "additionalProperties": False,
    "oneOf": [{"required": ["tmdb_movie"]}, {"required": ["imdb_id"]}],
}


@pytest.mark.parametrize("collection", kcinema.collections(), ids=lambda one: one.id)
def test_kometa_reads_every_collection(collection: Collection) -> None:
    """Each is a collection of the form that Kometa documents, in our order."""
    exported = collection.export("kometa")
    (found,) = yaml.safe_load(exported.text)["collections"].values()
    jsonschema.validate(found, KOMETA)
    name = "tmdb" if "tmdb_movie" in found else "imdb"

    assert found.get("tmdb_movie", found.get("imdb_id")) == [
        getattr(film.ids, name) for film in collection.films - exported.left_out
    ]


def test_kometa_takes_the_ids_that_leave_out_fewer_films() -> None:
    """Either kind can be asked for; there is no third."""
    cult = kcinema.cult_classics()
    left_out = {
        ids: cult.export("kometa", ids=ids).left_out for ids in ("tmdb", "imdb")
    }

    assert cult.export("kometa").left_out == min(left_out.values(), key=len)
    assert "tmdb_movie" in cult.export("kometa", ids="tmdb").text
    with pytest.raises(kcinema.InvalidQueryError, match="'tmdb' or 'imdb', not 'tvdb'"):
        cult.export("kometa", ids="tvdb")


@pytest.mark.parametrize("name", ["markdown", "html", "json-ld", "kometa"])
def test_a_list_can_be_given_a_title(name: str) -> None:
    """A collection has one of its own; a list of films is one of Korean films."""
    cult = kcinema.cult_classics()

    assert "Seen in May" in cult.export(name, title="Seen in May").text
    assert cult.title in cult.export(name).text
    assert "Korean films" in cult.films.export(name).text


def test_a_half_of_the_showcase_keeps_its_sections() -> None:
    """A page has a heading for each section, and its films under it."""
    gems = kcinema.hidden_gems()
    page = gems.export("html").text
    list_ = gems.export("markdown").text

    for section in gems.sections:
        assert f"## {section.title} {section.title_ko}\n" in list_
        for film in section:
            assert section.why(film) in list_
    assert page.count("<section id=") == len(gems.sections)
    assert page.count("<h3>") == sum(map(len, gems.sections))


def test_json_ld_says_what_schema_org_has_words_for() -> None:
    """Ids are `sameAs`, minutes an ISO duration, directors persons."""
    begin = kcinema.collection("where-to-begin")
    found = json.loads(begin.export("json-ld").text)
    item = found["itemListElement"][[*begin].index(kcinema.film("parasite-2019"))]
    movie = item["item"]

    assert found["numberOfItems"] == len(begin)
    assert item["description"] == begin.why("parasite-2019")
    assert movie["duration"] == "PT131M"
    assert movie["datePublished"] == "2019-05-30"
    assert movie["director"] == [{"@type": "Person", "name": "Bong Joon-ho"}]
    assert "https://www.imdb.com/title/tt6751668/" in movie["sameAs"]


# A folder -----------------------------------------------------------------------------


def test_nfo_is_a_folder_with_a_folder_for_each_film(tmp_path: Path) -> None:
    """Each is named as film libraries name a film's folder."""
    cult = kcinema.cult_classics()
    cult.films[:3].export("nfo", tmp_path / "nfo")  # files that are there are replaced
    exported = cult.export("nfo", tmp_path / "nfo")
    written = {
        path.relative_to(tmp_path / "nfo").as_posix(): path.read_text("utf-8")
        for path in (tmp_path / "nfo").rglob("*.nfo")
    }

    assert written == dict(exported.files)
    assert exported.text == "".join(text for _, text in exported.files)
    assert len(written) == len(cult)
    assert "Failan (2001)/movie.nfo" in written


def test_nfo_has_the_ids_that_are_known_and_no_others() -> None:
    """The first is the one to go by; there is no bare `id`, which Jellyfin misreads."""
    for film in kcinema.films():
        ((_, text),) = FilmList([film]).export("nfo").files
        movie = ET.fromstring(text.encode())  # noqa: S314  # ours
        ids = {one.get("type"): one.text for one in movie.iter("uniqueid")}
        default = [one.get("default") for one in movie.iter("uniqueid")]

        assert ids == {name: str(id_) for name, id_ in film.ids.known().items()}
        assert default == ["true", *[None] * (len(ids) - 1)][: len(ids)]
        assert movie.find("id") is None
        assert movie.find("set") is None


@_with_all
@given(title=TITLES)
def test_no_title_leads_a_file_out_of_its_folder(title: str) -> None:
    """A file's name is valid everywhere, and below the folder that was asked for."""
    ((name, _),) = _of(title).export("nfo").files
    folder, file = PurePosixPath(name).parts

    assert file == "movie.nfo"
    assert not set('<>:"/\\|?*') & set(folder)
    assert folder.endswith("(1990)")
    assert not folder.startswith(".")
    assert len(folder.encode()) <= 255


def test_films_of_one_name_have_a_file_each() -> None:
    """Where titles and years are the same, the id tells films apart."""
    films = FilmList(
        Film(id=id_, title=title, title_ko="가", year=1990)
        for id_, title in {
            "a-1990": "Home",
            "b-1990": "HOME",
            "c-1990": "Ho/me",
        }.items()
    )

    assert [name for name, _ in films.export("nfo").files] == [
        "Home (1990)/movie.nfo",
        "b-1990/movie.nfo",
        "Ho me (1990)/movie.nfo",
    ]
