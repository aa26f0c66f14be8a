"""What can go wrong, as one tree of exceptions.

::

    KcinemaError
    ├── FilmNotFoundError        (also LookupError)
    ├── DirectorNotFoundError    (also LookupError)
    ├── CollectionNotFoundError  (also LookupError)
    ├── InvalidQueryError        (also ValueError)
    └── CatalogueError           (also ValueError)

    RetiredIdWarning             (a UserWarning)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "CatalogueError",
    "CollectionNotFoundError",
    "DirectorNotFoundError",
    "FilmNotFoundError",
    "InvalidQueryError",
    "KcinemaError",
    "Problem",
    "RetiredIdWarning",
]


class KcinemaError(Exception):
    """The base of every exception that kcinema raises on purpose.

    >>> import kcinema
    >>> try:
    ...     kcinema.film("oldboi-2003")
    ... except kcinema.KcinemaError as error:
    ...     print(error)
    No film has the id 'oldboi-2003'. Did you mean 'oldboy-2003'?
    """


class _NotFoundError(KcinemaError, LookupError):
    """What the three not-found errors share: the key asked for, the nearest ids."""

    kind: ClassVar[str]

    def __init__(
        self, key: object, nearest: Iterable[str] = (), *, by: str = "id"
    ) -> None:
        self.key = key
        self.nearest = tuple(nearest)
        self.by = by
        # The arguments go to the base class so that the exception pickles.
        super().__init__(key, self.nearest)

    def __str__(self) -> str:
        text = f"No {self.kind} has the {self.by} {self.key!r}."
        if self.nearest:
            text += f" Did you mean {' or '.join(map(repr, self.nearest))}?"
        return text


class FilmNotFoundError(_NotFoundError):
    """No film has the id or the external id that was asked for.

    Attributes:
        key: What was asked for.
        nearest: Film ids that look like it, the best first; at most three.
    """

    kind = "film"


class DirectorNotFoundError(_NotFoundError):
    """No director has the id that was asked for.

    Attributes:
        key: What was asked for.
        nearest: Director ids that look like it, the best first; at most three.
    """

    kind = "director"


class CollectionNotFoundError(_NotFoundError):
    """No collection has the id that was asked for.

    Attributes:
        key: What was asked for.
        nearest: Collection ids that look like it, the best first; at most three.
    """

    kind = "collection"


class InvalidQueryError(KcinemaError, ValueError):
    """A criterion has a value that it cannot have.

    The message names the criterion, the value, and what would have been valid.

    >>> import kcinema
    >>> kcinema.films(genre="thriler")
    Traceback (most recent call last):
    ...
    kcinema.errors.InvalidQueryError: genre: 'thriler' is not a genre. \
Did you mean 'thriller'?
    """


class Problem(NamedTuple):
    """One thing that is wrong with a catalogue file."""

    path: str
    """Where it is: ``films[3].year``, or ``$`` for the document itself."""
    id: str | None
    """The id of the record it is in; None outside a record or if that has no id."""
    expected: str
    """What should have stood there."""
    found: str
    """What stood there."""

    def __str__(self) -> str:
        where = f"{self.path} ({self.id})" if self.id else self.path
        return f"{where}: expected {self.expected}, found {self.found}"


class CatalogueError(KcinemaError, ValueError):
    """A catalogue cannot be read or built; says everything that is wrong with it.

    Attributes:
        problems: Every :class:`Problem`, in the order of the file.
        source: The file that was read, if it was one.

    >>> import kcinema
    >>> kcinema.Catalogue(films=[kcinema.Film(
    ...     id="a-film-1999", title="A Film", title_ko="영화", year=1999,
    ...     directors=["nobody"],
    ... )])
    Traceback (most recent call last):
    ...
    kcinema.errors.CatalogueError: 1 problem in the catalogue:
      films[0].directors[0] (a-film-1999): expected the id of a director in \
this catalogue, found 'nobody'
    """

    def __init__(  # noqa: D107  # takes what the class documents
        self, problems: Iterable[Problem], source: str | None = None
    ) -> None:
        self.problems = tuple(problems)
        self.source = source
        super().__init__(self.problems, source)

    def __str__(self) -> str:
        count = len(self.problems)
        head = f"{count} problem{'s' if count != 1 else ''}"
        lines = [f"{head} in {self.source or 'the catalogue'}:"]
        lines += [f"  {problem}" for problem in self.problems]
        return "\n".join(lines)


class RetiredIdWarning(UserWarning):
    """An id that has been renamed was used; it still works, and names the new one."""
