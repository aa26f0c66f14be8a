"""Similar films, with reasons: what they are about, how, and what editors say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import kcinema
from kcinema import spelling
from kcinema._lazy import once
from kcinema._search import reasons
from kcinema._search.traits import Traits
from kcinema.errors import InvalidQueryError
from kcinema.vocabulary import BasisKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcinema._model.parts import BasedOn

__all__ = ["Similar", "Similarity"]


class Similar(NamedTuple):
    """A film that is similar to another, with the reasons.

    >>> import kcinema
    >>> like = kcinema.similar("oldboy-2003", limit=1)[0]
    >>> like.film.title, like.reasons[0], like.reasons[1]
    ('Spider Forest', "the editors' answer to Oldboy", 'both about guilt and memory')
    """

    film: kcinema.Film
    """The other film."""
    score: float
    """How similar they are, from 0 to 1; the same in both directions."""
    reasons: tuple[str, ...]
    """What they share, in words, most important first."""


class Likes(list[Similar]):
    """Similar films: a list that shows itself as a table in a notebook."""

    def _repr_html_(self) -> str:
        from kcinema._search import shown

        return shown.likes(self)


# How much nearer films come that are bound to each other: a remake or a sequel, the
# same source, a film that editors recommend to who liked the other, and two that they
# recommend to the same person.
_BONDS = {"relation": 0.5, "source": 0.3, "liked": 0.4, "list": 0.05}
# What is left of the likeness of a film that is no hidden gem: those who know a film
# are best told of what they may not know.
_WELL_KNOWN = 0.77
_HIDDEN = "hidden-gems"
# Collections of films for who liked another, named after it.
_LIKED = "if-you-liked-"
_LIKED_TITLE = "If you liked "


class Similarity:
    """Finds films similar to a film within one catalogue.

    Args:
        films: The films of the catalogue.
        collections: Its collections.
    """

    def __init__(
        self,
        films: Sequence[kcinema.Film],
        collections: Sequence[kcinema.Collection] = (),
    ) -> None:
        self._films = films
        self._collections = collections

    def __call__(
        self,
        film: kcinema.Film,
        *,
        limit: int = 5,
        same_director: bool | None = None,
    ) -> list[Similar]:
        """Return the films most similar to a film; see :func:`kcinema.similar`."""
        if type(limit) is not int or limit < 1:
            raise InvalidQueryError(
                f"similar: expected limit as a whole number of at least 1, "
                f"not {limit!r}"
            )
        if not (same_director is None or isinstance(same_director, bool)):
            raise InvalidQueryError(
                f"similar: expected same_director as True, False or None, "
                f"not {same_director!r}"
            )
        place = self._places[film.id]
        chosen = Likes()
        seen: set[str] = set()
        for score, other in self._ranked(place):
            by = self._films[other].director_ids
            if same_director is False and set(by) & {*film.director_ids}:
                continue
            if same_director is None and "relation" not in self._bonds(place, other):
                if seen & {*by}:
                    continue
                seen.update(by)
            chosen.append(
                Similar(self._films[other], score, self._reasons(place, other))
            )
            if len(chosen) == limit:
                break
        return chosen

    def _ranked(self, place: int) -> list[tuple[float, int]]:
        """Return the films like a film, each with its score, most similar first."""
        alike: dict[int, float] = {}
        traits = self._traits
        for trait, number in traits.sought(place).items():
            for other, its in traits.having.get(trait, ()):
                alike[other] = alike.get(other, 0.0) + number * its
        alike |= {other: alike.get(other, 0.0) for other in self._bound.get(place, ())}
        scores = [
            (-round(self._score(place, other, alike[other]), 4), other)
            for other in alike
            if other != place
        ]
        return [(-score, other) for score, other in sorted(scores) if score]

    def _score(self, place: int, other: int, alike: float) -> float:
        apart = 1 - alike * self._worth[place] * self._worth[other]
        for bond in self._bonds(place, other):
            apart *= 1 - _BONDS[bond]
        return 1 - apart

    @once
    def _places(self) -> dict[str, int]:
        return {film.id: place for place, film in enumerate(self._films)}

    @once
    def _traits(self) -> Traits:
        return Traits(self._films)

    @once
    def _worth(self) -> list[float]:
        hidden = {
            film.id for item in self._collections if item.id == _HIDDEN for film in item
        }
        # Where a catalogue has no such list, all films are alike in this.
        return [
            1.0 if not hidden or film.id in hidden else _WELL_KNOWN
            for film in self._films
        ]

    # Bonds ----------------------------------------------------------------------------

    def _bonds(self, place: int, other: int) -> dict[str, str]:
        """Return what binds two films, with the source, the film or the list."""
        return self._bound.get(place, {}).get(other, {})

    @once
    def _bound(self) -> dict[int, dict[int, dict[str, str]]]:
        bound: dict[int, dict[int, dict[str, str]]] = {}
        for a, b, bond, value in (*self._related(), *self._chosen()):
            for one, other in ((a, b), (b, a)):
                if one != other:
                    bonds = bound.setdefault(one, {}).setdefault(other, {})
                    bonds.setdefault(bond, value)
        return bound

    def _related(self) -> Iterator[tuple[int, int, str, str]]:
        """Yield remakes and sequels with what they are of, and films of one source."""
        sources: dict[str, list[int]] = {}
        for place, film in enumerate(self._films):
            for basis in film.based_on:
                if basis.film is not None and basis.film in self._places:
                    yield place, self._places[basis.film], "relation", film.id
                for older in sources.setdefault(_source(basis), []):
                    yield place, older, "source", str(basis.title)
                sources[_source(basis)].append(place)
            sources.pop("", None)

    def _chosen(self) -> Iterator[tuple[int, int, str, str]]:
        """Yield films that editors recommend to who liked another, and to the same."""
        for item in self._collections:
            if not item.id.startswith(_LIKED):
                continue
            title = spelling.key(item.title.removeprefix(_LIKED_TITLE))
            liked = [
                place
                for place, film in enumerate(self._films)
                if spelling.key(film.title) == title
            ]
            places = [self._places[film.id] for film in item if film.id in self._places]
            for n, place in enumerate(places):
                for one in liked:
                    yield one, place, "liked", self._films[one].id
                for other in places[:n]:
                    yield place, other, "list", item.title

    # In words -------------------------------------------------------------------------

    def _reasons(self, place: int, other: int) -> tuple[str, ...]:
        """Return what two films share, most important first."""
        sought, its = self._traits.sought(place), self._traits.vectors[other]
        shared = {trait: sought[trait] * its[trait] for trait in sought.keys() & its}
        return reasons.of(
            self._films[place],
            self._films[other],
            self._bonds(place, other),
            shared,
        )


def _source(basis: BasedOn) -> str:
    """Return the key of what a film is based on; empty if that has no author."""
    if basis.kind in _NO_SOURCE or not (basis.author and basis.title):
        return ""
    return spelling.key(f"{basis.author} {basis.title}")


# Relations between films are bonds of their own, and events have no author.
_NO_SOURCE = {BasisKind.FILM, BasisKind.SEQUEL, BasisKind.TRUE_EVENTS}
