"""Looks for a file on which `load` or `overlay` does anything but what it may.

    python -m pip install ".[fuzz]"
    nice python tools/fuzz.py --runs 2000000

runs the reader on files made by atheris, which keeps those that reach new code, from
the broken files of the tests on. Anything but a catalogue or a ``CatalogueError``, a
run over two seconds, or more memory than ``--memory`` ends it, and leaves the file
behind. At the end it prints the figures that docs/untrusted.md has.

    python tools/fuzz.py --unguided --runs 2000000

makes the same changes by chance alone, several times as fast, and without atheris.
"""

from __future__ import annotations

import argparse
import contextlib
import copy
import json
import os
import random
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

GUIDED = "--unguided" not in sys.argv
if GUIDED:
    try:
        import atheris
    except ImportError:
        raise SystemExit(
            'This needs atheris: python -m pip install ".[fuzz]"'
        ) from None

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests/_json"), str(ROOT / "tests")]

with (
    atheris.instrument_imports(include=["kcinema"])
    if GUIDED
    else contextlib.nullcontext()
):
    import broken

    import kcinema
    import kcinema._loading

LONGEST = 2
"""Seconds that a run may take."""
LARGEST = 2000
"""Bytes of a made file: small ones reach the same code sooner."""

BASE = kcinema.load(broken.bytes_of(broken.WHOLE))
OVERLAY: dict[str, Any] = {
    "overlay": 1,
    "version": "over",
    "films": [{"id": "a-2020", "title": "A", "title_ko": "A", "year": 2020}],
    "corrections": {
        "films": [{"id": "first-film-1990", "year": 1991, "was": {"year": 1990}}],
        "directors": [{"id": "kim-one", "aliases": ["K"], "was": {"aliases": []}}],
    },
    "hide": {"films": ["second-film-1980"], "entries": {"a-list": ["first-film-1990"]}},
}


