"""A poster for each film, drawn from its data: its title, its genre and its era."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from kcinema._site import motifs, palettes
from kcinema._site.dice import Dice
from kcinema._site.lettering import LEADING, Setting, fit, halves, wrap
from kcinema._site.motifs import Box

if TYPE_CHECKING:
    from kcinema._model.film import Film

__all__ = ["FONTS", "poster"]

# As the style sheet has them.
FONTS = "Pretendard,Noto Sans KR,Noto Sans CJK KR,sans-serif"
_WIDTH, _HEIGHT, _MARGIN = 240, 340, 16
_INSIDE = _WIDTH - 2 * _MARGIN
_SMALL, _LINE = 11.5, 14
# So many syllables can stand below each other.
_UPRIGHT = range(2, 6)


def poster(film: Film) -> str:
    """Return the poster of a film as an SVG document, the same each time.

    >>> import kcinema
    >>> from kcinema._site.posters import poster
    >>> poster(kcinema.film("oldboy-2003")).startswith("<svg ")
    True
    """
    dice = Dice(film.id)
    genre = film.genres[0] if film.genres else None
    paper = palettes.choose(film.era, genre, dice)
    title, subtitle = halves(film.title_ko)
    syllables = len(title)
    layouts = [_foot, _head]
    if syllables in _UPRIGHT and " " not in title:
        layouts.append(_spine)
    if syllables <= 3:  # noqa: PLR2004  # syllables that fill the poster
        layouts.append(_whole)
    below = _small_print(film, subtitle)
    box, setting, texts = layouts[dice.upto(len(layouts))](title, len(below))
    accent = None if box.width == _WIDTH else paper.accent
    shapes = motifs.draw(genre, box, dice, paper.figure, accent)
    small = "".join(
        f'<tspan x="{_MARGIN}" y="{_HEIGHT - _MARGIN - (len(below) - 1 - n) * _LINE}">'
        f"{escape(line)}</tspan>"
        for n, line in enumerate(below)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'color="{paper.figure}" font-family="{FONTS}">'
        f'<path fill="{paper.ground}" d="M0 0h{_WIDTH}v{_HEIGHT}H0z"/>{shapes}'
        f'<g fill="{paper.ink}"><text font-size="{setting.size}" font-weight="800">'
        f'{texts}</text><text font-size="{_SMALL}">{small}</text>'
        "</g></svg>\n"
    )


def _small_print(film: Film, subtitle: str) -> list[str]:
    """Return the lines at the foot: subtitle, English title, year and director."""
    most = _INSIDE / _SMALL
    names = ", ".join(d.name_ko or d.name for d in film.directors)
    texts = (subtitle, film.title, f"{film.year}\N{EN SPACE}{names}")
    return [line for text in texts if text for line in wrap(text.split(" "), most)]


Layout = tuple[Box, Setting, str]


def _foot(title: str, below: int) -> Layout:
    """The title over the small print, the shapes above."""
    bottom = _HEIGHT - _MARGIN - below * _LINE - 8
    setting = fit(title, _INSIDE, 130, 96)
    top = bottom - round(len(setting.lines) * setting.size * LEADING)
    box = Box(_MARGIN, _MARGIN, _INSIDE, top - 2 * _MARGIN)
    return box, setting, _lines(setting, _MARGIN, top)


def _head(title: str, below: int) -> Layout:
    """The title at the top, the shapes below it."""
    setting = fit(title, _INSIDE, 130, 96)
    top = _MARGIN + round(len(setting.lines) * setting.size * LEADING) + 14
    bottom = _HEIGHT - _MARGIN - below * _LINE - 10
    box = Box(_MARGIN, top, _INSIDE, bottom - top)
    return box, setting, _lines(setting, _MARGIN, _MARGIN - 4)


def _spine(title: str, below: int) -> Layout:
    """The syllables below each other along the right edge."""
    bottom = _HEIGHT - _MARGIN - below * _LINE - 10
    size = min(104, int((bottom - _MARGIN) / (LEADING * len(title))))
    setting = Setting(tuple(title), size)
    box = Box(_MARGIN, _MARGIN, _WIDTH - 3 * _MARGIN - size, bottom - _MARGIN)
    return box, setting, _lines(setting, _WIDTH - _MARGIN - size, _MARGIN - 6)


def _whole(title: str, below: int) -> Layout:
    """The title as large as the poster, over shapes that fill it."""
    setting = fit(title, _INSIDE, 240, 220)
    middle = (_HEIGHT - below * _LINE - setting.size * LEADING) / 2
    box = Box(0, 0, _WIDTH, _HEIGHT - _MARGIN - below * _LINE - 6)
    return box, setting, _lines(setting, _MARGIN, round(middle))


def _lines(setting: Setting, x: int, top: int) -> str:
    """Return the lines of a title, from the top down."""
    step = setting.size * LEADING
    first = top + setting.size * 0.92
    return "".join(
        f'<tspan x="{x}" y="{first + n * step:.0f}">{escape(line)}</tspan>'
        for n, line in enumerate(setting.lines)
    )
