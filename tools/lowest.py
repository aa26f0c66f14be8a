"""Prints the lowest versions of what kcinema requires, as constraints for pip.

    python tools/lowest.py > lowest.txt
    python -m pip install -c lowest.txt ".[test]"

so that a bound in pyproject.toml that is too low is noticed.
"""

from __future__ import annotations

import re
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"


def lowest() -> list[str]:
    """Return the requirements, each with its lowest version."""
    _, _, rest = PROJECT.read_text("utf-8").partition("\ndependencies = [\n")
    listed, _, _ = rest.partition("\n]")
    found = re.findall(r'^  "([\w-]+)>=([\d.]+)",$', listed, re.MULTILINE)
    return [f"{name}=={version}" for name, version in found]


if __name__ == "__main__":
    print(*lowest(), sep="\n")
