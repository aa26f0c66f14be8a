"""Measuring side by side: every contender in turn, so that noise falls on all alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
import timeit
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Compiled modules are kept, as they are for every installed package.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


class Times(NamedTuple):
    """What repeated runs took, in seconds."""

    median: float
    low: float
    """The first quartile."""
    high: float
    """The third quartile."""

    def in_ms(self) -> str:
        """Write median and quartiles in milliseconds."""
        return (
            f"{self.median * 1e3:.4g} ({self.low * 1e3:.4g} to {self.high * 1e3:.4g})"
        )


def spread(seconds: Iterable[float]) -> Times:
    """Sum up what repeated runs took."""
    low, median, high = statistics.quantiles(seconds, n=4, method="inclusive")
    return Times(median, low, high)


def processes(codes: dict[str, str], rounds: int) -> dict[str, Times]:
    """Time whole processes of this Python, each of which runs one line of code."""
    taken: dict[str, list[float]] = {name: [] for name in codes}
    for turn in range(rounds + 1):
        for name, code in codes.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, check=True)
            if turn:  # the first one compiles modules and fills the disk's cache
                taken[name].append(time.perf_counter() - start)
    return {name: spread(found) for name, found in taken.items()}


def printed(code: str) -> float:
    """Return the number that a process of its own prints."""
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, env=ENVIRONMENT, check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def calls(functions: dict[str, Callable[[], object]], rounds: int) -> dict[str, Times]:
    """Time calls in this process, many of the quick ones at a time."""
    timers = {name: timeit.Timer(function) for name, function in functions.items()}
    counts = {name: _enough(timer) for name, timer in timers.items()}
    taken: dict[str, list[float]] = {name: [] for name in functions}
    for _ in range(rounds):
        for name, timer in timers.items():
            taken[name].append(timer.timeit(counts[name]) / counts[name])
    return {name: spread(found) for name, found in taken.items()}


def _enough(timer: timeit.Timer) -> int:
    """Find how many calls take a fiftieth of a second."""
    count = 1
    while timer.timeit(count) < 0.02:
        count *= 4
    return count
