"""Film, Director and Collection: frozen records that know their catalogue.

A record holds the ids of the records it is linked to; the attribute that navigates
(``film.directors``) asks the catalogue that the record belongs to. Equality, hashing
and printing look at the record alone, so none of them can run in a circle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, SupportsIndex, TypeVar, overload

import attrs
from attrs import field, frozen
from typing_extensions import Self

# The types of fields are imported for good, so that anyone can ask for them at run
# time, as the reader of files does.
from kcinema._dates import PartialDate
from kcinema._forms import CountryCode, Id, LanguageCode, Minutes, Text, Year
from kcinema._query import FilmList
from kcinema._values import (
    Admissions,
    Award,
    BasedOn,
    Credit,
    Debut,
    DirectorIds,
    Disputed,
    Entry,
    FilmIds,
    Honour,
    Source,
)
from kcinema.errors import FilmNotFoundError, KcinemaError
from kcinema.vocabulary import CollectionKind, Era, Genre, Rating, Theme

if TYPE_CHECKING:
    from collections.abc import Hashable

    from typing_extensions import Unpack

    from kcinema._catalogue import Catalogue
    from kcinema._criteria import Criteria

__all__ = ["Collection", "Director", "Film"]

R = TypeVar("R", bound="Record")


# Plain `tuple` as a converter would lose the types of what it takes.
def _ids(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(ids)


def _entries(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(entries)


def _restore(cls: type[R], values: dict[str, Any], catalogue: Catalogue | None) -> R:
    """Rebuild a record that was pickled."""
    record = cls(**values)
    if catalogue is not None:
        record.join(catalogue)
    return record


@frozen(kw_only=True, eq=False, repr=False)
class Record:
    """What films, directors and collections share: an id, and a catalogue they are in.

    Records are equal when all their fields are, whatever catalogue they are in.
    """

    id: Id
    # A Catalogue or None; the class is one floor up, so its name is not known here.
    _catalogue: Any = field(default=None, init=False)

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue that the record belongs to.

        Raises:
            KcinemaError: It belongs to none, as one made by hand before it is put
                into a :class:`kcinema.Catalogue`.
        """
        if self._catalogue is None:
            msg = (
                f"{self!r} belongs to no catalogue, so it cannot be navigated from. "
                f"Put it into one: kcinema.Catalogue(films=[...], directors=[...])."
            )
            raise KcinemaError(msg)
        catalogue: Catalogue = self._catalogue
        return catalogue

    @property
    def is_in_catalogue(self) -> bool:
        """Whether the record belongs to a catalogue, so that it can be navigated."""
        return self._catalogue is not None

    def join(self, catalogue: Catalogue) -> Self:
        """Bind to a catalogue: this record, or a copy where it is in another one.

        For :class:`kcinema.Catalogue`, which calls it for every record it is given.
        """
        record = self
        if self._catalogue is not None and self._catalogue is not catalogue:
            record = attrs.evolve(self)
        # The binding is no part of the value: it shows in no comparison and no hash.
        object.__setattr__(record, "_catalogue", catalogue)
        return record

    def _values(self) -> dict[str, Any]:
        """Give the fields by the names that the constructor takes."""
        return {
            attribute.alias or attribute.name: getattr(self, attribute.name)
            for attribute in attrs.fields(type(self))
            if attribute.init
        }

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        assert isinstance(other, Record)  # noqa: S101  # for the type checker
        return self is other or (
            self.id == other.id and self._values() == other._values()
        )

    def __hash__(self) -> int:
        # Equal records have equal ids; hashing the rest would only cost time.
        return hash((type(self).__name__, self.id))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self._values(), self._catalogue)


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
        from kcinema import _notebook  # noqa: PLC0415  # only notebooks need it

        return _notebook.film(self)


