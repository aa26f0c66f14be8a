"""Which film a row of somebody's table means, how surely, and why."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kcinema import spelling
from kcinema._linking import cells, titles
from kcinema._linking.tables import Called, Near, Tables
from kcinema.vocabulary import AdmissionsScope

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kcinema._linking.links import Verdict
    from kcinema._model.film import Film

__all__ = ["NOTHING", "Judged", "Linker"]


class Judged(NamedTuple):
    """What was found for a row.

    Attributes:
        films: The places of the films: one that is meant, several that it may be.
        score: From 0 to 1.
        verdict: ``sure``, ``probable``, ``ambiguous`` or ``none``.
        why: The reasons.
    """

    films: tuple[int, ...]
    score: float
    verdict: Verdict
    why: str


NOTHING = Judged((), 0.0, "none", "")
_KEPT = 2**16
_LEAST: tuple[float, Verdict, str] = (0.0, "none", "")


class Year:
    """How the year of a row stands to a film's."""

    WRONG, ABSENT, FAR, NEAR, SAME = range(5)


# By how near the name is, how the year stands, and whether the director agrees.
_SURE: Verdict = "sure"
_PROBABLE: Verdict = "probable"
_AMBIGUOUS: Verdict = "ambiguous"
_SCORES: dict[tuple[Near, int, bool], tuple[float, Verdict]] = {
    (Near.TITLE, Year.SAME, True): (0.99, _SURE),
    (Near.TITLE, Year.SAME, False): (0.97, _SURE),
    (Near.TITLE, Year.NEAR, True): (0.95, _SURE),
    (Near.TITLE, Year.NEAR, False): (0.85, _PROBABLE),
    (Near.TITLE, Year.FAR, True): (0.9, _PROBABLE),
    (Near.TITLE, Year.ABSENT, True): (0.92, _PROBABLE),
    (Near.TITLE, Year.ABSENT, False): (0.75, _PROBABLE),
    (Near.TITLE, Year.WRONG, True): (0.65, _PROBABLE),
    (Near.NAME, Year.SAME, True): (0.93, _PROBABLE),
    (Near.NAME, Year.SAME, False): (0.86, _PROBABLE),
    (Near.NAME, Year.NEAR, True): (0.88, _PROBABLE),
    (Near.NAME, Year.NEAR, False): (0.72, _PROBABLE),
    (Near.NAME, Year.FAR, True): (0.7, _PROBABLE),
    (Near.NAME, Year.ABSENT, True): (0.8, _PROBABLE),
    (Near.NAME, Year.ABSENT, False): (0.4, _AMBIGUOUS),
    (Near.SPOKEN, Year.SAME, True): (0.94, _PROBABLE),
    (Near.SPOKEN, Year.SAME, False): (0.88, _PROBABLE),
    (Near.SPOKEN, Year.NEAR, True): (0.9, _PROBABLE),
    (Near.SPOKEN, Year.NEAR, False): (0.78, _PROBABLE),
    (Near.SPOKEN, Year.FAR, True): (0.8, _PROBABLE),
    (Near.SPOKEN, Year.ABSENT, True): (0.85, _PROBABLE),
    (Near.SPOKEN, Year.ABSENT, False): (0.62, _PROBABLE),
    (Near.LOOSE, Year.SAME, True): (0.85, _PROBABLE),
    (Near.LOOSE, Year.SAME, False): (0.7, _PROBABLE),
    (Near.LOOSE, Year.NEAR, True): (0.75, _PROBABLE),
    (Near.LOOSE, Year.ABSENT, True): (0.65, _PROBABLE),
}
# What a verdict is worth when something speaks against it.
_LOWERED: dict[Verdict, float] = {_PROBABLE: 0.84, _AMBIGUOUS: 0.45}
# How many letters, or syllables of Hangul, a name must have so that no other film is
# likely to have it: the fewer, the better name and year agree.
_LETTERS = {
    (Near.TITLE, Year.SAME): (0, 0),
    (Near.TITLE, Year.NEAR): (8, 2),
    (Near.TITLE, Year.ABSENT): (9, 8),
    (Near.SPOKEN, Year.SAME): (3, 0),
    (Near.SPOKEN, Year.NEAR): (9, 0),
    (Near.SPOKEN, Year.ABSENT): (12, 0),
    (Near.NAME, Year.SAME): (5, 2),
    (Near.NAME, Year.NEAR): (12, 3),
    (Near.LOOSE, Year.SAME): (0, 0),
}
# A Korean title alone means the film that has had so many admissions.
_MANY = {AdmissionsScope.NATIONAL: 1_000_000, AdmissionsScope.SEOUL: 300_000}
# An English title and the year mean it, whoever else has made a film of both.
_MOST = {AdmissionsScope.NATIONAL: 10_000_000, AdmissionsScope.SEOUL: 3_000_000}
_NEAR = {
    Near.TITLE: "title",
    Near.SPOKEN: "romanized title",
    Near.NAME: "another name",
    Near.LOOSE: "nearly the title",
}
_YEARS = {
    Year.SAME: ", year",
    Year.NEAR: ", a year apart",
    Year.FAR: ", two years apart",
    Year.ABSENT: "",
    Year.WRONG: ", another year",
}


