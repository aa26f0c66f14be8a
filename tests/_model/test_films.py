"""Film lists: laws of sets, sorting, grouping; and what each criterion means."""

from __future__ import annotations

import random
from itertools import groupby, pairwise
from operator import add
from typing import Any

import pytest
from hypothesis import given, strategies as st

import kcinema
from kcinema import (
    AwardBody,
    AwardResult,
    Catalogue,
    Era,
    Film,
    FilmList,
    Genre,
    HonourList,
    InvalidQueryError,
    Rating,
)
from kcinema._model.criteria import CRITERIA
from kcinema._model.wanted import VOCABULARIES
from kcinema._synonyms import SYNONYMS

ALL = kcinema.films()
lists = st.lists(st.sampled_from(ALL), unique=True).map(FilmList)

# The list itself ----------------------------------------------------------------------


@given(a=lists, b=lists, c=lists)
def test_lists_combine_as_sets_do(a: FilmList, b: FilmList, c: FilmList) -> None:
    """Union, intersection and difference obey the laws of sets."""
    assert set(a | b) == set(a) | set(b)
    assert set(a & b) == set(a) & set(b)
    assert set(a - b) == set(a) - set(b)
    assert a | a == a & a == a
    assert a & b == a - (a - b)
    assert (a | b) | c == a | (b | c)
    assert set(a & (b | c)) == set((a & b) | (a & c))


@given(a=lists, b=lists)
def test_combining_keeps_the_order_of_the_left_list(a: FilmList, b: FilmList) -> None:
    """The left list's films come first and in their order, each once."""
    assert (a | b)[: len(a)] == a
    assert list(a & b) == [film for film in a if film in b]
    assert list(a - b) == [film for film in a if film not in b]
    assert len(set(a | b)) == len(a | b)


@given(a=lists, start=st.integers(-5, 5), stop=st.integers(-5, 5))
def test_slices_are_film_lists(a: FilmList, start: int, stop: int) -> None:
    """Slicing gives the same films as on a plain list, as a FilmList."""
    assert isinstance(a[start:stop], FilmList)
    assert list(a[start:stop]) == list(a)[start:stop]


def test_an_index_gives_a_film() -> None:
    """One place is one film."""
    assert isinstance(ALL[0], Film)
    assert ALL[-1] == list(ALL)[-1]


def test_the_repr_shows_the_first_few() -> None:
    """A long list stays short in print."""
    assert repr(FilmList()) == "<FilmList of 0>"
    assert repr(ALL[:1]) == f"<FilmList of 1: {ALL[0].id}>"
    assert repr(ALL).endswith(f"... {len(ALL) - 3} more>")


def test_an_open_range_holds_every_film_of_which_the_number_is_known() -> None:
    """What nobody could source is in no range, and is not searched for in it."""
    known = [film for film in ALL if film.runtime is not None]

    assert len(known) < len(ALL)
    assert list(ALL.where(runtime=(None, None))) == known
    assert ALL.where(runtime=(0, None)) == ALL.where(runtime=(None, 9999))


SORT_KEYS = [
    "id",
    "title",
    "title_ko",
    "romanized",
    "year",
    "release_date",
    "runtime",
    "rating",
    "decade",
]


@pytest.mark.parametrize("key", [*SORT_KEYS, "admissions"])
def test_sorting_keeps_every_film_and_puts_the_unknown_last(key: Any) -> None:
    """A sorted list has the same films; None comes last both ways round."""
    values: dict[str, Any] = {
        film.id: _national(film) if key == "admissions" else getattr(film, key)
        for film in ALL
    }
    names: list[Any] = [key, f"-{key}"]
    for name in names:
        ordered = ALL.sorted_by(name)
        known = [values[film.id] is not None for film in ordered]
        assert set(ordered) == set(ALL)
        assert known == sorted(known, reverse=True)


def _national(film: Film) -> int | None:
    admissions = film.admissions
    return admissions.count if admissions and admissions.scope == "national" else None


@pytest.mark.parametrize("key", ["year", "runtime", "release_date"])
def test_sorting_down_is_sorting_up_reversed(key: Any) -> None:
    """The values fall where they rose."""
    reverse: Any = f"-{key}"
    up = [getattr(film, key) for film in ALL.sorted_by(key)]
    down = [getattr(film, key) for film in ALL.sorted_by(reverse)]

    known = [value for value in up if value is not None]
    assert sorted(known) == known
    assert [value for value in down if value is not None] == known[::-1]