@frozen(kw_only=True, eq=False, repr=False)
class Director(Record):
    """A director of one or more films in the catalogue.

    Attributes:
        id: The stable id: the name in ASCII, never reused.
        name: The name as the person spells it in Latin script.
        name_ko: The name in Hangul.
        aliases: Other spellings of the name.
        born: Date of birth, as far as it is known.
        died: Date of death; None while living, or where no source says.
        debut: The first feature film.
        bio: Training, work, and place in Korean cinema.
        ids: Ids in other catalogues.
        sources: The pages that were read, each with the fields it vouches for.
        disputed: Values of other sources where sources disagree.
        former_ids: Ids the record had before; they still resolve, with a warning.

    >>> import kcinema
    >>> director = kcinema.director("lee-chang-dong")
    >>> director.name_ko, director.films[0].title
    ('이창동', 'Green Fish')
    """

    name: Text
    name_ko: Text | None = None
    aliases: tuple[Text, ...] = ()
    born: PartialDate | None = None
    died: PartialDate | None = None
    debut: Debut | None = None
    bio: Text | None = None
    ids: DirectorIds = field(factory=DirectorIds)
    sources: tuple[Source, ...] = ()
    disputed: tuple[Disputed, ...] = ()
    former_ids: tuple[Id, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that the director is known by, the id among them."""
        return (self.id, *filter(None, (self.name, self.name_ko)), *self.aliases)

    @property
    def films(self) -> FilmList:
        """The director's films in the catalogue, the earliest first."""
        return self.catalogue.films_by(self.id)

    def __repr__(self) -> str:
        return f"<Director {self.id}: {self.name!r}>"

    def _repr_html_(self) -> str:
        from kcinema import _notebook  # noqa: PLC0415  # only notebooks need it

        return _notebook.director(self)


@frozen(kw_only=True, eq=False, repr=False)
class Collection(Record, Sequence["Film"]):
    """A list of films with a stated criterion, each film with its own reason.

    A collection is a sequence of its films. It has either entries of its own, or
    sections that it is the union of, each film once.

    Attributes:
        id: The stable id, such as ``"cult-classics"``.
        title: The title.
        title_ko: The title in Korean.
        summary: What a reader finds in it, in a sentence or two.
        criterion: What a film must meet to be in it, so that a reader can check.
        kind: Half or section of the showcase, highlights of a genre, theme, era, or
            list of honours.
        section_ids: The ids of the collections it is the union of.
        own_entries: The films by id, each with its reason, where it has no sections.
        former_ids: Ids it had before; they still resolve, with a warning.

    >>> import kcinema
    >>> cult = kcinema.collection("cult-classics")
    >>> cult.title, cult.title_ko
    ('Cult classics', '컬트 명작')
    >>> kcinema.film("save-the-green-planet-2003") in cult
    True
    """

    title: Text
    title_ko: Text | None = None
    summary: Text | None = None
    criterion: Text | None = None
    kind: CollectionKind = CollectionKind.THEME
    section_ids: tuple[Id, ...] = field(default=(), converter=_ids, alias="sections")
    own_entries: tuple[Entry, ...] = field(
        default=(), converter=_entries, alias="entries"
    )
    former_ids: tuple[Id, ...] = ()

    @property
    def sections(self) -> tuple[Collection, ...]:
        """The collections that it is made of; empty where it has its own entries.

        >>> import kcinema
        >>> [section.id for section in kcinema.hidden_gems().sections]
        ['indie-films', 'underrated-films', 'cult-classics', 'emerging-talents']
        """
        if not self.section_ids:
            return ()
        return tuple(self.catalogue.collection(id_) for id_ in self.section_ids)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The place of each film: its id, its reason, and who says so."""
        if not self.section_ids:
            return self.own_entries
        return tuple(self.catalogue.entries(self.id).values())

    @property
    def films(self) -> FilmList:
        """The films as a FilmList, in the order of the collection."""
        return self.catalogue.films_in(self.id)

    def entry(self, film: Film | str) -> Entry:
        """Give a film's place in the collection.

        Args:
            film: The film, or its id.

        Raises:
            FilmNotFoundError: The film is not in this collection.
        """
        catalogue = self.catalogue
        id_ = film if isinstance(film, str) else film.id
        entries = catalogue.entries(self.id)
        if id_ not in entries:
            # An id that was renamed, or none at all: the catalogue says which.
            id_ = catalogue.film(id_).id
        if id_ not in entries:
            raise FilmNotFoundError(id_, by=f"place in {self.id!r} and the id")
        return entries[id_]

    def why(self, film: Film | str) -> str:
        """Say why a film is in the collection.

        Args:
            film: The film, or its id.

        Raises:
            FilmNotFoundError: The film is not in this collection.

        >>> import kcinema
        >>> reason = kcinema.critically_acclaimed().why("parasite-2019")
        >>> "Palme d'Or" in reason
        True
        """
        return self.entry(film).reason

    @overload
    def __getitem__(self, index: SupportsIndex, /) -> Film: ...
    @overload
    def __getitem__(self, index: slice, /) -> FilmList: ...
    def __getitem__(self, index: SupportsIndex | slice, /) -> Film | FilmList:
        return self.films[index]

    def __len__(self) -> int:
        return len(self.films)

    def __iter__(self) -> Iterator[Film]:
        return iter(self.films)

    def __contains__(self, film: object) -> bool:
        return film in self.films

    def __bool__(self) -> bool:
        # A record is something, with or without films, in a catalogue or not.
        return True

    def __repr__(self) -> str:
        size = len(self.films) if self.is_in_catalogue else len(self.own_entries)
        return f"<Collection {self.id}: {self.title!r}, {size} films>"

    def _repr_html_(self) -> str:
        from kcinema import _notebook  # noqa: PLC0415  # only notebooks need it

        return _notebook.collection(self)

    def where(
        self,
        predicate: Callable[[Film], object] | None = None,
        /,
        **criteria: Unpack[Criteria],
    ) -> FilmList:
        """Narrow to some of the films; see :meth:`FilmList.where`.

        >>> import kcinema
        >>> kcinema.cult_classics().where(year=(None, 1970)).first().title_ko
        '살인마'
        """
        return self.films.where(predicate, **criteria)

    def sorted_by(self, *keys: str) -> FilmList:
        """Sort the films; see :meth:`FilmList.sorted_by`."""
        return self.films.sorted_by(*keys)

    def group_by(self, key: str | Callable[[Film], Hashable]) -> dict[Any, FilmList]:
        """Group the films; see :meth:`FilmList.group_by`."""
        return self.films.group_by(key)

    def first(self) -> Film | None:
        """Give the first film; see :meth:`FilmList.first`."""
        return self.films.first()

    def sample(self, n: int, *, seed: int | None = None) -> FilmList:
        """Draw films at random; see :meth:`FilmList.sample`."""
        return self.films.sample(n, seed=seed)
