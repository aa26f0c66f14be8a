"""Draws the charts of `kcinema.plots` as SVG.

    python tools/make_plots.py FOLDER

writes one file for each, for a page that shows pictures; the documentation draws those
in `docs/pictures.md` itself, while it is built. Each says in its title and description
what it shows. The same data gives the same bytes, on machines with the same typefaces,
by which words are measured.
"""

from __future__ import annotations

import re
import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import kcinema
from kcinema import plots
from kcinema._plotting.style import INK

if TYPE_CHECKING:
    from collections.abc import Callable

CHARTS: dict[str, Callable[[], Any]] = {
    "timeline": plots.timeline,
    "eras": plots.eras,
    "themes": plots.themes,
    "network": plots.network,
    "admissions": plots.admissions,
    "acclaim": plots.acclaim,
    "bong-joon-ho": lambda: plots.career(kcinema.director("bong-joon-ho")),
    "im-kwon-taek": lambda: plots.career(kcinema.director("im-kwon-taek")),
}
# By itself a picture knows only whether its reader prefers the dark.
STYLE = (
    "<style>svg{color:#555}@media (prefers-color-scheme:dark){svg{color:#bbb}}</style>"
)


def svg(chart: Any) -> str:
    """Return a chart as an element for a page, whose colour its words take."""
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(chart.to_json())
    drawn = re.sub(rf'(<text [^>]*fill=)"{INK}"', r'\1"currentColor"', drawn)
    said = f"<title>{escape(chart.title.text)}</title>"
    said += f"<desc>{escape(chart.description)}</desc>"
    opening = '<svg role="img" style="max-width:100%;height:auto"'
    return re.sub(r"^<svg([^>]*)>", lambda m: f"{opening}{m[1]}>{said}", drawn)


def main(folder: Path) -> None:
    """Write all charts into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in CHARTS.items():
        picture = svg(draw()).replace("</desc>", f"</desc>{STYLE}", 1)
        (folder / f"{name}.svg").write_text(picture, encoding="utf-8", newline="\n")
        print(f"wrote {name}.svg, {len(picture) // 1000} kB")


if __name__ == "__main__":
    if len(sys.argv) != 2:  # one argument
        sys.exit("usage: python tools/make_plots.py FOLDER")
    main(Path(sys.argv[1]))
