"""What other programs read of the site: the map of its pages, and its news."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcinema._site.shelves import Shelves

__all__ = ["atom", "day", "sitemap"]

_DAY = re.compile(r"(\d{4})[.-](0[1-9]|1[0-2])[.-](0[1-9]|[12]\d|3[01])", re.ASCII)


def day(version: str) -> str | None:
    """Return the day that a version of the data begins with, or None.

    >>> from kcinema._site.feeds import day
    >>> day("2026.11.29"), day("mine")
    ('2026-11-29', None)
    """
    found = _DAY.match(version)
    return "-".join(found.groups()) if found else None


def sitemap(base_url: str, paths: Iterable[str]) -> str:
    """Return the sitemap of the pages."""
    lines = (f"<url><loc>{escape(base_url + path)}</loc></url>" for path in paths)
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            "</urlset>\n",
        ]
    )


def atom(base_url: str, shelves: Shelves, title: str) -> str:
    """Return a feed with an entry for the version of the data.

    The data does not say when a film was added; its version has a day.
    """
    version = shelves.catalogue.version
    updated = f"{day(version)}T00:00:00Z"
    parts = urlsplit(base_url)
    tag = f"tag:{parts.hostname},{updated[:10]}:{parts.path}{version}"
    held = (
        f"{len(shelves.films)} films, {len(shelves.directors)} directors, "
        f"{len(shelves.collections)} collections"
    )
    values = {
        name: escape(text) for name, text in locals().items() if isinstance(text, str)
    }
    return _FEED.format(**values)


_FEED = """\
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>{base_url}</id>
<title>{title}</title>
<updated>{updated}</updated>
<author><name>kcinema</name></author>
<link href="{base_url}"/>
<link rel="self" href="{base_url}feed.xml"/>
<entry>
<id>{tag}</id>
<title>Data {version}</title>
<updated>{updated}</updated>
<link href="{base_url}about.html"/>
<summary>{held}</summary>
</entry>
</feed>
"""
