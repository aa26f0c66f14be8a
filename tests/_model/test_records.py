"""Films, directors and collections as values that know their catalogue."""

from __future__ import annotations

import copy
import pickle
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any, get_type_hints

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError

import kcinema
from kcinema import Catalogue, Collection, Director, Film
from kcinema._model.external import EXTERNAL, ExternalIds
from problems import none_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RECORDS: list[Callable[[Catalogue], Any]] = [
    lambda catalogue: catalogue.film("oldboy-2003"),
    lambda catalogue: catalogue.director("bong-joon-ho"),
    lambda catalogue: catalogue.collection("cult-classics"),
    lambda catalogue: catalogue.collection("hidden-gems"),
    lambda catalogue: catalogue.films(genre="horror"),
    lambda catalogue: catalogue,
    lambda catalogue: catalogue.film("oldboy-2003").awards[0],
    lambda catalogue: catalogue.director("bong-joon-ho").born,
    lambda catalogue: catalogue.film("oldboy-2003").genres[0],
    lambda catalogue: catalogue.data_version(),
]
NAMES = [
    "film",
    "director",
    "collection",
    "half",
    "list",
    "catalogue",
    "award",
    "date",
    "word",
    "version",
]
each_kind = pytest.mark.parametrize("pick", RECORDS, ids=NAMES)


@each_kind
def test_a_copy_is_equal_and_hashes_alike(
    catalogue: Catalogue, pick: Callable[[Catalogue], Any]
) -> None:
    """Copying by any way gives an equal value."""
    value = pick(catalogue)

    for other in (copy.copy(value), copy.deepcopy(value)):
        assert value == other
        assert hash(value) == hash(other)


@each_kind
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickling_gives_an_equal_value(
    catalogue: Catalogue, pick: Callable[[Catalogue], Any], protocol: int
) -> None:
    """A value that went through pickle is the same value."""
    value = pick(catalogue)

    other = pickle.loads(pickle.dumps(value, protocol))

    assert value == other
    assert hash(value) == hash(other)


@each_kind
def test_repr_is_short_and_never_fails(
    catalogue: Catalogue, pick: Callable[[Catalogue], Any]
) -> None:
    """A value prints on a line or two, however much it holds."""
    assert 0 < len(repr(pick(catalogue))) < 300


@each_kind
def test_values_cannot_be_changed(
    catalogue: Catalogue, pick: Callable[[Catalogue], Any]
) -> None:
    """No value takes a new attribute or a new value for an old one."""
    value = pick(catalogue)

    with pytest.raises((AttributeError, FrozenInstanceError)):
        value.title = "changed"


def test_nothing_that_can_be_reached_can_be_changed(catalogue: Catalogue) -> None:
    """Whatever a program does to what it is given, nothing shared changes."""
    film = catalogue.film("oldboy-2003")
    roots: list[Any] = [
        *(getattr(kcinema, name) for name in dir(kcinema)),
        film,
        catalogue.film("space-monster-wangmagwi-1967"),
        film.directors[0],
        catalogue.collection("cult-classics"),
        catalogue.hidden_gems(),
        catalogue.data_version(),
        *catalogue.search("oldboy", limit=2),
        *catalogue.similar(film, limit=2),
        catalogue.films(genre="horror"),
    ]
    none_of(_open(roots))


def _open(roots: list[Any]) -> Iterator[str]:
    """Walk public attributes and items, and name what can be changed."""
    waiting = [(type(root).__name__, root) for root in roots]
    # Everything seen is kept: an id is that of one object only while it lives.
    seen: dict[int, Any] = {}
    while waiting and len(seen) < 4_000:
        path, value = waiting.pop(0)
        if id(value) not in seen:
            seen[id(value)] = value
            yield from _changes(path, value)
            waiting += _reached(path, value)


def _changes(path: str, value: Any) -> Iterator[str]:
    """Name what can be changed about a value itself."""
    if isinstance(value, (list, dict, set, bytearray)):
        yield f"{path} is a {type(value).__name__}"
    if _is_ours(value):
        for name in [*_public(value), "new"]:
            if _gives_in(partial(setattr, value, name, None)):
                yield f"{path}.{name} can be set"
            if _gives_in(partial(delattr, value, name)):
                yield f"{path}.{name} can be deleted"


