"""kcinema in a browser's Python: Pyodide, here under Node.js."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PYODIDE = "pyodide@314.0.7"  # with CPython 3.14


def _run(*command: str | Path, otherwise: str = "") -> str:
    """Return what a command prints; where it fails and that may be, skip aloud."""
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if result.returncode and otherwise:
        pytest.skip(f"{otherwise}: {result.stderr.strip()[-200:]}")
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.mark.skipif(
    not (ROOT / "src").is_dir(), reason="Pyodide is tried in the tree, once"
)
@pytest.mark.skipif(
    find_spec("build") is None, reason='nothing builds a wheel: pip install -e ".[dev]"'
)
def test_the_wheel_answers_in_webassembly(
    program: Path, mine: Path, expected: dict[str, Any], tmp_path: Path
) -> None:
    """The wheels of kcinema and of what it requires are unpacked and work there."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("Pyodide runs under Node.js: node or npm is not on the path")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    build = (sys.executable, "-m", "build", "--wheel", "--outdir")
    npm_install = (npm, "install", "--no-audit", "--no-fund", "--prefix")
    wheels = tmp_path / "wheels"

    _run(*npm_install, tmp_path, PYODIDE, otherwise=f"npm cannot install {PYODIDE}")
    _run(*build, wheels, ROOT, otherwise="no wheel could be built")
    _run(
        *(*pip, "download", "--only-binary", ":all:", "--dest"),
        *(wheels, *wheels.iterdir()),
        otherwise="pip cannot download what kcinema requires",
    )
    module = tmp_path / "node_modules/pyodide/pyodide.mjs"
    runner = Path(__file__).with_name("pyodide.mjs")
    printed = _run(node, runner, module.as_uri(), program, mine, *wheels.iterdir())

    assert json.loads(printed) == expected
