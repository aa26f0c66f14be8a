"""The films of a director: when they were made, how long they are, what they won."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kcinema._extras import need
from kcinema._plotting import style
from kcinema._plotting.acclaim import lists_of, prizes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import kcinema

__all__ = ["drawn"]

_STEP, _DOT, _TICKS = 24, 9, 3
# Where the columns are, in pixels: the years, the minutes, the prizes and lists.
_YEARS, _MINUTES, _ACCLAIM = (16, 420), (452, 560), (596, 690)


def drawn(director: kcinema.Director, films: Sequence[kcinema.Film]) -> Any:
    """Return the chart: a row for each film, from the first to the last."""
    altair = need("altair")
    years = [film.year for film in films]
    first, last = min(years), max(years)
    rows: list[dict[str, Any]] = [
        {
            "place": place,
            "film": style.named(film),
            "text": style.named(film),
            "year": film.year,
            "minutes": film.runtime,
            "length": f"{film.runtime}" if film.runtime else "?",
            "prizes": prizes_of(film),
            "lists": lists_of(film),
            "acclaim": prizes_of(film) + lists_of(film),
            "sum": f"{prizes_of(film) + lists_of(film) or ''}",
        }
        for place, film in enumerate(films)
    ]

    def across(column: tuple[int, int], value: float, most: float) -> float:
        return column[0] + (column[1] - column[0]) * value / max(most, 1)

    longest = max(row["minutes"] or 0 for row in rows)
    most = max(row["acclaim"] for row in rows)
    for row, film in zip(rows, films, strict=True):
        row["x"] = across(_YEARS, row["year"] - first, last - first)
        # The name is on the side where there is room for it, or else more of it.
        on_left, on_right = row["x"] - _DOT, _MINUTES[0] - _DOT - 12 - row["x"]
        wide = style.width(row["text"])
        row["on_right"] = wide < on_right or on_left < min(on_right, wide)
        room = on_right if row["on_right"] else on_left
        row["text"] = style.shortened(film, room)
        row["minutes_from"], row["prizes_from"] = _MINUTES[0], _ACCLAIM[0]
        row["minutes_to"] = across(_MINUTES, row["minutes"] or 0, longest)
        row["prizes_to"] = across(_ACCLAIM, row["prizes"], most)
        row["acclaim_to"] = across(_ACCLAIM, row["acclaim"], most)
    pixels = style.pixels(style.WIDTH)

    def x(field: str) -> Any:
        return altair.X(f"{field}:Q", axis=None, scale=pixels)

    y = altair.Y("place:O", axis=None)
    ticks = [
        {"text": f"{year}", "x": across(_YEARS, year - first, last - first)}
        for year in _ticks(first, last)
    ]
    lines = style.chart(ticks).mark_rule(color=style.INK, opacity=0.2)
    dots = style.chart(rows).mark_circle(size=70, color=style.BLUE, opacity=1)
    tooltip = [
        "film:N",
        "year:Q",
        "minutes:Q",
        "prizes:Q",
        altair.Tooltip("lists:Q", title="lists of the best"),
    ]
    names = [
        style.text(
            [row for row in rows if row["on_right"] is on_right],
            align="left" if on_right else "right",
            dx=_DOT if on_right else -_DOT,
        ).encode(x=x("x"), y=y)
        for on_right in (True, False)
    ]

    bars = [
        style.chart(rows)
        .mark_bar(height=9, color=color, opacity=opacity)
        .encode(x=x(start), x2=f"{end}:Q", y=y)
        for start, end, color, opacity in (
            ("minutes_from", "minutes_to", style.INK, 0.55),
            ("prizes_from", "prizes_to", style.RED, 1),
            ("prizes_to", "acclaim_to", style.RED, 0.5),
        )
    ]
    made = altair.layer(
        lines.encode(x=x("x")),
        style.text(ticks, align="center").encode(x=x("x"), y=altair.value(-12)),
        dots.encode(x=x("x"), y=y, tooltip=tooltip),
        *names,
        *bars,
        style.text(rows, dx=4).encode(x=x("minutes_to"), y=y, text="length:N"),
        style.text(rows, dx=4).encode(x=x("acclaim_to"), y=y, text="sum:N"),
        _heading("Minutes", _MINUTES[0], style.INK),
        _heading("Prizes and lists", _ACCLAIM[0], style.RED),
    ).properties(width=style.WIDTH, height=altair.Step(_STEP))
    name = director.name
    if director.name_ko:
        name += f" {director.name_ko}"
    return style.finished(
        made,
        name,
        [
            f"{style.number(len(films), 'film')} by the year of the first screening.",
            "Prizes won and, fainter, lists of the best films that it is in.",
        ],
        f"The films of {name} in the catalogue, {first} to {last}: "
        + "; ".join(
            f"{row['film']}, {row['year']}, {row['length']} minutes, "
            f"{style.number(row['acclaim'], 'prize or list', 'prizes and lists')}"
            for row in rows
        )
        + ".",
    )


def _heading(words: str, x: int, color: str) -> Any:
    altair = need("altair")
    heading = style.text([{"text": words}], color=color, fontWeight=600)
    return heading.encode(x=altair.value(x), y=altair.value(-12))


def _ticks(first: int, last: int) -> list[int]:
    """Return the years that are named above the films."""
    found = (range(first + -first % step, last + 1, step) for step in (10, 5, 1))
    return [*next((years for years in found if len(years) >= _TICKS), [first])]
