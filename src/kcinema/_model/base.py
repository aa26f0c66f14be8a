"""The base class of all records: frozen, and bound to a catalogue.

A record holds the ids of related records; navigating attributes such as
``film.directors`` look these up in the record's catalogue. Equality and hashing use
the record's own fields only, so they cannot recurse through related records.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attr import fields, frozen

import kcinema
from kcinema._lazy import Module
from kcinema._model import plain
from kcinema._model.fields import Id
from kcinema._model.given import of_checked
from kcinema.errors import InvalidQueryError, KcinemaError

if TYPE_CHECKING:
    import typing_extensions
    from typing_extensions import Self

    # The one import from a higher layer: a record navigates through its catalogue.
    from kcinema._catalogue import Catalogue
else:
    # Annotations are evaluated at run time, but seldom.
    typing_extensions = Module("typing_extensions")

__all__ = ["Record", "id_of"]

R = TypeVar("R", bound="Record")


class _Bound:
    """What a record has beside its fields, and what is no part of its value."""

    # The catalogue that it belongs to, or None; and the JSON of a packaged record, of
    # which each field is decoded on first access. The catalogue's class is in a higher
    # layer, so it cannot be named here.
    __slots__ = ("_catalogue", "_undecoded")
    _catalogue: Any
    _undecoded: Any


@frozen(kw_only=True, eq=False, repr=False)
class Record(_Bound):
    """Base class of films, directors and collections: an id and a catalogue.

    Records are equal if all their fields are, whichever catalogue they belong to.
    """

    _ours: ClassVar[frozenset[str]] = frozenset({"id", "former_ids"})
    """Fields that need no source: written for this catalogue, or set by a rule."""
    _rarely_read: ClassVar[frozenset[str]] = frozenset()
    """Fields in the second file of packaged records: long, and seldom asked for."""

    id: Id

    def __attrs_pre_init__(self) -> None:
        object.__setattr__(self, "_catalogue", None)
        object.__setattr__(self, "_undecoded", None)

    if not TYPE_CHECKING:  # pragma: no branch  # else checkers accept any attribute

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # any field's value
            # Called only for missing attributes: not decoded yet, or nonexistent.
            return plain.decode(self, name)

    @property
    def catalogue(self) -> kcinema.Catalogue:
        """The catalogue that the record belongs to.

        Raises:
            KcinemaError: The record belongs to none. One built in code belongs to a
                catalogue once it has been passed to :class:`kcinema.Catalogue`.
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
        """Whether the record belongs to a catalogue and can be navigated from."""
        return self._catalogue is not None

    def to_dict(self) -> dict[str, Any]:
        """Return the record as plain JSON values, with the keys of the file format.

        Returns:
            Every field by its name: dates as ISO 8601 text, vocabulary words as text,
            tuples as lists, related records as their ids. Each call returns a new dict.

        >>> import kcinema
        >>> values = kcinema.film("memento-mori-1999").to_dict()
        >>> values["release_date"], values["directors"]
        ('1999-12-24', ['kim-tae-yong', 'min-kyu-dong'])
        """
        return plain.to_dict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> typing_extensions.Self:
        """Make a record from plain JSON values, as :meth:`to_dict` returns them.

        The record belongs to no catalogue; the ids in it are checked when it is passed
        to :class:`kcinema.Catalogue`.

        Args:
            values: Values by the keys of the file format. Optional keys may be omitted.

        Raises:
            CatalogueError: A key is missing or unknown, or a value is invalid for its
                field; reports the first such problem.

        >>> import kcinema
        >>> film = kcinema.film("oldboy-2003")
        >>> kcinema.Film.from_dict(film.to_dict()) == film
        True
        """
        from kcinema._model.unchecked import from_dict

        return from_dict(cls, values)

    def _joined(self, catalogue: Catalogue) -> Self:
        """Return the record bound to a catalogue; a copy if it belongs to another."""
        record = self
        if self._catalogue is not None and self._catalogue is not catalogue:
            record = of_checked(type(self), self._values())
        # The binding is not part of the value: equality and hashing ignore it.
        object.__setattr__(record, "_catalogue", catalogue)
        return record

    def _values(self) -> dict[str, Any]:
        """Return the field values by the names that the constructor takes."""
        return {
            attribute.alias or attribute.name: getattr(self, attribute.name)
            for attribute in fields(type(self))
        }

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        assert isinstance(other, Record)  # noqa: S101  # for the type checker
        return self is other or (
            self.id == other.id and self._values() == other._values()
        )

    def __hash__(self) -> int:
        # Equal records have equal ids; hashing more would only take longer.
        return hash((type(self).__name__, self.id))

    def __copy__(self) -> typing_extensions.Self:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> typing_extensions.Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self._values(), self._catalogue)


def _restore(cls: type[R], values: dict[str, Any], catalogue: Catalogue | None) -> R:
    """Rebuild a pickled record."""
    record = of_checked(cls, values)
    if catalogue is not None:
        record = record._joined(catalogue)
    return record


def id_of(asked: str, kind: str, value: object) -> str:
    """Return the id of a record that was passed as itself or by its id.

    Args:
        asked: What was asked for, for the message.
        kind: ``"film"``, ``"director"`` or ``"collection"``.
        value: What was passed.

    Raises:
        InvalidQueryError: It is neither.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, Record) and type(value).__name__.lower() == kind:
        return value.id
    msg = f"{asked}: expected a {kind} or its id, not {value!r}"
    raise InvalidQueryError(msg)
