"""An index that finds names by spelling, beginning, sound or keyboard layout.

Every name belongs to an owner, identified by a number. Names in any script are compared
as the letters of their keys (:func:`kcinema.hangul.keys`), without spaces, so that
unfinished syllables, spacing and typing errors need no special rules.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from heapq import nsmallest
from operator import itemgetter
from typing import TYPE_CHECKING

from kcinema import hangul, spelling
from kcinema._search import tables
from kcinema._search.edits import Edits
from kcinema._search.scores import LEAST, Match
from kcinema._search.tables import NameTables, letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["NameIndex"]


# Characters that people put around a title.
_AROUND = " \t\n\"'\u2018\u2019\u201c\u201d\u00ab\u00bb"
# With this many pairs of syllables, one is likely to survive an error or two.
_SYLLABLES = 3
# Fewer letters than this sound like too many names.
_AUDIBLE = 3
_FEW = 20
# The most words or names that are compared in detail, ...
_COMPARED = 64
# ... chosen from at most this many that share a word, plus those with the rarest word.
_WEIGHED = 4000


def tolerated(size: int) -> int:
    """Return how many typing errors a text with this many letters may have.

    >>> from kcinema._search.names import tolerated
    >>> [tolerated(size) for size in (3, 4, 9, 16)]
    [0, 1, 2, 3]
    """
    return 0 if size < 4 else 1 if size < 5 else 2 if size < 14 else 3  # noqa: PLR2004


class NameIndex(NameTables):
    """Finds the owners of names by exact, loose and misspelt forms.

    Args:
        names: The names, in the order of their owners.
        beside: Words that may accompany an owner's name in a query. On their own they
            never make a good match.
        makers: Other owners whose names and words may also accompany it, such as the
            directors of a film.
    """

    def names_of(self, owner: int) -> list[str]:
        """Return the names of an owner."""
        names = self._names
        start = bisect_left(names, owner, key=itemgetter(0))
        found = []
        while start < len(names) and names[start].owner == owner:
            found.append(names[start].text)
            start += 1
        return found

    def called(self, text: str) -> list[int]:
        """Return the owners that are called so, letter by letter, in either order."""
        wanted = letters(text)
        places = (*self._by_letters.get(wanted, ()), *self._turned.get(wanted, ()))
        return [*dict.fromkeys(self._names[place].owner for place in places)]

    # Queries --------------------------------------------------------------------------

    def find(self, text: str) -> Iterator[Match]:
        """Yield all matches without typing errors; an owner may recur."""
        wanted = letters(text)
        if wanted:
            exact = [*self._exact(wanted, text)]
            yield from exact
            yield from self._alike(text)
            # What is called so is meant; of what begins so, a few will do.
            yield from self._beginning(wanted, _FEW if exact else tables.MANY)
        if hangul.has_initials(text):
            yield from self._by_initials(text)

    def find_typed(self, wanted: str) -> Iterator[Match]:
        """Yield matches for letters of the other keyboard layout, complete or not."""
        for match in self._exact(wanted):
            yield match._replace(score=0.95, how="keyboard")
        for match in self._beginning(wanted):
            yield match._replace(score=match.score * 0.93, how="keyboard")

    def find_words(
        self, text: str, *, finished: bool = False, faulty: bool = False
    ) -> Iterator[Match]:
        """Yield matches word by word, in any order; the last may be unfinished.

        Args:
            text: The text.
            finished: Whether the last word is finished, too.
            faulty: Whether unknown words may be misspelt known ones; if not, a text
                with an unknown word matches nothing.
        """
        asked = tables.key_words(text)
        # An unknown word is most likely misspelt, which is a separate query.
        if not faulty and any(word not in self._places for word in asked[:-1]):
            return
        last = len(asked) - 1
        readings = [
            self._readings(word, is_last=n == last and not finished, faulty=faulty)
            for n, word in enumerate(asked)
        ]
        # A word that is asked for again must be there again.
        times = [asked[:n].count(word) for n, word in enumerate(asked)]
        weights = [len(word) for word in asked]
        whole = sum(weights) or 1
        known = sum(w for w, reading in zip(weights, readings, strict=True) if reading)
        if (known < whole and not faulty) or (known / whole) ** 2 < LEAST:
            return
        for place in self._candidates(readings, _FEW if finished else _WEIGHED):
            name = self._names[place]
            own = self._words[place]
            beside = self._beside_words.get(name.owner, ())
            found = in_name = 0.0
            for word, reading, weight, before in zip(
                asked, readings, weights, times, strict=True
            ):
                if before and own.count(word) <= before:
                    continue
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
        """Yield matches with typing errors, and inside longer names."""
        wanted = letters(text)
        limit = tolerated(len(wanted))
        edits = Edits(wanted)
        for errors, places in self._suspects(text, wanted, limit):
            found = False
            for place in places:
                name, spelled = self._names[place], self._letters[place]
                # Names that begin so are found without errors.
                if wanted in spelled and not spelled.startswith(wanted):
                    cover = len(wanted) / len(spelled)
                    # Inside a word, a match is more often a coincidence.
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
        """Yield groups of names that a misspelt text may mean, likeliest first.

        Each group comes with a number of errors; a match with no more than that makes
        the later groups unnecessary.
        """
        if not limit:
            return
        # Few titles share two adjacent syllables, so these lead straight to the names;
        # but in a short text, an error may leave no such pair.
        pairs = [] if text.isascii() else tables.pairs(tables.compact(text))
        if len(pairs) >= _SYLLABLES:
            yield 2, self._sharing(pairs, self._syllable_pairs, 2, _COMPARED // 8)
        # Most misspelt texts have one error, which takes half the work to find.
        grams = tables.grams(f"^{wanted}")
        yield 1, self._spelled(self._sharing(grams, self._grams, 1))
        if limit > 1:
            # With several errors, a name shares few grams with the text, as do many
            # unrelated names; most of those can be ruled out by length. Two swapped
            # letters spoil four grams, so look up the grams of three errors for two.
            size, known = len(wanted), self._spellings
            near = [
                at
                for at in self._sharing(grams, self._grams, 3, len(known))
                if abs(len(known[at]) - size) <= limit
            ]
            yield limit, self._spelled(near[: _COMPARED * 2])

    def _spelled(self, found: Iterable[int]) -> list[int]:
        """Return the positions of the names with any of the given spellings."""
        known = self._spellings
        return [place for at in found for place in self._by_letters[known[at]]]

    def _starts_word(self, place: int, wanted: str) -> bool:
        """Return whether letters occur in a name at the beginning of a word."""
        words = self._words[place]
        return any(
            "".join(words[start:]).startswith(wanted) for start in range(len(words))
        )

    # Parts of a query -----------------------------------------------------------------

    def _exact(self, wanted: str, written: str = "") -> Iterator[Match]:
        places = list(self._by_letters.get(wanted, ()))
        for article in spelling.ARTICLES:
            # Without a space, an article is not recognised as a word: TheHost.
            if wanted.startswith(article):
                places += [
                    place
                    for place in self._by_letters.get(wanted.removeprefix(article), ())
                    if hangul.keys(spelling.key(self._names[place].text)) == wanted
                ]
        exactly, key = written.strip(_AROUND).casefold(), spelling.key(written)
        for place in places:
            name = self._names[place]
            score = 1.0 if name.text.casefold() == exactly else 0.995
            # With its article, if there is another title without one.
            if score < 1 and spelling.key(name.text) == key:
                score = 0.998
            score -= 0 if name.main else 0.01
            yield Match(name.owner, score, name.text, "exact")

    def _alike(self, text: str) -> Iterator[Match]:
        if any(character >= "ㄱ" for character in text):
            return
        sounds = spelling.sound(text)
        if len(sounds) < _AUDIBLE:
            return
        sounded: dict[int, bool] = {}
        for place in self._by_sound.get(sounds, ()):
            owner, name, _ = self._names[place]
            if owner not in sounded:
                sounded[owner] = self._is_sounded(owner, text)
            if sounded[owner]:
                yield Match(owner, 0.96, name, "sound")

    def _is_sounded(self, owner: int, text: str) -> bool:
        """Return whether a text may be how the Korean name of an owner is written.

        A title that is no romanization sounds like many words, as does a word that is
        no Korean.
        """
        korean = [
            name
            for name in self.names_of(owner)
            if any("가" <= letter <= "힣" for letter in name)
        ]
        if not korean or any(map(str.isdigit, korean[0])):
            return True
        from kcinema._search.romanized import romanizes

        return any(romanizes(text, name) for name in korean)

    def _beginning(self, wanted: str, most: int = tables.MANY) -> Iterator[Match]:
        for place in tables.begun(self._sorted, wanted, most):
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
        """Return the known words that a word may mean, each with its certainty.

        A known word means only itself, unless it comes last and may be unfinished.
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
                # The word may also be unfinished, so compare the known one's beginning.
                begun = edits.to(known[: len(word)], limit) + 1
                errors = min(edits.to(known, limit), begun)
                if errors <= limit:
                    readings[known] = 1 - 1.4 * errors / len(word)
        return readings

    def _candidates(self, readings: list[dict[str, float]], most: int) -> list[int]:
        """Return the positions of names that share words, rarest words first."""
        postings = [
            [self._places[word] for word in reading] for reading in readings if reading
        ]
        shared: Counter[int] = Counter()
        for found in sorted(postings, key=lambda found: sum(map(len, found))):
            # Common words are not even put together once there are names enough.
            if shared and len(shared) + max(map(len, found)) > most:
                break
            shared.update(set().union(*found))
        # Among names that share equally many words, shorter ones are closer.
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
        """Return the positions that share the most grams with a text, the most first.

        An error spoils at most three grams, so of any 3 * errors + 1 grams of a text,
        at least one occurs in every spelling sought. Only the rarest are looked up.
        """
        known = sorted((len(postings.get(gram, ())), gram) for gram in set(grams))
        if not errors and known and not known[0][0]:
            return []
        asked = [gram for size, gram in known if size][: 3 * errors + 1]
        shared: Counter[int] = Counter()
        for gram in asked:
            shared.update(postings[gram])
        return _most(shared, most)


# Helpers ------------------------------------------------------------------------------


def _surest(reading: dict[str, float], words: tuple[str, ...]) -> float:
    """Return the highest certainty of any of some words."""
    best = 0.0
    for word in words:
        if word in reading and reading[word] > best:
            best = reading[word]
    return best


def _most(
    shared: Counter[int], most: int, key: Callable[[int], int] | None = None
) -> list[int]:
    """Return the positions that share the most, the most first; ties by lowest key."""
    enough, least = 0, 0
    for count, places in sorted(Counter(shared.values()).items(), reverse=True):
        enough, least = enough + places, count
        if enough >= most:
            break
    first = [place for place, count in shared.items() if count > least]
    # There may be thousands that share as little, and few of them are kept.
    ties = [place for place, count in shared.items() if count == least]
    if key is None:
        first.sort(key=lambda place: (-shared[place], place))
        return first + nsmallest(most - len(first), ties)
    order = key
    first.sort(key=lambda place: (-shared[place], order(place), place))
    return first + nsmallest(
        most - len(first), ties, key=lambda place: (order(place), place)
    )