class Linker:
    """Finds the films of a catalogue that rows mean.

    Args:
        films: The films.
        namesakes: By the key of a title: the years of other films that have it,
            with spaces between; a question mark behind those of little-known films.
    """

    def __init__(self, films: Sequence[Film], namesakes: Mapping[str, str]) -> None:
        self.films = films
        self._namesakes = namesakes
        self._tables = Tables(films)
        self._years = [_years(film) for film in films]
        self._popular = [_is_seen(film, _MANY) for film in films]
        self._famous = [_is_seen(film, _MOST) for film in films]
        # In a table of events the same few titles recur.
        self._known_title = lru_cache(_KEPT)(self._by_title)

    def judge(
        self,
        named: Sequence[object],
        year: object = None,
        director: object = None,
        ids: Mapping[str, object] | None = None,
        original: object = None,
    ) -> Judged:
        """Return which film the cells of a row mean."""
        known = _ids(ids) if ids else None
        if known:
            judged = self._by_id(known)
            if judged is not None:
                return judged
        written = tuple(filter(None, map(cells.text, named)))
        if not written:
            return NOTHING
        found = self._known_title(
            written,
            None if year is None else cells.year(year),
            "" if director is None else cells.text(director),
            "" if original is None else cells.text(original),
        )
        return self._not_another(found, known) if known else found

    def are_strangers(self, named: Sequence[Sequence[object]]) -> list[bool]:
        """Return for each row whether it is certain that its titles mean no film.

        Args:
            named: The columns with titles.
        """
        near = [self._tables.may_name(column) for column in named]
        return [not any(row) for row in zip(*near, strict=True)]

    # By id ----------------------------------------------------------------------------

    def _by_id(self, known: Mapping[str, str | int]) -> Judged | None:
        places = {
            name: place
            for name, value in known.items()
            if (place := self._tables.by_id.get((name, value))) is not None
        }
        films = tuple(dict.fromkeys(places.values()))
        if not films:
            return None
        if len(films) > 1:
            return Judged(films, 0.5, "ambiguous", "ids of several films")
        # The other ids of the row must not be those of another film.
        return self._not_another(
            Judged(films, 1.0, "sure", ", ".join(places)), known, but=places
        )

    def _not_another(
        self,
        judged: Judged,
        known: Mapping[str, str | int],
        but: Mapping[str, int] | None = None,
    ) -> Judged:
        """Return what was found, unless an id says that the row is another film."""
        if len(judged.films) != 1:
            return judged
        own = self.films[judged.films[0]].ids.known()
        other = [
            name for name, value in known.items() if name in own and own[name] != value
        ]
        if not other:
            return judged
        if but:
            return Judged(
                judged.films, 0.5, "ambiguous", f"{judged.why}; another {other[0]}"
            )
        return Judged((), 0.0, "none", f"{judged.why}, but another {other[0]}")

    # By title -------------------------------------------------------------------------

    def _by_title(
        self, written: tuple[str, ...], year: int | None, director: str, original: str
    ) -> Judged:
        best: dict[int, tuple[float, Verdict, str]] = {}
        for field in map(titles.read, written):
            for at, title in enumerate(field.titles):
                for called in self._tables.called(title):
                    found = self._weigh(
                        called, year or field.year, director, original, whole=not at
                    )
                    if found and found > best.get(called.film, _LEAST):
                        best[called.film] = found
        if not best:
            return NOTHING
        score, verdict, why = max(best.values())
        films = tuple(film for film, found in best.items() if found[0] == score)
        if len(films) > 1:
            return Judged(films, 0.5, _AMBIGUOUS, f"{why}; several films")
        return Judged(films, score, verdict, why)

    def _weigh(
        self,
        called: Called,
        year: int | None,
        director: str,
        original: str,
        *,
        whole: bool,
    ) -> tuple[float, Verdict, str] | None:
        film, near, _ = called
        agrees = self._agrees(film, director)
        if agrees is False:
            return None
        stands = self._stands(film, year)
        confirmed, but = False, ""
        if original and not agrees:
            confirmed, but = self._by_original(called, original)
        # Two titles are of one film, as a title and a director are.
        both = confirmed and near == Near.TITLE and stands in (Year.NEAR, Year.SAME)
        judged = _SCORES.get((near, stands, bool(agrees) or both))
        # A part of a title in another year may be of a sequel by the same director.
        if judged is None or (stands in (Year.WRONG, Year.FAR) and not whole):
            return None
        score, verdict = judged
        why = f"{_NEAR[near]}{_YEARS[stands]}"
        if agrees or both:
            why += ", director" if agrees else ", original title"
        elif verdict != _AMBIGUOUS:
            doubt = self._doubt(called, verdict, year, stands, but)
            if doubt:
                score, verdict, but = doubt
                why = f"{why}; {but}"
        return score, verdict, why

    def _doubt(
        self, called: Called, verdict: Verdict, year: int | None, stands: int, but: str
    ) -> tuple[float, Verdict, str] | None:
        """Return what a title is worth by which another film may be meant, and why."""
        film, near, key = called
        if stands == Year.ABSENT and not but and self._means(film, key):
            return None
        letters, syllables = _LETTERS[near, stands]
        if self._is_shared(key, year, stands):
            return 0.45, _AMBIGUOUS, "another film has this title"
        if len(key) < (letters if key.isascii() else syllables):
            return 0.4, _AMBIGUOUS, "too short to tell"
        if not but and f"{year}?" in self._others(key) and not self._famous[film]:
            but = "a little-known film has both"
        if not but:
            return None
        lower = _PROBABLE if verdict == _SURE else _AMBIGUOUS
        return _LOWERED[lower], lower, but

    def _by_original(self, called: Called, original: str) -> tuple[bool, str]:
        """Return whether an original title confirms the film, and what it says against.

        Films of other countries share English titles with ours, not Korean ones.
        """
        english = spelling.key(self.films[called.film].title)
        own = {
            key
            for title in titles.read(original).titles
            for film, _, key in self._tables.called(title)
            if film == called.film
        }
        if not own:
            return False, "another original title"
        if called.key == english and own == {english}:
            return False, "an English original title"
        return bool(own - {called.key}), ""

    def _stands(self, film: int, year: int | None) -> int:
        if year is None:
            return Year.ABSENT
        apart = min(abs(own - year) for own in self._years[film])
        return (Year.SAME, Year.NEAR, Year.FAR)[apart] if apart <= 2 else Year.WRONG  # noqa: PLR2004

    def _means(self, film: int, key: str) -> bool:
        """Return whether a Korean title alone means a film, of all that may have it."""
        only = len(self._tables.exactly(key)) == 1
        return only and self._popular[film] and not key.isascii()

    def _is_shared(self, key: str, year: int | None, stands: int) -> bool:
        """Return whether a known film of this title fits the row's year as well."""
        others = [int(own) for own in self._others(key) if own.isdigit()]
        if year is None:
            return any(others)
        within = 0 if stands == Year.SAME else 1 if stands == Year.NEAR else 2
        return any(abs(other - year) <= within for other in others)

    def _others(self, key: str) -> list[str]:
        return self._namesakes.get(key, "").split()

    def _agrees(self, film: int, director: str) -> bool | None:
        """Return whether a cell names a director of a film; None if it is empty."""
        if not director:
            return None
        own = self._tables.makers[film]
        return any(
            name in own or bool(get_close_matches(name, own, 1, _ALIKE))
            for person in _people(director)
            for name in (*spelling.name_keys([person]), *spelling.name_sounds([person]))
        )


