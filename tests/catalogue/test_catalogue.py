"""Looking things up, by id, by external id, and by what they are."""

from __future__ import annotations

import gc
import hashlib
import json
import subprocess
import sys
import threading
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import kcinema
from kcinema import Catalogue, CatalogueError, Collection, Film, _packaged
from kcinema._json import document
from kcinema._json.syntax import Parsed
from problems import first_difference, none_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_every_record_is_found_by_its_id(catalogue: Catalogue) -> None:
    """An id leads to its record, for all three kinds."""
    for film in catalogue.films():
        assert catalogue.film(film.id) is film
    for director in catalogue.directors():
        assert catalogue.director(director.id) is director
    for collection in catalogue.collections():
        assert catalogue.collection(collection.id) is collection


def test_every_film_is_found_by_each_external_id(catalogue: Catalogue) -> None:
    """An external id leads to the one film that has it."""
    for film in catalogue.films():
        for name, value in film.ids.known().items():
            assert catalogue.film(**{name: value}) is film  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("look_up", "key", "nearest"),
    [
        ("film", "oldboi-2003", "oldboy-2003"),
        ("director", "bong-jun-ho", "bong-joon-ho"),
        ("collection", "hiden-gems", "hidden-gems"),
    ],
)
def test_a_wrong_id_names_the_nearest(
    catalogue: Catalogue, look_up: str, key: str, nearest: str
) -> None:
    """Not found says what was asked for and what was perhaps meant."""
    with pytest.raises(LookupError, match=f"{look_up} has the id '{key}'") as caught:
        getattr(catalogue, look_up)(key)

    assert isinstance(caught.value, kcinema.KcinemaError)
    assert nearest in str(caught.value)
    assert caught.value.nearest[0] == nearest  # type: ignore[attr-defined]


def test_an_unknown_external_id_says_which_kind(catalogue: Catalogue) -> None:
    """Not found by an external id names that id."""
    with pytest.raises(kcinema.FilmNotFoundError, match="imdb id 'tt9999999'"):
        catalogue.film(imdb="tt9999999")


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({}, "exactly one .* not none"),
        ({"id": "oldboy-2003", "tmdb": 670}, "exactly one .* not id, tmdb"),
        ({"tmdb": "670"}, "expected tmdb as int, not '670'"),
        ({"tmdb": True}, "expected tmdb as int, not True"),
        ({"imdb": 364569}, "expected imdb as str, not 364569"),
        ({"id": 5}, "expected an id as text, not 5"),
        ({"id": ["oldboy-2003"]}, "expected an id as text"),
    ],
)
def test_a_film_is_asked_for_by_exactly_one_key(
    catalogue: Catalogue, keys: dict[str, object], message: str
) -> None:
    """Too few, too many or mistyped keys are an error that says so."""
    with pytest.raises(kcinema.InvalidQueryError, match=message):
        catalogue.film(**keys)  # type: ignore[arg-type]


def test_a_former_id_still_resolves_and_warns_here(small: Catalogue) -> None:
    """A renamed id leads to its record and warns at the caller's line."""
    with pytest.warns(
        kcinema.RetiredIdWarning, match="now 'second-film-1995'"
    ) as caught:
        film = small.film("other-film-1995")

    assert film.id == "second-film-1995"
    assert caught[0].filename == __file__
    with pytest.warns(kcinema.RetiredIdWarning, match="now 'kim-one'"):
        assert small.director("gim-one").id == "kim-one"
    with pytest.warns(kcinema.RetiredIdWarning, match="now 'b-list'"):
        assert small.collection("old-list").id == "b-list"


def test_films_come_in_the_order_of_their_ids(catalogue: Catalogue) -> None:
    """The order is the same every time, and that of the data files."""
    ids = [film.id for film in catalogue.films()]

    assert sorted(ids) == ids


def test_directors_are_found_in_any_spelling(catalogue: Catalogue) -> None:
    """Case, spacing, order of names, script and aliases make no difference."""
    bong = catalogue.director("bong-joon-ho")

    for name in (
        "Bong Joon-ho",
        "BONG Joon Ho",
        "joon-ho bong",
        "봉준호",
        "Bong Jun-ho",
    ):
        assert catalogue.directors(name=name) == (bong,)
    assert catalogue.directors(name="Nobody Known") == ()


