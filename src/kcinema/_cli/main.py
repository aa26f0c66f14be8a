"""The command line: parse the arguments, run the command, print its lines."""

from __future__ import annotations

import argparse
import errno
import io
import os
import sys
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

import kcinema
from kcinema._cli import commands, options
from kcinema._cli.options import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

__all__ = ["main", "parser"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: The arguments after the program's name; None for ``sys.argv``.

    Returns:
        The exit status: 0; 1 if nothing was found, a validated file has problems, or
        two catalogues differ; 2 for an error.
    """
    # Escape what the terminal cannot show, instead of failing.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(sys.argv[1:] if arguments is None else list(arguments))
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader has stopped reading, as `head` does.
        _discard(sys.stdout)
        return 0
    except OSError as error:
        if error.filename is None:
            _discard(sys.stdout)
        return _fail(f"{error.filename or 'standard output'}: {error.strerror}")
    return status


def _run(arguments: list[str]) -> int:
    try:
        given = _parsed(arguments)
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always", kcinema.RetiredIdWarning)
            output = given.run(_catalogue(given), given)
            _print(output.lines)
    except UsageError as error:
        return _fail(str(error))
    except kcinema.KcinemaError as error:
        return _fail(str(error).partition("\n")[0].removesuffix(":"))
    except SystemExit as left:  # after the help
        return int(left.code or 0)
    for warning in warned:
        _say(str(warning.message))
    if output.note:
        _say(output.note)
    status: int = output.status
    return status


def _catalogue(given: argparse.Namespace) -> kcinema.Catalogue:
    """Return the catalogue to work on: the packaged one, unless a file is given."""
    path = getattr(given, "catalogue", None)
    return kcinema.catalogue() if path is None else options.opened(path)


# Streams ------------------------------------------------------------------------------


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        # Without this, a standard output that was closed from the start is no error.
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        print(line)


def _say(message: str) -> None:
    """Print a line on the standard error stream, if there is one."""
    if sys.stderr is not None:  # else it would be printed among the results
        try:
            print(f"kcinema: {message}", file=sys.stderr, flush=True)
        except OSError:
            _discard(sys.stderr)


def _fail(message: str) -> int:
    _say(message)
    return 2


def _discard(stream: TextIO | None) -> None:
    """Discard what a stream could not write, which Python would write again on exit."""
    if stream is not None:
        with suppress(OSError):  # a stream that is no file
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


# Arguments ----------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    """A parser that reports an error as one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see `{self.prog} --help`)")

    def print_help(self, file: object = None) -> None:  # noqa: ARG002  # never another
        _print([self.format_help().rstrip()])


def _parsed(arguments: list[str]) -> argparse.Namespace:
    whole = parser()
    if "_ARGCOMPLETE" in os.environ:
        from kcinema._cli import completion

        completion.answer(whole, _catalogue)
    words, bare = _with_command(arguments)
    return whole.parse_args(_joined(words), argparse.Namespace(bare=bare))


def _with_command(arguments: list[str]) -> tuple[list[str], bool]:
    """Put the command first, and ``show`` where there is only an id.

    Returns:
        The arguments, and whether the command was left out.
    """
    before = ""
    for place, word in enumerate(arguments):
        if not word.startswith("-") and before not in {"--catalogue", "--limit"}:
            if word not in commands.COMMANDS:
                return ["show", *arguments], True
            return [word, *arguments[:place], *arguments[place + 1 :]], False
        before = word
    return arguments, False


def _joined(arguments: list[str]) -> list[str]:
    """Join ``--sort -year`` to ``--sort=-year``, which argparse takes as one option."""
    joined: list[str] = []
    for word in arguments:
        short = word.startswith("-") and not word.startswith("--")
        if joined[-1:] == ["--sort"] and short:
            joined[-1] += f"={word}"
        else:
            joined.append(word)
    return joined


def parser() -> argparse.ArgumentParser:
    """Return the argument parser."""
    whole = _Parser(
        prog="kcinema",
        description="The Korean cinema showcase. Without a command, prints all of it; "
        "with an id, that collection, film or director.",
        epilog="The exit status is 0; 1 if nothing is found, a validated file has "
        "problems, or two catalogues differ; 2 for an error.",
        allow_abbrev=False,
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
    options.catalogue(whole)
    parts = whole.add_subparsers(metavar="COMMAND", parser_class=_Parser)
    for name, command in commands.COMMANDS.items():
        part = parts.add_parser(
            name, help=command.about, description=command.about, allow_abbrev=False
        )
        part.set_defaults(run=command.run)
        command.add_arguments(part)
    return whole
