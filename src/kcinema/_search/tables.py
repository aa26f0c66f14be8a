"""The tables of a name index, each built when a query first needs it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from heapq import nsmallest
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from kcinema import hangul, spelling
from kcinema._lazy import once

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "MANY",
    "Name",
    "NameTables",
    "begun",
    "begun_words",
    "compact",
    "grams",
    "key_words",
    "letters",
    "pairs",
]


# The most names with the same beginning that a query considers; only queries of one or
# two letters ever reach this limit.
MANY = 400


class Name(NamedTuple):
    """A name that can be searched for.

    Attributes:
        owner: The number of the item that it names.
        text: The name as it is written.
        main: Whether it is the title or name itself, not an alternative spelling.
    """

    owner: int
    text: str
    main: bool


def letters(text: str) -> str:
    """Return the letters by which names are compared, without spaces or article.

    >>> from kcinema._search.tables import letters
    >>> letters("The Host"), letters("괴물")
    ('host', 'ㄱㅗㅣㅁㅜㄹ')
    """
    return hangul.keys("".join(spelling.words(text)))


class NameTables:
    """Lookup tables over names.

    Args:
        names: The names.
        beside: Words that may accompany an owner's name in a query.
        makers: Other owners whose names and words may also accompany it.
    """

    def __init__(
        self,
        names: Iterable[Name],
        beside: dict[int, tuple[str, ...]] | None = None,
        makers: dict[int, tuple[int, ...]] | None = None,
    ) -> None:
        self._names = tuple(names)
        self._beside = beside or {}
        self._makers = makers or {}

    @once
    def _split(self) -> list[tuple[str, ...]]:
        return spelling.split(name.text for name in self._names)

    @once
    def _words(self) -> list[tuple[str, ...]]:
        """The words of each name, as the letters of their keys."""
        return _keyed(self._split)

    @once
    def _letters(self) -> list[str]:
        return list(map("".join, self._words))

    @once
    def _compact(self) -> list[str]:
        """Each name as one word in its own script; empty for ASCII names."""
        return [
            "" if name.text.isascii() else "".join(spelling.without_article(words))
            for name, words in zip(self._names, self._split, strict=True)
        ]

    @once
    def _by_letters(self) -> dict[str, list[int]]:
        return _places(self._letters)

    @once
    def _turned(self) -> dict[str, list[int]]:
        """Names in Latin letters with the first word at the end, given name first."""
        return _places(
            "".join((*words[1:], words[0]))
            if len(words) > 1 and name.text.isascii()
            else ""
            for name, words in zip(self._names, self._words, strict=True)
        )

    @once
    def _spellings(self) -> list[str]:
        return list(self._by_letters)

    @once
    def _by_sound(self) -> dict[str, list[int]]:
        latin = [
            words if name.text.isascii() else ()
            for name, words in zip(self._names, self._split, strict=True)
        ]
        return _places(spelling.sounds(latin))

    @once
    def _sorted(self) -> tuple[list[str], list[int]]:
        return _sorted_places(self._letters)

    @once
    def _initials(self) -> tuple[list[str], list[int]]:
        return _sorted_places(self._initial_letters)

    @once
    def _initial_letters(self) -> list[str]:
        return list(map(hangul.initials, self._compact))

    @once
    def _initial_pairs(self) -> dict[str, list[int]]:
        return _gram_postings(self._initial_letters, 2)

    @once
    def _syllable_pairs(self) -> dict[str, list[int]]:
        return _gram_postings(self._compact, 2)

    @once
    def _grams(self) -> dict[str, list[int]]:
        """The positions of spellings by the grams that they contain."""
        return _gram_postings(map("^".__add__, self._spellings), 3)

    @once
    def _beside_words(self) -> dict[int, tuple[str, ...]]:
        owners = list(self._beside)
        split = spelling.split(" ".join(words) for words in self._beside.values())
        own = dict(zip(owners, _keyed(split), strict=True))
        makers = set(chain.from_iterable(self._makers.values()))
        named: dict[int, list[str]] = {maker: [*own.get(maker, ())] for maker in makers}
        for place, name in enumerate(self._names):
            if name.owner in makers:
                named[name.owner] += self._words[place]
        for owner, by in self._makers.items():
            theirs = chain.from_iterable(map(named.__getitem__, by))
            own[owner] = tuple(dict.fromkeys((*own.get(owner, ()), *theirs)))
        return own

    @once
    def _places(self) -> dict[str, list[int]]:
        places = _postings(self._words)
        first: dict[int, int] = {}
        for place, name in enumerate(self._names):
            first.setdefault(name.owner, place)
        for owner, words in self._beside_words.items():
            for word in words:
                places.setdefault(word, []).append(first[owner])
        return places

    @once
    def _vocabulary(self) -> list[str]:
        return sorted(self._places)

    @once
    def _word_grams(self) -> dict[str, list[int]]:
        return _gram_postings(map("^".__add__, self._vocabulary), 3)


def key_words(text: str) -> tuple[str, ...]:
    return tuple(map(hangul.keys, spelling.words(text)))


def _keyed(split: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return :func:`key_words` of split texts, converting each distinct word once."""
    found = list(map(spelling.without_article, split))
    known = set(chain.from_iterable(found))
    key = dict(zip(known, map(hangul.keys, known), strict=True)).__getitem__
    return [tuple(map(key, words)) for words in found]


def compact(text: str) -> str:
    return "".join(spelling.words(text))


def grams(text: str) -> list[str]:
    return [text[start : start + 3] for start in range(max(1, len(text) - 2))]


def pairs(text: str) -> list[str]:
    return [text[start : start + 2] for start in range(len(text) - 1)]


def _places(texts: Iterable[str]) -> dict[str, list[int]]:
    """Map each text to its positions."""
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        if text:
            places.setdefault(text, []).append(place)
    return places


def _postings(texts: Iterable[Sequence[str]]) -> dict[str, list[int]]:
    """Map each part to the positions of the texts that contain it, each once."""
    postings: dict[str, list[int]] = {}
    for place, parts in enumerate(texts):
        for part in parts:
            found = postings.get(part)
            if found is None:
                postings[part] = [place]
            elif found[-1] != place:
                found.append(place)
    return postings


def _gram_postings(texts: Iterable[str], size: int) -> dict[str, list[int]]:
    """Map the grams of a size to the positions of the texts that contain them.

    A position is listed once per occurrence of the gram. This is most of the work of
    building an index.
    """
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        if text:
            for start in range(max(1, len(text) - size + 1)):
                postings[text[start : start + size]].append(place)
    return postings


def _sorted_places(texts: list[str]) -> tuple[list[str], list[int]]:
    order = sorted(
        (place for place, text in enumerate(texts) if text), key=texts.__getitem__
    )
    return [texts[place] for place in order], order


def begun(
    table: tuple[list[str], list[int]], wanted: str, most: int = MANY
) -> list[int]:
    """Return the positions of texts with a prefix; the shortest ones if too many."""
    texts, places = table
    low = bisect_left(texts, wanted)
    high = bisect_left(texts, wanted + "\U0010ffff", lo=low)
    if most < MANY:  # only a few are wanted, so it matters less which
        high = min(high, low + MANY)
    if high - low > most:
        return [
            places[at]
            for at in nsmallest(most, range(low, high), key=lambda at: len(texts[at]))
        ]
    return places[low:high]


def begun_words(vocabulary: list[str], word: str) -> list[str]:
    low = bisect_left(vocabulary, word)
    high = bisect_left(vocabulary, word + "\U0010ffff", lo=low)
    return nsmallest(MANY // 8, vocabulary[low:high], key=len)
