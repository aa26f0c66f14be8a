"""Charts: what they show of the films, and that they can be read by everybody."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

import kcinema
from kcinema import (
    Catalogue,
    Director,
    Film,
    FilmList,
    InvalidQueryError,
    Theme,
    plots,
)
from kcinema._plotting import acclaim, eras, network, style, themes
from problems import none_of

if TYPE_CHECKING:
    from collections.abc import Callable

pytest.importorskip("altair")

DRAWN: dict[str, Callable[[Any], Any]] = {
    "timeline": plots.timeline,
    "admissions": plots.admissions,
    "eras": plots.eras,
    "themes": plots.themes,
    "network": plots.network,
    "acclaim": plots.acclaim,
}


@pytest.fixture(name="mine", scope="module")
def _mine() -> Catalogue:
    """A catalogue of few films, with counts of both scopes and values unknown."""

    def film(year: int, **values: Any) -> Film:
        given = {"id": f"film-{year}", "title": f"Film {year}", "title_ko": "영화"}
        return Film.from_dict(given | {"year": year, "directors": ["one"]} | values)

    seoul = {"count": 90_000, "scope": "seoul"}
    national = {"count": 12_000_000, "scope": "national", "as_of": "2019-12"}
    long_ = "A title that is very much longer than there is room for anywhere" * 2
    return Catalogue(
        version="mine",
        films=[
            film(1936, themes=["love"], title_ko="Film 1936"),
            film(1961, admissions=seoul, runtime=90),
            film(1962, title=long_),
            film(2003, admissions=national, themes=["love"], runtime=110),
            film(2004, admissions={"count": 0, "scope": "national"}),
        ],
        directors=[Director(id="one", name="One"), Director(id="none", name="None")],
    )


def _rows(chart: Any, *fields: str) -> list[dict[str, Any]]:
    """Return the rows of a chart that have some fields."""
    found = [row for rows in chart.to_dict()["datasets"].values() for row in rows]
    return [row for row in found if {*fields} <= row.keys()]


def _words(chart: Any) -> list[str]:
    return [row["text"] for row in _rows(chart, "text")]


# All ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", DRAWN)
def test_a_chart_says_what_it_is_and_fits_any_page(name: str, mine: Catalogue) -> None:
    """With words, without a background; and the same films give the same again."""
    for films in (kcinema.cult_classics(), kcinema.films(decade=2000), mine):
        chart = DRAWN[name](films)
        spec = chart.to_dict()

        assert spec["title"]["text"]
        assert len(spec["description"]) > 40
        assert spec["config"]["background"] == "transparent"
        assert "url" not in spec.get("data", {})
    assert spec == DRAWN[name](mine).to_dict()


@pytest.mark.parametrize("name", DRAWN)
def test_no_films_are_no_chart(name: str) -> None:
    """An empty picture would only look like a mistake."""
    with pytest.raises(InvalidQueryError, match=f"{name}: there are no"):
        DRAWN[name](kcinema.films(year=1900))


@pytest.mark.parametrize("name", DRAWN)
def test_what_is_no_list_of_films_is_no_chart(name: str) -> None:
    """A single film, say."""
    with pytest.raises(InvalidQueryError, match="a catalogue or a list of films"):
        DRAWN[name](kcinema.film("parasite-2019"))


@pytest.mark.parametrize("name", DRAWN)
def test_a_missing_package_is_named_with_the_command(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Altair is not there unless it is asked for."""
    monkeypatch.setitem(__import__("sys").modules, "altair", None)

    with pytest.raises(kcinema.MissingPackageError, match=r"kcinema\[plot\]"):
        DRAWN[name](None)


