"""Words of closed vocabularies; and the kinds of collections, which come first.

The first collection that is asked for needs its kind and no other word, and enums of
two hundred words take longer to make than to ask.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import Self

__all__ = ["CollectionKind", "Term"]

T = TypeVar("T", bound="Term")


class Term(str, Enum):
    """A word of a closed vocabulary: a string that knows how to present itself.

    Attributes:
        value: The word as the data writes it, such as ``"science-fiction"``.
        label: The word as a person reads it, such as ``"Science fiction"``.
    """

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member from its word and, where it is not the plain one, its label."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label or value.replace("-", " ").capitalize()
        return term

    # One behaviour on every Python: enum changed how mixed-in members print in 3.12.
    def __str__(self) -> str:
        return str.__str__(self)

    def __format__(self, format_spec: str) -> str:
        return str.__format__(self, format_spec)

    @classmethod
    def named(cls, text: str) -> Self | None:
        """Find the member with this word or label, ignoring case and punctuation.

        >>> CollectionKind.named("Genre Highlights")
        <CollectionKind.GENRE: 'genre'>
        >>> CollectionKind.named("opera") is None
        True
        """
        return _named(cls).get(_plain(text))


@cache
def _named(terms: type[T]) -> dict[str, T]:
    """Give the words of a vocabulary by their plain forms, the words before labels."""
    labels = {_plain(term.label): term for term in terms}
    return labels | {_plain(term.value): term for term in terms}


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


class CollectionKind(Term):
    """What a collection is for."""

    HALF = "half"
    SECTION = "section"
    GENRE = "genre", "Genre highlights"
    THEME = "theme"
    ERA = "era"
    HONOURS = "honours", "Honours list"
