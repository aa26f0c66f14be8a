"""What a text on the command line names: an id, an external id, a title or a name."""

from __future__ import annotations

import re
import shlex
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeAlias

import kcinema
from kcinema import spelling
from kcinema._cli.options import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kcinema import (
        Catalogue,
        Collection,
        Director,
        Film,
        Person,
        SearchHit,
        Topic,
    )

    Item: TypeAlias = "Film | Director | Collection"

__all__ = ["ANY", "by_id", "command_for", "kind_of", "named", "unknown"]

ANY = "film, director or collection"

# From this score on a hit is right, where the next one is so much behind.
_SURE = 0.9
_AHEAD = 0.15
# Below this score a hit is a guess, which would not help in a message.
_FAIR = 0.6
_SUGGESTED = 3

# As `--format ids` writes them, or of a form that says whose they are: IMDb's films and
# people, Wikidata's, KMDb's.
_EXTERNAL = re.compile(r"[a-z]+:\S+|(?:tt|nm|Q|[A-Z]/)\d+", re.ASCII)

# What looks like a film's id is one: a wrong year must not show the film of another.
_FILM_ID = re.compile(r"[a-z0-9-]+-\d{4}", re.ASCII)


def kind_of(item: Item | Person | Topic) -> str:
    """Return the kind of an item, such as ``"film"``."""
    return type(item).__name__.lower()


def command_for(item: Person | Topic) -> str:
    """Return the command that lists the films of a person or a topic."""
    criteria = (
        {"cast": item.name} if isinstance(item, kcinema.Person) else item.criteria
    )
    options = (
        f"--{name.replace('_', '-')} {shlex.quote(str(value))}"
        for name, value in criteria.items()
    )
    return f"kcinema films {' '.join(options)}"


def by_id(catalogue: Catalogue, text: str) -> Item | None:
    """Return the record that has an id, an external id or a former id, or None."""
    # Films can be had one by one, and their ids usually end in a year.
    if text[-4:].isdigit():
        with suppress(kcinema.FilmNotFoundError):
            return catalogue.film(text)
    # What is not there would be searched for, to suggest another; so look first.
    records: tuple[Iterable[Item], ...] = (
        catalogue.collections(),
        catalogue.directors(),
        catalogue.films(),
    )
    for items in records:
        for item in items:
            if item.id == text:
                return item
    if _EXTERNAL.fullmatch(text):
        both: list[Film | Director] = [*catalogue.films(), *catalogue.directors()]
        for one in both:
            for name, value in one.ids.known().items():
                if text in {str(value), f"{name}:{value}"}:
                    return one
    for look_up in (catalogue.collection, catalogue.film, catalogue.director):
        with suppress(
            kcinema.CollectionNotFoundError,
            kcinema.FilmNotFoundError,
            kcinema.DirectorNotFoundError,
        ):
            return look_up(text)
    return None


def named(catalogue: Catalogue, text: str, kind: str | None = None) -> Item:
    """Return the one record that a text names, by an id, a title or a name.

    Args:
        catalogue: The catalogue to look in.
        text: The text.
        kind: The kind of record that is wanted; None for any.

    Raises:
        UsageError: There is none, or more than one; names the candidates.
    """
    found = by_id(catalogue, text)
    if found is not None:
        if kind not in {None, kind_of(found)}:
            msg = f"{text!r} is a {kind_of(found)}; expected a {kind}"
            raise UsageError(msg)
        return found
    hits = _search(catalogue, text, kind)
    best = hits[0].item if hits else None
    if isinstance(best, (kcinema.Person, kcinema.Topic)):
        msg = (
            f"{text!r} is a {kind_of(best)}, not a {kind or ANY}; "
            f"try: {command_for(best)}"
        )
        raise UsageError(msg)
    near = _records(hits)
    clear = None if _FILM_ID.fullmatch(text) else _clear(near)
    if clear is not None:
        return clear
    several = sum(score >= _SURE for _, score in near) > 1
    wanted = f"{'more than one' if several else 'no'} {kind or ANY}"
    raise UsageError(f"{wanted} is called {text!r}.{_hint(near)}")


def unknown(catalogue: Catalogue, text: str, others: Iterable[str]) -> UsageError:
    """Return the error for a text that is neither an id nor a command."""
    near = spelling.nearest(text, others)
    hint = _hint(_records(_search(catalogue, text)), near)
    return UsageError(f"no collection, film, director or command {text!r}.{hint}")


def _search(
    catalogue: Catalogue, text: str, kind: str | None = None
) -> list[SearchHit]:
    wanted: Any = kind  # one of a few words, which types tell apart
    return catalogue.search(text, kind=wanted) if text.strip() else []


def _records(hits: Iterable[SearchHit]) -> list[tuple[Item, float]]:
    """Return the records that were found, which have ids, with their scores."""
    return [
        (hit.item, hit.score)
        for hit in hits
        if not isinstance(hit.item, (kcinema.Person, kcinema.Topic))
    ]


def _clear(found: Sequence[tuple[Item, float]]) -> Item | None:
    """Return what was found if it is the only thing that can be meant."""
    exact = [item for item, score in found if score == 1]
    if len(exact) == 1:
        return exact[0]
    if not found or found[0][1] < _SURE:
        return None
    item, score = found[0]
    behind = found[1][1] if len(found) > 1 else 0
    return item if score - behind >= _AHEAD else None


def _hint(found: Iterable[tuple[Item, float]], others: Sequence[str] = ()) -> str:
    """Return a question that names what may have been meant, or nothing."""
    ids = [item.id for item, score in found if score >= _FAIR]
    near = [*others, *ids][:_SUGGESTED]
    return f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
