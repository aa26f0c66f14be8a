"""``simkl``: the table that Simkl's CSV importer reads.

The films go to "plan to watch", with the reason of the collection as a memo.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcinema._model.filmlist import FilmList
from kcinema.exchange import cells
from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    from kcinema._model.film import Film
    from kcinema.exchange.selection import Selection

__all__ = ["write"]

_HEADER = (
    "SIMKL_ID",
    "Title",
    "Type",
    "Year",
    "Watchlist",
    "LastEpWatched",
    "WatchedDate",
    "Rating",
    "Memo",
    "TVDB",
    "TMDB",
    "IMDB",
)


def write(selection: Selection) -> Exported:
    """Write a row per film; those without ids go by their title and year."""
    rows = (_row(film, selection.why(film)) for film in selection.films)
    return Exported(cells.table(_HEADER, rows), FilmList())


def _row(film: Film, reason: str) -> list[object]:
    values = {
        "Title": film.title,
        "Type": "movie",
        "Year": film.year,
        "Watchlist": "plantowatch",
        "Memo": reason,
        "TMDB": film.ids.tmdb,
        "IMDB": film.ids.imdb,
    }
    return [values.get(name) for name in _HEADER]
