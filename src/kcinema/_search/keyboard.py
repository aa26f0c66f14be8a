"""What was meant by a text that was typed on the other keyboard layout."""

from __future__ import annotations

from kcinema import hangul

__all__ = ["typed_elsewhere"]

# With fewer keys than this, a text on the other layout could mean anything.
_TYPED = 3


def typed_elsewhere(text: str) -> list[str]:
    """Return a text as if typed on the other keyboard layout, if that is possible."""
    compact = "".join(text.split())
    if len(compact) < _TYPED:
        return []
    if compact.isascii():
        if not compact.isalpha():
            return []
        typed = [hangul.on_hangul_keyboard(compact)]
        if not compact.islower():  # caps lock, or a shift key held
            typed.append(hangul.on_hangul_keyboard(compact.swapcase()))
            typed.append(hangul.on_hangul_keyboard(compact.lower()))
        return [*dict.fromkeys(typed)]
    typed = [hangul.on_latin_keyboard(compact).casefold()]
    return typed if typed[0].isascii() and typed[0].isalpha() else []
