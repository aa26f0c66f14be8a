"""The site of a small catalogue: what is on its pages, and that nothing is broken."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

import kcinema
from everything import catalogue as everything
from kcinema import Catalogue, Film, InvalidQueryError, MissingPackageError, vocabulary
from kcinema._site import korean, words
from kcinema._site.build import files, write
from kcinema._site.kinship import in_common
from kcinema._site.language import KOREAN
from kcinema._site.slim import slim
from problems import none_of
from sitepages import Page, dead_links

if TYPE_CHECKING:
    from collections.abc import Iterator

BASE = "https://example.org/films/"
SOURCE = Path(kcinema.__file__).parent / "_site"
LANGUAGES = pytest.mark.parametrize("folder", ["", "ko/"])


def _texts(values: Any) -> Iterator[str]:
    """Yield the texts that a record's page has to show, deep down."""
    if isinstance(values, dict):
        for name, value in values.items():
            if name not in {"id", "supports", "seen", "scope", "as_of"}:
                yield from _texts(value)
    elif isinstance(values, list):
        for value in values:
            yield from _texts(value)
    elif isinstance(values, str) and not values.startswith("https://"):
        yield values


@pytest.fixture(name="made", scope="module")
def _made() -> Catalogue:
    """A catalogue with one of everything, and texts that are no HTML."""
    return everything()


@pytest.fixture(name="site", scope="module")
def _site(made: Catalogue) -> dict[str, str]:
    """Every file of its site, with an address."""
    return dict(files(made, "https://example.org/films"))


# The whole ----------------------------------------------------------------------------


def test_every_record_has_a_page_in_both_languages(
    made: Catalogue, site: dict[str, str]
) -> None:
    """Films, directors, collections, and the eras and themes that have films."""
    expected = {f"film/{film.id}" for film in made.films()}
    expected |= {f"director/{director.id}" for director in made.directors()}
    expected |= {f"collection/{collection.id}" for collection in made.collections()}
    expected |= {f"era/{film.era.value}" for film in made.films()}
    expected |= {f"theme/{theme}" for film in made.films() for theme in film.themes}
    fixed = {"index", "browse", "collections", "directors", "themes", "about"}
    pages = {f"{path}.html" for path in expected | fixed}

    assert {path for path in site if path.endswith(".html")} == pages | {
        f"ko/{path}" for path in pages
    }
    assert {f"poster/{film.id}.svg" for film in made.films()} <= set(site)


def test_links_lead_somewhere(site: dict[str, str]) -> None:
    """Each page, picture and place in a page that is linked is there."""
    none_of(dead_links(site))


def test_a_dead_link_would_be_found() -> None:
    """The check sees a missing page and a missing place."""
    page = '<p id=a><a href="b.html">b</a><a href=#c>c</a><a href=#a>a</a>'

    assert [*dead_links({"a.html": page})] == [
        "a.html: b.html",
        "a.html: #c (no such place)",
    ]


def test_the_same_catalogue_gives_the_same_bytes(
    made: Catalogue, site: dict[str, str]
) -> None:
    """Two builds do not differ."""
    assert dict(files(made, BASE)) == site


def test_nothing_is_asked_of_another_server(site: dict[str, str]) -> None:
    """Scripts, styles and pictures are files of the site."""
    for path, text in site.items():
        if path.endswith(".html"):
            page = Page(text)
            used = [
                one["src"]
                for tag in ("script", "img")
                for one in page.all(tag)
                if "src" in one
            ]
            used += [
                one["href"] for one in page.all("link") if one["rel"] == "stylesheet"
            ]
            none_of(f"{path}: {one}" for one in used if one and "//" in one)
    assert "http" not in site["site.js"]
    assert "url(" not in site["site.css"]


@pytest.mark.parametrize("small", [True, False])
def test_what_a_catalogue_lacks_is_left_out(small: bool, made: Catalogue) -> None:  # noqa: FBT001  # a parameter
    """No showcase, or no films at all: the pages that are left hold together."""
    catalogue = (
        Catalogue(films=made.films()[:1], directors=[]) if small else Catalogue()
    )
    site = dict(files(catalogue, BASE))

    none_of(dead_links(site))
    assert "feed.xml" not in site  # a version without a day
    assert ("poster/bare-1999.svg" in site) is small


