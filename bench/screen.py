"""A program on a pseudo-terminal, watched from its start until its first text is on the screen."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.programs import peak_bytes

ROWS, COLUMNS = 24, 80
PATIENCE = 20.0
"""Seconds after which a program that has shown nothing is given up."""

SETTLING = 0.5
"""Seconds that a program is left alone after its first text before its memory is read."""


class NoText(Exception):
    """The program ended, or went on for too long, without showing what was waited for."""


class Seen(NamedTuple):
    """What was seen of one start.

    Attributes:
        seconds: from before the process was made until its text was there to read.
        peak: the most memory it had resident until shortly after, in bytes.
    """

    seconds: float
    peak: int


def watch(
    command: Sequence[str | Path],
    text: str,
    environment: Mapping[str, str],
    *,
    settling: float = 0.0,
) -> Seen:
    """Start ``command`` at 80×24, wait until it writes ``text``, and end it.

    Args:
        command: the program and its arguments.
        text: what to wait for; it has to come in one piece, in one style.
        environment: the program's environment variables.
        settling: seconds to leave it alone before it is ended.

    Raises:
        NoText: it never showed the text.
    """
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (ROWS, COLUMNS))
    begin = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        end = _wait_for(ours, text.encode(), begin + PATIENCE)
        if end is not None and settling:
            _wait_for(ours, None, time.perf_counter() + settling)
    finally:
        os.kill(process.pid, signal.SIGKILL)  # Popen's own kill would reap it, and its usage
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        os.close(ours)
    if end is None:
        raise NoText(f"{command[-1]} did not show {text!r}")
    return Seen(end - begin, peak_bytes(usage.ru_maxrss))


def _wait_for(terminal: int, text: bytes | None, until: float) -> float | None:
    """When ``text`` had come, or None; with no text, read away what comes until ``until``."""
    written = b""
    while (left := until - time.perf_counter()) > 0:
        if not select.select([terminal], [], [], left)[0]:
            return None
        try:
            data = os.read(terminal, 1 << 16)
        except OSError:  # Linux, where the other end was closed
            return None
        if not data:
            return None
        written += data
        if text is not None and text in written:
            return time.perf_counter()
    return None
