"""kcinema in a program that PyInstaller has frozen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import import_module
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import kcinema

PACKAGE = Path(kcinema.__file__).parent
needs_pyinstaller = pytest.mark.skipif(
    find_spec("PyInstaller") is None,
    reason='PyInstaller is not installed: pip install -e ".[frozen]"',
)


@pytest.fixture(name="folder", scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all that is frozen: the second form takes over the analysis."""
    return tmp_path_factory.mktemp("frozen")


def test_the_distribution_leads_pyinstaller_to_the_hook() -> None:
    """PyInstaller asks every installed distribution for folders with hooks."""
    points = distribution("kcinema").entry_points.select(group="pyinstaller40")

    assert [point.name for point in points] == ["hook-dirs"], "install kcinema anew"
    (hooks,) = next(iter(points)).load()()
    assert (Path(hooks) / "hook-kcinema.py").is_file()


@needs_pyinstaller
def test_the_hook_collects_every_module_and_every_data_file() -> None:
    """All but the hook itself, whether or not something imports it in plain sight."""
    hook = import_module("kcinema._pyinstaller.hook-kcinema")
    modules = {
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        for path in PACKAGE.rglob("*.py")
        if path.parent.name != "_pyinstaller"
    }

    assert {*hook.hiddenimports} == {name.removesuffix(".__init__") for name in modules}
    assert {Path(source) for source, _ in hook.datas} >= {*PACKAGE.rglob("*.json")}


@needs_pyinstaller
@pytest.mark.parametrize("form", ["onedir", "onefile"])
def test_a_frozen_program_answers_as_the_library_does(
    form: str, program: Path, mine: Path, expected: dict[str, Any], folder: Path
) -> None:
    """The hook is found by itself: no option names data or modules."""
    built = subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", program, f"--{form}"),
            *("--name", "program", "--distpath", folder / form),
        ],
        cwd=folder,
        env=os.environ | {"PYINSTALLER_CONFIG_DIR": str(folder / "config")},
        check=False,
        capture_output=True,
        text=True,
    )
    if "without a shared library" in built.stderr:
        pytest.skip("PyInstaller cannot freeze a Python built without a shared library")
    assert built.returncode == 0, built.stderr
    frozen = folder / form / ("program/program" if form == "onedir" else "program")

    if form == "onedir":
        # Half a gigabyte, if they are taken for what the program needs.
        held = {path.name for path in (folder / "onedir").glob("program/_internal/*")}
        assert held & {"pandas", "polars", "pyarrow"} == set()
    printed = subprocess.run([frozen, mine], check=True, stdout=subprocess.PIPE).stdout

    assert json.loads(printed) == expected
