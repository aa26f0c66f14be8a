"""kcinema in an application archive of the standard library's zipapp."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import bundles

if TYPE_CHECKING:
    from pathlib import Path


def test_an_application_archive_answers_and_writes_nothing(
    program: Path, mine: Path, expected: dict[str, Any], tmp_path: Path
) -> None:
    """One file is the whole application, and nothing is unpacked to run it."""
    archive = bundles.application(program.read_text("utf-8"), tmp_path)
    home = tmp_path / "home"
    home.mkdir()
    folders = dict.fromkeys(("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP"), str(home))

    printed = subprocess.run(
        # Without site-packages: nothing but the archive and the standard library.
        [sys.executable, "-S", "-I", archive, mine],
        cwd=home,
        env=os.environ | folders,
        check=True,
        stdout=subprocess.PIPE,
    ).stdout

    assert json.loads(printed) == expected
    assert list(home.iterdir()) == []
