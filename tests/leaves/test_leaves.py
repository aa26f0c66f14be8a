"""Dates, spellings, layout and vocabularies: the pure functions at the bottom."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

import kcinema
from kcinema import (
    Era,
    Genre,
    PartialDate,
    Rating,
    Theme,
    spelling,
    vocabulary,
)
from kcinema._cli import columns

if TYPE_CHECKING:
    import datetime as dt

VOCABULARIES = [getattr(vocabulary, name) for name in vocabulary.__all__]

# Dates --------------------------------------------------------------------------------


@given(day=st.dates(), precision=st.integers(1, 3))
def test_a_date_reads_back_as_it_is_written(day: dt.date, precision: int) -> None:
    """Parsing undoes printing at every precision."""
    date = PartialDate(*(day.year, day.month, day.day)[:precision])

    assert PartialDate.parse(str(date)) == date
    assert str(date) == day.isoformat()[: (4, 7, 10)[precision - 1]]


@given(a=st.dates(), b=st.dates())
def test_dates_sort_by_time(a: dt.date, b: dt.date) -> None:
    """Full dates sort as the standard library's do."""
    first, second = (PartialDate(day.year, day.month, day.day) for day in (a, b))

    assert (first < second) == (a < b)
    assert PartialDate(a.year) < PartialDate(a.year, a.month) < first


@pytest.mark.parametrize(
    "text",
    [
        "",
        "60",
        "1960-13",
        "1960-02-30",
        "1960-2-3",
        "0000",
        "1960-00",
        "\uff11\uff19\uff16\uff10",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """Another form, or a day that never was, is a ValueError."""
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


def test_a_day_needs_a_month() -> None:
    """Half a date is refused by the constructor as well."""
    with pytest.raises(ValueError, match="without a month"):
        PartialDate(1960, None, 3)
    with pytest.raises(ValueError, match="month"):
        PartialDate(1960, 0)


# Spellings ----------------------------------------------------------------------------


@given(text=st.text())
def test_a_key_ignores_case_spacing_and_form(text: str) -> None:
    """Spaces, hyphens and Unicode form make no difference; a key is its own key."""
    key = spelling.key(text)

    assert spelling.key(f" {text}-") == key
    assert spelling.key(unicodedata.normalize("NFD", text)) == key
    assert spelling.key(key) == key


def test_a_key_keeps_different_names_apart() -> None:
    """Folding does not make one of what are two."""
    # Two titles that differ in a mark only are one to look for.
    names = {film.title for film in kcinema.films()} - {"#Alive"}

    assert len({spelling.key(name) for name in names}) == len(names)
    assert spelling.key("감") != spelling.key("김")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ch'unhyang", "chunhyang"),
        ("Sŏp'yŏnje", "sopyonje"),
        ("올드보이!", "올드보이"),
        ("Spring, Summer... ", "springsummer"),
        ("...", ""),
    ],
)
def test_a_key_drops_accents_and_marks(text: str, key: str) -> None:
    """What people leave out or put in when they type does not count."""
    assert spelling.key(text) == key


def test_name_keys_have_both_orders() -> None:
    """A name matches with the family name first or last."""
    assert spelling.name_keys(["Bong Joon-ho"]) & spelling.name_keys(["Joon-ho Bong"])
    assert spelling.name_keys([None, "시"]) == {"시"}


# Layout -------------------------------------------------------------------------------


@given(text=st.text(st.characters(codec="utf-8", categories=["L", "N", "Zs"])))
def test_wrapped_text_has_the_same_words(text: str) -> None:
    """Breaking lines loses nothing, and only a wide word makes a wide line."""
    lines = columns.wrap(text, 20, indent="  ")

    assert " ".join(lines).split() == text.split()
    for line in lines:
        assert columns.width(line) <= 20 or len(line.split()) == 1


@given(text=st.text(), wide=st.integers(0, 30))
def test_padded_text_is_at_least_as_wide(text: str, wide: int) -> None:
    """Padding reaches the width and takes nothing away."""
    padded = columns.pad(text, wide)

    assert padded.startswith(text)
    assert columns.width(padded) == max(wide, columns.width(text))


def test_hangul_is_two_columns_wide_and_combining_marks_none() -> None:
    """Columns line up in a terminal that mixes scripts."""
    assert columns.width("기생충") == 6
    assert columns.width("o\u0306") == 1


# Vocabularies -------------------------------------------------------------------------


@pytest.mark.parametrize("terms", VOCABULARIES, ids=lambda cls: cls.__name__)
def test_every_word_is_found_by_value_and_label(terms: type[vocabulary.Term]) -> None:
    """A word is found however a person writes it, and is a string itself."""
    for term in terms:
        for text in (term.value, term.label, term.value.upper(), term.name):
            if terms is not Rating or text != term.name:
                assert terms.named(text) is term
        assert term == term.value == str(term) == f"{term}"
        assert term.label.strip()
    assert len({term.label for term in terms}) == len(terms)


def test_no_word_is_found_by_what_it_is_not() -> None:
    """An unknown word is None, not the nearest."""
    assert Genre.named("thriler") is None


def test_every_word_says_something() -> None:
    """Labels read as words do: a capital, no hyphens where there are two words."""
    assert Theme.IMF_CRISIS.label == "IMF crisis"
    assert Genre.SCIENCE_FICTION.label == "Science fiction"
    assert Era.NEW_WAVE.label == "Korean New Wave"
    assert f"{Genre.WAR:>5}" == "  war"
