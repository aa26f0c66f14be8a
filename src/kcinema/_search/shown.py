"""What was found, as a table for notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kcinema._model import html

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcinema._search.hits import Item, SearchHit
    from kcinema._search.similar import Similar

__all__ = ["hits", "likes"]


def hits(found: Iterable[SearchHit[Any]]) -> str:
    """Return the hits of a search as HTML."""
    heads = {"Found": "결과", "What it is": "종류", "Score": "점수", "How": "일치"}
    rows = [
        (
            _named(hit.item),
            type(hit.item).__name__.lower(),
            f"{hit.score:.2f}",
            html.text(f"{hit.how}: {hit.matched}"),
        )
        for hit in found
    ]
    return html.found(heads, rows, "hit")


def likes(found: Iterable[Similar]) -> str:
    """Return films that are similar to one as HTML, with the reasons."""
    heads = {"Film": "영화", "Year": "연도", "Score": "점수", "Why": "이유"}
    rows = [
        (
            _named(like.film),
            str(like.film.year),
            f"{like.score:.2f}",
            html.text("; ".join(like.reasons)),
        )
        for like in found
    ]
    return html.found(heads, rows, "film")


def _named(item: Item) -> str:
    """Return the title or name of an item in both scripts, linked to its page."""
    name: str = getattr(item, "title", "") or getattr(item, "name", "")
    korean = getattr(item, "title_ko", None) or getattr(item, "name_ko", None)
    links = getattr(item, "links", dict)
    return html.titled(name, korean, next(iter(links().values()), None))
