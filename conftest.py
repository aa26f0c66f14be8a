"""Runs the examples in README and docs as tests."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sybil import Sybil
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.myst import (
    CodeBlockParser,
    DocTestDirectiveParser,
    PythonCodeBlockParser,
    SkipParser,
)

if TYPE_CHECKING:
    from sybil.example import Example


def _begin(names: dict[str, Any]) -> None:
    """Give a page a folder of its own."""
    names["_folder"] = tempfile.TemporaryDirectory()


def _end(names: dict[str, Any]) -> None:
    names["_folder"].cleanup()


def _write(example: Example) -> None:
    """Write a catalogue that a page shows, for the examples after it to load."""
    name = "overlay.json" if '"overlay"' in example.parsed else "mine.json"
    path = Path(example.namespace["_folder"].name, name)
    path.write_text(example.parsed, encoding="utf-8")


class _InFolder(PythonEvaluator):
    """Runs an example in the folder of its page."""

    def __call__(self, example: Example) -> None:
        before = Path.cwd()
        os.chdir(example.namespace["_folder"].name)
        try:
            super().__call__(example)
        finally:
            os.chdir(before)


class _PythonParser(PythonCodeBlockParser):
    """Finds examples in Python, to be run in the folder of their page."""

    def __init__(self) -> None:
        super().__init__()
        self.codeblock_parser = self.codeblock_parser_class("python", _InFolder())


# Each file of examples is one story: names from one example are there in the next.
_markdown = Sybil(
    parsers=[
        _PythonParser(),
        CodeBlockParser(language="json", evaluator=_write),
        DocTestDirectiveParser(),
        SkipParser(),
    ],
    patterns=["*.md"],
    excludes=["spark.md"],  # tests/_linking/test_engines.py has a session for it
    setup=_begin,
    teardown=_end,
)

pytest_collect_file = _markdown.pytest()
