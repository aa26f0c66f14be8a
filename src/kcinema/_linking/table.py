"""Links as columns: what every kind of table goes through, a batch at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kcinema._linking import files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kcinema._linking.columns import Columns, Name
    from kcinema._linking.linker import Judged, Linker

__all__ = ["ADDED", "added", "judged"]

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
    titles = zip(*(cells[name] for name in columns.titles), strict=True)
    if not columns.titles:
        titles = zip(nothing, strict=True)
    if not columns.ids:
        yield from map(linker.judge, titles, years, directors)
        return
    kinds = [*columns.ids]
    ids = zip(*(cells[name] for name in columns.ids.values()), strict=True)
    for title, year, director, found in zip(titles, years, directors, ids, strict=True):
        yield linker.judge(title, year, director, dict(zip(kinds, found, strict=True)))


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
