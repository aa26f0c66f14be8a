"""HTML for films, directors, collections and film lists in notebooks.

Each output carries a small style sheet and needs no network and no script. It takes
its colours from around it, because CSS cannot ask for a notebook's theme. If a viewer
removes the style sheet, plain HTML is left.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from kcinema._model.external import EXTERNAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from kcinema._model.collection import Collection
    from kcinema._model.director import Director
    from kcinema._model.entry import Entry
    from kcinema._model.film import Film
    from kcinema._model.parts import Award

__all__ = [
    "Row",
    "collection",
    "director",
    "film",
    "film_table",
    "found",
    "listed",
    "text",
    "titled",
]

Row: TypeAlias = "Sequence[str]"
"""The cells of a row as HTML; the first is what the row is about."""

T = TypeVar("T")

_HANGUL = re.compile("[가-힣]+(?: [가-힣]+)*")

# A long table shows its first and last rows, and says how many there are.
_FIRST, _LAST = 8, 4
_LONG_LIST = 20
_LONG_COLLECTION = 60  # the reasons are what a collection is opened for
_PRIZES = 6

# Two classes and two elements in a selector outweigh the tables of JupyterLab. The grey
# is a line on white and on black.
_STYLE = """<style>
.kcinema {line-height: 1.5; overflow-x: auto}
.kcinema p {margin: 0 0 .5em; max-width: 44em}
.kcinema p.title {font-size: 1.25em; margin: 0}
.kcinema .rows {border-collapse: collapse; color: inherit; font-size: inherit}
.kcinema .rows caption {caption-side: bottom; color: inherit; padding: .4em 0;
  text-align: left}
.kcinema .rows thead, .kcinema .rows tbody tr {background: none}
.kcinema .rows tr th, .kcinema .rows tr td {border: 0; color: inherit;
  border-bottom: 1px solid rgba(128, 128, 128, .3); line-height: 1.4; max-width: 44em;
  padding: .3em .8em .3em 0; text-align: left; vertical-align: top; white-space: normal}
.kcinema .rows tr > :last-child {padding-right: 0}
.kcinema .rows th {font-weight: 600}
.kcinema .rows small, .kcinema thead [lang=ko] {display: block; font-weight: normal}
.kcinema .rows .number {font-variant-numeric: tabular-nums; white-space: nowrap}
.kcinema a {color: inherit; text-decoration: underline rgba(128, 128, 128, .8)}
.kcinema [lang=ko] {font-weight: normal; word-break: keep-all}
</style>"""


def film(film: Film) -> str:
    """Return a film as HTML: titles, credits, logline, note, and a table of facts."""
    line = [
        f'<i lang="ko-Latn">{escape(film.romanized)}</i>' if film.romanized else "",
        str(film.year),
        text(_directors(film)),
        _runtime(film),
        text(", ".join(genre.label for genre in film.genres)),
        text(film.rating.label) if film.rating else "",
    ]
    facts = {
        "Cast": text(", ".join(map(str, film.cast))),
        "Themes": text(", ".join(theme.label for theme in film.themes)),
        "Awards": _awards(film.awards),
        "Honours": _lines(str(honour) for honour in film.honours),
        "Admissions": text(str(film.admissions or "")),
        "Links": _links(film),
    }
    if film.admissions and film.admissions.national is not None:
        facts["Admissions"] += " nationwide"
    rows = "".join(
        f'<tr><th scope="row">{name}</th><td>{fact}</td></tr>'
        for name, fact in facts.items()
        if fact
    )
    return _card(
        _title(film.title, film.title_ko),
        _paragraphs(_dotted(line), text(film.logline or ""), text(film.note or "")),
        f'<table class="rows"><tbody>{rows}</tbody></table>' if rows else "",
    )


def director(director: Director) -> str:
    """Return a director as HTML: name, years, bio, links and films."""
    born, died = director.born, director.died
    if born and died:
        years = f"{born.year}–{died.year}"  # noqa: RUF001  # a range takes an en dash
    else:
        years = f"born {born.year}" if born else f"died {died.year}" if died else ""
    return _card(
        _title(director.name, director.name_ko),
        _paragraphs(_dotted([years, _links(director)]), text(director.bio or "")),
        _films(director.films) if director.is_in_catalogue else "",
    )


def collection(collection: Collection) -> str:
    """Return a collection as HTML: title, criterion, and films with their reasons."""
    bound = collection.is_in_catalogue

    def row(entry: Entry) -> str:
        shown = text(entry.film)
        if bound:
            film = collection.catalogue.film(entry.film)
            made = _dotted([str(film.year), text(_directors(film))])
            shown = f"{_linked(film)} {_korean(film.title_ko)}<small>{made}</small>"
        return f'<th scope="row">{shown}</th><td>{text(entry.reason)}</td>'

    sections = [section.title for section in collection.sections] if bound else []
    about = {
        "": collection.summary,
        "Criterion: ": collection.criterion,
        "Sections: ": ", ".join(sections or collection.section_ids),
    }
    heads = {"Film": "영화", "Why": "선정 이유"}
    entries = collection.entries if bound else collection.own_entries
    return _card(
        _title(collection.title, collection.title_ko),
        _paragraphs(*(text(name + said) for name, said in about.items() if said)),
        _table(heads, entries, row, _LONG_COLLECTION) if entries else "",
    )


def film_table(films: Sequence[Film]) -> str:
    """Return films as an HTML table, a long list with its first and last films."""
    return _card(_films(films))


def listed(title: str, title_ko: str | None, films: Sequence[Film]) -> str:
    """Return films as HTML under what they have in common."""
    return _card(_title(title, title_ko), _films(films))


def found(heads: Mapping[str, str], rows: Sequence[Row], noun: str) -> str:
    """Return what was looked for as an HTML table.

    Args:
        heads: What stands in each column, in English and Korean.
        rows: The rows.
        noun: What the rows are.
    """

    def row(cells: Row) -> str:
        first, *others = cells
        return f'<th scope="row">{first}</th>' + "".join(
            f"<td>{cell}</td>" for cell in others
        )

    return _card(_table(heads, rows, row, _LONG_LIST, noun))


def titled(title: str, title_ko: str | None, address: str | None = None) -> str:
    """Return a title in both scripts as HTML, linked to an address."""
    shown = _link(address, text(title)) if address else text(title)
    return f"{shown} {_korean(title_ko if title_ko != title else None)}"


def _films(films: Sequence[Film]) -> str:
    heads = {
        "English title": "영문 제목",
        "Korean title": "한글 제목",
        "Year": "연도",
        "Director": "감독",
        "Runtime": "상영 시간",
    }

    def row(film: Film) -> str:
        return (
            f'<th scope="row">{_linked(film)}</th><td>{_korean(film.title_ko)}</td>'
            f'<td class="number">{film.year}</td><td>{text(_directors(film))}</td>'
            f'<td class="number">{_runtime(film)}</td>'
        )

    return _table(heads, films, row, _LONG_LIST)


def _directors(film: Film) -> str:
    if not film.is_in_catalogue:
        return ", ".join(film.director_ids)
    return ", ".join(director.name for director in film.directors)


def _runtime(film: Film) -> str:
    return f"{film.runtime} min" if film.runtime else ""


def _awards(awards: Sequence[Award]) -> str:
    """Return the first prizes, those won before nominations, a line a ceremony."""
    awards = sorted(awards, key=lambda award: award.result != "won")
    lines: dict[str, list[str]] = {}
    for award in awards[:_PRIZES]:
        ceremony = f"{award.body.label} {award.year}: "
        lines.setdefault(ceremony, []).append(str(award).removeprefix(ceremony))
    more = len(awards) - _PRIZES
    shown = [ceremony + "; ".join(prizes) for ceremony, prizes in lines.items()]
    return _lines([*shown, f"and {more} more"] if more > 0 else shown)


def _links(record: Film | Director) -> str:
    """Return links to the record's pages, by the names of the other catalogues."""
    return _dotted(
        _link(address, text(EXTERNAL[name].label))
        for name, address in record.links().items()
    )


