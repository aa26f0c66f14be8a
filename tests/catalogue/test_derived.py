"""Catalogues made of catalogues: parts, sums, what is laid over, and differences."""

from __future__ import annotations

import inspect
import json
import pickle
from typing import TYPE_CHECKING, Any

import pytest

import kcinema
from kcinema import Catalogue, CatalogueError, Collection, Director, Entry, Film
from kcinema._json.limits import Limits

if TYPE_CHECKING:
    from pathlib import Path

HEAD: dict[str, Any] = {"overlay": 1, "version": "over"}
NEW: dict[str, Any] = {
    "id": "new-film-2020",
    "title": "New Film",
    "title_ko": "새 영화",
    "year": 2020,
}


@pytest.fixture(name="remade")
def _remade(small: Catalogue) -> Catalogue:
    """The small catalogue with a film that remakes one that remakes another."""
    films = [
        Film(
            id=f"remake-{year}",
            title=f"Remake {year}",
            title_ko="다시",
            year=year,
            directors=["kim-one"],
            based_on=[{"kind": "film", "film": film}],
        )
        for year, film in ((2000, "second-film-1995"), (2010, "remake-2000"))
    ]
    return Catalogue(
        films=[*small.films(), *films],
        directors=small.directors(),
        collections=[
            *small.collections(),
            Collection(
                id="remakes",
                title="Remakes",
                entries=[Entry(film="remake-2010", reason="It is one.")],
            ),
        ],
        version="remade",
    )


# Subset -------------------------------------------------------------------------------


def test_a_subset_brings_what_its_films_need(remade: Catalogue) -> None:
    """The directors, and the films they are based on, however far back."""
    part = remade.subset(["remake-2010"])

    assert [film.id for film in part.films()] == [
        "remake-2000",
        "remake-2010",
        "second-film-1995",
    ]
    assert {one.id for one in part.directors()} == {"kim-one", "lee-two"}
    assert part.film("remake-2010") == remade.film("remake-2010")


def test_a_subset_has_the_collections_as_far_as_they_go(remade: Catalogue) -> None:
    """Entries of other films go, and collections that are left with none."""
    part = remade.subset(remade.films(year=1990))

    assert [item.id for item in part.collections()] == ["b-list", "both"]
    assert [entry.film for entry in part.collection("b-list").entries] == [
        "first-film-1990"
    ]
    assert part.collection("both").section_ids == ("b-list",)


def test_a_subset_says_what_it_left_out(remade: Catalogue) -> None:
    """The difference to the whole has every record and entry that is not there."""
    found = remade.diff(remade.subset(["first-film-1990"]))

    assert not found.added
    assert {record.id for record in found.removed} == {
        "second-film-1995",
        "remake-2000",
        "remake-2010",
        "lee-two",
        "a-list",
        "remakes",
    }
    assert [(change.id, change.field) for change in found.changed] == [
        ("b-list", "entries"),
        ("both", "sections"),
    ]


def test_all_films_are_the_whole(catalogue: Catalogue) -> None:
    """Nothing is lost on the way."""
    assert catalogue.subset(catalogue.films()) == catalogue


def test_a_subset_is_of_films_that_are_there(small: Catalogue) -> None:
    """A wrong id is an error, a former one is not."""
    with pytest.raises(kcinema.FilmNotFoundError):
        small.subset(["no-film-1990"])
    with pytest.raises(kcinema.InvalidQueryError, match="subset: expected a film"):
        small.subset([5])  # type: ignore[list-item]
    with pytest.warns(kcinema.RetiredIdWarning):
        assert len(small.subset(["other-film-1995"]).films()) == 1
    assert len(small.subset([]).films()) == 0


# Merge --------------------------------------------------------------------------------


def test_parts_merge_to_the_whole(remade: Catalogue) -> None:
    """What both have equally is there once."""
    films = remade.films()
    one, other = remade.subset(films[:2]), remade.subset(films[2:])
    bare = Catalogue(films=one.films(), directors=one.directors(), version="remade")

    merged = bare.merge(other)

    assert merged.films() == films
    assert merged.version == "remade"
    assert remade.merge(remade) == remade


