"""What is no error and yet suspicious: each warning by its code."""

from __future__ import annotations

from typing import Any

import pytest

import kcinema
from kcinema import Catalogue, Collection, Director, Film
from kcinema._json.doubts import WARNINGS
from problems import none_of

FILM = {
    "id": "a-film-1990",
    "title": "A Film",
    "title_ko": "영화",
    "year": 1990,
    "directors": ["kim-one"],
}
KIM = {"id": "kim-one", "name": "Kim One"}
DOUBTFUL: dict[str, list[dict[str, Any]]] = {
    "W01": [{"film": {"release_date": "1989-12-31"}}],
    "W02": [{"film": {"release_date": "2001-01-01"}}],
    "W03": [
        {"other": {"title": "a film", "title_ko": "다른 영화"}},
        {"other": {"title": "Another"}},
    ],
    "W04": [{"film": {"id": "a-film"}}],
    "W05": [{"film": {"title": "영화"}}],
    "W06": [{"film": {"runtime": 39}}],
    "W07": [{"film": {"admissions": {"count": 10**9, "scope": "seoul"}}}],
    "W08": [{"film": {"awards": [{"body": "cannes", "year": 1988, "category": "x"}]}}],
    "W09": [
        {"director": {"born": "1985"}},
        {"director": {"born": "1950", "died": "1949"}},
    ],
    "W10": [
        {"film": {"genres": ["war", "war"]}},
        {"film": {"directors": ["kim-one"] * 2}},
    ],
    "W11": [{"film": {"directors": []}, "director": None}],
    "W12": [{"film": {"directors": ["lee-two"]}, "director": {"former_ids": []}}],
    "W13": [{"collection": {}}],
    "W14": [
        {
            "film": {
                "sources": [
                    {"url": "https://a.b", "supports": ["yaer"], "seen": "2020"}
                ]
            }
        },
        {
            "director": {
                "sources": [{"url": "https://a.b", "supports": ["x"], "seen": "2020"}]
            }
        },
    ],
}
FINE = [
    {},
    {"film": {"release_date": "1990-01-01", "runtime": 40}},
    {"film": {"awards": [{"body": "grand-bell", "year": 1989, "category": "x"}]}},
    {"director": {"born": "1980", "died": "2020"}},
    {
        "film": {
            "sources": [
                {
                    "url": "https://a.b",
                    "supports": ["ids.imdb", "directors"],
                    "seen": "2020",
                }
            ]
        }
    },
]


def _catalogue(parts: dict[str, Any]) -> Catalogue:
    films = [Film(**FILM | parts.get("film", {}))]
    if "other" in parts:
        films.append(Film(**FILM | {"id": "another-film-1990"} | parts["other"]))
    directors = []
    if parts.get("director", {}) is not None:
        directors.append(Director(**KIM | parts.get("director", {})))
    if "lee-two" in films[0].director_ids:
        directors.append(Director(id="lee-two", name="Lee Two"))
    collections = [Collection(id="c", title="C")] if "collection" in parts else []
    return Catalogue(films=films, directors=directors, collections=collections)


def test_every_warning_has_an_example() -> None:
    """No code is there that nothing shows."""
    assert sorted(DOUBTFUL) == sorted(WARNINGS)


@pytest.mark.parametrize(
    ("code", "parts"),
    [(code, parts) for code, found in DOUBTFUL.items() for parts in found],
)
def test_what_is_doubtful_has_one_warning(code: str, parts: dict[str, Any]) -> None:
    """With its code, and the record that it is about."""
    (found,) = _catalogue(parts).warnings()

    assert found.code == code
    assert found.id
    assert f"{code} {found.path} ({found.id}): expected " in str(found)


@pytest.mark.parametrize("parts", FINE)
def test_what_is_plausible_has_none(parts: dict[str, Any]) -> None:
    """The borders are on the side of the data."""
    assert _catalogue(parts).warnings() == ()


def test_the_packaged_catalogue_has_few_and_known_ones() -> None:
    """Each of these was looked at, and is right."""
    known = {
        ("W02", "a-moment-to-die-for-1990"),  # shelved, and released when it was found
        ("W02", "the-night-before-strike-1990"),  # banned
        ("W06", "sanggye-dong-olympic-1988"),  # a documentary of 27 minutes
    }
    found = {(str(one.code), str(one.id)) for one in kcinema.catalogue().warnings()}

    none_of(f"{id_}: {code} is new" for code, id_ in sorted(found - known))
    none_of(f"{id_}: {code} is no longer needed" for code, id_ in sorted(known - found))
