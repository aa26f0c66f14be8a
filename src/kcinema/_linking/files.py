"""Titles in the names of video files, read by guessit."""

from __future__ import annotations

from typing import Any

from kcinema._extras import need
from kcinema._linking import cells

__all__ = ["read"]


def read(name: object) -> tuple[tuple[str, ...], int | None]:
    """Return the titles that a file name has, and the year.

    Raises:
        MissingPackageError: guessit is not installed.
    """
    written = cells.text(name)
    if not written:
        return (), None
    guess: Any = need("guessit").guessit(written, {"type": "movie"})
    titles = [guess.get("title"), *_listed(guess.get("alternative_title"))]
    return tuple(filter(None, titles)), guess.get("year")


def _listed(found: object) -> list[Any]:
    return found if isinstance(found, list) else [found]
