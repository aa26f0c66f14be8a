"""Links as columns: what every kind of table goes through, a batch at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kcinema._linking import files
from kcinema._linking.linker import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kcinema._linking.columns import Columns, Name
    from kcinema._linking.linker import Judged, Linker

__all__ = ["ADDED", "added", "judged"]

# So many rows are looked at together.
_MANY = 4096

ADDED = ("kcinema_id", "kcinema_score", "kcinema_verdict", "kcinema_why")
"""The columns that linking adds to a table."""


def judged(
    linker: Linker, columns: Columns, column: Callable[[Name], Sequence[Any]]
) -> Iterator[Judged]:
    """Yield what is found for each row.

    Args:
        linker: What finds it.
        columns: The columns to look at.
        column: A function that returns the cells of a column.
    """
    if columns.file is not None:
        for name in column(columns.file):
            title, year = files.read(name)
            yield linker.judge(title, year)
        return
    cells = {name: column(name) for name in columns.all()}
    size = len(next(iter(cells.values())))
    nothing = [None] * size
    years = cells.get(columns.year, nothing)  # type: ignore[arg-type]  # None is no column
    directors = cells.get(columns.director, nothing)  # type: ignore[arg-type]
    originals = cells.get(columns.original, nothing)  # type: ignore[arg-type]
    named = [cells[name] for name in columns.titles]
    if not columns.ids:
        yield from _by_titles(linker, named, years, directors, originals)
        return
    titles = zip(*named, strict=True) if named else zip(nothing, strict=True)
    kinds = [*columns.ids]
    ids = zip(*(cells[name] for name in columns.ids.values()), strict=True)
    for title, year, director, found, original in zip(
        titles, years, directors, ids, originals, strict=True
    ):
        known = dict(zip(kinds, found, strict=True))
        yield linker.judge(title, year, director, known, original)


def _by_titles(
    linker: Linker,
    named: Sequence[Sequence[Any]],
    years: Sequence[Any],
    directors: Sequence[Any],
    originals: Sequence[Any],
) -> Iterator[Judged]:
    """Yield what is found for rows without ids, of which nearly all are strangers."""
    for start in range(0, len(years), _MANY):
        part = slice(start, start + _MANY)
        titles = [column[part] for column in named]
        for stranger, row, year, director, original in zip(
            linker.are_strangers(titles),
            zip(*titles, strict=True),
            years[part],
            directors[part],
            originals[part],
            strict=True,
        ):
            yield (
                NOTHING
                if stranger
                else linker.judge(row, year, director, None, original)
            )


def added(
    linker: Linker, columns: Columns, column: Callable[[Name], Sequence[Any]]
) -> Mapping[str, list[Any]]:
    """Return the columns to add to a table, by their names."""
    ids = [film.id for film in linker.films]
    found = [
        (
            ids[films[0]] if len(films) == 1 and verdict != "ambiguous" else None,
            score,
            verdict,
            why,
        )
        for films, score, verdict, why in judged(linker, columns, column)
    ]
    several = [*zip(*found, strict=True)] or [()] * len(ADDED)
    return {name: [*cells] for name, cells in zip(ADDED, several, strict=True)}
