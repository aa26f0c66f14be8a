"""Where PyInstaller finds the hook, by the entry point in pyproject.toml."""

from __future__ import annotations

from pathlib import Path

__all__ = ["hook_dirs"]


def hook_dirs() -> list[str]:
    """Return the folders with hooks: this one."""
    return [str(Path(__file__).parent)]
