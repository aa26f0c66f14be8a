"""``csv``: a table of films for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
from operator import attrgetter
from typing import TYPE_CHECKING

from kcinema._model import external
from kcinema._model.filmlist import FilmList
from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcinema._model.film import Film

__all__ = ["write"]


def write(films: FilmList, *, bom: bool = False) -> Exported:
    """Write a header and one row per film; multiple values are joined by ``; ``.

    Args:
        films: The films.
        bom: Whether to begin with a byte order mark, by which Excel recognises UTF-8.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for film in films:
        writer.writerow([_safe(value(film)) for value in _COLUMNS.values()])
    return Exported(("\ufeff" if bom else "") + buffer.getvalue(), FilmList())


def _safe(value: object) -> object:
    """Escape a cell that a spreadsheet would take for a formula."""
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return value


def _joined(name: str) -> Callable[[Film], str]:
    return lambda film: "; ".join(getattr(film, name))


def _directors(film: Film) -> str:
    # Outside a catalogue only their ids are known.
    directors = film.directors if film.is_in_catalogue else ()
    return "; ".join(director.name for director in directors)


def _cast(film: Film) -> str:
    return "; ".join(credit.name or credit.name_ko or "" for credit in film.cast)


_COLUMNS: dict[str, Callable[[Film], object]] = {
    **{
        name: attrgetter(name)
        for name in (
            "id",
            "title",
            "title_ko",
            "romanized",
            "year",
            "release_date",
            "runtime",
            "rating",
        )
    },
    "directors": _directors,
    "cast": _cast,
    **{name: _joined(name) for name in ("countries", "languages", "genres", "themes")},
    "admissions": lambda film: film.admissions and film.admissions.count,
    "admissions_scope": lambda film: film.admissions and film.admissions.scope,
    **{name: attrgetter(f"ids.{name}") for name in external.EXTERNAL},
    "logline": attrgetter("logline"),
}
"""By the name of the column: what stands in it."""
