"""The colours of the posters, by the era of the film and by how dark its genre is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kcinema.vocabulary import Era, Genre

if TYPE_CHECKING:
    from kcinema._site.dice import Dice

__all__ = ["PALETTES", "Palette", "choose"]


class Palette(NamedTuple):
    """The colours of a poster.

    Attributes:
        ground: The paper.
        figure: The large shapes; the ink can be read on them as well.
        accent: The small shape that the eye goes to, with no text on it.
        ink: The text.
    """

    ground: str
    figure: str
    accent: str
    ink: str


def _read(text: str) -> list[Palette]:
    rows = (row.split() for row in text.splitlines())
    return [Palette(*(f"#{colour}" for colour in row)) for row in rows]


# Light papers first, then about as many dark ones. Letterpress before the Golden Age,
# then the hand-painted boards of its cinemas, the ochre of the seventies, the primary
# colours of the New Wave, deep print, and screens.
PALETTES: dict[Era, list[Palette]] = {
    Era.COLONIAL: _read("""\
ece3cf df6b4a 2d2a26 17130f
e6e0d4 a9b0a0 b8452b 1a1815
25211d 5b2a20 d9b77a f3e9d6
1f2626 3c4a48 cf6a45 ede6d6"""),
    Era.LIBERATION_AND_WAR: _read("""\
e7e2d3 b9b08f a33a24 1b1914
eadfca d4744f 3f4a3f 18140f
232820 474f3a d8a04a f0ead9
2a2320 55382c cdb58d f2e8d8"""),
    Era.GOLDEN_AGE: _read("""\
f0dfb4 ea7a4a 1f5c66 1a1209
f2e3c6 e9b23c b3312c 1d140a
e9dcc4 8fb5a4 c23d2a 15150f
f3c64f f08a5d 22506b 1b1206
1d3f4a 28606a f0b43c f7ecd2
6e1f1c 8d2f25 f2c14e fbeeda
2b2440 4a3566 ef8354 f5e9d8"""),
    Era.YUSHIN: _read("""\
e5d8b5 c79a4b 5a3a1e 1a1308
dcd6bd 9fae86 a8452a 17170e
e9cfa0 dd8850 4b4a22 1c1206
37341c 5c5424 e0a93f f3ead0
3d241a 6b3a24 dcb264 f5e7d2"""),
    Era.NEW_WAVE: _read("""\
f3efe6 f26a4b 1b3fa0 111111
eee9df f4b81f 1d1d1b 141310
e4e8e6 86a9cf d6382a 10141a
f1e8e0 ef8fa0 24489c 16100f
16181d 2b3a86 f2452f f4f1ea
1f1c1b 7c211b f3c22b f6f0e6
12313d 1c5566 f7a93b f1f0e8"""),
    Era.NEW_KOREAN_CINEMA: _read("""\
f2efe9 e98a6d 21324d 121417
e6ece9 79b8ac c8402f 0f1816
f4ead8 eebc55 34405e 17140d
e9e4ee b3a0d8 d2462f 15121c
101c2c 1d3d5c e8603c f0f1ee
240f14 6c1a26 d9c2a0 f8efe9
10231f 1b4a40 f0b64a eef3ec
1c1729 403066 f06a5a f2edf5"""),
    Era.CONTEMPORARY: _read("""\
f4f4f1 8fb4ff ff5436 0e1116
eef3ea 93d6ae 3a34c4 0d1511
f6efe9 ffa58c 1f3d38 17100d
f1eef7 c3b2ff e8402a 120f1b
fdf3c9 ffc93c 2f52e0 161203
0d0f14 2436a8 ff6a4d f3f4f8
0f1b17 0f5a49 c8f169 eef6f0
1d0f1c 70245f ffb13d fbeef6
14161a 3b4048 f2d64b f5f5f2"""),
}

_DARK = {
    Genre.HORROR,
    Genre.THRILLER,
    Genre.CRIME,
    Genre.MYSTERY,
    Genre.WAR,
    Genre.SCIENCE_FICTION,
    Genre.DISASTER,
    Genre.MARTIAL_ARTS,
    Genre.EROTIC,
}


def choose(era: Era, genre: Genre | None, dice: Dice) -> Palette:
    """Draw the colours of a poster; three of four follow the mood of the genre."""
    known = PALETTES[era]
    half = (len(known) + 1) // 2
    dark = (genre in _DARK) != (dice.upto(4) == 0)
    drawn = known[half:] if dark else known[:half]
    return drawn[dice.upto(len(drawn))]
