"""Every budget of the library beside its peers, in one run, as a table in Markdown.

    python -m pip install ".[bench]"
    python bench/budgets.py

takes some ten minutes on two cores. It leaves with status 1 where a row is over its
budget. Times are medians in milliseconds with the quartiles.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import os
import platform
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import timeit
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import duckdb
import made
import pandas as pd
import polars as pl
import search
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn
from measure import Times, calls, printed, processes, spread
from rapidfuzz import fuzz, process

import kcinema
from kcinema import hangul, spelling
from kcinema._model.given import checked_before

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
DATA = Path(kcinema.__file__).parent / "data"
FILES = [
    str(DATA / f"{kind}{part}.json")
    for kind in ("films", "directors", "collections")
    for part in ("", "-more")
]
PEERS = [
    "attrs",
    "cattrs",
    "pycountry",
    "mendeleev",
    "babel",
    "emoji",
    "holidays",
    "orjson",
    "msgspec",
    "pandas",
    "polars",
    "duckdb",
    "rapidfuzz",
]
PROCESSES = 20
# Every field of every record decoded, as a program that reads everything has it.
WHOLE = (
    "[record.to_dict() for kind in (k.films(), k.directors(), k.collections()) "
    "for record in kind]"
)
REPEATS = 7

# The films of the files that are loaded.
COUNTS = (1_000, 10_000, 30_000)

over: list[str] = []


def title(text: str, *columns: str) -> None:
    """Begin a table."""
    print(f"\n{text}\n\n| | {' | '.join(columns)} |\n|---|{'--:|' * len(columns)}")


def row(name: str, *cells: str) -> None:
    """Print a row."""
    print(f"| {name} | {' | '.join(cells)} |", flush=True)


def held(name: str, value: float, budget: float, unit: str = "") -> str:
    """Return how a value stands to its budget, and note where it is over."""
    if value > budget:
        over.append(f"{name}: {value:.3g}{unit}, budget {budget:g}{unit}")
    return f"{value:.3g}{unit} of at most {budget:g}{unit}" + (
        " **over**" if value > budget else ""
    )


def start_up() -> None:
    """Whole processes: the import, the first answer, and what others take."""

    def decoded(decode: str) -> str:
        return f"{decode}\nfor file in {FILES}: decode(open(file, 'rb').read())"

    times = processes(
        {
            "bare interpreter": "pass",
            "import kcinema": "import kcinema",
            "import attrs": "import attrs",
            "hidden_gems()": "import kcinema; kcinema.hidden_gems()",
            "hidden_gems() and every title": (
                "import kcinema; [film.title for film in kcinema.hidden_gems()]"
            ),
            "film('parasite-2019') and its title": (
                "import kcinema; kcinema.film('parasite-2019').title_ko"
            ),
            "search('기생충')": "import kcinema; kcinema.search('기생충')",
            "python -m kcinema": (
                "import os, sys; sys.stdout = open(os.devnull, 'w'); "
                "sys.argv = ['kcinema']; from kcinema._cli.main import main; main()"
            ),
            "every field of every record": f"import kcinema as k; {WHOLE}",
            "json.loads, the same bytes": decoded("from json import loads as decode"),
            "orjson, the same bytes": decoded("from orjson import loads as decode"),
            "msgspec, the same bytes": decoded("from msgspec.json import decode"),
            "pycountry, first country": (
                "import pycountry; pycountry.countries.get(alpha_2='KR')"
            ),
            "mendeleev, first element": (
                "from mendeleev import element; element('Si')"
            ),
            "babel, first territory": (
                "from babel import Locale; Locale.parse('ko').territories['KR']"
            ),
            "emoji, first emoji": "import emoji; emoji.emojize(':movie_camera:')",
            "holidays, first year": (
                "import holidays; holidays.country_holidays('KR', years=2026)"
            ),
        },
        PROCESSES,
    )
    bare = times["bare interpreter"].median
    title(
        f"Whole processes, {PROCESSES} of each in turn",
        "ms",
        "beyond the interpreter",
        "budget",
    )
    gems = times["hidden_gems()"].median

    def beside_pycountry(name: str, budget: float) -> Callable[[], str]:
        ratio = times[name].median / times["pycountry, first country"].median
        return lambda: held(f"{name} / pycountry", ratio, budget, " x pycountry")

    budgets: dict[str, Callable[[], str]] = {
        "hidden_gems() and every title": beside_pycountry(
            "hidden_gems() and every title", 1.0
        ),
        "film('parasite-2019') and its title": beside_pycountry(
            "film('parasite-2019') and its title", 0.8
        ),
        "search('기생충')": beside_pycountry("search('기생충')", 2.0),
        "python -m kcinema": beside_pycountry("python -m kcinema", 2.5),
        "import kcinema": lambda: held(
            "import kcinema / bare", times["import kcinema"].median / bare, 1.15, " x"
        ),
        "hidden_gems()": lambda: "; ".join(
            [
                held(
                    "hidden_gems() / pycountry",
                    gems / times["pycountry, first country"].median,
                    1,
                    " x pycountry",
                ),
                held(
                    "hidden_gems() / mendeleev",
                    gems / times["mendeleev, first element"].median,
                    0.1,
                    " x mendeleev",
                ),
            ]
        ),
    }
    for name, found in times.items():
        budget = budgets[name]() if name in budgets else ""
        row(name, found.in_ms(), f"{(found.median - bare) * 1e3:.1f}", budget)


def memory() -> None:
    """How much memory the whole catalogue holds."""
    load = f"x = {WHOLE}; del x"
    modules = "import kcinema as k, tracemalloc, gc, json, kcinema._model.plain; "
    modules += "k.Film, k.Director, k.Collection, k.Award, k.Source, k.Genre; "
    kept = printed(
        f"{modules}tracemalloc.start(); {load}; gc.collect(); "
        "print(tracemalloc.get_traced_memory()[0])"
    )
    size = sum(Path(file).stat().st_size for file in FILES)
    title("Memory, fully loaded", "MB", "budget")
    row("the JSON of the catalogue", f"{size / 1e6:.2f}", "")
    kept_cell = held("memory / JSON", kept / size, 6, " x the JSON")
    row("objects of the catalogue, by tracemalloc", f"{kept / 1e6:.2f}", kept_cell)
    # The peak that getrusage gives counts the process that started this one too.
    peak = (
        "; status = open('/proc/self/status').read(); "
        "print(int(status.partition('VmHWM:')[2].split()[0]) / 1000)"
    )
    if Path("/proc/self/status").exists():
        row("peak of a bare process", f"{printed('pass' + peak):.1f}", "")
        row(
            "peak of a process with the whole catalogue",
            f"{printed(f'import kcinema as k; {load}{peak}'):.1f}",
            "",
        )
        parsed = f"import json; x = [json.load(open(file)) for file in {FILES}]"
        name = "peak of a process with the same JSON parsed"
        row(name, f"{printed(parsed + peak):.1f}", "")


def filters() -> None:
    """`films(...)` beside the comprehension written by hand, and data frames."""
    films = list(kcinema.films())
    frame = pd.DataFrame(
        {
            "id": [film.id for film in films],
            "year": [film.year for film in films],
            "runtime": [film.runtime for film in films],
            "thriller": ["thriller" in film.genres for film in films],
        }
    )
    polar = pl.from_pandas(frame)
    duck = duckdb.connect()
    duck.register("films", frame)

    def asked(where: str) -> Callable[[], object]:
        return lambda: duck.execute(f"select id from films where {where}").fetchall()  # noqa: S608

    title(
        f"`films(...)` over {len(films)} films, {REPEATS} repeats",
        *("ms", "by hand", "budget", "pandas", "polars", "DuckDB"),
    )
    rows: list[tuple[dict[str, Any], dict[str, Callable[[], Any]]]] = [
        (
            {"year": (1998, 2008)},
            {
                "hand": lambda: [f for f in films if 1998 <= f.year <= 2008],
                "pandas": lambda: frame[(frame.year >= 1998) & (frame.year <= 2008)],
                "polars": lambda: polar.filter(pl.col("year").is_between(1998, 2008)),
                "DuckDB": asked("year between 1998 and 2008"),
            },
        ),
        (
            {"genre": "thriller"},
            {
                "hand": lambda: [f for f in films if "thriller" in f.genres],
                "pandas": lambda: frame[frame.thriller],
                "polars": lambda: polar.filter(pl.col("thriller")),
                "DuckDB": asked("thriller"),
            },
        ),
        (
            {"runtime": (None, 90)},
            {
                "hand": lambda: [f for f in films if f.runtime and f.runtime <= 90],
                "pandas": lambda: frame[frame.runtime <= 90],
                "polars": lambda: polar.filter(pl.col("runtime") <= 90),
                "DuckDB": asked("runtime <= 90"),
            },
        ),
        (
            {"genre": "thriller", "year": (1998, 2008)},
            {
                "hand": lambda: [
                    f
                    for f in films
                    if "thriller" in f.genres and 1998 <= f.year <= 2008
                ],
                "pandas": lambda: frame[
                    frame.thriller & (frame.year >= 1998) & (frame.year <= 2008)
                ],
                "polars": lambda: polar.filter(
                    pl.col("thriller") & pl.col("year").is_between(1998, 2008)
                ),
                "DuckDB": asked("thriller and year between 1998 and 2008"),
            },
        ),
    ]
    for criteria, peers in rows:
        name = ", ".join(f"{key}={value!r}" for key, value in criteria.items())
        ours = partial(kcinema.films, **criteria)
        if list(ours()) != peers["hand"]():
            raise SystemExit(f"films({name}) finds other films than the loop by hand")
        times = calls({"ours": ours, **peers}, REPEATS)
        ratio = times["ours"].median / times["hand"].median
        row(
            f"`films({name})`",
            times["ours"].in_ms(),
            times["hand"].in_ms(),
            held(f"films({name}) / by hand", ratio, 1.5, " x"),
            *(times[peer].in_ms() for peer in ("pandas", "polars", "DuckDB")),
        )


def by_id() -> None:
    """`film(id)` beside a function that looks into a dict."""
    known = {film.id: film for film in kcinema.films()}
    film = kcinema.film

    def get(id_: str) -> kcinema.Film:
        return known[id_]

    taken: dict[str, list[float]] = {"film": [], "get": []}
    for _ in range(REPEATS):
        for name, function in (("film", film), ("get", get)):
            names = {"ask": function, "id_": "parasite-2019"}
            timer = timeit.Timer("ask(id_)", globals=names)
            taken[name].append(timer.timeit(500_000) / 500_000)
    ours, theirs = spread(taken["film"]), spread(taken["get"])
    title(f"One film by its id, {REPEATS} repeats", "ms", "dict and call", "budget")
    ratio = ours.median / theirs.median
    budget = held("film(id) / dict and call", ratio, 3, " x")
    row("`film(id)`", ours.in_ms(), theirs.in_ms(), budget)


def searches(count: int) -> None:
    """Search over the packaged data, and over many films beside its peers."""
    catalogue = kcinema.catalogue()
    taken = []
    for _ in range(REPEATS):
        for cache in (hangul, spelling):
            for function in vars(cache).values():
                if hasattr(function, "cache_clear"):
                    function.cache_clear()
        fresh = search.again(catalogue)
        gc.collect()
        start = time.perf_counter()
        # One query for each part of the index.
        for text in ("parasite", "parsite", "ㄱㅅㅊ", "섭펴제를 찾아서"):
            fresh.search(text)
        taken.append(time.perf_counter() - start)
    built = spread(taken)
    table = (ROOT / "tests/_search/queries.txt").read_text("utf-8").splitlines()
    texts = [
        text
        for line in table
        if " = " in line and not line.startswith("#")
        for text in line.partition(" = ")[2].split(" | ")
    ]
    slowest, which = max(
        (statistics.median(_timed(catalogue, text)), text) for text in texts
    )
    names = _names(catalogue)
    lower = [name.lower() for name in names]
    took = calls(
        {"index": partial(_fts5, names), "scan": partial(_scanned, which, lower)},
        REPEATS,
    )
    title(
        f"Search, packaged data, {len(texts)} queries, {len(names):,} names",
        *("ms", "peer", "ms", "budget"),
    )
    name, theirs = "index, all its parts, from cold", took["index"]
    budget = held(f"{name} / SQLite FTS5", built.median / theirs.median, 6, " x")
    row(name, built.in_ms(), "SQLite FTS5", theirs.in_ms(), budget)
    name = "people and topics, when first asked for"
    row(name, _people(catalogue).in_ms(), *[""] * 3)
    name, theirs = f"slowest query, `{which}`", took["scan"]
    budget = held(f"{name} / RapidFuzz", slowest / theirs.median, 0.5, " x")
    row(name, f"{slowest * 1e3:.3f}", "RapidFuzz, WRatio", theirs.in_ms(), budget)

    answers = search.answers(made.catalogue(count))
    title(
        f"Search, {count:,} made films, {search.QUERIES} queries a row",
        *("ms", "RapidFuzz", "SQLite FTS5", "recall at 5", "budget"),
    )
    for kind, found in answers.items():
        ours = found["kcinema"]
        peers = [found["RapidFuzz"], found["SQLite FTS5"]]
        ratio = max(ours.median / peer.median for peer in peers)
        recall = " / ".join(f"{one.five:.3f}" for one in found.values())
        missed = max(peer.five for peer in peers) - ours.five
        if missed > 0:
            over.append(f"search, {kind}: recall at 5 lower by {missed:.3f}")
        times = [f"{one.median * 1e3:.3f}" for one in (ours, *peers)]
        budget = held(f"search, {kind} / the quicker peer", ratio, 1, " x")
        row(kind, *times, recall, budget)


def _names(catalogue: kcinema.Catalogue) -> list[str]:
    """Return the names that a search knows."""
    titles = [name for film in catalogue.films() for name in film.titles]
    people = [name for one in catalogue.directors() for name in one.names]
    lists = [
        name for one in catalogue.collections() for name in (one.title, one.title_ko)
    ]
    return [*filter(None, (*titles, *people, *lists))]


def _fts5(names: list[str]) -> None:
    """Index names in SQLite."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE names USING fts5(name, tokenize='trigram')")
    database.executemany("INSERT INTO names VALUES (?)", ((name,) for name in names))
    database.commit()
    database.close()


