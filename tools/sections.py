"""Prints each collection with the part of its criterion that a program can check.

    python tools/sections.py [COLLECTION ...]

The rules are in `lists/sections.json`, described in the README there. Printed are the
rule, how many films meet it, members that break it, and who meets it and is left out.
"""

from __future__ import annotations

import json
import sys
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import build_data
import kcinema
from kcinema.vocabulary import AwardResult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RULES = Path(__file__).parents[1] / "lists" / "sections.json"

# Cases, of which a film meets one at least. A case is a film's values by criterion, and
# a film meets it that meets every one of them.
Rule: TypeAlias = "list[dict[str, Any]]"


class Section(NamedTuple):
    """What a collection promises, as far as the data can tell."""

    id: str
    needs: Rule  # what every member meets; empty for no condition
    takes: Rule  # whoever meets it is a member or is left out with a reason
    bars: Rule  # what no member meets
    by_hand: str  # what no program can check
    let_in: dict[str, str]  # members that do not meet what it needs, and why
    left_out: dict[str, str]  # films that meet what it takes, and why they are not in

    @property
    def members(self) -> kcinema.FilmList:
        """Return the films that the collection has."""
        return kcinema.collection(self.id).films

    def breaking(self) -> kcinema.FilmList:
        """Return the members that lack what it needs, whether let in or not."""
        return self.members - matching(self.needs) if self.needs else _none()

    def barred(self) -> kcinema.FilmList:
        """Return the members that meet what it bars."""
        return self.members & matching(self.bars)

    def missing(self) -> kcinema.FilmList:
        """Return the films that it takes and does not have."""
        return matching(self.takes) - self.members


def _none() -> kcinema.FilmList:
    return kcinema.films()[:0]


def read() -> list[Section]:
    """Read the rule of every collection."""
    text = RULES.read_text("utf-8")
    rules = json.loads(text, object_pairs_hook=build_data._each_key_once)
    return [_section(id_, **values) for id_, values in rules.items()]


def _section(id_: str, **values: Any) -> Section:
    both = values.pop("is", [])  # needed and sufficient
    whole = {"needs": both, "takes": both, "bars": [], "let_in": {}, "left_out": {}}
    return Section(id_, **{**whole, "by_hand": "", **values})


def matching(rule: Rule) -> kcinema.FilmList:
    """Return the films that meet a rule: those of its cases, each film once."""
    found = _none()
    for case in rule:
        found |= _meeting(case)
    return found


def _meeting(case: dict[str, Any]) -> kcinema.FilmList:
    # JSON has no tuples; a criterion takes one for a range and for several words.
    asked: Any = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in case.items()
        if name not in CRITERIA
    }
    own = [(CRITERIA[name], case[name]) for name in case if name in CRITERIA]
    return kcinema.films(**asked).where(
        lambda film: all(holds(film, value) for holds, value in own)
    )


# Criteria that the library does not have ----------------------------------------------


def _prize(film: kcinema.Film, wanted: dict[str, list[str]]) -> bool:
    """Whether it won a prize, alone or shared.

    Categories by award body, both with `*` for any text.
    """
    return any(
        award.result is AwardResult.WON
        and fnmatchcase(award.body, body)
        and fnmatchcase(award.category.removesuffix(" (shared)"), category)
        for award in film.awards
        for body, categories in wanted.items()
        for category in categories
    )


def _place(film: kcinema.Film, last: dict[str, int]) -> bool:
    """Whether a named list ranks it so high: the last place that counts, by list."""
    return any(
        honour.rank is not None and honour.rank <= last.get(honour.list, 0)
        for honour in film.honours
    )


def _counted(film: kcinema.Film, between: list[int | None]) -> bool:
    """Whether its admissions, national or in Seoul, are in a range."""
    low, high = between
    count = film.admissions.count if film.admissions else None
    return (
        count is not None
        and (low is None or low <= count)
        and (high is None or count <= high)
    )


def _debut(film: kcinema.Film, wanted: bool) -> bool:  # noqa: FBT001  # a JSON value
    """Whether it is the first feature of each of its directors, by their records."""
    firsts = [director.debut for director in film.directors]
    titles = {film.title, film.title_ko}
    return wanted is all(
        first is not None and not titles.isdisjoint({first.title, first.title_ko})
        for first in firsts
    )


CRITERIA: dict[str, Callable[[kcinema.Film, Any], bool]] = {
    "prize": _prize,
    "place": _place,
    "counted": _counted,
    "debut": _debut,
}


# The report ---------------------------------------------------------------------------


def in_words(rule: Rule) -> str:
    """Write a rule as a line of text.

    >>> in_words([{"genre": "horror", "year": [None, 1989]}, {"theme": "ghosts"}])
    'genre: horror, year: up to 1989; or theme: ghosts'
    >>> in_words([{"admissions": [5_000_000, 9_999_999]}])
    'admissions: 5,000,000 to 9,999,999'
    """
    cases = [
        ", ".join(f"{name}: {_value(value)}" for name, value in case.items())
        for case in rule
    ]
    return "; or ".join(cases)


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} ({_value(item)})" for key, item in value.items())
    if isinstance(value, list) and isinstance(value[0], str):
        return " / ".join(value)
    if isinstance(value, list):
        return _range(*value)
    return "yes" if value is True else str(value)


def _range(low: int | None, high: int | None) -> str:
    # Years have no comma.
    first, last = (
        f"{end:,}" if end and end >= 10_000 else str(end) for end in (low, high)
    )
    if low is None:
        return f"up to {last}"
    return f"{first} to {last}" if high else f"{first} or more"


def report(section: Section) -> Iterator[str]:
    """Return the lines for one collection."""
    found = kcinema.collection(section.id)
    yield f"{section.id}: {len(found)} films. {found.criterion}"
    both = section.needs and section.needs == section.takes
    rules = {
        "is" if both else "needs": section.needs,
        "takes": [] if both else section.takes,
        "bars": section.bars,
    }
    for name, rule in rules.items():
        if rule:
            yield f"    {name} {in_words(rule)}: {len(matching(rule))} films"
    if section.by_hand:
        yield f"    by hand: {section.by_hand}"
    for film in section.breaking():
        yield f"    let in: {film.id}{_why(section.let_in, film)}"
    for film in section.barred():
        yield f"    is barred: {film.id}"
    for film in section.missing():
        yield f"    left out: {film.id}{_why(section.left_out, film)}"


def _why(reasons: dict[str, str], film: kcinema.Film) -> str:
    return f": {reasons[film.id]}" if film.id in reasons else ", and no reason why"


def main() -> None:
    """Print the collections that are asked for, or all."""
    for section in read():
        if len(sys.argv) == 1 or section.id in sys.argv[1:]:
            print(*report(section), "", sep="\n")


if __name__ == "__main__":
    main()
