"""``letterboxd``: the table that Letterboxd's importer reads.

A row with an id is matched exactly, one without by title, year and directors, so that
no film is left out. There is no ``WatchedDate``, which would make a diary entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcinema._model.filmlist import FilmList
from kcinema.exchange import cells, texts
from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    from kcinema._model.film import Film
    from kcinema.exchange.selection import Selection

__all__ = ["write"]

_HEADER = ("tmdbID", "imdbID", "Title", "Year", "Directors")


def write(selection: Selection, *, review: bool = True) -> Exported:
    """Write a row per film, with the reason of the collection as its review.

    Args:
        selection: The films.
        review: Whether to write the reasons; without any, there is no such column.
    """
    if not (review and selection.reasons):
        return Exported(cells.table(_HEADER, map(_row, selection.films)), FilmList())
    rows = ([*_row(film), selection.why(film)] for film in selection.films)
    return Exported(cells.table([*_HEADER, "Review"], rows), FilmList())


def _row(film: Film) -> list[object]:
    names = ", ".join(texts.directors(film))
    return [film.ids.tmdb, film.ids.imdb, film.title, film.year, names]
