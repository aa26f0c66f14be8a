"""How a title is set: in which lines, and how large."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Setting", "fit", "halves", "wrap"]

LEADING = 1.08
_MOST_LINES = 6
# Of the widest of the usual fonts, in parts of the size.
_WIDE, _CAPITAL, _DIGIT, _SMALL, _NARROW = 0.94, 0.7, 0.6, 0.56, 0.3


class Setting(NamedTuple):
    """A title in lines, and the size of the type."""

    lines: tuple[str, ...]
    size: int


def width(text: str) -> float:
    """Return the width of a text, in parts of the size of its type."""
    return sum(map(_advance, text))


def _advance(character: str) -> float:
    if character >= "ᄀ":
        return _WIDE
    if character.isupper():
        return _CAPITAL
    if character.isdigit():
        return _DIGIT
    return _SMALL if character.isalpha() else _NARROW


def halves(title: str) -> tuple[str, str]:
    """Split a subtitle from a title, if it has one.

    >>> from kcinema._site.lettering import halves
    >>> halves("범죄와의 전쟁: 나쁜놈들 전성시대"), halves("시")
    (('범죄와의 전쟁', '나쁜놈들 전성시대'), ('시', ''))
    """
    for mark in (": ", " - ", "(", "-"):
        first, _, second = title.partition(mark)
        if first.strip() and second.strip():
            return first.strip(), f"({second}" if mark == "(" else second.strip()
    return title, ""


def fit(title: str, across: int, down: int, largest: int) -> Setting:
    """Set a title as large as it goes into a space, broken between words if it can be.

    >>> from kcinema._site.lettering import fit
    >>> fit("살인의 추억", 200, 200, 120)
    Setting(lines=('살인의', '추억'), size=70)
    """
    words = title.split()
    best = Setting((title,), 0)
    for count in range(1, min(len(words), _MOST_LINES) + 1):
        lines = _broken(words, count)
        size = _size(lines, across, down, largest)
        if size > best.size:
            best = Setting(lines, size)
    # One long word alone would be small, so it goes on in the next line.
    if len(words) == 1 and len(title) > 5:  # noqa: PLR2004  # syllables in a line
        middle = (len(title) + 1) // 2
        lines = (title[:middle], title[middle:])
        size = _size(lines, across, down, largest)
        if size > best.size * 1.3:
            best = Setting(lines, size)
    return best


def _size(lines: Sequence[str], across: int, down: int, largest: int) -> int:
    wide = max(map(width, lines))
    return int(min(across / wide, down / (LEADING * len(lines)), largest))


def _broken(words: Sequence[str], count: int) -> tuple[str, ...]:
    """Break words into so many lines that the widest is as narrow as it can be."""
    if len(words) > 12:  # noqa: PLR2004  # too many ways to try
        return wrap(words, width(" ".join(words)) / count * 1.15)
    ways = (
        tuple(
            " ".join(words[start:end])
            for start, end in zip((0, *cuts), (*cuts, len(words)), strict=True)
        )
        for cuts in combinations(range(1, len(words)), count - 1)
    )
    return min(ways, key=lambda lines: max(map(width, lines)))


def wrap(words: Sequence[str], most: float) -> tuple[str, ...]:
    """Fill lines up to a width, one after the other."""
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if width(longer) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
