"""``json``: complete records as one JSON array."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kcinema._model.filmlist import FilmList
from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    from kcinema.exchange.selection import Selection

__all__ = ["write"]


def write(selection: Selection) -> Exported:
    """Write the records with the keys of the file format, indented by two spaces."""
    text = json.dumps(selection.films.to_dicts(), ensure_ascii=False, indent=2)
    return Exported(f"{text}\n", FilmList())
