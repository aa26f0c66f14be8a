"""Atomic writing of files."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

__all__ = ["write"]


def write(path: str | os.PathLike[str], text: str) -> None:
    """Write a text as UTF-8; keep an existing file until the new one is on disk.

    Args:
        path: The file; links are followed.
        text: The text; line endings stay as they are.

    Raises:
        OSError: The file cannot be written.
    """
    target = Path(path).resolve()
    draft = target.with_name(f".{target.name}.{secrets.token_hex(8)}")
    try:
        with draft.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
