"""The warning about an id that a record no longer has."""

from __future__ import annotations

import sys
import warnings

from kcinema.errors import RetiredIdWarning

__all__ = ["warn"]


def warn(message: str) -> None:
    """Issue a warning that points to the nearest caller outside this package."""
    level = 1
    frame = sys._getframe()  # noqa: SLF001  # the only way to look up the stack cheaply
    while frame.f_back and _is_ours(frame.f_globals.get("__name__")):
        frame = frame.f_back
        level += 1
    warnings.warn(message, RetiredIdWarning, stacklevel=level)


def _is_ours(module: object) -> bool:
    return str(module).partition(".")[0] == "kcinema"
