"""Linking: which rows of somebody's table are films of a catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kcinema._linking import columns as choosing, frames, table
from kcinema._linking.links import Link, Links
from kcinema.errors import InvalidQueryError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcinema._linking.columns import Name
    from kcinema._linking.linker import Judged, Linker

__all__ = ["link"]


def link(rows: Any, catalogue: Any, given: Mapping[str, object]) -> Any:
    """Link rows or a data frame; see :meth:`kcinema.Catalogue.link`."""
    if frames.is_frame(rows):
        return frames.linked(rows, catalogue, given)
    found = _rows(rows)
    header = _header(found)
    columns = choosing.chosen(given, header)

    def column(name: Name) -> Sequence[object]:
        if isinstance(name, int) and header is None:
            return [row[name] if name < len(row) else None for row in found]
        return [row.get(name) for row in found]

    linker: Linker = catalogue._linker  # noqa: SLF001  # linking is its own part
    return Links(
        _link(judged, linker)
        for judged in (table.judged(linker, columns, column) if found else ())
    )


def _rows(rows: object) -> list[Any]:
    if isinstance(rows, (str, bytes, Mapping)) or not isinstance(rows, Iterable):
        msg = (
            f"link: expected rows (dicts, tuples or titles) or a data frame, "
            f"not {type(rows).__name__}"
        )
        raise InvalidQueryError(msg)
    found = [(row,) if isinstance(row, str) else row for row in rows]
    kind = Mapping if found and isinstance(found[0], Mapping) else (tuple, list)
    for at, row in enumerate(found):
        if not isinstance(row, kind):
            other = "a dict" if kind is Mapping else "a tuple, a list or a title"
            msg = f"link: rows[{at}]: expected {other}, as rows[0] is, not {row!r}"
            raise InvalidQueryError(msg)
    return found


def _header(rows: Sequence[Any]) -> list[str] | None:
    """Return the names of the columns of dicts; None for rows without names."""
    if not rows or not isinstance(rows[0], Mapping):
        return None
    return [*dict.fromkeys(str(name) for row in rows for name in row)]


def _link(judged: Judged, linker: Linker) -> Link:
    films = [linker.films[place] for place in judged.films]
    if judged.verdict == "ambiguous":
        return Link(None, judged.score, "ambiguous", judged.why, tuple(films))
    film = films[0] if films else None
    return Link(film, judged.score, judged.verdict, judged.why)
