"""Runs the examples in README and docs as tests."""

from sybil import Sybil
from sybil.parsers.myst import DocTestDirectiveParser, PythonCodeBlockParser, SkipParser

# Each file of examples is one story: names from one example are there in the next.
_markdown = Sybil(
    parsers=[PythonCodeBlockParser(), DocTestDirectiveParser(), SkipParser()],
    patterns=["*.md"],
)

pytest_collect_file = _markdown.pytest()
