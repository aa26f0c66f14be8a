"""``markdown``: a list of films for a README, an issue, a note or a forum.

CommonMark without extensions. No library offers to escape text for it that would not
bring a whole parser along, so the characters are escaped here, in one place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcinema._model.filmlist import FilmList
from kcinema.exchange import texts
from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcinema._model.film import Film
    from kcinema.exchange.selection import Selection

__all__ = ["escape", "write"]

# What has a meaning anywhere in a line, for CommonMark or for GitHub; and what makes
# a list, a rule or a heading of a line that begins with it. A backslash before any
# punctuation makes it plain.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>#|~$&]")
_AT_THE_START = re.compile(r"^(\d*)([-+=.)])")


def write(selection: Selection, *, title: str | None = None) -> Exported:
    """Write a heading and a list item for each film, under headings of its section.

    Args:
        selection: The films.
        title: The heading; the title of the collection if not given.
    """
    text = "\n".join(_lines(selection, selection.name(title), "#"))
    return Exported(text.rstrip("\n") + "\n", FilmList())


def escape(text: str | None) -> str:
    """Return a text as Markdown that shows it as it is."""
    plain = _ANYWHERE.sub(r"\\\g<0>", texts.line(text))
    return _AT_THE_START.sub(r"\1\\\2", plain)


def _lines(selection: Selection, title: str, mark: str) -> Iterator[str]:
    yield " ".join(filter(None, (mark, escape(title), escape(selection.title_ko))))
    yield ""
    if selection.summary:
        yield escape(selection.summary)
        yield ""
    if selection.criterion:
        yield f"Criterion: {escape(selection.criterion)}"
        yield ""
    if selection.sections:
        for section in selection.sections:
            yield from _lines(section, section.name(), f"{mark}#")
            yield ""
        return
    for film in selection.films:
        yield _item(film, selection.why(film))


def _item(film: Film, reason: str) -> str:
    """Return a film with its reason, or else its logline, as an item of a list."""
    name = escape(film.title) or film.id
    for address in film.links().values():
        name = f"[{name}]({address})"
        break
    made = ", ".join([f"({film.year})", *map(escape, texts.directors(film))])
    about = escape(reason or film.logline)
    item = f"- **{name}** {escape(film.title_ko)} {made}"
    return f"{item}: {about}" if about else item