def test_sorting_is_stable_and_the_first_key_counts_most() -> None:
    """Equal films keep their order; later keys settle what earlier ones leave open."""
    shuffled = FilmList(random.Random(0).sample(ALL, len(ALL)))
    by_decade = shuffled.sorted_by("decade")

    for decade, films in by_decade.group_by("decade").items():
        assert films == shuffled.where(decade=decade)
    pairs = [
        (film.decade, film.title_ko) for film in ALL.sorted_by("-decade", "title_ko")
    ]
    assert pairs == sorted(pairs, key=lambda pair: (-pair[0], pair[1]))


def test_films_sort_by_a_function_a_collection_or_their_first_director(
    catalogue: Catalogue,
) -> None:
    """A function's values are compared, a collection has an order, None comes last."""
    first = catalogue.collection("where-to-begin")
    mixed = first.films[::-1] + catalogue.films(year=1999)

    assert mixed.sorted_by(first)[: len(first)] == first.films
    assert set(mixed.sorted_by(first)) == set(mixed)
    assert list(ALL.sorted_by(lambda film: len(film.title))) == sorted(
        ALL, key=lambda film: len(film.title)
    )
    assert ALL.sorted_by(lambda film: film.runtime)[-1].runtime is None
    assert list(ALL.sorted_by("era", "id")) == sorted(
        ALL, key=lambda film: (film.era.first, film.id)
    )
    names = [film.directors[0].name for film in ALL.sorted_by("director")]
    assert len(list(groupby(names))) == len(set(names))


def test_lists_and_collections_combine_with_any_films(catalogue: Catalogue) -> None:
    """Whichever side a list, a collection or a plain list stands on."""
    gems, cult = catalogue.hidden_gems(), catalogue.cult_classics()
    film = catalogue.film("parasite-2019")

    assert gems - cult == gems.films - cult.films
    assert cult & gems == cult.films
    assert gems | [film] == add(gems.films, [film]) == (*gems, film)
    assert [film] | cult == add([film], cult.films) == (film, *cult)
    assert [film, cult[1], cult[0]] & cult == cult[:2][::-1]
    assert [film, cult[1]] - cult == (film,)
    assert cult + cult == (*cult, *cult)
    assert all(
        isinstance(found, FilmList)
        for found in (gems - cult, [film] | cult, add([film], cult), add(cult, [film]))
    )
    assert "parasite-2019" in ALL
    assert "parasite-2019" not in cult
    assert cult[0].id in cult
    assert 3 not in cult
    combined: Any = cult
    for other in (3, [3], "parasite-2019", None):
        with pytest.raises(TypeError, match="films combine with films only"):
            combined |= other


def test_ratings_sort_from_the_widest_audience() -> None:
    """All ages come before twelve, twelve before nineteen."""
    order = [film.rating for film in ALL.sorted_by("rating") if film.rating]

    assert list(dict.fromkeys(order)) == list(Rating)


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ([], "name at least one field"),
        (["yaer"], "do not sort by 'yaer'. Did you mean 'year'"),
        ([5], "expected a field, a function or a collection, not 5"),
    ],
)
def test_sorting_by_what_films_have_not_explains_itself(
    keys: list[Any], message: str
) -> None:
    """A wrong field is an error that names the right one."""
    with pytest.raises(InvalidQueryError, match=message):
        ALL.sorted_by(*keys)


@pytest.mark.parametrize(
    "key",
    [
        "year",
        "decade",
        "era",
        "rating",
        "genre",
        "theme",
        "director",
        "country",
        "language",
    ],
)
def test_groups_hold_exactly_the_films_of_their_key(key: Any) -> None:
    """Every film is in the groups of its values, in order; without one under None."""
    groups: dict[Any, FilmList] = ALL.group_by(key)

    assert set().union(*groups.values()) == set(ALL)
    if key in {"country", "language"}:
        values = "countries" if key == "country" else "languages"
        assert groups[None] == ALL.where(lambda film: not getattr(film, values))
    for films in groups.values():
        assert films == ALL & films
        assert isinstance(films, FilmList)


def test_groups_come_in_order() -> None:
    """Numbers rise, eras follow each other in time, None is last."""
    decades = list(ALL.group_by("decade"))
    eras = list(ALL.group_by("era"))
    runtimes = list(ALL.group_by(lambda film: film.release_date))

    assert decades == sorted(decades)
    assert [era.first for era in eras] == sorted(era.first for era in eras)
    assert runtimes[-1] is None
    assert len(ALL.group_by("director")) == len(kcinema.directors())


