"""The command line: the showcase, its collections, films, and checks of files."""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import kcinema
from kcinema import spelling
from kcinema._cli import columns, report
from kcinema._model.criteria import CRITERIA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kcinema._model.collection import Collection
    from kcinema._model.director import Director
    from kcinema._model.film import Film

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: The words after the program's name; those of the process if None.

    Returns:
        The exit status: 0, 1 where a checked file has problems, 2 for a mistake.
    """
    # A terminal that cannot show Hangul shows escapes; it never stops the program.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough, as `head` does. Python would flush once more at
        # its end and complain, so what is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _run(arguments: list[str]) -> int:
    try:
        options = _parser().parse_args(_with_command(arguments))
        output: _Output = options.run(options)
        lines, status = output
        for line in lines:
            print(line)
    except _UsageError as error:
        return _fail(str(error))
    except kcinema.KcinemaError as error:
        return _fail(str(error).partition("\n")[0].removesuffix(":"))
    except BrokenPipeError:
        raise
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}")
    return status


def _fail(message: str) -> int:
    print(f"kcinema: {message}", file=sys.stderr)
    return 2


# What was asked for -------------------------------------------------------------------


class _UsageError(Exception):
    """The words of the call are off."""


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line."""

    def error(self, message: str) -> NoReturn:
        raise _UsageError(f"{message} (see `{self.prog} --help`)")


def _with_command(arguments: list[str]) -> list[str]:
    """Put the command before a bare collection id."""
    for place, word in enumerate(arguments):
        if word.startswith("-"):
            continue
        if word in _COMMANDS:
            return arguments
        return [*arguments[:place], "collection", *arguments[place:]]
    return arguments


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="kcinema",
        description="The Korean cinema showcase. Without a command, prints all of it; "
        "with the id of a collection, that collection.",
    )
    parser.add_argument(
        "--version",
        action="store_const",
        const=_version,
        dest="run",
        default=_showcase,
        help="print the version of the library and of the data",
    )
    _add_json(parser)
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)
    for name, (run, about, add_arguments) in _COMMANDS.items():
        command = commands.add_parser(name, help=about, description=about)
        command.set_defaults(run=run)
        add_arguments(command)
    return parser


def _add_json(parser: argparse.ArgumentParser) -> None:
    # Left out, it must not undo the option of the same name before the command.
    parser.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help="print JSON, for programs",
    )


def _collection_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", help="a collection's id, such as hidden-gems")
    _add_json(parser)


def _search_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="+", help="a title, a name, or a part of one")
    parser.add_argument(
        "--kind", help="only films, directors or collections: film, ..."
    )
    _add_limit(parser)
    _add_json(parser)


def _similar_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", help="the id of a film")
    _add_limit(parser)
    _add_json(parser)


def _add_limit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", metavar="N", help="print N at the most")


def _show_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", help="the id of a film, a director or a collection")
    _add_json(parser)


def _validate_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="a catalogue as one JSON document")
    _add_json(parser)


def _films_arguments(parser: argparse.ArgumentParser) -> None:
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
    _add_json(parser)


def _interval(name: str, text: str) -> tuple[int | None, int | None]:
    """Read ``1998``, ``1998-2008``, ``1998-`` or ``-2008``."""
    match = re.fullmatch(r"(\d{0,12})(-?)(\d{0,12})", text.strip(), re.ASCII)
    if match is None or not (match[1] or match[3]):
        msg = f"--{name}: expected a number or a span such as 1998-2008, not {text!r}"
        raise _UsageError(msg)
    low = int(match[1]) if match[1] else None
    if not match[2]:
        return low, low
    return low, int(match[3]) if match[3] else None


# What is printed ----------------------------------------------------------------------

_Output = tuple["Iterable[str]", int]


def _showcase(options: argparse.Namespace) -> _Output:
    halves = kcinema.collections(kind="half")
    if _wants_json(options):
        return _json([_collection_record(half) for half in halves]), 0
    return report.showcase(halves, kcinema.data_version()), 0


def _collection(options: argparse.Namespace) -> _Output:
    try:
        collection = kcinema.collection(options.id)
    except kcinema.CollectionNotFoundError as error:
        near = spelling.nearest(options.id, [*_COMMANDS, *error.nearest])
        hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
        msg = f"no collection or command {options.id!r}.{hint}"
        raise _UsageError(msg) from None
    if _wants_json(options):
        return _json(_collection_record(collection)), 0
    return report.collection(collection), 0


def _collections(options: argparse.Namespace) -> _Output:
    collections = kcinema.collections()
    if _wants_json(options):
        return _json([item.to_dict() for item in collections]), 0
    widest = max(columns.width(item.id) for item in collections)
    return (
        f"{columns.pad(item.id, widest)}  {len(item):>3}  {item.title}"
        for item in collections
    ), 0


