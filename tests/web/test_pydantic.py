"""The model of docs/web.md, and our values in pydantic's hands."""

from __future__ import annotations

import pytest

import kcinema
from examples import load

pydantic = pytest.importorskip("pydantic", reason="pydantic is not installed")


def test_a_model_reads_every_film_and_its_plain_values() -> None:
    """Attributes and to_dict say the same to a model."""
    model = load("pydantic_models").WatchListItem
    for film in kcinema.films():
        item = model.model_validate(film)

        assert item == model.model_validate(film.to_dict())
        assert tuple(item.genres) == film.genres


def test_a_vocabulary_is_an_enumeration() -> None:
    """A word becomes a member, any other is refused, and the schema lists them."""
    words = pydantic.TypeAdapter(kcinema.Genre)

    assert words.validate_python("horror") is kcinema.Genre.HORROR
    assert words.validate_json('"horror"', strict=True) is kcinema.Genre.HORROR
    assert words.dump_json(kcinema.Genre.HORROR) == b'"horror"'
    with pytest.raises(pydantic.ValidationError, match="Input should be 'action', "):
        words.validate_python("horor")
    schema = load("pydantic_models").WatchListItem.model_json_schema()
    assert schema["$defs"]["Genre"]["enum"] == [*kcinema.Genre]


def test_a_film_itself_may_be_a_field() -> None:
    """A model may carry a film along; pydantic takes it as it is."""
    model = pydantic.create_model(
        "Ticket",
        __config__=pydantic.ConfigDict(arbitrary_types_allowed=True),
        film=kcinema.Film,
    )
    film = kcinema.film("oldboy-2003")

    assert model(film=film).film is film
    with pytest.raises(pydantic.ValidationError, match="instance of Film"):
        model(film="oldboy-2003")