def test_collections_get_the_entries_of_both(small: Catalogue) -> None:
    """Two parts of one catalogue are a larger part of it."""
    first, second = (small.subset([film]) for film in small.films())

    merged = first.merge(second)

    assert merged.films() == small.films()
    for item in small.collections():
        both = merged.collection(item.id)
        assert {*both.own_entries} == {*item.own_entries}
        assert {*both.section_ids} == {*item.section_ids}
    one = Collection(
        id="b-list",
        title="B list",
        former_ids=["old-list"],
        entries=[Entry(film="first-film-1990", reason="Another reason.")],
    )
    other = Catalogue(
        films=first.films(), directors=first.directors(), collections=[one]
    )
    with pytest.raises(CatalogueError, match="the same of 'first-film-1990' in both"):
        small.merge(other)


def test_each_conflict_of_a_merge_is_named(small: Catalogue) -> None:
    """Field by field, with both values."""
    values = small.film("first-film-1990").to_dict() | {"year": 1991, "runtime": 90}
    other = Catalogue(
        films=[Film.from_dict(values)], directors=small.directors(), version="other"
    )

    with pytest.raises(CatalogueError) as caught:
        small.merge(other)

    assert [
        (problem.path, problem.expected, problem.found)
        for problem in caught.value.problems
    ] == [
        ("films[0].year", "the value of small, 1990", "1991"),
        ("films[0].runtime", "the value of small, null", "90"),
    ]


def test_merged_records_have_to_fit_together(small: Catalogue) -> None:
    """An external id that two films share is found as in a file."""
    film = Film(**NEW, ids={"tmdb": 1})

    with pytest.raises(CatalogueError, match="an id of this film alone"):
        small.merge(Catalogue(films=[film]))
    with pytest.raises(kcinema.InvalidQueryError, match="merge: expected a catalogue"):
        small.merge("mine.json")  # type: ignore[arg-type]


def test_a_merge_keeps_where_records_came_from(small: Catalogue) -> None:
    """Also through a second merge, a subset, and a pickle."""
    other = Catalogue(films=[Film(**NEW)], version="other")
    third = Catalogue(
        films=[Film(id="last-2021", title="L", title_ko="L", year=2021)],
        version="third",
    )

    merged = third.merge(small.merge(other))

    assert merged.version == "third+small+other"
    for found in (
        merged,
        pickle.loads(pickle.dumps(merged)),
        merged.subset(merged.films()),
    ):
        assert found.origin(found.film("last-2021")) == "third"
        assert found.origin(found.film("new-film-2020")) == "other"
        assert found.origin(found.director("kim-one")) == "small"
        assert found.origin(found.collection("both")) == "small"


def test_only_a_record_of_the_catalogue_has_an_origin(small: Catalogue) -> None:
    """One of another catalogue came from elsewhere."""
    for record in (Film(**NEW), kcinema.film("parasite-2019"), "first-film-1990"):
        with pytest.raises(kcinema.InvalidQueryError, match="record of this catalogue"):
            small.origin(record)  # type: ignore[arg-type]


# Overlay ------------------------------------------------------------------------------


def test_an_overlay_adds_corrects_and_hides(small: Catalogue, tmp_path: Path) -> None:
    """One file says all of it, and the difference shows it."""
    overlay = HEAD | {
        "$schema": "https://example.org/overlay.schema.json",
        "films": [NEW | {"directors": ["park-three", "kim-one"]}],
        "directors": [{"id": "park-three", "name": "Park Three"}],
        "collections": [
            {
                "id": "festival",
                "title": "Festival",
                "entries": [
                    {"film": "new-film-2020", "reason": "It opens."},
                    {"film": "first-film-1990", "reason": "It closes."},
                ],
            }
        ],
        "corrections": {
            "films": [
                {
                    "id": "first-film-1990",
                    "year": 1991,
                    "runtime": 99,
                    "ids": {"imdb": "tt0000001", "tmdb": 2},
                    "was": {"year": 1990, "ids": {"imdb": "tt0000001", "tmdb": 1}},
                }
            ]
        },
        "hide": {
            "collections": ["a-list"],
            "entries": {"b-list": ["second-film-1995"]},
        },
    }
    path = tmp_path / "overlay.json"
    path.write_text("\ufeff" + json.dumps(overlay), encoding="utf-8")

    mine = small.overlay(path)

    assert mine == small.overlay(overlay)
    assert mine.version == "small+over"
    assert mine.film("new-film-2020").directors[1].films[0].id == "first-film-1990"
    found = small.diff(mine)
    assert [record.id for record in found.added] == [
        "new-film-2020",
        "park-three",
        "festival",
    ]
    assert [record.id for record in found.removed] == ["a-list"]
    assert [
        (change.id, change.field, change.before, change.after)
        for change in found.changed[:3]
    ] == [
        ("first-film-1990", "year", 1990, 1991),
        ("first-film-1990", "runtime", None, 99),
        ("first-film-1990", "ids.tmdb", 1, 2),
    ]
    assert [(change.id, change.field) for change in found.changed[3:]] == [
        ("b-list", "entries"),
        ("both", "sections"),
    ]
    assert mine.origin(mine.film("new-film-2020")) == "over"
    assert mine.origin(mine.film("first-film-1990")) == "small"


