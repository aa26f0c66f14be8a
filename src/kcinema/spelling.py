"""One key for many spellings of a name: pure functions over text.

A key ignores case, spacing, hyphens, punctuation and the accents of Latin letters,
so that ``Bong Joon-ho``, ``BONG Joon Ho`` and ``bong joonho`` are one name. Hangul
is left as it is: text is normalised to NFC, never to a compatibility form, which
would rewrite the letters that people type.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["key", "name_keys", "nearest", "nearest_hint"]


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """Fold a spelling to the form in which spellings are compared.

    >>> key("BONG Joon-ho") == key("bong joonho")
    True
    >>> key("Ch'unhyang"), key("서편제 (1993)")
    ('chunhyang', '서편제1993')
    """
    kept = []
    for character in unicodedata.normalize("NFC", text).casefold():
        if "\uac00" <= character <= "\ud7a3":
            kept.append(character)
            continue
        # Taking a letter apart drops its accent: ŏ is o and a combining breve.
        kept += [
            part for part in unicodedata.normalize("NFD", character) if part.isalnum()
        ]
    return "".join(kept)


def name_keys(names: Iterable[str | None]) -> frozenset[str]:
    """Fold the spellings of one person, each with the family name first and last.

    >>> sorted(name_keys(["Bong Joon-ho", "봉준호", None]))
    ['bongjoonho', 'joonhobong', '봉준호']
    """
    return frozenset(folded for name in names if name for folded in _orders(name))


def _orders(name: str) -> Iterator[str]:
    yield key(name)
    family, _, given = name.partition(" ")
    if given:
        yield key(given + family)


def nearest(text: str, candidates: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Find the candidates that look most like a text, the best first.

    >>> nearest("oldboi-2003", ["oldboy-2003", "oasis-2002"])
    ('oldboy-2003',)
    """
    # Needed only where something has already gone wrong.
    from difflib import get_close_matches  # noqa: PLC0415

    return tuple(get_close_matches(text.casefold(), list(candidates), n=limit))


def nearest_hint(text: str, candidates: Iterable[str]) -> str:
    """Say which candidates a text may have meant, or what they all are.

    >>> nearest_hint("horor", ["horror", "comedy"])
    "Did you mean 'horror'?"
    >>> nearest_hint("opera", ["horror", "comedy"])
    'Valid are: horror, comedy.'
    """
    known = list(candidates)
    close = nearest(text, known)
    if close:
        return f"Did you mean {' or '.join(map(repr, close))}?"
    return f"Valid are: {', '.join(known)}."
