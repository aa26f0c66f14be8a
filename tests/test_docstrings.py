"""The examples in docstrings: each runs by itself, as a reader would try it."""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module

import pytest

import kcinema

MODULES = ["kcinema"] + [
    info.name
    for info in pkgutil.walk_packages(kcinema.__path__, "kcinema.")
    # One is a program, the other is PyInstaller's to import.
    if not info.name.endswith(("__main__", "hook-kcinema"))
]
EXAMPLES = [
    example
    for name in MODULES
    for example in doctest.DocTestFinder(exclude_empty=True).find(import_module(name))
    if example.examples
]


# What an example asks for, and the package that it takes.
OPTIONAL = {
    "to_arrow(": "pyarrow",
    "to_pandas(": "pandas",
    "to_polars(": "polars",
    'backend="pandas"': "pandas",
    'backend="duckdb"': "duckdb",
    "plots.": "altair",
}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_stands_alone(example: doctest.DocTest) -> None:
    """It imports what it uses, and prints what it says."""
    for asked, package in OPTIONAL.items():
        if asked in str(example.docstring):
            pytest.importorskip(package)
    example.globs = {}
    printed: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)

    failed, _ = runner.run(example, out=printed.append)
    assert not failed, "".join(printed)