def test_the_catalogue_below_stays_as_it_is(small: Catalogue) -> None:
    """Its records are copied where they change or are navigated from."""
    before = small._text()
    mine = small.overlay(HEAD | {"hide": {"collections": ["both"]}})

    assert small._text() == before
    assert small.film("first-film-1990").catalogue is small
    assert mine.film("first-film-1990").catalogue is mine
    assert len(mine.collections()) == 2


def test_an_overlay_of_nothing_changes_nothing(catalogue: Catalogue) -> None:
    """But for the version."""
    mine = catalogue.overlay(HEAD)

    assert not catalogue.diff(mine)
    assert mine.version == f"{catalogue.version}+over"


def test_what_is_hidden_leaves_no_trace(remade: Catalogue) -> None:
    """Entries go with the film, and what remade it keeps the title."""
    mine = remade.overlay(HEAD | {"hide": {"films": ["second-film-1995"]}})

    assert mine.film("remake-2000").based_on[0].film is None
    assert mine.film("remake-2000").based_on[0].title == "Second Film"
    assert mine.film("remake-2010").based_on[0].film == "remake-2000"
    assert mine.collection("a-list").own_entries == ()
    assert [film.id for film in mine.collection("b-list")] == ["first-film-1990"]


def test_what_is_hidden_may_be_added_anew(small: Catalogue) -> None:
    """A whole record takes the place of another."""
    film = NEW | {"id": "first-film-1990"}
    overlay = HEAD | {"hide": {"films": ["first-film-1990"]}, "films": [film]}

    mine = small.overlay(overlay)

    assert mine.film("first-film-1990").title == "New Film"
    assert mine.origin(mine.film("first-film-1990")) == "over"


def test_a_correction_that_was_made_below_as_well_is_no_conflict(
    small: Catalogue,
) -> None:
    """Then both say the same."""
    correction = {"id": "first-film-1990", "year": 1990, "was": {"year": 1989}}

    mine = small.overlay(HEAD | {"corrections": {"films": [correction]}})

    assert mine.films() == small.films()


def _correct(**values: Any) -> dict[str, Any]:
    return {"corrections": {"films": [{"id": "first-film-1990", **values}]}}


AT = "corrections.films[0]"


