"""Linking at size: rows a second, memory, precision and recall, in every engine.

    python -m pip install ".[bench,link,spark]"
    python bench/link.py [ROWS ...]

prints a table for each number of rows (1,000,000 and 10,000,000 if none is given). The
rows are generated, so that the right answers are known: one in fifty is a film of
the catalogue, written as lists do; the others are titles of made words, one in
twenty of them a title of ours in another year. Each engine runs in a process of its
own.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

import kcinema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ENGINES = ("polars", "polars, streaming", "pandas", "duckdb", "spark")
# How lists write a film, and how often; the rest stands as it is in the catalogue.
NOISE = {
    "the Korean title": 0.25,
    "both titles": 0.05,
    "another name": 0.05,
    "no article": 0.05,
    "capitals": 0.05,
    "a letter wrong": 0.05,
    "a year apart": 0.1,
    "no year": 0.05,
}
OURS = 50
NAMESAKES = 20
PART = 250_000


def generated(size: int, seed: int = 2026) -> Iterator[pl.DataFrame]:
    """Yield frames of rows, with the film that each is."""
    draw = random.Random(seed)
    films = list(kcinema.films())
    words = [
        "".join(
            draw.choice("bcdfghklmnprstvw") + draw.choice("aeiou") for _ in range(n)
        )
        for n in (2, 2, 3, 3, 4)
        for _ in range(4000)
    ]
    for start in range(0, size, PART):
        rows = [
            _ours(draw, draw.choice(films))
            if draw.randrange(OURS) == 0
            else _stranger(draw, words, films)
            for _ in range(min(PART, size - start))
        ]
        yield pl.DataFrame(
            rows,
            {"title": pl.String, "year": pl.Int32, "film": pl.String},
            orient="row",
        )


def _ours(draw: random.Random, film: kcinema.Film) -> tuple[str, int | None, str]:
    """Return a row that is a film of the catalogue."""
    title, year = film.title, film.year
    plain = 1 - sum(NOISE.values())
    (noise,) = draw.choices(["", *NOISE], [plain, *NOISE.values()])
    if noise == "the Korean title":
        title = film.title_ko
    elif noise == "both titles":
        title = f"{film.title_ko} / {film.title}"
    elif noise == "another name":
        title = draw.choice([film.romanized or title, *film.aliases])
    elif noise == "no article":
        title = title.removeprefix("The ").removeprefix("A ")
    elif noise == "capitals":
        title = title.upper()
    elif noise == "a letter wrong":
        at = draw.randrange(len(title))
        title = title[:at] + draw.choice("aeiou") + title[at + 1 :]
    elif noise == "a year apart":
        year += draw.choice([-1, 1])
    return title, None if noise == "no year" else year, film.id


def _stranger(
    draw: random.Random, words: list[str], films: list[kcinema.Film]
) -> tuple[str, int, str]:
    """Return a row that is no film of the catalogue."""
    if draw.randrange(NAMESAKES) == 0:
        film = draw.choice(films)
        return film.title, film.year + draw.choice([-20, -9, 7, 16]), ""
    title = " ".join(draw.choices(words, k=draw.choice([1, 2, 2, 3, 4]))).title()
    return title, draw.randrange(1930, 2027), ""


# Engines ------------------------------------------------------------------------------


def _polars(path: str, _: Path) -> pl.LazyFrame:
    return kcinema.link(pl.read_parquet(path), title="title", year="year").lazy()


def _streaming(path: str, folder: Path) -> pl.LazyFrame:
    lazy: Any = kcinema.link(pl.scan_parquet(path), title="title", year="year")
    # In any order, no batch waits in memory for another.
    lazy.sink_parquet(folder / "linked.parquet", maintain_order=False)
    return pl.scan_parquet(folder / "linked.parquet")


def _pandas(path: str, _: Path) -> pl.LazyFrame:
    import pandas as pd

    linked = kcinema.link(pd.read_parquet(path), title="title", year="year")
    return pl.from_pandas(linked).lazy()


def _duckdb(path: str, folder: Path) -> pl.LazyFrame:
    import duckdb

    relation = duckdb.connect().read_parquet(path)
    linked: Any = kcinema.link(relation, title="title", year="year")
    linked.write_parquet(str(folder / "linked.parquet"))
    return pl.scan_parquet(folder / "linked.parquet")


def _spark(path: str, folder: Path) -> pl.LazyFrame:
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.memory", "4g")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    linked: Any = kcinema.link(session.read.parquet(path), title="title", year="year")
    linked.write.parquet(str(folder / "linked"))
    return pl.scan_parquet(folder / "linked/*.parquet")


RUN: dict[str, Callable[[str, Path], pl.LazyFrame]] = dict(
    zip(ENGINES, (_polars, _streaming, _pandas, _duckdb, _spark), strict=True)
)


def one(engine: str, path: str) -> None:
    """Link the rows of a file in this process, and print what it took."""
    kcinema.link(["Parasite"])  # the tables, which a process builds once
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        linked = RUN[engine](path, Path(folder))
        seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        found = linked.collect()
    named = found.filter(pl.col("kcinema_verdict").is_in(["sure", "probable"]))
    sure = named.filter(pl.col("kcinema_verdict") == "sure")
    held = found.filter(pl.col("film") != "").height
    right = named.filter(pl.col("kcinema_id") == pl.col("film")).height
    certain = sure.filter(pl.col("kcinema_id") == pl.col("film")).height
    # What differs between engines would show here, whatever the order of their rows.
    answers = found.select(
        pl.struct(
            "title",
            pl.col("year").cast(pl.Int32),
            "kcinema_id",
            "kcinema_score",
            "kcinema_verdict",
        )
        .hash(seed=1)
        .sum()
    ).item()
    print(
        f"| {engine} | {seconds:.1f} | {found.height / seconds:,.0f} | {memory:,.0f} "
        f"| {certain / sure.height:.2%} | {right / named.height:.2%} "
        f"| {right / held:.2%} | {answers % 10**8:08} |",
        flush=True,
    )


def main() -> None:
    """Generate rows, and link them with every engine in turn."""
    if sys.argv[1:2] == ["--one"]:
        one(*sys.argv[2:])
        return
    for size in map(int, sys.argv[1:] or ("1000000", "10000000")):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "rows.parquet")
            pl.concat([*generated(size)]).write_parquet(path)
            print(f"\n{size:,} rows\n")
            print(
                "| engine | seconds | rows a second | MB at most | precision, sure "
                "| sure and probable | recall | answers |"
            )
            print("|---|--:|--:|--:|--:|--:|--:|--:|", flush=True)
            for engine in ENGINES:
                command = [sys.executable, __file__, "--one", engine, str(path)]
                own = os.environ | {"PYSPARK_PYTHON": sys.executable}
                subprocess.run(command, check=True, env=own)


if __name__ == "__main__":
    main()
