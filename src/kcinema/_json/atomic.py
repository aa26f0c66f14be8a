"""Atomic writing of files."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

__all__ = ["write"]


def write(
    path: str | os.PathLike[str], content: str | bytes, *, durably: bool = True
) -> None:
    """Write text as UTF-8, or bytes; keep an old file until the new one is on disk.

    A device or a pipe is written to as it is: there is no file to keep.

    Args:
        path: The file; links are followed.
        content: The text, whose line endings stay as they are, or the bytes.
        durably: Whether to wait until the new file is on disk. Where it can be made
            again, and is one of thousands, it need not survive a power cut.

    Raises:
        OSError: The file cannot be written; it names that file.
    """
    data = content.encode() if isinstance(content, str) else content
    target = Path(path).resolve()
    if target.exists() and not target.is_file() and not target.is_dir():
        target.write_bytes(data)
        return
    draft = target.with_name(f".{target.name}.{secrets.token_hex(8)}")
    try:
        with draft.open("xb") as file:
            file.write(data)
            if durably:
                file.flush()
                os.fsync(file.fileno())
        draft.replace(target)
    except OSError as error:
        # The draft is nothing that the caller knows of.
        error.filename, error.filename2 = os.fspath(path), None
        raise
    finally:
        draft.unlink(missing_ok=True)
