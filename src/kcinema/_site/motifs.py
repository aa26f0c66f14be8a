"""The shapes of the posters: a few for each genre, each drawn into a box."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, NamedTuple

from kcinema.vocabulary import Genre

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    from kcinema._site.dice import Dice

    Motif: TypeAlias = Callable[["Box", Dice], Iterator["Shape"]]

__all__ = ["MOTIFS", "Box", "draw"]


class Box(NamedTuple):
    """Where the shapes go. They may leave it where the poster ends."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> float:
        """The middle between left and right."""
        return self.x + self.width / 2


_NEAR_THE_EDGE = 200

# A shape is a path, and whether it has the colour of the accent.
Shape = tuple[str, bool]


def draw(
    genre: Genre | None, box: Box, dice: Dice, figure: str, accent: str | None
) -> str:
    """Return the shapes of a film's poster; without those of the accent if it is None.

    Args:
        genre: The film's main genre.
        box: Where to draw.
        dice: What the details follow from.
        figure: The colour of the large shapes.
        accent: The colour of the small ones.
    """
    motifs = MOTIFS[genre or Genre.DRAMA]
    shapes = [*motifs[dice.upto(len(motifs))](box, dice)]
    large = "".join(shape for shape, small in shapes if not small)
    small = "".join(shape for shape, small in shapes if small) if accent else ""
    # Text may lie on the figure, but not on the accent, which stays in the box.
    right = box.x + box.width
    right = 240 if right > _NEAR_THE_EDGE else right
    inside = f"{right} {box.height}"
    clipped = (
        f'<svg y="{box.y}" width="{right}" height="{box.height}" '
        f'viewBox="0 {box.y} {inside}"><path fill="{accent}" d="{small}"/></svg>'
    )
    return f'<path fill="{figure}" d="{large}"/>{clipped if small else ""}'


def _at(x: float, y: float) -> str:
    return f"{x:.0f} {y:.0f}"


def _circle(x: float, y: float, r: float) -> str:
    r = round(r)
    return f"M{x - r:.0f} {y:.0f}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0-{2 * r} 0z"


def _rect(x: float, y: float, width: float, height: float) -> str:
    return f"M{x:.0f} {y:.0f}h{width:.0f}v{height:.0f}h{-width:.0f}z"


def _sun(box: Box, dice: Dice) -> Iterator[Shape]:
    """A disc over a horizon."""
    r = dice.between(54, 96)
    x = box.x + dice.between(40, box.width - 40)
    y = box.y + box.height - dice.between(20, 90)
    yield _circle(x, y, r), False
    yield _rect(0, box.y + box.height - dice.between(14, 40), 240, 5), True


def _rings(box: Box, dice: Dice) -> Iterator[Shape]:
    """Circles about a point that is not in the middle."""
    x, y = box.x + dice.between(60, 180), box.y + dice.between(50, box.height - 40)
    step = dice.between(15, 24)
    for n in range(6, 0, -1):
        r = n * step
        d = (
            f"M{x - r} {y}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0"
            f"m{step // 2} 0a{r - step // 2} {r - step // 2} 0 1 1 "
            f"{2 * r - step // 2 * 2} 0a{r - step // 2} {r - step // 2} 0 1 1 "
            f"{step // 2 * 2 - 2 * r} 0z"
        )
        yield d, False
    yield _circle(x, y, step * 0.55), True


def _bars(box: Box, dice: Dice) -> Iterator[Shape]:
    """Upright bars, one of which is out of line."""
    count = dice.between(5, 9)
    pitch, odd = box.width / count, dice.upto(count)
    for n in range(count):
        width = pitch * (n + 1) / (count + 1)
        top = box.y + (0 if n != odd else box.height * 0.35)
        yield _rect(box.x + n * pitch, top, width, box.y + box.height - top), n == odd


def _slant(box: Box, dice: Dice) -> Iterator[Shape]:
    """Parallel bands across the whole width, rising or falling."""
    lean = dice.between(60, 150) * (1 if dice.upto(2) else -1)
    count = dice.between(3, 5)
    pitch = box.height / count
    odd = dice.upto(count)
    for n in range(count):
        y, high = box.y + n * pitch + 10, pitch * (0.35 + 0.4 * n / count)
        d = f"M0 {y + lean / 2:.0f}L240 {y - lean / 2:.0f}v{high:.0f}L0 "
        yield f"{d}{y + lean / 2 + high:.0f}z", n == odd


