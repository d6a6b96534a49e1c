"""A program on a terminal: what it is sent, what it wrote, and what its terminal shows."""

from __future__ import annotations

import os
import re
import select
import subprocess
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Mapping
from pathlib import Path
from signal import SIGCONT, SIGKILL, SIGTSTP
from typing import NamedTuple, Protocol

from tests.hostile.grammar import assert_ours
from tests.tui.answering import Manner
from tests.tui.painted import CUT_OFF, Painted

DEADLINE = 30.0
"""Seconds after which waiting is a failure. No test waits so long when all is well."""

QUIET = 0.15
"""Seconds without a byte after which a program is taken to have written what it had to write."""

COPY_KEYS = "y"
"""The keys that ask for something to be copied."""

_MODE = re.compile(r"\x1b\[\?([0-9;]+)([hl])")


class Read(NamedTuple):
    """What came from a program at once, and when (``time.monotonic``)."""

    at: float
    data: bytes


class Tty(Protocol):
    """The terminal that a program is on: its size, the end that a reader sits at, its manner."""

    size: tuple[int, int]
    master: int
    manner: Manner
    lost: bool

    def resize(self, columns: int, lines: int) -> None: ...


class Program:
    """A running program, what it wrote, and what its terminal shows.

    Attributes:
        reads: What came from it, piece by piece.
        keyboard: The terminal that keys are typed on, where that is another one.
    """

    def __init__(self, process: subprocess.Popen[bytes], terminal: Tty) -> None:
        self._process = process
        self._terminal = terminal
        self._painted = Painted(*terminal.size)
        self._bytes = bytearray()
        self._painted_to = 0
        self._asked_to = 0
        self._copies: list[int] = []
        self.reads: list[Read] = []
        self.keyboard: Tty = terminal

    # What a reader, a terminal or a link does.

    def send(self, keys: str | bytes) -> None:
        """Type keys, or send any bytes."""
        data = keys.encode() if isinstance(keys, str) else keys
        self.expect_copy(sum(data.count(key.encode()) for key in COPY_KEYS))
        while data:
            data = data[os.write(self.keyboard.master, data) :]

    def expect_copy(self, times: int = 1) -> None:
        """Let something be copied, for another reason than that a key for it was sent."""
        self._copies += [len(self.written)] * times if times else []

    def resize(self, columns: int, lines: int) -> None:
        """Make the terminal another size, of which the kernel tells the program.

        Nothing of what stood on it is to be relied on: terminals wrap it anew, each in its own way.
        """
        same = self._terminal.size == (columns, lines)  # of which nobody is told
        self._paint()
        self._terminal.resize(columns, lines)
        self._painted.resize(columns, lines)
        if not same:
            self._painted.litter()

    def draw_over(self) -> None:
        """Clear what the terminal shows behind the program's back."""
        self._paint().forget()

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def stop(self, number: int = SIGTSTP) -> None:
        """Send a signal that stops the program, and wait until it is stopped."""
        self.signal(number)
        self.wait_until_stopped()

    def wait_until_stopped(self) -> None:
        """Wait until something has stopped the program."""
        end = time.monotonic() + DEADLINE
        options = os.WSTOPPED | os.WNOHANG | os.WNOWAIT
        while os.waitid(os.P_PID, self._process.pid, options) is None:
            assert time.monotonic() < end, "it is not stopped"
            self._read(time.monotonic() + 0.01)
        while self._read(time.monotonic()):
            pass

    def go_on(self) -> None:
        """Let a stopped program go on."""
        self.signal(SIGCONT)

    # Waiting.

    def wait_for(self, wanted: str | Callable[[str], bool]) -> str:
        """Wait until this stands on the screen, or is true of it; the screen then."""
        holds = (lambda screen: wanted in screen) if isinstance(wanted, str) else wanted
        end = time.monotonic() + DEADLINE
        while not holds(screen := self.screen.text()):
            goes_on = self.running
            more = self._read(min(end, time.monotonic() + 0.5))
            assert more or (goes_on and time.monotonic() < end), (
                f"{wanted!r} did not come to be on the screen:\n{screen}"
            )
        return screen

    def wait_for_bytes(self, wanted: bytes) -> None:
        """Wait until this was written."""
        end = time.monotonic() + DEADLINE
        while wanted not in self._bytes:
            assert self._read(end), f"{wanted!r} was not written:\n{self.screen.text()}"

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Wait until this is true of something beside the screen."""
        end = time.monotonic() + DEADLINE
        while not holds():
            assert time.monotonic() < end, f"it did not come to be:\n{self.screen.text()}"
            self._read(time.monotonic() + 0.001)

    def settle(self, quiet: float = QUIET) -> None:
        """Wait until nothing has been written for so many seconds."""
        end = time.monotonic() + DEADLINE
        while self._read(time.monotonic() + quiet):
            assert time.monotonic() < end, "it goes on writing"

    def watch(self, seconds: float) -> None:
        """Read what is written for so long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._read(end)

    def wait_for_end(self, within: float = DEADLINE) -> int:
        """Read what is written to the last byte; the exit code, or a signal's number below 0."""
        end = time.monotonic() + within
        while self._process.poll() is None:
            self._read(min(end, time.monotonic() + 0.01))
            assert time.monotonic() < end, f"it goes on:\n{self.screen.text()}"
        while self._read(time.monotonic()):
            pass
        return self._process.returncode

    # What came of it.

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether the program has not ended."""
        return self._process.poll() is None

    @property
    def written(self) -> str:
        """All that was written so far."""
        return _whole(self._bytes)

    @property
    def data(self) -> bytes:
        """The same, as the bytes that came."""
        return bytes(self._bytes)

    @property
    def length(self) -> int:
        """How many of them came."""
        return len(self._bytes)

    @property
    def screen(self) -> Painted:
        """What the terminal shows."""
        return self._paint()

    def frames(self, begin: int = 0) -> list[str]:
        """Every frame that the terminal was told to show as a whole, since so many bytes."""
        text = _whole(self._bytes[begin:])
        return [part.partition("\x1b[?2026l")[0] for part in text.split("\x1b[?2026h")[1:]]

    def modes(self) -> Mapping[str, bool]:
        """Every private mode of the terminal that was asked for, and whether it is now on."""
        found: dict[str, bool] = {}
        for numbers, letter in _MODE.findall(self.written):
            found.update(dict.fromkeys(numbers.split(";"), letter == "h"))
        return found

    def processor_seconds(self) -> float:
        """The time of a processor that the program has used (Linux)."""
        stat = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8")
        user, system = stat.rpartition(") ")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def judge(self) -> None:
        """Assert that nothing was written but text, and sequences of ours."""
        killed = self._process.returncode in (-SIGKILL, None) or self._terminal.lost
        written = self.written if killed else self._bytes.decode()
        assert_ours(written, self._copies, cut=killed)

    def _paint(self) -> Painted:
        text = _whole(self._bytes[self._painted_to :])
        self._painted_to += len(text.encode())
        self._painted.write(text)
        return self._painted

    def _read(self, end: float) -> bool:
        """Take what comes until ``end``; whether there was anything."""
        if self._terminal.lost:
            time.sleep(max(min(end - time.monotonic(), 0.01), 0))
            return False
        ready, _, _ = select.select([self._terminal.master], [], [], max(end - time.monotonic(), 0))
        if not ready:
            return False
        try:
            data = os.read(self._terminal.master, 1 << 16)
        except OSError:  # Linux says so when the last writer is gone
            return False
        self.reads.append(Read(time.monotonic(), data))
        self._bytes += data
        self._answer()
        return bool(data)

    def _answer(self) -> None:
        text = _whole(self._bytes[self._asked_to :])
        cut = CUT_OFF.search(text)
        whole = text[: cut.start()] if cut else text
        self._asked_to += len(whole.encode())
        for answer in self._terminal.manner.answers(whole):
            os.write(self._terminal.master, answer.encode())


def _whole(data: bytes | bytearray) -> str:
    """The text of UTF-8, of which the last character may be cut off."""
    return getincrementaldecoder("utf-8")().decode(data)
