"""Search as people meet it: rows of real lists, words around titles, actors.

    python bench/field.py [--wrong] [--part tuned|held-out]

prints a table in Markdown. The rows are titles as they stand in lists that people
keep or publish, each looked up by hand: `tests/_search/field.tsv` has the kind of list,
the title, the year, and the id of the film if the catalogue has it. Most films that it
lacks are there because a search once took them for another. Every third row is held
out: it is measured, and nothing is adjusted to it. `--wrong` prints what goes wrong.
"""

from __future__ import annotations

import re
import sys
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import kcinema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ROWS = Path(__file__).parents[1] / "tests/_search/field.tsv"
SURE = 0.6


class Row(NamedTuple):
    """A row of a list."""

    kind: str
    """What list it is, without its number."""
    title: str
    year: str
    """The year as the list has it, or empty."""
    ours: str
    """The id of the film, or empty if the catalogue lacks it."""
    held_out: bool

    @property
    def dated(self) -> str:
        """The title with the year, where the list has one apart from the title."""
        return (
            f"{self.title} {self.year}" if self.year not in self.title else self.title
        )


def rows() -> list[Row]:
    """Read the table."""
    lines = ROWS.read_text("utf-8").splitlines()[1:]
    return [
        Row(re.sub(r"-\d+$", "", kind), title, year, ours, number % 3 == 0)
        for number, line in enumerate(lines)
        for kind, title, year, ours in [line.split("\t")]
    ]


def named(text: str) -> str:
    """Return the id of the film that a search names, or nothing."""
    hits = kcinema.search(text, kind="film", limit=1)
    return hits[0].item.id if hits and hits[0].score >= SURE else ""


def lists(found: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Yield the rows of each kind of list, and all of them."""
    kinds: dict[str, list[Row]] = {}
    for row in found:
        kinds.setdefault(row.kind, []).append(row)
    yield from kinds.items()
    yield "all", [row for kind in kinds.values() for row in kind]


def misnamed(found: Iterable[Row], text: Callable[[Row], str]) -> list[Row]:
    """Return the rows that are not named as they should be."""
    return [row for row in found if named(text(row)) != row.ours]


def report(found: list[Row]) -> None:
    """Print what share of the rows is found, and misnamed."""
    print(
        "| list | held | found | with the year | not held | misnamed | with the year |"
    )
    print("|---|--:|--:|--:|--:|--:|--:|")
    for kind, part in lists(found):
        cells = [kind]
        for ours in (True, False):
            asked = [row for row in part if bool(row.ours) is ours]
            cells.append(str(len(asked)))
            for column in ("title", "dated"):
                wrong = len(misnamed(asked, attrgetter(column)))
                share = (len(asked) - wrong if ours else wrong) / max(1, len(asked))
                cells.append(f"{share:.1%}" if asked else "")
        print(f"| {' | '.join(cells)} |")


def around() -> dict[str, list[tuple[str, str]]]:
    """Return titles with words around them, by the words, each with the film's id."""
    asked: dict[str, list[tuple[str, str]]] = {}
    for film in kcinema.films():
        first = film.cast[0] if film.cast else None
        for name, text in (
            ("TITLE movie", f"{film.title} movie"),
            ("TITLE korean film", f"{film.title} korean film"),
            ("제목 영화", f"{film.title_ko} 영화"),
            ("TITLE actor", first and first.name and f"{film.title} {first.name}"),
            (
                "제목 배우",
                first and first.name_ko and f"{film.title_ko} {first.name_ko}",
            ),
        ):
            if text:
                asked.setdefault(name, []).append((text, film.id))
    return asked


def actors() -> list[tuple[str, frozenset[str]]]:
    """Return the names of the actors of two films or more, with the films' ids."""
    called: dict[str, dict[str, set[str]]] = {}
    for film in kcinema.films():
        for credit in film.cast:
            if credit.name_ko:
                names = called.setdefault(credit.name_ko, {})
                for name in filter(None, (credit.name_ko, credit.name)):
                    names.setdefault(name, set()).add(film.id)
    return [
        (name, frozenset(names[korean]))
        for korean, names in called.items()
        if len(names[korean]) > 1
        for name in names
    ]


def leads_to(name: str, films: frozenset[str]) -> bool:
    """Return whether the first hit for a name is somebody of these films."""
    hits = kcinema.search(name, limit=1)
    if not hits or hits[0].score < SURE:
        return False
    found = {film.id for film in getattr(hits[0].item, "films", ())}
    # A director of that name may be the same person.
    return films <= found or isinstance(hits[0].item, kcinema.Director)


def main() -> None:
    """Print the tables."""
    found = rows()
    if "--part" in sys.argv:
        wanted = sys.argv[sys.argv.index("--part") + 1] == "held-out"
        found = [row for row in found if row.held_out is wanted]
    report(found)
    print("\n| query | queries | first |\n|---|--:|--:|")
    for name, asked in around().items():
        right = sum(named(text) == id_ for text, id_ in asked)
        print(f"| {name} | {len(asked)} | {right / len(asked):.1%} |")
    names = actors()
    right = sum(leads_to(*one) for one in names)
    share = f"{len(names)} | {right / len(names):.1%}"
    print(f"| an actor of two films or more | {share} |")
    if "--wrong" in sys.argv:
        for column in ("title", "dated"):
            print()
            for row in misnamed(found, attrgetter(column)):
                text = getattr(row, column)
                print(f"{row.kind}: {text} -> {named(text)}, not {row.ours}")


if __name__ == "__main__":
    main()
