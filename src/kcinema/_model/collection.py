"""Collection: a list of films, with a reason for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, SupportsIndex, overload

from attr import field, frozen

import kcinema
from kcinema._lazy import Module
from kcinema._model import given
from kcinema._model.base import Record, id_of
from kcinema._model.fields import Id, Text
from kcinema._model.filmlist import Films
from kcinema.errors import FilmNotFoundError

if TYPE_CHECKING:
    from kcinema import vocabulary as words
    from kcinema._model import entry as parts
    from kcinema._model.film import Film
else:
    parts = Module("kcinema._model.entry")
    words = Module("kcinema.vocabulary")

__all__ = ["Collection"]


@given.converting
@frozen(kw_only=True, eq=False, repr=False)
class Collection(Films, Record, Sequence["Film"]):
    """A list of films that meet a stated criterion, with a reason for each film.

    A collection is a sequence of its films, and does what a :class:`FilmList` does.
    It either has entries of its own, or is the union of its sections, with each film
    once.

    Attributes:
        id: The stable id, such as ``"cult-classics"``.
        title: The title.
        title_ko: The title in Korean.
        summary: What it contains, in a sentence or two.
        criterion: What a film must meet to be included, stated so that it can be
            checked.
        kind: Half or section of the showcase, genre highlights, theme, era, or list
            of honours.
        section_ids: The ids of its sections.
        own_entries: An entry for each film, if it has no sections.
        former_ids: Earlier ids, which still resolve, with a warning.

    >>> import kcinema
    >>> cult = kcinema.collection("cult-classics")
    >>> cult.title, cult.title_ko
    ('Cult classics', '컬트 명작')
    >>> kcinema.film("save-the-green-planet-2003") in cult
    True
    """

    _rarely_read: ClassVar[frozenset[str]] = frozenset({"entries"})

    title: Text
    title_ko: Text | None = None
    summary: Text | None = None
    criterion: Text | None = None
    kind: words.CollectionKind = field(
        factory=lambda: words.CollectionKind.THEME, converter=given.kind
    )
    section_ids: tuple[Id, ...] = field(
        default=(), converter=given.ids, alias="sections"
    )
    own_entries: tuple[parts.Entry, ...] = field(
        default=(), converter=given.entries, alias="entries"
    )
    former_ids: tuple[Id, ...] = field(default=(), converter=given.ids)

    @property
    def sections(self) -> tuple[Collection, ...]:
        """The collections that it consists of; empty if it has entries of its own.

        >>> import kcinema
        >>> [section.id for section in kcinema.hidden_gems().sections]
        ['indie-films', 'underrated-films', 'cult-classics', 'emerging-talents']
        """
        if not self.section_ids:
            return ()
        return tuple(self.catalogue.collection(id_) for id_ in self.section_ids)

    @property
    def entries(self) -> tuple[kcinema.Entry, ...]:
        """The entry of each film: its id, reason and evidence."""
        if not self.section_ids:
            return self.own_entries
        return tuple(self.catalogue._lookups.entries(self.id).values())

    @property
    def films(self) -> kcinema.FilmList:
        """The films as a FilmList, in the order of the collection."""
        return self.catalogue._lookups.films_in(self.id)

    def entry(self, film: kcinema.Film | str) -> kcinema.Entry:
        """Return a film's entry in the collection.

        Args:
            film: The film, or its id.

        Raises:
            FilmNotFoundError: The film is not in this collection, or does not exist.
            InvalidQueryError: It is neither a film nor an id.
        """
        catalogue = self.catalogue
        id_ = id_of(f"an entry of {self.id!r}", "film", film)
        entries = catalogue._lookups.entries(self.id)
        if id_ not in entries:
            # A former id resolves to the current one, an unknown id raises.
            id_ = catalogue.film(id_).id
        if id_ not in entries:
            raise FilmNotFoundError(id_, collection=self.id)
        return entries[id_]

    def why(self, film: kcinema.Film | str) -> str:
        """Return the reason why a film is in the collection.

        Args:
            film: The film, or its id.

        Raises:
            FilmNotFoundError: The film is not in this collection, or does not exist.
            InvalidQueryError: It is neither a film nor an id.

        >>> import kcinema
        >>> reason = kcinema.critically_acclaimed().why("parasite-2019")
        >>> "Palme d'Or" in reason
        True
        """
        return self.entry(film).reason

    @overload
    def __getitem__(self, index: SupportsIndex, /) -> kcinema.Film: ...
    @overload
    def __getitem__(self, index: slice, /) -> kcinema.FilmList: ...
    def __getitem__(
        self, index: SupportsIndex | slice, /
    ) -> kcinema.Film | kcinema.FilmList:
        return self.films[index]

    def __len__(self) -> int:
        return len(self.films)

    def __iter__(self) -> Iterator[kcinema.Film]:
        return iter(self.films)

    def __bool__(self) -> bool:
        # A record is true even if it has no films, or no catalogue to look them up in.
        return True

    def __repr__(self) -> str:
        size = len(self.films) if self.is_in_catalogue else len(self.own_entries)
        return f"<Collection {self.id}: {self.title!r}, {size} films>"

    def _repr_html_(self) -> str:
        from kcinema._model import html

        return html.collection(self)
