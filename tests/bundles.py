"""kcinema with all that it requires, copied from the running environment."""

from __future__ import annotations

import shutil
import zipapp
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

import kcinema


def application(main: str, folder: Path) -> Path:
    """Make an application archive whose program is the given text."""
    tree = folder / "app"
    package = Path(kcinema.__file__).parent
    shutil.copytree(
        package, tree / "kcinema", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in _required("kcinema"):
        _copy(name, tree)
    (tree / "__main__.py").write_text(main, "utf-8")
    archive = folder / "app.pyz"
    zipapp.create_archive(tree, archive, compressed=True)
    return archive


def _required(name: str) -> set[str]:
    """Name what a distribution requires here, without extras, and what those do."""
    needed = {
        requirement.name
        for requirement in map(Requirement, distribution(name).requires or ())
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""})
    }
    return needed.union(*map(_required, needed))


def _copy(name: str, tree: Path) -> None:
    """Copy the modules of an installed distribution, without byte code or metadata."""
    for file in distribution(name).files or ():
        if file.suffix == ".py" and ".." not in file.parts:
            target = tree / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(str(file.locate()), target)
