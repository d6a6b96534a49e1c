"""The real program in a real terminal, which is a pseudo one."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.tui.painted import Painted

_DEADLINE = 30.0
"""Seconds after which waiting is a failure. No test waits so long when all is well."""

_MODE = re.compile(r"\x1b\[\?([0-9;]+)([hl])")


class Program:
    """A running program, what it wrote, and what its terminal shows."""

    def __init__(self, process: subprocess.Popen[bytes], master: int, painted: Painted) -> None:
        self._process = process
        self._master = master
        self._painted = painted
        self._bytes = bytearray()
        self._decoded = 0

    def send(self, keys: str) -> None:
        """Type keys."""
        os.write(self._master, keys.encode())

    def wait_for(self, wanted: str | Callable[[str], bool]) -> str:
        """Wait until this stands on the screen, or is true of it; the screen then."""
        holds = (lambda screen: wanted in screen) if isinstance(wanted, str) else wanted
        end = time.monotonic() + _DEADLINE
        while not holds(screen := self._painted.text()):
            assert self._read(end), f"{wanted!r} did not come to be on the screen:\n{screen}"
        return screen

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def wait_for_end(self) -> int:
        """Read what is written to the last byte; the exit code."""
        end = time.monotonic() + _DEADLINE
        while self._process.poll() is None:
            self._read(min(end, time.monotonic() + 0.05))
            assert time.monotonic() < end, f"it goes on:\n{self._painted.text()}"
        while self._read(time.monotonic()):
            pass
        return self._process.returncode

    @property
    def written(self) -> str:
        """All that was written so far."""
        return self._bytes.decode()

    @property
    def screen(self) -> Painted:
        """What the terminal shows."""
        return self._painted

    def modes(self) -> Mapping[str, bool]:
        """Every private mode of the terminal that was asked for, and whether it is now on."""
        found: dict[str, bool] = {}
        for numbers, letter in _MODE.findall(self.written):
            found.update(dict.fromkeys(numbers.split(";"), letter == "h"))
        return found

    def _read(self, end: float) -> bool:
        """Take what comes until ``end``; whether there was anything."""
        ready, _, _ = select.select([self._master], [], [], max(end - time.monotonic(), 0))
        if not ready:
            return False
        try:
            chunk = os.read(self._master, 1 << 16)
        except OSError:  # Linux says so when the last writer is gone
            return False
        self._bytes += chunk
        text = self._bytes[self._decoded :].decode(errors="ignore")
        self._decoded += len(text.encode())
        self._painted.write(text)
        return bool(chunk)


class Terminal:
    """A pseudo-terminal that outlives the programs in it."""

    def __init__(self, columns: int, lines: int) -> None:
        self.size = columns, lines
        self._master, self._slave = pty.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    @property
    def settings(self) -> list[object]:
        """How the terminal treats input and output (termios)."""
        return list(termios.tcgetattr(self._slave))

    @contextmanager
    def running(self, *words: str | Path, **environ: str) -> Iterator[Program]:
        """The program with these arguments; it is ended if it has not ended by itself."""
        with self.running_python("-m", "brief_tui", *words, **environ) as program:
            yield program

    @contextmanager
    def running_python(self, *words: str | Path, **environ: str) -> Iterator[Program]:
        """Python with these arguments; it is ended if it has not ended by itself."""
        process = subprocess.Popen(
            [sys.executable, *map(str, words)],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env=os.environ | environ,
            start_new_session=True,
        )
        try:
            yield Program(process, self._master, Painted(*self.size))
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()

    def close(self) -> None:
        """Be gone."""
        os.close(self._slave)
        os.close(self._master)
