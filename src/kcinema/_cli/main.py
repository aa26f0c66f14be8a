"""The command line: parse the arguments, run the command, print its lines."""

from __future__ import annotations

import argparse
import io
import os
import sys
from typing import TYPE_CHECKING, NoReturn

import kcinema
from kcinema._cli import commands, options
from kcinema._cli.options import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main", "parser"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: The arguments after the program's name; None for ``sys.argv``.

    Returns:
        The exit status: 0, 1 if a validated file has problems, 2 for an error.
    """
    # Escape what the terminal cannot show, instead of failing.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has stopped reading, as `head` does. Python flushes again on exit
        # and would report an error, so discard the rest of the output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _run(arguments: list[str]) -> int:
    try:
        given = parser().parse_args(_with_command(arguments))
        output: commands.Output = given.run(given)
        lines, status = output
        for line in lines:
            print(line)
    except UsageError as error:
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


class _Parser(argparse.ArgumentParser):
    """A parser that reports an error as one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see `{self.prog} --help`)")


def _with_command(arguments: list[str]) -> list[str]:
    """Insert the command before a bare collection id."""
    for place, word in enumerate(arguments):
        if word.startswith("-"):
            continue
        if word in commands.COMMANDS:
            return arguments
        return [*arguments[:place], "collection", *arguments[place:]]
    return arguments


def parser() -> argparse.ArgumentParser:
    """Return the argument parser."""
    whole = _Parser(
        prog="kcinema",
        description="The Korean cinema showcase. Without a command, prints all of it; "
        "with the id of a collection, that collection.",
    )
    whole.add_argument(
        "--version",
        action="store_const",
        const=commands.version,
        dest="run",
        default=commands.showcase,
        help="print the version of the library and of the data",
    )
    options.json(whole)
    parts = whole.add_subparsers(metavar="COMMAND", parser_class=_Parser)
    for name, (run, about, add_arguments) in commands.COMMANDS.items():
        command = parts.add_parser(name, help=about, description=about)
        command.set_defaults(run=run)
        add_arguments(command)
    return whole