_BETWEEN_PEOPLE = re.compile(r"\s*(?:[,;/|&·ㆍ]|\band\b)\s*")
# Numbers by which lists tell people of one name apart: Kim Ki-duk (2).
_APART = re.compile(r"\s*\([^)]*\)")
# Names that differ by no more than a slip: O Meul and O Muel.
_ALIKE = 0.85


def _people(cell: str) -> list[str]:
    """Return the names in a cell for people, which may be written "Bong, Joon-ho"."""
    plain = _APART.sub("", cell)
    found = [name for name in _BETWEEN_PEOPLE.split(plain) if name]
    return [plain.replace(",", " "), *found] if plain.count(",") == 1 else found


def _is_seen(film: Film, least: Mapping[AdmissionsScope, int]) -> bool:
    """Return whether so many have seen a film that its title alone means it."""
    admissions = film.admissions
    return admissions is not None and admissions.count >= least[admissions.scope]


def _years(film: Film) -> tuple[int, ...]:
    if film.release_date is None:
        return (film.year,)
    return tuple({film.year, film.release_date.year})


def _ids(given: Mapping[str, object]) -> dict[str, str | int]:
    read = {
        name: cells.IDS[name](written)
        for name, cell in given.items()
        if (written := cells.text(cell))
    }
    return {name: value for name, value in read.items() if value is not None}
