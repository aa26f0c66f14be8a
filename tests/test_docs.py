"""The documentation: what is generated is current, what is there is described."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

import fields
import figures
import kcinema
import make_docs
from kcinema._cli.commands import COMMANDS
from kcinema._cli.main import main
from kcinema._model.criteria import CRITERIA
from kcinema.exchange.registry import FORMATS
from problems import none_of

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
in_the_tree = pytest.mark.skipif(
    not (ROOT / "catalogue").is_dir(), reason="the wheel is tested by itself"
)
PUBLIC: list[str] = vars(kcinema)["__all__"]  # what type checkers are not shown
MODULES: tuple[str, ...] = vars(kcinema)["_MODULES"]
TO_RUN = "python tools/make_docs.py"


def _page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def _commands() -> list[str]:
    """List the calls that the page of the command line shows, in their order."""
    blocks = re.findall(
        r"^```sh\n(.*?)^```", _page("command-line.md"), re.MULTILINE | re.DOTALL
    )
    return [line for block in blocks for line in block.splitlines()]


# Generated ----------------------------------------------------------------------------


@pytest.mark.parametrize("path", make_docs.pages(), ids=lambda path: path.name)
def test_generated_parts_are_current(path: Path) -> None:
    """Tables and help texts are as the code has them."""
    shown, made = path.read_text("utf-8"), make_docs.pages()[path]

    assert make_docs.same(shown, made), f"{path.name} is stale: {TO_RUN}"


def test_every_generated_part_is_shown_once() -> None:
    """No table is made that no page has."""
    shown = [
        part["name"]
        for path in DOCS.rglob("*.md")
        for part in make_docs.PART.finditer(path.read_text("utf-8"))
    ]

    assert sorted(shown) == sorted(make_docs.parts())


@pytest.mark.parametrize("name", CRITERIA)
def test_every_criterion_has_an_example_that_finds_films(name: str) -> None:
    """The example in the table runs, and chooses some films and not all."""
    value = eval(CRITERIA[name].example)  # noqa: S307  # of our own table
    chosen: dict[str, Any] = {name: value}

    assert 0 < len(kcinema.films(**chosen)) < len(kcinema.films())
    assert f"`films({name}={CRITERIA[name].example})`" in _page("criteria.md")


# Described ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_section_with_an_example(name: str) -> None:
    """A command is described in the page of the command line, and called there."""
    assert f"\n## {name}\n" in _page("command-line.md")
    assert any(shlex.split(call)[:2] == ["kcinema", name] for call in _commands())


def test_every_call_that_is_shown_works(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The calls run one after the other, in a folder of their own."""
    monkeypatch.chdir(tmp_path)
    for call in _commands():
        program, *arguments = shlex.split(call)
        if program == "python":
            exec(arguments[-1], {})  # noqa: S102  # of our own page
            continue
        assert program == "kcinema"
        try:
            status = main(arguments)
        except SystemExit as left:
            status = int(left.code or 0)
        output = capsys.readouterr()
        assert status == 0, f"{call}: {output.err}"


