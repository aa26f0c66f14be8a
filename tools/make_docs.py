"""Generates the parts of the documentation that follow from the code.

    python tools/make_docs.py

writes the tables of criteria, of vocabularies, of export formats, of warnings and of
the columns of tables, and the help of every command, each between two comments of its
page:
``<!-- NAME: ... -->`` and ``<!-- end -->``; and the formats and their options in the
docstring of ``export``. A test fails where a page and the code disagree.
"""

from __future__ import annotations

import inspect
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
from kcinema._json.doubts import WARNINGS
from kcinema._model import filmlist
from kcinema._model.criteria import CRITERIA
from kcinema.exchange import tables
from kcinema.exchange.layout import FILM_COLUMNS
from kcinema.exchange.registry import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcinema.exchange.tables import Column, Table

DOCS = Path(__file__).parents[1] / "docs"
PART = re.compile(
    r"(?P<begin><!-- (?P<name>[a-z]+(?: [a-z-]+)?): python tools/make_docs.py -->\n)"
    r"(?P<body>.*?)"
    r"(?P<end><!-- end -->\n)",
    re.DOTALL,
)
FILMLIST = Path(filmlist.__file__)
DOCSTRING = re.compile(
    r"(?<=^        Args:\n)            format: .*?"
    r"(?P<path>^            path_or_file: .*?)"
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


def warnings() -> Iterator[str]:
    """Return the table of warnings about a catalogue."""
    rows = ((f"`{code}`", warned.about) for code, warned in WARNINGS.items())
    return _table(("code", "what is suspicious"), rows)


def columns() -> Iterator[str]:
    """Return the columns of a table of films alone, in which lists are columns."""
    rows = (
        (f"`{column.name}`", _kind(column), _null(column), _about(tables.FILMS, column))
        for column in FILM_COLUMNS
    )
    return _table(_COLUMN, rows)


def catalogue() -> Iterator[str]:
    """Return the columns of each of the tables of a catalogue."""
    for table in tables.TABLES.values():
        yield f"### {table.name}"
        yield ""
        rows = (
            (
                f"`{column.name}`" + r" \*" * (column.name in table.key),
                _kind(column),
                _null(column),
                _about(table, column),
            )
            for column in table.flat()
        )
        yield from _table(_COLUMN, rows)
        yield ""


_COLUMN = ("column", "type", "may be null", "what it is")
_KINDS = {
    "text": "text",
    "small": "whole number",
    "integer": "whole number",
    "date": "date",
}


def _kind(column: Column) -> str:
    if column.table is not None:
        parts = column.table.columns
        if not column.table.alone:
            return f"list of {', '.join(f'`{part.name}`' for part in parts)}"
        return f"list of {_word(parts[0], 'words') or 'text'}"
    if column.words is not None:
        return _word(column, "word")
    if column.refers is not None:
        return f"id in [{column.refers}](#{column.refers})"
    return _KINDS[column.kind]


def _word(column: Column, what: str) -> str:
    name = column.words and column.words.__name__
    return f"{what} of [{name}](api/vocabularies.md)" if name else ""


def _null(column: Column) -> str:
    return "yes" if column.null else ""


def _about(table: Table, column: Column) -> str:
    """Return what a column is, as the class says of the field."""
    if column.name in ("number", "directors"):
        return {
            "number": "The value, if it is a number.",
            "directors": "Their names; null if the film is in no catalogue.",
        }[column.name]
    if table.owner is not None:
        owner = tables.TABLES[table.owner]
        if column.name == "place":
            return "The place among the others, from 1."
        if column.name == owner.one and owner.owner is None:
            return f"The id in [{owner.name}](#{owner.name})."
        if column.name in table.above:
            return f"The place in [{owner.name}](#{owner.name})."
        if table.alone:
            (field,) = (
                held for held, below in owner.lists() if below.name == table.name
            )
            return _about(owner, field)
    cls = table.cls
    *parts, last = column.path.split(".")
    for part in parts:
        cls, _ = tables._without_none(tables._hints(cls)[part])
    return attributes(cls)[last]


def attributes(cls: type) -> dict[str, str]:
    """Return what the docstring of a class says of each attribute."""
    _, _, section = inspect.getdoc(cls).partition("Attributes:\n")  # type: ignore[union-attr]  # all have one
    entries = re.findall(r"^    (\w+): (.*(?:\n {8}.*)*)", section, re.MULTILINE)
    return {name: " ".join(text.split()).replace("``", "`") for name, text in entries}


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
        "warnings": warnings(),
        "columns": columns(),
        "tables": catalogue(),
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
