"""Says how full each field of the packaged data is, in per cent.

    python tools/fields.py

prints all of them. The documentation asks for them one by one, in comments of its pages
such as ``<!-- filled: films.runtime -->`` and ``<!-- count: films -->``, which are
answered while it is built.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import kcinema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def filled(record: Any) -> Iterator[str]:
    """Name the fields of a record that have a value, each id by itself."""
    for name, value in record.to_dict().items():
        if name == "ids":
            yield from (f"ids.{kind}" for kind, id_ in value.items() if id_ is not None)
        elif value not in (None, [], ""):
            yield name


def table(records: Iterable[Any]) -> Iterator[str]:
    """Return a line for each field: its name, how many records fill it, the share."""
    records = list(records)
    counts = Counter(name for record in records for name in filled(record))
    fields = dict.fromkeys(records[0].to_dict()) | {
        f"ids.{kind}": None for kind in records[0].to_dict()["ids"]
    }
    for name in sorted(set(fields) - {"ids"}):
        share = counts[name] / len(records)
        yield f"  {name:16} {counts[name]:4} of {len(records)}  {share:6.1%}"


# What a page of the documentation may ask for.
ASKED = re.compile(r"<!-- (?:(?P<kind>filled|count): (?P<what>[\w.]+)|decades) -->")


@cache
def shares() -> dict[str, float]:
    """Return the share of records that have each field, by ``films.runtime``."""
    found = {}
    for kind, records in (
        ("films", kcinema.films()),
        ("directors", kcinema.directors()),
    ):
        counts = Counter(name for record in records for name in filled(record))
        values = records[0].to_dict()
        for name in [*values, *(f"ids.{kind}" for kind in values["ids"])]:
            found[f"{kind}.{name}"] = counts[name] / len(records)
    return found


@cache
def counts() -> dict[str, int]:
    """Return how many there are of what the packaged data holds."""
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


def decades() -> str:
    """Return a table of films by decade."""
    grouped = kcinema.films().group_by("decade")
    rows = (
        f"| {decade}s | {len(films)} |" for decade, films in sorted(grouped.items())
    )
    return "\n".join(["| decade | films |", "|---|--:|", *rows])


def answer(asked: re.Match[str]) -> str:
    """Return what a comment of a page asks for.

    Raises:
        KeyError: There is no such field, or nothing of that name is counted.
    """
    if asked["kind"] == "filled":
        return f"{shares()[asked['what']]:.0%}".replace("%", "\N{NO-BREAK SPACE}%")
    return f"{counts()[asked['what']]:,}" if asked["kind"] else decades()


def main() -> None:
    """Print one table for films and one for directors."""
    catalogue = kcinema.catalogue()
    for title, records in (
        ("films", catalogue.films()),
        ("directors", catalogue.directors()),
    ):
        print(title, *table(records), sep="\n")
    films = catalogue.films()
    cast = [credit for film in films for credit in film.cast]
    roles = [credit for credit in cast if credit.role is not None]
    print(f"cast credits: {len(cast)}, with a role: {len(roles) / len(cast):.1%}")
    items: dict[str, list[Any]] = {
        "roles": roles,
        "awards": [award for film in films for award in film.awards],
        "honours": [honour for film in films for honour in film.honours],
    }
    for kind, found in items.items():
        own = sum(item.source is not None for item in found)
        print(f"{kind}: {len(found)}, with a source of its own: {own / len(found):.1%}")


if __name__ == "__main__":
    main()
