"""An index of names: which are spelled, begin, sound or are typed like a text.

Every name belongs to an owner, a whole number. All names, in whatever script, are
compared as the letters of their keys (:func:`kcinema.hangul.keys`), without spaces:
unfinished syllables, spacing and typing errors need no rules of their own then. The
parts are built when a query first needs them; time and memory grow with the names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from heapq import nsmallest
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from kcinema import hangul, spelling
from kcinema._lazy import Lazy, once
from kcinema._search.edits import Edits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["LEAST", "Match", "Name", "NameIndex"]


class Name(NamedTuple):
    """A name to be found by.

    Attributes:
        owner: Whom it names.
        text: The name as it is written.
        main: Whether it is a title or name proper, not another spelling of one.
    """

    owner: int
    text: str
    main: bool


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
# A query looks at no more than this many names that begin alike; only a query of a
# letter or two ever meets the limit.
_MANY = 400
# So many pairs of syllables are left whole in part by an error or two.
_SYLLABLES = 3
# Fewer letters sound like too much.
_AUDIBLE = 3
# So many words and names are compared closely at the most, ...
_COMPARED = 64
# ... chosen among no more than so many that share a word, and those of the rarest word.
_WEIGHED = 4000


def letters(text: str) -> str:
    """Return the letters by which names are compared: no case, space or article.

    >>> letters("The Host"), letters("괴물")
    ('host', 'ㄱㅗㅣㅁㅜㄹ')
    """
    return hangul.keys("".join(spelling.words(text)))


def tolerated(size: int) -> int:
    """Return how many typing errors a text of so many letters may have.

    >>> [tolerated(size) for size in (3, 4, 9, 16)]
    [0, 1, 2, 3]
    """
    return 0 if size < 4 else 1 if size < 5 else 2 if size < 14 else 3  # noqa: PLR2004


class NameIndex(Lazy):
    """Finds the owners of names, by exact, loose and faulty spellings.

    Args:
        names: The names.
        beside: Words that an owner is also asked for by, beside a name: the year of a
            film. They never make a match by themselves a good one.
        makers: Owners whose names and words stand beside an owner as well: the
            directors of a film.
    """

    def __init__(
        self,
        names: Iterable[Name],
        beside: dict[int, tuple[str, ...]] | None = None,
        makers: dict[int, tuple[int, ...]] | None = None,
    ) -> None:
        super().__init__()
        self._names = tuple(names)
        self._beside = beside or {}
        self._makers = makers or {}

    # What a query asks for ------------------------------------------------------------

    def find(self, text: str) -> Iterator[Match]:
        """Match a text in every way but faulty spelling; the same owner may recur."""
        wanted = letters(text)
        if wanted:
            yield from self._exact(wanted, text.strip().casefold())
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
        asked = _key_words(text)
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
        pairs = [] if text.isascii() else _pairs(_compact(text))
        if len(pairs) >= _SYLLABLES:
            yield 2, self._sharing(pairs, self._syllable_pairs, 2, _COMPARED // 8)
        # One error is what most faulty texts have, and is found with half the work.
        grams = _grams(f"^{wanted}")
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
        for place in _begun(self._sorted, wanted):
            name, size = self._names[place], len(self._letters[place])
            if size > len(wanted):
                score = 0.72 + 0.2 * len(wanted) / size
                yield Match(name.owner, score, name.text, "beginning")

    def _by_initials(self, text: str) -> Iterator[Match]:
        pattern = _compact(text)
        wanted = hangul.initials(pattern)
        size = len(wanted)
        for place in _begun(self._initials, wanted):
            name, compact = self._names[place], self._compact[place]
            if hangul.matches_initials(pattern, compact):
                cover = size / len(compact)
                spaced = (
                    hangul.initials(name.text.casefold()) == text.strip().casefold()
                )
                whole = 0.95 if spaced or pattern != wanted else 0.945
                score = whole if cover == 1 else 0.7 + 0.2 * cover
                yield Match(name.owner, score, name.text, "initials")
        for place in self._sharing(_pairs(wanted), self._initial_pairs, 0):
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
            for known in _begun_words(self._vocabulary, word):
                readings.setdefault(known, 0.75 + 0.2 * len(word) / len(known))
        limit = min(2, tolerated(len(word)))
        if faulty and limit and not readings:
            edits = Edits(word)
            for index in self._sharing(_grams(f"^{word}"), self._word_grams, limit):
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

    @once
    def _split(self) -> list[tuple[str, ...]]:
        return spelling.split(name.text for name in self._names)

    @once
    def _words(self) -> list[tuple[str, ...]]:
        """The words of each name in the letters of their keys."""
        return _keyed(self._split)

    @once
    def _letters(self) -> list[str]:
        return list(map("".join, self._words))

    @once
    def _compact(self) -> list[str]:
        """Each name in one word as it is written, and nothing for Latin ones."""
        return [
            "" if name.text.isascii() else "".join(spelling.without_article(words))
            for name, words in zip(self._names, self._split, strict=True)
        ]

    @once
    def _by_letters(self) -> dict[str, list[int]]:
        return _places(self._letters)

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
        """The grams of every spelling that a name has, each spelling once."""
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


def _key_words(text: str) -> tuple[str, ...]:
    return tuple(map(hangul.keys, spelling.words(text)))


def _keyed(split: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return what _key_words does for split texts; equal words are one text."""
    found = list(map(spelling.without_article, split))
    known = set(chain.from_iterable(found))
    key = dict(zip(known, map(hangul.keys, known), strict=True)).__getitem__
    return [tuple(map(key, words)) for words in found]


def _compact(text: str) -> str:
    return "".join(spelling.words(text))


def _grams(text: str) -> list[str]:
    return [text[start : start + 3] for start in range(max(1, len(text) - 2))]


def _pairs(text: str) -> list[str]:
    return [text[start : start + 2] for start in range(len(text) - 1)]


def _places(texts: Iterable[str]) -> dict[str, list[int]]:
    """Map each text to the places where it stands."""
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        if text:
            places.setdefault(text, []).append(place)
    return places


def _postings(texts: Iterable[Sequence[str]]) -> dict[str, list[int]]:
    """Map each part to the places of the texts that have it, each place once."""
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
    """Map the grams of a size to the places of the texts that have them.

    A gram that recurs in a text counts for it as often. This is most of the work of
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


def _begun(table: tuple[list[str], list[int]], wanted: str) -> list[int]:
    """Return the places of texts that begin with a text, the shortest first if many."""
    texts, places = table
    low = bisect_left(texts, wanted)
    high = bisect_left(texts, wanted + "\U0010ffff", lo=low)
    if high - low > _MANY:
        return [
            places[at]
            for at in nsmallest(_MANY, range(low, high), key=lambda at: len(texts[at]))
        ]
    return places[low:high]


def _begun_words(vocabulary: list[str], word: str) -> list[str]:
    low = bisect_left(vocabulary, word)
    high = bisect_left(vocabulary, word + "\U0010ffff", lo=low)
    return nsmallest(_MANY // 8, vocabulary[low:high], key=len)
