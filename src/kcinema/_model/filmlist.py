"""FilmList, and what film lists and collections have in common."""

from __future__ import annotations

import os  # annotations are evaluated at run time
from collections.abc import Callable, Iterable
from typing import (
    IO,
    TYPE_CHECKING,
    Any,
    Literal,
    SupportsIndex,
    TypeAlias,
    TypeVar,
    overload,
)

import kcinema
from kcinema._lazy import Module
from kcinema._model.tabular import Tabular
from kcinema.errors import InvalidQueryError

if TYPE_CHECKING:
    import typing_extensions

    from kcinema._model.film import Film
else:
    # Annotations are evaluated at run time, but seldom.
    typing_extensions = Module("typing_extensions")

__all__ = ["FilmList", "Films"]

K = TypeVar("K")

SortKey: TypeAlias = Literal[
    "id", "-id", "title", "-title", "title_ko", "-title_ko",
    "romanized", "-romanized", "year", "-year", "release_date", "-release_date",
    "runtime", "-runtime", "rating", "-rating", "admissions", "-admissions",
    "decade", "-decade", "era", "-era", "director", "-director",
]  # fmt: skip


class Films(Tabular):
    """What can be done with a film list, and just as well with a collection."""

    __slots__ = ()

    def __contains__(self, film: object) -> bool:
        if isinstance(film, str):
            return any(film == one.id for one in self.films)
        return tuple.__contains__(self.films, film)

    # Combining ------------------------------------------------------------------------

    def __or__(self, other: Iterable[kcinema.Film]) -> FilmList:
        """Return the union: the films on the left, then those only on the right."""
        return FilmList(dict.fromkeys((*self.films, *_films(other))))

    def __ror__(self, other: Iterable[kcinema.Film]) -> FilmList:
        return FilmList(dict.fromkeys((*_films(other), *self.films)))

    def __and__(self, other: Iterable[kcinema.Film]) -> FilmList:
        """Return the intersection: the films on the left that are on the right too."""
        kept = {*_films(other)}
        return FilmList(film for film in dict.fromkeys(self.films) if film in kept)

    def __rand__(self, other: Iterable[kcinema.Film]) -> FilmList:
        return FilmList(_films(other)) & self.films

    def __sub__(self, other: Iterable[kcinema.Film]) -> FilmList:
        """Return the difference: the films on the left that are not on the right."""
        dropped = {*_films(other)}
        return FilmList(
            film for film in dict.fromkeys(self.films) if film not in dropped
        )

    def __rsub__(self, other: Iterable[kcinema.Film]) -> FilmList:
        return FilmList(_films(other)) - self.films

    def __add__(self, other: Iterable[kcinema.Film]) -> FilmList:
        """Return the films on the left, then those on the right, all of them."""
        return FilmList((*self.films, *_films(other)))

    def __radd__(self, other: Iterable[kcinema.Film]) -> FilmList:
        return FilmList((*_films(other), *self.films))

    # Choosing -------------------------------------------------------------------------

    def where(
        self,
        predicate: Callable[[kcinema.Film], object] | None = None,
        /,
        **criteria: typing_extensions.Unpack[kcinema.Criteria],
    ) -> FilmList:
        """Return the films that meet a predicate and every criterion.

        Args:
            predicate: A function of a film; films stay if it returns a true value.
            **criteria: As for :func:`kcinema.films`.

        Raises:
            TypeError: There is no criterion of that name.
            InvalidQueryError: A value is invalid for its criterion, or the predicate
                is no function.
            CollectionNotFoundError: There is no collection of that id.

        >>> import kcinema
        >>> kcinema.films().where(director="이창동", year=2010).first().title
        'Poetry'
        >>> short = kcinema.films().where(lambda film: (film.runtime or 99) < 30)
        >>> short.first().title
        'Sanggye-Dong Olympic'
        """
        from kcinema._model.criteria import narrow

        kept = narrow(self.films, dict(criteria))
        if callable(predicate):
            kept = [film for film in kept if predicate(film)]
        elif predicate is not None:
            # Whoever does not check types may pass anything.
            msg = f"where: expected a function of a film, not {predicate!r}"  # type: ignore[unreachable]
            raise InvalidQueryError(msg)
        return FilmList(kept)

    def first(self) -> kcinema.Film | None:
        """Return the first film, or None if there is none.

        >>> import kcinema
        >>> kcinema.films(year=1900).first() is None
        True
        """
        return self.films[0] if self.films else None

    def sample(self, n: int, *, seed: int | None = None) -> FilmList:
        """Return films drawn at random, each at most once.

        Args:
            n: How many films to draw; if too many, the whole list is shuffled.
            seed: A whole number that makes the draw repeatable.

        Raises:
            InvalidQueryError: n is not a whole number of at least 0, or the seed is
                none.

        >>> import kcinema
        >>> films = kcinema.films()
        >>> films.sample(3, seed=1) == films.sample(3, seed=1)
        True
        """
        import random

        if type(n) is not int or n < 0:
            msg = f"sample: expected a whole number of at least 0, not {n!r}"
            raise InvalidQueryError(msg)
        if seed is not None and type(seed) is not int:
            msg = f"sample: expected a whole number as seed, not {seed!r}"
            raise InvalidQueryError(msg)
        # Not for secrets: a repeatable draw is the point.
        draw = random.Random(seed)  # noqa: S311
        return FilmList(draw.sample(self.films, min(n, len(self.films))))

    # Ordering -------------------------------------------------------------------------

    def sorted_by(
        self, *keys: SortKey | Callable[[kcinema.Film], Any] | kcinema.Collection
    ) -> FilmList:
        """Return the films sorted by one or more keys; unknown values come last.

        Earlier keys take precedence, and ties keep their order. Only national
        admissions are compared: a count for Seoul sorts as unknown.

        Args:
            *keys: ``"id"``, ``"title"``, ``"title_ko"``, ``"romanized"``, ``"year"``,
                ``"release_date"``, ``"runtime"``, ``"rating"``, ``"admissions"``,
                ``"decade"``, ``"era"`` or ``"director"`` (the first one's name);
                prefixed with ``-`` for descending order. Or a function of a film that
                returns a value to compare, or None; or a collection, for its order.

        Raises:
            InvalidQueryError: No key is given, or films cannot be sorted by it.

        >>> import kcinema
        >>> kcinema.films().sorted_by("-admissions").first().title
        'The Admiral: Roaring Currents'
        >>> begin = kcinema.collection("where-to-begin")
        >>> kcinema.films().sorted_by(begin).first() == begin.first()
        True
        """
        from kcinema._model import ordering

        return FilmList(ordering.in_order_of(self.films, keys))

    @overload
    def group_by(self, key: Literal["year", "decade"]) -> dict[int, FilmList]: ...
    @overload
    def group_by(self, key: Literal["era"]) -> dict[kcinema.Era, FilmList]: ...
    @overload
    def group_by(
        self, key: Literal["rating"]
    ) -> dict[kcinema.Rating | None, FilmList]: ...
    @overload
    def group_by(
        self, key: Literal["genre"]
    ) -> dict[kcinema.Genre | None, FilmList]: ...
    @overload
    def group_by(
        self, key: Literal["theme"]
    ) -> dict[kcinema.Theme | None, FilmList]: ...
    @overload
    def group_by(
        self, key: Literal["director"]
    ) -> dict[kcinema.Director | None, FilmList]: ...
    @overload
    def group_by(
        self, key: Literal["country", "language"]
    ) -> dict[str | None, FilmList]: ...
    @overload
    def group_by(self, key: Callable[[kcinema.Film], K]) -> dict[K, FilmList]: ...
    def group_by(self, key: str | Callable[[kcinema.Film], Any]) -> dict[Any, FilmList]:
        """Return the films grouped by a field or a function.

        Args:
            key: A function of a film, or ``"year"``, ``"decade"``, ``"era"``,
                ``"rating"``, ``"genre"``, ``"theme"``, ``"director"``, ``"country"``
                or ``"language"``. A film with several genres is in several groups.

        Returns:
            The films by key, each group in the order of this list. Keys are sorted if
            they can be compared, eras by time. Films without a value come last, under
            None.

        Raises:
            InvalidQueryError: Films cannot be grouped by this field.

        >>> import kcinema
        >>> by_decade = kcinema.films(director="Lee Chang-dong").group_by("decade")
        >>> {decade: len(films) for decade, films in by_decade.items()}
        {1990: 2, 2000: 2, 2010: 2}
        """
        from kcinema._model import ordering

        groups = ordering.groups(self.films, key)
        return {value: FilmList(films) for value, films in groups.items()}

    # Taking them elsewhere ------------------------------------------------------------

    def export(
        self,
        format: str,  # noqa: A002  # the word that users know
        path_or_file: str | os.PathLike[str] | IO[Any] | None = None,
        **options: object,
    ) -> kcinema.Exported:
        """Export the films in a format for other programs.

        The title, criterion and reasons of a collection go along where the format has
        room for them.

        Args:
            format: ``"json"``, ``"jsonl"``, ``"csv"``, ``"ids"``, ``"markdown"``,
                ``"html"``, ``"json-ld"``, ``"letterboxd"``, ``"imdb-csv"``,
                ``"trakt"``, ``"simkl"``, ``"radarr"``, ``"kometa"``, ``"nfo"``,
                ``"sqlite"`` or ``"parquet"``.
            path_or_file: The path of a file to write, atomically, or of the folder for
                ``"nfo"``; or an open file, of bytes or of text (with ``newline=""``).
                None to write none.
            **options: Options of the format: ``bom`` for ``"csv"``; ``title`` for
                ``"markdown"``, ``"html"``, ``"json-ld"`` or ``"kometa"``; ``review``
                for ``"letterboxd"``; ``ids`` for ``"kometa"``.

        Returns:
            The text or bytes, and the films left out, because they have no id that the
            format requires.

        Raises:
            InvalidQueryError: There is no such format, a value is none that its
                option takes, or the open file does not take what the format is.
            TypeError: The format does not take one of the options.
            MissingPackageError: The format needs a package that is not installed.
            CatalogueError: The films do not fit together in one database.
            OSError: The file cannot be written.

        .. versionadded:: 0.1.0

        >>> import kcinema
        >>> print(kcinema.films(director="Na Hong-jin").export("ids").text, end="")
        tmdb:13855  # The Chaser (2008)
        tmdb:293670  # The Wailing (2016)
        tmdb:57361  # The Yellow Sea (2010)
        """
        from kcinema.exchange.registry import export
        from kcinema.exchange.selection import Selection

        return export(Selection.of(self), format, path_or_file, options)


