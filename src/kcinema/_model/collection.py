"""Collection, and the places that films have in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, SupportsIndex, overload

from attr import field, frozen

from kcinema._lazy import Module
from kcinema._model.base import Record, ids as _ids
from kcinema._model.fields import Id, Text, Url
from kcinema.errors import FilmNotFoundError

if TYPE_CHECKING:
    import os
    from collections.abc import Hashable

    from typing_extensions import Unpack

    from kcinema import vocabulary as words
    from kcinema._model.criteria import Criteria
    from kcinema._model.film import Film
    from kcinema._model.filmlist import FilmList
    from kcinema.exchange.exported import Exported
else:
    words = Module("kcinema.vocabulary")

__all__ = ["Collection", "Entry", "Evidence"]


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


def _entries(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(entries)


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

    _second_line: ClassVar[frozenset[str]] = frozenset({"entries"})

    title: Text
    title_ko: Text | None = None
    summary: Text | None = None
    criterion: Text | None = None
    kind: words.CollectionKind = field(factory=lambda: words.CollectionKind.THEME)
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
        return tuple(self.catalogue._lookups.entries(self.id).values())

    @property
    def films(self) -> FilmList:
        """The films as a FilmList, in the order of the collection."""
        return self.catalogue._lookups.films_in(self.id)

    def entry(self, film: Film | str) -> Entry:
        """Return a film's place in the collection.

        Args:
            film: The film, or its id.

        Raises:
            FilmNotFoundError: The film is not in this collection.
        """
        catalogue = self.catalogue
        id_ = film if isinstance(film, str) else film.id
        entries = catalogue._lookups.entries(self.id)
        if id_ not in entries:
            # An id that was renamed, or none at all: the catalogue says which.
            id_ = catalogue.film(id_).id
        if id_ not in entries:
            raise FilmNotFoundError(id_, by=f"place in {self.id!r} and the id")
        return entries[id_]

    def why(self, film: Film | str) -> str:
        """Return why a film is in the collection.

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
        from kcinema._model import html

        return html.collection(self)

    def where(
        self,
        predicate: Callable[[Film], object] | None = None,
        /,
        **criteria: Unpack[Criteria],
    ) -> FilmList:
        """Narrow to some of the films; see :meth:`FilmList.where`.

        >>> import kcinema
        >>> kcinema.cult_classics().where(director="Lee Yong-min").first().title_ko
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
        """Return the first film; see :meth:`FilmList.first`."""
        return self.films.first()

    def sample(self, n: int, *, seed: int | None = None) -> FilmList:
        """Draw films at random; see :meth:`FilmList.sample`."""
        return self.films.sample(n, seed=seed)

    def export(
        self,
        format: str,  # noqa: A002  # the word that users know
        path: str | os.PathLike[str] | None = None,
        **options: object,
    ) -> Exported:
        """Write the films for other programs; see :meth:`FilmList.export`."""
        return self.films.export(format, path, **options)
