"""What an export returns: the text, and the films that could not be put in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kcinema._model.filmlist import FilmList

__all__ = ["Exported"]


class Exported(NamedTuple):
    """Films in a format, and those that the format has no room for.

    >>> import kcinema
    >>> exported = kcinema.cult_classics().export("ids")
    >>> ids = exported.text.splitlines()
    >>> len(ids) + len(exported.left_out) == len(kcinema.cult_classics())
    True
    """

    text: str
    """The films in the format, as it is written to a file."""
    left_out: FilmList
    """The films that lack what the format identifies films by."""
