"""Where facts come from, and what other sources say."""

from __future__ import annotations

from attr import frozen

from kcinema._model.dates import PartialDate
from kcinema._model.fields import Text, Url

__all__ = ["Disputed", "Source"]


@frozen(kw_only=True)
class Source:
    """A page that was read, and the fields it vouches for.

    Attributes:
        url: The address of the page.
        supports: Names of fields of the record, ``ids.imdb`` for one external id.
        seen: When the page was read, usually to the month.
    """

    url: Url
    supports: tuple[Text, ...]
    seen: PartialDate


@frozen(kw_only=True)
class Disputed:
    """A value that another source gives, kept so that nothing is lost.

    Attributes:
        field: The field it would have filled.
        value: What the other source says.
        url: The address of that source.
    """

    field: Text
    value: str | int
    url: Url
