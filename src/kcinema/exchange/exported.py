"""The result of an export: the text or bytes, and the films left out of it."""

from __future__ import annotations

from typing import NamedTuple

import kcinema  # noqa: TC001  # annotations are evaluated at run time

__all__ = ["Exported"]


class Exported(NamedTuple):
    """Films in an export format, and the films left out.

    >>> import kcinema
    >>> exported = kcinema.cult_classics().export("ids")
    >>> ids = exported.text.splitlines()
    >>> len(ids) + len(exported.left_out) == len(kcinema.cult_classics())
    True
    """

    content: str | bytes
    """The films in the format: text, or bytes if the format is binary."""
    left_out: kcinema.FilmList
    """The films that have no id of the kinds that the format requires."""
    files: tuple[tuple[str, str], ...] = ()
    """If the format is a folder: the name of each file in it, and its text.

    ``text`` is then all of them, one after the other.
    """

    @property
    def text(self) -> str:
        """The films as text.

        Raises:
            TypeError: The format is binary.
        """
        if isinstance(self.content, bytes):
            msg = "a binary format has no text: its bytes are in `data`"
            raise TypeError(msg)
        return self.content

    @property
    def data(self) -> bytes:
        """The films as bytes, exactly as written to a file; text is in UTF-8.

        >>> import kcinema
        >>> kcinema.cult_classics().export("sqlite").data[:15]
        b'SQLite format 3'
        """
        if isinstance(self.content, str):
            return self.content.encode()
        return self.content
