"""``csv``: a table of films for spreadsheets and data frames."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from kcinema._model import external
from kcinema._model.filmlist import FilmList
from kcinema.exchange import cells, texts
from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcinema._model.film import Film
    from kcinema.exchange.selection import Selection

__all__ = ["write"]


def write(selection: Selection, *, bom: bool = False) -> Exported:
    """Write a header and one row per film; multiple values are joined by ``; ``.

    The films of a collection have their reasons in a last column.

    Args:
        selection: The films.
        bom: Whether to begin with a byte order mark, by which Excel recognises UTF-8.
    """
    columns = {**_COLUMNS}
    if selection.reasons:
        columns["reason"] = selection.why
    rows = ([value(film) for value in columns.values()] for film in selection.films)
    text = cells.table(columns, rows)
    return Exported(("\ufeff" if bom else "") + text, FilmList())


def _joined(name: str) -> Callable[[Film], str]:
    return lambda film: "; ".join(getattr(film, name))


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
    "directors": lambda film: "; ".join(texts.directors(film)),
    "cast": _cast,
    **{name: _joined(name) for name in ("countries", "languages", "genres", "themes")},
    "admissions": lambda film: film.admissions and film.admissions.count,
    "admissions_scope": lambda film: film.admissions and film.admissions.scope,
    **{name: attrgetter(f"ids.{name}") for name in external.EXTERNAL},
    "logline": attrgetter("logline"),
}
"""By the name of the column: what stands in it."""
