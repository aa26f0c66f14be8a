"""The pages of the site: where each is, from which template, with which values."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from kcinema import hangul
from kcinema._site import essay
from kcinema._site.addresses import host
from kcinema._site.language import ENGLISH
from kcinema.exchange import jsonld
from kcinema.vocabulary import CollectionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcinema._model.director import Director
    from kcinema._model.film import Film
    from kcinema._model.parts import Award
    from kcinema._site.language import Language
    from kcinema._site.shelves import Shelves

__all__ = ["NAVIGATION", "Page", "pages"]

NAVIGATION = {
    "browse.html": "films",
    "collections.html": "collections",
    "directors.html": "directors",
    "themes.html": "themes",
    "about.html": "about",
}
"""The pages that every page links to, with the names of their texts."""

_HOSTS = 20
_COVERED = (
    "release_date runtime rating admissions countries languages cast logline note"
).split()


class Page(NamedTuple):
    """A page before it is written.

    Attributes:
        path: Where it is in the folder of its language.
        template: The name of the template.
        title: The title, without the name of the site.
        values: What the template is filled with.
        description: What the page is about, in a sentence.
        kind: The type in the words of Open Graph; None for a page of a site.
    """

    path: str
    template: str
    title: str
    values: dict[str, Any]
    description: str | None = None
    kind: str | None = None


def pages(shelves: Shelves, language: Language) -> Iterator[Page]:
    """Yield every page in a language."""
    yield _home(shelves, language)
    yield _browse(shelves, language)
    yield _collections(shelves, language)
    yield _directors(shelves, language)
    yield _themes(shelves, language)
    yield _about(shelves, language)
    for film in shelves.films:
        yield _film(film, shelves, language)
    for director in shelves.directors:
        title = language.director(director).first
        path = f"director/{director.id}.html"
        values = {"director": director}
        yield Page(path, "director.html", title, values)
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
        "similar": shelves.similar[film.id],
        "later": shelves.later.get(film.id, ()),
        "numbers": numbers,
        "cited": {one.source for one in (*film.cast, *film.awards, *film.honours)},
        "ceremonies": _ceremonies(film),
        "movie": language is ENGLISH and _movie(film),
    }
    title = f"{language.film(film).first} ({film.year})"
    path = f"film/{film.id}.html"
    # A text in English would not describe a Korean page.
    description = film.logline if language is ENGLISH else None
    return Page(path, "film.html", title, values, description, "video.movie")


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


def _home(shelves: Shelves, language: Language) -> Page:
    t = language.texts
    years = [film.year for film in shelves.films]
    lead = ""
    if years:
        lead = t["home_lead"].format(
            films=len(years), first=min(years), last=max(years)
        )
    values = {
        "lead": lead,
        "most": _most(shelves),
        "wall": essay.wall(shelves),
        "essay": essay.essay(shelves),
        "doors": essay.doors(shelves),
        "sections": _showcase(shelves),
    }
    return Page("index.html", "home.html", t["home_title"], values, lead)


def _most(shelves: Shelves) -> int:
    """Return how many films the largest era has."""
    return max((len(films) for films in shelves.eras.values()), default=1)


def _showcase(shelves: Shelves) -> list[Any]:
    """Return each half and, after it, its sections."""
    return [one for half in shelves.halves for one in (half, *half.sections)]


def _browse(shelves: Shelves, language: Language) -> Page:
    t = language.texts
    spoken = Counter(code for film in shelves.films for code in film.languages)
    values = {
        "sections": [
            (one.id, language.collection(one).first) for one in _showcase(shelves)
        ],
        "genres": [(genre.value, language.label(genre)) for genre in shelves.genres],
        "themes": sorted(
            ((theme.value, language.label(theme)) for theme in shelves.themes),
            key=lambda pair: pair[1],
        ),
        "decades": [(n, t["decade"].format(n)) for n in shelves.decades],
        "spoken": [(code, language.tongue(code)) for code, _ in spoken.most_common()],
        "scripts": [(one, t[f"script_{one}"]) for one in ("hangul", "latin", "hanja")],
        "orders": [(one, t[f"sort_{one}"]) for one in ("year", "new", "title")],
    }
    return Page("browse.html", "browse.html", t["browse"], values)


def _collections(shelves: Shelves, language: Language) -> Page:
    t = language.texts
    halves = [c for c in shelves.halves if c.id not in shelves.parents]
    named = {
        t["halves"]: halves + shelves.of_kind(CollectionKind.SECTION),
        t["kind_theme"]: shelves.of_kind(CollectionKind.THEME),
        t["kind_era"]: shelves.of_kind(CollectionKind.ERA),
        t["kind_honours"]: shelves.of_kind(CollectionKind.HONOURS),
        t["kind_genre"]: [
            one for one in shelves.collections if one.kind is CollectionKind.GENRE
        ],
    }
    groups = {name: some for name, some in named.items() if some}
    title = t["collections"]
    return Page("collections.html", "collections.html", title, {"groups": groups})


def _directors(shelves: Shelves, language: Language) -> Page:
    def letter(director: Director) -> str:
        first = language.director(director).first[0]
        return hangul.initials(first.upper())

    def order(director: Director) -> tuple[str, str]:
        return letter(director), language.director(director).first

    ordered = sorted(shelves.directors, key=order)
    letters = {name: [*some] for name, some in groupby(ordered, key=letter)}
    title = language.texts["directors"]
    return Page("directors.html", "directors.html", title, {"letters": letters})


def _themes(shelves: Shelves, language: Language) -> Page:
    themes = sorted(shelves.themes.items(), key=lambda pair: language.label(pair[0]))
    title = language.texts["themes"]
    return Page(
        "themes.html", "themes.html", title, {"themes": themes, "most": _most(shelves)}
    )


def _about(shelves: Shelves, language: Language) -> Page:
    films = shelves.films
    hosts = Counter(
        name for film in films for name in {host(source.url) for source in film.sources}
    )
    ranked = sorted(hosts.items(), key=lambda pair: (-pair[1], pair[0]))
    coverage = {
        name: round(100 * sum(bool(getattr(film, name)) for film in films) / len(films))
        for name in _COVERED
        if films
    }
    values = {
        "criteria": [one for one in _showcase(shelves) if one.criterion],
        "coverage": coverage,
        "hosts": ranked[:_HOSTS],
    }
    return Page("about.html", "about.html", language.texts["about"], values)


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
