"""``kometa``: a collection file for Kometa, which makes collections in Plex.

Texts are written as JSON writes them, which YAML reads as well: that needs no package,
and leaves room for the titles as comments beside the ids.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kcinema.errors import InvalidQueryError
from kcinema.exchange import texts
from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcinema._model.filmlist import FilmList
    from kcinema.exchange.selection import Selection

__all__ = ["write"]

_BUILDERS = {"tmdb": "tmdb_movie", "imdb": "imdb_id"}


def write(
    selection: Selection, *, title: str | None = None, ids: str | None = None
) -> Exported:
    """Write a collection in the order of the films.

    Kometa keeps that order for a collection of one builder only, so it gets either
    TMDB's ids or IMDb's.

    Args:
        selection: The films.
        title: The name of the collection; the title of ours if not given.
        ids: ``"tmdb"`` or ``"imdb"``; whichever leaves out fewer films if not given.

    Raises:
        InvalidQueryError: There are no such ids.
    """
    if ids is None:
        ids = min(_BUILDERS, key=lambda name: len(selection.with_ids(name)[1]))
    elif ids not in _BUILDERS:
        msg = f"export: expected ids as 'tmdb' or 'imdb', not {ids!r}"
        raise InvalidQueryError(msg)
    kept, left_out = selection.with_ids(ids)
    lines = _lines(selection, selection.name(title), ids, kept)
    return Exported("".join(f"{line}\n" for line in lines), left_out)


def _lines(selection: Selection, title: str, ids: str, kept: FilmList) -> Iterator[str]:
    yield "collections:"
    yield f"  {_text(title)}:"
    yield "    collection_order: custom"
    yield "    sync_mode: sync"
    if selection.summary:
        yield f"    summary: {_text(selection.summary)}"
    yield f"    {_BUILDERS[ids]}:" + ("" if kept else " []")
    for film in kept:
        id_ = getattr(film.ids, ids)
        yield f"      - {id_}  # {texts.line(film.title)} ({film.year})"


def _text(text: str) -> str:
    return json.dumps(texts.line(text), ensure_ascii=False)