def test_grouping_by_what_is_no_field_explains_itself() -> None:
    """A wrong field is an error that names the right one."""
    with pytest.raises(InvalidQueryError, match="Did you mean 'genre'"):
        ALL.group_by("genres")  # type: ignore[call-overload]


def test_first_is_the_first_or_none() -> None:
    """An empty list has no first film, which is no error."""
    assert ALL.first() == ALL[0]
    assert FilmList().first() is None


@given(n=st.integers(0, 200), seed=st.integers())
def test_a_sample_has_each_film_at_most_once(n: int, seed: int) -> None:
    """A draw is as long as asked, never repeats, and a seed repeats it."""
    drawn = ALL.sample(n, seed=seed)

    assert len(drawn) == min(n, len(ALL)) == len(set(drawn))
    assert drawn == ALL.sample(n, seed=seed)
    assert isinstance(drawn, FilmList)


@pytest.mark.parametrize("n", [-1, 1.5, "2", True])
def test_a_sample_of_no_number_explains_itself(n: Any) -> None:
    """How many must be a whole number of at least 0."""
    with pytest.raises(InvalidQueryError, match="at least 0"):
        ALL.sample(n)


# Criteria -----------------------------------------------------------------------------

EXPECTED: list[tuple[dict[str, Any], Any]] = [
    ({"genre": "thriller"}, lambda film: Genre.THRILLER in film.genres),
    ({"genre": Genre.THRILLER}, lambda film: Genre.THRILLER in film.genres),
    ({"genre": "Science Fiction"}, lambda film: Genre.SCIENCE_FICTION in film.genres),
    (
        {"genre": ["horror", "comedy"]},
        lambda film: {"horror", "comedy"} & {*film.genres},
    ),
    ({"theme": "gwangju"}, lambda film: "gwangju" in film.themes),
    ({"era": "golden-age"}, lambda film: 1955 <= film.year <= 1972),
    ({"rating": "15"}, lambda film: film.rating == "15"),
    ({"year": 2003}, lambda film: film.year == 2003),
    ({"year": (1998, 2008)}, lambda film: 1998 <= film.year <= 2008),
    ({"year": (None, 1970)}, lambda film: film.year <= 1970),
    ({"year": (2015, None)}, lambda film: film.year >= 2015),
    ({"year": range(1990, 2000, 2)}, lambda film: film.year in range(1990, 2000, 2)),
    ({"decade": 1990}, lambda film: 1990 <= film.year < 2000),
    ({"decade": "1990s"}, lambda film: 1990 <= film.year < 2000),
    ({"decade": (1950, 1960)}, lambda film: 1950 <= film.year < 1970),
    ({"runtime": (None, 90)}, lambda film: film.runtime and film.runtime <= 90),
    ({"admissions": (10_000_000, None)}, lambda film: (_national(film) or 0) >= 10**7),
    ({"country": "kr"}, lambda film: "KR" in film.countries),
    ({"language": "KO"}, lambda film: "ko" in film.languages),
    ({"year": [1999, 2003]}, lambda film: film.year in (1999, 2003)),
    ({"year": {1999}}, lambda film: film.year == 1999),
    ({"decade": ["1990s", 1960]}, lambda film: film.decade in (1960, 1990)),
    ({"runtime": frozenset({90, 91})}, lambda film: film.runtime in (90, 91)),
    (
        {"genre": "rom-com"},
        lambda film: {"romance", "comedy"} <= {*film.genres},
    ),
    (
        {"genre": ["Action Comedy", "sci-fi", "서부극"]},
        lambda film: (
            {"action", "comedy"} <= {*film.genres}
            or {"science-fiction", "western"} & {*film.genres}
        ),
    ),
    ({"genre": "공포"}, lambda film: "horror" in film.genres),
    ({"rating": "18"}, lambda film: film.rating == "19"),
    ({"award": "Oscars"}, lambda film: _won(film, AwardBody.ACADEMY_AWARDS)),
    (
        {"award": {"body": ["cannes", "berlin"], "category": "best director"}},
        lambda film: any(
            award.body in ("cannes", "berlin")
            and "Best Director" in award.category
            and award.result == "won"
            for award in film.awards
        ),
    ),
    (
        {"award": {"year": (2016, 2019), "result": "nominated"}},
        lambda film: any(
            2016 <= award.year <= 2019 and award.result == "nominated"
            for award in film.awards
        ),
    ),
    (
        {"award": ["cannes", {"category": "Golden Lion"}]},
        lambda film: (
            _won(film, AwardBody.CANNES)
            or "Golden Lion" in [a.category for a in film.awards if a.result == "won"]
        ),
    ),
    ({"title": "the host"}, lambda film: film.id == "the-host-2006"),
    (
        {"title": ["Salinŭi ch'uŏk", "기생충"]},
        lambda film: film.id in ("memories-of-murder-2003", "parasite-2019"),
    ),
    ({"title": "하녀"}, lambda film: film.title_ko == "하녀"),
    ({"director": "Bong"}, lambda film: film.directors[0].id == "bong-joon-ho"),
    ({"director": "봉"}, lambda film: film.directors[0].id == "bong-joon-ho"),
    ({"award": "cannes"}, lambda film: _won(film, AwardBody.CANNES)),
    ({"award": "Cannes Film Festival"}, lambda film: _won(film, AwardBody.CANNES)),
    (
        {"honour": "ten-million"},
        lambda film: HonourList.TEN_MILLION in [honour.list for honour in film.honours],
    ),
    ({"based_on": "novel"}, lambda film: "novel" in [b.kind for b in film.based_on]),
    ({"ids": "kmdb"}, lambda film: film.ids.kmdb),
    ({"ids": ["kmdb", "imdb"]}, lambda film: film.ids.kmdb or film.ids.imdb),
    (
        {"director": "Pak Chan-uk"},
        lambda film: film.directors[0].id == "park-chan-wook",
    ),
    ({"director": "박찬욱"}, lambda film: film.directors[0].id == "park-chan-wook"),
    (
        {"director": "park-chan-wook"},
        lambda film: film.directors[0].id == "park-chan-wook",
    ),
    (
        {"director": kcinema.director("park-chan-wook")},
        lambda film: film.directors[0].id == "park-chan-wook",
    ),
    ({"cast": "song kangho"}, lambda film: "송강호" in [c.name_ko for c in film.cast]),
    ({"cast": "송강호"}, lambda film: "송강호" in [c.name_ko for c in film.cast]),
    ({"cast": "Kang-ho Song"}, lambda film: "송강호" in [c.name_ko for c in film.cast]),
    ({"collection": "cult-classics"}, lambda film: film in kcinema.cult_classics()),
    (
        {"collection": kcinema.cult_classics()},
        lambda film: film in kcinema.cult_classics(),
    ),
    (
        {"genre": "thriller", "year": (1998, 2008), "director": "Park Chan-wook"},
        lambda film: (
            "thriller" in film.genres
            and 1998 <= film.year <= 2008
            and film.directors[0].id == "park-chan-wook"
        ),
    ),
]


