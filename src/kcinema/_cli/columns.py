"""Text in columns: display width, cutting, padding, line breaks and tables."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["cut", "pad", "table", "width", "wrap"]

_GAP = "  "


def width(text: str) -> int:
    """Return the number of terminal columns a text takes; a Hangul syllable takes two.

    >>> from kcinema._cli.columns import width
    >>> width("Oldboy"), width("올드보이")
    (6, 8)
    """
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def pad(text: str, columns: int) -> str:
    """Pad a text with spaces to a width; leave a longer text as it is.

    >>> from kcinema._cli.columns import pad
    >>> pad("시", 4) + "|"
    '시  |'
    """
    return text + " " * (columns - width(text))


def cut(text: str, columns: int) -> str:
    """Cut a text to a width, with an ellipsis in place of what is cut off.

    >>> from kcinema._cli.columns import cut
    >>> cut("올드보이", 8), cut("올드보이", 7), cut("올드보이", 6)
    ('올드보이', '올드보…', '올드…')
    """
    if width(text) <= columns:
        return text
    ends = [*accumulate(map(_columns, text))]
    return text[: bisect_right(ends, columns - 1)].rstrip() + "…"


def wrap(
    text: str, columns: int, indent: str = "", *, first: str | None = None
) -> list[str]:
    """Break a text into lines between words.

    A word that is wider than a line gets a line of its own. Spaces between words of the
    same line stay as they are.

    Args:
        text: The text.
        columns: The width of a line.
        indent: What each line begins with.
        first: What the first line begins with, if it is something else.

    >>> from kcinema._cli.columns import wrap
    >>> wrap("Spring, Summer, Fall, Winter", 16, indent="  ")
    ['  Spring,', '  Summer, Fall,', '  Winter']
    >>> wrap("Spring, Summer, Fall", 16, indent="    ", first="  - ")
    ['  - Spring,', '    Summer, Fall']
    """
    lines = [indent if first is None else first]
    begun = False
    for spaces, word in re.findall(r"(\s*)(\S+)", text):
        joined = lines[-1] + (" " * len(spaces) if begun else "") + word
        if begun and width(joined) > columns:
            lines.append(indent + word)
        else:
            lines[-1] = joined
            begun = True
    return lines


# On a terminal narrower than this, a row of a table takes several lines.
_NARROW = 60
# A column of a table that would be narrower than this is left out.
_LEAST = 10


def table(rows: Sequence[Sequence[str]], columns: int | None) -> Iterator[str]:
    """Lay out rows in columns, the first of which is a key and is never cut.

    Args:
        rows: The cells of each row, the most important ones first.
        columns: The width of the terminal; None for as much as the cells take.

    >>> from kcinema._cli.columns import table
    >>> rows = [("oasis-2002", "2002", "Oasis", "오아시스")]
    >>> list(table(rows, None))
    ['oasis-2002  2002  Oasis  오아시스']
    >>> list(table(rows, 16))
    ['oasis-2002', '  2002  Oasis', '  오아시스']
    """
    if columns is not None and columns < _NARROW:
        for key, *cells in rows:
            yield key
            yield from wrap(_GAP.join(filter(None, cells)), columns, _GAP)
        return
    widths = [max(map(width, cells)) for cells in zip(*rows, strict=True)]
    if columns is not None and widths:
        # A few long keys should not take the place of everything else: they push the
        # rest of their row to the right, where the line is cut.
        widths = _fitted([min(widths[0], columns * 2 // 5), *widths[1:]], columns)
    for key, *cells in rows:
        line = pad(key, widths[0])
        for cell, most in zip(cells, widths[1:], strict=False):
            line += _GAP + pad(cut(cell, most), most)
        yield line.rstrip() if columns is None else cut(line.rstrip(), columns)


def _fitted(widths: Sequence[int], columns: int) -> list[int]:
    """Narrow the widest columns until a row fits; leave out the last if it cannot."""
    key, *others = widths
    room = columns - key - len(_GAP) * len(others)
    for most in range(max([_LEAST, *others]), _LEAST - 1, -1):
        shared = [min(width, most) for width in others]
        if sum(shared) <= room:
            return [key, *shared]
    return _fitted(widths[:-1], columns)
