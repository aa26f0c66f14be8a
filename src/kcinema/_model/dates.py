"""Dates that may be known only to the month or the year."""

from __future__ import annotations

import re
from datetime import date

from attr import field, frozen

__all__ = ["PartialDate"]

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def _unknown_first(part: int | None) -> int:
    return part or 0


@frozen(order=True)
class PartialDate:
    """A date whose day, or month and day, may be unknown.

    Sorts chronologically, a less precise date before the more precise ones it covers.

    Attributes:
        year: The year, 1 to 9999.
        month: The month, 1 to 12, or None.
        day: The day of the month, or None.

    Raises:
        ValueError: There is no such date, or a day is given without a month.

    >>> from kcinema import PartialDate
    >>> PartialDate.parse("1919-05")
    PartialDate('1919-05')
    >>> PartialDate(1919) < PartialDate(1919, 5) < PartialDate(1919, 5, 2)
    True
    """

    year: int
    month: int | None = field(default=None, order=_unknown_first)
    day: int | None = field(default=None, order=_unknown_first)

    def __attrs_post_init__(self) -> None:
        if self.day is not None and self.month is None:
            msg = "a day without a month is no date"
            raise ValueError(msg)
        date(
            self.year,
            1 if self.month is None else self.month,
            1 if self.day is None else self.day,
        )

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Parse ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

        Args:
            text: The date in ISO 8601 format.

        Raises:
            ValueError: The text has another form, or there is no such date.

        >>> from kcinema import PartialDate
        >>> PartialDate.parse("1960-11-03").month
        11
        """
        match = _FORM.fullmatch(text)
        if match is None:
            msg = f"{text!r} is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD"
            raise ValueError(msg)
        year, month, day = (int(part) if part else None for part in match.groups())
        return cls(year or 0, month, day)

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text

    def __repr__(self) -> str:
        return f"PartialDate({str(self)!r})"
