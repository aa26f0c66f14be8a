"""Reading of criterion values: what people pass becomes what films are matched with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeGuard, TypeVar

from kcinema import spelling
from kcinema._model import external, values
from kcinema._model.base import id_of
from kcinema.errors import InvalidQueryError
from kcinema.vocabulary import (
    AwardBody,
    AwardResult,
    BasisKind,
    Era,
    Genre,
    HonourList,
    Rating,
    Theme,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcinema._model.parts import Award
    from kcinema.vocabulary import Term

__all__ = [
    "VOCABULARIES",
    "Prize",
    "a_text",
    "actors",
    "code",
    "collections",
    "decade",
    "directors",
    "genres",
    "kinds_of_ids",
    "number",
    "prizes",
    "terms",
    "titles",
    "word",
]

TermT = TypeVar("TermT", bound="Term")


# Words and numbers --------------------------------------------------------------------


def _several(name: str, value: object) -> list[Any]:
    """Return one value or a collection of values as a list."""
    if isinstance(value, (list, tuple, set, frozenset)):
        if not value:
            msg = f"{name}: an empty collection can match nothing; leave {name} out"
            raise InvalidQueryError(msg)
        return list(value)
    return [value]


def a_text(name: str, value: object, kind: str) -> str:
    """Read a text that is not empty."""
    if isinstance(value, str) and value.strip():
        return value
    msg = f"{name}: expected {kind}, not {value!r}"
    raise InvalidQueryError(msg)


def terms(
    name: str, value: object, vocabulary: type[TermT], kind: str
) -> frozenset[TermT]:
    """Read one or more words of a closed vocabulary.

    Args:
        name: The criterion, for the message.
        value: One word, or a collection of them.
        vocabulary: The vocabulary.
        kind: What such a word is called, with an article, for the message.

    Raises:
        InvalidQueryError: A word is not in the vocabulary.
    """
    found = []
    for item in _several(name, value):
        text = a_text(name, item, kind)
        term = vocabulary.named(text)
        if term is None:
            raise InvalidQueryError(_unknown(name, text, vocabulary, kind))
        found.append(term)
    return frozenset(found)


def _unknown(name: str, text: str, vocabulary: type[Term], kind: str) -> str:
    """Return the message for a word that is not in a vocabulary, but perhaps near."""
    message = f"{name}: {text!r} is not {kind}."
    for other, words in VOCABULARIES.items():
        term = words.named(text)
        if term is not None and words is not vocabulary:
            return f"{message} It is a word of {other}: {other}={term.value!r}."
    known = [term.value for term in vocabulary]
    return f"{message} {spelling.nearest_hint(text, known)}"


VOCABULARIES: dict[str, type[Term]] = {
    "genre": Genre,
    "theme": Theme,
    "era": Era,
    "rating": Rating,
    "award": AwardBody,
    "honour": HonourList,
    "based_on": BasisKind,
}
"""The closed vocabularies, by the criterion that takes their words."""


def _whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def number(name: str, value: object) -> range | frozenset[int]:
    """Read a number, a range, an inclusive pair, or a list or set of numbers."""
    if isinstance(value, range):
        return value
    if isinstance(value, tuple) and len(value) == 2:  # noqa: PLR2004  # a pair
        return _between(name, value)
    several = isinstance(value, (list, set, frozenset))
    items = [values.whole(item) for item in _several(name, value)]
    numbers = [item for item in items if _whole(item)]
    if len(numbers) == len(items):
        if several:
            return frozenset(numbers)
        if not isinstance(value, tuple):
            return range(numbers[0], numbers[0] + 1)
    msg = (
        f"{name}: expected a whole number, a range, a (low, high) pair with None for "
        f"an open end, or a list of numbers, not {value!r}"
    )
    raise InvalidQueryError(msg)


def _between(name: str, pair: tuple[object, object]) -> range:
    """Read an inclusive pair, with None for an open end."""
    low, high = map(values.whole, pair)
    for end in (low, high):
        if end is not None and not _whole(end):
            msg = f"{name}: expected whole numbers or None in a pair, not {end!r}"
            raise InvalidQueryError(msg)
    first = low if _whole(low) else 0
    # Beyond any number in the data, however large the low end is.
    last = high if _whole(high) else max(first, _NO_LIMIT)
    if first > last:
        msg = f"{name}: the low end of {pair!r} lies above the high end"
        raise InvalidQueryError(msg)
    return range(first, last + 1)


_NO_LIMIT = 10**12


# Prizes -------------------------------------------------------------------------------


def prizes(name: str, value: object) -> list[Prize]:
    """Read bodies that give awards, or mappings of what is known of an award."""
    return [_prize(name, item) for item in _several(name, value)]


class Prize(NamedTuple):
    """What one and the same award must be."""

    bodies: frozenset[AwardBody]
    category: str
    years: range | frozenset[int] | None
    results: frozenset[AwardResult]

    def fits(self, award: Award) -> bool:
        """Return whether an award is all of it."""
        return (
            award.body in self.bodies
            and award.result in self.results
            and (self.years is None or award.year in self.years)
            and self.category in _phrase(award.category)
        )


def _phrase(text: str) -> str:
    """Return the words of a text between spaces, so that one can be found in another.

    "Best Director" is then no part of "Best New Director".
    """
    return f" {' '.join(spelling.words(text))} "


def _prize(name: str, value: object) -> Prize:
    """Read the body of an award, or a mapping of what is known of it."""
    asked = dict(value) if isinstance(value, Mapping) else {"body": value}
    for key in asked:
        if key not in _PRIZE:
            hint = spelling.nearest_hint(str(key), _PRIZE)
            msg = f"{name}: {key!r} is not known of an award. {hint}"
            raise InvalidQueryError(msg)
    body, category = asked.get("body"), asked.get("category")
    year, result = asked.get("year"), asked.get("result")
    return Prize(
        frozenset(AwardBody)
        if body is None
        else terms(name, body, AwardBody, "an award body"),
        ""
        if category is None
        else _phrase(a_text(name, category, "the name of a category")),
        None if year is None else number(f"{name} year", year),
        frozenset({AwardResult.WON})
        if result is None
        else terms(name, result, AwardResult, "a result: 'won' or 'nominated'"),
    )


_PRIZE = ("body", "category", "year", "result")


# Readers for single criteria ----------------------------------------------------------


def word(
    vocabulary: type[TermT], kind: str
) -> Callable[[str, object], frozenset[TermT]]:
    return lambda name, value: terms(name, value, vocabulary, kind)


def genres(name: str, value: object) -> frozenset[Genre | frozenset[Genre]]:
    """Read genres, among them two in one, such as ``"romantic comedy"``."""
    return frozenset(
        _both(item) or next(iter(terms(name, item, Genre, "a genre")))
        for item in _several(name, value)
    )


def _both(text: object) -> frozenset[Genre] | None:
    """Return the two genres that a text names, or None if it names no such pair."""
    if not isinstance(text, str) or Genre.named(text):
        return None
    if spelling.key(text) == "romcom":
        return frozenset({Genre.ROMANCE, Genre.COMEDY})
    words = re.split(r"[\W_]+", text.strip())
    for at in range(1, len(words)):
        first, second = " ".join(words[:at]), " ".join(words[at:])
        pair = (Genre.named(first), Genre.named(second))
        if all(pair):
            return frozenset(filter(None, pair))
    return None


def kinds_of_ids(name: str, value: object) -> frozenset[str]:
    known = [*external.EXTERNAL]
    wanted = [a_text(name, item, "the name of an id") for item in _several(name, value)]
    for kind in wanted:
        if kind not in known:
            hint = spelling.nearest_hint(kind, known)
            msg = f"{name}: {kind!r} is not a kind of external id. {hint}"
            raise InvalidQueryError(msg)
    return frozenset(wanted)


_DECADE = re.compile(r"(\d{3}0)s", re.ASCII)


def decade(name: str, value: object) -> range | frozenset[int]:
    """Read decades, each by its first year or as in ``"1990s"``."""
    if isinstance(value, (list, set, frozenset)):
        return frozenset(
            year for item in _several(name, value) for year in decade(name, item)
        )
    if isinstance(value, str):
        match = _DECADE.fullmatch(value.strip())
        if match is None:
            msg = f"{name}: expected a decade such as 1990 or '1990s', not {value!r}"
            raise InvalidQueryError(msg)
        value = int(match[1])
    value = values.whole(value)
    if _whole(value) and value % 10:
        msg = f"{name}: a decade is a multiple of ten such as 1990, not {value!r}"
        raise InvalidQueryError(msg)
    return number(name, value)


def code(kind: str, example: str) -> Callable[[str, object], frozenset[str]]:
    def read(name: str, value: object) -> frozenset[str]:
        codes = [a_text(name, item, kind) for item in _several(name, value)]
        for code in codes:
            if not re.fullmatch("[A-Za-z]{2}", code):
                msg = f"{name}: expected {kind} such as {example!r}, not {code!r}"
                raise InvalidQueryError(msg)
        # The data has them in the case that the standards use.
        same = str.upper if example.isupper() else str.lower
        return frozenset(map(same, codes))

    return read


def titles(name: str, value: object) -> list[str]:
    return [a_text(name, item, "a title") for item in _several(name, value)]


def actors(name: str, value: object) -> list[str]:
    return [a_text(name, item, "an actor's name") for item in _several(name, value)]


def directors(name: str, value: object) -> list[str]:
    return [
        a_text(name, item, "a director's name")
        if isinstance(item, str)
        else id_of(name, "director", item)
        for item in _several(name, value)
    ]


def collections(name: str, value: object) -> list[str]:
    return [id_of(name, "collection", item) for item in _several(name, value)]