def _linked(film: Film) -> str:
    """Return a film's title, linked to its page in the first catalogue that has one."""
    for address in film.links().values():
        return _link(address, text(film.title))
    return text(film.title)


def _link(address: str, text: str) -> str:
    return f'<a href="{escape(address)}" target="_blank" rel="noopener">{text}</a>'


def _card(*parts: str) -> str:
    return f'<div class="kcinema" lang="en">{_STYLE}{"".join(parts)}</div>'


def _title(title: str, title_ko: str | None) -> str:
    # No h4: the notebook's table of contents would list every film that was looked at.
    return (
        '<p class="title" role="heading" aria-level="4">'
        f"<strong>{text(title)}</strong> {_korean(title_ko)}</p>"
    )


def _korean(text: str | None) -> str:
    return f'<span lang="ko">{escape(text)}</span>' if text else ""


def text(plain: str) -> str:
    """Return a text escaped, with the Hangul in it marked as Korean."""
    return _HANGUL.sub(r'<span lang="ko">\g<0></span>', escape(plain))


def _paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts if text)


def _dotted(parts: Iterable[str]) -> str:
    return " · ".join(filter(None, parts))


def _lines(texts: Iterable[str]) -> str:
    return "<br>".join(map(text, texts))


def _table(
    heads: Mapping[str, str],
    items: Sequence[T],
    row: Callable[[T], str],
    long: int,
    noun: str = "film",
) -> str:
    """Return a table with heads in both languages, without its middle if it is long."""
    total = len(items)
    count = f"{total} {noun}{'' if total == 1 else 's'}"
    shown = [items]
    if total > long:
        shown = [items[:_FIRST], items[-_LAST:]]
        count = f"{_FIRST + _LAST} of {count}"
    gap = f'<tr><td colspan="{len(heads)}">… {total - _FIRST - _LAST} more</td></tr>'
    body = gap.join("".join(f"<tr>{row(item)}</tr>" for item in part) for part in shown)
    head = "".join(
        f'<th scope="col">{name} {_korean(name_ko)}</th>'
        for name, name_ko in heads.items()
    )
    return (
        f'<table class="rows"><caption>{count}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )
