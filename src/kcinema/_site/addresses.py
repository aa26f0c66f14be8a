"""Addresses: the site's own, and the sites of others."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from kcinema.errors import InvalidQueryError

__all__ = ["base", "host", "up"]

# The characters of addresses, none of which means anything in HTML but for one.
_PLAIN = re.compile(r"[\w.~:/?#\[\]@!$&()*+,;=%-]+", re.ASCII)


def host(url: str) -> str:
    """Return the name of the site that a page is on.

    >>> from kcinema._site.addresses import host
    >>> host("https://www.kmdb.or.kr/db/kor/detail/movie/K/05928")
    'kmdb.or.kr'
    """
    return url.partition("//")[2].partition("/")[0].removeprefix("www.")


def up(path: str) -> str:
    """Return the way from a page to the top of the folders that it is in.

    >>> from kcinema._site.addresses import up
    >>> up("film/oldboy-2003.html"), up("index.html")
    ('../', '')
    """
    return "../" * path.count("/")


def base(url: str | None) -> str:
    """Return the address of a site with a slash at its end; nothing for None.

    Raises:
        InvalidQueryError: It is no address of a site.

    >>> from kcinema._site.addresses import base
    >>> base("https://example.org/films")
    'https://example.org/films/'
    """
    if url is None:
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if (
        parts.scheme not in {"http", "https"}
        or not parts.netloc
        or not _PLAIN.fullmatch(url)
    ):
        msg = (
            f"site: expected an address such as https://example.org/films/, not {url!r}"
        )
        raise InvalidQueryError(msg)
    if parts.query or parts.fragment:
        msg = f"site: an address that pages can be added to has no ? or #: {url!r}"
        raise InvalidQueryError(msg)
    return f"{url.rstrip('/')}/"
