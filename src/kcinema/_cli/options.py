"""The options of each command, and how their values are read."""

from __future__ import annotations

import argparse
import re

from kcinema._model.criteria import CRITERIA
from kcinema.exchange.registry import FORMATS

__all__ = [
    "UsageError",
    "collection",
    "export",
    "films",
    "interval",
    "json",
    "limit",
    "search",
    "show",
    "similar",
    "validate",
    "wants_json",
]


class UsageError(Exception):
    """The command line has invalid arguments."""


def json(parser: argparse.ArgumentParser) -> None:
    """Add ``--json``."""
    # Without a default, so as not to override a --json given before the command.
    parser.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help="print JSON, for programs",
    )


def collection(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``collection``."""
    parser.add_argument("id", help="a collection's id, such as hidden-gems")
    json(parser)


def search(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``search``."""
    parser.add_argument("text", nargs="+", help="a title, a name, or a part of one")
    parser.add_argument(
        "--kind", help="only films, directors or collections: film, ..."
    )
    _add_limit(parser)
    json(parser)


def similar(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``similar``."""
    parser.add_argument("id", help="the id of a film")
    _add_limit(parser)
    json(parser)


def _add_limit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", metavar="N", help="print N at the most")


def show(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``show``."""
    parser.add_argument("id", help="the id of a film, a director or a collection")
    json(parser)


def export(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``export``."""
    parser.add_argument("id", help="a collection's id, such as hidden-gems")
    formats = "; ".join(f"{name}: {item.about}" for name, item in FORMATS.items())
    parser.add_argument("--format", required=True, metavar="F", help=formats)
    parser.add_argument("-o", "--output", metavar="FILE", help="the file to write")
    _add_limit(parser)


def validate(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``validate``."""
    parser.add_argument("file", help="a catalogue as one JSON document")
    json(parser)


def films(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``films``: an option for each criterion."""
    for name, criterion in CRITERIA.items():
        option = f"--{name.replace('_', '-')}"
        about = criterion.about
        if criterion.takes == "numbers":
            spans = f"{about}: 1998, 1998-2008, 1998- or -2008"
            parser.add_argument(option, metavar="N", help=spans)
        else:
            several = f"{about}; may be given several times, for any of them"
            parser.add_argument(option, action="append", metavar="X", help=several)
    parser.add_argument(
        "--sort",
        action="append",
        metavar="FIELD",
        help="sort by a field such as year; --sort=-year for the highest first",
    )
    _add_limit(parser)
    json(parser)


def interval(name: str, text: str) -> tuple[int | None, int | None]:
    """Read ``1998``, ``1998-2008``, ``1998-`` or ``-2008``."""
    match = re.fullmatch(r"(\d{0,12})(-?)(\d{0,12})", text.strip(), re.ASCII)
    if match is None or not (match[1] or match[3]):
        msg = f"--{name}: expected a number or a span such as 1998-2008, not {text!r}"
        raise UsageError(msg)
    low = int(match[1]) if match[1] else None
    if not match[2]:
        return low, low
    return low, int(match[3]) if match[3] else None


def limit(options: argparse.Namespace) -> int | None:
    """Return the maximum number of results, or None for all."""
    text = options.limit
    if text is None:
        return None
    if not re.fullmatch(r"[1-9]\d{0,11}", text, re.ASCII):
        msg = f"--limit: expected a whole number of at least 1, not {text!r}"
        raise UsageError(msg)
    return int(text)


def wants_json(options: argparse.Namespace) -> bool:
    """Return whether JSON output is wanted."""
    return getattr(options, "json", False)
