"""What the command line prints for people: films, directors, collections as lines."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from kcinema import _layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcinema._catalogue import DataVersion
    from kcinema._collection import Collection
    from kcinema._director import Director
    from kcinema._film import Film
    from kcinema._search import SearchHit
    from kcinema._similarity import Similar

__all__ = ["collection", "director", "film", "hits", "showcase", "similar", "table"]

_PICKS = 3


def showcase(halves: Iterable[Collection], version: DataVersion) -> Iterator[str]:
    """Show halves with their sections, and a few picks of each with their reasons."""
    yield "The Korean cinema showcase"
    size = f"{version.films} films, {version.directors} directors"
    yield f"{size}; data {version.version}"
    for half in halves:
        yield ""
        yield f"{half.title.upper()}  {half.title_ko} ({len(half)} films)"
        yield from _layout.wrap(half.summary or "", _columns())
        for section in half.sections:
            yield ""
            size = f"[{section.id}, {len(section)}]"
            yield f"  {section.title}  {section.title_ko}  {size}"
            yield from _layout.wrap(section.criterion or "", _columns(), "  ")
            for film in section[:_PICKS]:
                yield f"    {_headline(film)}"
                yield from _layout.wrap(section.why(film), _columns(), "      ")
    yield ""
    yield "One list whole: kcinema ID, such as `kcinema hidden-gems`."
    yield "One film: `kcinema show parasite-2019`. All commands: `kcinema --help`."


def collection(collection: Collection) -> Iterator[str]:
    """Show a collection whole: every film with its reason."""
    yield f"{collection.title}  {collection.title_ko or ''}".rstrip()
    yield from _layout.wrap(collection.summary or "", _columns())
    yield from _layout.wrap(f"Criterion: {collection.criterion}", _columns())
    for part in collection.sections or (collection,):
        yield ""
        if part is not collection:
            yield f"{part.title}  {part.title_ko or ''}  [{part.id}, {len(part)}]"
        for film in part:
            yield f"  {_headline(film)}  [{film.id}]"
            yield from _layout.wrap(part.why(film), _columns(), "    ")


def film(film: Film) -> Iterator[str]:
    """Show all that a film's record holds."""
    yield f"{film.title}  {film.title_ko}"
    yield ""
    yield from _layout.wrap(film.logline or "", _columns())
    yield from _layout.wrap(film.note or "", _columns())
    yield ""
    ids = ", ".join(f"{name} {value}" for name, value in film.ids.known().items())
    facts = {
        "Romanized": film.romanized or "",
        "Also known as": "; ".join(film.aliases),
        "Director": ", ".join(
            f"{director.name} {director.name_ko or ''}".rstrip()
            for director in film.directors
        ),
        "Cast": ", ".join(map(str, film.cast)),
        "Year": str(film.year),
        "Released": str(film.release_date or ""),
        "Runtime": f"{film.runtime} min" if film.runtime else "",
        "Rating": film.rating.label if film.rating else "",
        "Country": ", ".join(film.countries),
        "Language": ", ".join(film.languages),
        "Admissions": str(film.admissions or ""),
        "Genre": ", ".join(genre.label for genre in film.genres),
        "Themes": ", ".join(theme.label for theme in film.themes),
        "Era": film.era.label,
        "Based on": "; ".join(map(str, film.based_on)),
        "Ids": f"{film.id}; {ids}" if ids else film.id,
    }
    yield from _fact_lines(facts)
    yield from _list_lines("Awards", map(str, film.awards))
    yield from _list_lines("Honours", map(str, film.honours))
    yield from _list_lines(
        "In the collections",
        (
            f"{item.title}: {item.why(film)}"
            for item in film.collections
            if not item.sections
        ),
    )
    yield from _list_lines(
        "Other values",
        (f"{item.field}: {item.value} ({item.url})" for item in film.disputed),
    )
    yield from _source_lines(film)


def director(director: Director) -> Iterator[str]:
    """Show all that a director's record holds."""
    yield f"{director.name}  {director.name_ko or ''}".rstrip()
    yield ""
    yield from _layout.wrap(director.bio or "", _columns())
    yield ""
    facts = {
        "Also spelled": "; ".join(director.aliases),
        "Born": str(director.born or ""),
        "Died": str(director.died or ""),
        "Debut": str(director.debut or ""),
        "Id": director.id,
    }
    yield from _fact_lines(facts)
    yield from _list_lines(
        "Films", (f"{_headline(film)}  [{film.id}]" for film in director.films)
    )
    yield from _source_lines(director)


def _fact_lines(facts: dict[str, str]) -> Iterator[str]:
    widest = max(map(len, facts))
    for name, value in facts.items():
        if value:
            first, *rest = _layout.wrap(value, _columns(), " " * (widest + 2))
            yield f"{name:<{widest}}{first[widest:]}"
            yield from rest


def _list_lines(title: str, items: Iterable[str]) -> Iterator[str]:
    lines = [line for item in items for line in _item_lines(item)]
    if lines:
        yield ""
        yield title
        yield from lines


def _item_lines(item: str) -> Iterator[str]:
    first, *rest = _layout.wrap(item, _columns(), "    ")
    yield f"  - {first[4:]}"
    yield from rest


def _source_lines(record: Film | Director) -> Iterator[str]:
    yield from _list_lines(
        "Sources",
        (f"{source.url} ({', '.join(source.supports)})" for source in record.sources),
    )


def table(films: Sequence[Film]) -> Iterator[str]:
    """Show films in columns, one a line."""
    rows = [
        (
            film.id,
            film.title,
            film.title_ko,
            ", ".join(director.name for director in film.directors),
        )
        for film in films
    ]
    widths = [max(map(_layout.width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            _layout.pad(cell, width) for cell, width in zip(row, widths, strict=True)
        )
        yield "  ".join(cells).rstrip()


def hits(hits: Iterable[SearchHit]) -> Iterator[str]:
    """Show what a search found, with what matched and how well."""
    for hit in hits:
        kind = type(hit.item).__name__.lower()
        title = getattr(hit.item, "name", None) or getattr(hit.item, "title", "")
        yield f"{hit.score:.2f}  {kind} {hit.item.id}  {title}"
        yield f"      {hit.how}: {hit.matched}"


def similar(found: Iterable[Similar]) -> Iterator[str]:
    """Show films like a film, with the reasons."""
    for like in found:
        yield f"{like.score:.2f}  {_headline(like.film)}  [{like.film.id}]"
        yield from _layout.wrap("; ".join(like.reasons), _columns(), "      ")


def _headline(film: Film) -> str:
    names = ", ".join(director.name for director in film.directors)
    return f"{film.title}  {film.title_ko} ({film.year}), {names}"


def _columns() -> int:
    return min(max(shutil.get_terminal_size().columns, 40), 100)
