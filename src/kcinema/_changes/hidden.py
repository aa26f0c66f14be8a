"""What an overlay hides: records, and films in collections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kcinema._json.document import KINDS, fault, known_keys
from kcinema._model.fields import Id
from kcinema._model.given import of_checked
from kcinema._model.values import perhaps, shown
from kcinema.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcinema._json.document import Found
    from kcinema._model.parts import BasedOn

__all__ = ["Hidden", "unknown"]


class Hidden:
    """The part ``hide`` of an overlay.

    Attributes:
        ids: The ids of hidden records, by their kind.

    Args:
        below: The records of the catalogue below, by kind and id.
        version: The version of that catalogue.
    """

    def __init__(self, below: dict[str, dict[str, Any]], version: str) -> None:
        self._below = below
        self._version = version
        self._entries: dict[str, set[str]] = {}
        self.ids: dict[str, set[str]] = {kind: set() for kind in KINDS}

    def problems(self, hide: object) -> Iterator[Found]:
        """Read what is hidden, and yield what is wrong with it."""
        yield from known_keys(hide, "hide", [*KINDS, "entries"])
        parts = hide if isinstance(hide, dict) else {}
        for kind in KINDS:
            yield from self._read(
                parts.get(kind, []), f"hide.{kind}", self._below[kind], self.ids[kind]
            )
        collections, entries = self._below["collections"], parts.get("entries", {})
        yield from known_keys(entries, "hide.entries", [*collections])
        for id_, films in entries.items() if isinstance(entries, dict) else ():
            if id_ in collections:
                known = {entry.film: entry for entry in collections[id_].own_entries}
                hidden = self._entries.setdefault(id_, set())
                yield from self._read(films, f"hide.entries.{id_}", known, hidden)

    def _read(
        self, ids: object, path: str, known: dict[str, Any], into: set[str]
    ) -> Iterator[Found]:
        """Read a list of ids into a set."""
        yield from fault(ids, tuple[Id, ...], path, None)
        for index, id_ in enumerate(ids if isinstance(ids, list) else []):
            if isinstance(id_, str):
                into.add(id_)
                if id_ not in known:
                    yield unknown(f"{path}[{index}]", id_, known, self._version), None

    def without(self, record: Any) -> Any:  # noqa: ANN401  # a record of any kind
        """Return a record without what leads to hidden ones."""
        values: dict[str, Any] = {}
        if hasattr(record, "based_on"):
            values["based_on"] = tuple(map(self._based_on, record.based_on))
        elif hasattr(record, "own_entries"):
            films = self.ids["films"] | self._entries.get(record.id, set())
            entries = (one for one in record.own_entries if one.film not in films)
            hidden = self.ids["collections"]
            sections = (id_ for id_ in record.section_ids if id_ not in hidden)
            values |= {"entries": tuple(entries), "sections": tuple(sections)}
        before = record._values()  # noqa: SLF001  # as records copy themselves
        if all(before[key] == value for key, value in values.items()):
            return record
        return of_checked(type(record), before | values)

    def _based_on(self, basis: BasedOn) -> BasedOn:
        """Return what a film is based on, by its title if the other film is hidden."""
        if basis.film is None or basis.film not in self.ids["films"]:
            return basis
        title = basis.title or self._below["films"][basis.film].title
        values = {"kind": basis.kind, "author": basis.author, "title": title}
        return of_checked(type(basis), values)


def unknown(path: str, id_: str, known: Iterable[str], version: str) -> Problem:
    """Return the problem of an id that the catalogue below does not have."""
    expected = f"an id that is there in {version}{perhaps(id_, [*known])}"
    return Problem(path, None, expected, shown(id_))
