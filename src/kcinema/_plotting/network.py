"""Which themes go together: groups of them, and arcs between those that films share."""

from __future__ import annotations

import math
import textwrap
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from kcinema._extras import need
from kcinema._plotting import style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import kcinema
    from kcinema.vocabulary import Theme

__all__ = ["Link", "drawn", "groups_of", "links_of"]

_COLUMNS, _ROW, _GAP, _POINTS = 3, 18, 20, 25
_FEW = 3
"""Themes that fewer films than this share go together by chance."""
_ABOVE = 2
"""How many times as often as chance would have it."""
_PARTNERS = 2
"""Of each theme, so many of the strongest links are drawn."""


class Link(NamedTuple):
    """Two themes that films share.

    Attributes:
        themes: The two.
        films: How many films have both.
        strength: That number, by the logarithm of how far it is above chance.
    """

    themes: tuple[Theme, Theme]
    films: int
    strength: float


def links_of(films: Sequence[kcinema.Film]) -> list[Link]:
    """Return the strongest links of each theme, the strongest first."""
    single = Counter(theme for film in films for theme in film.themes)
    found = []
    for pair, count in _pairs(films).items():
        one, other = pair
        above = count * len(films) / (single[one] * single[other])
        if count >= _FEW and above >= _ABOVE:
            found.append(Link(pair, count, count * math.log(above)))
    found.sort(key=lambda link: (-link.strength, link.themes))
    drawn: Counter[Theme] = Counter()
    kept = []
    for link in found:
        if any(drawn[theme] < _PARTNERS for theme in link.themes):
            kept.append(link)
            drawn.update(link.themes)
    return kept


def _pairs(films: Sequence[kcinema.Film]) -> Counter[tuple[Theme, Theme]]:
    return Counter(
        pair for film in films for pair in combinations(sorted(film.themes), 2)
    )


def groups_of(links: Sequence[Link]) -> list[list[Theme]]:
    """Return the themes of some links in groups, within which most of the links are."""
    if not links:
        return []
    # networkx, because how to part a network well is a science of its own.
    networkx = need("networkx")
    network = networkx.Graph()
    for link in links:
        network.add_edge(*link.themes, weight=link.strength)
    parted = networkx.community.greedy_modularity_communities(network, weight="weight")
    return [[*group] for group in parted]


def drawn(films: Sequence[kcinema.Film]) -> Any:
    """Return the chart: a list of themes for each group, with arcs beside it."""
    altair = need("altair")
    count = Counter(theme for film in films for theme in film.themes)
    links = links_of(films)
    groups = [
        sorted(group, key=lambda theme: (-count[theme], theme))
        for group in groups_of(links)
    ]
    groups.sort(key=lambda group: (-sum(count[theme] for theme in group), group))
    placed, height = _placed(groups)
    home = {theme: place for place, group in enumerate(groups) for theme in group}
    within = [link for link in links if len({home[one] for one in link.themes}) == 1]
    dots = [
        {
            "x": x,
            "y": y,
            "text": f"{theme.label} {count[theme]}",
            "films": count[theme],
            "text_at": x + 14,
        }
        for theme, (x, y) in placed.items()
    ]
    points = [
        {"arc": place, "part": part, "x": x, "y": y, "films": link.films}
        for place, link in enumerate(within)
        for part, (x, y) in enumerate(_arc(*(placed[one] for one in link.themes)))
    ]
    x_scale, y_scale = style.pixels(style.WIDTH), style.pixels(height)

    def across(field: str) -> Any:
        return altair.X(f"{field}:Q", axis=None, scale=x_scale)

    y = altair.Y("y:Q", axis=None, scale=y_scale)
    arcs = style.chart(points).mark_line(color=style.BLUE, opacity=0.55)
    sizes, widths = altair.Scale(range=[12, 160]), altair.Scale(range=[1, 5])
    marks = style.chart(dots).mark_circle(color=style.RED, opacity=1)
    names = style.text(dots).encode(x=across("text_at"), y=y)
    made = altair.layer(
        arcs.encode(
            x=across("x"),
            y=y,
            detail="arc:N",
            order="part:Q",
            strokeWidth=altair.StrokeWidth("films:Q", legend=None, scale=widths),
        ),
        marks.encode(
            x=across("x"),
            y=y,
            size=altair.Size("films:Q", legend=None, scale=sizes),
            tooltip=["text:N", "films:Q"],
        ),
        names,
    )
    alone = [theme.label for theme in sorted(count) if theme not in placed]
    strongest = ", ".join(
        f"{link.themes[0].label} and {link.themes[1].label} ({link.films})"
        for link in links[:10]
    )
    listed = "; ".join(", ".join(theme.label for theme in group) for group in groups)
    return style.finished(
        made.properties(width=style.WIDTH, height=max(height, _ROW)),
        "Themes that go together",
        [
            "Arcs join what films share at least twice as often as by chance.",
            *_wrapped("In no group", alone),
        ],
        f"Themes in groups that films share: {listed or 'none'}. "
        f"Together most of all: {strongest or 'none'}.",
    )


def _wrapped(what: str, themes: Sequence[str]) -> list[str]:
    return textwrap.wrap(f"{what}: {', '.join(themes)}.", 105) if themes else []


def _placed(
    groups: Sequence[Sequence[Theme]],
) -> tuple[dict[Theme, tuple[float, float]], float]:
    """Return where each theme stands, and how far down they go.

    A group goes to the shortest column.
    """
    ends = [0.0] * _COLUMNS
    placed: dict[Theme, tuple[float, float]] = {}
    for group in groups:
        column = ends.index(min(ends))
        left = style.WIDTH / _COLUMNS * column + 62
        for theme in group:
            placed[theme] = (left, ends[column] + _ROW / 2)
            ends[column] += _ROW
        ends[column] += _GAP
    return placed, max(ends) - _GAP if groups else 0.0


def _arc(
    one: tuple[float, float], other: tuple[float, float]
) -> Iterator[tuple[float, float]]:
    """Yield the points of an arc to the left, from one place to another below it."""
    (x, top), (_, bottom) = sorted((one, other), key=lambda place: place[1])
    radius = (bottom - top) / 2
    wide = min(radius, 52)
    for part in range(_POINTS):
        turn = math.pi * part / (_POINTS - 1)
        yield x - 6 - wide * math.sin(turn), top + radius * (1 - math.cos(turn))
