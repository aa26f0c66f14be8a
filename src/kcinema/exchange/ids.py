"""``ids``: plain text with one external id per line, prefixed by its catalogue.

The form that Kometa's ``text_file`` builder reads, and that scripts parse easily:
``tmdb:670`` or ``imdb:tt0364569``, with the title as a comment.
"""

from __future__ import annotations

from kcinema._model.filmlist import FilmList
from kcinema.exchange.exported import Exported

__all__ = ["write"]

_PREFERRED = ("tmdb", "imdb")


def write(films: FilmList) -> Exported:
    """Write one id per film, TMDB's or else IMDb's; leave out films with neither."""
    lines, left_out = [], []
    for film in films:
        ids = film.ids.known()
        name = next((name for name in _PREFERRED if name in ids), None)
        if name is None:
            left_out.append(film)
        else:
            lines.append(f"{name}:{ids[name]}  # {film.title} ({film.year})\n")
    return Exported("".join(lines), FilmList(left_out))
