"""The hidden gems: what each section promises, and on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import gems
import kcinema
from problems import none_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SECTIONS = {section.id: section for section in kcinema.hidden_gems().sections}
SUMS = dict(gems.sums())


@pytest.mark.parametrize("id_", SECTIONS)
def test_a_hidden_gem_has_two_witnesses(id_: str) -> None:
    """Each entry carries two pages or more, of different houses."""
    none_of(
        f"{id_}/{entry.film}: {[item.url for item in entry.evidence]}"
        for entry in SECTIONS[id_].entries
        if len(gems.houses(entry)) < 2
    )


@pytest.mark.parametrize(
    ("url", "house"),
    [
        ("https://www.koreanscreen.com/hidden-gems", "koreanscreen"),
        ("http://m.cine21.com/news/view/?mag_id=96879", "cine21"),
        ("http://news.chosun.com/a", "chosun"),
        ("https://sports.chosun.com/b", "chosun"),
        ("https://www.koreatimes.co.kr/c", "koreatimes"),
        ("https://www.kmdb.or.kr/db/kor/detail/movie/K/05928", "koreafilm"),
        ("https://ko.wikipedia.org/wiki/d", "wikipedia"),
    ],
)
def test_pages_of_one_publisher_are_of_one_house(url: str, house: str) -> None:
    """Whatever the address begins with, and though a publisher may have several."""
    assert gems.house(url) == house


def test_every_witness_says_what_it_vouches_for() -> None:
    """The name of a page tells a reader what to expect there, in a line."""
    none_of(
        f"{section.id}/{entry.film}: {witness.name!r}"
        for section in SECTIONS.values()
        for entry in section.entries
        for witness in entry.evidence
        if not 8 <= len(witness.name) <= 100
    )


def test_a_hit_is_no_gem() -> None:
    """The two halves differ where it matters: no blockbuster is a hidden gem."""
    assert gems.gems() & kcinema.blockbusters() == ()
    assert SUMS["seen by a million or more"] <= SUMS["films"] / 10


def test_few_have_seen_the_underrated() -> None:
    """A national count, where there is one, is under 300,000."""
    assert kcinema.underrated_films().where(admissions=(300_000, None)) == ()


def test_emerging_talents_are_first_features_of_today() -> None:
    """The film is its director's first feature, of 2016 or later."""

    def problems() -> Iterator[str]:
        for film in kcinema.emerging_talents():
            for director in film.directors:
                first = director.debut.title if director.debut else None
                if film.year < 2016 or first != film.title:
                    yield f"{film.id}: {director.id} began with {first}"

    none_of(problems())


def test_a_first_feature_stands_once() -> None:
    """What is among the emerging talents is not again among the indie films."""
    assert kcinema.emerging_talents().films & kcinema.indie_films() == ()


@pytest.mark.parametrize(
    ("id_", "criteria"),
    [
        ("animation", {"genre": "animation"}),
        ("documentary", {"genre": "documentary"}),
        ("horror-before-1990", {"genre": "horror", "year": (None, 1989)}),
        ("ninety-minutes-or-less", {"runtime": (None, 90)}),
        ("queer-cinema", {"theme": "queer"}),
    ],
)
def test_a_list_keeps_the_part_of_its_criterion_that_can_be_counted(
    id_: str, criteria: dict[str, Any]
) -> None:
    """Genre, theme, year, minutes: every film of the list has them."""
    films = kcinema.collection(id_).films

    assert films - films.where(**criteria) == ()


def test_the_prized_were_seen_by_few() -> None:
    """Fewer than 300,000 counted, in whichever scope they were."""
    none_of(
        f"{film.id}: {film.admissions}"
        for film in kcinema.collection("prizes-abroad-few-at-home")
        if film.admissions is None or film.admissions.count >= 300_000
    )


def test_the_short_ones_are_gems() -> None:
    """An evening that starts late is for films to be found."""
    assert kcinema.collection("ninety-minutes-or-less").films - gems.gems() == ()


def test_first_features_are_first() -> None:
    """By the record of the director."""
    none_of(
        f"{film.id}: {director.id} began with {director.debut}"
        for film in kcinema.collection("first-features")
        for director in film.directors
        if director.debut is None
        or {director.debut.title, director.debut.title_ko}.isdisjoint(
            {film.title, film.title_ko}
        )
    )


def test_who_liked_one_film_is_led_to_lesser_known_ones() -> None:
    """Eight films each, in no other of these lists, no hits, most of them gems."""
    liked = ("parasite", "oldboy", "train-to-busan", "my-sassy-girl")
    lists = [kcinema.collection(f"if-you-liked-{film}") for film in liked]
    films = [film for item in lists for film in item]

    assert len(films) == len(set(films)) == 32
    for item in lists:
        assert item.films & kcinema.blockbusters() == ()
        assert len(item.films & gems.gems()) >= 6


def test_the_gems_are_many_and_of_many_kinds() -> None:
    """The promised minimum: films, old ones, forms, women directors."""
    least = {
        "films": 200,
        "from before 2000": 40,
        "documentaries and animations": 30,
        "directed by women": 50,
    }

    assert {name: SUMS[name] for name in least if SUMS[name] < least[name]} == {}


def test_the_report_prints_every_gem_with_its_sources(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command shows what the tests count."""
    monkeypatch.setattr("sys.argv", ["gems.py"])

    gems.main()

    printed = capsys.readouterr().out
    for section in SECTIONS.values():
        for entry in section.entries:
            assert entry.reason in printed
            assert all(witness.url in printed for witness in entry.evidence)
