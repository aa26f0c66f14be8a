"""Why two films are alike, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcinema._search.traits import actor
from kcinema.vocabulary import Genre, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kcinema._model.film import Film
    from kcinema._search.traits import Trait

__all__ = ["of"]

# More than this nobody reads.
_MOST = 4
_MOST_THEMES = 3

_SUBJECTS = {
    Theme.AMERICAN_PRESENCE: "the American presence in Korea",
    Theme.COLONIAL_PERIOD: "the colonial period",
    Theme.CONFUCIAN_FAMILY: "the Confucian family",
    Theme.DEFECTORS: "defectors and the North",
    Theme.DIVISION: "the division of Korea",
    Theme.IMF_CRISIS: "the IMF crisis",
    Theme.JOSEON: "the Joseon period",
    Theme.KOREAN_WAR: "the Korean War",
    Theme.SEWOL: "the Sewol disaster",
    Theme.VIETNAM_WAR: "the Vietnam War",
    Theme.BUDDHISM: "Buddhism",
    Theme.CHRISTIANITY: "Christianity",
    Theme.GWANGJU: "Gwangju",
    Theme.CINEMA: "film-making",
    Theme.MEDIA: "the media",
    Theme.MILITARY: "life in the army",
    Theme.POLICE: "the police",
    Theme.QUEER: "queer lives",
    Theme.SEA: "the sea",
    Theme.WOMEN: "women's lives",
}
# What films of a genre are called, several of them.
_PLURALS = {
    Genre.ACTION: "action films",
    Genre.ADVENTURE: "adventure films",
    Genre.ANIMATION: "animated films",
    Genre.COMEDY: "comedies",
    Genre.CRIME: "crime films",
    Genre.DISASTER: "disaster films",
    Genre.DOCUMENTARY: "documentaries",
    Genre.EROTIC: "erotic films",
    Genre.EXPERIMENTAL: "experimental films",
    Genre.FANTASY: "fantasies",
    Genre.HISTORICAL: "historical films",
    Genre.HORROR: "horror films",
    Genre.MARTIAL_ARTS: "martial arts films",
    Genre.MYSTERY: "mysteries",
    Genre.SCIENCE_FICTION: "science fiction",
    Genre.SPORT: "sports films",
    Genre.WAR: "war films",
}


def of(
    film: Film,
    other: Film,
    bonds: Mapping[str, str],
    shared: Mapping[Trait, float],
) -> tuple[str, ...]:
    """Return what a film shares with another, most important first.

    Args:
        film: The film that was asked about.
        other: The other one, which the reasons speak of.
        bonds: What binds them, by kind.
        shared: How much each trait adds to their likeness.
    """
    found = [*_bound(film, other, bonds), *_alike(film, other, shared)]
    if "list" in bonds:
        found.append(f"both in “{bonds['list']}”")
    return tuple(found[:_MOST]) or (_beside(shared),)


def _bound(film: Film, other: Film, bonds: Mapping[str, str]) -> Iterator[str]:
    if "relation" in bonds:
        newer = bonds["relation"] == other.id
        yield (
            f"{other.title} continues or remakes it"
            if newer
            else f"continues or remakes {other.title}"
        )
    if "source" in bonds:
        yield f"both from “{bonds['source']}”"
    if "liked" in bonds:
        asked = bonds["liked"] == film.id
        yield (
            f"the editors' answer to {film.title}"
            if asked
            else f"it is the editors' answer to {other.title}"
        )


def _alike(film: Film, other: Film, shared: Mapping[Trait, float]) -> Iterator[str]:
    """Yield what two films share, by how much it adds."""
    themes = [theme for theme in film.themes if theme in other.themes]
    themes.sort(key=lambda theme: -shared.get(("theme", theme.value), 0.0))
    genres = [genre for genre in film.genres if genre in other.genres]
    directors = [d for d in other.director_ids if d in film.director_ids]
    theirs = {actor(credit) for credit in film.cast}
    cast = [credit for credit in other.cast if actor(credit) in theirs]
    if directors:
        names = [d.name for d in other.directors if d.id in directors]
        yield f"also directed by {_and(names)}"
    if themes:
        yield f"both about {_and([_subject(theme) for theme in themes[:_MOST_THEMES]])}"
    if cast:
        yield f"both with {_and([str(c.name or c.name_ko) for c in cast])}"
    if genres:
        yield f"both {_and([_plural(genre) for genre in genres])}"


def _beside(shared: Mapping[Trait, float]) -> str:
    """Return the theme of one film that often goes with those of the other."""
    themes = {value: n for (kind, value), n in shared.items() if kind == "theme"}
    best = sorted(themes, key=lambda value: (-themes[value], value))[:1]
    return f"both close to {_and([_subject(Theme(value)) for value in best])}"


def _subject(theme: Theme) -> str:
    return _SUBJECTS.get(theme, theme.label.lower())


def _plural(genre: Genre) -> str:
    return _PLURALS.get(genre, f"{genre.label.lower()}s")


def _and(words: list[str]) -> str:
    """Join words with commas and "and".

    >>> from kcinema._search.reasons import _and
    >>> _and(["class"]), _and(["class", "family", "memory"])
    ('class', 'class, family and memory')
    """
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
