"""A catalogue with one of everything, made by hand."""

from __future__ import annotations

from kcinema import Catalogue, Collection, Director, Film

__all__ = ["catalogue"]

_URL = "https://example.org/page?a=1&b="
_SOURCE = {
    "url": _URL,
    "supports": ["title", "runtime", "ids.imdb"],
    "seen": "2026-11",
}


def catalogue() -> Catalogue:
    """Make a catalogue whose films have every field, and texts that are no HTML."""
    return Catalogue(
        version="2026.11.29",
        films=map(Film.from_dict, (_full(), _bare(), _later())),
        directors=map(Director.from_dict, (_known(), _unknown())),
        collections=map(Collection.from_dict, _collections()),
    )


def _full() -> dict[str, object]:
    return {
        "id": "whole-1960",
        "title": 'Whole <b>&</b> "True"',
        "title_ko": "온전한 것: 그 밖의 <이야기>",
        "romanized": "Onjeonhan geot",
        "aliases": ['It\'s All="Here"'],
        "year": 1960,
        "release_date": "1960-11-03",
        "runtime": 108,
        "rating": "15",
        "admissions": {"count": 1234567, "scope": "national", "as_of": "2020-03"},
        "countries": ["KR", "ZZ"],
        "languages": ["ko", "xx"],
        "directors": ["lee-one"],
        "cast": [
            {"name": "Star", "name_ko": "별", "role": "The Maid", "source": _URL},
            {"name_ko": "그림자"},
        ],
        "genres": ["horror", "thriller"],
        "themes": ["family", "class"],
        "awards": [
            {"body": "cannes", "year": 1961, "category": "Palme", "source": _URL},
            {
                "body": "cannes",
                "year": 1961,
                "category": "Actress",
                "result": "nominated",
                "recipient": "Star",
            },
        ],
        "honours": [
            {"list": "kofa-100-2014", "rank": 1, "source": _URL},
            {"list": "ten-million"},
        ],
        "based_on": [{"kind": "novel", "title": "The Book", "author": "A. Writer"}],
        "ids": {"imdb": "tt0000001", "kmdb": "K/00001"},
        "logline": "A family's house & what's in it.",
        "note": "Watch the stairs.",
        "sources": [
            _SOURCE,
            {"url": "https://example.com/", "supports": ["year"], "seen": "2025"},
        ],
        "disputed": [{"field": "runtime", "value": 111, "url": "https://example.com/"}],
    }


def _bare() -> dict[str, object]:
    return {"id": "bare-1999", "title": "Bare", "title_ko": "3670", "year": 1999}


def _later() -> dict[str, object]:
    return {
        "id": "later-2010",
        "title": "Later",
        "title_ko": "마녀(魔女)",
        "year": 2010,
        "runtime": 90,
        "directors": ["lee-one"],
        "genres": ["horror"],
        "themes": ["family"],
        "admissions": {"count": 5, "scope": "seoul"},
        "based_on": [{"kind": "film", "film": "whole-1960"}, {"kind": "true-events"}],
        "sources": [_SOURCE],
    }


def _known() -> dict[str, object]:
    return {
        "id": "lee-one",
        "name": "Lee One",
        "name_ko": "이하나",
        "aliases": ["Yi Hana"],
        "born": "1919-05",
        "died": "1998",
        "debut": {"title": "Whole", "title_ko": "온전한 것", "year": 1960},
        "bio": "Studied in Seoul.",
        "ids": {"wikidata": "Q1"},
        "sources": [_SOURCE],
    }


def _unknown() -> dict[str, object]:
    return {"id": "kim-two", "name": 'Kim "Two" </script>'}


def _collections() -> list[dict[str, object]]:
    why = {
        "film": "whole-1960",
        "reason": "It is <the> first.",
        "evidence": [{"name": "A list", "url": _URL}, {"name": "B", "url": _URL}],
    }
    later = {"film": "later-2010", "reason": "It follows."}
    return [
        {
            "id": "hidden-gems",
            "title": "Hidden gems",
            "title_ko": "숨은 걸작",
            "summary": "To be found.",
            "criterion": "In a section.",
            "kind": "half",
            "sections": ["cult-classics", "my-section"],
        },
        {
            "id": "cult-classics",
            "title": "Cult classics",
            "kind": "section",
            "summary": "They came back.",
            "criterion": "An afterlife.",
            "entries": [why, later],
        },
        {"id": "my-section", "title": "Mine", "kind": "section", "entries": [later]},
        {"id": "nothing", "title": "Nothing", "kind": "theme"},
        {"id": "lists", "title": "Lists", "kind": "honours", "entries": [why]},
    ]
