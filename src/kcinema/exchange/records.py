"""``json``: complete records as one JSON array."""

from __future__ import annotations

import json

from kcinema._model.filmlist import FilmList
from kcinema.exchange.exported import Exported

__all__ = ["write"]


def write(films: FilmList) -> Exported:
    """Write the records with the keys of the file format, indented by two spaces."""
    text = json.dumps(films.to_dicts(), ensure_ascii=False, indent=2)
    return Exported(f"{text}\n", FilmList())
