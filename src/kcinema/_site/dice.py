"""Draws that depend on nothing but a text: the same on every machine and Python."""

from __future__ import annotations

import hashlib

__all__ = ["Dice"]


class Dice:
    """A sequence of draws that follows from a seed.

    The draws of :mod:`random` may differ between versions of Python.

    >>> from kcinema._site.dice import Dice
    >>> dice = Dice("oldboy-2003")
    >>> [dice.upto(6) for _ in range(5)] == [Dice("oldboy-2003").upto(6)] * 5
    False
    """

    def __init__(self, seed: str) -> None:
        self._state = int.from_bytes(hashlib.sha256(seed.encode()).digest(), "big")

    def upto(self, count: int) -> int:
        """Draw a whole number from 0 to one less than the count."""
        self._state, drawn = divmod(self._state, count)
        return drawn

    def between(self, low: int, high: int) -> int:
        """Draw a whole number; both ends may come."""
        return low + self.upto(high - low + 1)
