"""How far an index is, as a value, for whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import NamedTuple, TypeAlias

_TELLING = 1.0
"""After how many seconds the time left is told; before, it would be a guess."""


class Progress(NamedTuple):
    """How far it is.

    Attributes:
        done: briefings read.
        total: briefings to be read.
        bytes_done: of their files.
        bytes_total: of the files of all of them.
        seconds: since it began.
        left: about how many seconds are left; None where that cannot be told yet.
    """

    done: int
    total: int
    bytes_done: int
    bytes_total: int
    seconds: float
    left: float | None


Report: TypeAlias = Callable[[Progress], None]
"""Is told how far it is; whoever wants it to stop raises ``Cancelled``."""


class Cancelled(Exception):
    """It was asked to stop. What had been written stays."""


class Course:
    """Counts what is done, and reports it."""

    def __init__(self, total: int, bytes_total: int, report: Report | None) -> None:
        self._began = monotonic()
        self._report = report
        self._now = Progress(0, total, 0, bytes_total, 0.0, None)

    def add(self, briefings: int, size: int) -> None:
        """So many briefings more have been read.

        Raises:
            Cancelled: it is to stop.
        """
        before = self._now
        seconds = monotonic() - self._began
        done = min(before.bytes_done + size, before.bytes_total)
        left = None
        if seconds >= _TELLING and done:
            left = seconds * (before.bytes_total - done) / done
        self._now = before._replace(
            done=min(before.done + briefings, before.total),
            bytes_done=done,
            seconds=seconds,
            left=left,
        )
        if self._report is not None:
            self._report(self._now)