def _reached(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Yield what a value leads to."""
    if isinstance(value, type) and issubclass(value, Enum):
        yield from ((f"{path}.{item.name}", item) for item in value)
    if _is_ours(value):
        for name in _public(value):
            found = getattr(value, name)
            if found is getattr(value, name):  # not made anew for each caller
                yield f"{path}.{name}", found
    if isinstance(value, tuple):
        yield from ((f"{path}[{n}]", item) for n, item in enumerate(value[:3]))


def _is_ours(value: Any) -> bool:
    return not callable(value) and type(value).__module__.startswith("kcinema")


def _public(value: Any) -> list[str]:
    return [name for name in dir(value) if not name.startswith("_")]


def _gives_in(change: Callable[[], None]) -> bool:
    try:
        change()
    except (AttributeError, TypeError):
        return False
    return True


def test_a_pickled_film_still_navigates(catalogue: Catalogue) -> None:
    """The packaged catalogue is pickled by name, so a film stays small and whole."""
    film = catalogue.film("oldboy-2003")

    data = pickle.dumps(film)

    assert len(data) < 20_000
    assert pickle.loads(data).directors[0].films == film.directors[0].films


def test_a_pickled_film_of_ones_own_catalogue_takes_it_along(small: Catalogue) -> None:
    """A film of a catalogue that exists nowhere else brings that catalogue with it."""
    film = pickle.loads(pickle.dumps(small.film("first-film-1990")))

    assert film.directors[0].films == small.director("kim-one").films
    assert film.catalogue == small


def test_a_record_outside_any_catalogue_pickles_as_well() -> None:
    """What belongs to no catalogue still belongs to none afterwards."""
    film = Film(id="a-1990", title="A", title_ko="가", year=1990)

    other = pickle.loads(pickle.dumps(film))

    assert other == film
    assert not other.is_in_catalogue


def test_navigation_goes_both_ways(catalogue: Catalogue) -> None:
    """Every director of a film has that film, and every film of a director has them."""
    for film in catalogue.films():
        assert all(film in director.films for director in film.directors)
    for director in catalogue.directors():
        assert all(director in film.directors for film in director.films)


@pytest.mark.no_cover  # for all of the catalogue
def test_collections_and_films_know_each_other(catalogue: Catalogue) -> None:
    """A film names exactly the collections that hold it."""
    for film in catalogue.films():
        holding = {item.id for item in catalogue.collections() if film in item}
        assert {item.id for item in film.collections} == holding


def test_films_of_a_director_come_in_time(catalogue: Catalogue) -> None:
    """A filmography reads from the first film to the last."""
    for director in catalogue.directors():
        years = [film.year for film in director.films]
        assert sorted(years) == years


def test_a_director_without_films_has_an_empty_list() -> None:
    """No film is no error."""
    catalogue = Catalogue(directors=[Director(id="kim-none", name="Kim None")])

    assert len(catalogue.director("kim-none").films) == 0


def test_records_of_different_catalogues_are_equal_by_value(small: Catalogue) -> None:
    """Equality looks at the record, not at where it is."""
    film = small.film("first-film-1990")
    other = Catalogue(films=small.films(), directors=small.directors())

    assert film == other.film("first-film-1990")
    assert film is not other.film("first-film-1990")
    assert film.catalogue is small


def test_a_changed_record_is_another_value(small: Catalogue) -> None:
    """One field apart is not equal."""
    film = small.film("first-film-1990")

    assert film != attrs.evolve(film, year=1991)
    assert film != "first-film-1990"


def test_a_record_made_by_hand_says_that_it_is_nowhere() -> None:
    """Navigation from outside any catalogue explains itself, and printing works."""
    film = Film(id="a-1990", title="A", title_ko="가", year=1990)
    collection = Collection(id="a", title="A")

    assert repr(film) == "<Film a-1990: 'A' (1990)>"
    assert repr(collection) == "<Collection a: 'A', 0 films>"
    assert not film.is_in_catalogue
    with pytest.raises(kcinema.KcinemaError, match="belongs to no catalogue"):
        _ = film.directors


def test_field_types_can_be_asked_for_at_run_time() -> None:
    """Tools that read annotations understand the records."""
    for cls in (Film, Director, Collection):
        assert get_type_hints(cls)


def test_a_collection_is_a_sequence_of_its_films(catalogue: Catalogue) -> None:
    """Iteration, length, index, slice and membership agree with its films."""
    gems = catalogue.hidden_gems()

    assert list(gems) == list(gems.films) == [gems[i] for i in range(len(gems))]
    assert gems[-1] == list(gems)[-1]
    assert gems[2:5] == gems.films[2:5]
    assert isinstance(gems[2:5], kcinema.FilmList)
    assert gems.index(gems[3]) == 3
    assert list(reversed(gems)) == list(gems)[::-1]
    assert all(film in gems for film in gems)
    assert gems


def test_a_collection_narrows_as_its_films_do(catalogue: Catalogue) -> None:
    """The methods of a film list are those of a collection."""
    cult = catalogue.cult_classics()

    assert cult.where(genre="horror") == cult.films.where(genre="horror")
    assert cult.where(lambda film: film.year < 1990) == cult.where(year=(None, 1989))
    assert cult.sorted_by("-year") == cult.films.sorted_by("-year")
    assert cult.group_by("decade") == cult.films.group_by("decade")
    assert cult.first() == cult[0]
    assert cult.sample(2, seed=5) == cult.films.sample(2, seed=5)


def test_a_half_is_the_union_of_its_sections(catalogue: Catalogue) -> None:
    """Each film of the sections is in the half once, in the order of the sections."""
    for half in catalogue.collections(kind="half"):
        films = [film for section in half.sections for film in section]
        assert list(dict.fromkeys(films)) == list(half)
        assert [entry.film for entry in half.entries] == [film.id for film in half]


def test_why_takes_a_film_or_an_id(small: Catalogue) -> None:
    """The reason is found by either, by an old id too, and the first section speaks."""
    film = small.film("second-film-1995")

    assert small.collection("b-list").why(film) == "It is here as well."
    assert small.collection("b-list").why(film.id) == "It is here as well."
    assert small.collection("both").why(film) == "It is the second."
    with pytest.warns(kcinema.RetiredIdWarning):
        assert small.collection("a-list").why("other-film-1995") == "It is the second."


def test_why_of_a_film_that_is_not_there_names_the_collection(small: Catalogue) -> None:
    """A film outside the collection is an error that says so."""
    message = "The film 'first-film-1990' is not in the collection 'a-list'."
    with pytest.raises(kcinema.FilmNotFoundError, match=f"^{message}$") as raised:
        small.collection("a-list").why("first-film-1990")
    assert raised.value.collection == "a-list"
    assert str(pickle.loads(pickle.dumps(raised.value))) == message
    with pytest.raises(kcinema.FilmNotFoundError, match="third-film"):
        small.collection("a-list").why("third-film")


def test_decade_and_era_follow_from_the_year(catalogue: Catalogue) -> None:
    """Derived values agree with the year on every film."""
    for film in catalogue.films():
        assert film.decade <= film.year < film.decade + 10
        assert film.era.first <= film.year <= film.era.last


def test_values_print_as_people_write_them() -> None:
    """Credits, prizes, counts and sources of stories have a readable text."""
    assert str(kcinema.Credit(name="Kim A", role="The son")) == "Kim A (The son)"
    assert str(kcinema.Credit(name_ko="김가")) == "김가"
    assert str(kcinema.Credit()) == "?"
    assert str(kcinema.Debut(title_ko="첫", year=1999)) == "첫 (1999)"
    assert str(kcinema.Debut(title="First")) == "First"
    award = kcinema.Award(
        body=kcinema.AwardBody.CANNES, year=2004, category="Grand Prix"
    )
    assert str(award) == "Cannes Film Festival 2004: Grand Prix"
    nominated = attrs.evolve(
        award, result=kcinema.AwardResult.NOMINATED, recipient="Kim A"
    )
    assert str(nominated).endswith("Grand Prix (nominated), Kim A")
    scopes = kcinema.AdmissionsScope
    assert str(kcinema.Admissions(count=1000, scope=scopes.NATIONAL)) == "1,000"
    assert str(kcinema.Admissions(count=1000, scope=scopes.SEOUL)) == "1,000 in Seoul"
    honour = kcinema.Honour(list=kcinema.HonourList.KOFA_100_2024, rank=2)
    assert str(honour).endswith("(2024), no. 2")
    assert str(attrs.evolve(honour, rank=None)).endswith("(2024)")
    basis = kcinema.BasedOn(kind=kcinema.BasisKind.NOVEL, title="DMZ", author="Park")
    assert str(basis) == "Novel “DMZ” by Park"
    assert str(kcinema.BasedOn(kind=kcinema.BasisKind.TRUE_EVENTS)) == "True events"


def test_external_ids_are_the_same_wherever_they_are_named() -> None:
    """The fields of a film's ids, what `film` takes and the table agree."""
    fields = {field.name for field in attrs.fields(kcinema.FilmIds)}
    persons = {field.name for field in attrs.fields(kcinema.DirectorIds)}

    assert fields == {*EXTERNAL} == {*ExternalIds.__annotations__}
    assert persons == {name for name, other in EXTERNAL.items() if other.person}
    for name, other in EXTERNAL.items():
        hint = str(ExternalIds.__annotations__[name])
        assert other.type.__name__ in hint
