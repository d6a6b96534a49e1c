"""Two panes of a tmux of our own, to which bytes are written as a program writes them."""

from __future__ import annotations

import os
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

from tests.tui.painted import Cell, Painted

TMUX = which("tmux")

# Runs in a pane: writes what it is sent, and says so when tmux has taken it, which it has when it
# answers where the cursor is.
_WRITER = r"""
import os, socket, sys, tty

tty.setraw(0)
end = socket.socket(socket.AF_UNIX)
end.connect(sys.argv[1])
stream = end.makefile("rb")
while head := stream.read(4):
    os.write(1, stream.read(int.from_bytes(head, "big")) + b"\x1b[6n")
    while not os.read(0, 100).endswith(b"R"):
        pass
    end.sendall(b".")
"""


class Pane:
    """A pane of tmux, of which a column more than is drawn on lies at the right."""

    def __init__(
        self, server: list[str], number: int, size: tuple[int, int], end: socket.socket
    ) -> None:
        self._server = server
        self._number = number
        self._size = size
        self._end = end

    def write(self, text: str) -> None:
        """Have tmux show this; returns when it does."""
        data = text.encode()
        self._end.sendall(struct.pack(">I", len(data)) + data)
        assert self._end.recv(1) == b"."

    def shown(self) -> list[list[Cell]]:
        """Every cell, with nothing in it that a reader cannot see."""
        columns, rows = self._size
        # tmux does not tell of what is erased behind the last character of a line.
        ends = "".join(f"\x1b[{y};{columns + 1}H|" for y in range(1, rows + 1))
        self.write(f"\x1b7\x1b[m{ends}\x1b8")
        target = ("-t", f":{self._number}.0")
        lines = _run(self._server, "capture-pane", "-p", "-e", "-N", *target).split("\n")[:rows]
        painted = Painted(columns + 1, rows)
        painted.write("\x1b[?7l" + "".join(f"\x1b[{y}H{line}" for y, line in enumerate(lines, 1)))
        return [row[:columns] for row in painted.shown()]


@contextmanager
def panes(count: int, columns: int, rows: int, folder: Path) -> Iterator[list[Pane]]:
    """So many panes of one size, in windows of their own."""
    assert TMUX is not None
    server = [TMUX, "-S", str(folder / "tmux"), "-f", os.devnull]
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(folder / "writers"))
    listening.listen()
    listening.settimeout(20)
    writer = [sys.executable, "-c", _WRITER, str(folder / "writers")]
    size = ("-x", str(columns + 1), "-y", str(rows))
    ends = []
    try:
        for number in range(count):
            begin = ["new-session", "-d", *size] if not number else ["new-window", "-d"]
            off = ["set", "-g", "status", "off", ";"] if number else []
            _run(server, *off, *begin, *writer)
            if not number:
                _run(server, "set", "-g", "status", "off")
            end, _ = listening.accept()
            end.settimeout(20)
            ends.append(end)
        yield [Pane(server, number, (columns, rows), end) for number, end in enumerate(ends)]
    finally:
        for end in (*ends, listening):
            end.close()
        subprocess.run([*server, "kill-server"], capture_output=True, check=False)


def _run(server: list[str], *words: str) -> str:
    environ = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
    done = subprocess.run(
        [*server, *words], env=environ, capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout
