"""What all records share: they are frozen, and know their catalogue.

A record holds the ids of the records it is linked to; the attribute that navigates
(``film.directors``) asks the catalogue that the record belongs to. Equality, hashing
and printing look at the record alone, so none of them can run in a circle.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
from attrs import field, frozen

from kcinema._forms import Id
from kcinema.errors import KcinemaError

if TYPE_CHECKING:
    from typing_extensions import Self

    from kcinema._catalogue import Catalogue

__all__ = ["Record", "ids"]

R = TypeVar("R", bound="Record")


# Plain `tuple` as a converter would lose the types of what it takes.
def ids(given: Iterable[str]) -> tuple[str, ...]:
    """Convert the ids that a record is given."""
    return tuple(given)


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


def _restore(cls: type[R], values: dict[str, Any], catalogue: Catalogue | None) -> R:
    """Rebuild a record that was pickled."""
    record = cls(**values)
    if catalogue is not None:
        record.join(catalogue)
    return record
