"""Several processes, interpreters and threads that ask the packaged catalogue."""

from __future__ import annotations

import copy
import json
import multiprocessing
import os
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import bundles
import kcinema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcinema import Catalogue

FREE_THREADED = tuple(f"python3.{minor}t" for minor in range(13, 16))


# Processes ----------------------------------------------------------------------------


@pytest.fixture(name="worker", scope="module", params=["spawn", "forkserver"])
def _worker(request: pytest.FixtureRequest) -> Iterator[ProcessPoolExecutor]:
    """One process, started in each of the ways that copy no memory."""
    if request.param not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system has no {request.param}")
    context = multiprocessing.get_context(request.param)
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        yield pool


def test_a_film_comes_back_from_a_worker_equal(worker: ProcessPoolExecutor) -> None:
    """It leads to our directors: both processes have the packaged catalogue."""
    film = kcinema.film("parasite-2019")
    back = worker.submit(copy.copy, film).result()

    assert back == film
    assert back.directors[0] is film.directors[0]


def test_a_film_of_another_catalogue_takes_it_along(
    worker: ProcessPoolExecutor, small: Catalogue
) -> None:
    """There and back it leads to its directors, and they to its other films."""
    film = small.film("second-film-1995")
    back = worker.submit(copy.copy, film).result()

    assert back == film
    assert back.directors == film.directors
    assert back.directors[0].films == film.directors[0].films


def test_a_worker_answers_as_this_process_does(worker: ProcessPoolExecutor) -> None:
    """The module's functions can be handed over, and films passed to them."""
    hits = worker.submit(kcinema.search, "기생충").result()
    (similar,) = worker.map(kcinema.similar, [hits[0].item])

    assert hits == kcinema.search("기생충")
    assert similar == kcinema.similar("parasite-2019")


# Interpreters in one process ----------------------------------------------------------

# CPython 3.12.1 crashes in a second subinterpreter, and when it takes down the first,
# as soon as they import some modules of the standard library.
_INTERPRETERS = 1 if sys.version_info[:2] == (3, 12) else 2
_ASK_IN_EACH = """
import os, sys
try:
    import _interpreters as interpreters
except ImportError:  # before Python 3.13
    import _xxsubinterpreters as interpreters

code = f'''
import sys
sys.path[:] = {sys.path!r}
import kcinema
film = kcinema.search("oldboi")[0].item
print(film.id, kcinema.similar(film)[0].film.id, len(kcinema.hidden_gems()), flush=True)
'''
for each in [interpreters.create() for _ in range(int(sys.argv[1]))]:
    error = interpreters.run_string(each, code)
    assert error is None, error.formatted
os._exit(0)
"""


@pytest.mark.skipif(
    not any(map(find_spec, ("_interpreters", "_xxsubinterpreters"))),
    reason="this Python has no subinterpreters",
)
def test_each_subinterpreter_answers_by_itself() -> None:
    """No module that kcinema needs is refused there."""
    film = kcinema.film("oldboy-2003")
    first = kcinema.similar(film)[0].film

    printed = _printed(sys.executable, "-c", _ASK_IN_EACH, str(_INTERPRETERS))

    expected = f"{film.id} {first.id} {len(kcinema.hidden_gems())}"
    assert printed.splitlines() == [expected] * _INTERPRETERS


# Threads in a process that has just begun ---------------------------------------------

_EIGHT_THREADS = """
import json, sys, threading
import kcinema

sys.setswitchinterval(1e-6)  # where there is one lock, it changes hands all the time
start = threading.Barrier(8)
found, seen = [], []

def ask():
    start.wait()
    gems = [film.id for film in kcinema.hidden_gems()]
    hit = kcinema.search("기생충")[0].item
    similar = [like.film.id for like in kcinema.similar(hit)]
    found.append([gems, hit.directors[0].name_ko, similar])
    seen.extend([hit, kcinema.film("parasite-2019")])

threads = [threading.Thread(target=ask) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
locked = getattr(sys, "_is_gil_enabled", lambda: True)()
print(json.dumps([locked, found, len({id(film) for film in seen})]))
"""


def _free_threaded() -> str | None:
    """Find a Python without the global lock on the path or among pyenv's."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    found = [*map(shutil.which, FREE_THREADED), *pyenv.glob("versions/3*t/bin/python")]
    return next((str(python) for python in found if python), None)


@pytest.mark.parametrize("lock", [True, False], ids=["one lock", "free-threaded"])
def test_eight_threads_get_the_same_first_answer(tmp_path: Path, *, lock: bool) -> None:
    """Imports, reading and indexing all happen at once, and are made once."""
    python = sys.executable if lock else _free_threaded()
    if python is None:
        pytest.skip(f"no free-threaded Python is here: {', '.join(FREE_THREADED)}")
    archive = bundles.application(_EIGHT_THREADS, tmp_path)
    hit = kcinema.film("parasite-2019")
    expected = [
        [film.id for film in kcinema.hidden_gems()],
        "봉준호",
        [like.film.id for like in kcinema.similar(hit)],
    ]

    locked, found, films = json.loads(_printed(python, archive))

    assert locked or not lock
    assert found == [expected] * 8
    assert films == 1


def _printed(*command: str | Path) -> str:
    """Return what a command prints."""
    result = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )
    return result.stdout
