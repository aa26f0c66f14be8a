"""What a shell completes: commands, options, ids and words."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kcinema import vocabulary
from kcinema._cli.options import UsageError
from kcinema._model.external import EXTERNAL
from kcinema._model.ordering import SORT_KEYS
from kcinema.exchange.registry import FORMATS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable

    from kcinema import Catalogue, Collection, Director, Film

__all__ = ["answer", "candidates"]

_FILES = {"catalogue", "file", "output"}
_WORDS: dict[str, Iterable[str]] = {
    "genre": vocabulary.Genre,
    "theme": vocabulary.Theme,
    "era": vocabulary.Era,
    "rating": vocabulary.Rating,
    "award": vocabulary.AwardBody,
    "honour": vocabulary.HonourList,
    "based_on": vocabulary.BasisKind,
    "ids": EXTERNAL,
    "format": FORMATS,
    "kind": ("film", "director", "collection"),
    "sort": SORT_KEYS,
}


def answer(
    parser: argparse.ArgumentParser,
    catalogue: Callable[[argparse.Namespace], Catalogue],
) -> None:
    """Print what the word that is being typed may become, and leave the process.

    Args:
        parser: The parser of the command line.
        catalogue: Returns the catalogue whose ids are completed.

    Raises:
        UsageError: The extra is not installed.
    """
    try:
        argcomplete = import_module("argcomplete")
    except ImportError:
        msg = "completion needs argcomplete: pip install 'kcinema[completion]'"
        raise UsageError(msg) from None

    def complete(command: str, action: argparse.Action) -> None:
        def completer(
            prefix: str, parsed_args: argparse.Namespace, **_: object
        ) -> list[str]:
            return candidates(catalogue(parsed_args), command, action.dest, prefix)

        if action.dest not in _FILES:  # these are completed to files
            action.completer = completer  # type: ignore[attr-defined]

    for action in parser._actions:  # noqa: SLF001  # there is no other way to ask
        complete("", action)
        if isinstance(action.choices, dict):
            for name, part in action.choices.items():
                for option in part._actions:  # noqa: SLF001  # likewise
                    complete(name, option)
    argcomplete.autocomplete(parser)


def candidates(
    catalogue: Catalogue, command: str, argument: str, prefix: str
) -> list[str]:
    """Return what an argument of a command may be.

    Args:
        catalogue: The catalogue whose ids are meant.
        command: The command; empty where it is still to come.
        argument: The name of the argument.
        prefix: What has been typed of it.

    >>> import kcinema
    >>> from kcinema._cli.completion import candidates
    >>> candidates(kcinema.catalogue(), "show", "text", "para")
    ['parasite-2019']
    """
    found: Iterable[str] = _WORDS.get(argument, ())
    if argument in {"id", "collection"}:
        found = _ids(catalogue.collections())
    elif argument == "director":
        found = _ids(catalogue.directors())
    elif (command, argument) == ("similar", "text"):
        found = _ids(catalogue.films())
    # Of the first word, as long as nothing is typed, the commands are enough.
    elif (command, argument) == ("show", "text") or (prefix and not command):
        found = (
            *_ids(catalogue.collections()),
            *_ids(catalogue.films()),
            *_ids(catalogue.directors()),
        )
    return [word for word in map(str, found) if word.startswith(prefix)]


def _ids(records: Iterable[Film | Director | Collection]) -> list[str]:
    return [record.id for record in records]