def _quarters(box: Box, dice: Dice) -> Iterator[Shape]:
    """A grid of quarter circles, each turned as the dice fall."""
    columns = dice.between(3, 4)
    side = 240 // columns
    odd = dice.upto(columns * 2)
    # The corner that each is drawn from, and the ways to the two others.
    turns = (
        "M{x} {y}h{s}a{s} {s} 0 0 1 -{s} {s}z",
        "M{r} {y}v{s}a{s} {s} 0 0 1 -{s} -{s}z",
        "M{r} {b}h-{s}a{s} {s} 0 0 1 {s} -{s}z",
        "M{x} {b}v-{s}a{s} {s} 0 0 1 {s} {s}z",
    )
    place = 0
    for row in range(box.height // side):
        for column in range(columns):
            turn = dice.upto(5)
            if turn < len(turns) or place == odd:
                x, y = column * side, box.y + row * side
                d = turns[turn % 4].format(x=x, y=y, r=x + side, b=y + side, s=side)
                yield d, place == odd
            place += 1


def _pair(box: Box, dice: Dice) -> Iterator[Shape]:
    """Two discs that meet; what they share is a colour of its own."""
    r = dice.between(48, 66)
    gap = dice.between(r // 2, r + r // 2)
    x, y = box.middle - gap / 2, box.y + box.height / 2
    yield _circle(x, y, r), False
    yield _circle(x + gap, y, r), False
    half = (r * r - gap * gap / 4) ** 0.5
    above, below = _at(box.middle, y - half), _at(box.middle, y + half)
    yield f"M{above}A{r} {r} 0 0 1 {below}A{r} {r} 0 0 1 {above}z", True


def _dots(box: Box, dice: Dice) -> Iterator[Shape]:
    """Rows of dots that grow towards a corner."""
    columns = dice.between(4, 6)
    pitch = box.width / columns
    rows = int(box.height / pitch)
    odd, grow = dice.upto(columns * rows), dice.upto(2)
    for n in range(columns * rows):
        row, column = divmod(n, columns)
        part = (row + (column if grow else columns - column)) / (rows + columns)
        x, y = box.x + (column + 0.5) * pitch, box.y + (row + 0.5) * pitch
        yield _circle(x, y, pitch * (0.12 + 0.36 * part)), n == odd


def _steps(box: Box, dice: Dice) -> Iterator[Shape]:
    """A staircase, and somebody on it."""
    count, right = dice.between(4, 7), dice.upto(2)
    across, down = 240 / count, box.height / (count + 1)
    low = box.y + box.height
    d = "".join(
        f"v{-down:.1f}h{across if right else -across:.1f}" for _ in range(count)
    )
    yield f"M{0 if right else 240} {low}{d}V{low}z", False
    on = dice.upto(count)
    x = (on + 0.5) * across if right else 240 - (on + 0.5) * across
    r = min(across, down) * 0.34
    yield _circle(x, low - (on + 1) * down - r, r), True


def _roofs(box: Box, dice: Dice) -> Iterator[Shape]:
    """Eaves, one above the other."""
    count = dice.between(2, 4)
    pitch = box.height / count
    for n in range(count):
        y, reach = box.y + (n + 0.15) * pitch, 70 + n * 150 / count
        sag = pitch * 0.5
        left, right = 120 - reach / 3, 120 + reach / 3
        d = f"M{_at(120 - reach, y)}Q{_at(left, y + sag)} {_at(120, y)}"
        d += f"Q{_at(right, y + sag)} {_at(120 + reach, y)}"
        d += f"L{120 + reach * 0.8:.0f} {y + sag * 1.3:.0f}H{120 - reach * 0.8:.0f}z"
        yield d, False
    yield _circle(dice.between(40, 200), box.y + 14, dice.between(9, 16)), True


def _wedge(box: Box, dice: Dice) -> Iterator[Shape]:
    """A wedge driven into a disc."""
    left = dice.upto(2)
    r, y = dice.between(58, 84), box.y + box.height / 2 + dice.between(-14, 14)
    x = 240 - r * 0.8 if left else r * 0.8
    edge, tip = (0, x - r * 0.1) if left else (240, x + r * 0.1)
    spread = dice.between(30, 64)
    yield _circle(x, y, r), False
    yield f"M{edge} {y - spread:.0f}L{tip:.0f} {y:.0f}L{edge} {y + spread:.0f}z", True


def _waves(box: Box, dice: Dice) -> Iterator[Shape]:
    """Bands that swell."""
    count, swell = dice.between(3, 5), dice.between(14, 30)
    pitch, shift = box.height / count, dice.between(0, 60)
    odd = dice.upto(count)
    for n in range(count):
        y, thick = box.y + n * pitch + swell / 2, pitch * 0.5
        x = -shift - 30 * (n % 2)
        d = f"M{x} {y:.0f}q40 {-swell} 80 0t80 0t80 0t80 0v{thick:.0f}"
        yield f"{d}q-40 {swell} -80 0t-80 0t-80 0t-80 0z", n == odd


def _slash(box: Box, dice: Dice) -> Iterator[Shape]:
    """One cut, and what it leaves."""
    x, lean, thick = dice.between(60, 170), dice.between(30, 110), dice.between(34, 70)
    lean = lean if dice.upto(2) else -lean
    low = box.y + box.height
    d = f"M{x - lean / 2:.0f} {box.y}h{thick}L{x + lean / 2 + thick / 3:.0f} {low}"
    yield f"{d}h{-thick / 3:.0f}z", False
    spot = x - lean / 2 + (thick + 26 if lean > 0 else -26)
    yield (
        _circle(
            min(max(spot, 24), 216), box.y + box.height * 0.24, dice.between(9, 18)
        ),
        True,
    )


def _windows(box: Box, dice: Dice) -> Iterator[Shape]:
    """A front of windows, one of them lit."""
    columns = dice.between(4, 6)
    side = box.width / columns
    rows = int(box.height / side)
    odd, inset = dice.upto(columns * rows), side * 0.16
    for n in range(columns * rows):
        row, column = divmod(n, columns)
        if n == odd or dice.upto(5):
            x, y = box.x + column * side, box.y + row * side
            yield _rect(x, y, side - inset, side - inset), n == odd


def _orbit(box: Box, dice: Dice) -> Iterator[Shape]:
    """A body, and another on its way around it."""
    r, x = dice.between(34, 48), dice.between(112, 128)
    y = box.y + box.height / 2
    yield _circle(x, y, r), False
    turn = dice.between(-40, 40)
    reach = dice.between(80, 94)
    angle = turn * pi / 180
    left, over = x - reach * cos(angle), y - reach * sin(angle)
    wide, high = 2 * reach * cos(angle), 2 * reach * sin(angle)
    # Two ellipses, one inside the other and drawn the other way round, make a line.
    for grow, sweep in ((0, 0), (-3, 1)):
        arc = f"a{reach + grow} {reach // 3 + grow} {turn} 1 {sweep} "
        start = f"M{left - grow * cos(angle):.0f} {over - grow * sin(angle):.0f}"
        across = (
            f"{wide + 2 * grow * cos(angle):.0f} {high + 2 * grow * sin(angle):.0f}"
        )
        back = (
            f"{-wide - 2 * grow * cos(angle):.0f} {-high - 2 * grow * sin(angle):.0f}"
        )
        yield f"{start}{arc}{across}{arc}{back}z", False
    yield _circle(x + reach * cos(angle), y + reach * sin(angle), 11), True


def _moon(box: Box, dice: Dice) -> Iterator[Shape]:
    """A crescent and a star or two."""
    r = dice.between(58, 84)
    x, y = dice.between(90, 150), box.y + box.height / 2
    bite = dice.between(r // 3, r)
    d = f"M{x} {y - r:.0f}a{r} {r} 0 1 0 0 {2 * r}"
    yield f"{d}A{r + bite} {r + bite} 0 0 1 {x} {y - r:.0f}z", False
    for _ in range(dice.between(1, 3)):
        at = box.y + dice.between(14, box.height - 14)
        yield _circle(dice.between(x + 20, 224), at, dice.between(4, 9)), True


def _peaks(box: Box, dice: Dice) -> Iterator[Shape]:
    """A ridge, and what stands above it."""
    low, count = box.y + box.height, dice.between(2, 4)
    for n in range(count):
        x = -30 + n * 300 / count
        high, wide = dice.between(70, box.height - 20), dice.between(110, 190)
        yield f"M{x:.0f} {low}l{wide / 2:.0f} {-high}l{wide / 2:.0f} {high}z", False
    yield _circle(dice.between(50, 190), box.y + 22, dice.between(12, 20)), True


def _lines(box: Box, dice: Dice) -> Iterator[Shape]:
    """Ruled lines that grow heavier, and a mark on one of them."""
    count, heavy_first = dice.between(7, 11), dice.upto(2)
    pitch = box.height / count
    for n in range(count):
        part = (count - n if heavy_first else n + 1) / count
        yield _rect(box.x, box.y + n * pitch, box.width, pitch * 0.75 * part), False
    on = dice.between(2, count - 2)
    r = dice.between(10, 18)
    yield _circle(dice.between(40, 200), box.y + on * pitch, r), True


def _eye(box: Box, dice: Dice) -> Iterator[Shape]:
    """A lens, once or several times."""
    count = dice.between(1, 3)
    high = box.height / count
    odd = dice.upto(count)
    for n in range(count):
        y, half = box.y + (n + 0.5) * high, high * 0.42
        left, right = _at(box.x, y), _at(box.x + box.width, y)
        over, under = _at(box.middle, y - half * 2), _at(box.middle, y + half * 2)
        yield f"M{left}Q{over} {right}Q{under} {left}z", False
        if n == odd:
            yield (
                _circle(
                    box.middle + dice.between(-40, 40) * box.width / 208, y, half * 0.5
                ),
                True,
            )


def _arch(box: Box, dice: Dice) -> Iterator[Shape]:
    """Gates within gates."""
    count = dice.between(2, 4)
    low = box.y + box.height
    for n in range(count):
        wide = box.width * (count - n) / count
        thick = box.width / count * 0.28
        x, r = box.middle - wide / 2, wide / 2
        top = low - box.height * (count - n) / count + r * 0.2
        spring = f"V{top + r * 0.6:.0f}a"
        outer = f"{_at(r, r * 0.6)} 0 0 1 {_at(wide, 0)}V{low}h{-thick:.0f}"
        inner = (
            f"{_at(r - thick, r * 0.6 - thick / 2)} 0 0 0 {_at(2 * thick - wide, 0)}"
        )
        yield f"M{_at(x, low)}{spring}{outer}{spring}{inner}V{low}z", False
    yield _circle(box.middle, low - 16, dice.between(9, 16)), True


MOTIFS: dict[Genre, tuple[Motif, ...]] = {
    Genre.ACTION: (_slant, _wedge, _bars),
    Genre.ADVENTURE: (_peaks, _waves),
    Genre.ANIMATION: (_quarters, _dots, _moon),
    Genre.COMEDY: (_dots, _quarters, _waves, _steps),
    Genre.CRIME: (_bars, _windows, _steps),
    Genre.DISASTER: (_waves, _slant),
    Genre.DOCUMENTARY: (_lines, _windows, _bars),
    Genre.DRAMA: (_sun, _steps, _pair, _windows, _lines, _arch, _eye),
    Genre.EROTIC: (_pair, _eye, _waves),
    Genre.EXPERIMENTAL: (_quarters, _lines),
    Genre.FANTASY: (_moon, _orbit, _roofs),
    Genre.HISTORICAL: (_roofs, _sun, _arch),
    Genre.HORROR: (_rings, _slash, _eye, _moon),
    Genre.MARTIAL_ARTS: (_slash, _peaks),
    Genre.MELODRAMA: (_pair, _moon, _waves),
    Genre.MUSICAL: (_lines, _dots),
    Genre.MYSTERY: (_eye, _rings, _arch),
    Genre.ROMANCE: (_pair, _sun, _moon),
    Genre.SCIENCE_FICTION: (_orbit, _rings, _windows),
    Genre.SPORT: (_orbit, _lines),
    Genre.THRILLER: (_bars, _slash, _eye, _wedge),
    Genre.WAR: (_wedge, _peaks, _slant),
    Genre.WESTERN: (_sun, _peaks),
}
"""The motifs of each genre."""
