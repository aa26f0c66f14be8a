"""The site of the packaged catalogue: its size, its HTML, and as visitors use it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from needed import missing
from problems import none_of
from sitepages import dead_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcinema import Catalogue

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
# Nothing that asks the network, and nothing kept from one run to the next.
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

MAIN = (
    "index.html",
    "browse.html#section=hidden-gems&genre=horror&to=1980",
    "film/parasite-2019.html",
    "director/bong-joon-ho.html",
    "collection/where-to-begin.html",
)
LISTS = (
    "collection/hidden-gems.html",
    "era/colonial.html",
    "theme/gwangju.html",
    "themes.html",
    "collections.html",
    "directors.html",
    "about.html",
)


@pytest.fixture(name="folder", scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site on disk, as the command writes it."""
    folder = tmp_path_factory.mktemp("site")
    address = "https://kcinema.readthedocs.io/site/"
    command = [sys.executable, "-m", "kcinema", "site", str(folder)]
    subprocess.run([*command, "--base-url", address], check=True, capture_output=True)
    return folder


@pytest.fixture(name="browser", scope="module")
def _browser() -> Iterator[Any]:
    """Chromium, with a new profile."""
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        missing("playwright")
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        missing("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture(name="visit")
def _visit(browser: Any, folder: Path) -> Iterator[Any]:
    """Open a page as somebody does: in a light, on a screen, with scripts or not."""
    contexts = []
    wrong = []

    def visit(path: str, **options: Any) -> Any:
        context = browser.new_context(**options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"{path}: {error}"))
        # A picture that is still on its way when one leaves the page is not missing.
        page.on(
            "requestfailed",
            lambda one: wrong.extend(
                [] if "ABORTED" in str(one.failure) else [one.url]
            ),
        )
        page.goto(f"{folder.as_uri()}/{path}")
        return page

    yield visit
    for context in contexts:
        context.close()
    none_of(wrong)


# The files ----------------------------------------------------------------------------


def test_the_site_keeps_to_its_size(folder: Path, catalogue: Catalogue) -> None:
    """14 MB for 735 films, in both languages; 100 kB for a page."""
    sizes = {path: path.stat().st_size for path in folder.rglob("*.*")}

    assert sum(sizes.values()) <= 14_000_000 / 735 * len(catalogue.films())
    none_of(
        f"{path.relative_to(folder)}: {size / 1000:.0f} kB"
        for path, size in sizes.items()
        if path.suffix == ".html" and size > 100_000
    )


def test_every_link_leads_somewhere(folder: Path) -> None:
    """No page, poster or place in a page is missing."""
    site = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*.*")
    }

    none_of(dead_links(site))


def test_pages_are_valid_html(folder: Path) -> None:
    """Each kind of page keeps to the standard, in both languages."""
    node, validator = shutil.which("node"), MODULES / "html-validate/bin"
    if node is None or not validator.is_dir():
        missing("html-validate")
    paths = [path.partition("#")[0] for path in (*MAIN, *LISTS)]
    pages = [str(folder / path) for path in paths]
    pages += [str(folder / "ko" / path) for path in paths[::2]]

    done = subprocess.run(
        [str(node), str(validator / "html-validate.mjs"), "--config",
         str(HERE / ".htmlvalidate.json"), "--formatter", "json", *pages],
        check=False, capture_output=True, text=True,
    )  # fmt: skip

    assert done.stdout, done.stderr
    none_of(
        f"{Path(page['filePath']).name}:{one['line']}: {one['message']}"
        for page in json.loads(done.stdout)
        for one in page["messages"]
    )