# What a page says ---------------------------------------------------------------------


@LANGUAGES
@pytest.mark.parametrize("kind", ["film", "director"])
def test_a_page_shows_every_value_of_its_record(
    kind: str, folder: str, made: Catalogue, site: dict[str, str]
) -> None:
    """Texts as they are, words by their labels, ids as links, dates in words."""
    record = made.film("whole-1960") if kind == "film" else made.director("lee-one")
    page = Page(site[f"{folder}{kind}/{record.id}.html"])
    terms = {
        term.value: korean.label(term) if folder else term.label
        for cls in korean.LABELS
        for term in cls
    }
    shown = {
        "1960-11-03": "1960년 11월 3일" if folder else "3 November 1960",
        "1919-05": "1919년 5월" if folder else "May 1919",
        "KR": "대한민국" if folder else "South Korea",
        "ko": "한국어" if folder else "Korean",
        "1998": "1998",
        "15": terms["15"],
        "won": "",
        "nominated": "후보" if folder else "nominated",
        # Whose page of sources is the English one.
        "runtime": "",
    }
    wanted = {*_texts(record.to_dict())} - {"lee-one"}
    none_of(
        f"{text!r} is not shown"
        for text in sorted(wanted)
        if shown.get(text, terms.get(text, text)) not in page.text
        and text != made.film("whole-1960").ids.imdb  # in a link
    )
    assert set(record.links().values()) <= page.links()


def test_a_page_names_the_source_of_each_fact(site: dict[str, str]) -> None:
    """The page and its fields; a prize, a role and a place in a list point there."""
    page = Page(site["film/whole-1960.html"])
    anchors = [one.get("href") for one in page.all("a")]

    assert "title, runtime, ids.imdb" in page.text
    assert "https://example.org/page?a=1&b=" in anchors
    assert anchors.count("#s1") == 3
    assert "year 2025" in page.text  # seen at another time than the first
    assert "runtime: 111" in page.text


def test_the_korean_page_leads_to_the_list_of_sources(site: dict[str, str]) -> None:
    """It names the sites, and links the list, which is the same in both languages."""
    page = Page(site["ko/film/whole-1960.html"])

    assert "example.org, example.com" in page.text
    assert "../../film/whole-1960.html#sources" in page.links()
    assert "../../film/whole-1960.html#s1" in page.links()


@LANGUAGES
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("film/whole-1960", "director/lee-one"),
        ("film/whole-1960", "collection/cult-classics"),
        ("film/whole-1960", "era/golden-age"),
        ("film/whole-1960", "theme/family"),
        ("film/whole-1960", "film/later-2010"),
        ("collection/cult-classics", "collection/hidden-gems"),
        ("theme/family", "theme/class"),
    ],
)
def test_pages_are_linked_both_ways(
    one: str, other: str, folder: str, site: dict[str, str]
) -> None:
    """From a film to what it belongs to, and back."""
    for here, there in ((one, other), (other, one)):
        assert f"../{there}.html" in Page(site[f"{folder}{here}.html"]).links()


def test_markup_in_a_text_is_text(site: dict[str, str]) -> None:
    """No title, reason or name becomes an element, an attribute or a script."""
    page = Page(site["film/whole-1960.html"])

    assert 'Whole <b>&</b> "True"' in page.text
    assert "It is <the> first." in page.text
    assert not page.all("b")
    assert not page.all("the")
    for path, text in site.items():
        if path.endswith(".html"):
            scripts = text.count("<script")
            assert scripts == (2 if path.startswith("film/") else 1), path
            assert text.count("</script>") == scripts, path


def test_search_engines_read_the_film(site: dict[str, str]) -> None:
    """The page holds JSON-LD with the titles and the pages elsewhere."""
    (text,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>',
        site["film/whole-1960.html"],
    )
    movie = json.loads(text)

    assert movie["@type"] == "Movie"
    assert movie["name"] == 'Whole <b>&</b> "True"'
    assert movie["sameAs"][0] == "https://www.imdb.com/title/tt0000001/"


