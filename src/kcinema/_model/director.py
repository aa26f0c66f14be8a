"""Director: someone who directed a film of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attr import field, frozen

import kcinema
from kcinema._lazy import Module
from kcinema._model import given
from kcinema._model.base import Record
from kcinema._model.fields import Id, Text

if TYPE_CHECKING:
    from kcinema._model import dates, parts, sources as _sources
else:
    # As for films: imported only when needed.
    dates = Module("kcinema._model.dates")
    parts = Module("kcinema._model.parts")
    _sources = Module("kcinema._model.sources")

__all__ = ["Director"]


@given.converting
@frozen(kw_only=True, eq=False, repr=False)
class Director(Record):
    """A director of one or more films in the catalogue.

    Attributes:
        id: The stable id: the name in ASCII, never reused.
        name: The name as the person spells it in Latin script.
        name_ko: The name in Hangul.
        aliases: Other spellings of the name.
        born: Date of birth, as precisely as it is known.
        died: Date of death; None if living, or if no source gives it.
        debut: The first feature film.
        bio: Training, work, and place in Korean cinema.
        ids: Ids in other catalogues.
        sources: The pages consulted, each with the fields that it supports.
        disputed: Values from other sources that disagree.
        former_ids: Earlier ids, which still resolve, with a warning.

    >>> import kcinema
    >>> director = kcinema.director("lee-chang-dong")
    >>> director.name_ko, director.films[0].title
    ('이창동', 'Green Fish')
    """

    _ours: ClassVar[frozenset[str]] = Record._ours | {
        "aliases",
        "bio",
        "sources",
        "disputed",
    }

    _rarely_read: ClassVar[frozenset[str]] = frozenset(
        {"debut", "bio", "sources", "disputed"}
    )

    name: Text
    name_ko: Text | None = None
    aliases: tuple[Text, ...] = field(default=(), converter=given.texts)
    born: dates.PartialDate | None = field(default=None, converter=given.partial_date)
    died: dates.PartialDate | None = field(default=None, converter=given.partial_date)
    debut: parts.Debut | None = field(default=None, converter=given.debut)
    bio: Text | None = None
    ids: parts.DirectorIds = field(
        factory=lambda: parts.DirectorIds(),  # noqa: PLW0108  # defers the import
        converter=given.director_ids,
    )
    sources: tuple[_sources.Source, ...] = field(default=(), converter=given.sources)
    disputed: tuple[_sources.Disputed, ...] = field(
        default=(), converter=given.disputed
    )
    former_ids: tuple[Id, ...] = field(default=(), converter=given.ids)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that the director is known by, including the id."""
        return (self.id, *filter(None, (self.name, self.name_ko)), *self.aliases)

    @property
    def films(self) -> kcinema.FilmList:
        """The director's films in the catalogue, earliest first."""
        return self.catalogue._lookups.films_by(self.id)

    def links(self) -> dict[str, str]:
        """Return the director's pages in other catalogues, by the catalogue's name.

        >>> import kcinema
        >>> links = kcinema.director("bong-joon-ho").links()
        >>> all(address.startswith("https://") for address in links.values())
        True
        """
        from kcinema._model import external

        return external.links(self.ids, "person")

    def __repr__(self) -> str:
        return f"<Director {self.id}: {self.name!r}>"

    def _repr_html_(self) -> str:
        from kcinema._model import html

        return html.director(self)
