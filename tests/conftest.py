"""What several test modules share."""

from __future__ import annotations

from pathlib import Path

import pytest

import kcinema
from kcinema import Catalogue, Collection, Director, Entry, Film, FilmIds, Genre

HERE = Path(__file__).parent


@pytest.fixture(name="catalogue", scope="session")
def _catalogue() -> Catalogue:
    """The packaged catalogue."""
    return kcinema.catalogue()


@pytest.fixture(name="small")
def _small() -> Catalogue:
    """A catalogue of two films, made by hand."""
    return Catalogue(
        version="small",
        films=[
            Film(
                id="first-film-1990",
                title="First Film",
                title_ko="첫 영화",
                year=1990,
                directors=["kim-one"],
                genres=(Genre.DRAMA,),
                ids=FilmIds(imdb="tt0000001", tmdb=1),
            ),
            Film(
                id="second-film-1995",
                title="Second Film",
                title_ko="둘째 영화",
                year=1995,
                directors=["kim-one", "lee-two"],
                former_ids=("other-film-1995",),
            ),
        ],
        directors=[
            Director(id="kim-one", name="Kim One", former_ids=("gim-one",)),
            Director(id="lee-two", name="Lee Two", name_ko="이둘"),
        ],
        collections=[
            Collection(
                id="a-list",
                title="A list",
                entries=[Entry(film="second-film-1995", reason="It is the second.")],
            ),
            Collection(
                id="b-list",
                title="B list",
                former_ids=("old-list",),
                entries=[
                    Entry(film="first-film-1990", reason="It is the first."),
                    Entry(film="second-film-1995", reason="It is here as well."),
                ],
            ),
            Collection(id="both", title="Both", sections=["a-list", "b-list"]),
        ],
    )
