"""The small values that films, directors and collections hold."""

from __future__ import annotations

from attrs import frozen

from kcinema._dates import PartialDate
from kcinema._forms import (
    Count,
    Id,
    ImdbName,
    ImdbTitle,
    KmdbFilm,
    KmdbPerson,
    Kobis,
    Rank,
    Text,
    Tmdb,
    Url,
    Wikidata,
    Year,
)
from kcinema.vocabulary import (
    AdmissionsScope,
    AwardBody,
    AwardResult,
    BasisKind,
    HonourList,
)

__all__ = [
    "Admissions",
    "Award",
    "BasedOn",
    "Credit",
    "Debut",
    "DirectorIds",
    "Disputed",
    "Entry",
    "Evidence",
    "FilmIds",
    "Honour",
    "Source",
]


@frozen(kw_only=True)
class Source:
    """A page that was read, and the fields it vouches for.

    Attributes:
        url: The address of the page.
        supports: Names of fields of the record, ``ids.imdb`` for one external id.
        seen: When the page was read, usually to the month.
    """

    url: Url
    supports: tuple[Text, ...]
    seen: PartialDate


@frozen(kw_only=True)
class Disputed:
    """A value that another source gives, kept so that nothing is lost.

    Attributes:
        field: The field it would have filled.
        value: What the other source says.
        url: The address of that source.
    """

    field: Text
    value: str | int
    url: Url


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


@frozen(kw_only=True)
class DirectorIds:
    """The director in other catalogues; None where no source pairs the two.

    Attributes:
        imdb: ``"nm"`` and seven or eight digits.
        tmdb: The number of the person.
        kmdb: Person number of the Korean Movie Database, such as ``"00001830"``.
        wikidata: ``"Q"`` and a number.
    """

    imdb: ImdbName | None = None
    tmdb: Tmdb | None = None
    kmdb: KmdbPerson | None = None
    wikidata: Wikidata | None = None


@frozen(kw_only=True)
class Debut:
    """A director's first feature film, in the catalogue or not.

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


@frozen(kw_only=True)
class Evidence:
    """Who says that a film belongs in a collection.

    Attributes:
        name: The list, jury, critic or event.
        url: The address of the page that says so.
    """

    name: Text
    url: Url


@frozen(kw_only=True)
class Entry:
    """A film's place in a collection.

    Attributes:
        film: The id of the film.
        reason: Why this film is in this collection.
        evidence: Who says so, where the collection's criterion asks for it.
    """

    film: Id
    reason: Text
    evidence: tuple[Evidence, ...] = ()
