"""The hidden gems: what each section promises, and on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import gems
import kcinema

if TYPE_CHECKING:
    from collections.abc import Iterator

SECTIONS = {section.id: section for section in kcinema.hidden_gems().sections}
SUMS = dict(gems.sums())


def _nothing(problems: Iterator[str]) -> None:
    found = list(problems)
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("id_", SECTIONS)
def test_a_hidden_gem_has_two_witnesses(id_: str) -> None:
    """Each entry carries two pages or more, of different houses."""
    _nothing(
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
    _nothing(
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

    _nothing(problems())


def test_the_gems_are_many_and_of_many_kinds() -> None:
    """The promised minimum: films, old ones, forms, women directors."""
    least = {
        "films": 49,
        "from before 2000": 14,
        "documentaries and animations": 4,
        "directed by women": 18,
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
