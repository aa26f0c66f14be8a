"""Human-readable output: films, directors and collections as lines of text."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import attr

import kcinema
from kcinema._cli import columns, finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcinema import (
        Catalogue,
        Collection,
        Director,
        Film,
        Problem,
        SearchHit,
        Similar,
    )

__all__ = [
    "collection",
    "collections",
    "director",
    "film",
    "films",
    "hits",
    "showcase",
    "similar",
    "validated",
]

_PICKS = 3


# Collections --------------------------------------------------------------------------


def showcase(catalogue: Catalogue, halves: Sequence[Collection]) -> Iterator[str]:
    """Show the halves with their sections, and a few picks from each with reasons.

    Of a catalogue without halves, list all collections.
    """
    version = catalogue.data_version()
    yield "The Korean cinema showcase" if halves else "A catalogue of Korean cinema"
    yield from _line(
        f"{_count(version.films, 'film')}, {_count(version.directors, 'director')}; "
        f"data {version.version}"
    )
    for half in halves:
        yield ""
        title, size = half.title.upper(), _count(len(half), "film")
        yield from _line(f"{_titled(title, half.title_ko)} ({size})")
        yield from _prose(half.summary)
        for section in half.sections:
            yield ""
            yield from _section_line(section, "  ")
            yield from _prose(section.criterion, "  ")
            for film in section[:_PICKS]:
                yield from _line(_headline(film), "    ")
                yield from _prose(section.why(film), "      ")
    if not halves and catalogue.collections():
        yield ""
        yield from collections(catalogue.collections())
    yield ""
    example = f", such as `kcinema {halves[-1].id}`" if halves else ""
    yield from _prose(f"One of them whole: `kcinema ID`{example}.")
    yield from _prose(
        "By its title: `kcinema show TITLE`. All commands: `kcinema --help`."
    )


def collection(collection: Collection, allowance: Iterator[None]) -> Iterator[str]:
    """Show a collection: its films, each with its reason, as many as are allowed."""
    yield from _line(_titled(collection.title, collection.title_ko))
    yield from _prose(collection.summary)
    if collection.criterion:
        yield from _prose(f"Criterion: {collection.criterion}")
    for part in collection.sections or (collection,):
        films = [film for film, _ in zip(part, allowance, strict=False)]
        if films:
            yield ""
        if films and part is not collection:
            yield from _section_line(part)
        for film in films:
            yield from _line(f"{_headline(film)}  [{film.id}]", "  ")
            yield from _prose(part.why(film), "    ")


def collections(collections: Iterable[Collection]) -> Iterator[str]:
    """List collections by their ids, one a line, with size and title."""
    rows = [(item.id, f"{len(item):>3}", item.title) for item in collections]
    yield from columns.table(rows, _terminal())


def _section_line(section: Collection, indent: str = "") -> list[str]:
    title = _titled(section.title, section.title_ko)
    return _line(f"{title}  [{section.id}, {len(section)}]", indent)


# Single records -----------------------------------------------------------------------


def film(film: Film) -> Iterator[str]:
    """Show all fields of a film."""
    yield from _line(_titled(film.title, film.title_ko))
    yield from _paragraphs(film.logline, film.note)
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
    yield from _line(_titled(director.name, director.name_ko))
    yield from _paragraphs(director.bio)
    yield ""
    yield from _fact_lines(_facts(director, DIRECTOR_APART))
    yield from _list_lines(
        "Films", (f"{_headline(film)}  [{film.id}]" for film in director.films)
    )
    yield from _source_lines(director)


def _paragraphs(*texts: str | None) -> Iterator[str]:
    if any(texts):
        yield ""
    for text in texts:
        yield from _prose(text)


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
            begin = f"{name:<{widest}}  "
            yield from columns.wrap(value, _columns(), " " * len(begin), first=begin)


def _list_lines(title: str, items: Iterable[str]) -> Iterator[str]:
    lines = [
        line
        for item in items
        for line in columns.wrap(item, _columns(), "    ", first="  - ")
    ]
    if lines:
        yield ""
        yield title
        yield from lines


def _source_lines(record: Film | Director) -> Iterator[str]:
    yield from _list_lines(
        "Sources",
        (f"{source.url} ({', '.join(source.supports)})" for source in record.sources),
    )


# Lists --------------------------------------------------------------------------------


def films(films: Iterable[Film]) -> Iterator[str]:
    """List films by their ids, one a line, with year, titles and directors."""
    rows = [
        (film.id, str(film.year), film.title, film.title_ko, _directors(film))
        for film in films
    ]
    yield from columns.table(rows, _terminal())


def hits(hits: Iterable[SearchHit]) -> Iterator[str]:
    """Show what a search found, with what matched and how well."""
    for hit in hits:
        item = hit.item
        title = str(getattr(item, "name", None) or getattr(item, "title", ""))
        if isinstance(item, (kcinema.Person, kcinema.Topic)):
            named = _titled(title, getattr(item, "name_ko", None))
            shown = f"{named} ({_count(len(item.films), 'film')})"
        else:
            shown = f"{item.id}  {title}"
        kind = finding.kind_of(item)
        yield from _line(f"{hit.score:.2f}  {kind} {shown}", rest="      ")
        yield from _prose(f"{hit.how}: {hit.matched}", "      ")
        if isinstance(item, (kcinema.Person, kcinema.Topic)):
            yield from _prose(finding.command_for(item), "      ")


def similar(found: Iterable[Similar]) -> Iterator[str]:
    """Show similar films, with the reasons."""
    for like in found:
        line = f"{like.score:.2f}  {_headline(like.film)}  [{like.film.id}]"
        yield from _line(line, rest="      ")
        yield from _prose("; ".join(like.reasons), "      ")


# Files --------------------------------------------------------------------------------


def validated(
    path: str, version: str, warnings: Sequence[Problem], most: int
) -> Iterator[str]:
    """Show that a file has no errors, and what is doubtful in it."""
    found = _count(len(warnings), "warning")
    state = f"no errors, {found}" if warnings else "no problems"
    yield f"{path}: {state}; version {version}"
    yield from (f"  {warning}" for warning in warnings[:most])
    if len(warnings) > most:
        yield "  ..."


# Lines --------------------------------------------------------------------------------


def _headline(film: Film) -> str:
    return f"{_titled(film.title, film.title_ko)} ({film.year}), {_directors(film)}"


def _titled(title: str, title_ko: str | None) -> str:
    return f"{title}  {title_ko}" if title_ko else title


def _directors(film: Film) -> str:
    return ", ".join(director.name for director in film.directors)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _prose(text: str | None, indent: str = "") -> list[str]:
    return columns.wrap(text, _columns(), indent) if text else []


def _line(text: str, indent: str = "", *, rest: str = "    ") -> list[str]:
    """Return a line; what does not fit goes on below it, indented further."""
    return columns.wrap(text, _columns(), indent + rest, first=indent)


def _columns() -> int:
    return min(max(shutil.get_terminal_size().columns, 40), 100)


def _terminal() -> int | None:
    """Return the width of the terminal, or None if the output goes elsewhere."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    return shutil.get_terminal_size().columns
