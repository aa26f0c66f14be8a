"""Prints, for each named list of the canon, which of its films the catalogue holds.

    python tools/lists.py

A list is a file of `lists/`, described in the README there. Members that the catalogue
lacks are printed with the reason; lists that no source prints whole say so.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

LISTS = Path(__file__).parents[1] / "lists"


class Member(NamedTuple):
    """A film's place in a list, as one line of its file has it."""

    place: str  # rank, or number of the ceremony; empty where the list has none
    year: str  # of the ceremony, or of the film where the list gives no prize
    body: str  # award body and category of a prize; empty for critics' lists
    category: str
    title_ko: str
    title: str
    director: str
    film: str  # id in the catalogue, empty where it lacks the film
    note: str  # why it is lacking, or what sources dispute
    source: str


class NamedList(NamedTuple):
    """A list of the canon: its members so far, and how many it has in truth."""

    id: str
    title: str
    size: int | None  # None for a list that grows
    gap: str  # what no source in reach prints; empty for a list that is whole
    members: tuple[Member, ...]


def read(path: Path) -> NamedList:
    """Read the file of one list."""
    lines = path.read_text("utf-8").splitlines()
    head = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# "))
    rows = csv.DictReader(
        (line for line in lines if not line.startswith("#")), delimiter="\t"
    )
    members = tuple(Member(**row) for row in rows)
    size = int(head["size"]) if "size" in head else None
    return NamedList(path.stem, head["title"], size, head.get("gap", ""), members)


def read_all() -> list[NamedList]:
    """Read every list, by name."""
    return [read(path) for path in sorted(LISTS.glob("*.tsv"))]


def main() -> None:
    """Print the lists, each with what the catalogue lacks of it."""
    for found in read_all():
        held = [member for member in found.members if member.film]
        known = len(found.members)
        share = f"{len(held)} of {known} known members ({len(held) / known:.1%})"
        whole = f", of {found.size} in all" if found.size and found.size > known else ""
        print(f"{found.title}: {share}{whole}")
        if found.gap:
            print(f"    gap: {found.gap}")
        for member in found.members:
            if not member.film:
                name = member.title or member.title_ko
                print(f"    lacks {name} ({member.year}): {member.note}")


if __name__ == "__main__":
    main()
