"""What a text on the command line names, with and without a command."""

from __future__ import annotations

import random
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

import kcinema
from kcinema._cli import finding
from kcinema._cli.options import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from kcinema import Catalogue


@pytest.mark.parametrize("id_", ["parasite-2019", "bong-joon-ho", "tt6751668"])
def test_any_id_is_a_command(run: Any, id_: str) -> None:
    """Without a command it is shown, as `show` shows it."""
    shown = run(id_)

    assert shown[0] == 0
    assert shown == run("show", id_)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("기생충", "parasite-2019"),
        ("parasite", "parasite-2019"),
        ("Parasite", "parasite-2019"),
        ("memories of murder", "memories-of-murder-2003"),
        ("봉준호 괴물", "the-host-2006"),
        ("the housemaid 1960", "the-housemaid-1960"),
        ("Pong Chunho", "bong-joon-ho"),
        ("봉준호", "bong-joon-ho"),
        ("컬트 명작", "cult-classics"),
        ("tt6751668", "parasite-2019"),
        ("imdb:tt6751668", "parasite-2019"),
        ("tmdb:496243", "parasite-2019"),
        ("K/05395", "a-day-off-1968"),
        ("Q475693", "oldboy-2003"),
        ("kmdb:00001843", "bong-joon-ho"),
    ],
)
def test_a_title_or_an_external_id_is_shown(run: Any, text: str, id_: str) -> None:
    """One thing is meant, so it is shown; several words need no quotes."""
    shown = run("show", *text.split())

    assert shown == run("show", id_)
    assert shown[0] == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "the housemaid",
            "more than one film, director or collection is called 'the housemaid'.",
        ),
        ("하녀", "Did you mean 'the-housemaid-1960' or 'the-housemaid-2010'?"),
        ("parasit", "no film, director or collection is called 'parasit'. Did you"),
        ("Park", "called 'Park'. Did you mean 'mr-park-1960' or "),
        (
            "송강호",
            "'송강호' is a person, not a film, director or collection; try: kci",
        ),
        (
            "zombie",
            "is a topic, not a film, director or collection; try: kcinema films",
        ),
        ("parasite-2020", "no film, director or collection is called 'parasite-2020'"),
    ],
)
def test_a_text_that_is_not_clear_has_its_candidates_named(
    run: Any, text: str, message: str
) -> None:
    """It shows nothing that may not be meant."""
    status, out, err = run("show", text)

    assert (status, out) == (2, "")
    assert message in err


def test_every_record_is_found_by_its_id(catalogue: Catalogue) -> None:
    """Of every kind, whatever its id looks like."""
    for item in (*catalogue.directors(), *catalogue.collections()):
        assert finding.by_id(catalogue, item.id) is item
    for film in catalogue.films():
        assert finding.by_id(catalogue, film.id) == film


def test_every_external_id_finds_its_film(catalogue: Catalogue) -> None:
    """With the name of its catalogue, and without where its form tells."""
    films = [film for film in catalogue.films() if film.ids.known()]
    for film in random.Random(5).sample(films, 10):
        for name, value in film.ids.known().items():
            assert finding.by_id(catalogue, f"{name}:{value}") == film
            if name in {"imdb", "kmdb", "wikidata"}:
                assert finding.by_id(catalogue, str(value)) == film


def test_a_title_finds_its_film_or_names_it(catalogue: Catalogue) -> None:
    """Either script; where others have the title, each is among the candidates."""
    for film in random.Random(7).sample(catalogue.films(), 40):
        for title in (film.title, film.title_ko):
            with suppress(UsageError):
                assert finding.named(catalogue, title, "film") == film
                continue
            with pytest.raises(UsageError, match=f"Did you mean .*'{film.id}'"):
                finding.named(catalogue, title, "film")


def test_a_former_id_is_shown_with_a_line_about_it(run: Any, mine: Path) -> None:
    """The record, and the id it has now; of every kind."""
    for former, current in (
        ("other-film-1995", "second-film-1995"),
        ("gim-one", "kim-one"),
        ("old-list", "b-list"),
    ):
        status, out, err = run(former, "--catalogue", mine)

        assert status == 0
        assert out == run(current, "--catalogue", mine)[1]
        assert err == f"kcinema: the id {former!r} is now {current!r}\n"


def test_similar_takes_a_title(run: Any) -> None:
    """Of a film, and of nothing else."""
    assert run("similar", "올드보이") == run("similar", "oldboy-2003")
    assert run("similar", "parasite")[0] == 0
    status, _, err = run("similar", "cult classics")
    assert status == 2
    assert err.startswith("kcinema: no film is called 'cult classics'.")


def test_a_title_without_a_command_is_a_mistake(run: Any) -> None:
    """It is suggested, so that a mistyped command never shows a film."""
    assert kcinema.search("thirst", kind="film")[0].item.id == "thirst-2009"
    status, out, err = run("thirst")

    assert (status, out) == (2, "")
    assert "or command 'thirst'. Did you mean 'thirst-2009'?" in err
