"""What is laid over a catalogue: records to add, corrections, and what to hide.

An overlay is a document of its own, so that one file can say all of it. Nothing in it
is taken silently: a correction names the value that it corrects, and what does not fit
the catalogue below is a problem with its place.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from kcinema._changes.corrections import Corrections
from kcinema._changes.hidden import Hidden
from kcinema._changes.made import Made, by_id, records
from kcinema._json import checks, document as documents
from kcinema._json.document import KINDS, Document
from kcinema._model.values import shown
from kcinema.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcinema._json.document import Found
    from kcinema._json.syntax import Parsed

__all__ = ["OVERLAY", "is_overlay", "overlay"]

OVERLAY = 1
"""The version of the format of overlays that this library reads."""


def is_overlay(value: object) -> bool:
    """Return whether a parsed document is meant to be an overlay."""
    return isinstance(value, dict) and "overlay" in value


def overlay(below: Made, parsed: Parsed, most: int) -> Made:
    """Return a catalogue with an overlay laid over it.

    Args:
        below: The catalogue.
        parsed: The overlay.
        most: How many problems are reported.

    Raises:
        CatalogueError: The overlay is invalid, or does not fit; lists every problem.
    """
    laid = _Overlay(below.document)
    found = [*islice(laid.problems(parsed), most + 1)]
    if found or not isinstance(parsed.value, dict):
        raise documents.error(found, parsed, most)
    version = parsed.value["version"]
    base = below.document.version
    came = {
        (kind, record.id): below.origins.get((kind, record.id), base)
        for kind in KINDS
        for record in laid.kept[kind]
    }
    came |= {(kind, one.id): version for kind in KINDS for one in laid.added[kind]}
    return Made(Document(f"{base}+{version}", **laid.merged()), came)


class _Overlay:
    """An overlay that is being read.

    Attributes:
        added: The records that it adds.
        kept: Those of the catalogue below that are left, with corrections.
    """

    def __init__(self, below: Document) -> None:
        self._version = below.version
        self._below = {kind: by_id(found) for kind, found in records(below).items()}
        self._hidden = Hidden(self._below, below.version)
        self._corrections = Corrections(self._below, self._hidden, below.version)
        self.added: dict[str, list[Any]] = {kind: [] for kind in KINDS}
        self.kept: dict[str, list[Any]] = {kind: [] for kind in KINDS}

    def merged(self) -> dict[str, list[Any]]:
        """Return all records, those that are kept first."""
        return {kind: [*self.kept[kind], *self.added[kind]] for kind in KINDS}

    def problems(self, parsed: Parsed) -> Iterator[Found]:
        """Read the overlay, and yield everything that is wrong with it."""
        value = parsed.value
        if not isinstance(value, dict):
            yield Problem("$", None, "an object", shown(value)), None
            return
        if not is_overlay(value) and "schema" in value:
            expected = "an overlay, with the key 'overlay'; Catalogue.merge takes this"
            yield Problem("$", None, expected, "a catalogue"), "schema"
            return
        wrong = False
        keys = [*KINDS, "corrections", "hide"]
        for part in (
            documents.head_problems(value, {"overlay": OVERLAY}, keys),
            documents.repeated_keys(value) if parsed.repeated else (),
            self._hidden.problems(value.get("hide", {})),
            documents.read_records(value, self.added),
            self._corrections.problems(value.get("corrections", {})),
            self._known_ids(),
        ):
            for found in part:
                wrong = True
                yield found
        if not wrong:
            yield from self._together()

    def _known_ids(self) -> Iterator[Found]:
        """Find added records that are there; what is hidden may be added anew."""
        for kind in KINDS:
            for index, record in enumerate(self.added[kind]):
                id_ = record.id if record else None
                if id_ in self._below[kind] and id_ not in self._hidden.ids[kind]:
                    path = f"{kind}[{index}].id"
                    expected = "an id that is new (`corrections` change a record)"
                    found = f"{id_!r}, which is in {self._version}"
                    yield Problem(path, id_, expected, found), None

    def _together(self) -> Iterator[Found]:
        """Put the records together, and check that they fit."""
        corrected = self._corrections.records
        paths: dict[str, list[str]] = {}
        for kind in KINDS:
            left = [
                record
                for id_, record in self._below[kind].items()
                if id_ not in self._hidden.ids[kind] and id_ not in corrected[kind]
            ]
            changed = [record for _, record in corrected[kind].values()]
            self.kept[kind] = [*map(self._hidden.without, [*left, *changed])]
            paths[kind] = [
                *("hide" for _ in left),
                *(path for path, _ in corrected[kind].values()),
                *(f"{kind}[{index}]" for index in range(len(self.added[kind]))),
            ]
        for problem in checks.problems(**self.merged()):
            kind, _, rest = problem.path.partition("[")
            index, _, path = rest.partition("]")
            where = paths[kind][int(index)]
            if where == "hide":
                # Of the records below, only what is hidden can make one invalid.
                expected = "to hide only what no other record needs"
                yield problem._replace(path=where, expected=expected), None
            else:
                yield problem._replace(path=f"{where}{path}"), None