def _scanned(text: str, names: list[str]) -> None:
    """Look through names for what is like a text in whole or in part."""
    process.extract(text, names, scorer=fuzz.WRatio, limit=5)


def _people(catalogue: kcinema.Catalogue) -> Times:
    """Time the first queries for people and topics, once the names have their index."""
    taken = []
    for _ in range(REPEATS):
        fresh = search.again(catalogue)
        for text in ("parasite", "parsite", "ㄱㅅㅊ", "섭펴제를 찾아서"):
            fresh.search(text)
        start = time.perf_counter()
        for text in ("송강호", "bae doona", "1980s horror films", "oldboy movie"):
            fresh.search(text)
        taken.append(time.perf_counter() - start)
    return spread(taken)


def _timed(catalogue: kcinema.Catalogue, text: str) -> list[float]:
    taken = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        catalogue.search(text)
        taken.append(time.perf_counter() - start)
    return taken


def loading() -> None:
    """`load()` beside json.loads and cattrs' own structuring of the same classes."""
    title(
        "`load()`, median of 5",
        *("s", "json.loads and cattrs, s", "budget", "microseconds a film"),
    )
    a_film = {}
    for count in COUNTS:
        ours, theirs = _loaded(count)
        a_film[count] = ours / count * 1e6
        name = f"load() of {count:,} films / json and cattrs"
        row(
            f"{count:,} films",
            f"{ours:.3f}",
            f"{theirs:.3f}",
            held(name, ours / theirs, 1.5, " x"),
            f"{a_film[count]:.0f}",
        )
    # As in the last row, so in the first: linear, but for what noise does.
    first, *_, last = COUNTS
    name = f"a film of {last:,} / a film of {first:,}"
    row(name, "", "", f"{a_film[last] / a_film[first]:.2f} x", "")


