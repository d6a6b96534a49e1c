"""Keys pressed in the real app on a real pseudo-terminal, and how long each takes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from math import ceil
from pathlib import Path
from typing import NamedTuple

from tests.tui.program import Program
from tests.tui.pseudo_terminal import Terminal

SIZE = 80, 24
"""Columns and lines of the terminal."""

QUIET = 0.3
"""Seconds without a byte after which nothing more is taken to come of a key."""


class Waits(NamedTuple):
    """Of one key, in seconds: until the first byte of an answer, and until the last."""

    first: float
    last: float


def wait(program: Program, keys: str, quiet: float = QUIET) -> Waits | None:
    """Press keys, and wait until all has come that they set off; None where nothing comes."""
    reads, pressed = len(program.reads), time.monotonic()
    program.send(keys)
    program.settle(quiet)
    came = program.reads[reads:]
    return Waits(came[0].at - pressed, came[-1].at - pressed) if came else None


def waits(program: Program, keys: Iterable[str], quiet: float = QUIET) -> list[Waits]:
    """The same of each key in turn; those that nothing comes of are left out."""
    found = (wait(program, key, quiet) for key in keys)
    return [each for each in found if each is not None]


def percentile(seconds: Sequence[float], share: float = 0.95) -> float:
    """The time that this share of all does not exceed: one that was measured, none between two.

    Raises:
        ValueError: nothing was measured.
    """
    if not seconds:
        raise ValueError("no key was answered")
    return sorted(seconds)[ceil(share * len(seconds)) - 1]


@contextmanager
def reading(home: Path, *words: str | Path, **environ: str) -> Iterator[Program]:
    """The app with these arguments, by a reader whose files lie in ``home``."""
    with Terminal(*SIZE, home=home) as terminal, terminal.running(*words, **environ) as program:
        yield program
        if program.running:
            program.send("\x1b\x1bq")
            program.wait_for_end()


def memory(program: Program) -> int:
    """What a program and those that it started have in memory, in bytes.

    Memory that several share counts in parts (PSS), so that what is only mapped by many is not
    counted many times. Linux only.

    Raises:
        OSError: the system does not say.
    """
    return sum(_of_one(each) for each in _with_children(program.pid))


def _of_one(pid: int) -> int:
    text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("Pss:"))
    return int(line.split()[1]) * 1024


def _with_children(pid: int) -> Iterator[int]:
    yield pid
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(file.read_text(encoding="utf-8").rpartition(") ")[2].split()[1])
        except OSError:  # it has ended since
            continue
        if parent == pid:
            yield from _with_children(int(file.parent.name))
