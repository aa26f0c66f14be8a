"""Optional packages: asked for where they are used, and missed in a clear way."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from kcinema import MissingPackageError
from kcinema._extras import EXTRAS, need
from kcinema._lazy import Module

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"


@pytest.mark.parametrize(("package", "extra"), EXTRAS.items())
def test_the_extra_that_is_named_brings_the_package(package: str, extra: str) -> None:
    """The command in the message installs what is missing."""
    text = PYPROJECT.read_text("utf-8")

    assert re.search(rf'^{extra} = \[.*"{package}>=', text, re.MULTILINE)


@pytest.mark.parametrize("module", ["pyarrow", "pyarrow.parquet"])
def test_a_missing_package_is_missed_by_its_name(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A module of it is missing with it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(MissingPackageError, match="needs pyarrow,") as caught:
        need(module)
    assert (caught.value.package, caught.value.extra) == ("pyarrow", "arrow")


def test_a_broken_package_is_not_a_missing_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Installing it once more would not help: what it lacks is named."""
    (tmp_path / "halfthere.py").write_text("import what_it_lacks", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(ModuleNotFoundError, match="what_it_lacks"):
        need("halfthere")


def test_a_type_of_a_missing_package_is_any_type() -> None:
    """Annotations can be asked for without it; a required module is not optional."""
    assert Module("not_installed", optional=True).DataFrame is Any
    with pytest.raises(ModuleNotFoundError):
        _ = Module("not_installed").DataFrame
