"""The packaged catalogue, read from data files that the build has checked."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from kcinema._catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from kcinema._dataversion import DataVersion
    from kcinema._model.base import Record
    from kcinema._model.plain import Lines

__all__ = ["packaged"]


class _Packaged:
    """The data files of the package: each kind of record in two files."""

    def __init__(self) -> None:
        self._kinds: dict[str, Lines[Any]] = {}

    def version(self) -> str:
        return self._head().version

    def data_version(self, catalogue: Catalogue) -> DataVersion:  # noqa: ARG002  # counted by the build
        return self._head()

    def _head(self) -> DataVersion:
        from kcinema._dataversion import DataVersion

        return DataVersion(**json.loads(_bytes("head.json")))

    def records(self, kind: str, catalogue: Catalogue) -> Iterable[Record]:
        return self._lines(kind, catalogue)

    def record(self, kind: str, id_: str, catalogue: Catalogue) -> Record | None:
        found: Record | None = self._lines(kind, catalogue).one(id_)
        return found

    def _lines(self, kind: str, catalogue: Catalogue) -> Lines[Any]:
        if kind not in self._kinds:
            from kcinema._model.plain import Lines

            def read(*, more: bool = False) -> bytes:
                return _bytes(f"{kind}-more.json" if more else f"{kind}.json")

            self._kinds[kind] = Lines(_class(kind), read, catalogue)
        return self._kinds[kind]

    def pickled(self, catalogue: Catalogue) -> tuple[Any, ...]:  # noqa: ARG002  # every process has it
        return packaged, ()


def _class(kind: str) -> type[Record]:
    # Import only the class asked for: reading collections does not require Film.
    if kind == "films":
        from kcinema._model.film import Film

        return Film
    if kind == "directors":
        from kcinema._model.director import Director

        return Director
    from kcinema._model.collection import Collection

    return Collection


def _bytes(name: str) -> bytes:
    """Read a data file of the package, whether in a folder or in an archive."""
    # The loader of this module can read from either without further imports.
    read = getattr(__spec__.loader, "get_data", None)
    if read is not None:
        found: bytes = read(os.path.join(os.path.dirname(__file__), "data", name))
        return found
    import importlib_resources

    return importlib_resources.files("kcinema").joinpath("data", name).read_bytes()


_catalogue = Catalogue._of(_Packaged())  # noqa: SLF001  # reads nothing yet


def packaged() -> Catalogue:
    """Return the packaged catalogue, each part of which is read when first needed.

    >>> import kcinema
    >>> kcinema.catalogue() is kcinema.catalogue()
    True
    """
    return _catalogue
