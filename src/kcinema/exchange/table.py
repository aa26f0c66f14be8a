"""``csv``: a table of films for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from kcinema._model import external
from kcinema._model.filmlist import FilmList
from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    from kcinema._model.film import Film

__all__ = ["write"]


def write(films: FilmList, *, bom: bool = False) -> Exported:
    """Write a header and one row per film; multiple values are joined by ``; ``.

    Args:
        films: The films.
        bom: Whether to begin with a byte order mark, by which Excel recognises UTF-8.
    """
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    for film in films:
        writer.writerow({name: _safe(value) for name, value in _row(film).items()})
    return Exported(("\ufeff" if bom else "") + buffer.getvalue(), FilmList())


_COLUMNS = [
    "id",
    "title",
    "title_ko",
    "romanized",
    "year",
    "release_date",
    "runtime",
    "rating",
    "directors",
    "cast",
    "countries",
    "languages",
    "genres",
    "themes",
    "admissions",
    "admissions_scope",
    *external.EXTERNAL,
    "logline",
]


def _safe(value: object) -> object:
    """Escape a cell that a spreadsheet would take for a formula."""
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return value


def _row(film: Film) -> dict[str, object]:
    directors = film.directors if film.is_in_catalogue else ()
    admissions = film.admissions
    return {
        "id": film.id,
        "title": film.title,
        "title_ko": film.title_ko,
        "romanized": film.romanized,
        "year": film.year,
        "release_date": film.release_date,
        "runtime": film.runtime,
        "rating": film.rating,
        "directors": "; ".join(director.name for director in directors),
        "cast": "; ".join(credit.name or credit.name_ko or "" for credit in film.cast),
        "countries": "; ".join(film.countries),
        "languages": "; ".join(film.languages),
        "genres": "; ".join(film.genres),
        "themes": "; ".join(film.themes),
        "admissions": admissions.count if admissions else None,
        "admissions_scope": admissions.scope if admissions else None,
        **{name: getattr(film.ids, name) for name in external.EXTERNAL},
        "logline": film.logline,
    }
