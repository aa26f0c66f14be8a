"""Answers what the pages of the documentation ask of the data, while they are built.

A page asks in a comment, which is nothing to see where it is read unbuilt:

- ``<!-- filled: films.runtime -->``: for how many films a field is known, in per cent;
- ``<!-- others: films -->``: rows for the fields that the page has not asked for, such
  as one that has just been added;
- ``<!-- count: films -->``: how many there are;
- ``<!-- decades -->``: a table of films by decade.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import fields
import kcinema
import make_docs

_ASKED = re.compile(
    r"<!-- (?P<kind>filled|others|count|decades)(?:: (?P<what>\S+))? -->"
)
_CLASSES: dict[str, type] = {"films": kcinema.Film, "directors": kcinema.Director}


def answered(page: str) -> str:
    """Return a page with what it asks for.

    Raises:
        KeyError: It asks for a field that there is not, or for what is not counted.
    """
    asked = {found["what"] for found in _ASKED.finditer(page)}

    def answer(found: re.Match[str]) -> str:
        kind, what = found["kind"], found["what"]
        if kind == "filled":
            return _percent(what)
        if kind == "others":
            return "\n".join(_others(what, asked))
        return f"{_counts()[what]:,}" if kind == "count" else _decades()

    return _ASKED.sub(answer, page)


@cache
def _shares() -> dict[str, float]:
    records: dict[str, Any] = {
        "films": kcinema.films(),
        "directors": kcinema.directors(),
    }
    return {
        f"{kind}.{name}": count / len(found)
        for kind, found in records.items()
        for name, count in fields.counted(found).items()
    }


def _percent(name: str) -> str:
    return f"{_shares()[name]:.0%}".replace("%", "\N{NO-BREAK SPACE}%")


def _others(kind: str, asked: set[str]) -> list[str]:
    said = make_docs.attributes(_CLASSES[kind])
    return [
        f"| `{field}` | {said.get(field, '')} | | {_percent(name)} |"
        for name in _shares()
        for of, _, field in [name.partition(".")]
        if of == kind and name not in asked
    ]


@cache
def _counts() -> dict[str, int]:
    films, directors = kcinema.films(), kcinema.directors()
    records = [*films, *directors]
    return {
        "films": len(films),
        "directors": len(directors),
        "collections": len(kcinema.collections()),
        "pages": len({page.url for record in records for page in record.sources}),
        "awards": sum(len(film.awards) for film in films),
        "roles": sum(credit.role is not None for film in films for credit in film.cast),
        "disputed": sum(len(record.disputed) for record in records),
    }


def _decades() -> str:
    grouped = kcinema.films().group_by("decade")
    rows = [
        f"| {decade}s | {len(films)} |" for decade, films in sorted(grouped.items())
    ]
    return "\n".join(["| decade | films |", "|---|--:|", *rows])
