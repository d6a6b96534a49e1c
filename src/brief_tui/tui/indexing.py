"""An index made beside the app, in a process that ends with it however it ends."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from brief_tui.render.page import Span, Spans, Tone

_CELLS = 8
"""How long the bar is."""

_MINUTE = 60

_NOT_FROM_HERE = ("-P",)
"""Has Python import nothing from the folder that it is started in, which may be anybody's."""

_SOON = 0.05
"""Seconds between two looks whether a process that says no more has ended."""

_PATIENCE = 0.3
"""Seconds that it is given to end by itself when the app does."""


class Indexing:
    """The process, and what it last said of how far it is."""

    def __init__(
        self,
        paths: Sequence[Path],
        told: Callable[[Spans], object],
        ended: Callable[[bool], object],
    ) -> None:
        """Start it; in a running event loop.

        Args:
            paths: the files and folders that the index is of.
            told: is told how far it is, in words.
            ended: is told when it has ended, and whether it did what it was to do.

        Raises:
            OSError: no process can be started.
        """
        self._told = told
        self._ended = ended
        self._rest = b""
        # The same program as this one, wherever that was found.
        package = os.fspath(Path(__file__).parents[2])
        path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
        words = ("index", "--progress", "json", "--beside", "--", *map(os.fspath, paths))
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, *_NOT_FROM_HERE, "-m", "brief_tui", *words],
            stdin=subprocess.PIPE,  # it ends when this is closed, as it is when the app is no more
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": path},
            bufsize=0,
        )
        assert self._process.stdout is not None
        self._out = self._process.stdout.fileno()
        os.set_blocking(self._out, False)
        self._events = asyncio.get_running_loop()
        self._events.add_reader(self._out, self._read)

    def stop(self) -> None:
        """End the process; what it has indexed by then is kept."""
        self._events.remove_reader(self._out)
        self._close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_PATIENCE)
            return
        self._process.kill()
        self._process.wait()

    def _read(self) -> None:
        try:
            data = os.read(self._out, 65536)
        except BlockingIOError:
            return
        if not data:
            self._events.remove_reader(self._out)
            self._look_whether_ended()
            return
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines[-1:]:
            with suppress(ValueError, TypeError):
                said = in_words(json.loads(line))
                if said:
                    self._told(said)

    def _look_whether_ended(self) -> None:
        code = self._process.poll()
        if code is None:
            self._events.call_later(_SOON, self._look_whether_ended)
            return
        self._close()
        self._ended(code == 0)

    def _close(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


def in_words(said: dict[str, float | None]) -> Spans:
    """How far it is: a bar, per cent and the time left; nothing where nothing is to be done."""
    done, every, left = said.get("bytes_done"), said.get("bytes_total"), said.get("left")
    if done is None or not every:
        return ()
    share = min(done / every, 1.0)
    full = int(share * _CELLS)
    bar = "█" * full + "░" * (_CELLS - full)
    time = f", {about(left)} left" if left is not None and left >= 1 else ""
    return (
        Span("indexing ", Tone.MUTED),
        Span(bar, Tone.ACCENT),
        Span(f" {int(share * 100)}%{time}", Tone.MUTED),
    )


def about(seconds: float) -> str:
    """A time in words, so roughly that it does not change all the while."""
    if seconds < _MINUTE:
        tens = -(-int(seconds) // 10) * 10
        return f"{tens} s" if seconds >= 10 else "a few seconds"
    minutes = round(seconds / _MINUTE)
    return "1 minute" if minutes == 1 else f"{minutes} minutes"
