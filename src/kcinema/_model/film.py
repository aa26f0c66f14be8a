"""Film: a feature film of Korean cinema."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attr import field, frozen

import kcinema
from kcinema._lazy import Module
from kcinema._model import given
from kcinema._model.base import Record
from kcinema._model.fields import CountryCode, Id, LanguageCode, Minutes, Text, Year

if TYPE_CHECKING:
    import datetime as dt

    from kcinema import vocabulary as words
    from kcinema._model import parts, sources as _sources
else:
    # Field types resolve at run time, but are imported only when needed: they would
    # slow down the first query.
    dt = Module("datetime")
    parts = Module("kcinema._model.parts")
    _sources = Module("kcinema._model.sources")
    words = Module("kcinema.vocabulary")

__all__ = ["Film"]


@given.converting
@frozen(kw_only=True, eq=False, repr=False)
class Film(Record):
    """A feature film of Korean cinema.

    Fields that no source settles are None, or empty if they hold several values.

    Attributes:
        id: The stable id: English title and year in ASCII, never reused.
        title: The English title under which it was released or shown abroad.
        title_ko: The Korean title as the Korean Film Archive gives it.
        romanized: The Korean title in Revised Romanization, as it is pronounced.
        aliases: Other titles and spellings that people search for.
        year: Year of the first public screening, at a festival or in cinemas.
        release_date: First release in Korean cinemas; None if there was none.
        runtime: Minutes, of the version first released.
        rating: Age rating on today's scale of the Korea Media Rating Board.
        admissions: Tickets sold, with the scope of the count.
        countries: Producing countries, ISO 3166 alpha-2.
        languages: Spoken languages, ISO 639-1.
        director_ids: The ids of the directors, in the order of the credits.
        cast: The first three to six actors in billing order.
        genres: One to three genres, the main one first.
        themes: One to six themes.
        awards: Prizes won; nominations for Cannes, Berlin, Venice, Oscars and BAFTA.
        honours: Membership in named lists.
        based_on: What it adapts, remakes or continues.
        ids: Its ids in other catalogues.
        logline: One sentence: who wants what, and what stands in the way.
        note: What to look for, and why the film matters in Korean cinema.
        sources: The pages consulted, each with the fields that it supports.
        disputed: Values from other sources that disagree.
        former_ids: Earlier ids, which still resolve, with a warning.

    >>> import kcinema
    >>> film = kcinema.film("parasite-2019")
    >>> film.title_ko, film.year, film.directors[0].name
    ('기생충', 2019, 'Bong Joon-ho')
    """

    _ours: ClassVar[frozenset[str]] = Record._ours | {
        "romanized",
        "aliases",
        "genres",
        "themes",
        "logline",
        "note",
        "sources",
        "disputed",
    }

    _rarely_read: ClassVar[frozenset[str]] = frozenset(
        {
            "cast",
            "awards",
            "honours",
            "based_on",
            "logline",
            "note",
            "sources",
            "disputed",
        }
    )

    title: Text
    title_ko: Text
    romanized: Text | None = None
    aliases: tuple[Text, ...] = field(default=(), converter=given.texts)
    year: Year
    release_date: dt.date | None = field(default=None, converter=given.date)
    runtime: Minutes | None = None
    rating: words.Rating | None = field(default=None, converter=given.rating)
    admissions: parts.Admissions | None = field(
        default=None, converter=given.admissions
    )
    countries: tuple[CountryCode, ...] = field(default=(), converter=given.texts)
    languages: tuple[LanguageCode, ...] = field(default=(), converter=given.texts)
    director_ids: tuple[Id, ...] = field(
        default=(), converter=given.ids, alias="directors"
    )
    cast: tuple[parts.Credit, ...] = field(default=(), converter=given.cast)
    genres: tuple[words.Genre, ...] = field(default=(), converter=given.genres)
    themes: tuple[words.Theme, ...] = field(default=(), converter=given.themes)
    awards: tuple[parts.Award, ...] = field(default=(), converter=given.awards)
    honours: tuple[parts.Honour, ...] = field(default=(), converter=given.honours)
    based_on: tuple[parts.BasedOn, ...] = field(default=(), converter=given.based_on)
    ids: parts.FilmIds = field(
        factory=lambda: parts.FilmIds(),  # noqa: PLW0108  # defers the import
        converter=given.film_ids,
    )
    logline: Text | None = None
    note: Text | None = None
    sources: tuple[_sources.Source, ...] = field(default=(), converter=given.sources)
    disputed: tuple[_sources.Disputed, ...] = field(
        default=(), converter=given.disputed
    )
    former_ids: tuple[Id, ...] = field(default=(), converter=given.ids)

    @property
    def titles(self) -> tuple[str, ...]:
        """Every title that the film is known by: English, Korean, romanized, others."""
        main = filter(None, (self.title, self.title_ko, self.romanized))
        return (*main, *self.aliases)

    @property
    def directors(self) -> tuple[kcinema.Director, ...]:
        """The directors, in the order of the credits.

        >>> import kcinema
        >>> [director.name for director in kcinema.film("memento-mori-1999").directors]
        ['Kim Tae-yong', 'Min Kyu-dong']
        """
        catalogue = self.catalogue
        return tuple(catalogue.director(id_) for id_ in self.director_ids)

    @property
    def collections(self) -> tuple[kcinema.Collection, ...]:
        """The collections that contain the film, halves and sections first."""
        return self.catalogue.collections(film=self.id)

    def links(self) -> dict[str, str]:
        """Return the film's pages in other catalogues, by the name of the catalogue.

        >>> import kcinema
        >>> kcinema.film("oldboy-2003").links()["imdb"]
        'https://www.imdb.com/title/tt0364569/'
        """
        from kcinema._model import external

        return external.links(self.ids, "film")

    @property
    def decade(self) -> int:
        """The first year of the film's decade, such as 1990."""
        return self.year // 10 * 10

    @property
    def era(self) -> words.Era:
        """The period of Korean film history that the film's year falls into."""
        return words.Era.of(self.year)

    def __repr__(self) -> str:
        return f"<Film {self.id}: {self.title!r} ({self.year})>"

    def _repr_html_(self) -> str:
        from kcinema._model import html

        return html.film(self)
