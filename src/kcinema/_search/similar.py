"""Similar films, with reasons: shared traits, of which rare ones count most."""

from __future__ import annotations

from itertools import chain
from math import log, sqrt
from typing import TYPE_CHECKING, NamedTuple

import kcinema
from kcinema import spelling
from kcinema._lazy import once
from kcinema.errors import InvalidQueryError
from kcinema.vocabulary import BasisKind, CollectionKind, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kcinema._model.film import Film
    from kcinema._model.parts import BasedOn, Credit

__all__ = ["Similar", "Similarity"]


class Similar(NamedTuple):
    """A film that is similar to another, with the reasons.

    >>> import kcinema
    >>> like = kcinema.similar("oldboy-2003", limit=1)[0]
    >>> like.film.directors[0].name, like.reasons[0]
    ('Park Chan-wook', 'also directed by Park Chan-wook')
    """

    film: kcinema.Film
    """The other film."""
    score: float
    """How similar they are, from 0 to 1; the same in both directions."""
    reasons: tuple[str, ...]
    """What they share, in words, most important first."""


# A trait is a kind and a value, such as ("theme", "division").
Trait = tuple[str, str]

# The weight of a trait apart from its rarity. A documented relation says more than a
# director, a director more than a theme, a theme more than a genre.
_WEIGHTS = {
    "relation": 4.0,
    "source": 2.5,
    "director": 1.4,
    "theme": 1.0,
    "cast": 0.8,
    "genre": 0.6,
    "collection": 0.4,
    "era": 0.3,
}
_REASONS = 4

_SUBJECTS = {
    Theme.AMERICAN_PRESENCE: "the American presence in Korea",
    Theme.COLONIAL_PERIOD: "the colonial period",
    Theme.CONFUCIAN_FAMILY: "the Confucian family",
    Theme.DEFECTORS: "defectors and the North",
    Theme.DIVISION: "the division of Korea",
    Theme.IMF_CRISIS: "the IMF crisis",
    Theme.JOSEON: "the Joseon period",
    Theme.KOREAN_WAR: "the Korean War",
    Theme.SEWOL: "the Sewol disaster",
    Theme.VIETNAM_WAR: "the Vietnam War",
    Theme.BUDDHISM: "Buddhism",
    Theme.CHRISTIANITY: "Christianity",
    Theme.GWANGJU: "Gwangju",
    Theme.CINEMA: "film-making",
    Theme.MEDIA: "the media",
    Theme.MILITARY: "life in the army",
    Theme.POLICE: "the police",
    Theme.QUEER: "queer lives",
    Theme.SEA: "the sea",
    Theme.WOMEN: "women's lives",
}


class Similarity:
    """Finds films similar to a film within one catalogue.

    The score is the cosine similarity of the films' traits, each weighted by its kind
    and by its rarity.

    Args:
        films: The films of the catalogue.
    """

    def __init__(self, films: Sequence[kcinema.Film]) -> None:
        self._films = films

    def __call__(self, film: kcinema.Film, *, limit: int = 5) -> list[Similar]:
        """Return the films most similar to a film; see :func:`kcinema.similar`."""
        if type(limit) is not int or limit < 1:
            raise InvalidQueryError(
                f"similar: expected limit as a whole number of at least 1, "
                f"not {limit!r}"
            )
        place = self._places[film.id]
        shared: dict[int, float] = {}
        for trait in self._traits[place]:
            weight = self._weight(trait) ** 2
            for other in self._having[trait]:
                shared[other] = shared.get(other, 0.0) + weight
        del shared[place]
        scores = [
            (sum_ / (self._norms[place] * self._norms[other]), other)
            for other, sum_ in shared.items()
            if sum_ > 0
        ]
        scores.sort(key=lambda pair: (-round(pair[0], 9), pair[1]))
        return [
            Similar(self._films[other], round(score, 4), self._reasons(place, other))
            for score, other in scores[:limit]
        ]

    def _weight(self, trait: Trait) -> float:
        # A trait that all films have says nothing; one that only two have, the most.
        rarity = log(len(self._films) / len(self._having[trait]))
        return _WEIGHTS[trait[0]] * rarity

    @once
    def _places(self) -> dict[str, int]:
        return {film.id: place for place, film in enumerate(self._films)}

    @once
    def _traits(self) -> list[tuple[Trait, ...]]:
        related: dict[str, list[Trait]] = {}
        for film in self._films:
            for basis in film.based_on:
                if basis.film is not None:
                    trait = ("relation", f"{film.id} {basis.film}")
                    related.setdefault(film.id, []).append(trait)
                    related.setdefault(basis.film, []).append(trait)
        return [
            tuple(dict.fromkeys(chain(_traits(film), related.get(film.id, ()))))
            for film in self._films
        ]

    @once
    def _having(self) -> dict[Trait, list[int]]:
        having: dict[Trait, list[int]] = {}
        for place, traits in enumerate(self._traits):
            for trait in traits:
                having.setdefault(trait, []).append(place)
        return having

    @once
    def _norms(self) -> list[float]:
        return [
            sqrt(sum(self._weight(trait) ** 2 for trait in traits))
            for traits in self._traits
        ]

    # In words -------------------------------------------------------------------------

    def _reasons(self, place: int, other: int) -> tuple[str, ...]:
        """Return what two films share, most important first."""
        also = set(self._traits[other])
        shared: dict[str, list[Trait]] = {}
        for trait in self._traits[place]:
            if trait in also and self._weight(trait):
                shared.setdefault(trait[0], []).append(trait)
        weighed = sorted(
            shared.items(),
            key=lambda item: (
                -sum(self._weight(trait) ** 2 for trait in item[1]),
                item[0],
            ),
        )
        film = self._films[other]
        return tuple(
            _in_words(kind, sorted(traits, key=self._weight, reverse=True), film)
            for kind, traits in weighed[:_REASONS]
        )


