"""``html``: one page for any browser, which needs nothing but itself."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from kcinema._model.external import EXTERNAL
from kcinema._model.filmlist import FilmList
from kcinema.exchange import texts
from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcinema._model.film import Film
    from kcinema.exchange.selection import Selection

__all__ = ["write"]

# No script and nothing from elsewhere can run in the page, whatever a title says.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """\
:root {color-scheme: light dark; --paper: #fdfcfa; --ink: #1d1b19; --soft: #635d57;
  --line: #dfdad3; --link: #8f2318}
@media (prefers-color-scheme: dark) {:root {--paper: #171615; --ink: #e9e5df;
  --soft: #a49d94; --line: #37332f; --link: #f29b8c}}
body {background: var(--paper); color: var(--ink); margin: 0 auto; max-width: 42rem;
  padding: 2rem 1.25rem 4rem; overflow-wrap: break-word;
  font: 1.0625rem/1.6 system-ui, "Apple SD Gothic Neo", "Malgun Gothic",
    "Noto Sans KR", sans-serif}
h1, h2, h3 {line-height: 1.25; margin: 0; text-wrap: balance}
h1 {font-size: 2rem}
h2 {border-top: 2px solid var(--ink); font-size: 1.4rem; margin-top: 3rem;
  padding-top: .75rem}
h3 {font-size: 1.125rem}
p {margin: .4rem 0 0}
ol, ul {list-style: none; margin: 1.25rem 0 0; padding: 0}
ol li {border-top: 1px solid var(--line); padding: 1rem 0}
ul {display: flex; flex-wrap: wrap; gap: 0 1.25rem}
ul a {display: block; padding: .35rem 0}
a {color: var(--link); text-underline-offset: .15em}
[lang=ko] {display: inline-block; font-weight: 400; word-break: keep-all}
.why {border-left: 3px solid var(--link); margin-top: .6rem; padding-left: .75rem}
.soft {color: var(--soft); font-size: .9375rem}
@media print {body {max-width: none} li {break-inside: avoid}}
"""


def write(selection: Selection, *, title: str | None = None) -> Exported:
    """Write a page with each film, its facts, its logline and its reason.

    Args:
        selection: The films.
        title: The heading; the title of the collection if not given.
    """
    name = selection.name(title)
    page = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{_text(name)}</title>",
        f"<style>\n{_STYLE}</style>",
        "</head>",
        "<body>",
        "<header>",
        f"<h1>{_titles(name, selection.title_ko)}</h1>",
        *_about(selection),
        "</header>",
        *_contents(selection.sections),
        "<main>",
        *_main(selection),
        "</main>",
        "</body>",
        "</html>",
    ]
    return Exported("\n".join(page) + "\n", FilmList())


def _text(text: str | None) -> str:
    return html.escape(texts.line(text))


def _titles(title: str, title_ko: str | None) -> str:
    korean = f' <span lang="ko">{_text(title_ko)}</span>' if title_ko else ""
    return f"{_text(title)}{korean}"


def _about(selection: Selection) -> Iterator[str]:
    if selection.summary:
        yield f"<p>{_text(selection.summary)}</p>"
    if selection.criterion:
        yield f'<p class="soft">Criterion: {_text(selection.criterion)}</p>'


def _contents(sections: Iterable[Selection]) -> Iterator[str]:
    links = [
        f'<li><a href="#section-{number}">{_text(section.name())}</a></li>'
        for number, section in enumerate(sections, start=1)
    ]
    if links:
        yield '<nav aria-label="Sections"><ul>'
        yield from links
        yield "</ul></nav>"


def _main(selection: Selection) -> Iterator[str]:
    if not selection.sections:
        yield from _list(selection)
    for number, section in enumerate(selection.sections, start=1):
        yield f'<section id="section-{number}">'
        yield f"<h2>{_titles(section.name(), section.title_ko)}</h2>"
        yield from _about(section)
        yield from _list(section)
        yield "</section>"


def _list(selection: Selection) -> Iterator[str]:
    yield "<ol>"
    for film in selection.films:
        yield "<li>"
        yield f"<h3>{_titles(film.title, film.title_ko)}</h3>"
        yield f'<p class="soft">{_facts(film)}</p>'
        if film.logline:
            yield f"<p>{_text(film.logline)}</p>"
        if reason := selection.why(film):
            yield f'<p class="why">{_text(reason)}</p>'
        if links := _links(film):
            yield f'<p class="soft">{links}</p>'
        yield "</li>"
    yield "</ol>"


def _facts(film: Film) -> str:
    facts = [
        str(film.year),
        ", ".join(texts.directors(film)),
        f"{film.runtime} min" if film.runtime else "",
        ", ".join(genre.label for genre in film.genres),
    ]
    return " · ".join(_text(fact) for fact in facts if fact)


def _links(film: Film) -> str:
    return " · ".join(
        f'<a href="{_text(address)}" rel="noopener">{_text(EXTERNAL[name].label)}</a>'
        for name, address in film.links().items()
    )
