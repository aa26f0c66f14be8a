"""An index of names: which are spelled, begin, sound or are typed like a text.

Every name belongs to an owner, a whole number. All names, in whatever script, are
compared as the letters of their keys (:func:`kcinema.hangul.keys`), without spaces:
unfinished syllables, spacing and typing errors need no rules of their own then.
"""

from __future__ import annotations

from collections import Counter
from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple

from kcinema import hangul, spelling
from kcinema._search import tables
from kcinema._search.edits import Edits
from kcinema._search.tables import NameTables, letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["LEAST", "Match", "NameIndex"]


class Match(NamedTuple):
    """How well a text matches an owner.

    Attributes:
        owner: The owner.
        score: From 0 to 1.
        text: The name that matched.
        how: In what way; see :class:`kcinema.SearchHit`.
    """

    owner: int
    score: float
    text: str
    how: str


# Less than this is no match at all.
LEAST = 0.3
# What people put around a title that is no part of it.
_AROUND = " \t\n\"'\u2018\u2019\u201c\u201d\u00ab\u00bb"
# So many pairs of syllables are left whole in part by an error or two.
_SYLLABLES = 3
# Fewer letters sound like too much.
_AUDIBLE = 3
# So many words and names are compared closely at the most, ...
_COMPARED = 64
# ... chosen among no more than so many that share a word, and those of the rarest word.
_WEIGHED = 4000


def tolerated(size: int) -> int:
    """Return how many typing errors a text of so many letters may have.

    >>> from kcinema._search.names import tolerated
    >>> [tolerated(size) for size in (3, 4, 9, 16)]
    [0, 1, 2, 3]
    """
    return 0 if size < 4 else 1 if size < 5 else 2 if size < 14 else 3  # noqa: PLR2004


