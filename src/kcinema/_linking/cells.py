"""What cells of other people's tables hold: text, years, ids, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["IDS", "text", "year"]

# What tables write where there is no value.
_NOTHING = {
    "",
    "-",
    "--",
    "?",
    "n/a",
    "na",
    "nan",
    "none",
    "null",
    "nil",
    "없음",
    "미상",
}
_SHORT = max(map(len, _NOTHING))
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
_IMDB = re.compile(r"(?:.*?tt|0*)(\d{1,8})(?:\D.*)?", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"(?:.*?movie/)?(\d+)(?:\.0+|\D.*)?", re.DOTALL)
_KMDB = re.compile(r".*?([A-Z])[/-]?(\d{5})(?:\D.*)?", re.DOTALL)
_KOBIS = re.compile(r"(?:.*movieCd=)?([0-9A-Z]{8})(?:\.0+|\W.*)?", re.DOTALL)
_WIKIDATA = re.compile(r"(?:.*/)?(Q[1-9]\d*)", re.DOTALL)


def text(cell: object) -> str:
    """Return the text of a cell; empty where it stands for nothing.

    >>> from kcinema._linking.cells import text
    >>> text(" Oldboy "), text("N/A"), text(float("nan")), text(None), text(1987)
    ('Oldboy', '', '', '', '1987')
    """
    if cell is None:
        return ""
    if not isinstance(cell, str):
        # Numbers that a spreadsheet made of titles and ids: 1987.0.
        if isinstance(cell, float) and cell.is_integer():
            cell = int(cell)
        cell = str(cell)
    found = cell.strip()
    return "" if len(found) <= _SHORT and found.casefold() in _NOTHING else found


def year(cell: object) -> int | None:
    """Return the year of a number, a date or a text with one, else None.

    >>> from kcinema._linking.cells import year
    >>> year(2003), year("2003-11-21"), year(2003.0), year("21.11.2003"), year("soon")
    (2003, 2003, 2003, 2003, None)
    """
    if type(cell) is int:
        return cell if 1800 < cell < 2100 else _in(str(cell))  # noqa: PLR2004
    return _in(text(cell))


def _in(written: str) -> int | None:
    found = _YEAR.search(written)
    if found:
        return int(found[0])
    # Dates without separators: 20031121.
    if len(written) == 8 and written.isdigit() and written[:2] in ("18", "19", "20"):  # noqa: PLR2004
        return int(written[:4])
    return None


def _imdb(written: str) -> str | None:
    found = _IMDB.fullmatch(written)
    return f"tt{int(found[1]):07}" if found and int(found[1]) else None


def _tmdb(written: str) -> int | None:
    found = _NUMBER.fullmatch(written)
    return int(found[1]) if found and int(found[1]) else None


def _kmdb(written: str) -> str | None:
    found = _KMDB.fullmatch(written.upper())
    return f"{found[1]}/{found[2]}" if found else None


def _kobis(written: str) -> str | None:
    found = _KOBIS.fullmatch(written)
    return found[1] if found else None


def _wikidata(written: str) -> str | None:
    found = _WIKIDATA.fullmatch(written)
    return found[1] if found else None


IDS: dict[str, Callable[[str], str | int | None]] = {
    "imdb": _imdb,
    "tmdb": _tmdb,
    "kmdb": _kmdb,
    "kobis": _kobis,
    "wikidata": _wikidata,
}
"""By the name of the catalogue: what reads an id as people write it, or its address."""
