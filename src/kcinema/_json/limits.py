"""How much of a file is read, and how much is said about it."""

from __future__ import annotations

from typing import NamedTuple

from kcinema.errors import InvalidQueryError

__all__ = ["Limits"]


class Limits(NamedTuple):
    """The limits of :func:`kcinema.load`, whose arguments they are.

    Attributes:
        max_size: The bytes of a file, unpacked where it is compressed.
        max_depth: How deep lists and objects may be in each other. A catalogue needs 7.
        max_problems: The number of problems that an error lists.
    """

    max_size: int = 100_000_000
    max_depth: int = 32
    max_problems: int = 100

    def checked(self) -> Limits:
        """Return the limits if they are whole numbers of at least 1.

        Raises:
            InvalidQueryError: One of them is not.
        """
        for name, value in self._asdict().items():
            if type(value) is not int or value < 1:
                msg = f"{name}: expected a whole number of at least 1, not {value!r}"
                raise InvalidQueryError(msg)
        return self
