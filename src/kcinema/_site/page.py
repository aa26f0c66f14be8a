"""A page before it is written."""

from __future__ import annotations

from typing import Any, NamedTuple

__all__ = ["Page"]


class Page(NamedTuple):
    """A page before it is written.

    Attributes:
        path: Where it is in the folder of its language.
        template: The name of the template.
        title: The title, without the name of the site.
        values: What the template is filled with.
        description: What the page is about, in a sentence.
        kind: The type in the words of Open Graph; None for a page of a site.
    """

    path: str
    template: str
    title: str
    values: dict[str, Any]
    description: str | None = None
    kind: str | None = None
