"""Measures what large files that mean harm cost: time and memory, each in a process.

    python tools/hostile.py [MEGABYTES]

prints the table of docs/untrusted.md.
"""

from __future__ import annotations

import gzip
import io
import json
import resource
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import kcinema

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = '{"schema": 1, "version": "1", "directors": [], "collections": [], "films": '
FILM = {"id": "a-1990", "title": "A", "title_ko": "A", "year": 1990}


def filled(part: str, size: int, begin: str = "", end: str = "") -> str:
    """Repeat a part until a text has a size."""
    return begin + part * ((size - len(begin) - len(end)) // len(part)) + end


def film(field: str, part: str, size: int) -> str:
    """Return a catalogue of one film, with a field that fills it."""
    begin = f'{HEAD}[{json.dumps(FILM)[:-1]}, "{field}": [{part}'
    return filled(f",{part}", size, begin, "]}]}")


def chain(size: int) -> str:
    """Return collections that are sections of each other, one below the other."""
    count = size // 60
    items = [
        {"id": f"c{n}", "title": "C", "sections": [f"c{n + 1}"]} for n in range(count)
    ]
    lists: dict[str, Any] = {"films": [], "directors": [], "collections": items}
    return json.dumps({"schema": 1, "version": "1", **lists})


KINDS: dict[str, Callable[[int], str]] = {
    "one text": lambda size: filled("x", size, HEAD + '"', '"}'),
    "one number": lambda size: filled("9", size, HEAD, "}"),
    "brackets that open": lambda size: "[" * size,
    "nested lists": lambda size: "[" * (size // 2) + "]" * (size // 2),
    "empty lists": lambda size: filled("[],", size, HEAD + "[", "1]}"),
    "empty films": lambda size: filled("{},", size, HEAD + "[", "1]}"),
    "wrong genres of one film": lambda size: film("genres", '"x"', size),
    "empty awards of one film": lambda size: film("awards", "{}", size),
    "unknown keys": lambda size: json.dumps(dict.fromkeys(range(size // 13), 0)),
    "one key again and again": lambda size: filled('"a":0,', size, "{", '"b":0}'),
    "collections in a chain": chain,
}


def _bomb(size: int) -> bytes:
    """Return a small file that is large when it is unpacked."""
    target = io.BytesIO()
    with gzip.GzipFile(fileobj=target, mode="wb") as file:
        for _ in range(size // 1_000_000):
            file.write(b" " * 1_000_000)
    return target.getvalue()


def measured(kind: str, size: int) -> tuple[float, float]:
    """Return the seconds of processor time, and the peak memory in MB."""
    packed = kind == "a gzip file of spaces"
    data = _bomb(size * 100) if packed else KINDS[kind](size).encode()
    start = time.process_time()
    try:
        kcinema.load(data)
        raise SystemExit(f"{kind}: is read")
    except kcinema.CatalogueError as error:
        str(error)
    taken = time.process_time() - start
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print a row for each kind of file, or the figures of one of them."""
    if sys.argv[1:2] == ["--one"]:
        seconds, memory = measured(sys.argv[2], int(sys.argv[3]))
        print(f"| {seconds:.1f} | {memory:,.0f} |")
        return
    size = int(sys.argv[1]) if sys.argv[1:] else 10
    print(f"| {size} MB of | s | peak memory, MB |\n|---|--:|--:|")
    for kind in (*KINDS, "a gzip file of spaces"):
        command = [sys.executable, __file__, "--one", kind, str(size * 1_000_000)]
        print(f"| {kind} ", end="", flush=True)
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
