"""What the first answer costs, counted, so that it cannot grow unnoticed.

Counts do not flake as timings do: which modules a new process imports for its first
answer, and how many blocks of memory are allocated for it. Timings are in `bench/`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BASELINE: dict[str, Any] = json.loads(
    (Path(__file__).parent / "cold_path.json").read_text("utf-8")
)

_CODE = """
import attrs, json, sys
before = set(sys.modules), sys.getallocatedblocks()
{code}
blocks = sys.getallocatedblocks() - before[1]
print(json.dumps([sorted(set(sys.modules) - before[0]), blocks]))
"""


def _cost(code: str) -> tuple[set[str], int]:
    """Run code in a new process: what it imports beyond attrs, what it allocates."""
    result = subprocess.run(
        # Without site-packages' start-up files, which import what they like.
        [sys.executable, "-c", _CODE.format(code=code)],
        capture_output=True,
        text=True,
        check=True,
    )
    modules, blocks = json.loads(result.stdout)
    return set(modules), blocks


@pytest.mark.parametrize("code", BASELINE)
def test_the_first_answer_imports_no_more_than_it_did(code: str) -> None:
    """Every module that the first answer needs is a decision, written down."""
    modules, _ = _cost(code)
    ours = {name for name in modules if name.partition(".")[0] == "kcinema"}
    known = set(BASELINE[code]["modules"])

    assert ours <= known, (
        f"{code!r} in a new process now imports {', '.join(sorted(ours - known))} too. "
        "Import it where it is used; or, if every first answer needs it, measure "
        "what it costs with bench/budgets.py and add it to tests/cold_path.json."
    )
    assert known <= ours, (
        f"{code!r} no longer imports {', '.join(sorted(known - ours))}: "
        "take it out of tests/cold_path.json."
    )


@pytest.mark.parametrize("code", BASELINE)
def test_the_first_answer_needs_nothing_heavy(code: str) -> None:
    """These took most of the time before they were left out."""
    heavy = {
        "cattrs",
        "difflib",
        "hashlib",
        "importlib_resources",
        "importlib.resources",
        "pathlib",
        "random",
        "tempfile",
        "typing_extensions",
        "unicodedata",
    }
    modules, _ = _cost(code)

    found = sorted(heavy & modules)
    assert not found, f"{code!r} in a new process imports {', '.join(found)}"


@pytest.mark.parametrize("code", BASELINE)
def test_the_first_answer_allocates_no_more_than_it_did(code: str) -> None:
    """A quarter above the baseline is left for what Python versions differ in."""
    _, blocks = _cost(code)
    most = BASELINE[code]["blocks"] * 5 // 4

    assert blocks <= most, (
        f"{code!r} in a new process allocates {blocks:,} blocks, and {most:,} are "
        "allowed. If the data has grown, raise the baseline in tests/cold_path.json."
    )
