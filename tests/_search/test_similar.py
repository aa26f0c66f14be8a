"""Similar films, and the reasons."""

from __future__ import annotations

from typing import Any

import pytest

import kcinema
from kcinema import (
    BasedOn,
    BasisKind,
    Catalogue,
    Collection,
    Credit,
    Director,
    Entry,
    Film,
    Genre,
    InvalidQueryError,
    Theme,
)

FILMS = kcinema.films()


def _scores(film: Film | str, catalogue: Catalogue | None = None) -> dict[str, float]:
    found = (catalogue or kcinema.catalogue()).similar(
        film, limit=10_000, same_director=True
    )
    return {like.film.id: like.score for like in found}


@pytest.mark.no_cover  # for all of the catalogue
def test_likeness_goes_both_ways() -> None:
    """A film is as like another as the other is like it."""
    # All pairs are a quarter of a million: some films against all others they are like.
    scores = {film.id: _scores(film) for film in FILMS.sample(25, seed=1)}

    for a, others in scores.items():
        assert all(0 <= score <= 1 for score in others.values())
        for b in scores.keys() & others.keys():
            assert abs(scores[b][a] - others[b]) <= 1e-4


def test_no_film_is_like_itself_and_the_best_come_first() -> None:
    """The film asked about is left out; scores fall; each likeness has reasons."""
    for film in FILMS.sample(60, seed=2):
        found = kcinema.similar(film, limit=10)
        assert film not in [like.film for like in found]
        assert [like.score for like in found] == sorted(
            (like.score for like in found), reverse=True
        )
        assert all(1 <= len(like.reasons) <= 4 for like in found)
        assert found == kcinema.similar(film.id, limit=10)


def test_every_film_has_like_ones() -> None:
    """There is always somewhere to go next."""
    assert all(len(kcinema.similar(film)) == 5 for film in FILMS.sample(60, seed=3))


def _film(name: str, **fields: Any) -> Film:
    return Film(
        id=f"{name}-2000", title=name.title(), title_ko="가", year=2000, **fields
    )


def test_a_rare_theme_counts_more_than_a_common_genre() -> None:
    """What few films share tells more than what many do."""
    crowd = [_film(f"other{n}", genres=(Genre.DRAMA,)) for n in range(20)]
    a = _film("a", genres=(Genre.DRAMA,), themes=(Theme.PANSORI,))
    b = _film("b", genres=(Genre.WAR,), themes=(Theme.PANSORI,))
    c = _film("c", genres=(Genre.DRAMA,), themes=(Theme.SCHOOL,))
    catalogue = Catalogue(films=[a, b, c, *crowd])

    scores = _scores("a-2000", catalogue)

    assert scores["b-2000"] > scores["c-2000"]


def test_relations_sources_people_and_actors_are_reasons() -> None:
    """Each kind of trait has its words, seen from the other film."""
    novel = BasedOn(kind=BasisKind.NOVEL, title="The Ax", author="Westlake")
    old = _film(
        "old", based_on=(novel,), directors=["kim-a"], cast=(Credit(name="Lee B"),)
    )
    new = _film(
        "new",
        based_on=(BasedOn(kind=BasisKind.FILM, film="old-2000"), novel),
        directors=["kim-a"],
        cast=(Credit(name="LEE B"),),
    )
    crowd = [_film(f"other{n}") for n in range(5)]
    catalogue = Catalogue(
        films=[old, new, *crowd], directors=[Director(id="kim-a", name="Kim A")]
    )

    (newer,) = catalogue.similar("old-2000", limit=1)
    (older,) = catalogue.similar("new-2000", limit=1)

    assert older.reasons == (
        "continues or remakes Old",
        "both from “The Ax”",
        "also directed by Kim A",
        "both with Lee B",
    )
    assert newer.reasons[0] == "New continues or remakes it"
    assert newer.score == older.score


def test_subjects_read_as_words() -> None:
    """Themes are named as a sentence names them."""
    reasons = {
        reason
        for film in FILMS.sample(120, seed=4)
        for like in kcinema.similar(film)
        for reason in like.reasons
    }

    assert any("the division of Korea" in reason for reason in reasons)
    assert any("both comedies" in reason for reason in reasons)
    assert any("both science fiction" in reason for reason in reasons)


@pytest.mark.parametrize("limit", [0, -1, "5", True, 2.0])
def test_a_wrong_limit_explains_itself(limit: Any) -> None:
    """How many must be a whole number of at least 1."""
    with pytest.raises(InvalidQueryError, match="similar: expected limit"):
        kcinema.similar("oldboy-2003", limit=limit)