@pytest.mark.no_cover  # for all of the catalogue
def test_a_director_is_found_by_every_alias(catalogue: Catalogue) -> None:
    """Whatever spelling the data knows leads to the director."""
    for director in catalogue.directors()[::4]:
        for name in (director.name, director.name_ko, *director.aliases):
            assert director in catalogue.directors(name=name)


def test_directors_of_a_collection_are_those_of_its_films(catalogue: Catalogue) -> None:
    """The filter takes a collection or its id, and joins with the other one."""
    gems = catalogue.hidden_gems()
    expected = {director for film in gems for director in film.directors}

    assert set(catalogue.directors(collection=gems)) == expected
    assert set(catalogue.directors(collection="hidden-gems")) == expected
    assert catalogue.directors(collection=gems, name="강제규") == ()


def test_the_films_of_a_collection_are_those_of_its_entries(small: Catalogue) -> None:
    """In their order, whether the entries have been made or not."""
    for catalogue in (_another(), small):
        for collection in catalogue.collections():
            films = [film.id for film in collection.films]
            assert films == [entry.film for entry in collection.entries]
    assert [film.id for film in small.collection("both")] == [
        "second-film-1995",
        "first-film-1990",
    ]


def test_collections_begin_with_the_showcase(catalogue: Catalogue) -> None:
    """First the halves with their sections, then the rest by id, each once."""
    ids = [item.id for item in catalogue.collections()]
    rest = [
        item.id
        for kind in ("theme", "era", "honours")
        for item in catalogue.collections(kind=kind)
    ]

    assert ids[:2] == ["top-picks", "blockbusters"]
    assert len(set(ids)) == len(ids)
    assert ids[-len(rest) :] == sorted(rest)


def test_collections_of_a_film_or_a_kind(catalogue: Catalogue) -> None:
    """Both filters narrow; a wrong value says what is right."""
    film = catalogue.film("parasite-2019")

    assert catalogue.collections(film=film) == catalogue.collections(film=film.id)
    assert catalogue.collections(film=film, kind="half") == (catalogue.top_picks(),)
    with pytest.raises(kcinema.InvalidQueryError, match="Did you mean 'theme'"):
        catalogue.collections(kind="thema")
    with pytest.raises(kcinema.FilmNotFoundError):
        catalogue.collections(film="parasite-2020")


def test_a_catalogue_without_a_showcase_lists_its_collections(small: Catalogue) -> None:
    """A catalogue of one's own needs no halves, and says so when asked for one."""
    assert [item.id for item in small.collections()] == ["a-list", "b-list", "both"]
    with pytest.raises(kcinema.CollectionNotFoundError):
        small.hidden_gems()


def test_a_catalogue_refuses_what_does_not_fit(small: Catalogue) -> None:
    """The constructor checks references as a file is checked."""
    lost = Film(id="a-1990", title="A", title_ko="가", year=1990, directors=["nobody"])
    empty = Collection(id="a", title="A", sections=["b"])

    with pytest.raises(CatalogueError) as caught:
        Catalogue(films=[lost, *small.films()], collections=[empty])

    assert [problem.path for problem in caught.value.problems] == [
        "films[0].directors[0]",
        "films[1].directors[0]",
        "films[2].directors[0]",
        "films[2].directors[1]",
        "collections[0].sections[0]",
    ]
    assert str(caught.value).startswith("5 problems in the catalogue:")


def test_catalogues_compare_by_value(catalogue: Catalogue, small: Catalogue) -> None:
    """Equal contents and version make equal catalogues."""

    def again(version: str) -> Catalogue:
        return Catalogue(
            films=small.films(),
            directors=small.directors(),
            collections=small.collections(),
            version=version,
        )

    assert again("small") == small
    assert again("other") != small
    assert Catalogue(version="small") != small
    assert small != catalogue
    assert small != "small"
    assert repr(small) == "<Catalogue small: 2 films, 2 directors, 3 collections>"


def test_the_version_says_what_the_data_is(small: Catalogue) -> None:
    """Counts, version and a checksum that follows the content."""
    version = small.data_version()
    changed = attrs.evolve(small.film("first-film-1990"), year=1991)
    other = Catalogue(
        films=[changed], directors=small.directors(), version="small"
    ).data_version()

    assert (version.version, version.films, version.directors) == ("small", 2, 2)
    assert version.checksum != other.checksum
    assert str(version).startswith(
        "small (2 films, 2 directors, 3 collections, sha256 "
    )


