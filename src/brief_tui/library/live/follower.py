"""Follows the files of a library in a thread of its own, until it is told to end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event, Thread
from time import monotonic

from brief_tui.library.live.settling import Settling

_PATIENCE = 0.5
"""Seconds in which the thread ends, unless it is reading a briefing."""


class Follower:
    """Looks at files once changes to them have come to rest."""

    def __init__(
        self,
        paths: Sequence[Path],
        begin: Callable[[], Callable[[], float]],
        *,
        at_once: bool,
    ) -> None:
        """Follow nothing yet.

        Args:
            paths: the files and folders to watch.
            begin: gives, in the thread, what looks at the files and tells in how many seconds to
                do so again, 0 for not before a change.
            at_once: whether to look at the beginning too.
        """
        self._paths = paths
        self._begin = begin
        self._at_once = at_once
        self._stop = Event()
        self._thread = Thread(target=self._run, name="brief-tui-follower", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def end(self) -> None:
        """Stop, and wait for it a moment."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(_PATIENCE)

    def _run(self) -> None:
        from brief_tui.library.live.watching import turns

        look = self._begin()
        settling = Settling()
        if self._at_once:
            settling.changed(monotonic())
        for changed in turns(self._paths, self._stop):
            if changed:
                settling.changed(monotonic())
            if settling.take(monotonic()):
                seconds = look()
                if seconds:
                    settling.again(monotonic(), seconds)
