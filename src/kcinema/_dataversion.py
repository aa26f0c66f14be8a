"""The version, size and checksum of a catalogue's data."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["DataVersion"]


class DataVersion(NamedTuple):
    """The version, size and checksum of a catalogue's data.

    >>> import kcinema
    >>> kcinema.data_version().films == len(kcinema.films())
    True
    """

    version: str
    """The version of the data; the packaged catalogue uses its date."""
    schema: int
    """The version of the file format."""
    films: int
    """The number of films."""
    directors: int
    """The number of directors."""
    collections: int
    """The number of collections."""
    checksum: str
    """SHA-256 of the document as :meth:`Catalogue.save` writes it, in hexadecimal."""

    def __str__(self) -> str:
        return (
            f"{self.version} ({self.films} films, {self.directors} directors, "
            f"{self.collections} collections, sha256 {self.checksum[:12]})"
        )
