"""The titles in a cell, which may hold more than one, a year, or what was added.

Taken apart as search does it, but with less trust: a year counts only in brackets at
the end, for a table has a column for years, and what was taken apart is looked up whole
too.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kcinema._search import apart
from kcinema._search.fields import normal

__all__ = ["Cell", "is_plain", "read"]


class Cell(NamedTuple):
    """What a cell for a title holds.

    Attributes:
        titles: The titles, the whole text first.
        year: The year in brackets at its end, or None.
    """

    titles: tuple[str, ...]
    year: int | None


_YEAR = re.compile(r"\s*[(\[](?:[^()\[\]]*\D)?((?:18|19|20)\d\d)\D{0,12}[)\]]\s*$")
# What a plain title has none of: brackets and dividers, or a last word that was added.
_MARKS = re.compile(r"[(\[{<|/=,\n]")
_ADDED = {
    *("cut", "remastered", "remaster", "restored", "restoration", "extended"),
    *("edition", "version", "uncut", "unrated", "4k", "8k", "uhd", "dvd", "blu-ray"),
}


def read(written: str) -> Cell:
    """Take a cell for a title apart.

    >>> from kcinema._linking.titles import read
    >>> read("괴물(The Host) (2006)").titles[1:], read("The Host (2006)").year
    (('괴물', 'The Host'), 2006)
    >>> read("Tale of Two Sisters, A").titles
    ('A Tale of Two Sisters',)
    >>> read("Kim Ji-young, Born 1982")
    Cell(titles=('Kim Ji-young, Born 1982',), year=None)
    """
    if is_plain(written):
        return Cell((written,), None)
    whole, year = normal(written), None
    found = _YEAR.search(whole)
    if found and found.start():
        whole, year = whole[: found.start()], int(found[1])
        if is_plain(whole):
            return Cell((whole,), year)
    parts = apart.several(whole)
    scripts = [one for part in parts for one in apart.by_script(part)]
    titles = map(apart.bare, (whole, *parts, *scripts))
    return Cell(tuple(dict.fromkeys(filter(None, titles))), year)


def is_plain(title: str) -> bool:
    """Return whether a text is one title and nothing else; most are.

    >>> from kcinema._linking.titles import is_plain
    >>> is_plain("Oldboy"), is_plain("Oldboy (2003)"), is_plain("올드보이")
    (True, False, False)
    """
    if not title.isascii() or _MARKS.search(title):
        return False
    lower = title.lower()
    return lower.rpartition(" ")[2] not in _ADDED and " aka " not in lower