def test_the_checksum_is_that_of_the_saved_file(
    small: Catalogue, tmp_path: Path
) -> None:
    """Anyone can check a saved file with a tool of their own."""
    small.save(tmp_path / "small.json")

    digest = hashlib.sha256((tmp_path / "small.json").read_bytes()).hexdigest()
    assert small.data_version().checksum == digest


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the name of every data file of the package that is read from now on."""
    reads: list[str] = []
    plain = _packaged._bytes

    def counted(name: str) -> bytes:
        reads.append(name.removesuffix(".json"))
        return plain(name)

    monkeypatch.setattr(_packaged, "_bytes", counted)
    return reads


def _another() -> Catalogue:
    """Make the packaged catalogue once more, nothing of which was read yet."""
    return Catalogue._of(_packaged._Packaged())


def test_many_threads_read_each_kind_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads that ask at the same time wait for one reading and share its result."""
    reads = _counted(monkeypatch)
    catalogue = _another()
    start = threading.Barrier(8)
    found: list[Film] = []

    def ask() -> None:
        start.wait()
        assert catalogue.film("parasite-2019").directors[0].films
        assert catalogue.hidden_gems().films
        found.append(catalogue.film("parasite-2019"))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len({id(film) for film in found}) == 1
    assert len(found) == 8
    assert len(set(reads)) == len(reads)
    assert {"collections", "directors", "films"} <= {*reads}


