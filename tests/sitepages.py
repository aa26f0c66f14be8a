"""Reads pages as a browser does, as far as the tests ask."""

from __future__ import annotations

import html
import posixpath
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Page", "dead_links"]

_LINK = re.compile(r"""\s(href|src)=(?:"([^"]*)"|([^\s>]+))""")
_ID = re.compile(r"""\sid=(?:"([^"]*)"|([^\s>]+))""")
_ELSEWHERE = re.compile(r"(?:[a-z]+:|//)")
# A filter of the page on which films are found stands in the place of an anchor.
_FILTER = re.compile(r"browse\.html#[a-z]+=")


class Page(HTMLParser):
    """The elements of a page, its text, and the text in each language."""

    _VOID = frozenset({"img", "link", "meta", "input", "path", "circle"})

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._inside = ""
        self.feed(text)
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        """Note where a script ends."""
        if tag == "script":
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Note a text that is shown."""
        if self._inside != "script":
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of each element of a name."""
        return [attributes for name, attributes in self.tags if name == tag]

    def links(self) -> set[str]:
        """Return where the page's links lead."""
        return {str(one["href"]) for one in self.all("a")}


def dead_links(site: Mapping[str, str]) -> Iterator[str]:
    """Yield each link of a site that leads nowhere in it."""
    anchors = {
        path: {quoted or bare for quoted, bare in _ID.findall(text)}
        for path, text in site.items()
        if path.endswith(".html")
    }
    for path in anchors:
        for _, quoted, bare in _LINK.findall(site[path]):
            link = html.unescape(quoted or bare)
            if _ELSEWHERE.match(link):
                continue
            address, _, anchor = link.partition("#")
            address = address.partition("?")[0]
            folder = posixpath.dirname(path)
            target = posixpath.normpath(posixpath.join(folder, address))
            target = target if address else path
            if target not in site:
                yield f"{path}: {link}"
            elif anchor and anchor not in anchors[target] and not _FILTER.search(link):
                yield f"{path}: {link} (no such place)"
