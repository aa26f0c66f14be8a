"""The eras of Korean film: their years, their films, and what is known best of each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from kcinema._extras import need
from kcinema._plotting import style
from kcinema._plotting.acclaim import lists_of, prizes_of
from kcinema.vocabulary import Era

if TYPE_CHECKING:
    from collections.abc import Sequence

    import kcinema

__all__ = ["by_era", "drawn", "span"]

_ROW, _LINE, _ASIDE = 74, 16, 9


def by_era(films: Sequence[kcinema.Film]) -> dict[Era, list[kcinema.Film]]:
    """Return the films of each era that has some."""
    found = {era: [film for film in films if film.era is era] for era in Era}
    return {era: held for era, held in found.items() if held}


def span(era: Era, films: Sequence[kcinema.Film]) -> tuple[int, int]:
    """Return the first and last year of an era, where it is open those of its films."""
    eras = [*Era]
    years = [film.year for film in films]
    first = min(years) if era is eras[0] else era.first
    return first, max(years) if era is eras[-1] else era.last


def drawn(films: Sequence[kcinema.Film]) -> Any:
    """Return the chart: a row for each era, with its films by year.

    The rows are steps down and to the right, and so each has room beside it: for its
    name and the films of it that most lists of the best have.
    """
    altair = need("altair")
    held = by_era(films)
    spans = {era: span(era, found) for era, found in held.items()}
    first = min(start for start, _ in spans.values())
    last = max(end for _, end in spans.values())
    a_year = style.WIDTH / (last - first + 1)
    highest = max(Counter(film.year for film in films).values())
    bars, lines, words = [], [], []
    for place, (era, found) in enumerate(held.items()):
        bottom = (place + 1) * _ROW - 4
        start, end = ((year - first) * a_year for year in spans[era])
        end += a_year
        lines.append({"x": start, "to": end, "y": bottom})
        for year, count in sorted(Counter(film.year for film in found).items()):
            left = (year - first) * a_year
            bars.append(
                {
                    "x": left + 0.5,
                    "to": left + max(a_year - 1, 1),
                    "y": bottom - count * (_ROW - 10) / highest,
                    "bottom": bottom,
                    "films": count,
                    "year": year,
                }
            )
        best = sorted(found, key=lambda f: (-lists_of(f), -prizes_of(f), f.id))[:2]
        written = [
            era.label,
            f"{spans[era][0]}\u2013{spans[era][1]}, {style.number(len(found), 'film')}",
            *map(style.named, best),
        ]
        room = style.WIDTH - end
        on_right = room > start or room > max(map(style.width, written)) + _ASIDE
        words += [
            {
                "text": text,
                "x": end + _ASIDE if on_right else start - _ASIDE,
                "y": bottom - _LINE * (3.4 - line),
                "on_right": on_right,
                "heads": line == 0,
            }
            for line, text in enumerate(written)
        ]
    height = len(held) * _ROW
    x = altair.X("x:Q", axis=None, scale=style.pixels(style.WIDTH))
    y = altair.Y("y:Q", axis=None, scale=style.pixels(height))
    columns = style.chart(bars).mark_rect(color=style.BLUE, opacity=0.85)
    bases = style.chart(lines).mark_rule(color=style.BLUE, size=2)
    ticks = [
        {"text": f"{year}", "x": (year - first + 0.5) * a_year}
        for year in range(first, last + 1)
        if year % 10 == 0
    ]
    texts = [
        style.text(
            [w for w in words if w["on_right"] is on_right and w["heads"] is heads],
            align="left" if on_right else "right",
            fontWeight=600 if heads else 400,
            color=style.BLUE if heads else style.INK,
        ).encode(x=x, y=y)
        for on_right in (True, False)
        for heads in (True, False)
    ]
    made = altair.layer(
        columns.encode(
            x=x, x2="to:Q", y=y, y2="bottom:Q", tooltip=["year:Q", "films:Q"]
        ),
        bases.encode(x=x, x2="to:Q", y=y),
        *texts,
        style.text(ticks, align="center").encode(x=x, y=altair.value(height + 12)),
    )
    listed = "; ".join(
        f"{era.label}, {spans[era][0]} to {spans[era][1]}, "
        f"{style.number(len(found), 'film')}"
        for era, found in held.items()
    )
    return style.finished(
        made.properties(width=style.WIDTH, height=height),
        "The eras of Korean film",
        ["Films by year, and of each era the two in most lists of the best films."],
        f"The eras of Korean film, from {first} to {last}: {listed}.",
    )
