"""What an export is given: films, and what their collection says about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attr import field, frozen

from kcinema._model.collection import Collection
from kcinema._model.filmlist import FilmList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcinema._model.film import Film
    from kcinema._model.filmlist import Films

__all__ = ["Selection"]


@frozen(kw_only=True)
class Selection:
    """Films to export, with title, criterion and reasons if they are a collection.

    Attributes:
        films: The films, in order.
        title: The title of the collection; None if the films are just a list.
        title_ko: Its title in Korean.
        summary: What it contains.
        criterion: What its films have to meet.
        reasons: Why each film is in it, by the id of the film.
        sections: Its sections, each with its films and reasons.
    """

    films: FilmList
    title: str | None = None
    title_ko: str | None = None
    summary: str | None = None
    criterion: str | None = None
    reasons: Mapping[str, str] = field(factory=dict)
    sections: tuple[Selection, ...] = ()

    @classmethod
    def of(cls, films: Films, limit: int | None = None) -> Selection:
        """Return the selection of a film list or of a collection.

        Args:
            films: The film list or collection.
            limit: The number of films to keep, from the first on; None for all.
        """
        kept = films.films[:limit]
        return _of(films, kept) if isinstance(films, Collection) else cls(films=kept)

    def name(self, wanted: str | None = None) -> str:
        """Return the title that a list gets: the wanted one, or the collection's."""
        return wanted or self.title or "Korean films"

    def why(self, film: Film) -> str:
        """Return the reason for a film; empty if there is none."""
        return self.reasons.get(film.id, "")

    def with_ids(self, *names: str) -> tuple[FilmList, FilmList]:
        """Return the films that have one of the external ids, and the others."""
        kept = FilmList(
            film
            for film in self.films
            if any(getattr(film.ids, name) is not None for name in names)
        )
        return kept, self.films - kept


def _of(collection: Collection, kept: FilmList) -> Selection:
    """Return the selection of those films of a collection that are kept."""
    films = collection & kept
    sections = (_of(section, kept) for section in collection.sections)
    return Selection(
        films=films,
        title=collection.title,
        title_ko=collection.title_ko,
        summary=collection.summary,
        criterion=collection.criterion,
        reasons={film.id: collection.why(film) for film in films},
        sections=tuple(section for section in sections if section.films),
    )
