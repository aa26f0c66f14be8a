"""Why one film is near another, for readers of Korean: reasons come in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcinema._model.film import Film
    from kcinema._site.language import Language

__all__ = ["in_common"]

T = TypeVar("T")
_THEMES = 3


def in_common(film: Film, other: Film, language: Language) -> str | None:
    """Return the first thing that two films share, or None if no words are known.

    A documented relation says more than a director, a director more than a theme, a
    theme more than a genre, as for :func:`kcinema.similar`.

    >>> import kcinema
    >>> from kcinema._site.kinship import in_common
    >>> from kcinema._site.language import KOREAN
    >>> film, other = map(kcinema.film, ("parasite-2019", "the-host-2006"))
    >>> in_common(film, other, KOREAN)
    '같은 감독: 봉준호'
    """
    t = language.texts
    olds = {basis.film for one in (film, other) for basis in one.based_on}
    if olds & {film.id, other.id}:
        return t["related"]
    if directors := _both(film.directors, other.directors):
        names = [language.director(director).first for director in directors]
        return t["same_director"].format(", ".join(names))
    if themes := _both(film.themes, other.themes):
        return t["same_theme"].format(", ".join(map(language.label, themes[:_THEMES])))
    if genres := _both(film.genres, other.genres):
        return t["same_genre"].format(", ".join(map(language.label, genres)))
    return None


def _both(some: Iterable[T], others: Iterable[T]) -> list[T]:
    known = {*others}
    return [one for one in some if one in known]
