"""A program that uses kcinema, as type checkers see it. Checked, never run.

What must be an error is marked; an error that is no longer reported fails the check.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from typing_extensions import Unpack, assert_type

import kcinema
from kcinema import Catalogue, Collection, Criteria, Film, FilmList, Genre, SearchHit

from kcinema import hiden_gems  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]  # isort: skip  # noqa: F401


@dataclass
class Card:
    """What the program shows of a film."""

    title: str
    year: int
    why: str
    link: str | None


def cards(collection: Collection, films: Iterable[Film]) -> Iterator[Card]:
    """Make cards of films with the reasons of a collection."""
    for film in films:
        imdb = film.links().get("imdb")
        yield Card(film.title, film.year, collection.why(film), imdb)


def tonight(
    catalogue: Catalogue, *, minutes: int | None = None, **criteria: Unpack[Criteria]
) -> FilmList:
    """Choose gems of a length, by any other criteria."""
    gems = catalogue.hidden_gems()
    found = gems.where(**criteria) & catalogue.films(runtime=(None, minutes))
    return (found - catalogue.cult_classics()).sorted_by("-year", "title").sample(3)


def find(text: str, kind: Literal["film", "director"]) -> list[str]:
    """Return the names of what a text finds."""
    if kind == "film":
        return [hit.item.title for hit in kcinema.search(text, kind="film")]
    return [hit.item.name for hit in kcinema.search(text, kind="director")]


def best(hits: list[SearchHit]) -> SearchHit | None:
    """Return the first reliable hit."""
    return next((hit for hit in hits if hit.score >= 0.6), None)


def decades(films: FilmList) -> dict[int, list[str]]:
    """Return titles by decade."""
    return {
        decade: [film.title for film in group]
        for decade, group in films.group_by("decade").items()
    }


def as_json(film: Film) -> str:
    """Return a film as JSON, and read it again."""
    values = film.to_dict()
    assert_type(Film.from_dict(values), Film)
    return json.dumps(values, ensure_ascii=False)


assert_type(tonight(kcinema.catalogue(), minutes=90, genre=[Genre.HORROR]), FilmList)
assert_type(find("봉준호", "director"), list[str])
tonight(kcinema.catalogue(), gnre="horror")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
tonight(kcinema.catalogue(), year="1999")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
find("봉준호", "collection")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
kcinema.film("parasite-2019").genres.append(Genre.WAR)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
kcinema.hidden_gems().sorted_by("yaer")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