def _won(film: Film, body: AwardBody) -> bool:
    won = AwardResult.WON
    return any(award.body is body and award.result is won for award in film.awards)


@pytest.mark.parametrize(
    ("criteria", "meets"), EXPECTED, ids=[str(criteria) for criteria, _ in EXPECTED]
)
def test_a_criterion_means_what_it_says(criteria: dict[str, Any], meets: Any) -> None:
    """The films found are exactly those that a plain loop finds."""
    found = kcinema.films(**criteria)

    assert list(found) == [film for film in ALL if meets(film)]
    assert found
    assert found == ALL.where(**criteria)


def test_every_criterion_has_an_expectation() -> None:
    """A new criterion without a test cannot go unnoticed."""
    tested = {name for criteria, _ in EXPECTED for name in criteria}

    assert tested == set(CRITERIA)


@given(a=st.sampled_from(EXPECTED), b=st.sampled_from(EXPECTED))
def test_criteria_join_as_intersection(
    a: tuple[dict[str, Any], Any], b: tuple[dict[str, Any], Any]
) -> None:
    """Narrowing twice is narrowing by both, in any order."""
    both = ALL.where(**a[0]).where(**b[0])

    assert both == kcinema.films(**a[0]) & kcinema.films(**b[0])
    assert both == ALL.where(**b[0]).where(**a[0])
    if not a[0].keys() & b[0].keys():
        assert both == kcinema.films(**a[0], **b[0]) == kcinema.films(**b[0], **a[0])
        assert both == ALL.where(**b[0], **a[0])


def test_whom_a_name_means_does_not_depend_on_what_is_left() -> None:
    """Who sounds like a name is meant only where nobody at all is called so."""
    spelt = kcinema.films(director="Park Chan-ok")

    assert {film.directors[0].name_ko for film in spelt} == {"박찬옥"}
    assert kcinema.films(year=2003, director="Park Chan-ok") == spelt.where(year=2003)
    assert ALL.where(year=2003).where(director="Park Chan-ok") == spelt.where(year=2003)


