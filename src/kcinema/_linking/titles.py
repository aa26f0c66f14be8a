"""The titles in a field, which may hold more than one, a year, or what was added."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

__all__ = ["Field", "read"]


class Field(NamedTuple):
    """What a field for a title holds.

    Attributes:
        titles: The titles, the whole text first.
        year: The year at its end, or None.
    """

    titles: tuple[str, ...]
    year: int | None


# Versions of a film, as cinemas and shops add them to its title.
_VERSION = re.compile(
    r"[\s:：\-–—(\[]*(?:"
    r"감독판|확장판|무삭제판|완전판|흑백판|재개봉|(?:디지털\s*)?리마스터링?|"
    r"익스텐디드(?:\s*(?:컷|에디션))?(?:\s*\(?확장판\)?)?|디\s*오리지널|"
    r"(?:the\s+)?director'?s\s+cut|extended(?:\s+(?:cut|edition))?|"
    r"(?:digitally\s+)?remastered|black\s+and\s+white|4k|uncut"
    r")(?:\s*(?:판|버전|version|edition))?[)\]\s]*$",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"[\s]*[(\[](?:[^()\[\]]*\D)?((?:18|19|20)\d\d)(?:\D[^()\[\]]*)?[)\]]\s*$"
)
_BRACKETS = re.compile(r"[(\[（〔]([^()\[\]（）〔〕]*)[)\]）〕]")
_BETWEEN = re.compile(r"\s*(?:/|\||;|\ba\.?k\.?a\.?(?=[\s:]))\s*[:]?\s*", re.IGNORECASE)
_ARTICLE_LAST = re.compile(r"^(.*\S),\s*(the|a|an)$", re.IGNORECASE)
# What a plain title has none of: brackets and dividers, or a last word that was added.
_MARKS = frozenset("([/|;,")
_ADDED = {
    *("cut", "remastered", "remaster", "extended", "edition", "version"),
    *("uncut", "4k", "white", "aka"),
}
# Where one script gives way to another: 기생충 Parasite.
_SCRIPTS = re.compile(
    r"(?<=[가-힣一-鿿])\s+(?=[A-Za-z])|(?<=[A-Za-z!?.])\s+(?=[가-힣一-鿿])"
)
# Full-width forms of ASCII; Hangul letters keep their form.
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def read(written: str) -> Field:
    """Read a field for a title.

    >>> from kcinema._linking.titles import read
    >>> read("Tale of Two Sisters, A (Janghwa, Hongryeon) (2003)")
    Field(titles=('A Tale of Two Sisters', 'Janghwa, Hongryeon'), year=2003)
    >>> read("괴물(The Host)").titles
    ('괴물', 'The Host')
    >>> read("301/302").titles
    ('301/302', '301', '302')
    """
    if _is_plain(written):
        return Field((written,), None)
    whole = unicodedata.normalize("NFC", written.translate(_WIDE)).strip()
    year = None
    found = _YEAR.search(whole)
    if found and found.start():
        year, whole = int(found[1]), whole[: found.start()].rstrip()
        if _is_plain(whole):
            return Field((whole,), year)
    plain = _VERSION.sub("", whole).strip() or whole
    inside = [part.strip() for part in _BRACKETS.findall(plain)]
    outside = " ".join(_BRACKETS.sub(" ", plain).split())
    titles: dict[str, None] = {}
    for part in filter(None, (outside, *inside)):
        titles[_article_first(part)] = None
        for pattern in (_BETWEEN, _SCRIPTS):
            several = [one for one in pattern.split(part) if one]
            if len(several) > 1:
                titles.update((_article_first(one), None) for one in several)
    return Field(tuple(titles), year)


def _is_plain(title: str) -> bool:
    """Return whether a text is one title and nothing else; most are."""
    if not title.isascii() or not _MARKS.isdisjoint(title):
        return False
    lower = title.lower()
    return lower.rpartition(" ")[2] not in _ADDED and " aka " not in lower


def _article_first(title: str) -> str:
    found = _ARTICLE_LAST.match(title)
    return f"{found[2]} {found[1]}" if found else title
