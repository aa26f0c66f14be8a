"""The hidden gems: what each section promises, and on whose word."""

from __future__ import annotations

import pytest

import gems
import kcinema
from problems import none_of

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


def test_a_hit_is_hardly_ever_a_gem() -> None:
    """A film that a million people went to see would be a rare exception."""
    assert SUMS["seen by a million or more"] <= SUMS["films"] / 10


def test_who_liked_one_film_is_led_to_lesser_known_ones() -> None:
    """Eight films each, in no other of these lists, most of them gems."""
    liked = ("parasite", "oldboy", "train-to-busan", "my-sassy-girl")
    lists = [kcinema.collection(f"if-you-liked-{film}") for film in liked]
    films = [film for item in lists for film in item]

    assert len(films) == len(set(films)) == 32
    for item in lists:
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
