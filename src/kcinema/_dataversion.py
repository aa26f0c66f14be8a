"""Which data a catalogue holds, in numbers."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["DataVersion"]


class DataVersion(NamedTuple):
    """Which data a catalogue holds, apart from the version of the library.

    >>> import kcinema
    >>> kcinema.data_version().films == len(kcinema.films())
    True
    """

    version: str
    """The version of the data, for the packaged catalogue its date."""
    schema: int
    """The version of the data's shape."""
    films: int
    """How many films there are."""
    directors: int
    """How many directors there are."""
    collections: int
    """How many collections there are."""
    checksum: str
    """SHA-256 of the document as :meth:`Catalogue.save` writes it, in hexadecimal."""

    def __str__(self) -> str:
        return (
            f"{self.version} ({self.films} films, {self.directors} directors, "
            f"{self.collections} collections, sha256 {self.checksum[:12]})"
        )
