"""The programme of a film club."""

import datetime as dt

import programme

import kcinema

NOTHING = kcinema.FilmList([])


def test_a_programme_has_one_film_of_each_era() -> None:
    films = programme.chosen(NOTHING, seed=1)
    eras = kcinema.films(**programme.FITTING).group_by("era")
    assert [film.era for film in films] == [*eras]


def test_nothing_is_shown_that_somebody_has_seen() -> None:
    films = programme.chosen(NOTHING, seed=1)
    assert not films & programme.chosen(films, seed=1)


def test_the_same_seed_is_the_same_programme() -> None:
    assert programme.chosen(NOTHING, seed=7) == programme.chosen(NOTHING, seed=7)


def test_evenings_are_a_week_apart() -> None:
    films = programme.chosen(NOTHING, seed=1)
    made = programme.programme(films, dt.date(2026, 11, 5))
    assert made.films == films
    assert made.why(films[0]).startswith("5 November")
    assert made.why(films[1]).startswith("12 November")
