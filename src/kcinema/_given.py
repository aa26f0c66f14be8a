"""What callers pass where films are expected: a catalogue, films, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcinema._model.filmlist import Films
from kcinema.errors import InvalidQueryError

if TYPE_CHECKING:
    import kcinema

__all__ = ["films_of", "given"]


def given(found: object) -> kcinema.Catalogue | Films:
    """Return what was passed if it holds films, and the packaged catalogue for None."""
    from kcinema._catalogue import Catalogue

    if found is None:
        from kcinema._packaged import packaged

        return packaged()
    if isinstance(found, (Catalogue, Films)):
        return found
    msg = f"expected a catalogue or a list of films, not {found!r}"
    raise InvalidQueryError(msg)


def films_of(found: kcinema.Catalogue | Films) -> kcinema.FilmList:
    """Return the films of a catalogue or of a list."""
    return found.films if isinstance(found, Films) else found.films()
