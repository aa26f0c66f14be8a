"""Search, side by side with RapidFuzz's full scan and SQLite's FTS5 trigram index.

    python bench/search.py [FILMS]

needs the `bench` extra. All answer the same queries in one run, one query after the
other in turn, over the same titles in both scripts. Each peer is given what helps it:
lower case, and for initial consonants a column of them. Times are per query.
"""

from __future__ import annotations

import gc
import random
import sqlite3
import statistics
import string
import sys
import time
import tracemalloc
from typing import TYPE_CHECKING, NamedTuple

import made
from rapidfuzz import fuzz, process

import kcinema
from kcinema import Catalogue, hangul

if TYPE_CHECKING:
    from collections.abc import Callable

QUERIES = 150
JAMO = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅎㅏㅓㅗㅜㅡㅣㅐㅔ"


def queries(catalogue: Catalogue) -> dict[str, list[tuple[str, str]]]:
    """Draw films and write each down in several ways, right and wrong."""
    draw = random.Random(made.SEED + 1)
    films = catalogue.films()

    def some() -> list[kcinema.Film]:
        return [films[draw.randrange(len(films))] for _ in range(QUERIES)]

    def latin_typos(count: int) -> list[tuple[str, str]]:
        asked = []
        for film in some():
            text = film.title.lower()
            for _ in range(count):
                text = made.misspelt(text, draw, string.ascii_lowercase)
            asked.append((text, film.id))
        return asked

    def hangul_typo(film: kcinema.Film) -> str:
        # One syllable gets another vowel or consonant, as a wrong key gives.
        text = film.title_ko
        places = [n for n, c in enumerate(text) if c != " "]
        place = draw.choice(places)
        code = ord(text[place]) - 0xAC00
        first, vowel, final = code // 588, code % 588 // 28, code % 28
        if draw.random() < 0.5:
            vowel = (vowel + draw.randint(1, 20)) % 21
        else:
            first = (first + draw.randint(1, 18)) % 19
        wrong = chr(0xAC00 + first * 588 + vowel * 28 + final)
        return text[:place] + wrong + text[place + 1 :]

    long = [film for film in films if len(film.title_ko.replace(" ", "")) >= 5]
    return {
        "exact, Latin": [(film.title, film.id) for film in some()],
        "exact, Hangul": [(film.title_ko, film.id) for film in some()],
        "initials": [
            (hangul.initials(film.title_ko), film.id)
            for film in draw.choices(long, k=QUERIES)
        ],
        "1 typo, Latin": latin_typos(1),
        "2 typos, Latin": latin_typos(2),
        "1 typo, Hangul": [
            (hangul_typo(film), film.id) for film in draw.choices(long, k=QUERIES)
        ],
    }


def by_kcinema(catalogue: Catalogue) -> Callable[[str], list[str]]:
    """Search as users do; the index is built by the first queries."""
    for text in ("anything", "anythnig else", "ㄱㅅㅊ", "섭펴제를 찾아서"):
        catalogue.search(text, kind="film")
    return lambda text: [
        hit.item.id for hit in catalogue.search(text, kind="film", limit=5)
    ]


def by_rapidfuzz(catalogue: Catalogue) -> Callable[[str], list[str]]:
    """Scan all titles with fuzz.ratio, its quickest scorer for whole strings."""
    names: list[str] = []
    ids: list[str] = []
    for film in catalogue.films():
        for name in (film.title.lower(), film.title_ko, hangul.initials(film.title_ko)):
            names.append(name)
            ids.append(film.id)

    def ask(text: str) -> list[str]:
        found = process.extract(text.lower(), names, scorer=fuzz.ratio, limit=5)
        return [ids[place] for _, _, place in found]

    return ask