def test_the_mistakes_that_are_shown_are_those_that_are_named(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The page on catalogues of one's own breaks its file in three places."""
    page = _page("own-catalogue.md")
    (text, *_) = re.findall(r"^```json\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    shown = re.search(r"^```text\n(3 problems .*?)^```", page, re.MULTILINE | re.DOTALL)
    for right, wrong in (
        ('"2015-09-24"', '"2015-09-31"'),
        ('["drama"],\n      "themes"', '["dramma"],\n      "themes"'),
        ('["yoon-dan-bi"]', '["yoon-danbi"]'),
    ):
        assert right in text
        text = text.replace(right, wrong, 1)
    monkeypatch.chdir(tmp_path)
    Path("mine.json").write_text(text, encoding="utf-8")

    assert main(["validate", "mine.json"]) == 1
    assert shown
    assert capsys.readouterr().out == shown[1]


def test_every_public_name_is_in_the_reference() -> None:
    """A name that can be imported is documented under that name."""
    pages = "".join(path.read_text("utf-8") for path in (DOCS / "api").glob("*.md"))
    shown = set(re.findall(r"auto\w+:: kcinema\.(\w+)$", pages, re.MULTILINE))
    # A module whose names are all exported one by one needs no page of its own.
    whole = {"errors", "vocabulary"}

    none_of(
        f"kcinema.{name} is in no page of docs/api"
        for name in PUBLIC
        if name not in shown | whole | {"__version__"}
    )
    none_of(
        f"docs/api shows kcinema.{name}, which is not public"
        for name in sorted(shown - {*PUBLIC, "vocabulary"})
    )


@in_the_tree
def test_every_field_has_its_coverage() -> None:
    """The data guide says of each field for how many records it is known."""
    page = figures.answered(_page("data.md"))

    assert "<!--" not in page
    films, directors = page.split("### Directors")
    for part, records in ((films, kcinema.films()), (directors, kcinema.directors())):
        none_of(
            f"docs/data.md has no row for {name}"
            for name in fields.counted(records)
            if f"`{name}`" not in part
        )


def test_a_new_field_has_a_row_before_anybody_writes_one() -> None:
    """What a page does not ask for stands where the others do, as its class says."""
    rows = figures.answered("<!-- filled: films.id -->\n<!-- others: films -->")

    assert rows.startswith("100\N{NO-BREAK SPACE}%\n")
    assert "| `runtime` | Minutes, of the version first released. | |" in rows
    assert "| `id` |" not in rows
    with pytest.raises(KeyError):
        figures.answered("<!-- filled: films.nothing -->")


def test_every_error_has_an_example() -> None:
    """The page of errors raises each of them."""
    page = _page("errors.md")

    none_of(
        f"docs/errors.md has no example of {name}"
        for name in PUBLIC
        if name.endswith(("Error", "Warning"))
        and len(re.findall(rf"\b{name}\b", page)) < 2
    )


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_named_where_films_are_exported(name: str) -> None:
    """The table of formats has it."""
    assert f"| `{name}` |" in _page("export.md")


@pytest.mark.parametrize(
    ("heading", "words"), [("Genres", kcinema.Genre), ("Themes", kcinema.Theme)]
)
def test_every_genre_and_theme_has_one_definition(heading: str, words: Any) -> None:
    """Each word has its line, in the order of the vocabulary, and no other word has."""
    _, _, section = _page("tags.md").partition(f"\n## {heading}\n")
    section, _, _ = section.partition("\n## ")
    lines = re.findall(r"^\| `([\w-]+)` \| (.+) \|$", section, re.MULTILINE)
    definitions = [definition for _, definition in lines]

    assert [word for word, _ in lines] == [str(word) for word in words]
    assert len(set(definitions)) == len(definitions)
    none_of(
        f"{word}: {definition}"
        for word, definition in lines
        if not 4 <= len(definition.split()) <= 70 or not definition.endswith(".")
    )


def test_a_definition_names_words_that_there_are() -> None:
    """What the definitions point to is a genre or a theme."""
    named = set(re.findall(r"`([\w-]+)`", _page("tags.md")))

    assert named == {str(word) for word in [*kcinema.Genre, *kcinema.Theme]}


# Linked -------------------------------------------------------------------------------


@in_the_tree
def test_links_in_the_repository_lead_somewhere() -> None:
    """A page that was moved takes its links along."""
    pages = [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
    none_of(
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:\s]+)[)#]", page.read_text("utf-8"))
        if not (page.parent / target).exists()
    )


@in_the_tree
def test_the_citation_names_the_release_and_the_data() -> None:
    """Who cites the data cites what is there."""
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    day = kcinema.data_version().version.replace(".", "-")

    assert f"\nversion: {kcinema.__version__}\n" in citation
    assert f"\ndate-released: {day}\n" in citation
