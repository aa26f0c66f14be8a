"""Keys under which different spellings of a title or name compare as equal.

There are three, from strict to loose:

- :func:`key` ignores case, spacing, punctuation and the accents of Latin letters;
- :func:`words` does so word by word, and drops a leading article;
- :func:`sound` unifies the romanizations of Korean, so that ``Pak Chan-uk``,
  ``Park Chan-wook`` and ``Bak Chanuk`` are one name.

Hangul is never romanized here. Text is normalised to NFC, never to a compatibility
form, which would rewrite standalone letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import (  # noqa: TC003  # annotations are evaluated at run time
    Iterable,
    Iterator,
    Sequence,
)
from functools import cache, lru_cache
from itertools import chain

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
    """Fold a text into the form in which spellings are compared.

    >>> from kcinema.spelling import key
    >>> key("BONG Joon-ho") == key("bong joonho")
    True
    >>> key("Ch'unhyang"), key("서편제 (1993)")
    ('chunhyang', '서편제1993')
    """
    if text.isascii():
        return text.lower().translate(_UNSPOKEN)
    return "".join(filter(str.isalnum, _plain(text)))


# What a key has none of: several times faster than to ask each character.
_UNSPOKEN = dict.fromkeys(code for code in range(128) if not chr(code).isalnum())


def _plain(text: str) -> str:
    """Fold case and drop the accents of Latin letters."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFC", text).casefold()
    if not _ACCENTED.search(folded):
        return folded
    # Decomposition separates a letter from its accent: ŏ becomes o and a combining
    # breve. NFC recomposes Hangul afterwards; compatibility jamo do not decompose.
    apart = unicodedata.normalize("NFD", folded)
    kept = "".join(part for part in apart if not unicodedata.combining(part))
    return unicodedata.normalize("NFC", kept)


# Whatever may decompose into a letter and a mark, except Hangul. As one set of
# characters, this would take twenty times as long to compile.
_ACCENTED = re.compile(
    "(?![\u1100-\u11ff])(?![\u3130-\u318f])(?![\uac00-\ud7a3])[^\x00-\x7f]"
)
ARTICLES = ("the", "an", "a")
"""The articles that searchers may leave out at the beginning of a title."""

_WORD = re.compile(r"[^\W_]+")
# An apostrophe is part of the word: Ch'unhyang, Novelist's.
_APOSTROPHES = "'\u2019\u2018`"


def words(text: str) -> tuple[str, ...]:
    """Fold each word of a text; drop a leading article.

    >>> from kcinema.spelling import words
    >>> words("The Day a Pig Fell into the Well")
    ('day', 'a', 'pig', 'fell', 'into', 'the', 'well')
    >>> words("살인의 추억"), words("A")
    (('살인의', '추억'), ('a',))
    """
    return without_article(_split(text))


def without_article(found: tuple[str, ...]) -> tuple[str, ...]:
    """Drop a leading article, unless it is the only word.

    >>> from kcinema.spelling import without_article
    >>> without_article(("the", "host")), without_article(("a",))
    (('host',), ('a',))
    """
    return found[1:] if len(found) > 1 and found[0] in ARTICLES else found


def split(texts: Iterable[str]) -> list[tuple[str, ...]]:
    """Fold the words of many texts in one pass, keeping articles.

    >>> from kcinema.spelling import split
    >>> split(["The Host", "Ch'unhyang"])
    [('the', 'host'), ('chunhyang',)]
    """
    # One text per line, so that one replacement covers them all.
    lines = "".join([_plain(text).replace("\n", " ") + "\n" for text in texts])
    plain = _without_apostrophes(lines).split("\n")[:-1]
    return [tuple(_WORD.findall(line)) for line in plain]


@lru_cache(maxsize=4096)
def _split(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_without_apostrophes(_plain(text))))


def _without_apostrophes(text: str) -> str:
    for mark in _APOSTROPHES:
        text = text.replace(mark, "")
    return text


