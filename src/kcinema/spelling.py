"""One key for many spellings of a title or a name: pure functions over text.

Three keys, from strict to loose:

- :func:`key` ignores case, spacing, punctuation and the accents of Latin letters;
- :func:`words` is the same for each word, without a leading article;
- :func:`sound` folds the ways in which Korean is written in Latin script, so that
  ``Pak Chan-uk``, ``Park Chan-wook`` and ``Bak Chanuk`` are one name.

Hangul is never romanised here, and text is normalised to NFC, never to a compatibility
form, which would rewrite the letters that people type.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = [
    "ARTICLES",
    "key",
    "name_keys",
    "name_sounds",
    "nearest",
    "nearest_hint",
    "orders",
    "sound",
    "sounds",
    "split",
    "without_article",
    "words",
]


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """Fold a spelling to the form in which spellings are compared.

    >>> from kcinema.spelling import key
    >>> key("BONG Joon-ho") == key("bong joonho")
    True
    >>> key("Ch'unhyang"), key("서편제 (1993)")
    ('chunhyang', '서편제1993')
    """
    return "".join(filter(str.isalnum, _plain(text)))


def _plain(text: str) -> str:
    """Fold case and drop the accents of Latin letters."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFC", text).casefold()
    if not _ACCENTED.search(folded):
        return folded
    # Taking a letter apart drops its accent: ŏ is o and a combining breve. Hangul is
    # put together again; compatibility jamo have no other form.
    apart = unicodedata.normalize("NFD", folded)
    kept = "".join(part for part in apart if not unicodedata.combining(part))
    return unicodedata.normalize("NFC", kept)


