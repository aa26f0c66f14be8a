"""What a score says: whether a match names what was asked for, or is a guess.

How near a text is to a name is not how sure it is: Taxi Driver of 1976 is letter by
letter A Taxi Driver of 2017, and Secret is the beginning of several titles. From 0.6 on
a match names something; what these rules doubt stays below.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kcinema import hangul, spelling
from kcinema._search.tables import letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["FAIR", "LEAST", "Match", "best_of", "dated", "guess", "judged", "together"]


class Match(NamedTuple):
    """How well a text matches an owner.

    Attributes:
        owner: The owner.
        score: From 0 to 1.
        text: The name that matched.
        how: How it matched; see :class:`kcinema.SearchHit`.
    """

    owner: int
    score: float
    text: str
    how: str


# The lowest score of a match.
LEAST = 0.3
# From this score on, a match is an answer.
FAIR = 0.6
# Guesses score this much, and a little more the better they match.
_GUESS, _BETTER = 0.5, 0.09
# From this score on, a name is matched as a whole.
_WHOLE = 0.9
# Matches of a part of a name, ...
_PARTIAL = {"beginning", "words", "part"}
# ... of which so many, as good within this much, tell nothing.
_SEVERAL, _MANY = 3, 12
_AS_GOOD = 0.12


def guess(match: Match) -> Match:
    """Return a match as a guess."""
    if match.score < FAIR:
        return match
    return match._replace(score=_GUESS + _BETTER * match.score)


def best_of(matches: Iterable[Match]) -> dict[int, Match]:
    """Return the best match of each owner; the first of equal ones."""
    best: dict[int, Match] = {}
    for match in matches:
        known = best.get(match.owner)
        if known is None or match.score > known.score:
            best[match.owner] = match
    return best


def judged(
    matches: Iterable[Match],
    asked: str,
    kind: Callable[[int], str],
    names: Callable[[int], Iterable[str]],
) -> dict[int, Match]:
    """Return the best match of each owner, with those that are doubtful as guesses.

    Args:
        matches: What was found.
        asked: What was looked for.
        kind: A function that returns the kind of an owner.
        names: A function that returns all names of an owner.
    """
    found = best_of(match for match in matches if match.score >= LEAST)
    doubtful = [m for m in found.values() if m.score >= FAIR and m.how in _DOUBTFUL]
    if doubtful:
        query = _Query(asked)
        # Beside a whole name, one of so many parts is never meant.
        all_of_them = len(doubtful) > _MANY and any(
            match.how == "exact" for match in found.values()
        )
        for match in doubtful:
            if all_of_them or query.doubts(match, names):
                found[match.owner] = guess(match)
    return _told_apart(found, kind)


_DOUBTFUL = {*_PARTIAL, "typing error"}


class _Query:
    """A text that was asked for, and why it may mean another name than was found."""

    def __init__(self, asked: str) -> None:
        self._asked = asked
        self._numbers = _numbers(asked)
        self._short = _is_short(asked)
        (self._split,) = spelling.split([asked])

    def doubts(self, match: Match, names: Callable[[int], Iterable[str]]) -> bool:
        """Return whether a match is only a guess."""
        if self._short or self._is_another(match, names):
            return True
        (own,) = spelling.split([match.text])
        if match.how == "typing error":
            # The first letter is seldom wrong.
            return letters(self._asked)[:1] != letters(match.text)[:1]
        if match.how == "beginning" and self._rest(match).startswith(_SUBTITLE):
            return False
        return (
            self._covers(match) < _COVERED
            or self._has_another_article(own)
            or (match.how == "beginning" and self._ends_across_words(own))
        )

    def _covers(self, match: Match) -> float:
        return len(letters(self._asked)) / max(1, len(letters(match.text)))

    def _has_another_article(self, own: Sequence[str]) -> bool:
        """Return whether an article stands where the name has none.

        The Body is hardly a part of Our Body.
        """
        if len(self._split) < _WITH_ARTICLE or self._split[0] not in spelling.ARTICLES:
            return False
        article, word, *_ = self._split
        return not any(
            one == article and other.startswith(word) for one, other in pairwise(own)
        )

    def _ends_across_words(self, own: Sequence[str]) -> bool:
        """Return whether Latin words have other gaps than the name that they begin.

        Singles does not begin A Single Spark.
        """
        asked = spelling.without_article(self._split)
        own = spelling.without_article(tuple(own))
        if not all(map(str.isascii, asked)):
            return False
        begun = [*zip(asked, own, strict=False)]
        return any(word != name for word, name in begun[:-1]) or not all(
            name.startswith(word) for word, name in begun[-1:]
        )

    # Numbers --------------------------------------------------------------------------

    def _is_another(self, match: Match, names: Callable[[int], Iterable[str]]) -> bool:
        """Return whether the numbers say that a film is another one of a series.

        A number is never a typing error.
        """
        own = _numbers(match.text)
        if self._numbers - own:
            return not any(
                self._numbers <= _numbers(name) for name in names(match.owner)
            )
        if match.how == "typing error":
            return self._numbers != own
        # The beginning of the title of a sequel is the title of another film.
        return bool(
            own and match.how == "beginning" and re.match(_SEQUEL, self._rest(match))
        )

    def _rest(self, match: Match) -> str:
        """Return what follows in a name that begins with what was asked for."""
        return match.text[_end_of(self._asked, match.text) :].strip()


# A part of a name of this share of its letters may be meant.
_COVERED = 0.3
_WITH_ARTICLE = 2


def _told_apart(
    found: dict[int, Match], kind: Callable[[int], str]
) -> dict[int, Match]:
    """Make guesses of matches of a kind of which there are several, none far better."""
    partial: dict[str, list[Match]] = {}
    for match in found.values():
        if match.score >= FAIR and match.how in _PARTIAL:
            partial.setdefault(kind(match.owner), []).append(match)
    for matches in partial.values():
        if len(matches) < _SEVERAL:
            continue
        best = max(match.score for match in matches)
        near = [match for match in matches if match.score >= best - _AS_GOOD]
        doubted = matches if len(near) >= _SEVERAL else ()
        found.update((match.owner, guess(match)) for match in doubted)
    return found


# Too little of a name -----------------------------------------------------------------

_LATIN, _SYLLABLES = 4, 2


def _is_short(asked: str) -> bool:
    """Return whether a text is one syllable, or less than four letters."""
    compact = "".join(spelling.words(asked))
    if compact.isascii():
        return len(compact) < _LATIN
    return len(hangul.initials(compact)) < _SYLLABLES


# Numbers ------------------------------------------------------------------------------

_ROMAN = {"ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
# The number of a sequel, behind the title of the film before it.
_SEQUEL = r"(?i)\W*(?:part\W*)?([2-9]|ii|iii|iv)(?![\w])"
_SUBTITLE = (":", "(", "- ", "\u2013 ")


def _numbers(text: str) -> Counter[int]:
    """Count the numbers in a text, Roman ones too."""
    digits = "".join(c if c.isdecimal() else " " for c in text).split()
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    return Counter(
        [*map(int, digits), *(_ROMAN[word] for word in words if word in _ROMAN)]
    )


def _end_of(asked: str, name: str) -> int:
    """Return where in a name the letters end that were asked for."""
    wanted = len(letters(asked))
    ends = range(1, len(name))
    return next((at for at in ends if len(letters(name[:at])) >= wanted), len(name))


# The year -----------------------------------------------------------------------------


def dated(match: Match, years: Iterable[int], wanted: int) -> Match:
    """Adjust a match to how near its film is to the year wanted.

    The year confirms a match, it makes none; a wrong year makes a guess of any.

    Args:
        match: The match.
        years: The years of the film: shown first, released.
        wanted: The year.
    """
    apart = min((abs(year - wanted) for year in years), default=wanted)
    if apart == 0:
        if match.score < FAIR:
            return match
        return match._replace(score=match.score + (1 - match.score) * 0.6)
    # Lists differ by a year where a film was shown in one and released in the next.
    # A long title is seldom another film's, and may have taken longer.
    if match.score >= _WHOLE and match.how not in _DOUBTFUL:
        if apart == 1:
            return match._replace(score=match.score * 0.98)
        if apart == _TWO and len(letters(match.text)) >= _DISTINCT:
            return match._replace(score=match.score * 0.9)
    return guess(match)


_TWO = 2
# So many letters, in Hangul as in Latin script, are some five syllables or three words.
_DISTINCT = 14


# Several titles in one field ----------------------------------------------------------

_ALONE = 0.93


def together(parts: list[dict[int, Match]], *, all_of: bool) -> dict[int, Match]:
    """Return the matches of a field with several titles.

    What all titles match is most likely meant. Where only one of them matches, it has
    to be the whole name.

    Args:
        parts: The matches of each title.
        all_of: Whether a match has to match all titles.
    """
    if len(parts) == 1:
        return parts[0]
    found = best_of(match for part in parts for match in part.values())
    for owner, match in found.items():
        if all(owner in part and part[owner].score >= FAIR for part in parts):
            continue
        if not all_of and match.score >= _WHOLE and match.how not in _DOUBTFUL:
            found[owner] = match._replace(score=match.score * _ALONE)
        else:
            found[owner] = guess(match)
    return found
