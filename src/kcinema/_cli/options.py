"""The options of each command, and how their values are read."""

from __future__ import annotations

import argparse
import re
from typing import Any

import kcinema
from kcinema._model.criteria import CRITERIA
from kcinema._model.external import EXTERNAL
from kcinema.exchange.registry import FORMATS

__all__ = [
    "LINKED",
    "SKELETONS",
    "UsageError",
    "catalogue",
    "collection",
    "collections",
    "criteria",
    "diff",
    "export",
    "films",
    "form",
    "json",
    "limit",
    "link",
    "new",
    "of_format",
    "opened",
    "random",
    "search",
    "seed",
    "show",
    "similar",
    "site",
    "sort_keys",
    "validate",
    "wanted",
]


SKELETONS = ("catalogue", "overlay", "film", "director", "collection")
"""What ``kcinema new`` begins."""


class UsageError(Exception):
    """The command line has invalid arguments."""


# Options of several commands ----------------------------------------------------------


def json(parser: argparse.ArgumentParser) -> None:
    """Add ``--json``."""
    parser.add_argument("--json", action="store_true", help="print JSON, for programs")


def catalogue(parser: argparse.ArgumentParser) -> None:
    """Add ``--catalogue``."""
    parser.add_argument(
        "--catalogue",
        metavar="FILE",
        # Completion reads the line as it stands, with this before the command too,
        # which a default of the command would override.
        default=argparse.SUPPRESS,
        help="use a catalogue of your own",
    )


def _csv(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--csv", action="store_true", help="print the films as CSV, for spreadsheets"
    )


def _limit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", metavar="N", help="print N at the most")


def _criteria(parser: argparse.ArgumentParser, *, without: str = "") -> None:
    """Add an option for each criterion."""
    group = parser.add_argument_group(
        "criteria",
        "A film has to meet all that are given. A criterion given several times is met "
        "by any of its values, which may be separated by commas if they are WORDs. A "
        "SPAN is a number, such as 1998, or 1998-2008, 1998- or -2008; a decade may be "
        "1990s.",
    )
    for name, criterion in CRITERIA.items():
        if name != without:
            group.add_argument(
                f"--{name.replace('_', '-')}",
                action="append",
                metavar=_METAVARS[criterion.takes],
                help=criterion.about,
            )


_METAVARS = {"words": "WORD", "names": "NAME", "numbers": "SPAN"}


# Options of single commands -----------------------------------------------------------


