"""How the documentation is built."""

from __future__ import annotations

import ast
import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging

import kcinema
from kcinema._site import build as site

sys.path.append(str(Path(__file__).parents[1] / "tools"))
import figures
import make_plots

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

project = "kcinema"
author = "The kcinema maintainers"
project_copyright = "2026, The kcinema maintainers"
version = release = kcinema.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_design",
]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "kcinema"
exclude_patterns = ["_build"]

autodoc_member_order = "bysource"
# Types stand beside what is said of each argument. The fields of a record have theirs
# with the field, so a constructor does not repeat them.
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
napoleon_google_docstring = True
maximum_signature_line_length = 88

# Names of other projects, whose inventories would have to be fetched to link them.
nitpick_ignore = [
    ("py:class", name)
    for name in (
        "Callable",
        "Hashable",
        "Iterable",
        "Iterator",
        "Mapping",
        "Sequence",
        "Self",
        "Unpack",
        "collections.abc.Callable",
        "collections.abc.Iterable",
        "collections.abc.Iterator",
        "collections.abc.Mapping",
        "collections.abc.Sequence",
        "datetime.date",
        "os.PathLike",
        "pandas.DataFrame",
        "polars.dataframe.frame.DataFrame",
        "pyarrow.lib.Table",
        "typing_extensions.Self",
        "typing_extensions.Unpack",
        "Readable",  # an open file, and a file in a package, as the text says
        "Resource",
        "kcinema.Readable",
        "kcinema.Resource",
        "Item",  # of a search: a film, a director or a collection, as the text says
    )
]

# Where their classes are defined differs from release to release.
nitpick_ignore_regex = [("py:class", r"(altair|_?duckdb|pyspark)\..*")]

_logger = logging.getLogger(__name__)
_PUBLIC = "|".join([*dir(kcinema), "Readable", "Resource"])
_AT_HOME = re.compile(rf"\bkcinema\.[a-z_.]+\.({_PUBLIC})\b")
_CELL = re.compile(r"^```python\n(?P<code>.*?)^```\n", re.DOTALL | re.MULTILINE)
_TYPED = (":type", ":rtype")
# The pages that show what their cells give, and how.
_SHOWN: dict[str, Callable[[Any], str]] = {
    "notebooks": lambda shown: shown._repr_html_(),
    "pictures": make_plots.svg,
}
# Stands for a colon while napoleon, which takes it for the end of a type, is at work.
_COLON = "\ue000"


def hide_colons(
    _app: Sphinx,
    what: str,
    _name: str,
    _obj: object,
    _options: object,
    lines: list[str],
) -> None:
    """Hide colons of sentences from napoleon: types come from annotations here."""
    returns = False
    for place, line in enumerate(lines):
        if line and not line.startswith(" "):
            returns = line == "Returns:"
        if (returns and line.startswith(" ")) or (
            place == 0 and what in {"attribute", "property"}
        ):
            lines[place] = line.replace(": ", f"{_COLON} ")


def show_public_names(
    _app: Sphinx,
    _what: str,
    _name: str,
    _obj: object,
    _options: object,
    lines: list[str],
) -> None:
    """Write types by the names that users import, and bring colons back."""
    for place, line in enumerate(lines):
        text = line.replace(_COLON, ":")
        lines[place] = (
            _AT_HOME.sub(r"\1", text) if text.lstrip().startswith(_TYPED) else text
        )


def link_public_names(_app: Sphinx, doctree: nodes.document) -> None:
    """Point references at the names that users import, not at where a class lives."""
    for node in doctree.findall(addnodes.pending_xref):
        node["reftarget"] = _AT_HOME.sub(r"kcinema.\1", node["reftarget"])
    # A type with texts in it, such as a Literal, is not taken apart into references.
    for text in [*doctree.findall(nodes.Text)]:
        if "~kcinema._" in text:
            text.parent.replace(text, nodes.Text(re.sub(r"~(\w+\.)+", "", text)))


def show_made_defaults(
    _app: Sphinx,
    _what: str,
    _name: str,
    _obj: object,
    _options: object,
    signature: str | None,
    returns: str | None,
) -> tuple[str, str | None] | None:
    """Write a default that is made anew for each record as one that is there."""
    if signature is None or "NOTHING" not in signature:
        return None
    return signature.replace("NOTHING", "..."), returns


def show_cells(_app: Sphinx, page: str, source: list[str]) -> None:
    """Put under each cell of some pages what a notebook would show."""
    show = _SHOWN.get(page)
    if show is None:
        return
    names: dict[str, object] = {}

    def with_output(cell: re.Match[str]) -> str:
        *before, last = ast.parse(cell["code"]).body
        if not isinstance(last, ast.Expr):
            exec(cell["code"], names)  # noqa: S102  # our page
            return cell[0]
        exec(compile(ast.Module(before, []), page, "exec"), names)  # noqa: S102  # our page
        shown: Any = eval(ast.unparse(last), names)  # noqa: S307  # likewise
        return f"{cell[0]}\n```{{raw}} html\n{show(shown)}\n```\n"

    source[0] = _CELL.sub(with_output, source[0])


def show_figures(_app: Sphinx, _page: str, source: list[str]) -> None:
    """Put what the data comes to where comments ask for it."""
    source[0] = figures.answered(source[0])


def refuse_private_names(
    _app: Sphinx, page: str, _template: str, context: dict[str, str], _tree: object
) -> None:
    """Warn of a name that nobody may import; with ``-W`` the build fails."""
    found = sorted(set(re.findall(r"\bkcinema\._(?!_)[\w.]+", context.get("body", ""))))
    if found:
        _logger.warning("%s shows private names: %s", page, ", ".join(found))


def publish_schemas(app: Sphinx, error: Exception | None) -> None:
    """Put the JSON Schemas where their addresses say that they are."""
    # Imported before, it would keep autodoc from seeing the types of type checkers.
    from kcinema._json.document import ADDRESS

    if error is None and app.builder.format == "html":
        _, _, folder = ADDRESS.partition("/latest/")
        target = Path(app.outdir) / folder
        target.mkdir(parents=True, exist_ok=True)
        for path in (Path(kcinema.__file__).parent / "data").glob("*.schema.json"):
            shutil.copy(path, target)


def build_showcase(app: Sphinx, error: Exception | None) -> None:
    """Put the web site of the packaged catalogue beside the pages, which link it."""
    if app.builder.name == "html" and error is None:
        address = os.environ.get("READTHEDOCS_CANONICAL_URL")
        site.write(
            kcinema.catalogue(),
            Path(app.outdir) / "showcase",
            f"{address}showcase/" if address else None,
        )


def setup(app: Sphinx) -> None:
    """Connect the functions above."""
    app.connect("autodoc-process-docstring", hide_colons, priority=400)  # napoleon: 500
    app.connect("autodoc-process-docstring", show_public_names, priority=600)
    app.connect("autodoc-process-signature", show_made_defaults)
    app.connect("source-read", show_cells)
    app.connect("source-read", show_figures)
    app.connect("doctree-read", link_public_names)
    app.connect("html-page-context", refuse_private_names)
    app.connect("build-finished", build_showcase)
    app.connect("build-finished", publish_schemas)
