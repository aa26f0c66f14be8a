"""``ids``: plain text with one external id per line, prefixed by its catalogue.

The form that Kometa's ``text_file`` builder reads, and that scripts parse easily:
``tmdb:670`` or ``imdb:tt0364569``, with the title as a comment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcinema.exchange import texts
from kcinema.exchange.exported import Exported

if TYPE_CHECKING:
    from kcinema._model.film import Film
    from kcinema.exchange.selection import Selection

__all__ = ["write"]

_PREFERRED = ("tmdb", "imdb")


def write(selection: Selection) -> Exported:
    """Write one id per film, TMDB's or else IMDb's; leave out films with neither."""
    kept, left_out = selection.with_ids(*_PREFERRED)
    return Exported("".join(map(_line, kept)), left_out)


def _line(film: Film) -> str:
    ids = film.ids.known()
    name = next(name for name in _PREFERRED if name in ids)
    return texts.line(f"{name}:{ids[name]}  # {film.title} ({film.year})") + "\n"
