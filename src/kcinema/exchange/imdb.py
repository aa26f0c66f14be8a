"""``imdb-csv``: a table with the columns of IMDb's list export.

Many programs import it: Letterboxd, Trakt and Simkl, and managers of film libraries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcinema.exchange import cells, texts
from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    from kcinema._model.film import Film
    from kcinema.exchange.selection import Selection

__all__ = ["write"]

_HEADER = (
    "Position",
    "Const",
    "Created",
    "Modified",
    "Description",
    "Title",
    "Original Title",
    "URL",
    "Title Type",
    "IMDb Rating",
    "Runtime (mins)",
    "Year",
    "Genres",
    "Num Votes",
    "Release Date",
    "Directors",
    "Your Rating",
    "Date Rated",
)


def write(selection: Selection) -> Exported:
    """Write a row per film, described by its reason; leave out films without IMDb id.

    The columns of dates, votes and ratings are empty.
    """
    kept, left_out = selection.with_ids("imdb")
    rows = (
        _row(place, film, selection.why(film))
        for place, film in enumerate(kept, start=1)
    )
    return Exported(cells.table(_HEADER, rows), left_out)


def _row(place: int, film: Film, reason: str) -> list[object]:
    values = {
        "Position": place,
        "Const": film.ids.imdb,
        "Description": reason,
        "Title": film.title,
        "Original Title": film.title_ko,
        "URL": film.links()["imdb"],
        "Title Type": "Movie",
        "Runtime (mins)": film.runtime,
        "Year": film.year,
        "Genres": ", ".join(genre.label for genre in film.genres),
        "Release Date": film.release_date,
        "Directors": ", ".join(texts.directors(film)),
    }
    return [values.get(name) for name in _HEADER]
