"""The two halves and nine sections, as functions and as collections."""

from __future__ import annotations

import pytest

import kcinema
from kcinema import Catalogue, Collection, CollectionKind

HALVES = {
    "top-picks": [
        "blockbusters",
        "critically-acclaimed",
        "genre-highlights",
        "directorial-masterpieces",
        "cultural-significance",
    ],
    "hidden-gems": [
        "indie-films",
        "underrated-films",
        "cult-classics",
        "emerging-talents",
    ],
}
SECTIONS = [id_ for sections in HALVES.values() for id_ in sections]


@pytest.mark.parametrize("id_", [*HALVES, *SECTIONS])
def test_every_part_has_a_function_of_its_name(catalogue: Catalogue, id_: str) -> None:
    """The function, the method and the id lead to the same collection."""
    name = id_.replace("-", "_")

    part = getattr(kcinema, name)()

    assert isinstance(part, Collection)
    assert part is getattr(catalogue, name)() is catalogue.collection(id_)


@pytest.mark.parametrize("id_", HALVES)
def test_the_halves_have_their_sections_in_order(
    catalogue: Catalogue, id_: str
) -> None:
    """The showcase is laid out as it is described."""
    half = catalogue.collection(id_)

    assert half.kind is CollectionKind.HALF
    assert [section.id for section in half.sections] == HALVES[id_]
    assert all(section.kind is CollectionKind.SECTION for section in half.sections)


def test_genre_highlights_come_by_genre() -> None:
    """A genre's highlights are films of that genre, and a part of the section."""
    for section in kcinema.genre_highlights().sections:
        genre = section.id.removeprefix("genre-highlights-")
        assert kcinema.genre_highlights(genre) is section
        assert section.where(genre=genre) == section.films
    romance = kcinema.Genre.ROMANCE
    assert kcinema.genre_highlights(romance) is kcinema.genre_highlights("Romance")


@pytest.mark.parametrize(
    ("genre", "message"),
    [
        ("romanze", "'romanze' is not a genre. Did you mean 'romance'"),
        ("western", "'western' has no highlights. Valid are: action, "),
        (5, "'5' is not a genre"),
    ],
)
def test_a_genre_without_highlights_names_those_with(
    genre: object, message: str
) -> None:
    """A wrong or empty genre says which there are."""
    with pytest.raises(kcinema.InvalidQueryError, match=message):
        kcinema.genre_highlights(genre)  # type: ignore[arg-type]
