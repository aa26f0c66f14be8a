"""The pages of the site: where each is, from which template, with which values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kcinema._site.fronts import fronts
from kcinema._site.kinship import in_common
from kcinema._site.language import ENGLISH, KOREAN
from kcinema._site.page import Page
from kcinema.exchange import jsonld

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcinema._model.film import Film
    from kcinema._model.parts import Award
    from kcinema._site.language import Language
    from kcinema._site.shelves import Shelves

__all__ = ["pages"]


def pages(shelves: Shelves, language: Language) -> Iterator[Page]:
    """Yield every page in a language."""
    yield from fronts(shelves, language)
    for film in shelves.films:
        yield _film(film, shelves, language)
    for director in shelves.directors:
        title = language.director(director).first
        path = f"director/{director.id}.html"
        yield Page(path, "director.html", title, {"director": director})
    for collection in shelves.collections:
        title = language.collection(collection).first
        values = {
            "collection": collection,
            "parents": shelves.parents.get(collection.id, ()),
        }
        text, _ = language.lead(collection)
        path = f"collection/{collection.id}.html"
        yield Page(path, "collection.html", title, values, text)
    yield from _lists(shelves, language)


def _film(film: Film, shelves: Shelves, language: Language) -> Page:
    numbers = {source.url: n for n, source in enumerate(film.sources, start=1)}
    values = {
        "film": film,
        "places": shelves.places[film.id],
        "similar": [*_near(film, shelves, language)],
        "later": shelves.later.get(film.id, ()),
        "numbers": numbers,
        "cited": {
            *(credit.source for credit in film.cast),
            *(award.source for award in film.awards),
            *(honour.source for honour in film.honours),
        },
        "ceremonies": _ceremonies(film),
        "movie": language is ENGLISH and _movie(film),
    }
    title = f"{language.film(film).first} ({film.year})"
    path = f"film/{film.id}.html"
    # A text in English would not describe a Korean page.
    description = film.logline if language is ENGLISH else None
    return Page(path, "film.html", title, values, description, "video.movie")


class _Near(NamedTuple):
    """A film near another, and why: in the language's words, or else in English."""

    film: Film
    reasons: tuple[str, ...]
    shared: str | None


def _near(film: Film, shelves: Shelves, language: Language) -> Iterator[_Near]:
    for one in shelves.similar[film.id]:
        shared = language is KOREAN and in_common(film, one.film, language)
        yield _Near(one.film, one.reasons, shared or None)


def _movie(film: Film) -> str:
    """Return what search engines read of a film, without what the page's head says."""
    found = jsonld.movie(film)
    found.pop("description", None)
    return jsonld.script({"@context": "https://schema.org", **found})


def _ceremonies(film: Film) -> dict[tuple[Any, int], list[Award]]:
    """Return the prizes by who gave them and when, in the order of the record."""
    found: dict[tuple[Any, int], list[Award]] = {}
    for award in film.awards:
        found.setdefault((award.body, award.year), []).append(award)
    return found


def _lists(shelves: Shelves, language: Language) -> Iterator[Page]:
    t = language.texts
    for era, films in shelves.eras.items():
        first, last = films[0].year, films[-1].year
        values = {
            "heading": language.label(era),
            "span": t["years"].format(first, last),
            "films": films,
            "together": (),
        }
        yield Page(f"era/{era.value}.html", "list.html", language.label(era), values)
    for theme, films in shelves.themes.items():
        values = {
            "heading": language.label(theme),
            "span": "",
            "films": films,
            "together": shelves.together(theme),
        }
        yield Page(
            f"theme/{theme.value}.html", "list.html", language.label(theme), values
        )
