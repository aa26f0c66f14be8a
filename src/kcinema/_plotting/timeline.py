"""Films by year and section: a square for each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from kcinema._extras import need
from kcinema._plotting import style

if TYPE_CHECKING:
    from collections.abc import Sequence

    import kcinema

__all__ = ["Row", "drawn", "rows_of"]

_COLOURS = (("blue", style.BLUE), ("red", style.RED))
_LABEL, _GAP, _LARGEST = 18, 14, 9


class Row(NamedTuple):
    """A row of the chart.

    Attributes:
        name: Its name.
        color: The colour of its squares.
        films: Its films.
    """

    name: str
    color: str
    films: Sequence[kcinema.Film]


def rows_of(
    films: Sequence[kcinema.Film],
    sections: Sequence[kcinema.Collection],
    halves: Sequence[kcinema.Collection],
) -> tuple[list[Row], str]:
    """Return a row for each section with the films that it has, and what colours mean.

    Args:
        films: The films.
        sections: The sections; what is in none of them has a row of its own.
        halves: What the sections are part of.
    """
    colours = dict(zip(halves, _COLOURS, strict=False))

    def color(section: kcinema.Collection) -> str:
        of_half = (
            c for half, (_, c) in colours.items() if section.id in half.section_ids
        )
        return next(of_half, style.BLUE)

    ids = [{film.id for film in section} for section in sections]
    rows = [
        Row(section.title, color(section), [film for film in films if film.id in held])
        for section, held in zip(sections, ids, strict=True)
    ]
    rows = [row for row in rows if row.films]
    rest = [film for film in films if not any(film.id in held for held in ids)]
    if rest:
        rows.append(Row("In no section" if rows else "Films", style.INK, rest))
    used = {row.color for row in rows}
    meant = [
        f"{half.title} in {name}" for half, (name, c) in colours.items() if c in used
    ]
    said = f"{', '.join(meant)}; a film can be in several sections."
    return rows, said if len(meant) > 1 else ""


def drawn(rows: Sequence[Row], subtitle: str) -> Any:
    """Return the chart."""
    altair = need("altair")
    years = sorted({film.year for row in rows for film in row.films})
    first, last = years[0], years[-1]
    a_year = style.WIDTH / (last - first + 1)
    size = min(a_year, _LARGEST) * 0.8  # of a square, with the gap above it
    squares: list[dict[str, Any]] = []
    names: list[dict[str, Any]] = []
    bottom = 0.0
    for row in rows:
        count = Counter(film.year for film in row.films)
        name = f"{row.name}  {len(row.films):,}"
        # It stands on the line where no films are, and else on the earliest ones.
        covered = first + style.width(name) / a_year
        below = max((count[year] for year in count if year <= covered), default=0)
        bottom += max(max(count.values()) * size, below * size + _LABEL) + _GAP
        names.append(
            {
                "text": name,
                "x": 0,
                "y": bottom - below * size - _LABEL / 2,
                "bottom": bottom + 1,
                "color": row.color,
            }
        )
        seen: Counter[int] = Counter()
        for film in row.films:
            seen[film.year] += 1
            middle = (film.year - first + 0.5) * a_year
            squares.append(
                {
                    "x": middle - size / 2,
                    "to": middle + size / 2 - 0.5,
                    "y": bottom - seen[film.year] * size + 1.3,
                    "bottom": bottom - (seen[film.year] - 1) * size,
                    "color": row.color,
                    "film": style.named(film),
                    "year": film.year,
                    "section": row.name,
                }
            )
    x = altair.X("x:Q", axis=None, scale=style.pixels(style.WIDTH))
    y = altair.Y("y:Q", axis=None, scale=style.pixels(bottom))
    color = altair.Color("color:N", scale=None)
    ticks = [year for year in range(first, last + 1) if year % 10 == 0] or [first, last]
    marks = style.chart(squares).mark_rect()
    lines = style.chart(names).mark_rule(color=style.INK, opacity=0.4)
    below_all = [
        {"text": f"{year}", "x": (year - first + 0.5) * a_year} for year in ticks
    ]
    made = altair.layer(
        lines.encode(y=altair.Y("bottom:Q", axis=None, scale=style.pixels(bottom))),
        marks.encode(
            x=x,
            x2="to:Q",
            y=y,
            y2="bottom:Q",
            color=color,
            tooltip=["film:N", "year:Q", "section:N"],
        ),
        style.text(names, fontWeight=600).encode(x=x, y=y, color=color),
        style.text(below_all, align="center").encode(x=x, y=altair.value(bottom + 14)),
    )
    listed = "; ".join(
        f"{row.name}, {style.number(len(row.films), 'film')}" for row in rows
    )
    return style.finished(
        made.properties(width=style.WIDTH, height=bottom),
        f"{style.number(last - first + 1, 'year')} of Korean film",
        ["Each square is a film, in the year of its first screening.", subtitle],
        f"A square for each film, by year from {first} to {last}, in rows: {listed}.",
    )