def _show(options: argparse.Namespace) -> _Output:
    found = _anything(options.id)
    if isinstance(found, kcinema.Collection):
        return _collection(options)
    if _wants_json(options):
        return _json(found.to_dict()), 0
    if isinstance(found, kcinema.Film):
        return report.film(found), 0
    return report.director(found), 0


def _anything(id_: str) -> Film | Director | Collection:
    lookups: tuple[Callable[[str], Film | Director | Collection], ...] = (
        kcinema.film,
        kcinema.director,
        kcinema.collection,
    )
    nearest: list[str] = []
    for look_up in lookups:
        try:
            return look_up(id_)
        except (
            kcinema.FilmNotFoundError,
            kcinema.DirectorNotFoundError,
            kcinema.CollectionNotFoundError,
        ) as error:
            nearest += error.nearest
    near = spelling.nearest(id_, nearest)
    hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
    msg = f"no film, director or collection has the id {id_!r}.{hint}"
    raise _UsageError(msg)


def _films(options: argparse.Namespace) -> _Output:
    criteria: dict[str, Any] = {}
    for name, criterion in CRITERIA.items():
        given = getattr(options, name)
        if given is not None:
            numbers = criterion.takes == "numbers"
            criteria[name] = _interval(name, given) if numbers else given
    limit = _limit(options)
    films = kcinema.films(**criteria)
    if options.sort:
        films = films.sorted_by(*options.sort)
    films = films[:limit]
    if _wants_json(options):
        return _json([film.to_dict() for film in films]), 0
    return report.table(films), 0


def _limit(options: argparse.Namespace) -> int | None:
    text = options.limit
    if text is None:
        return None
    if not re.fullmatch(r"[1-9]\d{0,11}", text, re.ASCII):
        msg = f"--limit: expected a whole number of at least 1, not {text!r}"
        raise _UsageError(msg)
    return int(text)


def _search(options: argparse.Namespace) -> _Output:
    text, limit = " ".join(options.text), _limit(options) or 10
    hits = kcinema.search(text, kind=options.kind, limit=limit)
    if _wants_json(options):
        return _json(
            [
                {
                    "kind": type(hit.item).__name__.lower(),
                    "id": hit.item.id,
                    "score": hit.score,
                    "matched": hit.matched,
                    "how": hit.how,
                }
                for hit in hits
            ]
        ), 0
    return report.hits(hits), 0


def _similar(options: argparse.Namespace) -> _Output:
    found = kcinema.similar(options.id, limit=_limit(options) or 5)
    if _wants_json(options):
        return _json(
            [
                {
                    "id": like.film.id,
                    "title": like.film.title,
                    "score": like.score,
                    "reasons": like.reasons,
                }
                for like in found
            ]
        ), 0
    return report.similar(found), 0


def _validate(options: argparse.Namespace) -> _Output:
    try:
        catalogue = kcinema.load(options.file)
    except kcinema.CatalogueError as error:
        if _wants_json(options):
            return _json([problem._asdict() for problem in error.problems]), 1
        return str(error).splitlines(), 1
    version = catalogue.data_version()
    if _wants_json(options):
        return _json([]), 0
    return [f"{options.file}: no problems; version {version}"], 0


def _version(_: argparse.Namespace) -> _Output:
    return [f"kcinema {kcinema.__version__}", f"data {kcinema.data_version()}"], 0


_COMMANDS: dict[
    str,
    tuple[
        Callable[[argparse.Namespace], _Output],
        str,
        Callable[[argparse.ArgumentParser], None],
    ],
] = {
    "collection": (_collection, "Print one collection.", _collection_arguments),
    "collections": (_collections, "List all collections.", _add_json),
    "show": (_show, "Show a film, a director or a collection.", _show_arguments),
    "search": (_search, "Find anything by a name.", _search_arguments),
    "similar": (_similar, "Find films like a film.", _similar_arguments),
    "films": (_films, "List the films that meet every criterion.", _films_arguments),
    "validate": (_validate, "Check a catalogue of your own.", _validate_arguments),
}


def _collection_record(collection: Collection) -> dict[str, Any]:
    """Turn a collection into JSON with its films whole, each with its reason."""
    record = collection.to_dict()
    if collection.sections:
        record["sections"] = [_collection_record(item) for item in collection.sections]
        del record["entries"]
        return record
    record["entries"] = [
        {**entry, "film": kcinema.film(entry["film"]).to_dict()}
        for entry in record["entries"]
    ]
    return record


def _wants_json(options: argparse.Namespace) -> bool:
    return getattr(options, "json", False)


def _json(value: object) -> Iterator[str]:
    # A terminal that cannot show Hangul gets escapes that JSON knows.
    ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    yield json.dumps(value, ensure_ascii=ascii_only, indent=2)
