"""Collection: a list of films, with a reason for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, SupportsIndex, overload

from attr import field, frozen

from kcinema._lazy import Module
from kcinema._model.base import Record, ids as _ids
from kcinema._model.fields import Id, Text
from kcinema.errors import FilmNotFoundError

if TYPE_CHECKING:
    import os
    from collections.abc import Hashable

    from typing_extensions import Unpack

    from kcinema import vocabulary as words
    from kcinema._model import entry as parts
    from kcinema._model.criteria import Criteria
    from kcinema._model.entry import Entry
    from kcinema._model.film import Film
    from kcinema._model.filmlist import FilmList
    from kcinema.exchange.exported import Exported
else:
    parts = Module("kcinema._model.entry")
    words = Module("kcinema.vocabulary")

__all__ = ["Collection"]


def _entries(entries: Iterable[parts.Entry]) -> tuple[parts.Entry, ...]:
    return tuple(entries)


@frozen(kw_only=True, eq=False, repr=False)
class Collection(Record, Sequence["Film"]):
    """A list of films that meet a stated criterion, with a reason for each film.

    A collection is a sequence of its films. It either has entries of its own, or is
    the union of its sections, with each film once.

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
    kind: words.CollectionKind = field(factory=lambda: words.CollectionKind.THEME)
    section_ids: tuple[Id, ...] = field(default=(), converter=_ids, alias="sections")
    own_entries: tuple[parts.Entry, ...] = field(
        default=(), converter=_entries, alias="entries"
    )
    former_ids: tuple[Id, ...] = ()

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
    def entries(self) -> tuple[Entry, ...]:
        """The entry of each film: its id, reason and evidence."""
        if not self.section_ids:
            return self.own_entries
        return tuple(self.catalogue._lookups.entries(self.id).values())

    @property
    def films(self) -> FilmList:
        """The films as a FilmList, in the order of the collection."""
        return self.catalogue._lookups.films_in(self.id)

    def entry(self, film: Film | str) -> Entry:
        """Return a film's entry in the collection.

        Args:
            film: The film, or its id.

        Raises:
            FilmNotFoundError: The film is not in this collection, or does not exist.
        """
        catalogue = self.catalogue
        id_ = film if isinstance(film, str) else film.id
        entries = catalogue._lookups.entries(self.id)
        if id_ not in entries:
            # A former id resolves to the current one, an unknown id raises.
            id_ = catalogue.film(id_).id
        if id_ not in entries:
            raise FilmNotFoundError(id_, collection=self.id)
        return entries[id_]

    def why(self, film: Film | str) -> str:
        """Return the reason why a film is in the collection.

        Args:
            film: The film, or its id.

        Raises:
            FilmNotFoundError: The film is not in this collection, or does not exist.

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
        # A record is true even if it has no films, or no catalogue to look them up in.
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
        """Return the films that meet every criterion; see :meth:`FilmList.where`.

        Args:
            predicate: A function of a film; films stay if it returns a true value.
            **criteria: As for :func:`kcinema.films`.

        Raises:
            TypeError: There is no criterion of that name.
            InvalidQueryError: A value is invalid for its criterion.
            CollectionNotFoundError: There is no collection of that id.

        >>> import kcinema
        >>> kcinema.cult_classics().where(director="Lee Yong-min").first().title_ko
        '살인마'
        """
        return self.films.where(predicate, **criteria)

    def sorted_by(self, *keys: str) -> FilmList:
        """Return the films sorted by fields; see :meth:`FilmList.sorted_by`.

        Args:
            *keys: Names of fields, such as ``"year"``, or ``"-year"`` for descending
                order.

        Raises:
            InvalidQueryError: No field is given, or films cannot be sorted by it.
        """
        return self.films.sorted_by(*keys)

    def group_by(self, key: str | Callable[[Film], Hashable]) -> dict[Any, FilmList]:
        """Return the films grouped by a field; see :meth:`FilmList.group_by`.

        Args:
            key: A function of a film, or the name of a field, such as ``"decade"``.

        Returns:
            The films by key, in the order of the keys.

        Raises:
            InvalidQueryError: Films cannot be grouped by this field.
        """
        return self.films.group_by(key)

    def first(self) -> Film | None:
        """Return the first film, or None if there is none."""
        return self.films.first()

    def sample(self, n: int, *, seed: int | None = None) -> FilmList:
        """Return films drawn at random; see :meth:`FilmList.sample`.

        Args:
            n: How many films to draw at most.
            seed: A whole number that makes the draw repeatable.

        Raises:
            InvalidQueryError: n is not a whole number of at least 0.
        """
        return self.films.sample(n, seed=seed)

    def export(
        self,
        format: str,  # noqa: A002  # the word that users know
        path: str | os.PathLike[str] | None = None,
        **options: object,
    ) -> Exported:
        """Export the films for other programs; see :meth:`FilmList.export`.

        Args:
            format: ``"json"``, ``"jsonl"``, ``"csv"`` or ``"ids"``.
            path: The file to write; None to write none.
            **options: Options of the format, such as ``bom=True`` for ``"csv"``.

        Returns:
            The text, and the films left out of it.

        Raises:
            InvalidQueryError: There is no such format.
            TypeError: The format does not take one of the options.
            OSError: The file cannot be written.
        """
        return self.films.export(format, path, **options)
