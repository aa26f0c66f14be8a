"""The exceptions that kcinema raises, and the warning that it issues.

::

    KcinemaError
    ├── FilmNotFoundError        (also LookupError)
    ├── DirectorNotFoundError    (also LookupError)
    ├── CollectionNotFoundError  (also LookupError)
    ├── InvalidQueryError        (also ValueError)
    ├── CatalogueError           (also ValueError)
    └── MissingPackageError      (also ImportError)

    RetiredIdWarning             (a UserWarning)
"""

from __future__ import annotations

from collections.abc import Iterable  # noqa: TC003  # annotations are evaluated at run time
from typing import ClassVar, NamedTuple

__all__ = [
    "CatalogueError",
    "CollectionNotFoundError",
    "DirectorNotFoundError",
    "FilmNotFoundError",
    "InvalidQueryError",
    "KcinemaError",
    "MissingPackageError",
    "Problem",
    "RetiredIdWarning",
]


class KcinemaError(Exception):
    """Base class of every exception that kcinema raises deliberately.

    >>> import kcinema
    >>> try:
    ...     kcinema.film("oldboi-2003")
    ... except kcinema.KcinemaError as error:
    ...     print(error)
    No film has the id 'oldboi-2003'. Did you mean 'oldboy-2003'?
    """


class _NotFoundError(KcinemaError, LookupError):
    """Base class of the not-found errors: the key looked up, and the nearest ids."""

    kind: ClassVar[str]

    def __init__(
        self, key: object, nearest: Iterable[str] = (), *, by: str = "id"
    ) -> None:
        self.key = key
        self.nearest = tuple(nearest)
        self.by = by
        # Passed to the base class so that the exception can be pickled.
        super().__init__(key, self.nearest)

    def __str__(self) -> str:
        text = f"No {self.kind} has the {self.by} {self.key!r}."
        if self.nearest:
            text += f" Did you mean {' or '.join(map(repr, self.nearest))}?"
        return text


class FilmNotFoundError(_NotFoundError):
    """No film has the given id or external id, or a collection does not contain it.

    Attributes:
        key: The id that was looked up.
        nearest: Up to three similar film ids, best match first.
        collection: The id of the collection that does not contain the film; None if
            no collection was involved.
    """

    kind = "film"

    def __init__(  # noqa: D107  # the class documents the arguments
        self,
        key: object,
        nearest: Iterable[str] = (),
        *,
        by: str = "id",
        collection: str | None = None,
    ) -> None:
        super().__init__(key, nearest, by=by)
        self.collection = collection

    def __str__(self) -> str:
        if self.collection is not None:
            film, collection = self.key, self.collection
            return f"The film {film!r} is not in the collection {collection!r}."
        return super().__str__()


class DirectorNotFoundError(_NotFoundError):
    """No director has the given id.

    Attributes:
        key: The id that was looked up.
        nearest: Up to three similar director ids, best match first.
    """

    kind = "director"


class CollectionNotFoundError(_NotFoundError):
    """No collection has the given id.

    Attributes:
        key: The id that was looked up.
        nearest: Up to three similar collection ids, best match first.
    """

    kind = "collection"


class InvalidQueryError(KcinemaError, ValueError):
    """A criterion or another argument has an invalid value.

    The message names the argument, the value, and what would have been valid.

    >>> import kcinema
    >>> kcinema.films(genre="thriler")
    Traceback (most recent call last):
    ...
    kcinema.errors.InvalidQueryError: genre: 'thriler' is not a genre. \
Did you mean 'thriller'?
    """


class Problem(NamedTuple):
    """An error in a catalogue, or something in it that is suspicious."""

    path: str
    """Where it is: ``films[3].year``, or ``$`` for the document itself."""
    id: str | None
    """The id of the record, or None outside a record or if the record has no id."""
    expected: str
    """What was expected there."""
    found: str
    """What was found there."""
    line: int | None = None
    """The line of the file, from 1; None if what was read is no text."""
    code: str | None = None
    """The code of a warning, such as ``"W01"``; None for an error."""

    def __str__(self) -> str:
        from kcinema._printable import printable

        line = f"line {self.line}: " if self.line else ""
        code = f"{self.code} " if self.code else ""
        where = f"{self.path} ({self.id})" if self.id else self.path
        text = f"{line}{code}{where}: expected {self.expected}, found {self.found}"
        return printable(text)


class CatalogueError(KcinemaError, ValueError):
    """A catalogue or record cannot be read or built.

    Attributes:
        problems: Every :class:`Problem` found, in the order of the file.
        source: What was read, such as the path of the file; None for records that were
            passed to :class:`kcinema.Catalogue`.
        complete: Whether these are all. A file that has more problems than
            :func:`kcinema.load` is to report has the first ones here.

    >>> import kcinema
    >>> kcinema.Catalogue(films=[kcinema.Film(
    ...     id="a-film-1999", title="A Film", title_ko="영화", year=1999,
    ...     directors=["nobody"],
    ... )])
    Traceback (most recent call last):
    ...
    kcinema.errors.CatalogueError: 1 problem in the catalogue:
      films[0].directors[0] (a-film-1999): expected the id of a director in \
this catalogue (or add it to its directors), found 'nobody'
    """

    def __init__(  # noqa: D107  # the class documents the arguments
        self,
        problems: Iterable[Problem],
        source: str | None = None,
        complete: bool = True,  # noqa: FBT001, FBT002  # pickling passes it by place
    ) -> None:
        self.problems = tuple(problems)
        self.source = source
        self.complete = complete
        # Passed to the base class so that the exception can be pickled.
        super().__init__(self.problems, source, complete)

    def __str__(self) -> str:
        from kcinema._printable import printable

        count = len(self.problems)
        head = f"{count} problem{'s' if count != 1 else ''}"
        if not self.complete:
            head = f"more than {head}"
        lines = [f"{head} in {printable(self.source or 'the catalogue')}:"]
        lines += [f"  {problem}" for problem in self.problems]
        if not self.complete:
            lines.append("  ...")
        return "\n".join(lines)


class MissingPackageError(KcinemaError, ImportError):
    """What was asked for needs a package that is not installed.

    The message has the command that installs it.

    Attributes:
        package: The name of the package, such as ``"pandas"``.
        extra: The extra of kcinema that brings it.

    >>> from kcinema import MissingPackageError
    >>> print(MissingPackageError("pandas", "pandas"))
    This needs pandas, which is not installed: python -m pip install "kcinema[pandas]"
    """

    def __init__(self, package: str, extra: str) -> None:  # noqa: D107  # the class documents the arguments
        self.package = package
        self.extra = extra
        # Passed to the base class so that the exception can be pickled.
        super().__init__(package, extra)

    def __str__(self) -> str:
        command = f'python -m pip install "kcinema[{self.extra}]"'
        return f"This needs {self.package}, which is not installed: {command}"


class RetiredIdWarning(UserWarning):
    """A former id was used; it still works, and the message gives the current one."""