def _loaded(count: int) -> tuple[float, float]:
    converter = Converter()
    converter.register_structure_hook(dt.date, _from_iso)
    converter.register_structure_hook(kcinema.PartialDate, _parsed)
    converter.register_structure_hook_func(_is_text_or_number, lambda v, _: v)
    hook = make_dict_structure_fn(kcinema.Film, converter, _cattrs_use_alias=True)
    converter.register_structure_hook(kcinema.Film, hook)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "films.json"
        made.write(path, count)
        taken: dict[str, list[float]] = {"ours": [], "theirs": []}
        for _ in range(5):
            start = time.perf_counter()
            document = json.loads(path.read_bytes())
            with checked_before():  # as ours: without converting anything twice
                converter.structure(document["films"], list[kcinema.Film])
            taken["theirs"].append(time.perf_counter() - start)
            del document
            start = time.perf_counter()
            kcinema.load(path, max_size=10**10)
            taken["ours"].append(time.perf_counter() - start)
    return statistics.median(taken["ours"]), statistics.median(taken["theirs"])


def _is_text_or_number(cls: object) -> bool:
    return {getattr(one, "__origin__", one) for one in get_args(cls)} == {str, int}


def _from_iso(value: str, _: object) -> dt.date:
    return dt.date.fromisoformat(value)


def _parsed(value: str, _: object) -> kcinema.PartialDate:
    return kcinema.PartialDate.parse(value)


def wheel() -> None:
    """Build the wheel, for its size."""
    with tempfile.TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder]
        subprocess.run([*build, str(ROOT)], check=True)
        (built,) = Path(folder).glob("*.whl")
        size = built.stat().st_size / 1e6
    title("The wheel", "MB", "budget")
    row("kcinema", f"{size:.2f}", held("wheel", size, 1.5, " MB"))


def main() -> None:
    """Print every table; leave with status 1 where something is over its budget."""
    versions = ", ".join(f"{peer} {version(peer)}" for peer in PEERS)
    print(
        f"{dt.datetime.now(dt.timezone.utc):%Y-%m-%d %H:%M} UTC, Python "
        f"{platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores; kcinema {kcinema.__version__} with the data of "
        f"{kcinema.data_version().version}, {versions}."
    )
    start_up()
    memory()
    filters()
    by_id()
    searches(100_000)
    loading()
    wheel()
    print("\n" + ("\n".join(["Over budget:", *over]) if over else "All within budget."))
    raise SystemExit(bool(over))


if __name__ == "__main__":
    main()