# Everything that could come apart into a letter and a mark, but for Hangul.
_ACCENTED = re.compile("[^\x00-\x7f\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
ARTICLES = ("the", "an", "a")
"""The words that a title may begin with and be looked for without."""

_WORD = re.compile(r"[^\W_]+")
# An apostrophe is part of the word: Ch'unhyang, Novelist's.
_APOSTROPHES = re.compile("['\u2019\u2018`]")


def words(text: str) -> tuple[str, ...]:
    """Fold each word of a spelling; leave out an article at the beginning.

    >>> from kcinema.spelling import words
    >>> words("The Day a Pig Fell into the Well")
    ('day', 'a', 'pig', 'fell', 'into', 'the', 'well')
    >>> words("살인의 추억"), words("A")
    (('살인의', '추억'), ('a',))
    """
    return without_article(_split(text))


def without_article(found: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out an article at the beginning of words, unless nothing else is there.

    >>> from kcinema.spelling import without_article
    >>> without_article(("the", "host")), without_article(("a",))
    (('host',), ('a',))
    """
    return found[1:] if len(found) > 1 and found[0] in ARTICLES else found


def split(texts: Iterable[str]) -> list[tuple[str, ...]]:
    """Fold many texts into their words, articles among them, in one pass.

    >>> from kcinema.spelling import split
    >>> split(["The Host", "Ch'unhyang"])
    [('the', 'host'), ('chunhyang',)]
    """
    # Each text is a line, so that one substitution does for all.
    lines = "".join([_plain(text).replace("\n", " ") + "\n" for text in texts])
    plain = _APOSTROPHES.sub("", lines).split("\n")[:-1]
    return [tuple(_WORD.findall(line)) for line in plain]


@lru_cache(maxsize=4096)
def _split(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_APOSTROPHES.sub("", _plain(text))))


# What sounds alike in the ways Korean is written in Latin script: the Revised
# Romanization, McCune-Reischauer with and without its marks, and the habits of names.
# In order; each line leaves less for the next.
_SOUNDS = [
    (re.compile(pattern, re.MULTILINE), to)
    for pattern, to in [
        (r"tch|jj|tj|ch", "j"),
        (r"sh|ss", "s"),
        (r"rh", "r"),
        (r"wh", "hw"),
        (r"ck|kk|gg|c|q|k", "g"),
        (r"tt|dd|t", "d"),
        (r"pp|bb|ph|p|f|v", "b"),
        (r"z", "j"),
        (r"ll|rr", "l"),
        (r"r(?=[bdgjmnsh]|$)", ""),  # Park, Hur: an r that nobody sounds
        (r"r", "l"),
        (r"^l(?=y|i|ee)", ""),  # Lim and Im, Ryu and Yoo, Lee and Yi
        (r"eui|uee|ui|uy", "i"),
        (r"oe|oi|oy", "we"),
        (r"yeo|yoo|you|yo", "yu"),
        (r"eo|eu|oo|ou|o", "u"),
        (r"ae|ai|ay|ei|ey", "e"),
        (r"ee|ie", "i"),
        (r"^y(?=i)", ""),
        (r"(?<=[aeiu])h(?![aeiuwy])", ""),  # Ahn, Noh, Suh
        (r"wu", "u"),
        (r"(.)\1+", r"\1"),
    ]
]
# Family names whose spellings no rule of sound brings together.
_FAMILIES = {"roh": "nu", "ro": "nu", "rhee": "i", "ree": "i", "li": "i", "ie": "i"}


@lru_cache(maxsize=4096)
def sound(text: str) -> str:
    """Fold the ways in which Korean is written in Latin script into one.

    Looser than :func:`key`: 정 and 중 sound alike to it, because people write both as
    ``Jung``. What is not Latin script stays as it is.

    >>> from kcinema.spelling import sound
    >>> sound("Pak Chan-uk") == sound("Park Chan-wook") == sound("Bak Chanuk")
    True
    >>> sound("Yi Ch'ang-dong") == sound("Lee Chang-dong")
    True
    >>> sound("Sŏp'yŏnje") == sound("Seopyeonje") == sound("Sopyonje")
    True
    """
    return "".join(map(_sound, _split(text)))


def sounds(spoken: Sequence[Sequence[str]]) -> list[str]:
    """Fold many texts at once: what :func:`sound` gives for each, far sooner.

    Args:
        spoken: The words of each text, as :func:`split` gives them.

    >>> from kcinema.spelling import sound, sounds, split
    >>> sounds(split(["Pak Chan-uk", "Bak Chanuk"])) == [sound("Pak Chan-uk")] * 2
    True
    """
    known = dict.fromkeys(chain.from_iterable(spoken))
    # Each rule goes once over all words, of which each is a line.
    folded = zip(known, _folded("\n".join(known)).split("\n"), strict=False)
    sound_of = (dict(folded) | _FAMILIES).__getitem__
    return ["".join(map(sound_of, found)) for found in spoken]


@lru_cache(maxsize=8192)
def _sound(word: str) -> str:
    return _FAMILIES.get(word) or _folded(word)


def _folded(lines: str) -> str:
    for pattern, to in _SOUNDS:
        lines = pattern.sub(to, lines)
    return lines


def name_keys(names: Iterable[str | None]) -> frozenset[str]:
    """Fold the spellings of one person, each with the family name first and last.

    >>> from kcinema.spelling import name_keys
    >>> sorted(name_keys(["Bong Joon-ho", "봉준호", None]))
    ['bongjoonho', 'joonhobong', '봉준호']
    """
    return frozenset(key(order) for name in names if name for order in orders(name))


def name_sounds(names: Iterable[str | None]) -> frozenset[str]:
    """Fold the spellings of one person by sound, in both orders.

    >>> from kcinema.spelling import name_sounds
    >>> bool(name_sounds(["Pak Ch'an-uk"]) & name_sounds(["Park Chan-wook"]))
    True
    """
    return frozenset(sound(order) for name in names if name for order in orders(name))


def orders(name: str) -> Iterator[str]:
    """Return a name as it is, and with its first word last.

    >>> from kcinema.spelling import orders
    >>> list(orders("Bong Joon-ho"))
    ['Bong Joon-ho', 'Joon-ho Bong']
    """
    yield name
    family, _, given = name.partition(" ")
    if given:
        yield f"{given} {family}"


def nearest(text: str, candidates: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Find the candidates that look most like a text, the best first.

    >>> from kcinema.spelling import nearest
    >>> nearest("oldboi-2003", ["oldboy-2003", "oasis-2002"])
    ('oldboy-2003',)
    """
    # Needed only where something has already gone wrong.
    from difflib import get_close_matches

    return tuple(get_close_matches(text.casefold(), list(candidates), n=limit))


def nearest_hint(text: str, candidates: Iterable[str]) -> str:
    """Return which candidates a text may have meant, or what they all are.

    >>> from kcinema.spelling import nearest_hint
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