def test_a_director_or_an_id_means_that_director_alone() -> None:
    """A namesake, or who is spelled alike, is somebody else."""
    for id_ in ("kim-kee-duk", "kim-ki-duk", "kim-tae-yong", "kim-ui-seok"):
        director = kcinema.director(id_)

        assert kcinema.films(director=id_) == kcinema.films(director=director)
        assert set(ALL.where(director=director)) == set(director.films)


def test_several_names_are_each_meant_by_themselves() -> None:
    """One is spelled so, the other sounds so: both are found, in the list's order."""
    found = kcinema.films(director=["bong-joon-ho", "Pak Ch'an-uk"])

    expected = kcinema.films(director="bong-joon-ho") | kcinema.films(
        director="park-chan-wook"
    )
    assert found == expected.sorted_by("id")


def test_films_outside_a_catalogue_are_chosen_by_their_actors_too() -> None:
    """A list made by hand is an index of its own."""
    film = Film(
        id="a-1990",
        title="A",
        title_ko="가",
        year=1990,
        cast=(kcinema.Credit(name="Song Kang-ho"),),
    )

    assert FilmList([film]).where(cast="Song Gang-ho") == (film,)


@pytest.mark.parametrize("criterion", ["director", "cast", "title"])
def test_a_name_that_nobody_has_finds_nothing(criterion: str) -> None:
    """A name is a question, not a word of a list: no answer is no error."""
    name: dict[str, Any] = {criterion: "Nobody At All"}

    assert kcinema.films(**name) == ALL.where(**name) == ()


def test_nominations_are_no_prizes() -> None:
    """A film that was only in competition has not won."""
    film = kcinema.film("burning-2018")
    nominated = [a for a in film.awards if a.result is AwardResult.NOMINATED]

    assert nominated
    assert film not in kcinema.films(award="venice")


def test_seoul_counts_never_meet_a_criterion_of_admissions() -> None:
    """A count for one city is not compared with national ones."""
    seoul = [f for f in ALL if f.admissions and f.admissions.scope == "seoul"]

    assert seoul
    assert not set(seoul) & set(kcinema.films(admissions=(0, None)))


@pytest.mark.parametrize(
    ("criteria", "message"),
    [
        ({"genre": "thriler"}, "'thriler' is not a genre. Did you mean 'thriller'"),
        ({"genre": "xyz"}, "is not a genre. Valid are: action, "),
        ({"genre": 5}, "genre: expected a genre, not 5"),
        ({"genre": ""}, "genre: expected a genre, not ''"),
        ({"genre": []}, "genre: an empty collection"),
        ({"genre": ["horror", "xyz"]}, "'xyz' is not a genre"),
        ({"era": "golden"}, "Did you mean 'golden-age'"),
        ({"rating": "17"}, "is not a rating"),
        ({"genre": "gangster"}, "word of theme: theme='gangsters'"),
        ({"genre": "romantic thrillr"}, "'romantic thrillr' is not a genre"),
        ({"director": "Kim"}, "part of several names: .*, .* and [0-9]+ more"),
        ({"cast": "봉"}, "part of several names: Bong Tae-gyu, "),
        ({"title": 3}, "expected a title, not 3"),
        ({"award": {"bdy": "cannes"}}, "'bdy' is not known of an award.*'body'"),
        ({"award": {"category": ""}}, "expected the name of a category"),
        ({"award": {"year": "x"}}, "award year: expected a whole number"),
        ({"decade": [1990, 1995]}, "multiple of ten"),
        ({"award": "canes"}, "Did you mean 'cannes'"),
        ({"year": "2003"}, "expected a whole number, a range, a"),
        ({"year": [2003, "x"]}, "or a list of numbers, not"),
        ({"year": []}, "an empty collection can match nothing"),
        ({"year": 2003.0}, "expected a whole number"),
        ({"year": True}, "expected a whole number"),
        ({"year": (2003, "x")}, "expected whole numbers or None in a pair, not 'x'"),
        ({"year": (1, 2, 3)}, "expected a whole number"),
        ({"year": (2008, 1998)}, "low end of \\(2008, 1998\\) lies above"),
        ({"decade": 1995}, "multiple of ten"),
        ({"decade": "the nineties"}, "such as 1990 or '1990s'"),
        ({"country": "Korea"}, "such as 'KR', not 'Korea'"),
        ({"language": "kor"}, "such as 'ko', not 'kor'"),
        ({"ids": "imbd"}, "Did you mean 'imdb'"),
        ({"director": 5}, "expected a director or its id, not 5"),
        ({"cast": 5}, "expected an actor's name, not 5"),
    ],
)
def test_a_value_that_cannot_be_explains_itself(
    criteria: dict[str, Any], message: str
) -> None:
    """A wrong value names the criterion, the value and what is valid."""
    with pytest.raises(InvalidQueryError, match=message):
        kcinema.films(**criteria)