def by_sqlite(catalogue: Catalogue) -> Callable[[str], list[str]]:
    """Ask FTS5 for the trigrams of the query, any of them, ranked by bm25."""
    database = sqlite3.connect(":memory:")
    database.execute(
        "create virtual table films using "
        "fts5(id unindexed, a, b, c, tokenize='trigram')"
    )
    database.executemany(
        "insert into films values (?, ?, ?, ?)",
        (
            (film.id, film.title, film.title_ko, hangul.initials(film.title_ko))
            for film in catalogue.films()
        ),
    )

    def ask(text: str) -> list[str]:
        grams = {text[n : n + 3] for n in range(max(1, len(text) - 2))}
        match = " OR ".join('"' + gram.replace('"', "") + '"' for gram in sorted(grams))
        rows = database.execute(
            "select id from films where films match ? order by rank limit 5", (match,)
        )
        return [id_ for (id_,) in rows]

    return ask


PEERS = {"kcinema": by_kcinema, "RapidFuzz": by_rapidfuzz, "SQLite FTS5": by_sqlite}


def measured(
    build: Callable[[Catalogue], object], catalogue: Catalogue
) -> tuple[float, float]:
    """Build once for the time and once more for the memory that Python gave."""
    gc.collect()
    start = time.perf_counter()
    build(again(catalogue))
    seconds = time.perf_counter() - start
    fresh = again(catalogue)
    tracemalloc.start()
    kept = build(fresh)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return seconds, size / 1e6


def again(catalogue: Catalogue) -> Catalogue:
    """Make the same catalogue anew, with nothing built yet."""
    return Catalogue(
        films=catalogue.films(),
        directors=catalogue.directors(),
        collections=catalogue.collections(),
    )


class Answers(NamedTuple):
    """How quickly and how well one kind of query was answered; times in seconds."""

    median: float
    p99: float
    first: float
    """The share of queries whose film came first."""
    five: float
    """The share of queries whose film was among the first five."""


def answers(catalogue: Catalogue) -> dict[str, dict[str, Answers]]:
    """Ask every peer every query: by kind of query, and by peer."""
    asks = {peer: build(catalogue) for peer, build in PEERS.items()}
    found: dict[str, dict[str, Answers]] = {}
    for kind, asked in queries(catalogue).items():
        times: dict[str, list[float]] = {peer: [] for peer in PEERS}
        first = dict.fromkeys(PEERS, 0)
        five = dict.fromkeys(PEERS, 0)
        for text, id_ in asked:
            for peer, ask in asks.items():  # in turn, so that noise falls on all alike
                start = time.perf_counter()
                ids = ask(text)
                times[peer].append(time.perf_counter() - start)
                first[peer] += ids[:1] == [id_]
                five[peer] += id_ in ids
        found[kind] = {
            peer: Answers(
                statistics.median(taken),
                statistics.quantiles(taken, n=100)[98],
                first[peer] / len(asked),
                five[peer] / len(asked),
            )
            for peer, taken in times.items()
        }
    return found


def report(name: str, catalogue: Catalogue) -> None:
    """Print a table for one catalogue."""
    print(f"\n{name}: {len(catalogue.films()):,} films, {QUERIES} queries a row")
    for peer, build in PEERS.items():
        seconds, size = measured(build, catalogue)
        cost = f"{seconds * 1000:8.1f} ms, {size:7.1f} MB of Python objects"
        print(f"  {peer:12} built in {cost}")
    print(f"  {'':16}" + "".join(f"{peer:>36}" for peer in PEERS))
    print(f"  {'':16}" + f"{'median ms    p99 ms     @1    @5':>36}" * len(PEERS))
    for kind, row in answers(catalogue).items():
        cells = "".join(
            f"{one.median * 1e3:17.3f} {one.p99 * 1e3:9.3f} {one.first:6.3f} "
            f"{one.five:5.3f}".rjust(36)
            for one in row.values()
        )
        print(f"  {kind:16}{cells}")


def main() -> None:
    """Compare over the packaged catalogue and over made ones."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print(f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}")
    report("packaged", kcinema.catalogue())
    report("made", made.catalogue(count))


if __name__ == "__main__":
    main()