@LANGUAGES
def test_a_language_puts_its_own_names_first(folder: str, site: dict[str, str]) -> None:
    """In the page's language without a mark, in the other with one."""
    text = site[f"{folder}director/lee-one.html"]
    own, other = ("이하나", "Lee One") if folder else ("Lee One", "이하나")
    mark = "en" if folder else "ko"

    assert f"<h1>{own} <span lang={mark}>{other}</span></h1>" in text
    assert f"<html lang={'ko' if folder else 'en'}>" in text
    assert ("<p class=lead lang=en>Studied" in text) is bool(folder)


def test_every_page_has_a_heading_a_landmark_and_a_way_past_the_menu(
    site: dict[str, str],
) -> None:
    """What people who do not see the page go by."""
    for path, text in site.items():
        if path.endswith(".html"):
            page = Page(text)
            assert len(page.all("h1")) == len(page.all("main")) == 1, path
            assert page.all("a")[0]["href"] == "#main", path
            assert all("alt" in image for image in page.all("img")), path
            assert page.all("title"), path


def test_each_page_links_itself_in_the_other_language(site: dict[str, str]) -> None:
    """The switch leads to the same page."""
    assert "../ko/film/bare-1999.html" in site["film/bare-1999.html"]
    assert "../../film/bare-1999.html" in site["ko/film/bare-1999.html"]
    assert "ko/index.html" in Page(site["index.html"]).links()
    assert "../index.html" in Page(site["ko/index.html"]).links()


def test_the_essay_shows_a_film_once(catalogue: Catalogue) -> None:
    """Each section brings other films, with their reasons."""
    from kcinema._site.essay import essay
    from kcinema._site.shelves import Shelves

    chapters = essay(Shelves(catalogue))
    films = [film.id for half in chapters for part in half.parts for film in part.films]

    assert [len(half.parts) for half in chapters] == [5, 4]
    assert len(films) == len(set(films)) == 45


def _pair(**second: Any) -> tuple[Film, Film]:
    """Two films; the second has these values."""
    first = Film(
        id="a-1990",
        title="A",
        title_ko="가",
        year=1990,
        genres=["drama", "war"],
        themes=["class", "family"],
        directors=["lee"],
    )
    other = Film(id="b-1990", title="B", title_ko="나", year=1990, **second)
    lee = kcinema.Director(id="lee", name="Lee", name_ko="이")
    catalogue = Catalogue(films=[first, other], directors=[lee])
    return catalogue.film("a-1990"), catalogue.film("b-1990")


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        (
            {"based_on": [kcinema.BasedOn(kind="film", film="a-1990")]},
            "리메이크 또는 속편",
        ),
        ({"directors": ["lee"], "themes": ["family"]}, "같은 감독: 이"),
        ({"themes": ["family"], "genres": ["war"]}, "같은 주제: 가족"),
        ({"genres": ["war"]}, "같은 장르: 전쟁"),
        ({}, None),
    ],
)
def test_korean_readers_are_told_in_korean_what_films_share(
    second: dict[str, Any], reason: str | None
) -> None:
    """The strongest tie first, either way round."""
    one, other = _pair(**second)

    assert in_common(one, other, KOREAN) == in_common(other, one, KOREAN) == reason


def test_a_half_without_sections_speaks_for_itself() -> None:
    """Its own films stand in the essay."""
    film = Film(id="one-1990", title="One", title_ko="하나", year=1990)
    half = kcinema.Collection(
        id="half",
        title="Half",
        kind="half",
        entries=[kcinema.Entry(film="one-1990", reason="Because.")],
    )
    site = dict(files(Catalogue(films=[film], collections=[half])))

    assert "Because." in Page(site["index.html"]).text


# For programs -------------------------------------------------------------------------


def test_the_index_is_a_script_with_every_name(
    made: Catalogue, site: dict[str, str]
) -> None:
    """It assigns one value, so that a page from disk can have it."""
    text = site["index.js"]
    assert text.startswith("window.KCINEMA=")
    index = json.loads(text.removeprefix("window.KCINEMA=").removesuffix(";\n"))

    film = next(film for film in index["films"] if film[0] == "later-2010")
    assert film[:6] == ["later-2010", "Later", "마녀(魔女)", [], 2010, 90]
    assert [index["directors"][n][0] for n in film[6]] == ["lee-one"]
    assert [index["genres"][n] for n in film[7]] == ["horror"]
    assert [index["themes"][n] for n in film[8]] == ["family"]
    assert [index["sections"][n] for n in film[9]] == [
        "hidden-gems",
        "cult-classics",
        "my-section",
    ]
    assert film[11] == "hanja"
    assert len(index["collections"]) == len(made.collections())


