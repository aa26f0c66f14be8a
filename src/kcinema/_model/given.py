"""What constructors take, and how it becomes what the fields hold.

Whoever makes a record by hand may pass a list for a tuple, a word for a member of a
vocabulary, ISO text for a date, a dict for a part. Whatever cannot be is reported with
its field. Values that have been checked, in the package or in a file, skip all this.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TypeAlias

    from kcinema import vocabulary as words
    from kcinema._model import entry, parts, sources as pages
    from kcinema._model.base import Record
    from kcinema._model.dates import PartialDate

    Plain: TypeAlias = Mapping[str, Any]

T = TypeVar("T")


def converting(cls: type[T]) -> type[T]:
    """Make the constructor of an attrs class convert and check its arguments."""
    plain_init: Any = cls.__init__

    @wraps(plain_init)
    def __init__(self: T, **values: Any) -> None:  # noqa: ANN401, N807  # any field's value
        if _thread.converts:
            from kcinema._model.unchecked import converted

            values = converted(cls, values)
        plain_init(self, **values)

    special: Any = cls
    special.__init__ = __init__
    special._plain_init = plain_init
    return cls


def of_checked(cls: type[T], values: Mapping[str, Any]) -> T:
    """Make an object from values that have been converted and checked before."""
    made: Any = cls.__new__(cls)
    made._plain_init(**values)
    result: T = made
    return result


class _Thread(threading.local):
    """Whether constructors convert their arguments, in each thread by itself."""

    converts = True


_thread = _Thread()


@contextmanager
def checked_before() -> Iterator[None]:
    """Let constructors take their arguments as they are.

    For a reader that checks all values itself and calls the constructors for each.
    """
    before = _thread.converts
    _thread.converts = False
    try:
        yield
    finally:
        _thread.converts = before


# The types that constructors take, as the converters of fields. Only type checkers see
# them: all arguments of a constructor are converted at once, by `converting`.

if TYPE_CHECKING:

    def texts(given: Iterable[str]) -> tuple[str, ...]: ...
    def id(given: str | Record) -> str: ...  # noqa: A001
    def ids(given: Iterable[str | Record]) -> tuple[str, ...]: ...
    def date(given: dt.date | str | None) -> dt.date | None: ...
    def partial_date(
        given: PartialDate | dt.date | str | int | None,
    ) -> PartialDate | None: ...
    def known_date(given: PartialDate | dt.date | str | int) -> PartialDate: ...
    def rating(given: words.Rating | str | None) -> words.Rating | None: ...
    def genres(given: Iterable[words.Genre | str]) -> tuple[words.Genre, ...]: ...
    def themes(given: Iterable[words.Theme | str]) -> tuple[words.Theme, ...]: ...
    def kind(given: words.CollectionKind | str) -> words.CollectionKind: ...
    def scope(given: words.AdmissionsScope | str) -> words.AdmissionsScope: ...
    def award_body(given: words.AwardBody | str) -> words.AwardBody: ...
    def award_result(given: words.AwardResult | str) -> words.AwardResult: ...
    def honour_list(given: words.HonourList | str) -> words.HonourList: ...
    def basis_kind(given: words.BasisKind | str) -> words.BasisKind: ...
    def admissions(
        given: parts.Admissions | Plain | None,
    ) -> parts.Admissions | None: ...
    def cast(given: Iterable[parts.Credit | Plain]) -> tuple[parts.Credit, ...]: ...
    def awards(given: Iterable[parts.Award | Plain]) -> tuple[parts.Award, ...]: ...
    def honours(given: Iterable[parts.Honour | Plain]) -> tuple[parts.Honour, ...]: ...
    def based_on(
        given: Iterable[parts.BasedOn | Plain],
    ) -> tuple[parts.BasedOn, ...]: ...
    def film_ids(given: parts.FilmIds | Plain) -> parts.FilmIds: ...
    def director_ids(given: parts.DirectorIds | Plain) -> parts.DirectorIds: ...
    def debut(given: parts.Debut | Plain | None) -> parts.Debut | None: ...
    def sources(given: Iterable[pages.Source | Plain]) -> tuple[pages.Source, ...]: ...
    def disputed(
        given: Iterable[pages.Disputed | Plain],
    ) -> tuple[pages.Disputed, ...]: ...
    def entries(given: Iterable[entry.Entry | Plain]) -> tuple[entry.Entry, ...]: ...
    def evidence(
        given: Iterable[entry.Evidence | Plain],
    ) -> tuple[entry.Evidence, ...]: ...
else:

    def __getattr__(name: str) -> None:
        """Return no converter, for the names above."""
        if name.startswith("_"):
            raise AttributeError(name)
