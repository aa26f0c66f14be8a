"""Search over a catalogue: what a text names, and what it may mean."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import kcinema
from kcinema import spelling
from kcinema._lazy import once
from kcinema._search import fields, ids, scores
from kcinema._search.found import Found
from kcinema._search.hits import KINDS, Hits, SearchHit
from kcinema._search.keyboard import typed_elsewhere
from kcinema._search.records import Records
from kcinema._search.scores import FAIR, Match
from kcinema.errors import InvalidQueryError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kcinema._search.beyond import Beyond
    from kcinema._search.names import NameIndex

__all__ = ["Search"]

# No title is longer than this. The rest of a query is ignored, so that a page pasted by
# accident takes no longer than a title.
_LONGEST = 200
# With a match of this score, of anything but a collection, no typing errors are
# considered.
_SURE = 0.7
# With a match of a film that scores this, the text names it, and nothing beyond.
_EXACT = 0.98
# What stands in a cell where nothing is known.
_NOTHING = {"n/a", "#n/a", "na", "nan", "none", "null", "nil", "tba", "tbd", "unknown"}
# How sure the part of a field before a colon is.
_LEADING = 0.9


class Search:
    """A search over the films, directors and collections of one catalogue."""

    def __init__(
        self,
        films: Sequence[kcinema.Film],
        directors: Sequence[kcinema.Director],
        collections: Sequence[kcinema.Collection],
    ) -> None:
        self._records = Records(films, directors, collections)

    @once
    def _beyond(self) -> Beyond:
        from kcinema._search.beyond import Beyond

        return Beyond(self._records, self.titled)

    def __call__(
        self, text: str, *, kind: str | None = None, limit: int = 10
    ) -> list[SearchHit]:
        """Search; see :func:`kcinema.search`."""
        _check(text, kind, limit)
        field = fields.read(text[:_LONGEST])
        owner = ids.owner(field.text.strip(), self._records)
        if owner is not None:
            found = Found({owner: Match(owner, 1.0, field.text.strip(), "id")})
        else:
            named = self._found(field)
            is_open = self._is_open(field, named, kind)
            found = self._beyond(field, named) if is_open else Found(named)
        kept = [
            match
            for match in found.best.values()
            if kind in (None, self._kind(match.owner, found))
        ]
        return Hits(
            SearchHit(
                found.extra.get(match.owner) or self._records.items[match.owner],
                round(match.score, 4),
                match.text,
                match.how,
            )
            for match in self._ranked(kept, found)[:limit]
        )

    def _is_open(
        self, field: fields.Field, found: dict[int, Match], kind: str | None
    ) -> bool:
        """Return whether a text may mean more than the records whose names it has."""
        if field.text.strip().casefold() in _NOTHING:
            return False
        films = len(self._records.films)
        return kind in {"person", "topic"} or not any(
            match.score >= _EXACT and match.owner < films for match in found.values()
        )

    # Records by their names -----------------------------------------------------------

    def _found(self, field: fields.Field) -> dict[int, Match]:
        """Return the best match of each record."""
        whole = self.titled(field.text)
        if field.text.strip().casefold() in _NOTHING:
            return {n: match for n, match in whole.items() if match.score == 1}
        if not (field.titles or field.year or field.lead):
            return self._despite_errors(field.text, whole)
        titles = field.titles or (field.text,)
        parts = self._together(field, [self.titled(title) for title in titles])
        if field.year and len(titles) > 1:
            # What looks like several titles may be one.
            parts = scores.best_of(
                [*self.titled(field.undated).values(), *parts.values()]
            )
        if self._surest(whole, parts) < _SURE:
            parts = self._together(
                field, [self._despite_errors(title) for title in titles]
            )
        if field.lead and _best(parts) < FAIR:
            parts |= {
                owner: match._replace(score=match.score * _LEADING)
                for owner, match in self.titled(field.lead).items()
                if match.how == "exact"
            }
        return scores.best_of([*whole.values(), *self.dated(field, parts).values()])

    def _together(
        self, field: fields.Field, parts: list[dict[int, Match]]
    ) -> dict[int, Match]:
        return scores.together(parts, all_of=field.by_script)

    def dated(self, field: fields.Field, found: dict[int, Match]) -> dict[int, Match]:
        """Adjust matches to the year of a field."""
        if not field.year:
            return found
        return {
            owner: scores.dated(match, self._records.years(owner), field.year)
            for owner, match in found.items()
        }

    def titled(self, text: str) -> dict[int, Match]:
        """Return the best match of each record for a text that is one name."""
        return self._judged(text, _matches(self._records.index, text))

    def _despite_errors(
        self, text: str, found: dict[int, Match] | None = None
    ) -> dict[int, Match]:
        """Return the best matches, in spite of typing errors if there are none without.

        Whole names are tried before single words, because there are many words, and
        each takes as long as a name.
        """
        found = self.titled(text) if found is None else found
        if self._surest(found) >= _SURE:
            return found
        index = self._records.index
        more = [*found.values(), *index.find_faulty(text)]
        if max((match.score for match in more), default=0.0) < FAIR:
            more += index.find_words(text, faulty=True)
        return self._judged(text, more)

    def _surest(self, *found: dict[int, Match]) -> float:
        """Return the best score of a film or director."""
        end = len(self._records.films) + len(self._records.directors)
        return max(
            (m.score for each in found for m in each.values() if m.owner < end),
            default=0.0,
        )

    def _judged(self, text: str, matches: Iterable[Match]) -> dict[int, Match]:
        kinds, index = self._records.kinds, self._records.index
        return scores.judged(matches, text, kinds.__getitem__, index.names_of)

    # Items ----------------------------------------------------------------------------

    def _kind(self, owner: int, found: Found) -> str:
        if owner in found.extra:
            return type(found.extra[owner]).__name__.lower()
        return self._records.kinds[owner]

    def _ranked(self, matches: list[Match], found: Found) -> list[Match]:
        """Return the matches, best first; ties by prominence in the catalogue."""

        def score(match: Match) -> float:
            return -round(match.score, 6)

        def weight(match: Match) -> int:
            if match.owner in found.extra:
                return len(found.extra[match.owner].films)
            return self._records.weight(match.owner)

        ranked: list[Match] = []
        for _, equal in groupby(sorted(matches, key=score), key=score):
            tied = list(equal)
            # Prominence requires reading all collections, so compute it only for ties.
            if len(tied) > 1:
                tied.sort(key=lambda match: (-weight(match), match.owner))
            ranked += tied
        return ranked


def _matches(index: NameIndex, text: str) -> list[Match]:
    """Return the matches in an index without typing errors."""
    found = [*index.find(text)]
    # Where something is called so, the text is not the beginning of another name.
    is_whole = bool(found) and found[0].how == "exact"
    found += index.find_words(text, finished=is_whole)
    for typed in typed_elsewhere(text):
        found += index.find_typed(typed)
    return found


def _best(*found: dict[int, Match]) -> float:
    return max((match.score for each in found for match in each.values()), default=0.0)


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
