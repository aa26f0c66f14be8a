"""Which themes belong to which era: a heat map of shares."""

from __future__ import annotations

import textwrap
from collections import Counter
from typing import TYPE_CHECKING, Any

from kcinema._extras import need
from kcinema._plotting import style
from kcinema._plotting.eras import by_era, span
from kcinema.vocabulary import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import kcinema
    from kcinema.vocabulary import Era

__all__ = ["drawn", "of_eras"]

_NAMES, _CELL, _LINE, _TILE = 150, 22, 15, 0.55
_FEW_FILMS = 10
"""Of fewer films than this, shares say nothing."""
_FEW = 3
"""A theme of fewer films than this is none of an era."""


def of_eras(
    eras: Mapping[Era, Sequence[kcinema.Film]], limit: int
) -> dict[Era, list[Theme]]:
    """Return the themes that belong to each era.

    A theme belongs to the era that has the largest share of it. Those come first that
    are farthest above what the size of the era would give: observed less expected, by
    the root of what is expected.
    """
    counted = {era: _counts(found) for era, found in eras.items()}
    total = _counts([film for found in eras.values() for film in found])
    size = sum(map(len, eras.values()))
    found: dict[Era, list[tuple[float, Theme]]] = {era: [] for era in eras}
    for theme in Theme:
        home = max(eras, key=lambda era: counted[era][theme] / len(eras[era]))
        if counted[home][theme] >= _FEW:
            expected = total[theme] * len(eras[home]) / size
            above = (counted[home][theme] - expected) / expected**0.5
            found[home].append((-above, theme))
    return {
        era: [theme for _, theme in sorted(held)[:limit]] for era, held in found.items()
    }


def _counts(films: Sequence[kcinema.Film]) -> Counter[Theme]:
    return Counter(theme for film in films for theme in film.themes)


def drawn(films: Sequence[kcinema.Film], limit: int) -> Any:
    """Return the chart."""
    altair = need("altair")
    held = by_era(films)
    many = {era: found for era, found in held.items() if len(found) >= _FEW_FILMS}
    eras = many or held
    own = of_eras(eras, limit)
    across = (style.WIDTH - _NAMES) / len(eras)
    cells, names, heads = [], [], []
    down = 0.0
    for home, themes in own.items():
        for theme in themes:
            names.append({"text": theme.label, "x": _NAMES - 10, "y": down + 10})
            for place, (era, found) in enumerate(eras.items()):
                share = _counts(found)[theme] / len(found)
                left = _NAMES + place * across
                cells.append(
                    {
                        "x": left,
                        "to": left + across * _TILE,
                        "text_at": left + across * _TILE + 6,
                        "y": down,
                        "bottom": down + _CELL - 2,
                        "text_y": down + _CELL / 2 - 1,
                        "share": share,
                        "text": f"{share:.0%}" if share else "\u2013",
                        "theme": theme.label,
                        "era": era.label,
                        "home": era is home,
                    }
                )
            down += _CELL
        down += _CELL / 2 if themes else 0
    for place, (era, found) in enumerate(eras.items()):
        label = textwrap.wrap(era.label, 13)
        years = "{}\u2013{}".format(*span(era, found))
        lines = [*label, years, style.number(len(found), "film")]
        heads += [
            {
                "text": text,
                "x": _NAMES + place * across,
                "y": -12 - _LINE * (len(lines) - 1 - line),
                "bold": line < len(label),
            }
            for line, text in enumerate(lines)
        ]
    x_scale, y_scale = style.pixels(style.WIDTH), style.pixels(down)
    x = altair.X("x:Q", axis=None, scale=x_scale)
    y = altair.Y("y:Q", axis=None, scale=y_scale)
    shade = altair.Opacity("share:Q", legend=None, scale=altair.Scale(range=[0.06, 1]))
    tiles = style.chart(cells).mark_rect(color=style.BLUE)
    tooltip = ["theme:N", "era:N", altair.Tooltip("share:Q", format=".0%")]
    values = [
        style.text(
            [cell for cell in cells if cell["home"] is home],
            fontWeight=600 if home else 400,
        ).encode(
            x=altair.X("text_at:Q", axis=None, scale=x_scale),
            y=altair.Y("text_y:Q", axis=None, scale=y_scale),
        )
        for home in (True, False)
    ]
    above = [
        style.text(
            [head for head in heads if head["bold"] is bold],
            fontWeight=600 if bold else 400,
        ).encode(x=x, y=y)
        for bold in (True, False)
    ]
    made = altair.layer(
        tiles.encode(
            x=x, x2="to:Q", y=y, y2="bottom:Q", opacity=shade, tooltip=tooltip
        ),
        *values,
        *above,
        style.text(names, align="right").encode(x=x, y=y),
    )
    left_out = [era.label for era in held if era not in eras]
    listed = "; ".join(
        f"{era.label}: "
        + ", ".join(
            f"{theme.label} {_counts(eras[era])[theme] / len(eras[era]):.0%}"
            for theme in themes
        )
        for era, themes in own.items()
        if themes
    )
    return style.finished(
        made.properties(width=style.WIDTH, height=max(down, _CELL)),
        "What each era tells of",
        [
            "How many of an era's films have the themes that belong to it most.",
            f"Too few films: {', '.join(left_out)}." if left_out else "",
        ],
        f"Themes that belong to an era, with their share of its films. {listed}.",
    )