def test_an_address_gives_whole_addresses(site: dict[str, str]) -> None:
    """Canonical links, a map of all pages, and a feed with the version of the data."""
    page = Page(site["ko/film/bare-1999.html"])
    (canonical,) = (one for one in page.all("link") if one["rel"] == "canonical")
    assert canonical["href"] == f"{BASE}ko/film/bare-1999.html"

    sitemap = ET.fromstring(site["sitemap.xml"])  # noqa: S314  # our own
    locations = {one.text for one in sitemap.iter() if one.text}
    assert locations - {"\n"} == {
        BASE + path for path in site if path.endswith(".html")
    }
    feed = ET.fromstring(site["feed.xml"])  # noqa: S314  # our own
    atom = {"a": "http://www.w3.org/2005/Atom"}
    assert feed.findtext("a:updated", "", atom) == "2026-11-29T00:00:00Z"
    assert feed.findtext("a:entry/a:title", "", atom) == "Data 2026.11.29"
    assert f"{BASE}feed.xml" in site["index.html"]


def test_the_feed_names_the_films_that_have_come_since(made: Catalogue) -> None:
    """Each by its page, with its logline; what was there before is no news."""
    new = made.film("bare-1999")
    before = made.subset(film for film in made.films() if film != new)
    site = dict(files(made, BASE, before))

    feed = ET.fromstring(site["feed.xml"])  # noqa: S314  # our own
    atom = {"a": "http://www.w3.org/2005/Atom"}
    news = [
        (entry.findtext("a:title", "", atom), link.get("href"))
        for entry in feed.iterfind("a:entry", atom)
        for link in entry.iterfind("a:link", atom)
    ]
    assert [page for _, page in news] == [
        f"{BASE}about.html",
        f"{BASE}film/bare-1999.html",
    ]
    assert new.title in news[1][0]
    ids = [entry.findtext("a:id", "", atom) for entry in feed.iterfind("a:entry", atom)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("version", ["2026.11.29", "mine"])
def test_there_is_no_news_without_a_feed(version: str, made: Catalogue) -> None:
    """A feed needs an address and a day: what was asked for is not dropped unsaid."""
    undated = Catalogue(films=made.films()[:0], version=version)
    address = BASE if version == "mine" else None
    with pytest.raises(InvalidQueryError, match=r"^site: .*has come since$"):
        files(undated, address, made)


def test_without_an_address_there_are_none(made: Catalogue) -> None:
    """Nothing is made that would have to be guessed."""
    site = dict(files(made))

    assert not {"sitemap.xml", "feed.xml"} & set(site)
    assert "canonical" not in site["index.html"]


@pytest.mark.parametrize(
    "address",
    ["", "example.org", "ftp://example.org", "https://", "http://[", "https://a/?b",
     "https://a/#b", "https://exa mple/", "https://a/\n", 'https://a/"'],
)  # fmt: skip
def test_a_wrong_address_is_refused_before_anything_is_written(
    address: str, made: Catalogue, tmp_path: Path
) -> None:
    """The message says what was expected."""
    with pytest.raises(InvalidQueryError, match=r"^site: .*address"):
        write(made, tmp_path / "site", address)
    assert not (tmp_path / "site").exists()


# Writing ------------------------------------------------------------------------------


def test_the_site_is_written_and_what_is_current_left_alone(
    made: Catalogue, site: dict[str, str], tmp_path: Path
) -> None:
    """Every file is there; a second build touches only what is not as it should be."""
    assert write(made, tmp_path / "a/b", BASE) == len(site)
    written = {
        path.relative_to(tmp_path / "a/b").as_posix(): path
        for path in (tmp_path / "a/b").rglob("*")
        if path.is_file()
    }
    assert {name: path.read_text("utf-8") for name, path in written.items()} == site

    before = {name: path.stat().st_ino for name, path in written.items()}
    written["index.html"].write_text("stale")
    write(made, tmp_path / "a/b", BASE)
    after = {name: path.stat().st_ino for name, path in written.items()}
    assert written["index.html"].read_text("utf-8") == site["index.html"]
    assert {name for name in after if after[name] != before[name]} == {"index.html"}


def test_without_jinja_one_line_says_what_to_install(
    made: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extra is named, and nothing is written."""
    monkeypatch.setitem(sys.modules, "jinja2", None)

    with pytest.raises(MissingPackageError, match=r"kcinema\[site\]"):
        write(made, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_the_command_writes_a_site(run: Any, mine: Path, tmp_path: Path) -> None:
    """It says how many files there are; a mistake is one line."""
    site = tmp_path / "site"
    status, out, err = run("site", site, "--catalogue", mine)

    count = sum(path.is_file() for path in site.rglob("*"))
    assert (status, err) == (0, "")
    assert out == f"{count} files in {site}; it begins with index.html\n"
    status, out, err = run("site", site, "--base-url", "nowhere")
    assert (status, out) == (2, "")
    assert err.startswith("kcinema: site: expected an address such as")
    status, out, err = run("site", mine)
    assert (status, out) == (2, "")
    assert err.startswith(f"kcinema: {mine}: ")


def test_the_command_takes_the_catalogue_as_it_was(
    run: Any, mine: Path, tmp_path: Path
) -> None:
    """Where no feed can be made of it, that is said."""
    site, missing = tmp_path / "site", tmp_path / "missing.json"
    status, out, err = run("site", site, "--catalogue", mine, "--since", mine)
    assert (status, out) == (2, "")
    assert err.startswith("kcinema: site: expected an address, and a version")
    status, _, err = run("site", site, "--catalogue", mine, "--since", missing)
    assert status == 2
    assert "missing.json" in err
    assert not site.exists()


# Words --------------------------------------------------------------------------------


def test_every_term_has_a_korean_word() -> None:
    """A word that is added to a vocabulary is added here."""
    classes = [
        cls
        for cls in vars(vocabulary).values()
        if isinstance(cls, type) and issubclass(cls, vocabulary.Term) and [*cls]
    ]
    none_of(
        f"{cls.__name__}.{term.name}"
        for cls in classes
        for term in cls
        if not korean.LABELS[cls].get(term.value)
    )
    assert {cls: set(known) for cls, known in korean.LABELS.items()} == {
        cls: {term.value for term in cls} for cls in classes
    }


def test_every_text_of_the_site_is_used() -> None:
    """None is left over from an earlier page."""
    code = "".join(
        path.read_text("utf-8")
        for path in (*SOURCE.rglob("*.html"), *SOURCE.rglob("*.py"))
        if path.name != "words.py"
    )
    named = {*re.findall(r'\bt(?:\.|\[")(\w+)', code)}
    named |= {*re.findall(r'(?:texts\[|fact\(|navigation: )"(\w+)"', code)}
    named |= {"films", "collections", "directors", "themes", "about"}
    named |= {f"sort_{one}" for one in ("year", "new", "title")}
    named |= {f"script_{one}" for one in ("hangul", "latin", "hanja")}
    named |= {"one_film", "film_count"}

    assert set(words.TEXTS) == named


def test_the_places_in_a_text_are_the_same_in_both_languages() -> None:
    """What is filled in appears in either."""
    none_of(
        f"{name}: {english} / {hangul}"
        for name, (english, hangul) in words.TEXTS.items()
        if sorted(re.findall(r"{\w*}", english)) != sorted(re.findall(r"{\w*}", hangul))
    )


def test_slim_pages_keep_what_they_say() -> None:
    """Quotes stay where they are needed, and scripts as they are."""
    script = '<script type="application/ld+json">{"a=":"b","c":""}</script>'
    page = (
        f'<a href="a/">x</a>\n  <p title="two words">It&#39;s</p>\n<p>b</p> t{script}'
    )

    assert slim(page) == (
        f'<a href="a/">x</a><p title="two words">It\'s<p>b</p> t{script}\n'
    )
