"""What all charts have in common: colours, type, and words set where there is room.

Colours are of a middle brightness, so that they can be read on white and on black.
Words stand beside what they name instead of in a legend, which takes an estimate of how
wide they are. Charts are laid out in pixels, so that they look the same for any films.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kcinema._extras import need
from kcinema.errors import InvalidQueryError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import kcinema

__all__ = [
    "BLUE",
    "INK",
    "RED",
    "WIDTH",
    "chart",
    "finished",
    "named",
    "number",
    "pixels",
    "shortened",
    "some",
    "text",
    "width",
]

INK = "#7b7b7b"
BLUE = "#3c80bd"
RED = "#d0505f"
WIDTH = 700
"""The width of a chart in pixels."""

# The system's own typeface, and others for the Hangul that it may not have.
_FONT = (
    "system-ui, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', "
    "'Noto Sans CJK KR', sans-serif"
)
_WIDE = range(0x1100, 0xD7FC)  # Hangul letters and syllables, and Han between them


def some(
    films: Sequence[kcinema.Film], chart: str, what: str = "films"
) -> Sequence[kcinema.Film]:
    """Return films if there are any.

    Raises:
        InvalidQueryError: There is nothing to draw.
    """
    if not films:
        msg = f"{chart}: there are no {what} to draw"
        raise InvalidQueryError(msg)
    return films


def chart(rows: Iterable[dict[str, Any]]) -> Any:
    """Return a chart of rows that has no marks yet."""
    altair = need("altair")
    return altair.Chart(altair.InlineData(values=[*rows]))


def text(rows: Iterable[dict[str, Any]], **options: Any) -> Any:
    """Return words: the field ``text`` of each row."""
    plain = {"color": INK, "baseline": "middle", "align": "left", **options}
    return chart(rows).mark_text(**plain).encode(text="text:N")


def pixels(length: float) -> Any:
    """Return the scale of a field that is in pixels already, from the upper left."""
    return need("altair").Scale(domain=[0, length], range=[0, length], nice=False)


def finished(made: Any, title: str, subtitle: Sequence[str], description: str) -> Any:
    """Return a chart with its title, in the common style.

    Args:
        made: The chart.
        title: What it shows, in a few words.
        subtitle: How to read it; lines, of which empty ones are left out.
        description: What a reader who does not see it should know.
    """
    altair = need("altair")
    heading = altair.TitleParams(title, subtitle=[line for line in subtitle if line])
    return made.properties(title=heading, description=description).configure(
        aria=False,  # no label for each of a thousand marks: the description says more
        background="transparent",
        font=_FONT,
        padding=4,
        view={"stroke": None},
        axis={
            "domain": False,
            "ticks": False,
            "grid": False,
            "gridColor": INK,
            "gridOpacity": 0.2,
            "labelColor": INK,
            "labelFlush": False,
            "labelFontSize": 12,
            "labelPadding": 6,
            "title": None,
        },
        text={"fontSize": 12},
        title={
            "anchor": "start",
            "frame": "group",
            "color": INK,
            "fontSize": 17,
            "fontWeight": 600,
            "subtitleColor": INK,
            "subtitleFontSize": 12.5,
            "subtitlePadding": 6,
            "subtitleLineHeight": 17,
            "offset": 14,
        },
        concat={"spacing": 24},
    )


def named(film: kcinema.Film, *, year: bool = False) -> str:
    """Return the name of a film in both scripts."""
    name = film.title
    if film.title_ko != film.title:
        name += f" {film.title_ko}"
    return f"{name} {film.year}" if year else name


def shortened(film: kcinema.Film, room: float) -> str:
    """Return the name of a film, with as much of its English title as there is room."""
    name = named(film)
    title = film.title
    while title and width(name) > room:
        title = title[:-1]
        name = f"{title.rstrip()}\u2026 {film.title_ko}"
    return name


def number(count: int, one: str, several: str = "") -> str:
    """Return a number with what it counts.

    >>> from kcinema._plotting.style import number
    >>> number(1, "film"), number(1200, "film")
    ('1 film', '1,200 films')
    """
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def width(words: str, size: float = 12) -> float:
    """Return about how wide words are, in pixels, in a typeface that runs wide.

    >>> from kcinema._plotting.style import width
    >>> width("기생충") > width("ill")
    True
    """
    return sum(1.0 if ord(letter) in _WIDE else 0.6 for letter in words) * size
