"""The collections: each keeps the part of its criterion that a program can check."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

import kcinema
import sections
from problems import none_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

SECTIONS = {section.id: section for section in sections.read()}


def test_every_collection_says_what_a_program_can_check() -> None:
    """It has a rule in `lists/sections.json`, or a word why it has none."""
    with_entries = {item.id for item in kcinema.collections() if item.own_entries}

    assert set(SECTIONS) == with_entries
    none_of(
        f"{section.id} has neither a rule nor a word why"
        for section in SECTIONS.values()
        if not (section.needs or section.takes or section.bars or section.by_hand)
    )


def test_every_member_meets_the_rule() -> None:
    """Who does not, leaves, or is let in with a reason."""
    none_of(
        f"{section.id}/{film.id} does not meet what its rule needs"
        for section in SECTIONS.values()
        for film in section.breaking()
        if film.id not in section.let_in
    )


def test_no_member_is_barred() -> None:
    """No blockbuster is a hidden gem, and no gem of many admissions is underrated."""
    none_of(
        f"{section.id}/{film.id} meets what its rule bars"
        for section in SECTIONS.values()
        for film in section.barred()
    )


def test_whoever_meets_the_rule_is_in_or_has_a_reason() -> None:
    """A list that promises every film of a kind has every one."""
    none_of(
        f"{section.id} lacks {film.id}, which meets its rule"
        for section in SECTIONS.values()
        for film in section.missing()
        if film.id not in section.left_out
    )


def test_no_exception_outlives_its_need() -> None:
    """An exception is of a film that the rule would treat otherwise."""

    def problems() -> Iterator[str]:
        for section in SECTIONS.values():
            breaking = {film.id for film in section.breaking()}
            missing = {film.id for film in section.missing()}
            for film in section.let_in.keys() - breaking:
                yield f"{section.id}/{film} need not be let in: it is no exception"
            for film in section.left_out.keys() - missing:
                yield f"{section.id}/{film} need not be left out: it is no exception"

    none_of(problems())


def test_the_reason_of_an_exception_is_a_short_line() -> None:
    """It says why, and is no essay."""
    none_of(
        f"{section.id}/{film}: {reason!r}"
        for section in SECTIONS.values()
        for film, reason in [*section.let_in.items(), *section.left_out.items()]
        if not 6 <= len(reason) <= 80 or reason.endswith(".")
    )


def test_every_prize_of_a_rule_is_one_of_the_data() -> None:
    """A pattern that matches no award, won or nominated for, is misspelt."""
    known = {
        (award.body, award.category.removesuffix(" (shared)"))
        for film in kcinema.films()
        for award in film.awards
    }

    none_of(
        f"{section.id}: no award is {body} {category!r}"
        for section in SECTIONS.values()
        for case in [*section.needs, *section.takes]
        for body, categories in case.get("prize", {}).items()
        for category in categories
        if not any(fnmatchcase(a, body) and fnmatchcase(c, category) for a, c in known)
    )


def test_the_report_prints_every_exception_with_its_reason(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command shows what the tests read; with an id, of one collection."""
    monkeypatch.setattr("sys.argv", ["sections.py"])
    sections.main()
    everything = capsys.readouterr().out

    monkeypatch.setattr("sys.argv", ["sections.py", "queer-cinema"])
    sections.main()
    one = capsys.readouterr().out

    assert one in everything
    assert one.splitlines()[1].startswith("    is theme: queer: ")
    none_of(
        f"{section.id}/{film}: {reason}"
        for section in SECTIONS.values()
        for film, reason in [*section.let_in.items(), *section.left_out.items()]
        if f"{film}: {reason}\n" not in everything
    )
