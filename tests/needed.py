"""Tools that some tests drive, and that not every machine has."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

__all__ = ["missing"]


def missing(what: str) -> NoReturn:
    """Skip for want of a tool; fail where all of them are meant to be there."""
    if os.environ.get("KCINEMA_TOOLS"):
        pytest.fail(f"{what} is not installed; .ci/run installs it")
    pytest.skip(f"{what} is not installed")
