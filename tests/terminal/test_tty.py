"""The terminal as the kernel has it, and the end of a program that cannot end."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator

import pytest

from brief_tui.terminal.tty import LARGEST, USUAL, Tty


@pytest.fixture
def ends() -> Iterator[tuple[int, int]]:
    """The two ends of a pseudo-terminal: the terminal's, and the program's."""
    both = pty.openpty()
    yield both
    for end in both:
        os.close(end)


def resize(descriptor: int, columns: int, lines: int) -> None:
    """Give a terminal a size."""
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def test_its_size_is_the_kernels(ends: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setenv("LINES", "5")
    resize(ends[0], 132, 43)
    assert Tty(ends[1], ends[1]).size() == (132, 43)


def test_a_size_that_no_screen_has_is_not_believed(ends: tuple[int, int]) -> None:
    resize(ends[0], 65_535, 65_535)
    assert Tty(ends[1], ends[1]).size() == LARGEST


def test_a_terminal_without_a_size_has_the_usual_one(ends: tuple[int, int]) -> None:
    resize(ends[0], 0, 0)
    assert Tty(ends[1], ends[1]).size() == USUAL


def test_raw_and_back(ends: tuple[int, int]) -> None:
    tty = Tty(ends[1], ends[1])
    before = termios.tcgetattr(ends[1])
    tty.make_raw()
    tty.make_raw()
    raw = termios.tcgetattr(ends[1])
    assert not raw[3] & (termios.ECHO | termios.ICANON | termios.ISIG)
    assert not raw[1] & termios.OPOST
    os.write(ends[0], b"a")
    assert os.read(ends[1], 10) == b"a"
    tty.restore()
    assert termios.tcgetattr(ends[1]) == before
    tty.restore()
    assert termios.tcgetattr(ends[1]) == before


def test_what_is_no_terminal_is_left_alone() -> None:
    read, write = os.pipe()
    tty = Tty(read, write)
    tty.make_raw()
    tty.restore()
    assert tty.size() == USUAL
    os.close(read)
    os.close(write)


BLOCKED = """
import time
from brief_tui.terminal.last_resort import leave_by_force
leave_by_force(143, {clean_up}, 0.05)
while True:
    time.sleep(60)
"""


@pytest.mark.parametrize("clean_up", ["lambda: None", "lambda: time.sleep(60)", "lambda: 1 / 0"])
def test_a_program_that_cannot_end_is_ended(clean_up: str) -> None:
    program = [sys.executable, "-c", BLOCKED.format(clean_up=clean_up)]
    ended = subprocess.run(program, timeout=30, check=False, capture_output=True)
    assert ended.returncode == 143
