"""The value types of films and directors: credits, prizes, counts, ids, debuts."""

from __future__ import annotations

from attr import field, frozen

from kcinema import vocabulary
from kcinema._model import external, given
from kcinema._model.dates import PartialDate
from kcinema._model.fields import (
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

__all__ = [
    "Admissions",
    "Award",
    "BasedOn",
    "Credit",
    "Debut",
    "DirectorIds",
    "FilmIds",
    "Honour",
]


@given.converting
@frozen(kw_only=True)
class Credit:
    """An actor's part in a film.

    Attributes:
        name: The actor's name as they spell it in Latin script, or None.
        name_ko: The name in Hangul, or None.
        role: The character, or None if no source names it.
        source: The page that states actor and role, one of the film's ``sources``.
    """

    name: Text | None = None
    name_ko: Text | None = None
    role: Text | None = None
    source: Url | None = None

    def __str__(self) -> str:
        name = self.name or self.name_ko or "?"
        return f"{name} ({self.role})" if self.role else name


@given.converting
@frozen(kw_only=True)
class Admissions:
    """The number of tickets sold, and what the count covers.

    Attributes:
        count: The number of tickets.
        scope: Nationwide or Seoul only; the two are not comparable.
        as_of: The day, month or year of the count, or None if unknown.
    """

    count: Count
    scope: vocabulary.AdmissionsScope = field(converter=given.scope)
    as_of: PartialDate | None = field(default=None, converter=given.partial_date)

    @property
    def national(self) -> int | None:
        """The count if it is nationwide, else None: Seoul counts are not comparable."""
        national = self.scope is vocabulary.AdmissionsScope.NATIONAL
        return self.count if national else None

    def __str__(self) -> str:
        where = " in Seoul" if self.scope is vocabulary.AdmissionsScope.SEOUL else ""
        return f"{self.count:,}{where}"


@given.converting
@frozen(kw_only=True)
class Award:
    """A prize that a film, or someone who worked on it, won or was nominated for.

    Attributes:
        body: Who gives the prize.
        year: The year of the ceremony.
        category: The prize, such as ``"Palme d'Or"``.
        result: Won, or nominated.
        recipient: The person it went to, or None if it went to the film.
        source: The page that states this prize, one of the film's ``sources``.
    """

    body: vocabulary.AwardBody = field(converter=given.award_body)
    year: Year
    category: Text
    result: vocabulary.AwardResult = field(
        default=vocabulary.AwardResult.WON, converter=given.award_result
    )
    recipient: Text | None = None
    source: Url | None = None

    def __str__(self) -> str:
        text = f"{self.body.label} {self.year}: {self.category}"
        if self.result is vocabulary.AwardResult.NOMINATED:
            text += " (nominated)"
        return f"{text}, {self.recipient}" if self.recipient else text


@given.converting
@frozen(kw_only=True)
class Honour:
    """Membership in a named list.

    Attributes:
        list: The list.
        rank: The rank in the list; None if the list has no ranks or no source gives it.
        source: The page that states the membership, one of the film's ``sources``.
    """

    list: vocabulary.HonourList = field(converter=given.honour_list)
    rank: Rank | None = None
    source: Url | None = None

    def __str__(self) -> str:
        return f"{self.list.label}, no. {self.rank}" if self.rank else self.list.label


@given.converting
@frozen(kw_only=True)
class BasedOn:
    """What a film is based on.

    Attributes:
        kind: The kind of work.
        title: Its title.
        author: Its author.
        film: The id of the film in this catalogue that is remade or continued.
    """

    kind: vocabulary.BasisKind = field(converter=given.basis_kind)
    title: Text | None = None
    author: Text | None = None
    film: Id | None = None

    def __str__(self) -> str:
        text = self.kind.label
        if self.title:
            text += f" “{self.title}”"
        return f"{text} by {self.author}" if self.author else text


@given.converting
@frozen(kw_only=True)
class FilmIds:
    """A film's ids in other catalogues; None where no source confirms an id.

    Attributes:
        imdb: IMDb title id, such as ``"tt0364569"``.
        tmdb: TMDB movie number, such as ``670``.
        kmdb: Id in the Korean Film Archive's Korean Movie Database, such as
            ``"K/05928"``.
        kobis: Eight-character code of the Korean Film Council's box-office system.
        wikidata: Wikidata id: ``"Q"`` and a number.
    """

    imdb: ImdbTitle | None = None
    tmdb: Tmdb | None = None
    kmdb: KmdbFilm | None = None
    kobis: Kobis | None = None
    wikidata: Wikidata | None = None

    def known(self) -> dict[str, str | int]:
        """Return the ids that are known, by the name of their catalogue.

        >>> from kcinema import FilmIds
        >>> FilmIds(imdb="tt0364569", tmdb=670).known()
        {'imdb': 'tt0364569', 'tmdb': 670}
        """
        return external.known(self)


@given.converting
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
        return external.known(self)


@given.converting
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
