"""Tables in which the names of a catalogue's films are looked up."""

from __future__ import annotations

import re
from enum import IntEnum
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from kcinema import spelling
from kcinema._lazy import once
from kcinema._linking.titles import is_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kcinema._model.film import Film

__all__ = ["Called", "Near", "Tables"]


class Near(IntEnum):
    """How near a text is to a name of a film."""

    LOOSE = 1
    """It sounds like one, has a letter wrong, or lacks the subtitle."""
    NAME = 2
    """It is one of its names: an alias, or the title without its article."""
    SPOKEN = 3
    """It is its Korean title in Latin letters."""
    TITLE = 4
    """It is its title, in English or Korean."""


class Called(NamedTuple):
    """A film that a text may name.

    Attributes:
        film: Its place among the films.
        near: How near the text is to its name.
        key: The key of the name.
    """

    film: int
    near: Near
    key: str


_QUOTES = "\"' \u2018\u201c"
# What stands before a subtitle.
_DASHES = (":", " - ", " \u2013 ")
# How a title with an article begins.
_ARTICLED = {article[0] for article in spelling.ARTICLES}
# A letter may be wrong in a name with at least so many letters, or syllables of Hangul.
_LONG, _LONG_HANGUL = 10, 5
# Fewer letters than this sound like too many names.
_AUDIBLE = 8
# A title that goes on after a colon may be cut there: one of ours if so much is left,
# and somebody's if it is so much that no other film begins like it.
_HEAD, _HEAD_HANGUL = 6, 2
_WHOLE, _WHOLE_HANGUL = 14, 6


class Tables:
    """The names of films, by the keys under which they are looked up."""

    def __init__(self, films: Sequence[Film]) -> None:
        self._films = films

    def called(self, title: str) -> list[Called]:
        """Return the films that a title may name, the nearest name of each."""
        key = spelling.key(title)
        if not key:
            return []
        found = self._exact.get(key)
        if found:
            return found
        short = key[0] in _ARTICLED and without_article(title, key)
        if short:
            found = self._exact.get(short)
            if found:
                return [_at_most(Near.NAME, called) for called in found]
        return self._loose(title, key)

    def may_name(self, titles: Sequence[object]) -> list[bool]:
        """Return, for each of some cells, whether it may name a film.

        Nearly all rows of a table are strangers. This tells many at a time, several
        times faster than :meth:`called` one by one; what is no plain title may be one
        of ours.
        """
        plain = [
            title
            if isinstance(title, str) and is_plain(title) and not _has_subtitle(title)
            else ""
            for title in titles
        ]
        lines = "\n".join(plain).lower().translate(_LETTERS)
        return [
            not title or self._is_near(key, bones)
            for title, key, bones in zip(
                plain, lines.split("\n"), skeleton(lines).split("\n"), strict=True
            )
        ]

    def _is_near(self, key: str, bones: str) -> bool:
        """Return whether a key of ASCII letters comes near any name."""
        if key in self._exact or key in self._heads or bones in self._skeletons:
            return True
        if len(key) < _LONG_HANGUL - 1:
            return key[:1] in _ARTICLED and self._is_articled(key)
        first, last = _ends(key)
        return (
            first in self._by_ends
            or last in self._by_ends
            or (key[0] in _ARTICLED and self._is_articled(key))
        )

    def _is_articled(self, key: str) -> bool:
        return any(
            key.startswith(article) and key[len(article) :] in self._exact
            for article in spelling.ARTICLES
        )

    def exactly(self, key: str) -> list[Called]:
        """Return the films with a name of this key."""
        return self._exact.get(key, [])

    def _loose(self, title: str, key: str) -> list[Called]:
        # Nearly every row of a table is a stranger that comes to its end here.
        found = self._misspelt(title, key)
        if _has_subtitle(title):
            for called in self._exact.get(_head(title, _WHOLE, _WHOLE_HANGUL), ()):
                found.setdefault(called.film, _at_most(Near.LOOSE, called))
        for called in self._heads.get(key, ()):
            found.setdefault(called.film, called)
        if not found and key.isascii() and skeleton(key) in self._skeletons:
            for called in self._sounds.get(spelling.sound(key), ()):
                found.setdefault(called.film, called)
        return [*found.values()]

    def _misspelt(self, title: str, key: str) -> dict[int, Called]:
        """Return the films with a name of one letter more, less, or another one.

        One slip leaves the beginning of a text or its end as it was.
        """
        found: dict[int, Called] = {}
        if len(key) < _LONG_HANGUL - 1:
            return found
        for end in _ends(key):
            for called in self._by_ends.get(end, ()):
                if _one_apart(key, called.key) and _of_words(title):
                    found.setdefault(called.film, called)
        return found

    @once
    def _exact(self) -> dict[str, list[Called]]:
        table: dict[str, dict[int, Called]] = {}

        def put(key: str, film: int, near: Near) -> None:
            if key:
                table.setdefault(key, {}).setdefault(film, Called(film, near, key))

        for place, film in enumerate(self._films):
            for title in (film.title, film.title_ko):
                put(spelling.key(title), place, Near.TITLE)
        for place, film in enumerate(self._films):
            spoken = spelling.sound(spelling.key(film.romanized or ""))
            for title in film.titles:
                key = spelling.key(title or "")
                like = key.isascii() and spelling.sound(key) == spoken
                put(key, place, Near.SPOKEN if like else Near.NAME)
        for place, film in enumerate(self._films):
            for title in film.titles:
                put(
                    without_article(title or "", spelling.key(title or "")),
                    place,
                    Near.NAME,
                )
        return {key: [*found.values()] for key, found in table.items()}

    @once
    def _heads(self) -> dict[str, list[Called]]:
        """The films by their titles without what follows a colon or a dash."""
        table: dict[str, list[Called]] = {}
        for place, film in enumerate(self._films):
            for title in (film.title, film.title_ko):
                head = _head(title or "", _HEAD, _HEAD_HANGUL)
                if head and head not in self._exact:
                    table.setdefault(head, []).append(Called(place, Near.LOOSE, head))
        return table

    @once
    def _sounds(self) -> dict[str, list[Called]]:
        """The films by the sound of their romanized titles, as one word."""
        table: dict[str, list[Called]] = {}
        for place, film in enumerate(self._films):
            key = spelling.key(film.romanized or "")
            if len(key) >= _AUDIBLE:
                called = Called(place, Near.LOOSE, key)
                table.setdefault(spelling.sound(key), []).append(called)
        return table

    @once
    def _skeletons(self) -> frozenset[str]:
        """What is left of the romanized titles for a first look at their sound."""
        return frozenset(
            skeleton(spelling.key(film.romanized or "")) for film in self._films
        )

    @once
    def _by_ends(self) -> dict[str, list[Called]]:
        """The films with long names, by how the names begin and end."""
        table: dict[str, list[Called]] = {}
        for key, found in self._exact.items():
            if len(key) >= (_LONG if key.isascii() else _LONG_HANGUL):
                loose = [_at_most(Near.LOOSE, called) for called in found]
                for end in _ends(key):
                    table.setdefault(end, []).extend(loose)
        return table

    @once
    def by_id(self) -> Mapping[tuple[str, str | int], int]:
        """The places of the films by the name and value of each external id."""
        return {
            known: place
            for place, film in enumerate(self._films)
            for known in film.ids.known().items()
        }

    @once
    def makers(self) -> list[frozenset[str]]:
        """The keys of the names of each film's directors, in either order."""
        return [
            spelling.name_keys(_names(film)) | spelling.name_sounds(_names(film))
            for film in self._films
        ]