def test_a_wrong_value_is_noticed_however_few_films_are_left() -> None:
    """An empty result never hides a mistake."""
    with pytest.raises(InvalidQueryError):
        kcinema.films(year=1900, genre="thriler")
    with pytest.raises(kcinema.CollectionNotFoundError):
        kcinema.films(year=1900, collection="nothing-like-it")


def test_a_criterion_that_does_not_exist_is_a_type_error() -> None:
    """An unknown keyword fails as in any Python call, and names the nearest."""
    with pytest.raises(TypeError, match=r"'yaer' is not a criterion.*'year'"):
        kcinema.films(yaer=2003)  # type: ignore[call-arg]


def test_a_criterion_by_another_name_is_named() -> None:
    """What people call a criterion leads to what it is called."""
    for name, meant in (("actor", "cast"), ("starring", "cast"), ("festival", "award")):
        criteria: dict[str, Any] = {name: "x"}
        with pytest.raises(TypeError, match=f"Did you mean '{meant}'"):
            kcinema.films(**criteria)


def test_none_is_no_criterion() -> None:
    """Optional parameters can be passed on as they are."""
    nothing: dict[str, Any] = dict.fromkeys(CRITERIA)

    assert kcinema.films(**nothing) == ALL == ALL.where(**nothing)
    assert kcinema.films(genre="war", year=None) == kcinema.films(genre="war")


def test_integers_of_other_libraries_are_numbers() -> None:
    """NumPy's are, and whatever else stands for an integer."""
    np = pytest.importorskip("numpy")

    assert kcinema.films(year=np.int64(1999)) == kcinema.films(year=1999)
    assert kcinema.films(year=(np.int16(1999), None)) == kcinema.films(
        year=(1999, None)
    )
    assert kcinema.films(year=[*np.array([1999, 2003])]) == kcinema.films(
        year=[1999, 2003]
    )
    with pytest.raises(InvalidQueryError):
        kcinema.films(year=np.float64(1999))


def test_a_part_of_a_name_means_the_one_person_who_has_it(small: Catalogue) -> None:
    """A family name or a given name is enough if nobody else has it."""
    assert small.films(director="Two") == small.films(director="Lee Two")
    assert small.films(director="이") == small.films(director="이둘")
    assert small.films(director="One", cast="nobody") == ()


def test_a_low_end_beyond_every_number_finds_nothing() -> None:
    """However large it is, it is a range with an open end."""
    assert kcinema.films(admissions=(10**13, None)) == ()


def test_every_word_is_found_by_its_other_names() -> None:
    """A synonym leads to one word, and never hides another."""
    for vocabulary in VOCABULARIES.values():
        for term in vocabulary:
            assert vocabulary.named(term.value) is vocabulary.named(term.label) is term
        for word, names in SYNONYMS.get(vocabulary.__name__, {}).items():
            found = {vocabulary.named(name) for name in names.split(", ")}
            assert found == {vocabulary(word)}


def test_no_criterion_gives_all_films(catalogue: Catalogue) -> None:
    """Without criteria nothing is left out."""
    assert len(catalogue.films()) == catalogue.data_version().films
    assert FilmList().where(collection="cult-classics") == ()


def test_a_director_is_matched_among_several(small: Catalogue) -> None:
    """A film by two people is found by either, one film by each once."""
    assert [film.id for film in small.films(director="이둘")] == ["second-film-1995"]
    assert len(small.films(director=["Kim One", "Lee Two"])) == 2


def test_eras_cover_every_year_once() -> None:
    """The periods follow each other without gap or overlap."""
    eras = list(Era)

    for earlier, later in pairwise(eras):
        assert earlier.last + 1 == later.first
    assert Era.of(1997) is Era.NEW_KOREAN_CINEMA
    with pytest.raises(ValueError, match="from 1 to 9999"):
        Era.of(0)
