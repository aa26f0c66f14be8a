"""Records in the hands of attrs, which programs meet that serialise any attrs class."""

from __future__ import annotations

import attrs
import pytest

import kcinema
from kcinema import Catalogue, Collection, Director, Film


@pytest.mark.parametrize(
    "record",
    [
        kcinema.film("parasite-2019"),
        kcinema.director("bong-joon-ho"),
        kcinema.collection("where-to-begin"),
    ],
    ids=lambda record: type(record).__name__,
)
def test_asdict_gives_the_fields_of_the_record_alone(
    record: Film | Director | Collection,
) -> None:
    """Neither the catalogue comes along, nor what is not decoded yet."""
    fields = {field.name for field in attrs.fields(type(record)) if field.init}

    values = attrs.asdict(record)

    assert values.keys() == fields
    assert "Catalogue" not in repr(values)


def test_asdict_says_the_same_with_and_without_a_catalogue(small: Catalogue) -> None:
    """The binding is no part of the value."""
    film = small.film("first-film-1990")
    loose = Film.from_dict(film.to_dict())

    assert attrs.asdict(film) == attrs.asdict(loose)
