"""``nfo``: metadata files for Kodi, Jellyfin and Plex, one for each film.

Each is ``movie.nfo`` in a folder named as those programs want a film's folder named, so
that the folders can be laid over a library.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from kcinema._model.filmlist import FilmList
from kcinema.exchange import texts
from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    from kcinema._model.film import Film
    from kcinema.exchange.selection import Selection

__all__ = ["write"]

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# What no file name may have on one system or another.
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]+')
_LONGEST = 60  # in 255 bytes, whatever the script
# The first of these that is known is the one that programs look films up by.
_IDS = ("tmdb", "imdb", "kmdb", "kobis", "wikidata")


def write(selection: Selection) -> Exported:
    """Write a file per film; its collection is in it as a set, with the reason."""
    files: dict[str, str] = {}
    for film in selection.films:
        files[_name(film, files)] = _document(film, selection)
    return Exported("".join(files.values()), FilmList(), tuple(files.items()))


def _name(film: Film, taken: dict[str, str]) -> str:
    """Return a film's file, such as ``Oldboy (2003)/movie.nfo``."""
    title = " ".join(_NOT_IN_NAMES.sub(" ", texts.line(film.title)).split())
    folder = f"{title[:_LONGEST]} ({film.year})".lstrip(". ")
    # Some file systems do not tell upper case from lower.
    if f"{folder}/movie.nfo".lower() in map(str.lower, taken):
        folder = film.id
    return f"{folder}/movie.nfo"


def _document(film: Film, selection: Selection) -> str:
    movie = ET.Element("movie")
    _add(movie, "title", film.title)
    _add(movie, "originaltitle", film.title_ko)
    _add(movie, "year", film.year)
    _add(movie, "premiered", film.release_date)
    _add(movie, "runtime", film.runtime)
    _add(movie, "plot", _plot(film, selection))
    for genre in film.genres:
        _add(movie, "genre", genre.label)
    for theme in film.themes:
        _add(movie, "tag", theme.label)
    for name in texts.directors(film):
        _add(movie, "director", name)
    for credit in film.cast:
        actor = ET.SubElement(movie, "actor")
        _add(actor, "name", credit.name or credit.name_ko)
        _add(actor, "role", credit.role)
    known = film.ids.known()
    for place, name in enumerate(name for name in _IDS if name in known):
        default = {} if place else {"default": "true"}
        _add(movie, "uniqueid", known[name], type=name, **default)
    if selection.title:
        collection = ET.SubElement(movie, "set")
        _add(collection, "name", selection.title)
        _add(collection, "overview", selection.summary)
    ET.indent(movie)
    return f"{_HEAD}{ET.tostring(movie, encoding='unicode')}\n"


def _plot(film: Film, selection: Selection) -> str:
    reason = selection.why(film)
    if reason:
        reason = f"{selection.title}: {reason}"
    return " ".join(filter(None, (film.logline, film.note, reason)))


def _add(parent: ET.Element, tag: str, text: object, **attributes: str) -> None:
    """Add an element with a text, unless there is none."""
    if text:
        ET.SubElement(parent, tag, attributes).text = texts.line(str(text))