class Watch:
    """Runs the reader, and keeps count of it."""

    def __init__(self, runs: int) -> None:
        """Begin to count."""
        self.runs = runs
        self.done = self.read = 0
        self.longest = 0.0

    def __call__(self, data: bytes) -> None:
        """Give some bytes to the reader."""
        start = time.perf_counter()
        try:
            found = kcinema._loading.loaded(data, lambda: BASE)
            found.warnings()
            again = kcinema.load(found.catalogue._text().encode())
            if again != found.catalogue:
                raise RuntimeError("load(save(c)) is another catalogue")
            self.read += 1
        except kcinema.CatalogueError as error:
            if not str(error).replace("\n", "").isprintable():
                raise RuntimeError("the message cannot be printed") from error
        taken = time.perf_counter() - start
        if taken > LONGEST:
            raise RuntimeError(f"a run took {taken:.1f} s")
        self.longest = max(self.longest, taken)
        self.done += 1
        if self.done == self.runs:
            self.report()
            sys.stdout.flush()
            os._exit(0)  # libFuzzer would go on
        if self.done % 100_000 == 0:
            self.report()

    def report(self) -> None:
        """Print the figures."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{self.done:,} runs, {self.read:,} of them read; the longest took "
            f"{self.longest:.3f} s; peak memory {peak:.0f} MB",
            flush=True,
        )


def small() -> list[dict[str, Any]]:
    """Return catalogues and overlays that are right, each with few fields."""
    found = [OVERLAY, *({**EMPTY, key: OVERLAY[key]} for key in OVERLAY)]
    for kind in ("films", "directors", "collections"):
        whole = broken.WHOLE[kind][0]
        needed = {"id", "title", "title_ko", "year", "name"}
        for key in whole:
            record = {k: whole[k] for k in whole if k in needed or k == key}
            lists: dict[str, Any] = {"films": [], "directors": [], "collections": []}
            head = {"schema": 1, "version": "1", **lists}
            found.append({**head, kind: [record]})
    return found


EMPTY = {"overlay": 1, "version": "over"}
RIGHT = small()


def seeds() -> list[bytes]:
    """Return the files that the fuzzer starts from."""
    texts = [json.dumps(document).encode() for document in RIGHT]
    texts += [made.data for made in (*broken.files(), *broken.mended())]
    texts += [path.read_bytes() for path in (ROOT / "tests/_json/malformed").iterdir()]
    return [text for text in dict.fromkeys(texts) if len(text) <= LARGEST]


def mutated(data: bytes, most: int, seed: int) -> bytes:
    """Change a file: its bytes, or, if it is JSON, something that it has."""
    draw = random.Random(seed)
    document = None
    if draw.random() < 0.3:  # begin with one that is right
        document = copy.deepcopy(draw.choice(RIGHT))
    elif draw.random() < 0.4:
        with contextlib.suppress(ValueError, RecursionError):
            document = json.loads(data)
    if not isinstance(document, dict):
        changed: bytes = atheris.Mutate(data, most) if GUIDED else _cut_up(draw, data)
        return changed
    for _ in range(draw.randint(1, 3)):
        value: Any = document
        while True:
            places = [*value] if isinstance(value, dict) else [*range(len(value))]
            if not places:
                break
            place = draw.choice(places)
            below = value[place]
            if not isinstance(below, (dict, list)) or not below or draw.random() < 0.2:
                _change(draw, value, place)
                break
            value = below
    return json.dumps(document).encode()[:most]


def _cut_up(draw: random.Random, data: bytes) -> bytes:
    """Change some bytes: leave out, repeat, replace, put in."""
    for _ in range(draw.randint(1, 4)):
        start = draw.randrange(len(data) + 1)
        end = min(len(data), start + draw.choice([0, 1, 1, 4, 40]))
        new = draw.choice(
            [
                b"",
                data[start:end] * 2,
                draw.randbytes(end - start),
                draw.choice(b'"{}[]:,\\ -.0123456789eE\n').to_bytes(1, "big"),
                json.dumps(draw.choice(WORDS)).encode(),
            ]
        )
        data = data[:start] + new + data[end:]
    return data


def _change(draw: random.Random, value: Any, place: Any) -> None:
    """Change what an object or a list has at a place."""
    what = draw.randrange(4)
    if what == 0:
        del value[place]
    elif what == 1:
        value[place] = copy.deepcopy(draw.choice([*broken.VALUES.values()]))
    elif what == 2 and isinstance(value, dict):
        value[draw.choice(WORDS)] = copy.deepcopy(value[place])
    elif isinstance(value, list):
        value.append(copy.deepcopy(value[place]))
    else:
        value[place] = draw.choice(WORDS)


def words() -> list[str]:
    """Return the keys and words of the schemas."""
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            found.update(value.get("properties", {}))
            found.update(value.get("enum", []))
            for item in value.values():
                walk(item)
        elif isinstance(value, list):
            for item in value:
                walk(item)

    for name in ("catalogue", "overlay"):
        schema = Path(kcinema.__file__).parent / f"data/{name}.schema.json"
        walk(json.loads(schema.read_text("utf-8")))
    return sorted(found)


WORDS = words()


def guided(watch: Watch, seed: int, memory: int) -> None:
    """Let atheris make the files."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "seeds").mkdir()
        for number, text in enumerate(seeds()):
            (folder / "seeds" / str(number)).write_bytes(text)
        lines = (f'"\\"{word}\\""\n' for word in WORDS)
        (folder / "words").write_text("".join(lines), "utf-8")
        arguments = [
            sys.argv[0],
            str(folder / "seeds"),
            f"-dict={folder / 'words'}",
            f"-max_len={LARGEST}",
            f"-timeout={LONGEST}",
            f"-rss_limit_mb={memory}",
            f"-seed={seed}",
            "-verbosity=0",
        ]
        atheris.Setup(arguments, watch, custom_mutator=mutated)
        atheris.Fuzz()


def unguided(watch: Watch, seed: int, memory: int) -> None:
    """Make the files by chance."""
    resource.setrlimit(resource.RLIMIT_AS, (memory << 20, resource.RLIM_INFINITY))
    draw, texts = random.Random(seed), seeds()
    while True:
        data = mutated(draw.choice(texts), LARGEST, draw.getrandbits(64))
        try:
            watch(data)
        except BaseException:
            Path("crash").write_bytes(data)
            raise


def main() -> None:
    """Fuzz."""
    options = argparse.ArgumentParser(description="Looks for files that do harm.")
    options.add_argument("--runs", type=int, default=100_000)
    options.add_argument("--memory", type=int, default=500, help="in MB")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--unguided", action="store_true")
    given = options.parse_args()
    fuzz = unguided if given.unguided else guided
    fuzz(Watch(given.runs), given.seed, given.memory)


if __name__ == "__main__":
    main()
