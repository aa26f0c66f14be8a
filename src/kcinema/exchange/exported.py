"""The result of an export: the text, and the films left out of it."""

from __future__ import annotations

from typing import NamedTuple

import kcinema  # noqa: TC001  # annotations are evaluated at run time

__all__ = ["Exported"]


class Exported(NamedTuple):
    """Films as text in an export format, and the films left out.

    >>> import kcinema
    >>> exported = kcinema.cult_classics().export("ids")
    >>> ids = exported.text.splitlines()
    >>> len(ids) + len(exported.left_out) == len(kcinema.cult_classics())
    True
    """

    text: str
    """The films in the format, exactly as written to a file."""
    left_out: kcinema.FilmList
    """The films that have no id of the kinds that the format requires."""
    files: tuple[tuple[str, str], ...] = ()
    """If the format is a folder: the name of each file in it, and its text.

    ``text`` is then all of them, one after the other.
    """
