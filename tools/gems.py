"""Prints each hidden gem with the sources that vouch for it, and what they add up to.

    python tools/gems.py [SECTION ...]

Sources are independent when they are of different houses: a festival and an archive, a
jury and a critic. Pages of one publisher count once, whatever their addresses.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import kcinema

if TYPE_CHECKING:
    from collections.abc import Iterator

# A hit by the measure of admissions, and the year from which films are of this century.
MILLION = 1_000_000
CENTURY = 2000
# Ends of hosts that belong to a country as a whole: chosun.co.kr.
_SHARED = {"ac", "co", "com", "go", "ne", "or", "re"}
# Publishers that have pages under several names.
_ONE_HOUSE = {
    "kmdb": "koreafilm",  # both the Korean Film Archive
    "kobis": "kofic",
    "kobiz": "kofic",
    "koreanfilm": "kofic",  # all the Korean Film Council
    "busanfilmfest": "biff",
    "piff": "biff",
}


def house(url: str) -> str:
    """Name the publisher of a page, by the telling part of its host.

    >>> house("http://m.cine21.com/news/view/?mag_id=96879")
    'cine21'
    >>> house("https://www.kmdb.or.kr/db/list/242") == house("https://koreafilm.or.kr/a")
    True
    """
    host = urlsplit(url).hostname or ""
    parts = host.split(".")
    end = -3 if len(parts) > 2 and parts[-2] in _SHARED else -2
    # Not the archive: a site of its own whose name is the same but for the end.
    name = host if host.endswith("koreafilm.co.kr") else parts[end]
    return _ONE_HOUSE.get(name, name)


def houses(entry: kcinema.Entry) -> frozenset[str]:
    """Return the houses that vouch for a film's place."""
    return frozenset(house(witness.url) for witness in entry.evidence)


def gems() -> kcinema.FilmList:
    """Return the films of the four sections, each once."""
    return kcinema.hidden_gems().films


def by_women() -> kcinema.FilmList:
    """Return the gems that a woman directed or co-directed."""
    return gems() & kcinema.collection("women-behind-the-camera").films


def hits() -> kcinema.FilmList:
    """Return the gems that a million people saw in Korea, as far as is known."""
    return gems().where(admissions=(MILLION, None))


def sums() -> Iterator[tuple[str, int]]:
    """Return what the gems add up to: a name and how many."""
    every = gems()
    sections = kcinema.hidden_gems().sections
    entries = [entry for section in sections for entry in section.entries]
    forms = [every.where(genre=form) for form in ("documentary", "animation")]
    yield "films", len(every)
    yield "from before 2000", len(every.where(year=(None, CENTURY - 1)))
    yield "documentaries and animations", len(forms[0] | forms[1])
    yield "directed by women", len(by_women())
    yield "seen by a million or more", len(hits())
    yield "blockbusters", len(every & kcinema.blockbusters())
    yield (
        "entries with fewer than two houses",
        sum(len(houses(entry)) < 2 for entry in entries),
    )


def report(section: kcinema.Collection) -> Iterator[str]:
    """Return the lines for one section: criterion, films, reasons, sources by house."""
    yield f"{section.title}: {len(section)} films. {section.criterion}"
    for entry in section.entries:
        film = section.catalogue.film(entry.film)
        yield f"\n{film.title} ({film.title_ko}, {film.year})"
        yield f"    {entry.reason}"
        for witness in entry.evidence:
            yield f"    [{house(witness.url)}] {witness.name}  {witness.url}"


def main() -> None:
    """Print the sections that are asked for, or all, and the sums."""
    for section in kcinema.hidden_gems().sections:
        if len(sys.argv) == 1 or section.id in sys.argv[1:]:
            print(*report(section), "", sep="\n")
    for name, count in sums():
        print(f"{count:5} {name}")


if __name__ == "__main__":
    main()