def test_only_the_kind_that_is_asked_for_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A collection is answered without its films, and a list without its prose."""
    reads = _counted(monkeypatch)
    catalogue = _another()
    assert reads == []

    gems = catalogue.hidden_gems()
    assert reads == ["collections"]
    assert all(film.title for film in gems)
    assert reads == ["collections", "films", "collections-more"]
    assert catalogue.version == kcinema.catalogue().version
    assert reads[3:] == ["head"]
    assert gems[0].note
    assert gems[1].note
    assert reads[4:] == ["films-more"]


def test_one_film_is_decoded_for_one_film_and_a_list_for_its_films() -> None:
    """Asking for a film, or for the films of a list, decodes no other."""
    catalogue = _another()

    def decoded() -> set[str]:
        return {
            film.id for film in catalogue.films() if type(film._undecoded[0]) is not int
        }

    assert catalogue.film("parasite-2019").title_ko == "기생충"
    assert decoded() == {"parasite-2019"}
    gems = catalogue.cult_classics()
    assert all(film.title for film in gems)
    assert decoded() == {"parasite-2019"} | {film.id for film in gems}


def test_a_film_is_the_same_whether_asked_for_alone_or_among_all() -> None:
    """One asked for before the others is not made again with them, nor afterwards."""
    catalogue = _another()
    alone = catalogue.film("parasite-2019")
    everything = catalogue.films()
    assert sum(film is alone for film in everything) == 1
    assert catalogue.film("parasite-2019") is alone
    assert catalogue.film(everything[0].id) is everything[0]


@pytest.mark.parametrize(
    "id_",
    [
        'parasite-2019","title":"Parasite',
        "parasite",
        "arasite-2019",
        "",
        "기생충",
        "\udcff",
        "parasite-2019\n",
    ],
)
def test_what_is_no_id_finds_no_film(id_: str) -> None:
    """Only a whole id finds a packaged film, whatever else stands in the file."""
    with pytest.raises(kcinema.FilmNotFoundError):
        _another().film(id_)


@pytest.mark.no_cover  # for all of the catalogue
def test_both_readers_make_the_same_of_every_record(catalogue: Catalogue) -> None:
    """The quick way in, the strict one and from_dict make equal records."""
    whole = {"schema": 1, "version": catalogue.version} | {
        kind: [
            first | more
            for first, more in zip(
                json.loads(_packaged._bytes(f"{kind}.json")),
                json.loads(_packaged._bytes(f"{kind}-more.json")),
                strict=True,
            )
        ]
        for kind in document.KINDS
    }
    strict = document.structured(Parsed(whole))
    for kind in document.KINDS:
        quick = catalogue._records(kind)
        assert len(quick) == len(getattr(strict, kind))
        for ours, read in zip(quick, getattr(strict, kind), strict=True):
            values = ours.to_dict()
            assert values == read.to_dict(), first_difference(values, read.to_dict())
            assert type(ours).from_dict(values) == read == ours


def test_nothing_mutable_is_inside_any_record(small: Catalogue) -> None:
    """Whichever way a record came in, nothing that it holds can be changed."""
    packaged = _another()
    saved = document.loads(small._text())
    by_hand = [type(film).from_dict(film.to_dict()) for film in packaged.films()[:50]]
    records = [
        *packaged.films(),
        *packaged.directors(),
        *packaged.collections(),
        *saved.films,
        *saved.collections,
        *by_hand,
    ]
    none_of(
        f"{record.id}.{path}: {type(value).__name__}"
        for record in records
        for path, value in _inside(record, "")
        if isinstance(value, (list, dict, set, bytearray))
    )


def _inside(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Walk everything that a record holds in its fields."""
    yield path, value
    if attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            if field.init:
                yield from _inside(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _inside(item, f"{path}[{place}]")


@pytest.mark.parametrize("running", [True, False])
def test_loading_leaves_the_garbage_collector_as_it_was(
    tmp_path: Path, *, running: bool
) -> None:
    """It is paused while a file is read, also where the file is no catalogue."""
    (tmp_path / "broken.json").write_text("[]")
    try:
        (gc.enable if running else gc.disable)()
        with pytest.raises(CatalogueError):
            kcinema.load(tmp_path / "broken.json")
        assert gc.isenabled() is running
    finally:
        gc.enable()


def test_a_loader_that_reads_no_files_is_helped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where the import system only knows resources, the data is read as one."""
    direct = _packaged._bytes("head.json")
    monkeypatch.setattr(_packaged, "__spec__", SimpleNamespace(loader=object()))

    assert _packaged._bytes("head.json") == direct


def test_a_catalogue_is_fixed(small: Catalogue) -> None:
    """No attribute of a catalogue can be set, nor taken away."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        small.version = "another"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del small.version
    assert small.version == "small"


def test_the_package_works_from_a_zip_file(tmp_path: Path) -> None:
    """Nothing in the package needs a real folder on disk."""
    package = Path(kcinema.__file__).parent
    archive = tmp_path / "kcinema.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for path in package.rglob("*"):
            if path.suffix in {".py", ".json"}:
                file.write(path, path.relative_to(package.parent))
    code = (
        f"import sys; sys.path.insert(0, {str(archive)!r}); import kcinema; "
        "print(kcinema.__file__, len(kcinema.hidden_gems()))"
    )

    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert str(archive) in result.stdout
    assert result.stdout.split()[-1] == str(len(kcinema.hidden_gems()))


def test_a_misspelt_external_id_names_the_right_one() -> None:
    """As for criteria, an unknown keyword is a TypeError with a hint."""
    with pytest.raises(TypeError, match=r"'imbd' is not the name .* mean 'imdb'"):
        kcinema.film(imbd="tt0364569")  # type: ignore[call-arg]
    with pytest.raises(kcinema.InvalidQueryError, match="not id, imdb"):
        kcinema.film("oldboy-2003", imdb="tt0364569")
    with pytest.raises(kcinema.InvalidQueryError, match="not none"):
        kcinema.film()


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda found: found.directors(name=3), "name: expected a director's name"),
        (lambda found: found.directors(name=" "), "name: expected a director's name"),
        (lambda found: found.directors(collection=3), "expected a collection or its"),
        (lambda found: found.collections(film=3), "film: expected a film or its id"),
        (lambda found: found.collections(kind=3), "expected a kind of collection"),
        (lambda found: found.similar(None), "similar: expected a film or its id"),
        (lambda found: found.hidden_gems().why(None), "an entry of 'hidden-gems'"),
        (
            lambda found: found.hidden_gems().entry(3),
            "expected a film or its id, not 3",
        ),
        (
            lambda found: found.films(director=found.films()[0]),
            "director: expected a director or its id, not <Film",
        ),
        (
            lambda found: found.films(collection=found.directors()[0]),
            "collection: expected a collection or its id, not <Director",
        ),
        (lambda found: found.films().where(3), "where: expected a function of a film"),
        (lambda found: found.films().sample(1, seed="a"), "number as seed, not 'a'"),
    ],
)
def test_what_is_neither_a_record_nor_an_id_explains_itself(
    catalogue: Catalogue, ask: Any, message: str
) -> None:
    """No value of another type leads to an error from the inside."""
    with pytest.raises(kcinema.InvalidQueryError, match=message):
        ask(catalogue)
