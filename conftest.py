"""Runs the examples in README, docs and docstrings as tests."""

from doctest import ELLIPSIS

from sybil import Sybil
from sybil.parsers.myst import DocTestDirectiveParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

# Each file of examples is one story: names from one example are there in the next.
_markdown = Sybil(
    parsers=[PythonCodeBlockParser(), DocTestDirectiveParser(), SkipParser()],
    patterns=["*.md"],
)
_docstrings = Sybil(parsers=[DocTestParser(ELLIPSIS)], patterns=["*.py"], path="src")

pytest_collect_file = (_markdown + _docstrings).pytest()