def _ends(key: str) -> tuple[str, str]:
    """Return how a text begins and ends, marked apart."""
    size = _LONG // 2 - 1 if key.isascii() else _LONG_HANGUL // 2
    return "^" + key[:size], key[-size:] + "$"


def _of_words(title: str) -> bool:
    """Return whether a title is in Hangul, or of several words besides an article."""
    return not title.isascii() or len(spelling.words(title)) > 1


def _names(film: Film) -> Iterable[str | None]:
    for director in film.directors:
        yield director.name
        yield director.name_ko
        yield from director.aliases


def _at_most(near: Near, called: Called) -> Called:
    return called._replace(near=min(near, called.near))


def without_article(title: str, key: str) -> str:
    """Return the key without the title's article; empty if it has none."""
    first, _, rest = title.lstrip(_QUOTES).partition(" ")
    return key[len(first) :] if rest and first.lower() in spelling.ARTICLES else ""


def _has_subtitle(title: str) -> bool:
    return any(mark in title for mark in _DASHES)


def _head(title: str, least: int, least_hangul: int) -> str:
    """Return the key of what stands before a colon or a dash, if that is enough."""
    for mark in _DASHES:
        if mark in title:
            key = spelling.key(title.partition(mark)[0])
            return key if len(key) >= (least if key.isascii() else least_hangul) else ""
    return ""


# Letters that may stand for one sound become one, as do vowels and what goes with them;
# those that may be silent between them go.
_SOUNDS = str.maketrans("ckqgdtbpfvjzaeiouwyh", "ggggddbbbbjjaaaaaaaa", "rl")
# Letters that are one sound together, as spelling.sound has them.
_TOGETHER = (
    (re.compile("tch|jj|tj|ch"), "j"),
    (re.compile("sh|ss"), "s"),
    (re.compile("rh"), "r"),
    (re.compile("pp|bb|ph"), "b"),
)
_REPEATED = re.compile(r"(.)\1+")
_FIRST = itemgetter(1)  # of a match: its first group
# What a key has none of, but for the ends of lines.
_LETTERS = {
    ord(mark): None
    for mark in map(chr, range(128))
    if not (mark.isalnum() or mark == "\n")
}


def skeleton(key: str) -> str:
    """Return what texts that sound alike have in common, found much faster.

    >>> from kcinema._linking.tables import skeleton
    >>> skeleton("budanggeorae") == skeleton("boodangguhrae")
    True
    >>> skeleton("budanggeorae") == skeleton("bodngra")
    False
    """
    for letters, one in _TOGETHER:
        key = letters.sub(one, key)
    return _REPEATED.sub(_FIRST, key.translate(_SOUNDS))


def _one_apart(one: str, other: str) -> bool:
    """Return whether two texts have at most one letter more, less, other or swapped."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    if len(one) < len(other):
        return left == right[1:] and not right[0].isdigit()
    if left[0].isdigit() or right[0].isdigit():
        return False
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return swapped or left[1:] == right[1:]
