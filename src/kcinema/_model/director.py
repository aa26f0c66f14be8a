"""Director, and the value types of its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attr import field, frozen

from kcinema._lazy import Module
from kcinema._model.base import Record
from kcinema._model.dates import PartialDate
from kcinema._model.fields import Id, ImdbName, KmdbPerson, Text, Tmdb, Wikidata, Year

if TYPE_CHECKING:
    from kcinema._model import sources as _sources
    from kcinema._model.filmlist import FilmList
else:
    _sources = Module("kcinema._model.sources")

__all__ = ["Debut", "Director", "DirectorIds"]


@frozen(kw_only=True)
class DirectorIds:
    """A director's ids in other catalogues; None where no source confirms an id.

    Attributes:
        imdb: IMDb name id: ``"nm"`` and seven or eight digits.
        tmdb: TMDB person number.
        kmdb: Person number in the Korean Movie Database, such as ``"00001830"``.
        wikidata: Wikidata id: ``"Q"`` and a number.
    """

    imdb: ImdbName | None = None
    tmdb: Tmdb | None = None
    kmdb: KmdbPerson | None = None
    wikidata: Wikidata | None = None

    def known(self) -> dict[str, str | int]:
        """Return the ids that are known, by the name of their catalogue.

        >>> from kcinema import DirectorIds
        >>> DirectorIds(wikidata="Q485901").known()
        {'wikidata': 'Q485901'}
        """
        from kcinema._model import external

        return external.known(self)


@frozen(kw_only=True)
class Debut:
    """A director's first feature film, whether or not it is in the catalogue.

    Attributes:
        title: Its English title.
        title_ko: Its Korean title.
        year: The year it was released or first shown.
    """

    title: Text | None = None
    title_ko: Text | None = None
    year: Year | None = None

    def __str__(self) -> str:
        title = self.title or self.title_ko or "?"
        return f"{title} ({self.year})" if self.year else title


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
    aliases: tuple[Text, ...] = ()
    born: PartialDate | None = None
    died: PartialDate | None = None
    debut: Debut | None = None
    bio: Text | None = None
    ids: DirectorIds = field(factory=DirectorIds)
    sources: tuple[_sources.Source, ...] = ()
    disputed: tuple[_sources.Disputed, ...] = ()
    former_ids: tuple[Id, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that the director is known by, including the id."""
        return (self.id, *filter(None, (self.name, self.name_ko)), *self.aliases)

    @property
    def films(self) -> FilmList:
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
