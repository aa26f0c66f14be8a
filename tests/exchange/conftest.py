"""A collection for the golden files: one film with everything, one with nothing."""

from __future__ import annotations

import pytest

from kcinema import Catalogue, Collection, Director, Film


@pytest.fixture(name="listed")
def _listed() -> Collection:
    """A collection of two sections, whose texts have what formats must escape."""
    catalogue = Catalogue(
        version="listed",
        films=[
            Film(
                id="tom-and-jeri-1990",
                title="Tom & <Jeri>, *or* _not_",
                title_ko="톰과 제리",
                romanized="Tomgwa Jeri",
                aliases=["Thomas"],
                year=1990,
                release_date="1990-12-24",
                runtime=90,
                rating="12",
                admissions={"count": 1234, "scope": "seoul", "as_of": "1991"},
                countries=["KR", "FR"],
                languages=["ko", "fr"],
                directors=["kim-one", "lee-two"],
                cast=[
                    {"name": "Ahn Three", "name_ko": "안셋", "role": 'The "cat"'},
                    {"name_ko": "박넷"},
                ],
                genres=["comedy", "drama"],
                themes=["friendship"],
                ids={
                    "imdb": "tt0000001",
                    "tmdb": 1,
                    "kmdb": "K/00001",
                    "kobis": "19900001",
                    "wikidata": "Q1",
                },
                logline="A cat & a mouse: who eats whom?",
                note="1. It has a [note](in brackets).",
            ),
            Film(id="sum-1995", title="=SUM(1)", title_ko="합", year=1995),
        ],
        directors=[
            Director(id="kim-one", name="Kim One", name_ko="김하나"),
            Director(id="lee-two", name="Lee Two"),
        ],
        collections=[
            Collection(
                id="cats",
                title="Cats & mice",
                title_ko="고양이와 쥐",
                summary='Films with a cat, a mouse, or "both".',
                criterion="- An animal is <seen>.",
                entries=[{"film": "tom-and-jeri-1990", "reason": "It has `both`."}],
            ),
            Collection(
                id="sums",
                title="Sums",
                entries=[
                    {"film": "sum-1995", "reason": "@ one: it adds up."},
                    {"film": "tom-and-jeri-1990", "reason": "1 + 1 = 2."},
                ],
            ),
            Collection(
                id="all",
                title="#1 of all",
                title_ko="모두",
                summary="Everything, in two sections.",
                criterion="It is in a section.",
                sections=["cats", "sums"],
            ),
        ],
    )
    return catalogue.collection("all")
