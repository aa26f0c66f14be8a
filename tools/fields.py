"""Prints how full each field of the packaged data is, in per cent.

python tools/fields.py
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import kcinema

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def filled(record: Any) -> Iterator[str]:
    """Name the fields of a record that have a value, each id by itself."""
    for name, value in record.to_dict().items():
        if name == "ids":
            yield from (f"ids.{kind}" for kind, id_ in value.items() if id_ is not None)
        elif value not in (None, [], ""):
            yield name


def counted(records: Sequence[Any]) -> dict[str, int]:
    """Return how many of some records have a value in each field."""
    counts = Counter(name for record in records for name in filled(record))
    values = records[0].to_dict()
    ids = (f"ids.{kind}" for kind in values.pop("ids"))
    return {name: counts[name] for name in sorted((*values, *ids))}


def table(records: Sequence[Any]) -> Iterator[str]:
    """Return a line for each field: its name, how many records fill it, the share."""
    size = len(records)
    for name, count in counted(records).items():
        yield f"  {name:16} {count:4} of {size}  {count / size:6.1%}"


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