# Spellings of the same sound in romanized Korean: the Revised Romanization,
# McCune-Reischauer with and without diacritics, and customary spellings of names.
# The order matters: each rule works on the result of the one before.
_SOUNDS = [
    (r"tch|jj|tj|ch", "j"),
    (r"sh|ss", "s"),
    (r"rh", "r"),
    (r"wh", "hw"),
    (r"ck|kk|gg|c|q|k", "g"),
    (r"tt|dd|t", "d"),
    (r"pp|bb|ph|p|f|v", "b"),
    (r"z", "j"),
    (r"ll|rr", "l"),
    (r"r(?=[bdgjmnsh]|$)", ""),  # Park, Hur: a silent r
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
# Family names whose spellings the rules above do not unify.
_FAMILIES = {"roh": "nu", "ro": "nu", "rhee": "i", "ree": "i", "li": "i", "ie": "i"}


@lru_cache(maxsize=4096)
def sound(text: str) -> str:
    """Fold a text so that different romanizations of Korean become the same.

    Looser than :func:`key`: 정 and 중 become the same, because both are written
    ``Jung``. Other scripts stay as they are.

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
    """Return the :func:`sound` of many texts, much faster than one by one.

    Args:
        spoken: The words of each text, as :func:`split` returns them.

    >>> from kcinema.spelling import sound, sounds, split
    >>> sounds(split(["Pak Chan-uk", "Bak Chanuk"])) == [sound("Pak Chan-uk")] * 2
    True
    """
    known = dict.fromkeys(chain.from_iterable(spoken))
    # Apply each rule once to all distinct words, one per line.
    folded = zip(known, _folded("\n".join(known)).split("\n"), strict=False)
    sound_of = (dict(folded) | _FAMILIES).__getitem__
    return ["".join(map(sound_of, found)) for found in spoken]


@lru_cache(maxsize=8192)
def _sound(word: str) -> str:
    return _FAMILIES.get(word) or _folded(word)


def _folded(lines: str) -> str:
    for pattern, to in _sound_rules():
        lines = pattern.sub(to, lines)
    return lines


@cache
def _sound_rules() -> list[tuple[re.Pattern[str], str]]:
    # Compiled only when needed: a query in Hangul is not compared by its sound.
    return [(re.compile(pattern, re.MULTILINE), to) for pattern, to in _SOUNDS]


def name_keys(names: Iterable[str | None]) -> frozenset[str]:
    """Fold the names of one person, each in both name orders.

    >>> from kcinema.spelling import name_keys
    >>> sorted(name_keys(["Bong Joon-ho", "봉준호", None]))
    ['bongjoonho', 'joonhobong', '봉준호']
    """
    return frozenset(key(order) for name in names if name for order in orders(name))


def name_sounds(names: Iterable[str | None]) -> frozenset[str]:
    """Fold the names of one person by sound, each in both name orders.

    >>> from kcinema.spelling import name_sounds
    >>> bool(name_sounds(["Pak Ch'an-uk"]) & name_sounds(["Park Chan-wook"]))
    True
    """
    return frozenset(sound(order) for name in names if name for order in orders(name))


def orders(name: str) -> Iterator[str]:
    """Yield a name as it is, and with its first word moved to the end.

    >>> from kcinema.spelling import orders
    >>> list(orders("Bong Joon-ho"))
    ['Bong Joon-ho', 'Joon-ho Bong']
    """
    yield name
    family, _, given = name.partition(" ")
    if given:
        yield f"{given} {family}"


def nearest(text: str, candidates: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Return the candidates that look most like a text, best match first.

    Args:
        text: The text; its case is ignored.
        candidates: The candidates, which should be in lower case.
        limit: The maximum number of candidates to return.

    >>> from kcinema.spelling import nearest
    >>> nearest("oldboi-2003", ["oldboy-2003", "oasis-2002"])
    ('oldboy-2003',)
    """
    # Imported here because only error messages need it.
    from difflib import get_close_matches

    return tuple(get_close_matches(text.casefold(), list(candidates), n=limit))


def nearest_hint(text: str, candidates: Iterable[str]) -> str:
    """Return a hint naming the candidates nearest to a text, or else all of them.

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
