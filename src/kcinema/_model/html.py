"""HTML for films, directors and collections in notebooks.

It has no styles or images of its own, so that it suits every theme and needs no
network.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcinema._model.collection import Collection
    from kcinema._model.director import Director
    from kcinema._model.film import Film

__all__ = ["collection", "director", "film", "film_table"]


def film(film: Film) -> str:
    """Return a film as HTML: title, credits, logline and note."""
    facts = [str(film.year)]
    if film.is_in_catalogue:
        facts.append(_directors(film))
    if film.runtime:
        facts.append(f"{film.runtime} min")
    facts += [genre.label for genre in film.genres]
    parts = [
        _heading(film.title, film.title_ko),
        f"<p>{escape(' · '.join(facts))}</p>",
    ]
    parts += _paragraphs(film.logline, film.note)
    if film.cast:
        cast = ", ".join(str(credit) for credit in film.cast)
        parts.append(f"<p>With {escape(cast)}</p>")
    return _card(parts)


def director(director: Director) -> str:
    """Return a director as HTML: name, dates, bio and films."""
    parts = [_heading(director.name, director.name_ko)]
    if director.born:
        life = (
            f"{director.born} to {director.died}"
            if director.died
            else f"born {director.born}"
        )
        parts.append(f"<p>{escape(life)}</p>")
    parts += _paragraphs(director.bio)
    if director.is_in_catalogue:
        parts.append(film_table(director.films))
    return _card(parts)


def collection(collection: Collection) -> str:
    """Return a collection as HTML: title, criterion, and films with their reasons."""
    parts = [_heading(collection.title, collection.title_ko)]
    parts += _paragraphs(collection.summary, collection.criterion)
    if collection.is_in_catalogue:
        rows = [(*_row(film), collection.why(film)) for film in collection]
        parts.append(_table(("Film", "", "Year", "Director", "Why"), rows))
    return _card(parts)


def film_table(films: Iterable[Film]) -> str:
    """Return an HTML table of films: title, Korean title, year, directors."""
    rows = [_row(film) for film in films]
    return _table(("Film", "", "Year", "Director"), rows)


def _row(film: Film) -> tuple[str, ...]:
    names = _directors(film) if film.is_in_catalogue else ""
    return film.title, film.title_ko, str(film.year), names


def _directors(film: Film) -> str:
    return ", ".join(director.name for director in film.directors)


def _heading(title: str, title_ko: str | None) -> str:
    korean = f' <span lang="ko">{escape(title_ko)}</span>' if title_ko else ""
    return f"<h4>{escape(title)}{korean}</h4>"


def _paragraphs(*texts: str | None) -> list[str]:
    return [f"<p>{escape(text)}</p>" for text in texts if text]


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    def line(tag: str, cells: Iterable[str]) -> str:
        inner = "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells)
        return f"<tr>{inner}</tr>"

    body = "".join(line("td", row) for row in rows)
    return f"<table><thead>{line('th', head)}</thead><tbody>{body}</tbody></table>"


def _card(parts: Iterable[str]) -> str:
    return f"<div>{''.join(parts)}</div>"
