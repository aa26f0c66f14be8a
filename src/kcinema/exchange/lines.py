"""``jsonl``: complete records, one JSON object per line."""

from __future__ import annotations

import json

from kcinema._model.filmlist import FilmList
from kcinema.exchange.exported import Exported

__all__ = ["write"]


def write(films: FilmList) -> Exported:
    """Write the records with the keys of the file format, one per line."""
    lines = [json.dumps(values, ensure_ascii=False) for values in films.to_dicts()]
    return Exported("".join(f"{line}\n" for line in lines), FilmList())
