"""Human-readable output: films, directors and collections as lines of text."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import attr

from kcinema._cli import columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcinema._dataversion import DataVersion
    from kcinema._model.collection import Collection
    from kcinema._model.director import Director
    from kcinema._model.film import Film
    from kcinema._search.search import SearchHit
    from kcinema._search.similar import Similar

__all__ = ["collection", "director", "film", "hits", "showcase", "similar", "table"]

_PICKS = 3


def showcase(halves: Iterable[Collection], version: DataVersion) -> Iterator[str]:
    """Show the halves with their sections, and a few picks from each with reasons."""
    yield "The Korean cinema showcase"
    size = f"{version.films} films, {version.directors} directors"
    yield f"{size}; data {version.version}"
    for half in halves:
        yield ""
        yield f"{half.title.upper()}  {half.title_ko} ({len(half)} films)"
        yield from columns.wrap(half.summary or "", _columns())
        for section in half.sections:
            yield ""
            size = f"[{section.id}, {len(section)}]"
            yield f"  {section.title}  {section.title_ko}  {size}"
            yield from columns.wrap(section.criterion or "", _columns(), "  ")
            for film in section[:_PICKS]:
                yield f"    {_headline(film)}"
                yield from columns.wrap(section.why(film), _columns(), "      ")
    yield ""
    yield "One list whole: kcinema ID, such as `kcinema hidden-gems`."
    yield "One film: `kcinema show parasite-2019`. All commands: `kcinema --help`."


def collection(collection: Collection) -> Iterator[str]:
    """Show a complete collection: every film with its reason."""
    yield f"{collection.title}  {collection.title_ko or ''}".rstrip()
    yield from columns.wrap(collection.summary or "", _columns())
    yield from columns.wrap(f"Criterion: {collection.criterion}", _columns())
    for part in collection.sections or (collection,):
        yield ""
        if part is not collection:
            yield f"{part.title}  {part.title_ko or ''}  [{part.id}, {len(part)}]"
        for film in part:
            yield f"  {_headline(film)}  [{film.id}]"
            yield from columns.wrap(part.why(film), _columns(), "    ")


def film(film: Film) -> Iterator[str]:
    """Show all fields of a film."""
    yield f"{film.title}  {film.title_ko}"
    yield ""
    yield from columns.wrap(film.logline or "", _columns())
    yield from columns.wrap(film.note or "", _columns())
    yield ""
    yield from _fact_lines(_facts(film, FILM_APART) | {"Era": film.era.label})
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
    """Show all fields of a director."""
    yield f"{director.name}  {director.name_ko or ''}".rstrip()
    yield ""
    yield from columns.wrap(director.bio or "", _columns())
    yield ""
    yield from _fact_lines(_facts(director, DIRECTOR_APART))
    yield from _list_lines(
        "Films", (f"{_headline(film)}  [{film.id}]" for film in director.films)
    )
    yield from _source_lines(director)


FILM_APART = frozenset(
    {"title", "title_ko", "logline", "note", "awards", "honours", "sources", "disputed"}
)
DIRECTOR_APART = frozenset({"name", "name_ko", "bio", "sources", "disputed"})
"""Fields that are shown separately, not among the facts."""

_LABELS = {
    "aliases": "Also known as",
    "director_ids": "Directors",
    "former_ids": "Former ids",
}


def _facts(record: Film | Director, apart: frozenset[str]) -> dict[str, str]:
    """Return the fields of a record as labels and texts, in class order."""
    fields = [str(field.name) for field in attr.fields(type(record)) if field.init]
    return {
        _LABELS.get(name, name.replace("_", " ").capitalize()): _text(record, name)
        for name in fields
        if name not in apart
    }


def _text(record: Film | Director, name: str) -> str:
    """Format the value of a field; empty if it is unknown."""
    if name == "director_ids":
        directors = record.directors  # type: ignore[union-attr]  # only films have them
        return ", ".join(
            f"{one.name} {one.name_ko or ''}".rstrip() for one in directors
        )
    value = getattr(record, name)
    if name == "ids":
        return ", ".join(f"{key} {id_}" for key, id_ in value.known().items())
    if name == "runtime" and value:
        return f"{value} min"
    if isinstance(value, tuple):
        mark = "; " if name in {"aliases", "based_on"} else ", "
        return mark.join(getattr(item, "label", str(item)) for item in value)
    return "" if value is None else getattr(value, "label", str(value))


def _fact_lines(facts: dict[str, str]) -> Iterator[str]:
    widest = max(map(len, facts))
    for name, value in facts.items():
        if value:
            first, *rest = columns.wrap(value, _columns(), " " * (widest + 2))
            yield f"{name:<{widest}}{first[widest:]}"
            yield from rest


def _list_lines(title: str, items: Iterable[str]) -> Iterator[str]:
    lines = [line for item in items for line in _item_lines(item)]
    if lines:
        yield ""
        yield title
        yield from lines


def _item_lines(item: str) -> Iterator[str]:
    first, *rest = columns.wrap(item, _columns(), "    ")
    yield f"  - {first[4:]}"
    yield from rest


def _source_lines(record: Film | Director) -> Iterator[str]:
    yield from _list_lines(
        "Sources",
        (f"{source.url} ({', '.join(source.supports)})" for source in record.sources),
    )


def table(films: Sequence[Film]) -> Iterator[str]:
    """Show films in columns, one per line."""
    rows = [
        (
            film.id,
            film.title,
            film.title_ko,
            ", ".join(director.name for director in film.directors),
        )
        for film in films
    ]
    widths = [max(map(columns.width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            columns.pad(cell, width) for cell, width in zip(row, widths, strict=True)
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
    """Show similar films, with the reasons."""
    for like in found:
        yield f"{like.score:.2f}  {_headline(like.film)}  [{like.film.id}]"
        yield from columns.wrap("; ".join(like.reasons), _columns(), "      ")


def _headline(film: Film) -> str:
    names = ", ".join(director.name for director in film.directors)
    return f"{film.title}  {film.title_ko} ({film.year}), {names}"


def _columns() -> int:
    return min(max(shutil.get_terminal_size().columns, 40), 100)
