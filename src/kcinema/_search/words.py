"""The words that people put around a title: movie, the director, an actor, a genre."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["Around", "around", "without_fillers"]

# Words that no film is told by. What is left without them is looked up only where the
# whole text names nothing: they stand in titles as well.
# fmt: off
_FILLERS = frozenset({
    "movie", "movies", "film", "films", "cinema", "korean", "korea", "kmovie",
    "kmovies", "director", "actor", "actress", "starring", "directed", "best", "good",
    "top", "famous", "list", "highlights", "full", "watch", "online", "trailer",
    "영화", "영화들", "한국", "한국영화", "감독", "배우", "주연", "출연",
    "작품", "추천", "목록", "관련", "예고편",
})
# Words that go with them.
_LINKS = frozenset({
    "the", "a", "an", "of", "by", "with", "from", "about", "in", "on", "and", "for",
    "south",
})
# fmt: on
_EITHER = _FILLERS | _LINKS
_MARKS = ".,;:!?\"'()[]{}/|-\u2013"
# How many words a name has, in Latin letters and in Hangul.
_LATIN, _HANGUL = (3, 2), (1, 2, 3)


class Around(NamedTuple):
    """What is left of a text without the words around a title.

    Attributes:
        rest: What is left; empty if nothing is.
        people: The names that stood there.
        topic: The words for a genre or the like that stood there.
    """

    rest: str
    people: tuple[str, ...] = ()
    topic: str = ""


def without_fillers(text: str) -> str:
    """Return a text without words that no film is told by.

    >>> from kcinema._search.words import without_fillers
    >>> without_fillers("korean zombie film"), without_fillers("공포 영화")
    ('zombie', '공포')
    """
    kept = [w for w in text.split() if w.strip(_MARKS).casefold() not in _EITHER]
    return " ".join(kept)


def around(
    text: str,
    is_somebody: Callable[[str], object],
    is_topic: Callable[[str], object],
) -> Iterator[Around]:
    """Yield what may be the title in a text, each time with fewer words.

    Args:
        text: The text.
        is_somebody: A function that says whether a text is somebody's name.
        is_topic: A function that says whether a text is a genre or the like.

    >>> from kcinema._search.words import around
    >>> [*around("oldboy movie choi min sik", "choi min sik".__eq__, "".__eq__)]
    [Around(rest='oldboy', people=('choi min sik',), topic='')]
    """
    words = text.split()
    people: list[str] = []
    bare = _stripped(words)
    if bare and bare != words:
        yield Around(" ".join(bare))
    while bare:
        found = _name_at_an_end(bare, is_somebody)
        if found is None:
            break
        name, left = found
        people.append(name)
        bare = _stripped(left)
        yield Around(" ".join(bare), tuple(people))
    if people and bare and is_topic(" ".join(bare)):
        yield Around("", tuple(people), " ".join(bare))
    for size in (2, 1):
        for span, left in _ends(bare, size):
            if left and is_topic(" ".join(span)):
                yield Around(" ".join(_stripped(left)), tuple(people), " ".join(span))


def _stripped(words: Sequence[str]) -> list[str]:
    """Return words without the fillers at both ends, and the links that go with them.

    Links alone, as in "on the moon", are a part of a title.
    """
    plain = [word.strip(_MARKS).casefold() for word in words]
    start, end = 0, len(words)
    while start < end and plain[start] in _EITHER:
        start += 1
    while end > start and plain[end - 1] in _EITHER:
        end -= 1
    if _FILLERS.isdisjoint((*plain[:start], *plain[end:])):
        return [*words]
    return [*words[start:end]]


def _ends(words: Sequence[str], size: int) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the words at the end and at the beginning, each with the others."""
    if size <= len(words):
        yield [*words[-size:]], [*words[:-size]]
        yield [*words[:size]], [*words[size:]]


def _name_at_an_end(
    words: Sequence[str], is_somebody: Callable[[str], object]
) -> tuple[str, list[str]] | None:
    """Return a name at an end of some words, and the other words."""
    for size in _LATIN if all(map(str.isascii, words)) else _HANGUL:
        for span, rest in _ends(words, size):
            name = " ".join(span).strip(_MARKS)
            if name and is_somebody(name):
                return name, rest
    return None
