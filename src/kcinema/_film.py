"""Film, and the values that a film holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from kcinema._dates import PartialDate
from kcinema._forms import (
    Count,
    CountryCode,
    Id,
    ImdbTitle,
    KmdbFilm,
    Kobis,
    LanguageCode,
    Minutes,
    Rank,
    Text,
    Tmdb,
    Wikidata,
    Year,
)
from kcinema._provenance import Disputed, Source
from kcinema._record import Record, ids as _ids
from kcinema.vocabulary import (
    AdmissionsScope,
    AwardBody,
    AwardResult,
    BasisKind,
    Era,
    Genre,
    HonourList,
    Rating,
    Theme,
)

if TYPE_CHECKING:
    from kcinema._collection import Collection
    from kcinema._director import Director

__all__ = ["Admissions", "Award", "BasedOn", "Credit", "Film", "FilmIds", "Honour"]


@frozen(kw_only=True)
class Credit:
    """An actor's part in a film.

    Attributes:
        name: The actor's name as they spell it in Latin script, or None.
        name_ko: The name in Hangul, or None.
        role: The character, where a source says it.
    """

    name: Text | None = None
    name_ko: Text | None = None
    role: Text | None = None

    def __str__(self) -> str:
        name = self.name or self.name_ko or "?"
        return f"{name} ({self.role})" if self.role else name


@frozen(kw_only=True)
class Admissions:
    """Tickets sold, with what the count covers.

    Attributes:
        count: The number of tickets.
        scope: Nationwide or Seoul only; the two never compare.
        as_of: The day, month or year at which the count stood, where that is known.
    """

    count: Count
    scope: AdmissionsScope
    as_of: PartialDate | None = None

    def __str__(self) -> str:
        where = " in Seoul" if self.scope is AdmissionsScope.SEOUL else ""
        return f"{self.count:,}{where}"


@frozen(kw_only=True)
class Award:
    """A prize that a film, or someone for it, won or was nominated for.

    Attributes:
        body: Who gives the prize.
        year: The year of the ceremony.
        category: The prize, such as ``"Palme d'Or"``.
        result: Won, or nominated.
        recipient: The person it went to; None where it went to the film.
    """

    body: AwardBody
    year: Year
    category: Text
    result: AwardResult = AwardResult.WON
    recipient: Text | None = None

    def __str__(self) -> str:
        text = f"{self.body.label} {self.year}: {self.category}"
        if self.result is AwardResult.NOMINATED:
            text += " (nominated)"
        return f"{text}, {self.recipient}" if self.recipient else text


@frozen(kw_only=True)
class Honour:
    """Membership in a named list.

    Attributes:
        list: The list.
        rank: The place in it, where the list has places and a source names this one.
    """

    list: HonourList
    rank: Rank | None = None

    def __str__(self) -> str:
        return f"{self.list.label}, no. {self.rank}" if self.rank else self.list.label


@frozen(kw_only=True)
class BasedOn:
    """What a film is based on.

    Attributes:
        kind: The kind of work.
        title: Its title.
        author: Its author.
        film: The id of the film in this catalogue that is remade or continued.
    """

    kind: BasisKind
    title: Text | None = None
    author: Text | None = None
    film: Id | None = None

    def __str__(self) -> str:
        text = self.kind.label
        if self.title:
            text += f" “{self.title}”"
        return f"{text} by {self.author}" if self.author else text


_EXTERNAL = ("imdb", "tmdb", "kmdb", "kobis", "wikidata")


@frozen(kw_only=True)
class FilmIds:
    """The film in other catalogues; None where no source pairs the two.

    Attributes:
        imdb: Such as ``"tt0364569"``.
        tmdb: Such as ``670``.
        kmdb: Korean Movie Database of the Korean Film Archive, such as ``"K/05928"``.
        kobis: Eight-character code of the Korean Film Council's box-office system.
        wikidata: ``"Q"`` and a number.
    """

    imdb: ImdbTitle | None = None
    tmdb: Tmdb | None = None
    kmdb: KmdbFilm | None = None
    kobis: Kobis | None = None
    wikidata: Wikidata | None = None

    def known(self) -> dict[str, str | int]:
        """Give the ids that are known, by the name of their catalogue.

        >>> FilmIds(imdb="tt0364569", tmdb=670).known()
        {'imdb': 'tt0364569', 'tmdb': 670}
        """
        return {
            name: value
            for name in _EXTERNAL
            if (value := getattr(self, name)) is not None
        }


@frozen(kw_only=True, eq=False, repr=False)
class Film(Record):
    """A feature film of Korean cinema.

    Fields that no source settles are None, or empty where they hold several values.

    Attributes:
        id: The stable id: English title and year in ASCII, never reused.
        title: The English title it was released or shown under abroad.
        title_ko: The Korean title as the Korean Film Archive prints it.
        romanized: The Korean title in Revised Romanization, by its pronunciation.
        aliases: Other titles and spellings that people search for.
        year: Year of the first public screening, in a festival or in cinemas.
        release_date: First release in Korean cinemas; None if there was none.
        runtime: Minutes, of the version first released.
        rating: Age rating on today's scale of the Korea Media Rating Board.
        admissions: Tickets sold, with the scope of the count.
        countries: Producing countries, ISO 3166 alpha-2.
        languages: Spoken languages, ISO 639-1.
        director_ids: The ids of the directors, in the order of the credits.
        cast: The first three to six actors in billing order.
        genres: One to three genres, the foremost first.
        themes: One to six themes.
        awards: Prizes won; nominations for Cannes, Berlin, Venice, Oscars and BAFTA.
        honours: Membership in named lists.
        based_on: What it adapts, remakes or continues.
        ids: Its ids in other catalogues.
        logline: One sentence: who wants what, and what stands in the way.
        note: What to look for, and why the film matters in Korean cinema.
        sources: The pages that were read, each with the fields it vouches for.
        disputed: Values of other sources where sources disagree.
        former_ids: Ids it had before; they still resolve, with a warning.

    >>> import kcinema
    >>> film = kcinema.film("parasite-2019")
    >>> film.title_ko, film.year, film.directors[0].name
    ('기생충', 2019, 'Bong Joon-ho')
    """

    title: Text
    title_ko: Text
    romanized: Text | None = None
    aliases: tuple[Text, ...] = ()
    year: Year
    release_date: date | None = None
    runtime: Minutes | None = None
    rating: Rating | None = None
    admissions: Admissions | None = None
    countries: tuple[CountryCode, ...] = ()
    languages: tuple[LanguageCode, ...] = ()
    director_ids: tuple[Id, ...] = field(default=(), converter=_ids, alias="directors")
    cast: tuple[Credit, ...] = ()
    genres: tuple[Genre, ...] = ()
    themes: tuple[Theme, ...] = ()
    awards: tuple[Award, ...] = ()
    honours: tuple[Honour, ...] = ()
    based_on: tuple[BasedOn, ...] = ()
    ids: FilmIds = field(factory=FilmIds)
    logline: Text | None = None
    note: Text | None = None
    sources: tuple[Source, ...] = ()
    disputed: tuple[Disputed, ...] = ()
    former_ids: tuple[Id, ...] = ()

    @property
    def directors(self) -> tuple[Director, ...]:
        """The directors, in the order of the credits.

        >>> import kcinema
        >>> [director.name for director in kcinema.film("memento-mori-1999").directors]
        ['Kim Tae-yong', 'Min Kyu-dong']
        """
        catalogue = self.catalogue
        return tuple(catalogue.director(id_) for id_ in self.director_ids)

    @property
    def collections(self) -> tuple[Collection, ...]:
        """The collections that the film is in, halves and sections first."""
        return self.catalogue.collections(film=self.id)

    @property
    def decade(self) -> int:
        """The first year of the decade, such as 1990."""
        return self.year // 10 * 10

    @property
    def era(self) -> Era:
        """The period of Korean film history that the year falls into."""
        return Era.of(self.year)

    def __repr__(self) -> str:
        return f"<Film {self.id}: {self.title!r} ({self.year})>"

    def _repr_html_(self) -> str:
        from kcinema import _notebook

        return _notebook.film(self)
