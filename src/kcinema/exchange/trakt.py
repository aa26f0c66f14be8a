"""``trakt``: the JSON that Trakt's importer and its API read.

The body of ``POST /sync/watchlist`` and ``POST /users/ID/lists/LIST/items``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kcinema._model.filmlist import FilmList
from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    from kcinema._model.film import Film
    from kcinema.exchange.selection import Selection

__all__ = ["write"]


def write(selection: Selection) -> Exported:
    """Write an object per film; those without ids go by their title and year."""
    movies = [_movie(film) for film in selection.films]
    text = json.dumps({"movies": movies}, ensure_ascii=False, indent=2)
    return Exported(f"{text}\n", FilmList())


def _movie(film: Film) -> dict[str, Any]:
    known = film.ids.known()
    ids = {name: known[name] for name in ("imdb", "tmdb") if name in known}
    movie = {"title": film.title, "year": film.year}
    return {**movie, "ids": ids} if ids else movie
