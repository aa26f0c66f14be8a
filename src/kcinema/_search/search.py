"""Search over a catalogue: films, directors and collections by any of their names."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any, Generic, NamedTuple

import kcinema
from kcinema import hangul, spelling
from kcinema._lazy import once
from kcinema._search import fields, scores
from kcinema._search.names import NameIndex
from kcinema._search.scores import FAIR, Match
from kcinema._search.tables import Name
from kcinema.errors import InvalidQueryError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeAlias

    from typing_extensions import TypeVar

    from kcinema._model.collection import Collection
    from kcinema._model.director import Director
    from kcinema._model.film import Film

    Item: TypeAlias = Film | Director | Collection
    ItemT = TypeVar("ItemT", bound=Item, default=Item)
else:
    from typing import TypeVar

    ItemT = TypeVar("ItemT")

__all__ = ["KINDS", "Search", "SearchHit"]

KINDS = ("film", "director", "collection")

# No title is longer than this. The rest of a query is ignored, so that a page pasted by
# accident takes no longer than a title.
_LONGEST = 200


class _Hit(NamedTuple):
    item: Any
    score: float
    matched: str
    how: str


class SearchHit(_Hit, Generic[ItemT]):
    """A result of a search.

    Hits with a score of 0.6 or more are reliable; those from 0.3 to 0.6 are the best
    guesses. Queries for what is not in the catalogue score below 0.6.

    Attributes:
        item: The film, director or collection.
        score: How well it matches, from 0 to 1; 1 is a title or name exactly as
            written.
        matched: The title or name that matched, as written in the record.
        how: How it matched: ``exact``, ``sound`` (another romanization), ``initials``,
            ``keyboard`` (typed on the other layout), ``beginning``, ``words``,
            ``part`` or ``typing error``.

    >>> import kcinema
    >>> hit = kcinema.search("ㄱㅅㅊ")[0]
    >>> hit.item, hit.score, hit.matched, hit.how
    (<Film parasite-2019: 'Parasite' (2019)>, 0.95, '기생충', 'initials')
    """

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def item(self) -> ItemT: ...


class Search:
    """A search over the films, directors and collections of one catalogue."""

    def __init__(
        self,
        films: Sequence[kcinema.Film],
        directors: Sequence[kcinema.Director],
        collections: Sequence[kcinema.Collection],
    ) -> None:
        self._films = films
        self._directors = directors
        self._collections = collections

    @once
    def _items(self) -> list[Item]:
        return [*self._films, *self._directors, *self._collections]

    @once
    def _kinds(self) -> list[str]:
        lists = (self._films, self._directors, self._collections)
        return [kind for kind, items in zip(KINDS, lists, strict=True) for _ in items]

    @once
    def _places(self) -> Counter[str]:
        """The number of collections that contain each film, by id."""
        return Counter(
            entry.film for item in self._collections for entry in item.entries
        )

    def _weight(self, owner: int) -> int:
        """Return how prominent an item is in the catalogue, to break ties."""
        films, directors = len(self._films), len(self._directors)
        if owner < films:
            return self._places[self._films[owner].id]
        if owner < films + directors:
            return len(self._directors[owner - films].films)
        return len(self._collections[owner - films - directors])

    @once
    def _index(self) -> NameIndex:
        named = [
            *(_film_names(film) for film in self._films),
            *(_director_names(director) for director in self._directors),
            *(_collection_names(collection) for collection in self._collections),
        ]
        first = len(self._films)
        owner_of = {item.id: first + n for n, item in enumerate(self._directors)}
        beside = {
            owner_of[director.id]: _given_names(director)
            for director in self._directors
        }
        return NameIndex(
            (name for owner, names in enumerate(named) for name in _of(owner, names)),
            beside,
            {
                owner: tuple(owner_of[director.id] for director in film.directors)
                for owner, film in enumerate(self._films)
            },
        )

    def __call__(
        self, text: str, *, kind: str | None = None, limit: int = 10
    ) -> list[SearchHit]:
        """Search; see :func:`kcinema.search`."""
        _check(text, kind, limit)
        found = self._found(fields.read(text[:_LONGEST]))
        kept = [
            match for match in found if kind in (None, self._kinds[match.owner])
        ]
        return [
            SearchHit(
                self._items[match.owner],
                round(match.score, 4),
                match.text,
                match.how,
            )
            for match in self._ranked(kept)[:limit]
        ]

    def _ranked(self, matches: list[Match]) -> list[Match]:
        """Return the matches, best first; ties by prominence in the catalogue."""

        def score(match: Match) -> float:
            return -round(match.score, 6)

        ranked: list[Match] = []
        for _, equal in groupby(sorted(matches, key=score), key=score):
            tied = list(equal)
            # Prominence requires reading all collections, so compute it only for ties.
            if len(tied) > 1:
                tied.sort(key=lambda match: (-self._weight(match.owner), match.owner))
            ranked += tied
        return ranked

    def _found(self, field: fields.Field) -> list[Match]:
        """Return the best match of each item."""
        whole = self._titled(field.text)
        if field.text.strip().casefold() in _NOTHING:
            return [match for match in whole.values() if match.score == 1]
        if _best(whole.values()) < _SURE and not (field.titles or field.year):
            whole = self._titled(field.text, faulty=True)
        if not (field.titles or field.year):
            return [*whole.values()]
        titles = field.titles or (field.text,)
        parts = scores.together(
            [self._titled(title) for title in titles], all_of=field.by_script
        )
        if _best([*parts.values(), *whole.values()]) < _SURE:
            parts = scores.together(
                [self._titled(title, faulty=True) for title in titles],
                all_of=field.by_script,
            )
        if field.lead and _best(parts.values()) < FAIR:
            lead = self._titled(field.lead)
            parts |= {
                owner: match._replace(score=match.score * 0.9)
                for owner, match in lead.items()
                if match.how == "exact"
            }
        if field.year:
            parts = {
                owner: scores.dated(match, self._years(owner), field.year)
                for owner, match in parts.items()
            }
        return [*scores.best_of([*whole.values(), *parts.values()]).values()]

    def _titled(self, text: str, *, faulty: bool = False) -> dict[int, Match]:
        """Return the best match of each item for a text that is one title or name."""
        index = self._index
        found = [*index.find(text), *index.find_words(text)]
        for typed in _typed_elsewhere(text):
            found += index.find_typed(typed)
        if faulty:
            found += self._faulty(text, found)
        return scores.judged(
            found, text, self._kinds.__getitem__, self._index.names_of
        )

    def _faulty(self, text: str, found: list[Match]) -> list[Match]:
        """Return matches with typing errors, unless good matches were found without.

        Whole names are tried before single words, because there are many words, and
        each takes as long as a name.
        """
        if _best(found) >= _SURE:
            return []
        more = list(self._index.find_faulty(text))
        if max(_best(found), _best(more)) < FAIR:
            more += self._index.find_words(text, faulty=True)
        return more

    def _years(self, owner: int) -> list[int]:
        """Return the years of a film: that of the first screening, of the release."""
        if owner >= len(self._films):
            return []
        film = self._films[owner]
        return [film.year, *([film.release_date.year] if film.release_date else ())]


# With a match of this score, no typing errors are considered.
_SURE = 0.9
# What stands in a cell where nothing is known.
_NOTHING = {"n/a", "#n/a", "na", "nan", "none", "null", "nil", "tba", "tbd", "unknown"}


def _best(matches: Iterable[Match]) -> float:
    return max((match.score for match in matches), default=0.0)


def _check(text: object, kind: object, limit: object) -> None:
    if not isinstance(text, str):
        raise InvalidQueryError(f"search: expected a text, not {text!r}")
    if not text.strip():
        raise InvalidQueryError("search: the text is empty; give a title or a name")
    if kind is not None and kind not in KINDS:
        hint = spelling.nearest_hint(str(kind), KINDS)
        raise InvalidQueryError(f"search: {kind!r} is no kind of item. {hint}")
    if type(limit) is not int or limit < 1:
        raise InvalidQueryError(
            f"search: expected limit as a whole number of at least 1, not {limit!r}"
        )


# With fewer keys than this, a text on the other layout could mean anything.
_TYPED = 3


def _typed_elsewhere(text: str) -> list[str]:
    """Return a text as if typed on the other keyboard layout, if that is possible."""
    compact = "".join(text.split())
    if len(compact) < _TYPED:
        return []
    if compact.isascii():
        if not compact.isalpha():
            return []
        typed = [hangul.on_hangul_keyboard(compact)]
        if not compact.islower():  # caps lock, or a shift key held
            typed.append(hangul.on_hangul_keyboard(compact.swapcase()))
            typed.append(hangul.on_hangul_keyboard(compact.lower()))
        return [*dict.fromkeys(typed)]
    typed = [hangul.on_latin_keyboard(compact).casefold()]
    return typed if typed[0].isascii() and typed[0].isalpha() else []


# The names of an item: main ones, and other spellings.
_Names = tuple["Sequence[str | None]", "Sequence[str | None]"]


def _of(owner: int, names: _Names) -> list[Name]:
    """Return the names of an owner, each once."""
    main, others = names
    texts = dict.fromkeys(filter(None, main), True)
    for text in filter(None, others):
        texts.setdefault(text, False)
    return [Name(owner, text, is_main) for text, is_main in texts.items()]


def _film_names(film: Film) -> _Names:
    return (film.title, film.title_ko), (film.romanized, *film.aliases)


def _director_names(director: Director) -> _Names:
    # Names with the given name first are found word by word.
    return (director.name, director.name_ko), director.aliases


def _collection_names(collection: Collection) -> _Names:
    return (collection.title, collection.title_ko), (collection.id,)


def _given_names(director: Director) -> tuple[str, ...]:
    """Return the given names that have two parts, written as one word."""
    given = (name.partition(" ")[2] for name in (director.name, *director.aliases))
    return tuple(dict.fromkeys(part.replace("-", "") for part in given if "-" in part))
