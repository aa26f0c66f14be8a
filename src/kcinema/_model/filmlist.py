"""FilmList: an immutable list of films to filter, sort, group and combine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, SupportsIndex, overload

from kcinema.errors import InvalidQueryError

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Hashable, Iterable

    from typing_extensions import Unpack

    from kcinema._model.criteria import Criteria
    from kcinema._model.film import Film
    from kcinema.exchange.exported import Exported

__all__ = ["FilmList"]


class FilmList(tuple["Film", ...]):
    """An immutable, hashable list of films, equal to any tuple of the same films.

    Indexing returns a film, slicing a FilmList. ``|``, ``&`` and ``-`` combine two
    lists like sets, keeping the order of the left one.

    >>> import kcinema
    >>> thrillers = kcinema.films(genre="thriller")
    >>> bongs = kcinema.films(director="Bong Joon-ho")
    >>> (thrillers & bongs).sorted_by("year").first()
    <Film memories-of-murder-2003: 'Memories of Murder' (2003)>
    """

    __slots__ = ()

    @overload
    def __getitem__(self, index: SupportsIndex, /) -> Film: ...
    @overload
    def __getitem__(self, index: slice, /) -> FilmList: ...
    def __getitem__(self, index: SupportsIndex | slice, /) -> Film | FilmList:
        if isinstance(index, slice):
            return FilmList(super().__getitem__(index))
        return super().__getitem__(index)

    def __or__(self, other: Iterable[Film]) -> FilmList:
        """Return the union: this list's films, then those only in the other."""
        return FilmList(dict.fromkeys((*self, *other)))

    def __and__(self, other: Iterable[Film]) -> FilmList:
        """Return the intersection: this list's films that are also in the other."""
        kept = set(other)
        return FilmList(film for film in dict.fromkeys(self) if film in kept)

    def __sub__(self, other: Iterable[Film]) -> FilmList:
        """Return the difference: this list's films that are not in the other."""
        dropped = set(other)
        return FilmList(film for film in dict.fromkeys(self) if film not in dropped)

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

    def where(
        self,
        predicate: Callable[[Film], object] | None = None,
        /,
        **criteria: Unpack[Criteria],
    ) -> FilmList:
        """Return the films that meet a predicate and every criterion.

        Args:
            predicate: A function of a film; films stay if it returns a true value.
            **criteria: As for :func:`kcinema.films`.

        Raises:
            TypeError: There is no criterion of that name.
            InvalidQueryError: A value is invalid for its criterion.
            CollectionNotFoundError: There is no collection of that id.

        >>> import kcinema
        >>> kcinema.films().where(director="이창동", year=2010).first().title
        'Poetry'
        >>> short = kcinema.films().where(lambda film: (film.runtime or 99) < 60)
        >>> short.first().title
        'Sanggye-Dong Olympic'
        """
        from kcinema._model.criteria import narrow

        kept = narrow(self, dict(criteria))
        if predicate is not None:
            kept = [film for film in kept if predicate(film)]
        return FilmList(kept)

    def sorted_by(self, *keys: str) -> FilmList:
        """Return the films sorted by one or more fields; unknown values come last.

        Earlier fields take precedence, and ties keep their order. Only national
        admissions are compared: a count for Seoul sorts as unknown.

        Args:
            *keys: ``"id"``, ``"title"``, ``"title_ko"``, ``"romanized"``, ``"year"``,
                ``"release_date"``, ``"runtime"``, ``"rating"``, ``"admissions"`` or
                ``"decade"``; prefixed with ``-`` for descending order.

        Raises:
            InvalidQueryError: No field is given, or films cannot be sorted by it.

        >>> import kcinema
        >>> kcinema.films().sorted_by("-admissions").first().title
        'The Admiral: Roaring Currents'
        """
        from kcinema import spelling
        from kcinema._model import ordering

        if not keys:
            msg = (
                f"sorted_by: name at least one field of {', '.join(ordering.SORT_KEYS)}"
            )
            raise InvalidQueryError(msg)
        films = list(self)
        # Python's sort is stable, so the least significant key goes first.
        for name in reversed(keys):
            field = str(name).removeprefix("-")
            if field not in ordering.SORT_KEYS:
                hint = spelling.nearest_hint(field, ordering.SORT_KEYS)
                msg = f"sorted_by: films do not sort by {field!r}. {hint}"
                raise InvalidQueryError(msg)
            key = ordering.SORT_KEYS[field]
            known = [film for film in films if key(film) is not None]
            unknown = [film for film in films if key(film) is None]
            known.sort(key=key, reverse=name.startswith("-"))
            films = known + unknown
        return FilmList(films)

    def group_by(self, key: str | Callable[[Film], Hashable]) -> dict[Any, FilmList]:
        """Return the films grouped by a field or a function.

        Args:
            key: A function of a film, or ``"year"``, ``"decade"``, ``"era"``,
                ``"rating"``, ``"genre"``, ``"theme"``, ``"director"``, ``"country"``
                or ``"language"``. A film with several genres is in several groups.

        Returns:
            The films by key, each group in the order of this list. Keys are sorted if
            they can be compared, eras by time, with None last.

        Raises:
            InvalidQueryError: Films cannot be grouped by this field.

        >>> import kcinema
        >>> by_decade = kcinema.films(director="Lee Chang-dong").group_by("decade")
        >>> {decade: len(films) for decade, films in by_decade.items()}
        {1990: 2, 2000: 2, 2010: 2}
        """
        from kcinema import spelling
        from kcinema._model import ordering

        if not callable(key) and key not in ordering.GROUP_KEYS:
            hint = spelling.nearest_hint(str(key), ordering.GROUP_KEYS)
            msg = f"group_by: films are not grouped by {key!r}. {hint}"
            raise InvalidQueryError(msg)
        groups: dict[Any, list[Film]] = {}
        for film in self:
            values = (key(film),) if callable(key) else ordering.GROUP_KEYS[key](film)
            for value in values:
                groups.setdefault(value, []).append(film)
        return {value: FilmList(groups[value]) for value in ordering.in_order(groups)}

    def first(self) -> Film | None:
        """Return the first film, or None if there is none.

        >>> import kcinema
        >>> kcinema.films(year=1900).first() is None
        True
        """
        return self[0] if self else None

    def sample(self, n: int, *, seed: int | None = None) -> FilmList:
        """Return films drawn at random, each at most once.

        Args:
            n: How many films to draw; if too many, the whole list is shuffled.
            seed: A whole number that makes the draw repeatable.

        Raises:
            InvalidQueryError: n is not a whole number of at least 0.

        >>> import kcinema
        >>> films = kcinema.films()
        >>> films.sample(3, seed=1) == films.sample(3, seed=1)
        True
        """
        import random

        if type(n) is not int or n < 0:
            msg = f"sample: expected a whole number of at least 0, not {n!r}"
            raise InvalidQueryError(msg)
        # Not for secrets: a repeatable draw is the point.
        draw = random.Random(seed)  # noqa: S311
        return FilmList(draw.sample(self, min(n, len(self))))

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the films as plain JSON values; see :meth:`kcinema.Film.to_dict`.

        >>> import kcinema
        >>> [values["id"] for values in kcinema.films(year=1934).to_dicts()]
        ['crossroads-of-youth-1934']
        """
        return [film.to_dict() for film in self]

    def export(
        self,
        format: str,  # noqa: A002  # the word that users know
        path: str | os.PathLike[str] | None = None,
        **options: object,
    ) -> Exported:
        """Export the films in a format for other programs.

        Args:
            format: ``"json"``, ``"jsonl"``, ``"csv"`` or ``"ids"``.
            path: The file to write, atomically; None to write none.
            **options: Options of the format: ``bom=True`` for ``"csv"``.

        Returns:
            The text, and the films left out of it, because they have no id that the
            format requires.

        Raises:
            InvalidQueryError: There is no such format.
            TypeError: The format does not take one of the options.
            OSError: The file cannot be written.

        .. versionadded:: 0.1.0

        >>> import kcinema
        >>> print(kcinema.films(director="Na Hong-jin").export("ids").text, end="")
        tmdb:13855  # The Chaser (2008)
        tmdb:293670  # The Wailing (2016)
        tmdb:57361  # The Yellow Sea (2010)
        """
        from kcinema.exchange.registry import export

        return export(self, format, path, options)


_SHOWN = 3
