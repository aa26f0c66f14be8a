"""``radarr``: a JSON array for two of Radarr's import lists.

"Custom Lists" reads ``id``, the TMDB number, and skips a film without one; "StevenLu
Custom" reads ``title`` and ``imdb_id``. Each ignores what the other reads.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    from kcinema._model.film import Film
    from kcinema.exchange.selection import Selection

__all__ = ["write"]


def write(selection: Selection) -> Exported:
    """Write an object per film; leave out films with neither id."""
    kept, left_out = selection.with_ids("tmdb", "imdb")
    text = json.dumps([_item(film) for film in kept], ensure_ascii=False, indent=2)
    return Exported(f"{text}\n", left_out)


def _item(film: Film) -> dict[str, str | int]:
    values = {"id": film.ids.tmdb, "title": film.title, "imdb_id": film.ids.imdb}
    return {name: value for name, value in values.items() if value is not None}
