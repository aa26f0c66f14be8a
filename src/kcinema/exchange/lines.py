"""``jsonl``: complete records, one JSON object per line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kcinema._model.filmlist import FilmList
from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    from kcinema.exchange.selection import Selection

__all__ = ["write"]

# JSON leaves these as they are, but some readers end a line at them.
_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


def write(selection: Selection) -> Exported:
    """Write the records with the keys of the file format, one per line."""
    records = selection.films.to_dicts()
    lines = (json.dumps(values, ensure_ascii=False) + "\n" for values in records)
    return Exported("".join(lines).translate(_LINE_ENDS), FilmList())
