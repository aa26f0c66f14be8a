"""The pages by which one comes in: home, browsing, and the lists of all there is."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kcinema import hangul
from kcinema._site import essay
from kcinema._site.addresses import host
from kcinema._site.page import Page
from kcinema.vocabulary import CollectionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcinema._model.director import Director
    from kcinema._site.language import Language
    from kcinema._site.shelves import Shelves

__all__ = ["NAVIGATION", "fronts"]

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
    "release_date",
    "runtime",
    "rating",
    "admissions",
    "countries",
    "languages",
    "cast",
    "logline",
    "note",
)


def fronts(shelves: Shelves, language: Language) -> Iterator[Page]:
    """Yield each of them in a language."""
    yield _home(shelves, language)
    yield _browse(shelves, language)
    yield _collections(shelves, language)
    yield _directors(shelves, language)
    yield _themes(shelves, language)
    yield _about(shelves, language)


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
