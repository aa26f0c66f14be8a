"""Entry: a film's place in a collection, with the reason and the evidence for it."""

from __future__ import annotations

from attr import field, frozen

from kcinema._model import given
from kcinema._model.fields import Id, Text, Url

__all__ = ["Entry", "Evidence"]


@given.converting
@frozen(kw_only=True)
class Evidence:
    """A source that supports a film's place in a collection.

    Attributes:
        name: The list, jury, critic or event.
        url: The address of the page.
    """

    name: Text
    url: Url


@given.converting
@frozen(kw_only=True)
class Entry:
    """A film's place in a collection.

    Attributes:
        film: The id of the film.
        reason: Why this film is in this collection.
        evidence: Sources for it, if the collection's criterion requires them.
    """

    film: Id = field(converter=given.id)
    reason: Text
    evidence: tuple[Evidence, ...] = field(default=(), converter=given.evidence)
