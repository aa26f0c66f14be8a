"""Posters: distinct, legible, and the same each time."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, strategies as st

from kcinema import Catalogue, Film, Genre
from kcinema._site import motifs
from kcinema._site.dice import Dice
from kcinema._site.lettering import LEADING, fit, halves, width
from kcinema._site.motifs import Box
from kcinema._site.palettes import PALETTES, choose
from kcinema._site.posters import poster
from kcinema.vocabulary import Era
from problems import none_of

SVG = "{http://www.w3.org/2000/svg}"
HANGUL = st.text("가나다라마바사아자차카타파하긴밤", min_size=1, max_size=12)


def _film(id_: str, title: str, genre: Genre | None = None) -> Film:
    film = Film(
        id=id_,
        title="An English Title",
        title_ko=title,
        year=1999,
        genres=[genre] if genre else [],
    )
    return Catalogue(films=[film]).film(id_)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def test_every_film_has_a_poster_of_its_own(catalogue: Catalogue) -> None:
    """Different films have different shapes as well, but for a few of hundreds."""
    posters = [poster(film) for film in catalogue.films()]
    shapes = {one.partition("<text")[0] for one in posters}

    assert len(set(posters)) == len(posters)
    assert len(shapes) > 0.9 * len(posters)


@pytest.mark.parametrize("title", ["시", "괴물", "기생충", "올드보이", "살인의 추억"])
def test_a_poster_is_drawn_the_same_each_time(title: str) -> None:
    """It follows from the film alone."""
    assert poster(_film("a-1999", title)) == poster(_film("a-1999", title))
    assert poster(_film("a-1999", title)) != poster(_film("b-1999", title))


@given(
    st.lists(HANGUL, min_size=1, max_size=12)
    .map(" ".join)
    .filter(lambda title: len(title) <= 45),
    st.sampled_from([None, *Genre]),
)
def test_the_title_is_whole_and_stays_on_the_paper(
    title: str, genre: Genre | None
) -> None:
    """Whatever its length: nothing is left out, and no line runs over the edge."""
    tree = ET.fromstring(poster(_film(f"a-{len(title)}", title, genre)))  # noqa: S314  # our own
    large, small = tree.iter(f"{SVG}text")
    size = float(large.attrib["font-size"])
    lines = ["".join(line.itertext()) for line in large]

    assert "".join(lines).replace(" ", "") == title.replace(" ", "")
    assert size >= 14
    for line in large:
        assert float(line.attrib["x"]) + size * width(str(line.text)) <= 240
        assert size * 0.8 <= float(line.attrib["y"]) <= 340
    below = "".join(small.itertext())
    assert "English" in below
    assert "1999" in below


@pytest.mark.parametrize("era", Era, ids=str)
def test_ink_can_be_read_on_paper_and_figure(era: Era) -> None:
    """The contrast of small text, wherever the shapes lie."""
    for palette in PALETTES[era]:
        assert _contrast(palette.ink, palette.ground) >= 7, palette
        assert _contrast(palette.ink, palette.figure) >= 4.5, palette


@pytest.mark.parametrize("genre", Genre, ids=str)
def test_every_genre_has_motifs_that_can_be_drawn(genre: Genre) -> None:
    """In boxes of any form, with any throw of the dice."""
    for motif in motifs.MOTIFS[genre]:
        for box in (Box(16, 16, 208, 190), Box(16, 16, 100, 270), Box(0, 0, 240, 300)):
            for seed in range(12):
                shapes = [*motif(box, Dice(str(seed)))]
                assert shapes
                none_of(
                    f"{motif.__name__}: {shape}"
                    for shape, _ in shapes
                    if not shape.startswith("M") or "nan" in shape
                )


def test_dark_genres_are_mostly_dark() -> None:
    """Three of four posters follow the mood."""

    def dark(genre: Genre) -> int:
        drawn = [choose(Era.CONTEMPORARY, genre, Dice(str(n))) for n in range(200)]
        return sum(_luminance(palette.ground) < 0.2 for palette in drawn)

    assert dark(Genre.HORROR) > 120
    assert dark(Genre.COMEDY) < 80


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("신과함께-죄와 벌", ("신과함께", "죄와 벌")),
        ("마녀(魔女)", ("마녀", "(魔女)")),
        (": 없음", (": 없음", "")),
    ],
)
def test_a_subtitle_is_set_small(title: str, parts: tuple[str, str]) -> None:
    """Where a mark divides the title."""
    assert halves(title) == parts


def test_a_long_word_goes_on_in_the_next_line() -> None:
    """Rather than be small."""
    assert fit("화양연화화양연화", 200, 200, 120).lines == ("화양연화", "화양연화")
    assert len(fit("가 " * 14, 200, 200, 300).lines) > 2
    assert fit("시", 200, 100, 300).size == int(100 / LEADING)