@pytest.mark.parametrize("color", [style.INK, style.BLUE, style.RED])
@pytest.mark.parametrize("page", ["#ffffff", "#131416"])
def test_colours_can_be_read_on_light_and_on_dark(color: str, page: str) -> None:
    """By the contrast of WCAG, which asks 3 of large words and of marks."""

    def luminance(hexadecimal: str) -> float:
        parts = [int(hexadecimal[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in parts
        ]
        weights = (0.2126, 0.7152, 0.0722)
        return sum(w * part for w, part in zip(weights, linear, strict=True))

    dark, light = sorted((luminance(color), luminance(page)))
    assert (light + 0.05) / (dark + 0.05) > 4


# Each ---------------------------------------------------------------------------------


def test_the_timeline_has_every_film_in_each_of_its_sections() -> None:
    """And those of no section in a row of their own."""
    squares = _rows(plots.timeline(), "section")
    found = Counter(row["section"] for row in squares)
    sections = kcinema.collections(kind="section")
    rest = [
        film
        for film in kcinema.films()
        if not any(one.kind == "section" for one in film.collections)
    ]

    assert found == {section.title: len(section) for section in sections} | {
        "In no section": len(rest)
    }


def test_the_timeline_of_a_half_has_its_sections() -> None:
    """The other half's are left out, though some films are in both."""
    gems = kcinema.hidden_gems()
    found = {row["section"] for row in _rows(plots.timeline(gems), "section")}

    assert found == {section.title for section in gems.sections}


def test_a_timeline_needs_no_sections(mine: Catalogue) -> None:
    """Films of a catalogue without any, or of none, are one row."""
    alone = FilmList(Film.from_dict(film.to_dict()) for film in mine.films())
    for films in (mine, alone):
        found = {row["section"] for row in _rows(plots.timeline(films), "section")}
        assert found == {"Films"}


def test_counts_of_the_country_and_of_seoul_are_never_on_one_axis() -> None:
    """A panel has films of one scope, and its own scale."""
    films = kcinema.films()
    spec = plots.admissions(films).to_dict()
    known = {
        (style.named(film), film.year): film.admissions.scope
        for film in films
        if film.admissions
    }
    panels = [
        {known[row["film"], row["year"]] for row in rows}
        for panel in spec["vconcat"]
        for layer in panel["layer"][:1]
        for rows in [spec["datasets"][layer["data"]["name"]]]
    ]

    assert panels == [{"national"}, {"seoul"}]


def test_bars_keep_the_order_of_the_list(mine: Catalogue) -> None:
    """And films without a count are named."""
    club = kcinema.films(admissions=(12_000_000, None)).sorted_by("-admissions")
    chart = plots.admissions(club)
    found = [row["film"] for row in _rows(chart, "tickets")]

    assert [*dict.fromkeys(found)] == [*map(style.named, club)]
    assert len(chart.to_dict()["vconcat"]) == 1
    (*_, left_out) = plots.admissions(mine).to_dict()["title"]["subtitle"]
    assert left_out.startswith("Without a count: Film 1936, A title")
    many = plots.admissions(kcinema.films()).to_dict()["title"]["subtitle"]
    assert re.search(r"and \d+ more\.$", many[-1])


def test_a_career_has_every_film_of_the_director(mine: Catalogue) -> None:
    """With what is not known of one left open, and names as long as there is room."""
    director = mine.director("one")
    chart = plots.career(director)
    rows = {row["film"]: row for row in _rows(chart, "length")}

    assert [*rows] == [style.named(film) for film in director.films]
    assert rows["Film 1961 영화"]["length"] == "90"
    assert rows["Film 1936"]["length"] == "?"
    assert "\u2026 영화" in "".join(_words(chart))
    assert chart.to_dict()["title"]["text"] == "One"


@pytest.mark.parametrize("id_", ["hong-sang-soo", "im-kwon-taek", "park-nam-ok"])
def test_names_in_a_career_stay_in_the_picture(id_: str) -> None:
    """Beside the dot on either side, and clear of the minutes."""
    for row in _rows(plots.career(kcinema.director(id_)), "length"):
        wide = style.width(row["text"])
        ends = row["x"] + wide if row["on_right"] else row["x"] - wide
        assert 0 <= ends <= row["minutes_from"]


def test_a_career_is_of_a_director_with_films(mine: Catalogue) -> None:
    """Neither of a name nor of nothing."""
    with pytest.raises(InvalidQueryError, match="expected a director, not 'bong"):
        plots.career("bong-joon-ho")  # type: ignore[arg-type]
    with pytest.raises(InvalidQueryError, match="career: there are no films"):
        plots.career(mine.director("none"))


def test_the_eras_have_all_films() -> None:
    """Each in its year."""
    films = kcinema.films()
    bars = _rows(plots.eras(), "films")

    assert {row["year"]: row["films"] for row in bars} == Counter(
        film.year for film in films
    )


def test_a_theme_belongs_to_the_era_with_the_largest_share_of_it() -> None:
    """And each to one era alone."""
    by_era = eras.by_era(kcinema.films())
    own = themes.of_eras(by_era, 100)

    def share(era: Any, theme: Any) -> float:
        return sum(theme in film.themes for film in by_era[era]) / len(by_era[era])

    for era, found in own.items():
        for theme in found:
            assert share(era, theme) == max(share(other, theme) for other in by_era)
    every = [theme for found in own.values() for theme in found]
    assert len(every) == len({*every})


def test_themes_go_together_that_films_share_beyond_chance() -> None:
    """The count is that of films with both; each theme keeps its strongest links."""
    films = kcinema.films()
    links = network.links_of(films)
    for link in links:
        one, other = (films.where(theme=theme) for theme in link.themes)
        assert link.films == len(one & other) >= 3
        assert link.films * len(films) >= 2 * len(one) * len(other)
    assert [link.strength for link in links] == sorted(
        (link.strength for link in links), reverse=True
    )

    groups = network.groups_of(links)
    linked = {theme for link in links for theme in link.themes}
    assert Counter(theme for group in groups for theme in group) == Counter(linked)
    assert {"division", "korean-war"} <= {*next(g for g in groups if "spies" in g)}


def test_themes_without_a_link_are_named(mine: Catalogue) -> None:
    """None is dropped unsaid, even if nothing goes together."""
    chart = plots.network(mine)

    assert chart.title.subtitle[-1] == "In no group: Love."
    assert chart.description.endswith("Together most of all: none.")
    words = " ".join(_words(plots.network()))
    alone = " ".join(plots.network().title.subtitle)
    none_of(
        theme.label
        for theme in Theme
        if any(theme in film.themes for film in kcinema.films())
        if theme.label not in words and theme.label not in alone
    )


def test_the_heat_map_has_no_more_themes_than_asked_for(mine: Catalogue) -> None:
    """Nor eras of few films, unless all are."""
    cells = _rows(plots.themes(limit=2), "share")
    columns = {row["era"] for row in cells}

    assert len({row["theme"] for row in cells}) == 2 * len(columns)
    assert "Colonial period" not in columns
    assert plots.themes(mine).to_dict()["title"]["subtitle"] == [
        "How many of an era's films have the themes that belong to it most."
    ]
    with pytest.raises(InvalidQueryError, match="at least 1, not 0"):
        plots.themes(limit=0)


def test_acclaim_is_drawn_of_national_counts_alone(mine: Catalogue) -> None:
    """Those of Seoul are left out, and that is said."""
    chart = plots.acclaim()
    found = {row["text"] for row in _rows(chart, "tickets")}
    counted = [f for f in kcinema.films() if f.admissions and f.admissions.national]

    assert found == {*map(style.named, counted)}
    alone = plots.acclaim(mine).to_dict()
    assert "4 films without such a count left out." in alone["title"]["subtitle"]


def test_acclaim_is_what_was_won_and_is_no_matter_of_numbers() -> None:
    """Nominations do not count, nor does the club of ten million."""
    films = kcinema.films()
    nominated = films.where(
        lambda film: any(award.result == "nominated" for award in film.awards)
    )
    club = films.where(honour="ten-million")

    assert len(nominated) > 0
    assert len(club) > 0
    for film in nominated | club:
        won = [award for award in film.awards if award.result == "won"]
        lists = [honour for honour in film.honours if honour.list != "ten-million"]
        assert acclaim.prizes_of(film) == len(won)
        assert acclaim.lists_of(film) == len(lists)


def test_names_of_dots_do_not_overlap() -> None:
    """Neither each other nor other dots."""
    films = [f for f in kcinema.films() if f.admissions and f.admissions.national]
    rows = _rows(plots.acclaim(), "tickets")
    dots = [acclaim._Dot(films[0], 1, 1, row["x"], row["y"]) for row in rows]
    placed = acclaim._placed(acclaim._dots(films, acclaim._places(films)))
    boxes = [acclaim._box(dot, left=left) for dot, left in placed]

    assert len(boxes) > 20
    assert not any(acclaim._meet(one, other) for one, other in combinations(boxes, 2))
    assert not any(
        box[0] + 1 < dot.x < box[1] - 1 and box[2] < dot.y < box[3]
        for box in boxes
        for dot in dots
    )


# As SVG -------------------------------------------------------------------------------


def test_a_picture_says_what_it_shows() -> None:
    """In its title and description; its words take the colour of the page."""
    pytest.importorskip("vl_convert")
    make_plots: Any = pytest.importorskip("make_plots")
    chart = plots.career(kcinema.director("bong-joon-ho"))
    drawn = make_plots.svg(chart)

    assert drawn.startswith("<svg ")
    assert "<title>Bong Joon-ho 봉준호</title>" in drawn
    assert f"<desc>{chart.description}</desc>" in drawn
    assert 'role="img"' in drawn
    assert ">Memories of Murder 살인의 추억</text>" in drawn
    assert 'fill="currentColor"' in drawn
    assert drawn == make_plots.svg(plots.career(kcinema.director("bong-joon-ho")))


def test_pictures_are_written_for_light_and_dark(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file by itself follows what its reader prefers."""
    pytest.importorskip("vl_convert")
    make_plots: Any = pytest.importorskip("make_plots")
    monkeypatch.setattr(make_plots, "CHARTS", {"eras": plots.eras})
    make_plots.main(tmp_path / "pictures")
    (written,) = (tmp_path / "pictures").iterdir()

    assert written.name == "eras.svg"
    assert "prefers-color-scheme:dark" in written.read_text("utf-8")
