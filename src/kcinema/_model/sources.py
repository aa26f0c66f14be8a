"""The sources of facts, and values from sources that disagree."""

from __future__ import annotations

from attr import field, frozen

from kcinema._model import given
from kcinema._model.dates import PartialDate
from kcinema._model.fields import Number, Text, Url

__all__ = ["Disputed", "Source"]


@given.converting
@frozen(kw_only=True)
class Source:
    """A page that was consulted, and the fields that it supports.

    Attributes:
        url: The address of the page.
        supports: Names of the record's fields; ``ids.imdb`` for one external id.
        seen: When the page was read, usually to the month.
    """

    url: Url
    supports: tuple[Text, ...] = field(converter=given.texts)
    seen: PartialDate = field(converter=given.known_date)


@given.converting
@frozen(kw_only=True)
class Disputed:
    """A value from a source that disagrees with the record.

    Attributes:
        field: The field that it concerns.
        value: The value that the source gives.
        url: The address of the source.
    """

    field: Text
    value: Text | Number
    url: Url
