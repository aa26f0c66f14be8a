"""Values computed, and modules imported, on first use."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self

__all__ = ["Module", "lock", "once"]

T = TypeVar("T")


# One lock for all: few values are computed for the first time, and never again. It is
# reentrant, because one value is often computed from another.
lock = threading.RLock()

# A process forked while another thread computes a value would inherit a lock that
# nobody releases: wait for that thread first, and then let go on both sides.
if hasattr(os, "register_at_fork"):  # pragma: no branch  # Windows cannot fork
    os.register_at_fork(
        before=lock.acquire,
        after_in_parent=lock.release,
        after_in_child=lock.release,
    )


class once(Generic[T]):  # noqa: N801  # used as a decorator, like property
    """A property that is computed once; other threads wait for the result.

    Unlike :class:`functools.cached_property`, which since Python 3.12 may compute the
    value in several threads at once.
    """

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self._compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> T | Self:
        if instance is None:
            return self
        # Once the value is in the instance's dict, it hides this descriptor.
        with lock:
            values = vars(instance)
            if self._name not in values:
                values[self._name] = self._compute(instance)
            value: T = values[self._name]
        return value


class Module:
    """A stand-in for a module, which is imported on the first attribute access.

    For modules that only annotations need, so that they do not slow down the first
    query. Python 3.15 has ``lazy import`` for this (PEP 810).

    Args:
        name: The name of the module.
        optional: Whether it may be absent; its attributes are then :data:`Any`.

    >>> from kcinema._lazy import Module
    >>> Module("kcinema.vocabulary").Genre.HORROR
    <Genre.HORROR: 'horror'>
    """

    def __init__(self, name: str, *, optional: bool = False) -> None:
        self.__name = name
        self.__optional = optional

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # any attribute
        from importlib import import_module

        try:
            value = getattr(import_module(self.__name), name)
        except ModuleNotFoundError:
            if not self.__optional:
                raise
            value = Any
        vars(self)[name] = value
        return value
