"""docs/web.md shows what is tested, and the tests run what it shows."""

from __future__ import annotations

import re
from pathlib import Path

from examples import FOLDER


def test_every_example_is_shown_and_tested() -> None:
    """No file is left over, and none is shown that no test runs."""
    files = sorted(path.stem for path in FOLDER.glob("*.py"))
    page = FOLDER.with_suffix(".md").read_text("utf-8")
    shown = re.findall(r"^```\{literalinclude\} web/(\w+)\.py$", page, re.MULTILINE)
    tested = [
        name
        for path in Path(__file__).parent.glob("test_*.py")
        for name in re.findall(r'\bload\("(\w+)"\)', path.read_text("utf-8"))
    ]

    assert sorted(shown) == sorted({*tested}) == files
