"""Text of unknown origin, made safe to print."""

from __future__ import annotations

__all__ = ["printable"]


def printable(text: str) -> str:
    r"""Return a text with what a terminal would act on, or not show, as JSON escapes.

    That is control characters and escape sequences, line separators, bidirectional
    overrides, invisible characters and lone surrogates.

    >>> from kcinema._printable import printable
    >>> print(printable("기생충 \x1b[31m"))
    기생충 \u001b[31m
    """
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else _escape(one) for one in text)


def _escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    pairs = (units[place : place + 2].hex() for place in range(0, len(units), 2))
    return "".join(f"\\u{pair}" for pair in pairs)
