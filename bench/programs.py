"""Programs run to their end, one at a time, and what that took."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

Measured = TypeVar("Measured")


class Ran(NamedTuple):
    """What was seen of a program that ended well.

    Attributes:
        seconds: from before its process was made until it had ended.
        peak: the most memory it had resident, in bytes.
        output: what it wrote to stdout.
    """

    seconds: float
    peak: int
    output: str


def run(command: Sequence[str | Path], environment: Mapping[str, str]) -> Ran:
    """Run a program to its end.

    Raises:
        RuntimeError: it failed; the text is the last line it wrote to stderr.
    """
    begin = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
        encoding="utf-8",
    )
    # Programs that are measured write little, so that neither pipe can fill up.
    assert process.stdout is not None
    assert process.stderr is not None
    output, words = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        last = words.strip().splitlines()[-1:] or [f"exit code {process.returncode}"]
        raise RuntimeError(last[0])
    return Ran(seconds, peak_bytes(usage.ru_maxrss), output)


def peak_bytes(maxrss: int) -> int:
    """A peak as the system gives it, in bytes: Linux counts in KiB, macOS in bytes."""
    return maxrss if sys.platform == "darwin" else maxrss * 1024


def in_turn(rounds: int, *measures: Callable[[], Measured]) -> tuple[list[Measured], ...]:
    """Measure by turns, so that a busy moment of the machine falls on all alike.

    A first round that warms the caches is not counted.
    """
    found: tuple[list[Measured], ...] = tuple([] for _ in measures)
    for number in range(rounds + 1):
        for measure, kept in zip(measures, found, strict=True):
            one = measure()
            if number:
                kept.append(one)
    return found
