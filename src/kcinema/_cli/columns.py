"""Text in columns: display width, padding and line breaks."""

from __future__ import annotations

import unicodedata

__all__ = ["pad", "width", "wrap"]


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


def wrap(text: str, columns: int, indent: str = "") -> list[str]:
    """Break a text into lines between words, all with the same indent.

    A word that is wider than a line gets a line of its own.

    >>> from kcinema._cli.columns import wrap
    >>> wrap("Spring, Summer, Fall, Winter", 16, indent="  ")
    ['  Spring,', '  Summer, Fall,', '  Winter']
    """
    lines = [indent]
    for word in text.split():
        joined = word if lines[-1] == indent else f" {word}"
        if width(lines[-1] + joined) > columns and lines[-1] != indent:
            lines.append(indent + word)
        else:
            lines[-1] += joined
    return lines
