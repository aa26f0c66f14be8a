"""Ids of records, of ours and of other catalogues, in place of a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kcinema._model.director import Director
    from kcinema._model.film import Film
    from kcinema._search.records import Records

__all__ = ["owner"]

# Each of our ids has a hyphen or a year; what is one word is a name as well.
_OURS = r"[a-z0-9]+(?:-[a-z0-9]+)+"
# As `--format ids` writes them, or of a form that says whose they are: IMDb's films and
# people, Wikidata's, KMDb's.
_EXTERNAL = r"[a-z]+:\S+|(?:tt|nm)\d{6,}|Q\d{3,}|[A-Z]/\d+"


def owner(text: str, records: Records) -> int | None:
    """Return the number of the record that has an id, or None."""
    if text.isalpha() or not text.isascii():
        return None
    if re.fullmatch(_OURS, text) and text in records.by_id:
        return records.by_id[text]
    if re.fullmatch(_EXTERNAL, text):
        both: list[Film | Director] = [*records.films, *records.directors]
        for number, one in enumerate(both):
            for name, value in one.ids.known().items():
                if text in {str(value), f"{name}:{value}"}:
                    return number
    return None
