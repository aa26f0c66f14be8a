"""Records on their way from one catalogue to another, and where they came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from kcinema._json.document import KINDS, Document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Origins: TypeAlias = Mapping[tuple[str, str], str]
    """The version of the catalogue that a record came from, by its kind and id."""

__all__ = ["Made", "by_id", "records"]


class Made(NamedTuple):
    """The contents of a new catalogue.

    Attributes:
        document: Its records.
        origins: Where they came from.
    """

    document: Document
    origins: Origins


def records(document: Document) -> dict[str, Sequence[Any]]:
    """Return the records of a document by their kind."""
    return {kind: getattr(document, kind) for kind in KINDS}


def by_id(found: Sequence[Any]) -> dict[str, Any]:
    """Return records by their ids."""
    return {record.id: record for record in found}