def test_a_film_that_is_not_there_is_not_found(small: Catalogue) -> None:
    """The id must be one of this catalogue, wherever the film comes from."""
    with pytest.raises(kcinema.FilmNotFoundError):
        kcinema.similar(small.film("first-film-1990"))
    with pytest.raises(kcinema.FilmNotFoundError):
        kcinema.similar("oldboy-2004")


def test_a_film_alone_is_like_nothing() -> None:
    """One film has no like, and that is no error."""
    assert Catalogue(films=[_film("only")]).similar("only-2000") == []


# Editors, hidden gems, directors ------------------------------------------------------


def _list(id_: str, title: str, *films: str) -> Collection:
    entries = [Entry(film=f"{film}-2000", reason="So it is.") for film in films]
    return Collection(id=id_, title=title, entries=entries)


def test_what_editors_recommend_comes_first() -> None:
    """To who liked a film; and what they recommend together is nearer too."""
    films = [
        _film(name, themes=[theme])
        for name, theme in (
            ("a", Theme.SEA),
            ("b", Theme.FOOD),
            ("c", Theme.ART),
            ("d", Theme.SEA),
        )
    ]
    liked = _list("if-you-liked-a", "If you liked A", "b", "c")
    catalogue = Catalogue(films=films, collections=[liked])

    assert [like.film.title for like in catalogue.similar("a-2000")] == ["B", "C", "D"]
    scores = _scores("b-2000", catalogue)
    assert scores["a-2000"] == 0.4
    assert scores["c-2000"] == 0.05
    first, second = catalogue.similar("b-2000")
    assert first.reasons == ("it is the editors' answer to A",)
    assert second.reasons == ("both in “If you liked A”",)
    answers = {like.film.title: like.reasons for like in catalogue.similar("a-2000")}
    assert answers["B"] == ("the editors' answer to A",)


def test_hidden_gems_come_before_films_that_are_known() -> None:
    """Where they are as alike."""
    films = [_film(name, themes=[Theme.SEA]) for name in "abc"]
    films += [_film(f"other{n}") for n in range(3)]
    gems = _list("hidden-gems", "Hidden gems", "c")

    alone = Catalogue(films=films).similar("a-2000")
    told = Catalogue(films=films, collections=[gems]).similar("a-2000")

    assert [like.film.title for like in alone] == ["B", "C"]
    assert [like.film.title for like in told] == ["C", "B"]


def test_no_director_comes_twice_unless_asked_for() -> None:
    """The film's own can be left out as well."""
    films = [
        _film("a", directors=["kim-a"], themes=[Theme.SEA]),
        _film("b", directors=["kim-a"], themes=[Theme.SEA]),
        _film("c", directors=["kim-a"], themes=[Theme.SEA]),
        _film("d", directors=["lee-b"], themes=[Theme.SEA]),
        _film("e", directors=["lee-b"], themes=[Theme.SEA]),
        _film("f"),
    ]
    makers = [Director(id="kim-a", name="Kim A"), Director(id="lee-b", name="Lee B")]
    catalogue = Catalogue(films=films, directors=makers)

    def titles(**how: Any) -> list[str]:
        return [like.film.title for like in catalogue.similar("a-2000", **how)]

    assert titles() == ["B", "D"]
    assert titles(same_director=True) == ["B", "C", "D", "E"]
    assert titles(same_director=False) == ["D", "E"]
    with pytest.raises(InvalidQueryError, match="expected same_director as True"):
        titles(same_director="no")


def test_themes_that_go_together_count_for_each_other() -> None:
    """A reason names them where the films share nothing else."""
    both = (Theme.POVERTY, Theme.HOUSING)
    films = [_film(name, themes=both) for name in "abc"]
    films += [_film("x", themes=[both[0]]), _film("y", themes=[both[1]])]
    films += [_film(f"other{n}", themes=[Theme.SEA]) for n in range(5)]
    catalogue = Catalogue(films=films)

    found = {like.film.title: like for like in catalogue.similar("x-2000")}

    assert found["Y"].reasons == ("both close to housing",)
    assert found["A"].score > found["Y"].score > 0
    assert "Other0" not in found


def test_sequels_stand_beside_each_other() -> None:
    """By the same director, too."""
    hansan = [
        like.film.id for like in kcinema.similar("the-admiral-roaring-currents-2014")
    ]

    assert hansan[0] == "hansan-rising-dragon-2022"
    likes = kcinema.similar("burning-2018")
    assert len({like.film.director_ids for like in likes}) == 5
