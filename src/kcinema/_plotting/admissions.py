"""Admissions: how many tickets films sold, in the country or in Seoul."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kcinema._extras import need
from kcinema._plotting import style
from kcinema.errors import InvalidQueryError
from kcinema.vocabulary import AdmissionsScope

if TYPE_CHECKING:
    from collections.abc import Sequence

    import kcinema

__all__ = ["drawn"]

_SCOPES = {
    AdmissionsScope.NATIONAL: ("In the whole country", style.BLUE),
    AdmissionsScope.SEOUL: ("In Seoul alone", style.RED),
}
_STEP, _BARS, _VALUES, _LISTED = 19, 372, 70, 6
_MILLION = 1_000_000
_MANY = 10 * _MILLION
"""What the trade and the papers count by."""


def drawn(films: Sequence[kcinema.Film], title: str) -> Any:
    """Return the chart: a panel for each scope, because no two can be compared."""
    counted = {
        scope: [f for f in films if f.admissions and f.admissions.scope is scope]
        for scope in _SCOPES
    }
    counted = {scope: found for scope, found in counted.items() if found}
    if not counted:
        msg = "admissions: there are no counts of tickets to draw"
        raise InvalidQueryError(msg)
    panels = [_panel(found, *_SCOPES[scope]) for scope, found in counted.items()]
    said = [
        f"{_SCOPES[scope][0]} {style.number(len(found), 'film')}, most of all "
        f"{style.named(most)}, {_count(most):,}"
        for scope, found in counted.items()
        for most in [max(found, key=_count)]
    ]
    apart = "What was counted in Seoul alone cannot be compared: it has its own scale."
    many = any(map(_is_many, films))
    return style.finished(
        need("altair").vconcat(*panels),
        title,
        [
            "Ten million in the country and more: in full colour." if many else "",
            apart if len(counted) > 1 else "",
            _without([film for film in films if film.admissions is None]),
        ],
        f"Bars of the tickets that films sold. {'; '.join(said)}.",
    )


def _count(film: kcinema.Film) -> int:
    return film.admissions.count if film.admissions else 0


def _is_many(film: kcinema.Film) -> bool:
    national = film.admissions and film.admissions.national
    return (national or 0) >= _MANY


def _without(films: Sequence[kcinema.Film]) -> str:
    """Return the names of films that have no count, which are not left out unsaid."""
    if not films:
        return ""
    names = ", ".join(film.title for film in films[:_LISTED])
    more = len(films) - _LISTED
    return f"Without a count: {names}{f' and {more} more' if more > 0 else ''}."


def _panel(films: Sequence[kcinema.Film], where: str, color: str) -> Any:
    altair = need("altair")
    highest = max(map(_count, films))
    in_millions = highest >= 2 * _MILLION
    shaded = any(map(_is_many, films))
    rows = [
        {
            "place": place,
            "film": style.named(film),
            "year": film.year,
            "tickets": _count(film),
            "as_of": str((film.admissions and film.admissions.as_of) or "?"),
            "text": style.named(film, year=True),
            "value": f"{_count(film) / _MILLION:.1f}"
            if in_millions
            else f"{_count(film):,}",
            "shade": 0.6 if shaded and not _is_many(film) else 1,
        }
        for place, film in enumerate(films)
    ]
    room = [_BARS, style.WIDTH - _VALUES]
    scale = altair.Scale(domain=[0, highest], range=room, nice=False)
    x = altair.X("tickets:Q", axis=None, scale=scale)
    y = altair.Y("place:O", axis=None)
    bars = style.chart(rows).mark_bar(color=color, height=11)
    tooltip = [
        "film:N",
        "year:Q",
        altair.Tooltip("tickets:Q", format=","),
        altair.Tooltip("as_of:N", title="as of"),
    ]
    names = style.text(rows, align="right", limit=_BARS)
    heading = f"{where}, in millions" if in_millions else where
    return altair.layer(
        bars.encode(
            x=x, y=y, opacity=altair.Opacity("shade:Q", scale=None), tooltip=tooltip
        ),
        names.encode(x=altair.value(_BARS - 8), y=y),
        style.text(rows, dx=5).encode(x=x, y=y, text="value:N"),
        title=altair.TitleParams(
            heading, color=color, fontSize=12.5, dx=_BARS, offset=5
        ),
    ).properties(width=style.WIDTH, height=altair.Step(_STEP))
