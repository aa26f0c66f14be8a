"""Writes src/kcinema/_linking/namesakes.py: the years of other films with our titles.

    python tools/namesakes.py LIST.csv [LIST.csv,MORE.csv ...]

Each list is a table of films with ids as `kcinema link` reads it; what stands in a
second file, such as ids or votes, is joined by the first column. A row is another film
if it has a title of ours, and an id of a kind that our film has too, but another one;
or another title in Hangul. A film that hardly anybody has voted for counts against one
that many know only in its very year, and is marked. The lists are named in the module
that this writes, and are no part of the project.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import kcinema
from kcinema import spelling
from kcinema._linking import cells, columns, reading, titles
from kcinema._linking.tables import Called, Near, Tables, without_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcinema._linking.columns import Columns

Known: TypeAlias = "tuple[str, str | int]"
Votes: TypeAlias = dict[str, int]

TARGET = Path(__file__).parents[1] / "src/kcinema/_linking/namesakes.py"
HEAD = '''"""Other films with titles of packaged ones: written by tools/namesakes.py.

From public copies of MovieLens 32M (Vaishaknair22/neo4j-node-movie-db), IMDb's titles
of 2010 to 2019 and TMDB (learn-co-curriculum/dsc-phase-1-project), IMDb's of 2023 and
2024 (hhnguyen-20/movies_2324), and KOBIS
(Young-in/movie-data-gathering, SeongYeonYun/Social_Network_analyze, m9158/CONF_ENT_6,
cyh132/movie).
"""

from __future__ import annotations

__all__ = ["NAMESAKES"]

# By the key of a title: the years of other films that have it, with a question mark
# where they are little known.
NAMESAKES: dict[str, str] = {
'''
# Without an id of the same kind, a row may be ours up to so many years apart.
_APART = 2
# A film with this many times the votes is the one that is meant.
_KNOWN = 50


def rows(files: str) -> Iterator[dict[str, Any]]:
    """Read a list, with what other files have of each row, by their first columns."""
    first, *others = [
        reading.table(Path(name).read_bytes()) for name in files.split(",")
    ]
    more = [
        (table.header[0], {row[table.header[0]]: row for row in table.rows})
        for table in others
    ]
    for row in first.rows:
        joined: dict[str, Any] = dict(row)
        for key, known in more:
            joined |= known.get(joined.get(key, ""), {})
        yield joined


def main() -> None:
    """Read the lists, and write the module."""
    films = kcinema.films()
    names = Tables(films)
    lists = [[*rows(files)] for files in sys.argv[1:]]
    votes: Votes = {}
    for row in (row for found in lists for row in found if row.get("numvotes")):
        votes[str(row.get("tconst"))] = int(row["numvotes"])
    years: defaultdict[str, set[str]] = defaultdict(set)
    for found in lists:
        chosen, dated = columns.chosen({}, [*found[0]]), dates(found[0])
        for row in found:
            ids = set(known_ids(row, chosen))
            written = [cells.text(row.get(str(name))) for name in chosen.titles]
            for key, year in named(written, [row.get(name) for name in dated]):
                called = names.exactly(key)
                if called and is_other(called, films, ids, year, written):
                    if is_known(called, films, row, votes):
                        years[key].add(f"{year}")
                    elif any(year in _years(films[one.film]) for one in called):
                        years[key].add(f"{year}?")
    lines = [
        f"    {json_(key)}: {json_(' '.join(told(found)))},\n"
        for key, found in sorted(years.items())
    ]
    TARGET.write_text(HEAD + "".join(lines) + "}\n", encoding="utf-8")
    print(f"wrote {len(years)} titles")


def named(written: list[str], dated: list[Any]) -> Iterator[tuple[str, int]]:
    """Yield the keys of a row's titles, with each year that the row has."""
    for field in map(titles.read, written):
        for year in {*map(cells.year, dated), field.year}:
            if year is not None:
                for key in keys(field.titles):
                    yield key, year


def dates(header: Iterable[str]) -> list[str]:
    """Return the columns with years: of the making, of the release."""
    return [name for name in header if columns.chosen({}, ["title", name]).year]


def told(found: set[str]) -> list[str]:
    """Return the years in order; a mark goes where a known film is of the year."""
    return sorted(year for year in found if year.rstrip("?") not in found - {year})


def known_ids(row: dict[str, Any], chosen: Columns) -> Iterator[Known]:
    """Yield the ids of a row, each with its kind."""
    for kind, name in chosen.ids.items():
        value = cells.IDS[kind](cells.text(row.get(str(name))))
        if value is not None:
            yield kind, value


def keys(found: tuple[str, ...]) -> set[str]:
    """Return the keys of titles, with their article and without."""
    known = {title: spelling.key(title) for title in found}
    return {*known.values()} | {without_article(*item) for item in known.items()} - {""}


def is_other(
    called: list[Called],
    films: kcinema.FilmList,
    ids: set[Known],
    year: int,
    written: list[str],
) -> bool:
    """Return whether a row with a title of ours is none of our films."""
    return not any(
        ids & own
        or (
            not kinds & _kinds(own)
            and _near(film, year)
            and _may_be_titled(film, written)
        )
        for one in called
        for film in [films[one.film]]
        for own in [set(film.ids.known().items())]
        for kinds in [_kinds(ids)]
    )


def _kinds(ids: set[Known]) -> set[str]:
    """Return the kinds of ids that tell films apart; KOBIS numbers versions too."""
    return {kind for kind, _ in ids} - {"kobis"}


def _near(film: kcinema.Film, year: int) -> bool:
    """Return whether a year may be a film's, where no id tells films apart."""
    return min(abs(own - year) for own in _years(film)) <= _APART


def _years(film: kcinema.Film) -> set[int]:
    return {film.year, film.release_date.year if film.release_date else film.year}


def _may_be_titled(film: kcinema.Film, written: list[str]) -> bool:
    """Return whether the titles of a row in Hangul are the film's, or longer ones."""
    own = {spelling.key(title) for title in film.titles if title}
    return all(
        title.isascii()
        or any(
            key.startswith(one) or one.startswith(key)
            for key in keys(titles.read(title).titles)
            for one in own
        )
        for title in written
    )


def is_known(
    called: list[Called], films: kcinema.FilmList, row: dict[str, Any], votes: Votes
) -> bool:
    """Return whether a row is so well known that its title may mean it."""
    if "tconst" not in row:  # MovieLens, TMDB and KOBIS list what somebody has seen
        return True
    theirs = votes.get(row["tconst"], 0)
    return not all(
        one.near is Near.TITLE
        and theirs * _KNOWN < votes.get(films[one.film].ids.imdb or "", 0)
        for one in called
    )


def json_(text: str) -> str:
    """Return a text as Python writes it, in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    main()
