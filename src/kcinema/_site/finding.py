"""The index that the browser searches and filters: one script that assigns it.

A page that is opened from disk may run scripts, but may not fetch files.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from kcinema.vocabulary import Genre, Theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kcinema._model.film import Film
    from kcinema._site.shelves import Shelves

__all__ = ["index", "script"]

_HANJA = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN = re.compile("[A-Za-z0-9]")


def script(title: str) -> str:
    """Return in which letters a Korean title is written.

    >>> from kcinema._site.finding import script
    >>> script("기생충"), script("마녀(魔女)"), script("3670")
    ('hangul', 'hanja', 'latin')
    """
    if _HANJA.search(title):
        return "hanja"
    return "latin" if _LATIN.search(title) else "hangul"


def index(shelves: Shelves) -> str:
    """Return the script: lists of values in place of objects, places in place of ids.

    A film is ``[id, title, Korean title, other titles, year, minutes, directors,
    genres, themes, sections, languages, script, logline]``.
    """
    sections = [one for half in shelves.halves for one in (half, *half.sections)]
    members = {one.id: {film.id for film in one.films} for one in sections}
    directors = {one.id: n for n, one in enumerate(shelves.directors)}
    tongues = sorted({code for film in shelves.films for code in film.languages})

    def record(film: Film) -> list[Any]:
        return [
            film.id,
            film.title,
            film.title_ko,
            [*filter(None, (film.romanized, *film.aliases))],
            film.year,
            film.runtime or 0,
            [directors[id_] for id_ in film.director_ids],
            _places(film.genres, [*Genre]),
            _places(film.themes, [*Theme]),
            [n for n, one in enumerate(sections) if film.id in members[one.id]],
            _places(film.languages, tongues),
            script(film.title_ko),
            film.logline or "",
        ]

    document = {
        "films": [record(film) for film in shelves.films.sorted_by("year")],
        "directors": [
            [one.id, one.name, one.name_ko or "", [*one.aliases], len(one.films)]
            for one in shelves.directors
        ],
        "collections": [
            [one.id, one.title, one.title_ko or "", [], len(one)]
            for one in shelves.collections
        ],
        "sections": [one.id for one in sections],
        "genres": [genre.value for genre in Genre],
        "themes": [theme.value for theme in Theme],
        "spoken": tongues,
    }
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    # Line separators of Unicode end a line in older scripts.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.KCINEMA={text};\n"


def _places(words: Iterable[str], known: Sequence[str]) -> list[int]:
    return [known.index(word) for word in words]
