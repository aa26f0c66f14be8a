"""``json-ld``: films as search engines read them in a page, in schema.org's words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kcinema._model.filmlist import FilmList
from kcinema.exchange import texts
from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcinema._model.film import Film
    from kcinema.exchange.selection import Selection

__all__ = ["movie", "script", "write"]

# A title could close the script element that the text is put into.
_IN_A_SCRIPT = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&"}


def write(selection: Selection, *, title: str | None = None) -> Exported:
    """Write an ``ItemList`` of ``Movie``, to be put into a page's script element.

    Args:
        selection: The films.
        title: The name of the list; the title of the collection if not given.
    """
    document = _known(
        {
            "@context": "https://schema.org",
            "@type": "ItemList",
            "name": selection.name(title),
            "alternateName": selection.title_ko,
            "description": selection.summary,
            "numberOfItems": len(selection.films),
            "itemListElement": [
                _known(
                    {
                        "@type": "ListItem",
                        "position": place,
                        "description": selection.why(film),
                        "item": movie(film),
                    }
                )
                for place, film in enumerate(selection.films, start=1)
            ],
        }
    )
    return Exported(f"{script(document, indent=2)}\n", FilmList())


def script(document: Mapping[str, Any], indent: int | None = None) -> str:
    """Return a document as JSON that can stand in a script element as it is."""
    separators = None if indent else (",", ":")
    text = json.dumps(
        document, ensure_ascii=False, indent=indent, separators=separators
    )
    return text.translate(_IN_A_SCRIPT)


def movie(film: Film) -> dict[str, Any]:
    """Return a film as a ``Movie``."""
    return _known(
        {
            "@type": "Movie",
            "name": film.title,
            "alternateName": [*filter(None, (film.title_ko, film.romanized))],
            "description": film.logline,
            "datePublished": str(film.release_date or film.year),
            "duration": film.runtime and f"PT{film.runtime}M",
            "genre": [genre.label for genre in film.genres],
            "inLanguage": film.languages,
            "director": [_person(name) for name in texts.directors(film)],
            "actor": [_person(one.name or one.name_ko or "") for one in film.cast],
            "sameAs": [*film.links().values()],
        }
    )


def _person(name: str) -> dict[str, str]:
    return {"@type": "Person", "name": name}


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values without those that are unknown or empty."""
    return {name: value for name, value in values.items() if value or value == 0}
