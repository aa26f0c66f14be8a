"""A process forked while another thread is inside the first use."""

from __future__ import annotations

import os
import threading
import time
import warnings

import pytest

import kcinema
from kcinema import _packaged
from kcinema._catalogue import Catalogue


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_forked_child_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """It does not wait for a lock that a thread of its parent's held."""
    reading = threading.Event()
    read = _packaged._bytes

    def slow(name: str) -> bytes:
        reading.set()
        time.sleep(0.3)
        return read(name)

    monkeypatch.setattr(_packaged, "_bytes", slow)
    catalogue = Catalogue._of(_packaged._Packaged())
    thread = threading.Thread(target=catalogue.films)
    thread.start()
    assert reading.wait(10)
    with warnings.catch_warnings():
        # Python warns of forking beside threads, which is what this is about.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:  # pragma: no cover  # measured in the parent only
        os._exit(0 if len(catalogue.films()) == len(kcinema.films()) else 1)
    assert _ends(child, seconds=30) == 0
    thread.join()
    assert catalogue.film("parasite-2019").year == 2019


def _ends(child: int, seconds: float) -> int | None:
    """Return the exit status of a child, or None if it had to be killed."""
    for _ in range(int(seconds * 20)):
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.05)
    os.kill(child, 9)
    os.waitpid(child, 0)
    return None