# For everybody ------------------------------------------------------------------------


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_nobody_is_kept_out(language: str, light: str, visit: Any) -> None:
    """The tool axe finds no violation of WCAG 2.2 AA on any kind of page."""
    axe = MODULES / "axe-core/axe.min.js"
    if not axe.is_file():
        missing("axe-core")
    # The lists are of one form, so two of the four pairs will do for them.
    paths = MAIN + (LISTS if (language == "en") == (light == "light") else ())
    page = visit("index.html", color_scheme=light)
    root = page.url.removesuffix("index.html")
    for path in paths:
        page.goto(f"{root}{'ko/' if language == 'ko' else ''}{path}")
        if "browse" in path:
            page.wait_for_selector("#results li")
        page.add_script_tag(path=str(axe))
        found = page.evaluate(
            """axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa",
              "wcag22aa", "best-practice"], resultTypes: ["violations"],
              preload: false})"""
        )
        none_of(
            f"{path}: {one['id']}: {node['target']}: {node['failureSummary']}"
            for one in found["violations"]
            for node in one["nodes"]
        )


def test_a_phone_shows_the_page_without_scrolling_sideways(visit: Any) -> None:
    """Nothing is wider than the screen."""
    for path in (*MAIN, "about.html"):
        page = visit(path, viewport={"width": 390, "height": 844})
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 390, path


# A visitor ----------------------------------------------------------------------------


def test_a_visitor_finds_a_film_and_follows_it(visit: Any) -> None:
    """From the first page by filters and search to a film, its director, another."""
    page = visit("index.html")
    page.get_by_role("link", name="Find a film").click()
    page.locator("[name=section]").select_option("Hidden gems")
    page.locator("[name=genre]").select_option("Horror")
    page.locator("[name=to]").select_option("1980s")
    cards = page.locator("#results li")
    cards.first.wait_for()
    years = [int(text[-4:]) for text in cards.all_inner_texts()]
    assert years
    assert max(years) < 1990
    assert "genre=horror" in page.url  # can be shared

    page.get_by_role("button", name="Clear").click()
    search = page.locator("#filters").get_by_label("Search")
    for text, title in (("ㄱㅅㅊ", "Parasite"), ("memries of murder", "Memories of")):
        search.fill(text)
        page.locator("#results li", has_text=title).wait_for()
        assert title in cards.first.inner_text()

    cards.first.get_by_role("link").click()
    assert page.url.endswith("/film/memories-of-murder-2003.html")
    page.get_by_role("main").get_by_role("link", name="Bong Joon-ho").first.click()
    assert page.url.endswith("/director/bong-joon-ho.html")
    page.get_by_role("link", name="Parasite").click()
    assert page.url.endswith("/film/parasite-2019.html")


def test_the_search_in_the_header_is_there_on_every_page(visit: Any) -> None:
    """It answers while one types, by keyboard alone."""
    page = visit("ko/film/parasite-2019.html")
    page.locator(".find input").fill("봉준")
    page.locator(".find a", has_text="봉준호").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ko/director/bong-joon-ho.html")
    page.locator(".find input").fill("살인의")
    page.keyboard.press("Enter")
    page.locator("#results li", has_text="살인의 추억").wait_for()


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("ㅅㅇㅇㅊㅇ", "memories-of-murder-2003"),
        ("살인ㅇ ㅊ", "memories-of-murder-2003"),
        ("기생추", "parasite-2019"),
        ("rltodcnd", "parasite-2019"),
        ("the host 2006", "the-host-2006"),
        ("olbdoy", "oldboy-2003"),
        ("Sarinui chueok", "memories-of-murder-2003"),
        ("murder memories", "memories-of-murder-2003"),
        ("봉준호", "bong-joon-ho"),
        ("joon-ho bong", "bong-joon-ho"),
        ("cult classics", "cult-classics"),
        ("컬트 명작", "cult-classics"),
        ("qqqqqqqq", None),
    ],
)
def test_the_search_forgives(text: str, id_: str | None, finder: Any) -> None:
    """Initials, unfinished words, the other keyboard, errors, names turned round."""
    assert finder(text) == id_


@pytest.fixture(name="finder", scope="module")
def _finder(browser: Any, folder: Path) -> Iterator[Any]:
    """The first answer of the search in the header, as an id."""
    page = browser.new_page()
    page.goto(f"{folder.as_uri()}/about.html")
    field = page.locator(".find input")

    def find(text: str) -> str | None:
        field.fill("")
        page.locator(".find ul").wait_for(state="hidden")
        field.fill(text)
        page.locator(".find ul li").first.wait_for()
        link = page.locator(".find li").first.locator("a")
        if not link.count():
            return None
        return str(link.get_attribute("href")).rpartition("/")[2].removesuffix(".html")

    yield find
    page.close()