@pytest.mark.parametrize(
    ("overlay", "path", "expected", "found"),
    [
        (
            {"films": [NEW | {"id": "first-film-1990"}]},
            "films[0].id",
            "an id that is new",
            "which is in small",
        ),
        (
            {"films": [NEW | {"directors": ["kim-on"]}]},
            "films[0].directors[0]",
            "(perhaps 'kim-one')",
            "'kim-on'",
        ),
        (
            {"films": [NEW | {"ids": {"tmdb": 1}}]},
            "films[0].ids.tmdb",
            "an id of this film alone",
            "first-film-1990",
        ),
        ({"films": [NEW | {"year": "x"}]}, "films[0].year", "a whole number", '"x"'),
        (
            _correct(year=1991),
            f"{AT}.year",
            '"was": {"year": 1990}, what it corrects',
            "none",
        ),
        (
            _correct(year=1991, was={"year": 1989}),
            f"{AT}.was.year",
            "1990, as small has it; look at it again",
            "1989",
        ),
        (_correct(year="x", was={"year": 1990}), f"{AT}.year", "a whole number", '"x"'),
        (
            _correct(year=1991, was={"year": "x"}),
            f"{AT}.was.year",
            "a whole number",
            '"x"',
        ),
        (_correct(year=1991, was=[]), f"{AT}.was", "an object", "a list"),
        (
            _correct(runtime=9, was={"year": 1990}),
            f"{AT}.was",
            "only known keys",
            "the key 'year'",
        ),
        (_correct(yaer=1991), AT, "(perhaps 'year')", "the key 'yaer'"),
        (
            _correct(directors=["kim-two"], was={"directors": ["kim-one"]}),
            f"{AT}.directors[0]",
            "(perhaps 'kim-one')",
            "'kim-two'",
        ),
        (
            {"corrections": {"films": [{"id": "first-film"}]}},
            f"{AT}.id",
            "there in small (perhaps 'first-film-1990')",
            '"first-film"',
        ),
        ({"corrections": {"films": [{"year": 1990}]}}, f"{AT}.id", "an id", "null"),
        ({"corrections": {"films": [5]}}, AT, "an object", "5"),
        ({"corrections": {"films": {}}}, "corrections.films", "a list", "an object"),
        ({"corrections": []}, "corrections", "an object", "a list"),
        (
            {"corrections": {"film": []}},
            "corrections",
            "(perhaps 'films')",
            "the key 'film'",
        ),
        (
            {"corrections": {"films": [{"id": "first-film-1990"}] * 2}},
            "corrections.films[1].id",
            "one correction",
            "again",
        ),
        (
            _correct(runtime=9) | {"hide": {"films": ["first-film-1990"]}},
            f"{AT}.id",
            "an id that is there",
            "first-film-1990",
        ),
        (
            {"hide": {"films": ["first-film"]}},
            "hide.films[0]",
            "(perhaps 'first-film-1990')",
            '"first-film"',
        ),
        ({"hide": {"films": "first-film"}}, "hide.films", "a list", '"first-film"'),
        ({"hide": {"films": [5]}}, "hide.films[0]", "a text", "5"),
        (
            {"hide": {"directors": ["lee-two"]}},
            "hide",
            "to hide only what no other record needs",
            "'lee-two'",
        ),
        (
            {"hide": {"entries": {"c-list": []}}},
            "hide.entries",
            "(perhaps 'b-list')",
            "the key 'c-list'",
        ),
        (
            {"hide": {"entries": {"a-list": ["first-film-1990"]}}},
            "hide.entries.a-list[0]",
            "an id that is there",
            "first-film-1990",
        ),
        ({"hide": {"entries": []}}, "hide.entries", "an object", "a list"),
        ({"hide": []}, "hide", "an object", "a list"),
        ({"film": []}, "$", "(perhaps 'films')", "the key 'film'"),
        ({"overlay": 2}, "overlay", "1, which this version reads", "2"),
        ({"version": 5}, "version", "a text", "5"),
    ],
)
def test_what_does_not_fit_is_a_problem_with_its_place(
    small: Catalogue, overlay: dict[str, Any], path: str, expected: str, found: str
) -> None:
    """No conflict is decided silently."""
    with pytest.raises(CatalogueError) as caught:
        small.overlay(json.dumps(HEAD | overlay, indent=1).encode())

    (problem,) = caught.value.problems
    assert problem.path == path
    assert expected in problem.expected
    assert found in problem.found
    assert problem.line


@pytest.mark.parametrize(
    ("overlay", "found"),
    [
        (b"[]", "a list"),
        (b"{", "the end of the file"),
        (b'{"schema": 1, "version": "1"}', "a catalogue"),
        (b'{"overlay": 1, "overlay": 1, "version": "1"}', "the key 'overlay' twice"),
        ({}, "none"),
    ],
)
def test_what_is_no_overlay_says_so(small: Catalogue, overlay: Any, found: str) -> None:
    """A catalogue is sent to merge, and an overlay back from load."""
    with pytest.raises(CatalogueError) as caught:
        small.overlay(overlay)

    assert found in caught.value.problems[0].found


def test_an_overlay_is_no_catalogue() -> None:
    """The message says what to do with it."""
    with pytest.raises(CatalogueError, match=r"Catalogue\.overlay lays this over one"):
        kcinema.load(json.dumps(HEAD).encode())