def _traits(film: Film) -> Iterator[Trait]:
    for id_ in film.director_ids:
        yield "director", id_
    for theme in film.themes:
        yield "theme", theme.value
    for genre in film.genres:
        yield "genre", genre.value
    for credit in film.cast:
        yield "cast", _actor(credit)
    for basis in film.based_on:
        if basis.kind not in _NO_SOURCE and basis.author and basis.title:
            yield "source", _source(basis)
    for collection in film.collections:
        if collection.kind is CollectionKind.THEME:
            yield "collection", collection.id
    yield "era", film.era.value


def _actor(credit: Credit) -> str:
    return credit.name_ko or spelling.key(credit.name or "")


def _source(basis: BasedOn) -> str:
    return spelling.key(f"{basis.author} {basis.title}")


# Relations between films are traits of their own, and events have no author.
_NO_SOURCE = {BasisKind.FILM, BasisKind.SEQUEL, BasisKind.TRUE_EVENTS}


def _in_words(kind: str, traits: list[Trait], film: Film) -> str:
    """Describe shared traits of one kind, from the point of view of the other film."""
    values = [value for _, value in traits]
    return _WORDS[kind](film, values)


def _relation_in_words(film: Film, values: list[str]) -> str:
    older = values[0].split()[1]
    if older == film.id:
        return f"continues or remakes {film.title}"
    return f"{film.title} continues or remakes it"


def _cast_in_words(film: Film, values: list[str]) -> str:
    names = [str(c.name or c.name_ko) for c in film.cast if _actor(c) in values]
    return f"both with {_and(names)}"


def _genres_in_words(film: Film, values: list[str]) -> str:
    genres = [genre.label.lower() for genre in film.genres if genre in values]
    return f"both of the genre{'s' if len(genres) > 1 else ''} {_and(genres)}"


def _quoted(titles: Iterable[str | None]) -> str:
    return _and([f"“{title}”" for title in titles])


_WORDS: dict[str, Callable[[Film, list[str]], str]] = {
    "relation": _relation_in_words,
    "source": lambda film, values: (
        f"both from {_quoted(b.title for b in film.based_on if _source(b) in values)}"
    ),
    "director": lambda film, values: (
        f"also directed by {_and([d.name for d in film.directors if d.id in values])}"
    ),
    "theme": lambda _, values: (
        f"both about {_and([_subject(Theme(value)) for value in values])}"
    ),
    "cast": _cast_in_words,
    "genre": _genres_in_words,
    "collection": lambda film, values: (
        f"both in {_quoted(c.title for c in film.collections if c.id in values)}"
    ),
    "era": lambda film, _: f"both of the period “{film.era.label}”",
}


def _subject(theme: Theme) -> str:
    return _SUBJECTS.get(theme, theme.label.lower())


def _and(words: list[str]) -> str:
    """Join words with commas and "and".

    >>> from kcinema._search.similar import _and
    >>> _and(["class"]), _and(["class", "family", "memory"])
    ('class', 'class, family and memory')
    """
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
