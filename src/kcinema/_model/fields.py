"""The types of single values: ids, codes, addresses, years, counts.

Each is an annotated ``str`` or ``int``. Strict readers check values against the
annotation, and the published JSON Schema is generated from it, so that each form is
defined only once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "Between",
    "Count",
    "CountryCode",
    "Form",
    "Id",
    "ImdbName",
    "ImdbTitle",
    "KmdbFilm",
    "KmdbPerson",
    "Kobis",
    "LanguageCode",
    "Minutes",
    "Number",
    "Rank",
    "Text",
    "Tmdb",
    "Url",
    "Wikidata",
    "Year",
]


# Plain classes, because creating named tuples would dominate the import time.
class Form:
    """The form of a text that must match a pattern.

    Attributes:
        pattern: A regular expression for the whole text, without anchors.
        says: A description of such a text for messages, with an example.
    """

    def __init__(self, pattern: str, says: str) -> None:
        self.pattern = pattern
        self.says = says

    def test(self) -> Callable[[str], object]:
        """Return a function that checks whether a text has this form."""
        # Compiled only when used, because the packaged data is not checked again.
        import re

        return re.compile(self.pattern, re.ASCII).fullmatch


class Between:
    """The limits of a whole number, both inclusive.

    Attributes:
        low: The lowest value.
        high: The highest value.
        says: A description of such a number for messages.
    """

    def __init__(self, low: int, high: int, says: str) -> None:
        self.low = low
        self.high = high
        self.says = says

    def test(self) -> Callable[[int], object]:
        """Return a function that checks whether a number is within the limits."""
        return range(self.low, self.high + 1).__contains__


Id = Annotated[
    str, Form(r"[a-z0-9]+(-[a-z0-9]+)*", "an id of a-z, 0-9 and single hyphens")
]
# What would break tables, terminals and every line-based export, or make a text look
# like another: control characters, among them those that begin escape sequences, line
# separators, and marks that turn the direction of writing.
_UNFIT = (
    r"\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
)
Text = Annotated[
    str,
    Form(
        rf"[^ {_UNFIT}]([^{_UNFIT}]*[^ {_UNFIT}])?",
        "a text on one line, with no space around it and no invisible marks",
    ),
]
Url = Annotated[
    str,
    Form(rf"https?://[^\s<>\"{_UNFIT}]+", "an address starting with https://"),
]
CountryCode = Annotated[str, Form(r"[A-Z]{2}", "an ISO 3166 code such as 'KR'")]
LanguageCode = Annotated[str, Form(r"[a-z]{2}", "an ISO 639-1 code such as 'ko'")]

ImdbTitle = Annotated[str, Form(r"tt\d{7,8}", "an IMDb id such as 'tt0364569'")]
ImdbName = Annotated[str, Form(r"nm\d{7,8}", "an IMDb id of nm and 7 or 8 digits")]
KmdbFilm = Annotated[str, Form(r"[A-Z]/\d{5}", "a KMDb id such as 'K/05928'")]
KmdbPerson = Annotated[str, Form(r"\d{8}", "a KMDb person number of 8 digits")]
Kobis = Annotated[str, Form(r"[0-9A-Z]{8}", "a KOBIS code of 8 characters")]
Wikidata = Annotated[str, Form(r"Q[1-9]\d*", "a Wikidata id of Q and a number")]
Tmdb = Annotated[int, Between(1, 10**9, "a TMDB number")]

Year = Annotated[int, Between(1888, 2200, "a year from 1888 to 2200")]
Minutes = Annotated[int, Between(1, 1000, "a number of minutes from 1 to 1000")]
# Of any size that somebody could mean, and no larger: to read and to write a number of
# very many digits takes long.
Number = Annotated[
    int, Between(-(10**30), 10**30, "a whole number of at most 30 digits")
]
Count = Annotated[int, Between(0, 10**10, "a count of at least 0")]
Rank = Annotated[int, Between(1, 10**6, "a rank of at least 1")]
