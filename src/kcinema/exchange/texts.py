"""Texts that several formats need."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kcinema._model.film import Film

__all__ = ["directors", "line"]

# What a text of a record may hold, and XML or a line may not. ASCII's control
# characters and lone surrogates are refused where a record is made.
_UNWRITABLE = re.compile("[\x80-\x9f\u2028\u2029\ufffe\uffff]+")


def line(text: str | None) -> str:
    """Return a text that is one line for every reader, and can be written as XML."""
    return _UNWRITABLE.sub(" ", text or "").strip()


def directors(film: Film) -> list[str]:
    """Return the names of a film's directors."""
    # Outside a catalogue only their ids are known.
    found = film.directors if film.is_in_catalogue else ()
    return [line(director.name) for director in found]
