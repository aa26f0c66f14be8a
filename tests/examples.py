"""Loads the applications that docs/web.md shows."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

__all__ = ["FOLDER", "load"]

FOLDER = Path(__file__).parents[1] / "docs" / "web"


def load(name: str) -> Any:
    """Import a file of docs/web as a module, by its name without the suffix."""
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
