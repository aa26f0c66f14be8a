"""What all records share: they are frozen, and know their catalogue.

A record holds the ids of the records it is linked to; the attribute that navigates
(``film.directors``) asks the catalogue that the record belongs to. Equality, hashing
and printing look at the record alone, so none of them can run in a circle.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attr import evolve, field, fields, frozen

from kcinema._model import plain
from kcinema._model.fields import Id
from kcinema.errors import KcinemaError

if TYPE_CHECKING:
    from typing_extensions import Self

    # The one arrow that points up: a record navigates through its catalogue.
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

    _ours: ClassVar[frozenset[str]] = frozenset({"id", "former_ids"})
    """Fields that need no source: they are our prose, or follow from a rule."""
    _second_line: ClassVar[frozenset[str]] = frozenset()
    """What the packaged data have in the second line of a record: what is long, and not
    what most programs read of most records."""

    id: Id
    # A Catalogue or None; the class is one floor up, so its name is not known here.
    _catalogue: Any = field(default=None, init=False)
    # The JSON of a packaged record, whose fields are decoded when first asked for.
    _undecoded: Any = field(default=None, init=False)

    if not TYPE_CHECKING:  # pragma: no branch  # or no misspelt name is an error

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # any field's value
            # Reached only where an attribute is missing: not decoded yet, or not there.
            return plain.decode(self, name)

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue that the record belongs to.

        Raises:
            KcinemaError: It belongs to none: a record made by hand belongs to a
                catalogue once that is made of it.
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

    def to_dict(self) -> dict[str, Any]:
        """Return the record as plain JSON values, with the keys of the file format.

        Returns:
            Every field by its name; dates as ISO 8601 text, words as text, lists for
            tuples, linked records as their ids. A new dict at each call.

        >>> import kcinema
        >>> values = kcinema.film("memento-mori-1999").to_dict()
        >>> values["release_date"], values["directors"]
        ('1999-12-24', ['kim-tae-yong', 'min-kyu-dong'])
        """
        return plain.to_dict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Make a record of plain JSON values, as :meth:`to_dict` returns them.

        The record belongs to no catalogue; whether the ids in it lead anywhere is
        checked when a :class:`kcinema.Catalogue` is made of it.

        Args:
            values: Values by the keys of the file format. Keys that may be empty may
                be left out.

        Raises:
            CatalogueError: A key is missing or unknown, or a value is not what its
                field takes; names the first such place.

        >>> import kcinema
        >>> film = kcinema.film("oldboy-2003")
        >>> kcinema.Film.from_dict(film.to_dict()) == film
        True
        """
        return plain.from_dict(cls, values)

    def _joined(self, catalogue: Catalogue) -> Self:
        """Return the record bound to a catalogue, as a copy if it is in another one."""
        record = self
        if self._catalogue is not None and self._catalogue is not catalogue:
            record = evolve(self)
        # The binding is no part of the value: it shows in no comparison and no hash.
        object.__setattr__(record, "_catalogue", catalogue)
        return record

    def _values(self) -> dict[str, Any]:
        """Return the fields by the names that the constructor takes."""
        return {
            attribute.alias or attribute.name: getattr(self, attribute.name)
            for attribute in fields(type(self))
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
        record = record._joined(catalogue)  # of the same module
    return record
