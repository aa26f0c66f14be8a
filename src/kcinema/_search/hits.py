"""SearchHit: a result of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple

if TYPE_CHECKING:
    from typing import TypeAlias

    from typing_extensions import TypeVar

    from kcinema._model.collection import Collection
    from kcinema._model.director import Director
    from kcinema._model.film import Film
    from kcinema._search.people import Person
    from kcinema._search.topics import Topic

    Item: TypeAlias = Film | Director | Collection | Person | Topic
    ItemT = TypeVar("ItemT", bound=Item, default=Item)
else:
    from typing import TypeVar

    ItemT = TypeVar("ItemT")

__all__ = ["KINDS", "Hits", "Item", "SearchHit"]

KINDS = ("film", "director", "collection", "person", "topic")
"""The kinds of item, in the order in which equal hits come."""


class _Hit(NamedTuple):
    item: Any
    score: float
    matched: str
    how: str


class SearchHit(_Hit, Generic[ItemT]):
    """A result of a search.

    A score says how sure it is that the item is what was asked for. From 0.6 on it is
    named: the text is a name of it, or the beginning, a part or a misspelling of one
    that can hardly be another's. Below are guesses, for people to choose from: parts
    that several names share, names of another year or another number, and the films
    of a person. What this comes to on lists that people keep is measured on the page
    *Search and similarity*: a name that the catalogue lacks may well be spelled like
    one that it has.

    Attributes:
        item: The film, director, collection, person who acts, or topic.
        score: How sure it is, from 0 to 1; 1 is a title or name exactly as written.
        matched: The title or name that matched, as written in the record.
        how: How it matched: ``exact``, ``sound`` (another romanization), ``initials``,
            ``keyboard`` (typed on the other layout), ``beginning``, ``words``,
            ``part``, ``typing error`` or ``id``; for films, ``director``, ``actor`` or
            ``topic`` if that is what was asked for, and for topics and their
            collections ``topic``.

    >>> import kcinema
    >>> hit = kcinema.search("ㄱㅅㅊ")[0]
    >>> hit.item, hit.score, hit.matched, hit.how
    (<Film parasite-2019: 'Parasite' (2019)>, 0.95, '기생충', 'initials')
    """

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def item(self) -> ItemT: ...


class Hits(list[SearchHit[ItemT]]):
    """The hits of a search: a list that shows itself as a table in a notebook."""

    def _repr_html_(self) -> str:
        from kcinema._search import shown

        return shown.hits(self)