def _queries() -> list[tuple[str, str]]:
    """Read every fourth of the labelled queries of the library's own search."""
    lines = (HERE.parent / "_search/queries.txt").read_text("utf-8").splitlines()
    rows = [line.partition(" = ") for line in lines if " = " in line]
    return [(query, id_) for id_, _, texts in rows for query in texts.split(" | ")][::4]


def test_the_browser_finds_what_the_library_finds(visit: Any) -> None:
    """In 95 of 100 labelled queries, what is meant is among the first five."""
    page = visit("about.html")
    queries = _queries()
    found = page.evaluate(
        """async (texts) => Promise.all(texts.map(async (text) =>
          (await window.kcinema.search(text)).slice(0, 5).map((item) => item.id)))""",
        [text for text, _ in queries],
    )

    missed = [
        f"{text!r}: {id_}, not {ids}"
        for (text, id_), ids in zip(queries, found, strict=True)
        if id_ not in ids
    ]
    assert len(queries) > 200
    assert len(missed) <= len(queries) * 0.05, "\n".join(missed)


def test_language_and_light_are_switched_and_the_light_is_kept(visit: Any) -> None:
    """The switch of the language leads to the same page, that of the light stays."""
    page = visit("film/parasite-2019.html", color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Dark or light").click()
    dark = page.evaluate(paper)
    assert dark != light

    page.get_by_role("link", name="한국어").click()
    page.wait_for_url("**/ko/film/parasite-2019.html")
    assert page.locator("h1").inner_text().startswith("기생충")
    assert page.evaluate(paper) == dark
    page.get_by_role("button", name="어둡게 또는 밝게").click()
    assert page.evaluate(paper) == light


def test_a_film_for_tonight_is_drawn(visit: Any) -> None:
    """It is of the genre and no longer than asked; where none is, that is said."""
    page = visit("index.html")
    form = page.locator(".tonight")
    form.locator("[name=genre]").select_option("Comedy")
    form.locator("[name=length]").select_option("Up to 95 minutes")
    form.get_by_role("button").click()
    page.locator(".drawn a").wait_for()
    page.locator(".drawn a").click()
    page.wait_for_url("**/film/*.html")
    assert "Comedy" in page.locator("h1 + p").inner_text()

    page.go_back()
    form.locator("[name=genre]").select_option("Erotic")
    form.locator("[name=length]").select_option("Up to 95 minutes")
    form.locator("[name=section]").select_option("Blockbusters")
    form.get_by_role("button").click()
    page.locator(".drawn", has_text="Nothing found").wait_for()


def test_it_can_be_read_without_scripts(visit: Any) -> None:
    """Every film is reached and read; what needs a script is not shown."""
    page = visit("index.html", java_script_enabled=False)
    assert not page.locator("form").first.is_visible()
    page.get_by_role("link", name="Find a film").click()
    page.get_by_role("link", name="Parasite").click()
    assert page.locator("h1").inner_text().startswith("Parasite")
    page.get_by_role("link", name="Bong Joon-ho").first.click()
    page.get_by_role("link", name="한국어").click()
    assert page.locator("h1").inner_text().startswith("봉준호")


def test_the_page_can_be_printed(visit: Any) -> None:
    """Paper has the film, and neither menus nor the posters of others."""
    page = visit("film/parasite-2019.html")
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert not page.locator("header nav").is_visible()
    assert not page.locator(".near").is_visible()


def test_the_first_page_asks_for_little(visit: Any) -> None:
    """One style sheet, one script, and the posters that are seen."""
    page = visit("index.html")
    loaded = page.evaluate(
        "performance.getEntriesByType('resource').map((one) => one.name)"
    )
    assert not any("index.js" in name for name in loaded)
    assert len(loaded) < 60
