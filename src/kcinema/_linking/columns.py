"""Which columns of a table hold the title, the year, the director and the ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from kcinema import spelling
from kcinema._linking.cells import IDS
from kcinema.errors import InvalidQueryError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Columns", "Name", "chosen"]

Name: TypeAlias = str | int
"""A column by its name, or by its place in rows without names."""

# The names that tables give such columns, as keys, the most telling first. Letterboxd,
# IMDb, TMDB, MovieLens, KOBIS, KMDb, Trakt, Simkl and Radarr are among them.
_KNOWN: dict[str, str] = {
    "title": (
        "title titleko koreantitle 제목 영화명 영화제목 작품명 한글제목 국문명 movienm "
        "name film movie movietitle filmtitle titleen englishtitle 영문제목 영문명 "
        "movienmen primarytitle originaltitle titleoriginal 원제 romanized"
    ),
    "year": (
        "year releaseyear yearreleased startyear 연도 년도 제작연도 제작년도 prdtyear "
        "개봉연도 개봉년도 releasedate released 개봉일 개봉일자 opendt open"
    ),
    "director": "director directors directedby 감독 감독명 연출",
    "imdb": "imdb imdbid const tconst imdburl imdblink imdbtitleid",
    "tmdb": "tmdb tmdbid tmdburl tmdblink",
    "kmdb": "kmdb kmdbid",
    "kobis": "kobis kobisid moviecd 영화코드",
    "wikidata": "wikidata wikidataid qid wikidataurl",
}
_ORIGINAL = {"originaltitle", "titleoriginal", "원제"}
# Many tables have a title in Korean and one in English, or the original one.
_SEVERAL = 3


class Columns(NamedTuple):
    """The columns that say which film a row means.

    Attributes:
        titles: The columns with titles.
        year: The column with the year, or None.
        director: The column with the director, or None.
        ids: The columns with ids, by the name of their catalogue.
        file: The column with file names, or None.
        original: Which of several columns with titles has the original one, or None.
    """

    titles: tuple[Name, ...]
    year: Name | None
    director: Name | None
    ids: Mapping[str, Name]
    file: Name | None
    original: Name | None

    def all(self) -> list[Name]:
        """Return the columns, each once."""
        named = (*self.titles, self.year, self.director, *self.ids.values(), self.file)
        return [*dict.fromkeys(name for name in named if name is not None)]


def chosen(given: Mapping[str, object], header: Sequence[str] | None) -> Columns:
    """Return the columns that were named, or else those of well-known names.

    Args:
        given: What the caller named: a column, several for the title, or None.
        header: The names of the columns; None if they have only places.

    Raises:
        InvalidQueryError: There is no such column, or nothing to link by.
        TypeError: What a column was named for is nothing that a film is known by.
    """
    for name in given:
        if name not in _KNOWN and name != "file":
            hint = spelling.nearest_hint(name, IDS)
            raise TypeError(f"link: {name!r} is not the name of an external id. {hint}")
    named = {name: _listed(value) for name, value in given.items() if value is not None}
    for name, columns in named.items():
        for column in columns:
            _check(name, column, header)
    if not named:
        named = _guessed(header)
    elif "title" not in named and "file" not in named and header:
        known = _guessed(header)
        named |= {"title": known["title"]} if "title" in known else {}
    if not named.keys() & {"title", "file", *IDS}:
        msg = (
            f"link: no column for the title or an id is known among "
            f"{', '.join(map(repr, header or ()))}; name it: title=..."
        )
        raise InvalidQueryError(msg)
    one = {name: columns[0] for name, columns in named.items() if columns}
    return Columns(
        tuple(named.get("title", ())),
        one.get("year"),
        one.get("director"),
        {name: one[name] for name in IDS if name in one},
        one.get("file"),
        _original(named.get("title", ())),
    )


def _original(columns: Sequence[Name]) -> Name | None:
    """Return the column of original titles, where another one has the titles too."""
    found = [name for name in columns if spelling.key(str(name)) in _ORIGINAL]
    return found[0] if found and len(columns) > 1 else None


def _listed(value: object) -> list[Name]:
    if isinstance(value, (str, int)):
        return [value]
    if isinstance(value, (list, tuple)) and value:
        return [*value]
    msg = f"link: expected the name of a column, not {value!r}"
    raise InvalidQueryError(msg)


def _check(name: str, column: object, header: Sequence[str] | None) -> None:
    if header is None:
        if type(column) is not int or column < 0:
            msg = f"link: expected {name} as a place in the rows, not {column!r}"
            raise InvalidQueryError(msg)
    elif column not in header:
        hint = spelling.nearest_hint(str(column), header)
        raise InvalidQueryError(f"link: there is no column {column!r}. {hint}")


def _guessed(header: Sequence[str] | None) -> dict[str, list[Name]]:
    if header is None:
        return {"title": [0]}
    keys: dict[str, str] = {}
    for column in header:
        keys.setdefault(spelling.key(column), column)
    found: dict[str, list[Name]] = {
        name: [keys[key] for key in known.split() if key in keys]
        for name, known in _KNOWN.items()
    }
    found["title"] = found["title"][:_SEVERAL]
    return {name: columns for name, columns in found.items() if columns}
