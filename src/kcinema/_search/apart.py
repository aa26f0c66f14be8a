"""The parts of a title field: year, titles, versions, and what names a file."""

from __future__ import annotations

import re

__all__ = ["bare", "by_script", "of_a_file", "several", "undated"]

# The year ---------------------------------------------------------------------------

# Those that films can have; also within brackets, and beside dots and dashes.
_YEAR = re.compile(r"(?<![\d.])(?:18|19|20)\d\d(?!\d|\.\d)")


def undated(text: str) -> tuple[str, int]:
    """Split the year off a text that has words beside it; 0 if there is none."""
    # In brackets it is the year; else the last one, for a title may begin with a year.
    found = [*_YEAR.finditer(text)]
    if not found:
        return text, 0
    bracketed = [one for one in found if text[: one.start()].endswith(("(", "["))]
    one = (bracketed or found)[-1]
    rest = f"{text[: one.start()]} {text[one.end() :]}"
    return (rest, int(one[0])) if any(map(str.isalnum, rest)) else (text, 0)


# Several titles -----------------------------------------------------------------------

_APART = re.compile(
    r"\s+/\s*|\s*/\s+|(?<=[^\W\d_])/(?=[^\W\d_])"  # not 301/302
    r"|\s*[|=]\s*|\s+a\.?k\.?a\.?:?\s+",
    re.IGNORECASE,
)
_BRACKETS = re.compile(
    r"[(\[{<\u3008\u300a\u300c\u300e\u3010\uff08]"
    r"([^()\[\]{}]*?)"
    r"[)\]}>\u3009\u300b\u300d\u300f\u3011\uff09]"
)
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_LATIN = re.compile(r"[A-Za-z]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_KOREAN, _OTHER = (
    r"[^A-Za-z]*[\uac00-\ud7a3][^A-Za-z]*",
    r"[^\uac00-\ud7a3]*[A-Za-z]{2}[^\uac00-\ud7a3]*",
)
_TWO_SCRIPTS = re.compile(rf"({_KOREAN})\s({_OTHER})|({_OTHER})\s({_KOREAN})")
_INVERTED = re.compile(r"^(.*\S),\s*(the|an|a)\s*$", re.IGNORECASE)


def several(text: str) -> list[str]:
    """Return the titles in a text, those in brackets after the others."""
    inside: list[str] = []

    def taken(match: re.Match[str]) -> str:
        # The beginning of a word, as in (un)known, is no title of its own.
        if text[match.end() :][:1].isalpha():
            return match[1]
        inside.append(match[1])
        return " "

    outside = _BRACKETS.sub(taken, text)
    if not any(map(str.isalnum, outside)):
        outside = ""
    return [part for one in (outside, *inside) for part in _APART.split(one)]


def by_script(text: str) -> list[str]:
    """Return a text, and the parts of it in Hangul and in Latin letters if it has both.

    Chinese characters beside them repeat the title, and are left out.
    """
    if text.isascii():
        return [text]
    plain = _HAN.sub(" ", text)
    if not any(map(str.isalnum, plain)):
        return []
    if not (_LATIN.search(plain) and _HANGUL.search(plain)):
        return [plain]
    match = _TWO_SCRIPTS.fullmatch(plain.strip())
    return [*filter(None, match.groups())] if match else [plain]


# What follows a title -----------------------------------------------------------------

# Characters that stand around a title, and no part of it.
_AROUND = " \t\n-\u2013:,;()[]\"'\u2018\u2019\u201c\u201d\u00ab\u00bb"
_ENDING = (
    r"(?:감독판|확장판|극장판|재개봉판?|재상영|(?:디지털\s*)?(?:리마스터링?|복원판?)판?"
    r"|익스텐디드(?:\s*(?:컷|에디션))?|디\s*오리지널"
    r"|흑백판|무삭제판?|완전판|특별판|일반판|더빙판?|자막판?|풀버전"
    r"|(?:\d{1,2}k\s+)?(?:digitally\s+)?(?:remastered|restored|remaster|restoration)"
    r"|(?:the\s+)?(?:director'?s|extended|final|theatrical|uncut|unrated)"
    r"\s+(?:cut|edition|version)"
    r"|(?:special|anniversary|collector'?s|limited|black\s+(?:and|&)\s+white|b&w)"
    r"\s+(?:edition|version)|extended|uncut|unrated|[48]k|uhd|blu-?ray|dvd)"
)
_ENDINGS = re.compile(rf"[\s\-\u2013:,.]*\b{_ENDING}\s*$", re.IGNORECASE)
_ONLY_ENDING = re.compile(rf"(?:{_ENDING}|film|movie|영화)", re.IGNORECASE)


def bare(title: str) -> str:
    """Return a title without what follows it, and with its article in front."""
    title = title.strip(_AROUND)
    # In brackets an ending stands alone.
    if _ONLY_ENDING.fullmatch(title):
        return ""
    while (shorter := _ENDINGS.sub("", title)) != title and shorter.strip():
        title = shorter
    inverted = _INVERTED.match(title)
    return f"{inverted[2]} {inverted[1]}" if inverted else title


# File names ---------------------------------------------------------------------------


_SUFFIX = re.compile(
    r"\.(?:mkv|mp4|avi|mov|wmv|m4v|webm|mpg|ts|srt|smi|ass|sub)$", re.IGNORECASE
)
_RELEASE = re.compile(
    r"(?<![^\W_])(?:\d{3,4}[pi]|[48]k|uhd|blu-?ray|bd-?rip|br-?rip|web-?dl|web-?rip"
    r"|web|hdtv|hdrip|dvd-?rip|dvd|hdtc|remux|[xh]\.?26[45]|hevc|xvid|divx|10bit"
    r"|aac|ac3|dts|korean|extended|remastered|limited|proper|unrated)(?![^\W_])",
    re.IGNORECASE,
)
_LIKE_A_FILE = re.compile(r"\.\w{2,4}$|\d{3,4}[pi]\b|[xh]\.?26[45]", re.IGNORECASE)
_GROUP = re.compile(r"\[[^\[\]]*\]")


def of_a_file(text: str) -> str:
    """Return the title and year in the name of a file; other texts as they are."""
    if not _LIKE_A_FILE.search(text):
        return text
    name = _SUFFIX.sub("", text)
    if name == text and not _RELEASE.search(text):
        return text
    if not any(map(str.isalnum, _GROUP.sub("", name))):
        # [who made it][the title][year][what it is]: the longest without digits.
        groups = [group[1:-1] for group in _GROUP.findall(name)]
        years = [group for group in groups if _YEAR.fullmatch(group)]
        titles = [g for g in groups if g not in years and not _RELEASE.search(g)]
        name = f"{max(titles, key=len, default='')} {' '.join(years)}"
    else:
        name = _GROUP.sub(" ", name)
    name = re.sub(r"[._]", " ", name)
    years = [*_YEAR.finditer(name)]
    tag = _RELEASE.search(name, years[0].end() if years else 0)
    name = name[: tag.start()] if tag and tag.start() else name
    last = [*_YEAR.finditer(name)]
    # What stands between the year and the first tag is about the file.
    return name[: last[-1].end()] if last and last[-1].start() else name
