"""Charts of Korean cinema, made with Altair.

Each function returns a chart of the films that it is given, and reads nothing else. It
can be shown, saved, changed and combined as any chart of Altair. Charts have no
background, and colours that can be read on white and on black; their ``description``
says in words what they show. They need ``kcinema[plot]``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import kcinema  # noqa: TC001  # annotations are evaluated at run time
from kcinema._given import films_of, given
from kcinema._lazy import Module
from kcinema._model.collection import Collection
from kcinema._model.director import Director
from kcinema.errors import InvalidQueryError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import altair as alt
else:
    # Annotations are evaluated at run time, whether or not it is installed.
    alt = Module("altair", optional=True)

__all__ = [
    "acclaim",
    "admissions",
    "career",
    "eras",
    "network",
    "themes",
    "timeline",
]


def timeline(
    films: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
) -> alt.LayerChart:
    """Draw films by year and section: a square for each.

    Args:
        films: A catalogue, a list of films or a collection, None for the packaged
            catalogue. The rows are the sections of a collection that has some, and
            else those of the showcase.

    Raises:
        MissingPackageError: Altair is not installed.
        InvalidQueryError: There are no films.

    .. versionadded:: 0.1.0

    >>> import kcinema
    >>> chart = kcinema.plots.timeline(kcinema.hidden_gems())
    >>> chart.description.partition(":")[0]
    'A square for each film, by year from 1934 to 2025, in rows'
    """
    from kcinema._plotting import style, timeline as chart

    found = given(films)
    listed = style.some(films_of(found), "timeline")
    sections = found.sections if isinstance(found, Collection) else ()
    halves: Sequence[kcinema.Collection] = ()
    if listed[0].is_in_catalogue:
        catalogue = listed[0].catalogue
        sections = sections or catalogue.collections(kind="section")
        halves = catalogue.collections(kind="half")
    made: alt.LayerChart = chart.drawn(*chart.rows_of(listed, sections, halves))
    return made


def admissions(
    films: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
) -> alt.VConcatChart:
    """Draw how many tickets films sold: a bar for each.

    Counts of the country and of Seoul are never on one axis: they cannot be compared.
    Films without a count are named under the title.

    Args:
        films: A catalogue, a list of films or a collection, whose order the bars keep;
            None for the blockbusters by year.

    Raises:
        MissingPackageError: Altair is not installed.
        InvalidQueryError: No film has a count.

    .. versionadded:: 0.1.0

    >>> import kcinema
    >>> club = kcinema.films(admissions=(10_000_000, None)).sorted_by("-admissions")
    >>> chart = kcinema.plots.admissions(club)
    >>> "most of all The Admiral: Roaring Currents 명량" in chart.description
    True
    """
    from kcinema._packaged import packaged
    from kcinema._plotting import admissions as chart

    found = packaged().blockbusters() if films is None else given(films)
    title = "Tickets sold"
    if isinstance(found, Collection):
        title = f"{found.title}: tickets sold"
    listed = films_of(found)
    made: alt.VConcatChart = chart.drawn(
        listed.sorted_by("year") if films is None else listed, title
    )
    return made


def career(director: kcinema.Director) -> alt.LayerChart:
    """Draw the films of a director over the years, how long they are and what they won.

    Args:
        director: The director.

    Raises:
        MissingPackageError: Altair is not installed.
        InvalidQueryError: This is no director, or one without films.

    .. versionadded:: 0.1.0

    >>> import kcinema
    >>> chart = kcinema.plots.career(kcinema.director("lee-chang-dong"))
    >>> chart.title.text
    'Lee Chang-dong 이창동'
    """
    from kcinema._plotting import career as chart, style

    if not isinstance(director, Director):
        # Whoever does not check types may pass anything.
        msg = f"career: expected a director, not {director!r}"  # type: ignore[unreachable]
        raise InvalidQueryError(msg)
    listed = style.some(director.films.sorted_by("year", "title"), "career")
    made: alt.LayerChart = chart.drawn(director, listed)
    return made


def eras(
    films: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
) -> alt.LayerChart:
    """Draw the eras of Korean film, with the films of each year.

    Args:
        films: A catalogue, a list of films or a collection; None for the packaged
            catalogue.

    Raises:
        MissingPackageError: Altair is not installed.
        InvalidQueryError: There are no films.

    .. versionadded:: 0.1.0

    >>> import kcinema
    >>> "Golden Age, 1955 to 1972" in kcinema.plots.eras().description
    True
    """
    from kcinema._plotting import eras as chart, style

    made: alt.LayerChart = chart.drawn(style.some(films_of(given(films)), "eras"))
    return made


def themes(
    films: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
    *,
    limit: int = 6,
) -> alt.LayerChart:
    """Draw which themes belong to which era: the shares of its films that have them.

    A theme stands with the era that has the largest share of it. An era of fewer than
    ten films is left out, and named under the title, unless all are so small.

    Args:
        films: A catalogue, a list of films or a collection; None for the packaged
            catalogue.
        limit: How many themes each era has at most: those that are farthest above what
            the size of the era would give.

    Raises:
        MissingPackageError: Altair is not installed.
        InvalidQueryError: There are no films, or the limit is below 1.

    .. versionadded:: 0.1.0

    >>> import kcinema
    >>> "Yushin period: " in kcinema.plots.themes(limit=3).description
    True
    """
    from kcinema._plotting import style, themes as chart

    if limit < 1:
        msg = f"limit: expected a whole number of at least 1, not {limit!r}"
        raise InvalidQueryError(msg)
    made: alt.LayerChart = chart.drawn(
        style.some(films_of(given(films)), "themes"), limit
    )
    return made


def network(
    films: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
) -> alt.LayerChart:
    """Draw which themes go together: those that films share far oftener than by chance.

    Of each theme the two strongest links are kept. The themes stand in groups within
    which most of the links are; a theme without one is named under the title.

    Args:
        films: A catalogue, a list of films or a collection; None for the packaged
            catalogue.

    Raises:
        MissingPackageError: Altair or networkx is not installed.
        InvalidQueryError: There are no films.

    .. versionadded:: 0.1.0

    >>> import kcinema
    >>> "Division of Korea and Korean War" in kcinema.plots.network().description
    True
    """
    from kcinema._plotting import network as chart, style

    made: alt.LayerChart = chart.drawn(style.some(films_of(given(films)), "network"))
    return made


def acclaim(
    films: kcinema.Catalogue | kcinema.FilmList | kcinema.Collection | None = None,
) -> alt.LayerChart:
    """Draw the tickets that films sold against the prizes and lists that they are in.

    Only films with a national count are drawn: those of Seoul cannot be compared. A
    prize counts if it was won; the club of ten million is no list of the best.

    Args:
        films: A catalogue, a list of films or a collection; None for the packaged
            catalogue.

    Raises:
        MissingPackageError: Altair is not installed.
        InvalidQueryError: No film has a national count.

    .. versionadded:: 0.1.0

    >>> import kcinema
    >>> chart = kcinema.plots.acclaim(kcinema.films(director="Bong Joon-ho"))
    >>> chart.title.text
    'The crowds and the critics'
    """
    from kcinema._plotting import acclaim as chart

    made: alt.LayerChart = chart.drawn(films_of(given(films)))
    return made