class NameIndex(NameTables):
    """Finds the owners of names, by exact, loose and faulty spellings.

    Args:
        names: The names.
        beside: Words that an owner is also asked for by, beside a name: the year of a
            film. They never make a match by themselves a good one.
        makers: Owners whose names and words stand beside an owner as well: the
            directors of a film.
    """

    # What a query asks for ------------------------------------------------------------

    def find(self, text: str) -> Iterator[Match]:
        """Match a text in every way but faulty spelling; the same owner may recur."""
        wanted = letters(text)
        if wanted:
            yield from self._exact(wanted, text.strip(_AROUND).casefold())
            yield from self._alike(text)
            yield from self._beginning(wanted)
        if hangul.has_initials(text):
            yield from self._by_initials(text)

    def find_typed(self, wanted: str) -> Iterator[Match]:
        """Match letters that came from the other keyboard layout, whole or begun."""
        for match in self._exact(wanted):
            yield match._replace(score=0.95, how="keyboard")
        for match in self._beginning(wanted):
            yield match._replace(score=match.score * 0.93, how="keyboard")

    def find_words(self, text: str, *, faulty: bool = False) -> Iterator[Match]:
        """Match word by word, in any order, the last perhaps unfinished.

        Args:
            text: The text.
            faulty: Whether words that nobody knows may be known ones with errors;
                without it, a text with such a word matches nothing.
        """
        asked = tables.key_words(text)
        # A word that nobody knows is more often a faulty one: that is asked for apart.
        if not faulty and any(word not in self._places for word in asked[:-1]):
            return
        last = len(asked) - 1
        readings = [
            self._readings(word, is_last=n == last, faulty=faulty)
            for n, word in enumerate(asked)
        ]
        weights = [len(word) for word in asked]
        whole = sum(weights) or 1
        known = sum(w for w, reading in zip(weights, readings, strict=True) if reading)
        if (known < whole and not faulty) or (known / whole) ** 2 < LEAST:
            return
        for place in self._candidates(readings):
            name = self._names[place]
            own = self._words[place]
            beside = self._beside_words.get(name.owner, ())
            found = in_name = 0.0
            for reading, weight in zip(readings, weights, strict=True):
                here = _surest(reading, own)
                there = _surest(reading, beside)
                found += weight * max(here, there)
                in_name += weight * here if here >= there else 0.0
            share = (found / whole) ** 2
            cover = min(1.0, in_name / max(1, len(self._letters[place])))
            score = share * (0.6 + 0.32 * cover if in_name else 0.45)
            if not name.main:
                score *= 0.97
            yield Match(name.owner, score, name.text, "words")

    def find_faulty(self, text: str) -> Iterator[Match]:
        """Match in spite of typing errors, and inside of longer names."""
        wanted = letters(text)
        limit = tolerated(len(wanted))
        edits = Edits(wanted)
        for errors, places in self._suspects(text, wanted, limit):
            found = False
            for place in places:
                name, spelled = self._names[place], self._letters[place]
                if wanted in spelled:
                    cover = len(wanted) / len(spelled)
                    # Inside of a word it is more often chance.
                    least = 0.55 if self._starts_word(place, wanted) else 0.3
                    yield Match(name.owner, least + 0.25 * cover, name.text, "part")
                elif abs(len(spelled) - len(wanted)) <= limit:
                    count = edits.to(spelled, limit)
                    if count <= limit:
                        share = count / max(len(wanted), len(spelled))
                        score = 0.92 - 1.6 * share
                        yield Match(name.owner, score, name.text, "typing error")
                        found = found or count <= errors
            if found:
                return

    def _suspects(
        self, text: str, wanted: str, limit: int
    ) -> Iterator[tuple[int, list[int]]]:
        """Return names that a faulty text may mean, the likeliest first."""
        if not limit:
            return
        # Few titles share two syllables in a row, so these lead straight to them; but
        # an error in a short one may leave none.
        pairs = [] if text.isascii() else tables.pairs(tables.compact(text))
        if len(pairs) >= _SYLLABLES:
            yield 2, self._sharing(pairs, self._syllable_pairs, 2, _COMPARED // 8)
        # One error is what most faulty texts have, and is found with half the work.
        grams = tables.grams(f"^{wanted}")
        yield 1, self._spelled(self._sharing(grams, self._grams, 1))
        if limit > 1:
            # Names with several errors share little, as do many that are not meant;
            # what is left of those are the ones of about the same length.
            # Two letters in each other's place spoil four grams, so three errors' worth
            # of grams are asked for two.
            size, known = len(wanted), self._spellings
            near = [
                at
                for at in self._sharing(grams, self._grams, 3, len(known))
                if abs(len(known[at]) - size) <= limit
            ]
            yield limit, self._spelled(near[: _COMPARED * 2])

    def _spelled(self, found: Iterable[int]) -> list[int]:
        """Return the places of the names that have one of some spellings."""
        known = self._spellings
        return [place for at in found for place in self._by_letters[known[at]]]

    def _starts_word(self, place: int, wanted: str) -> bool:
        """Return whether letters stand in a name from the beginning of a word on."""
        words = self._words[place]
        return any(
            "".join(words[start:]).startswith(wanted) for start in range(len(words))
        )

    # How the parts answer -------------------------------------------------------------

    def _exact(self, wanted: str, written: str = "") -> Iterator[Match]:
        places = list(self._by_letters.get(wanted, ()))
        for article in spelling.ARTICLES:
            # Written in one word, an article is not seen as one: TheHost.
            if wanted.startswith(article):
                places += [
                    place
                    for place in self._by_letters.get(wanted.removeprefix(article), ())
                    if hangul.keys(spelling.key(self._names[place].text)) == wanted
                ]
        for place in places:
            name = self._names[place]
            score = 1.0 if name.text.casefold() == written else 0.995
            score -= 0 if name.main else 0.01
            yield Match(name.owner, score, name.text, "exact")

    def _alike(self, text: str) -> Iterator[Match]:
        if any(character >= "ㄱ" for character in text):
            return
        sounds = spelling.sound(text)
        if len(sounds) < _AUDIBLE:
            return
        for place in self._by_sound.get(sounds, ()):
            name = self._names[place]
            yield Match(name.owner, 0.96, name.text, "sound")

    def _beginning(self, wanted: str) -> Iterator[Match]:
        for place in tables.begun(self._sorted, wanted):
            name, size = self._names[place], len(self._letters[place])
            if size > len(wanted):
                score = 0.72 + 0.2 * len(wanted) / size
                yield Match(name.owner, score, name.text, "beginning")

    def _by_initials(self, text: str) -> Iterator[Match]:
        pattern = tables.compact(text)
        wanted = hangul.initials(pattern)
        size = len(wanted)
        for place in tables.begun(self._initials, wanted):
            name, compact = self._names[place], self._compact[place]
            if hangul.matches_initials(pattern, compact):
                cover = size / len(compact)
                spaced = (
                    hangul.initials(name.text.casefold()) == text.strip().casefold()
                )
                whole = 0.95 if spaced or pattern != wanted else 0.945
                score = whole if cover == 1 else 0.7 + 0.2 * cover
                yield Match(name.owner, score, name.text, "initials")
        for place in self._sharing(tables.pairs(wanted), self._initial_pairs, 0):
            name, compact = self._names[place], self._compact[place]
            start = self._initial_letters[place].find(wanted, 1)
            if start > 0 and hangul.matches_initials(pattern, compact[start:]):
                score = 0.5 + 0.2 * size / len(compact)
                yield Match(name.owner, score, name.text, "initials")

    def _readings(self, word: str, *, is_last: bool, faulty: bool) -> dict[str, float]:
        """Return the known words that a word may mean, with how sure that is.

        A word that is known means itself, unless it comes last: it may be unfinished.
        """
        readings = {word: 1.0} if word in self._places else {}
        if len(word) > 1 and (is_last or not readings):
            for known in tables.begun_words(self._vocabulary, word):
                readings.setdefault(known, 0.75 + 0.2 * len(word) / len(known))
        limit = min(2, tolerated(len(word)))
        if faulty and limit and not readings:
            edits = Edits(word)
            for index in self._sharing(
                tables.grams(f"^{word}"), self._word_grams, limit
            ):
                known = self._vocabulary[index]
                # The known word may go on: what is typed may be unfinished as well.
                begun = edits.to(known[: len(word)], limit) + 1
                errors = min(edits.to(known, limit), begun)
                if errors <= limit:
                    readings[known] = 1 - 1.4 * errors / len(word)
        return readings

    def _candidates(self, readings: list[dict[str, float]]) -> list[int]:
        """Return the places of names that have a word, the rarest words first."""
        postings = [
            set().union(*(self._places[word] for word in reading))
            for reading in readings
            if reading
        ]
        shared: Counter[int] = Counter()
        for found in sorted(postings, key=len):
            if shared and len(shared) + len(found) > _WEIGHED:
                break
            shared.update(found)
        # Of names that share as many, the shorter are nearer.
        return _most(
            shared, _COMPARED // 2, key=lambda place: len(self._letters[place])
        )

    def _sharing(
        self,
        grams: Sequence[str],
        postings: dict[str, list[int]],
        errors: int,
        most: int = _COMPARED,
    ) -> list[int]:
        """Return the places that share most grams with a text, the most first.

        An error spoils three grams at the most, so among any 3 * errors + 1 grams of a
        text one is left in every spelling that is sought. The rarest are asked.
        """
        known = sorted((len(postings.get(gram, ())), gram) for gram in set(grams))
        if not errors and known and not known[0][0]:
            return []
        asked = [gram for size, gram in known if size][: 3 * errors + 1]
        shared: Counter[int] = Counter()
        for gram in asked:
            shared.update(postings[gram])
        return _most(shared, most)

    # The parts ------------------------------------------------------------------------


def _surest(reading: dict[str, float], words: tuple[str, ...]) -> float:
    """Return how surely one of some words is meant."""
    best = 0.0
    for word in words:
        if word in reading and reading[word] > best:
            best = reading[word]
    return best


def _most(
    shared: Counter[int], most: int, key: Callable[[int], int] = lambda _: 0
) -> list[int]:
    """Return the places that share most, the most first; of equals, the least key."""
    enough, least = 0, 0
    for count, places in sorted(Counter(shared.values()).items(), reverse=True):
        enough, least = enough + places, count
        if enough >= most:
            break
    kept = [place for place, count in shared.items() if count >= least]
    return nsmallest(most, kept, key=lambda place: (-shared[place], key(place), place))
