"""Admissions against acclaim: a dot for each film, and names where there is room."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from kcinema._extras import need
from kcinema._plotting import style
from kcinema.vocabulary import AwardResult, HonourList

if TYPE_CHECKING:
    from collections.abc import Sequence

    import kcinema

__all__ = ["drawn", "lists_of", "prizes_of"]

_HEIGHT, _LEFT, _RIGHT, _DOT, _SMALL, _NAMED = 560, 110, 40, 7, 11, 45


def prizes_of(film: kcinema.Film) -> int:
    """Return how many prizes a film has won, as far as the catalogue has them."""
    return sum(award.result is AwardResult.WON for award in film.awards)


def lists_of(film: kcinema.Film) -> int:
    """Return in how many lists of the best films it is, which audiences do not make."""
    return sum(honour.list is not HonourList.TEN_MILLION for honour in film.honours)


_Box: TypeAlias = "tuple[float, float, float, float]"


class _Dot(NamedTuple):
    """A film, and where it stands, in pixels from the upper left."""

    film: kcinema.Film
    tickets: int
    acclaim: int
    x: float
    y: float

    def row(self) -> dict[str, Any]:
        return {
            "text": style.named(self.film),
            "year": self.film.year,
            "tickets": self.tickets,
            "acclaim": self.acclaim,
            "x": self.x,
            "y": self.y,
        }


class _Places:
    """Where numbers of tickets and of prizes and lists stand."""

    def __init__(self, tickets: Sequence[int], acclaim: Sequence[int]) -> None:
        self.most = max(acclaim)
        self._low, self._high = min(tickets) * 0.8, max(tickets) * 1.25

    def x(self, acclaim: int) -> float:
        return _LEFT + acclaim * (style.WIDTH - _LEFT - _RIGHT) / max(self.most, 1)

    def y(self, tickets: int) -> float:
        up = math.log(tickets / self._low) / math.log(self._high / self._low)
        return _HEIGHT * (1 - up)

    def powers(self) -> list[int]:
        """Return the powers of ten that are on the chart."""
        found = (10**power for power in range(12))
        return [power for power in found if self._low <= power <= self._high]


def drawn(films: Sequence[kcinema.Film]) -> Any:
    """Return the chart of the films whose national admissions are known."""
    altair = need("altair")
    counted = [f for f in films if f.admissions and f.admissions.national]
    style.some(counted, "acclaim", "films with a national count")
    places = _places(counted)
    dots = _dots(counted, places)
    x = altair.X("x:Q", axis=None, scale=style.pixels(style.WIDTH))
    y = altair.Y("y:Q", axis=None, scale=style.pixels(_HEIGHT))
    circles = style.chart(dot.row() for dot in dots)
    circles = circles.mark_circle(size=38, color=style.BLUE, opacity=0.85)
    tooltip = [
        altair.Tooltip("text:N", title="film"),
        "year:Q",
        altair.Tooltip("tickets:Q", format=","),
        altair.Tooltip("acclaim:Q", title="prizes and lists"),
    ]
    placed = _placed(dots)
    names = [
        style.text(
            [dot.row() for dot, left in placed if left is on_left],
            align="right" if on_left else "left",
            dx=-6 if on_left else 6,
            fontSize=_SMALL,
        ).encode(x=x, y=y)
        for on_left in (True, False)
    ]
    powers = [{"text": _written(n), "y": places.y(n), "x": 75} for n in places.powers()]
    rules = style.chart(powers).mark_rule(color=style.INK, opacity=0.25)
    counts = [{"text": f"{n}", "x": places.x(n)} for n in range(places.most + 1)]
    captions = (
        [{"text": "Tickets sold", "x": 0, "y": places.y(places.powers()[-1]) - 18}]
        if places.powers()
        else []
    )
    made = altair.layer(
        rules.encode(x=altair.value(82), x2=altair.value(style.WIDTH), y=y),
        style.text(powers, align="right").encode(x=x, y=y),
        style.text(counts, align="center").encode(x=x, y=altair.value(_HEIGHT + 14)),
        style.text([{"text": "Prizes won and lists of the best films"}]).encode(
            x=altair.value(_LEFT - 4), y=altair.value(_HEIGHT + 34)
        ),
        style.text(captions).encode(x=x, y=y),
        circles.encode(x=x, y=y, tooltip=tooltip),
        *names,
    )
    shown = style.number(len(dots), "film")
    left_out = len(films) - len(dots)
    best = sorted(dots, key=lambda dot: (-dot.acclaim, -dot.tickets))[:3]
    return style.finished(
        made.properties(width=style.WIDTH, height=_HEIGHT),
        "The crowds and the critics",
        [
            f"{shown} whose tickets were counted in the whole country.",
            f"{style.number(left_out, 'film')} without such a count left out."
            if left_out
            else "",
        ],
        f"A dot for each of {shown}: the higher, the more tickets it sold in the whole "
        "country; the farther right, the more prizes and lists of the best films it "
        "has. Most acclaimed: "
        + "; ".join(
            f"{style.named(dot.film)}, {dot.acclaim} and {dot.tickets:,} tickets"
            for dot in best
        )
        + ".",
    )


def _places(films: Sequence[kcinema.Film]) -> _Places:
    return _Places(
        [film.admissions.count for film in films if film.admissions],
        [prizes_of(film) + lists_of(film) for film in films],
    )


def _written(power: int) -> str:
    million = 1_000_000
    return f"{power // million} million" if power >= million else f"{power:,}"


def _dots(films: Sequence[kcinema.Film], places: _Places) -> list[_Dot]:
    """Return a dot for each film; those that would cover each other stand abreast."""
    found = []
    seen: dict[tuple[int, int], int] = {}
    for film in films:
        tickets = film.admissions.count if film.admissions else 0
        acclaim, y = prizes_of(film) + lists_of(film), places.y(tickets)
        cell = acclaim, round(y / _DOT)
        place = seen[cell] = seen.get(cell, -1) + 1
        aside = (place + 1) // 2 * _DOT * (1 if place % 2 else -1)
        found.append(_Dot(film, tickets, acclaim, places.x(acclaim) + aside, y))
    return found


def _placed(dots: Sequence[_Dot]) -> list[tuple[_Dot, bool]]:
    """Return the dots that have room for a name, and whether it is on their left.

    Those farthest from the middle come first: they are what one asks about.
    """
    across = sum(dot.x for dot in dots) / len(dots)
    down = sum(dot.y for dot in dots) / len(dots)
    taken = [(dot.x - 4, dot.x + 4, dot.y - 4, dot.y + 4) for dot in dots]
    placed: list[tuple[_Dot, bool]] = []

    def odd(dot: _Dot) -> float:
        return abs(dot.x - across) / style.WIDTH + abs(dot.y - down) / _HEIGHT

    for dot in sorted(dots, key=lambda dot: (-odd(dot), dot.film.id))[: 3 * _NAMED]:
        for left in (False, True):
            box = _box(dot, left=left)
            inside = box[0] >= _LEFT - 20 and box[1] <= style.WIDTH
            if inside and not any(_meet(box, other) for other in taken):
                taken.append(box)
                placed.append((dot, left))
                break
    return placed[:_NAMED]


def _box(dot: _Dot, *, left: bool) -> _Box:
    """Return what the name of a dot covers: left, right, top, bottom."""
    wide = style.width(style.named(dot.film), _SMALL) + 6
    start = dot.x - 4 - wide if left else dot.x + 4
    return start, start + wide, dot.y - 6, dot.y + 6


def _meet(one: _Box, other: _Box) -> bool:
    """Return whether two boxes overlap."""
    across = one[0] < other[1] and other[0] < one[1]
    return across and one[2] < other[3] and other[2] < one[3]
