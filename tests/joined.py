"""Puts tables together again: the records as plain values, as ``to_dict()`` has them.

Written by hand and not from the library's definitions of its tables, which it checks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

__all__ = ["Tables", "collections", "directors", "film", "films"]

Row: TypeAlias = Mapping[str, Any]
Tables: TypeAlias = Mapping[str, Sequence[Row]]


def film(row: Row) -> dict[str, Any]:
    """Return a film in one row of a table as ``to_dict()`` has it."""
    ids = ("imdb", "tmdb", "kmdb", "kobis", "wikidata")
    columns = ("admissions_scope", "admissions_as_of", "director_ids", *ids)
    values = {name: value for name, value in row.items() if name not in columns}
    counted = {
        "count": row["admissions"],
        "scope": row["admissions_scope"],
        "as_of": row["admissions_as_of"],
    }
    return values | {
        "release_date": row["release_date"] and row["release_date"].isoformat(),
        "admissions": None if row["admissions"] is None else counted,
        "directors": row["director_ids"],
        "ids": {name: row[name] for name in ids},
        "based_on": [
            {"film" if name == "earlier_film" else name: v for name, v in one.items()}
            for one in row["based_on"]
        ],
        "disputed": [
            {
                "field": one["field"],
                "value": one["value"] if one["number"] is None else one["number"],
                "url": one["url"],
            }
            for one in row["disputed"]
        ],
    }


def films(tables: Tables) -> list[dict[str, Any]]:
    """Return the films."""
    below = _Below(tables)
    return [
        {
            "id": row["id"],
            "title": row["title"],
            "title_ko": row["title_ko"],
            "romanized": row["romanized"],
            "aliases": below.values("aliases", "alias", row["id"]),
            "year": row["year"],
            "release_date": _day(row["release_date"]),
            "runtime": row["runtime"],
            "rating": row["rating"],
            "admissions": _admissions(row),
            "countries": below.values("countries", "country", row["id"]),
            "languages": below.values("languages", "language", row["id"]),
            "directors": below.values("film_directors", "director", row["id"]),
            "cast": below.parts("cast", "name name_ko role source", row["id"]),
            "genres": below.values("genres", "genre", row["id"]),
            "themes": below.values("themes", "theme", row["id"]),
            "awards": below.parts(
                "awards", "body year category result recipient source", row["id"]
            ),
            "honours": below.parts("honours", "list rank source", row["id"]),
            "based_on": below.parts(
                "based_on", "kind title author film=earlier_film", row["id"]
            ),
            "ids": _some(row, "imdb tmdb kmdb kobis wikidata"),
            "logline": row["logline"],
            "note": row["note"],
            **below.pages("", row["id"]),
        }
        for row in tables["films"]
    ]


def directors(tables: Tables) -> list[dict[str, Any]]:
    """Return the directors."""
    below = _Below(tables)
    return [
        {
            **_some(row, "id name name_ko"),
            "aliases": below.values("director_aliases", "alias", row["id"]),
            **_some(row, "born died"),
            "debut": _debut(row),
            "bio": row["bio"],
            "ids": _some(row, "imdb tmdb kmdb wikidata"),
            **below.pages("director_", row["id"]),
        }
        for row in tables["directors"]
    ]


def collections(tables: Tables) -> list[dict[str, Any]]:
    """Return the collections."""
    below = _Below(tables)
    return [
        {
            **_some(row, "id title title_ko summary criterion kind"),
            "sections": below.values("sections", "section", row["id"]),
            "entries": [
                {
                    **_some(entry, "film reason"),
                    "evidence": below.parts(
                        "evidence", "name url", row["id"], entry["place"]
                    ),
                }
                for entry in below.rows("entries", row["id"])
            ],
            "former_ids": below.values("collection_former_ids", "former_id", row["id"]),
        }
        for row in tables["collections"]
    ]


class _Below:
    """The rows of tables, by the row that they belong to."""

    def __init__(self, tables: Tables) -> None:
        self._rows: defaultdict[tuple[Any, ...], list[Row]] = defaultdict(list)
        for name, rows in tables.items():
            for row in rows:
                above: list[Any] = [name]
                for column, value in row.items():
                    if column == "place":
                        self._rows[tuple(above)].append(row)
                        break
                    above.append(value)

    def rows(self, name: str, *above: object) -> list[Row]:
        return sorted(self._rows.get((name, *above), []), key=lambda row: row["place"])

    def values(self, name: str, column: str, *above: object) -> list[Any]:
        return [row[column] for row in self.rows(name, *above)]

    def parts(self, name: str, keys: str, *above: object) -> list[dict[str, Any]]:
        return [_some(row, keys) for row in self.rows(name, *above)]

    def pages(self, prefix: str, id_: str) -> dict[str, Any]:
        return {
            "sources": [
                {
                    "url": row["url"],
                    "supports": self.values(
                        f"{prefix}supports", "field", id_, row["place"]
                    ),
                    "seen": row["seen"],
                }
                for row in self.rows(f"{prefix}sources", id_)
            ],
            "disputed": [
                {
                    "field": row["field"],
                    "value": row["value"] if row["number"] is None else row["number"],
                    "url": row["url"],
                }
                for row in self.rows(f"{prefix}disputed", id_)
            ],
            "former_ids": self.values(f"{prefix}former_ids", "former_id", id_),
        }


def _some(row: Row, keys: str) -> dict[str, Any]:
    """Return some values of a row, each under its name or as ``key=column``."""
    named = [key.partition("=") for key in keys.split()]
    return {key: row[column or key] for key, _, column in named}


def _admissions(row: Row) -> dict[str, Any] | None:
    if row["admissions"] is None:
        return None
    return _some(row, "count=admissions scope=admissions_scope as_of=admissions_as_of")


def _debut(row: Row) -> dict[str, Any] | None:
    debut = _some(row, "title=debut_title title_ko=debut_title_ko year=debut_year")
    return None if set(debut.values()) == {None} else debut


def _day(value: Any) -> str | None:
    """Return a date as text, whichever type a reader has for days."""
    return None if value is None else str(value)[:10]
