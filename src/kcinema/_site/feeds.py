"""What other programs read of the site: the map of its pages, and its news."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcinema._model.film import Film
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


def atom(
    base_url: str, shelves: Shelves, title: str, added: Iterable[Film] = ()
) -> str:
    """Return a feed with an entry for the version of the data and for what came to it.

    Args:
        base_url: The address of the site.
        shelves: What the site is made from.
        title: The title of the feed.
        added: The films that have come with this version. The data does not say when a
            film was added; its version has a day.
    """
    version = shelves.catalogue.version
    updated = f"{day(version)}T00:00:00Z"
    parts = urlsplit(base_url)
    tag = f"tag:{parts.hostname},{updated[:10]}:{parts.path}"
    held = (
        f"{len(shelves.films)} films, {len(shelves.directors)} directors, "
        f"{len(shelves.collections)} collections"
    )
    entries = [
        (version, f"Data {version}", "about.html", held),
        *(
            (
                film.id,
                f"{film.title} {film.title_ko} ({film.year})",
                f"film/{film.id}.html",
                film.logline or "",
            )
            for film in added
        ),
    ]
    return _FEED.format(
        base_url=escape(base_url),
        title=escape(title),
        updated=updated,
        entries="\n".join(
            _ENTRY.format(
                tag=escape(tag + name),
                title=escape(about),
                updated=updated,
                page=escape(base_url + path),
                summary=escape(summary),
            )
            for name, about, path, summary in entries
        ),
    )


_FEED = """\
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>{base_url}</id>
<title>{title}</title>
<updated>{updated}</updated>
<author><name>kcinema</name></author>
<link href="{base_url}"/>
<link rel="self" href="{base_url}feed.xml"/>
{entries}
</feed>
"""
_ENTRY = """\
<entry>
<id>{tag}</id>
<title>{title}</title>
<updated>{updated}</updated>
<link href="{page}"/>
<summary>{summary}</summary>
</entry>"""
