"""The showcase as a web site: every file of it from a catalogue, and writing them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import importlib_resources

from kcinema import _extras
from kcinema._json import atomic
from kcinema._model.external import EXTERNAL
from kcinema._model.film import Film
from kcinema._packaged import packaged
from kcinema._site import addresses, feeds, finding
from kcinema._site.fronts import NAVIGATION
from kcinema._site.language import ENGLISH, LANGUAGES, Language
from kcinema._site.pages import pages
from kcinema._site.posters import poster
from kcinema._site.shelves import Shelves
from kcinema._site.slim import slim
from kcinema.errors import InvalidQueryError

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    import jinja2

    import kcinema
    from kcinema._site.page import Page

__all__ = ["files", "write"]

_FOLDER = importlib_resources.files("kcinema._site")
_STATIC = ("site.css", "site.js", "icon.svg")


def write(
    catalogue: kcinema.Catalogue,
    folder: str | os.PathLike[str],
    base_url: str | None = None,
    since: kcinema.Catalogue | None = None,
) -> int:
    """Write the site of a catalogue into a folder, and return how many files it has.

    Each file is written atomically, and left alone if it is as it should be.

    Args:
        catalogue: The catalogue.
        folder: The folder; it is made if it is not there.
        base_url: The address that the site will have, for what needs whole addresses:
            canonical links, the sitemap and the feed.
        since: The catalogue as it was; the feed names the films that have come since.

    Raises:
        InvalidQueryError: The address is none of a site, or there is no feed in which
            films could be named.
        MissingPackageError: Jinja2 is not installed.
        OSError: A file cannot be written.
    """
    top = Path(folder)
    count = 0
    for path, text in files(catalogue, base_url, since):
        target, data = top / path, text.encode()
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.is_file() or target.read_bytes() != data:
            atomic.write(target, data, durably=False)
        count += 1
    return count


def files(
    catalogue: kcinema.Catalogue,
    base_url: str | None = None,
    since: kcinema.Catalogue | None = None,
) -> Iterator[tuple[str, str]]:
    """Return the path and the text of every file; see :func:`write`."""
    # What is wrong is said before any file is written.
    address = addresses.base(base_url)
    dated = bool(address) and feeds.day(catalogue.version) is not None
    if since is not None and not dated:
        raise InvalidQueryError(
            "site: expected an address, and a version of the data that begins with a "
            "date, for a feed of what has come since"
        )
    _extras.need("jinja2")
    return _files(catalogue, address, dated=dated, since=since)


def _files(
    catalogue: kcinema.Catalogue,
    base_url: str,
    *,
    dated: bool,
    since: kcinema.Catalogue | None,
) -> Iterator[tuple[str, str]]:
    shelves = Shelves(catalogue)
    shared = {
        "shelves": shelves,
        "version": catalogue.version,
        "base_url": base_url,
        "feed": dated,
        "ours": catalogue is packaged(),
        "external": EXTERNAL,
        "languages": LANGUAGES,
        "navigation": NAVIGATION,
    }
    paths = []
    for language in LANGUAGES:
        templates = _environment(language, shared)
        for page in pages(shelves, language):
            path = language.folder + page.path
            paths.append(path)
            yield path, _rendered(templates, page, language)
    for film in shelves.films:
        yield f"poster/{film.id}.svg", poster(film)
    yield "index.js", finding.index(shelves)
    for name in _STATIC:
        yield name, _FOLDER.joinpath("static", name).read_text("utf-8")
    if base_url:
        yield "sitemap.xml", feeds.sitemap(base_url, paths)
    if dated:
        title = ENGLISH.texts["home_title"]
        yield "feed.xml", feeds.atom(base_url, shelves, title, _added(catalogue, since))


def _added(catalogue: kcinema.Catalogue, since: kcinema.Catalogue | None) -> list[Film]:
    """Return the films that have come since, by id."""
    if since is None:
        return []
    return [one for one in since.diff(catalogue).added if isinstance(one, Film)]


def _environment(language: Language, shared: dict[str, Any]) -> jinja2.Environment:
    jinja = _extras.need("jinja2")

    def read(name: str) -> str:
        return _FOLDER.joinpath("templates", name).read_text("utf-8")

    templates: jinja2.Environment = jinja.Environment(
        autoescape=True,
        loader=jinja.FunctionLoader(read),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=jinja.StrictUndefined,
    )
    (other,) = (one for one in LANGUAGES if one is not language)
    templates.globals |= shared
    templates.globals |= {"language": language, "other": other, "t": language.texts}
    templates.filters |= {
        "host": addresses.host,
        "country": language.country,
        "tongue": language.tongue,
    }
    return templates


def _rendered(templates: jinja2.Environment, page: Page, language: Language) -> str:
    html: str = templates.get_template(page.template).render(
        page.values,
        title=page.title,
        site=None if page.path == "index.html" else language.texts["site"],
        description=page.description,
        kind=page.kind,
        path=page.path,
        up=addresses.up(page.path),
        root=addresses.up(language.folder + page.path),
    )
    return slim(html)
