"""Where facts come from, and what other sources say."""

from __future__ import annotations

from attrs import frozen

# The types of fields are imported for good, so that anyone can ask for them at run
# time, as the reader of files does. So in all modules of records.
from kcinema._dates import PartialDate
from kcinema._forms import Text, Url

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