def test_an_overlay_has_the_limits_of_a_file(small: Catalogue) -> None:
    """The same ones, with the same defaults."""
    for function in (kcinema.load, Catalogue.overlay):
        parameters = inspect.signature(function).parameters.values()
        defaults = {
            one.name: one.default for one in parameters if one.name.startswith("max_")
        }
        assert defaults == Limits()._asdict()
    many: dict[str, Any] = {"films": [{}] * 1000}
    with pytest.raises(CatalogueError, match=r"^more than 5 problems in the overlay"):
        small.overlay(HEAD | many, max_problems=5)
    with pytest.raises(CatalogueError, match="at most 9 bytes"):
        small.overlay(json.dumps(HEAD).encode(), max_size=9)


# Diff ---------------------------------------------------------------------------------


def test_equal_catalogues_do_not_differ(catalogue: Catalogue, small: Catalogue) -> None:
    """A difference of nothing is false, and says so."""
    assert not catalogue.diff(catalogue)
    assert str(small.diff(small)) == "no difference between small and small"
    assert small.diff(small).to_dict() == {
        "old": "small",
        "new": "small",
        "added": [],
        "removed": [],
        "changed": [],
    }


def test_a_difference_is_the_other_way_round_from_the_other_side(
    small: Catalogue, remade: Catalogue
) -> None:
    """What one adds the other removes."""
    there, back = small.diff(remade), remade.diff(small)

    assert there.added == back.removed
    assert there.removed == back.added
    assert there
    assert {change.after for change in there.changed} == {
        change.before for change in back.changed
    }


def test_a_renamed_record_is_changed(small: Catalogue) -> None:
    """Not removed and added, where it keeps the earlier id."""
    values = small.director("lee-two").to_dict()
    renamed = Director.from_dict(values | {"id": "yi-two", "former_ids": ["lee-two"]})
    film = small.film("second-film-1995").to_dict() | {"directors": ["yi-two"]}
    other = Catalogue(
        films=[Film.from_dict(film)], directors=[renamed], version="renamed"
    )

    found = small.diff(other)

    assert not found.added
    assert [tuple(change) for change in found.changed if change.kind == "director"] == [
        ("director", "yi-two", "id", "lee-two", "yi-two"),
        ("director", "yi-two", "former_ids", (), ("lee-two",)),
    ]


def test_a_difference_reads_as_text(small: Catalogue) -> None:
    """A line for each record, and for each field, item by item in lists."""
    overlay = HEAD | {
        "films": [NEW],
        "corrections": {
            "films": [
                {
                    "id": "second-film-1995",
                    "directors": ["lee-two", "kim-one"],
                    "genres": ["horror"],
                    "logline": "x" * 100,
                    "was": {"directors": ["kim-one", "lee-two"]},
                }
            ]
        },
        "hide": {"collections": ["both"]},
    }

    assert str(small.diff(small.overlay(overlay))).splitlines() == [
        "between small and small+over: 1 added, 1 removed, 1 changed",
        "+ film new-film-2020: New Film (2020)",
        "- collection both: Both",
        "~ film second-film-1995",
        "    directors: in another order",
        '    genres: + "horror"',
        f'    logline: null -> "{"x" * 56}...',
    ]


def test_a_difference_is_plain_for_programs(small: Catalogue) -> None:
    """JSON has the records, and both values of each field."""
    correction = {
        "id": "first-film-1990",
        "release_date": "1990-05-01",
        "genres": ["horror"],
        "was": {"genres": ["drama"]},
    }
    overlay = HEAD | {"films": [NEW], "corrections": {"films": [correction]}}
    found = small.diff(small.overlay(overlay))

    plain = json.loads(json.dumps(found.to_dict()))

    assert plain["added"][0]["record"] == Film(**NEW).to_dict()
    assert plain["changed"] == [
        {
            "kind": "film",
            "id": "first-film-1990",
            "field": "release_date",
            "before": None,
            "after": "1990-05-01",
        },
        {
            "kind": "film",
            "id": "first-film-1990",
            "field": "genres",
            "before": ["drama"],
            "after": ["horror"],
        },
    ]
    assert found == pickle.loads(pickle.dumps(found))
    with pytest.raises(kcinema.InvalidQueryError, match="diff: expected a catalogue"):
        small.diff(5)  # type: ignore[arg-type]