class FilmList(Films, tuple["Film", ...]):  # type: ignore[misc]  # joined with any films
    """An immutable, hashable list of films, equal to any tuple of the same films.

    Indexing returns a film, slicing a FilmList. ``|``, ``&`` and ``-`` combine two
    lists like sets, keeping the order of the left one; ``+`` joins them as they are.
    A film is in a list, or its id is.

    >>> import kcinema
    >>> thrillers = kcinema.films(genre="thriller")
    >>> bongs = kcinema.films(director="Bong Joon-ho")
    >>> (thrillers & bongs).sorted_by("year").first()
    <Film memories-of-murder-2003: 'Memories of Murder' (2003)>
    >>> "parasite-2019" in thrillers
    True
    """

    __slots__ = ()

    @property
    def films(self) -> FilmList:
        """The list itself, so that lists and collections can be used alike."""
        return self

    @overload
    def __getitem__(self, index: SupportsIndex, /) -> kcinema.Film: ...
    @overload
    def __getitem__(self, index: slice, /) -> FilmList: ...
    def __getitem__(self, index: SupportsIndex | slice, /) -> kcinema.Film | FilmList:
        if isinstance(index, slice):
            return FilmList(super().__getitem__(index))
        return super().__getitem__(index)

    def __repr__(self) -> str:
        shown = ", ".join(film.id for film in self[:_SHOWN])
        rest = len(self) - _SHOWN
        more = f", ... {rest} more" if rest > 0 else ""
        return (
            f"<FilmList of {len(self)}: {shown}{more}>" if self else "<FilmList of 0>"
        )

    def _repr_html_(self) -> str:
        from kcinema._model import html

        return html.film_table(self)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the films as plain JSON values; see :meth:`kcinema.Film.to_dict`.

        >>> import kcinema
        >>> [values["id"] for values in kcinema.films(year=1934).to_dicts()]
        ['crossroads-of-youth-1934']
        """
        return [film.to_dict() for film in self]


_SHOWN = 3


def _films(other: object) -> Iterable[Film]:
    """Return the films of the other operand.

    Raises:
        TypeError: It is none that films can be combined with.
    """
    from kcinema._model.film import Film

    if isinstance(other, Films):
        return other.films
    found: list[Any] = [*other] if isinstance(other, Iterable) else [other]
    if not all(isinstance(one, Film) for one in found):
        msg = f"films combine with films only, not with {other!r}"
        raise TypeError(msg)
    return found