def collection(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``collection``."""
    parser.add_argument("id", help="a collection's id, such as hidden-gems")
    _lists_films(parser)


def collections(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``collections``."""
    _limit(parser)
    json(parser)
    catalogue(parser)


def show(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``show``."""
    parser.add_argument(
        "text", nargs="+", help="an id, a title or a name, or an id of IMDb or others"
    )
    _lists_films(parser)


def search(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``search``."""
    parser.add_argument("text", nargs="+", help="a title, a name, or a part of one")
    parser.add_argument(
        "--kind",
        help="only one kind: film, director, collection, person (who acts) or topic",
    )
    _limit(parser)
    json(parser)
    catalogue(parser)


def similar(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``similar``."""
    parser.add_argument("text", nargs="+", help="the id or the title of a film")
    _lists_films(parser)


def site(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``site``."""
    parser.add_argument("folder", help="the folder; it is made if it is not there")
    parser.add_argument("--base-url", metavar="URL", help="the address of the site")
    came = "the catalogue as it was: the feed names the films that have come since"
    parser.add_argument("--since", metavar="FILE", help=came)
    catalogue(parser)


def films(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``films``."""
    parser.add_argument(
        "--sort",
        action="append",
        metavar="FIELD",
        help="sort by a field such as year, or -year for the highest first",
    )
    _lists_films(parser)
    _criteria(parser)


def random(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``random``."""
    parser.add_argument(
        "id", nargs="?", help="a collection's id; without it, any film is drawn"
    )
    parser.add_argument("--seed", metavar="N", help="a number; the same draws the same")
    json(parser)
    catalogue(parser)
    _criteria(parser, without="collection")


def export(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``export``."""
    parser.add_argument("id", help="a collection's id, such as hidden-gems")
    parser.add_argument("--format", required=True, metavar="F", help="see below")
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="the file, or for nfo the folder, to write",
    )
    parser.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="an option of the format, such as title=Mine or bom=yes; repeatable",
    )
    _limit(parser)
    catalogue(parser)
    widest = max(map(len, FORMATS))
    formats = (f"  {name:<{widest}}  {item.about}" for name, item in FORMATS.items())
    parser.epilog = "\n".join(["formats:", *formats])
    parser.formatter_class = argparse.RawDescriptionHelpFormatter


LINKED = ("title", "year", "director", "file", *EXTERNAL)
"""What a column of a table may hold that a film is known by."""


def link(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``link``."""
    parser.add_argument("file", help="a CSV file with a header, of any delimiter")
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="the file to write; else it is printed"
    )
    json(parser)
    catalogue(parser)
    columns = parser.add_argument_group(
        "columns", "By their names. If none is named, those with well-known names."
    )
    about = {"title": "titles", "file": "names of video files, read by guessit"}
    about |= {name: f"ids of {item.label}" for name, item in EXTERNAL.items()}
    for name in LINKED:
        columns.add_argument(
            f"--{name}",
            metavar="COLUMN",
            dest=f"in_{name}",
            help=about.get(name, f"{name}s"),
        )


def validate(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``validate``."""
    parser.add_argument("file", help="a catalogue as one JSON document, or an overlay")
    parser.add_argument(
        "--limit", metavar="N", help="list N problems at the most, in place of 100"
    )
    json(parser)
    parser.add_argument(
        "--catalogue",
        metavar="FILE",
        default=argparse.SUPPRESS,
        help="what an overlay is laid over, if not the packaged catalogue",
    )


def diff(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``diff``."""
    parser.add_argument("old", help="a catalogue in a file")
    parser.add_argument(
        "new", nargs="?", help="the newer one; without it, the packaged catalogue"
    )
    json(parser)


def new(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``new``."""
    parser.add_argument("kind", help=", ".join(SKELETONS))
    parser.add_argument(
        "--json", action="store_true", help="print it without comments, as plain JSON"
    )


def _lists_films(parser: argparse.ArgumentParser) -> None:
    _limit(parser)
    json(parser)
    _csv(parser)
    catalogue(parser)


# Files --------------------------------------------------------------------------------


def opened(path: str) -> kcinema.Catalogue:
    """Return the catalogue in a file; an overlay is laid over the packaged one.

    Raises:
        UsageError: The file is neither.
    """
    from kcinema._loading import loaded

    try:
        return loaded(path, kcinema.catalogue).catalogue
    except kcinema.CatalogueError as error:
        head = str(error).partition("\n")[0].removesuffix(":")
        msg = f"{head} (see `kcinema validate {path}`)"
        raise UsageError(msg) from None


# Values -------------------------------------------------------------------------------


def form(given: argparse.Namespace) -> str:
    """Return the form of the output: ``"text"``, ``"json"`` or ``"csv"``."""
    wanted = [name for name in ("json", "csv") if getattr(given, name, False)]
    if len(wanted) > 1:
        raise UsageError("--json and --csv: only one of them can be printed")
    return wanted[0] if wanted else "text"


_SWITCH = {"yes": True, "true": True, "1": True, "no": False, "false": False}


def of_format(given: argparse.Namespace) -> dict[str, object]:
    """Return the options of an export format, from ``--set``.

    Raises:
        UsageError: One has no value, or none that a switch can have.
    """
    known = FORMATS.get(given.format)
    defaults = known.options() if known else {}
    found: dict[str, object] = {}
    for text in given.set:
        name, equals, value = text.partition("=")
        if not equals:
            raise UsageError(f"--set {text}: expected NAME=VALUE")
        if not isinstance(defaults.get(name), bool):
            found[name] = value
        elif value.lower() in _SWITCH:
            found[name] = _SWITCH[value.lower()]
        else:
            raise UsageError(f"--set {text}: expected {name}=yes or {name}=no")
    return found


def criteria(
    given: argparse.Namespace,
) -> tuple[dict[str, list[str]], dict[str, list[Any]]]:
    """Return the words and the spans that are wanted, by the name of their criterion.

    A film has to meet one of the words, and to lie in one of the spans.
    """
    words: dict[str, list[str]] = {}
    spans: dict[str, list[Any]] = {}
    for name, texts in wanted(given).items():
        if CRITERIA[name].takes == "numbers":
            spans[name] = [_span(name, text) for text in texts]
        elif CRITERIA[name].takes == "words":
            words[name] = _separated(texts)
        else:  # a name may have a comma in it
            words[name] = texts
    return words, spans


def wanted(given: argparse.Namespace) -> dict[str, list[str]]:
    """Return the texts given for each criterion, by its name."""
    texts = {name: getattr(given, name, None) for name in CRITERIA}
    return {name: found for name, found in texts.items() if found is not None}


def _separated(texts: list[str]) -> list[str]:
    return [word.strip() for text in texts for word in text.split(",")]


def sort_keys(given: argparse.Namespace) -> list[Any]:
    """Return the fields to sort by, the first of which counts most."""
    return _separated(given.sort or [])


_SPAN = re.compile(r"(\d*)(-?)(\d*)", re.ASCII)
_DECADES = re.compile(r"(?<=0)s\b", re.ASCII)
_DIGITS = 12


def _span(name: str, text: str) -> int | tuple[int | None, int | None]:
    """Read ``1998``, ``1998-2008``, ``1998-`` or ``-2008``; of decades ``1990s`` too.

    >>> from kcinema._cli.options import _span
    >>> _span("year", "1998"), _span("runtime", "-90"), _span("decade", "1980s-1990s")
    (1998, (None, 90), (1980, 1990))
    """
    numbers = _DECADES.sub("", text) if name == "decade" else text
    match = _SPAN.fullmatch(numbers.strip())
    if match is None or not (match[1] or match[3]):
        example = "1990s or 1990s-2000s" if name == "decade" else "1998-2008"
        msg = f"--{name}: expected a number or a span such as {example}, not {text!r}"
        raise UsageError(msg)
    if max(len(match[1]), len(match[3])) > _DIGITS:
        msg = f"--{name}: a number has {_DIGITS} digits at the most, not as in {text!r}"
        raise UsageError(msg)
    low = int(match[1]) if match[1] else None
    high = int(match[3]) if match[3] else None
    return low if low is not None and not match[2] else (low, high)


def limit(given: argparse.Namespace) -> int | None:
    """Return the maximum number of results, or None for all."""
    text = getattr(given, "limit", None)  # some commands have no such option
    if text is None:
        return None
    if not re.fullmatch(r"[1-9]\d{0,11}", text, re.ASCII):
        msg = f"--limit: expected a whole number of at least 1, not {text!r}"
        raise UsageError(msg)
    return int(text)


def seed(given: argparse.Namespace) -> int | None:
    """Return the seed of a draw, or None for a draw that differs each time."""
    if given.seed is None:
        return None
    if not re.fullmatch(r"-?\d{1,18}", given.seed, re.ASCII):
        raise UsageError(f"--seed: expected a whole number, not {given.seed!r}")
    return int(given.seed)
