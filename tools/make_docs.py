"""Generates the parts of the documentation that follow from the code.

    python tools/make_docs.py

writes the tables of criteria, of vocabularies and of export formats, and the help of
every command, each between two comments of its page: ``<!-- NAME: ... -->`` and
``<!-- end -->``; and the formats and their options in the docstring of ``export``. A
test fails where a page and the code disagree.
"""

from __future__ import annotations

import io
import os
import re
import textwrap
from contextlib import redirect_stdout, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kcinema import vocabulary
from kcinema._cli.commands import COMMANDS
from kcinema._cli.main import main as run
from kcinema._model import filmlist
from kcinema._model.criteria import CRITERIA
from kcinema.exchange.registry import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DOCS = Path(__file__).parents[1] / "docs"
PART = re.compile(
    r"(?P<begin><!-- (?P<name>[a-z]+(?: [a-z-]+)?): python tools/make_docs.py -->\n)"
    r"(?P<body>.*?)"
    r"(?P<end><!-- end -->\n)",
    re.DOTALL,
)
FILMLIST = Path(filmlist.__file__)
DOCSTRING = re.compile(
    r"(?<=^        Args:\n)            format: .*?(?P<path>^            path: .*?)"
    r"^            \*\*options: .*?(?=^\n)",
    re.DOTALL | re.MULTILINE,
)
_SHORT = re.compile(r"(-\w) ([A-Z]+), (--[\w-]+) \2")
_TAKES = {
    "words": "one or several",
    "names": "one or several",
    "numbers": "a value, a `range` or a pair",
}


def criteria() -> Iterator[str]:
    """Return the table of criteria, each with an example that a test runs."""
    rows = (
        (f"`{name}`", item.about, _TAKES[item.takes], f"`films({name}={item.example})`")
        for name, item in CRITERIA.items()
    )
    return _table(("criterion", "what it is", "takes", "example"), rows)


def formats() -> Iterator[str]:
    """Return the table of formats that films are exported in."""
    rows = (
        (
            f"`{name}`",
            item.about,
            f"`{item.suffix}`",
            ", ".join(f"`{option}`" for option in item.options()),
        )
        for name, item in FORMATS.items()
    )
    return _table(("format", "what it is", "file", "options"), rows)


def exporting(docstring: re.Match[str]) -> str:
    """Return the arguments of ``export`` as its docstring has them."""
    options: dict[str, list[str]] = {}
    for name, item in FORMATS.items():
        for option in item.options():
            options.setdefault(option, []).append(name)
    taken = (f"``{option}`` for {_listed(names)}" for option, names in options.items())
    return (
        _argument("format", _listed(FORMATS))
        + docstring["path"]
        + _argument("**options", f"Options of the format: {'; '.join(taken)}")
    )


def _argument(name: str, text: str) -> str:
    first, rest = " " * 12, " " * 16
    wrapped = textwrap.wrap(
        f"{name}: {text}.", 88, initial_indent=first, subsequent_indent=rest
    )
    return "".join(f"{line}\n" for line in wrapped)


def _listed(names: Iterable[str]) -> str:
    *others, last = (f'``"{name}"``' for name in names)
    return f"{', '.join(others)} or {last}" if others else last


def vocabularies() -> Iterator[str]:
    """Return every vocabulary with its words."""
    for name in vocabulary.__all__:
        terms: type[vocabulary.Term] = getattr(vocabulary, name)
        if terms is vocabulary.Term:
            continue
        yield f"## {name}"
        yield ""
        yield "```{eval-rst}"
        yield f".. autoclass:: kcinema.{name}"
        yield "   :members:"
        yield "```"
        yield ""
        rows = ((f"`{term}`", term.label, *_years(term)) for term in terms)
        years = ("years",) if terms is vocabulary.Era else ()
        yield from _table(("word", "label", *years), rows)
        yield ""


def _years(term: vocabulary.Term) -> Iterator[str]:
    if isinstance(term, vocabulary.Era):
        eras = [*vocabulary.Era]
        if term is eras[0]:
            yield f"to {term.last}"
        elif term is eras[-1]:
            yield f"from {term.first}"
        else:
            yield f"{term.first} to {term.last}"


def usage(*command: str) -> Iterator[str]:
    """Return what ``kcinema COMMAND --help`` prints in 80 columns."""
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "80"
    try:
        with redirect_stdout(io.StringIO()) as output, suppress(SystemExit):
            run([*command, "--help"])
    finally:
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before
    yield "```text"
    # As Python 3.13 and later write it.
    yield _SHORT.sub(r"\1, \3 \2", output.getvalue()).rstrip()
    yield "```"


def _table(names: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    names = tuple(names)
    yield _row(names)
    yield "|" + "---|" * len(names)
    yield from map(_row, rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def parts() -> dict[str, str]:
    """Return the text of every generated part by its name."""
    made = {
        "criteria": criteria(),
        "formats": formats(),
        "vocabularies": vocabularies(),
        "help": usage(),
        **{f"help {name}": usage(name) for name in COMMANDS},
    }
    return {name: "\n".join(lines).rstrip() + "\n" for name, lines in made.items()}


def pages() -> dict[Path, str]:
    """Return the pages that have generated parts, with those parts as they should be.

    Raises:
        KeyError: A page asks for a part that there is none of.
    """
    made = parts()
    found = {path: path.read_text("utf-8") for path in sorted(DOCS.rglob("*.md"))}
    made_pages = {
        path: PART.sub(lambda m: m["begin"] + made[m["name"]] + m["end"], text)
        for path, text in found.items()
        if PART.search(text)
    }
    code = FILMLIST.read_text("utf-8")
    return made_pages | {FILMLIST: DOCSTRING.sub(exporting, code)}


def same(one: str, other: str) -> bool:
    """Return whether two pages differ in nothing but how lines break.

    Help is laid out a little differently by each Python.
    """
    return one.split() == other.split()


def main() -> None:
    """Write the pages that are not as they should be."""
    for path, text in pages().items():
        if not same(path.read_text("utf-8"), text):
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {path.name}")


if __name__ == "__main__":
    main()
