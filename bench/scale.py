"""From a thousand films to a million: time and memory, and that they stay flat.

    python bench/scale.py [FILMS ...]

Each size runs in a process of its own, over films made from a seed. Needs some 8 GB of
memory for the million.
"""

from __future__ import annotations

import gc
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import made
from measure import ENVIRONMENT

import kcinema
from kcinema import Genre

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (1_000, 10_000, 100_000, 1_000_000)
REPEATS = 5


def write(path: Path, count: int) -> None:
    """Write a document of thin films, a line each: it need not fit in memory."""
    draw = random.Random(made.SEED)
    genres = [genre.value for genre in Genre]
    with path.open("w", encoding="utf-8") as file:
        file.write('{"schema": 1, "version": "made", "directors": [], ')
        file.write('"collections": [], "films": [')
        for n, (title, title_ko) in enumerate(made.titles(count)):
            film = {
                "id": f"film-{n}",
                "title": title,
                "title_ko": title_ko,
                "year": 1934 + n % 92,
                "runtime": draw.randint(60, 180),
                "genres": draw.sample(genres, 2),
            }
            file.write(",\n"[not n :] + json.dumps(film, ensure_ascii=False))
        file.write("]}")


def resident() -> float:
    """Return the memory of this process in bytes (Linux)."""
    text = Path("/proc/self/status").read_text("ascii")
    return int(text.partition("VmRSS:")[2].split()[0]) * 1024


def middle(function: Callable[[], object]) -> float:
    """Return the median of some calls, in seconds."""
    taken = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        function()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def measured(count: int) -> list[str]:
    """Measure one size in this process; give the cells of its row."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "films.json"
        write(path, count)
        gc.collect()
        before = resident()
        start = time.perf_counter()
        catalogue = kcinema.load(path, max_size=10**10)
        loaded = time.perf_counter() - start
    gc.collect()
    held = resident() - before
    films = list(catalogue.films())
    ids = [film.id for film in films[:: max(1, count // 1000)]]

    start = time.perf_counter()
    catalogue.film(ids[0])
    first = time.perf_counter() - start
    one = middle(lambda: [catalogue.film(id_) for id_ in ids]) / len(ids)

    start = time.perf_counter()
    catalogue.films(year=(1998, 2008), genre="thriller")
    index = time.perf_counter() - start
    ours = middle(lambda: catalogue.films(year=(1998, 2008), genre="thriller"))
    hand = middle(
        lambda: [f for f in films if "thriller" in f.genres and 1998 <= f.year <= 2008]
    )

    before = resident()
    start = time.perf_counter()
    for text in ("anything", "anythnig else", "ㄱㅅㅊ", "섭펴제를 찾아서"):
        catalogue.search(text)
    built = time.perf_counter() - start
    names = resident() - before
    draw = random.Random(made.SEED)
    exact = [film.title for film in draw.sample(films, 50)]
    wrong = [made.misspelt(text.lower(), draw, "aeiou") for text in exact]
    found = [
        statistics.median(map(_asked(catalogue), texts)) for texts in (exact, wrong)
    ]

    return [
        f"{count:,}",
        f"{loaded:.2f}",
        f"{loaded / count * 1e6:.1f}",
        f"{held / count / 1e3:.2f}",
        f"{first * 1e3:.1f}",
        f"{one * 1e9:.0f}",
        f"{index * 1e3:.1f}",
        f"{ours * 1e3:.3f}",
        f"{hand * 1e3:.3f}",
        f"{built:.2f}",
        f"{names / count / 1e3:.2f}",
        f"{found[0] * 1e3:.2f}",
        f"{found[1] * 1e3:.2f}",
    ]


def _asked(catalogue: kcinema.Catalogue) -> Callable[[str], float]:
    def ask(text: str) -> float:
        start = time.perf_counter()
        catalogue.search(text)
        return time.perf_counter() - start

    return ask


HEADS = (
    *("films", "load s", "load us a film", "kB a film", "first film(id) ms"),
    *("film(id) ns", "first films() ms", "films() ms", "by hand ms", "search index s"),
    *("index kB a film", "exact ms", "typing error ms"),
)


def main() -> None:
    """Print a row for every size, or the one row that a process was started for."""
    if sys.argv[1:2] == ["--one"]:
        print(f"| {' | '.join(measured(int(sys.argv[2])))} |")
        return
    print(f"| {' | '.join(HEADS)} |\n|{'--:|' * len(HEADS)}", flush=True)
    for count in [int(size) for size in sys.argv[1:]] or SIZES:
        command = [sys.executable, __file__, "--one", str(count)]
        subprocess.run(command, env=ENVIRONMENT, check=True)


if __name__ == "__main__":
    main()
