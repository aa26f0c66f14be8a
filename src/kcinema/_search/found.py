"""What a search has found so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kcinema._search.people import Person
    from kcinema._search.scores import Match
    from kcinema._search.topics import Topic

__all__ = ["Found"]


class Found:
    """What was found: the best match of each item, and the items that are no records.

    Attributes:
        best: The matches by the number of their item.
        extra: The people and the topic, by number.
    """

    def __init__(self, best: dict[int, Match]) -> None:
        self.best = dict(best)
        self.extra: dict[int, Person | Topic] = {}

    def add(self, match: Match, item: Person | Topic | None = None) -> None:
        """Add a match, and its item if that is no record."""
        known = self.best.get(match.owner)
        if known is None or match.score >= known.score:
            self.best[match.owner] = match
            if item is not None:
                self.extra[match.owner] = item

    def reaches(self, score: float) -> bool:
        """Return whether any match has a score, or a higher one."""
        return any(match.score >= score for match in self.best.values())
