"""Copying through the multiplexers that stand between: the real ones."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import tempfile
import termios
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which

import pytest

from tests.tui.pseudo_terminal import Terminal

_DEADLINE = 30.0
SAID = "About 40 ships wait off Odesa for papers."
SCREEN, TMUX = which("screen"), which("tmux")
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}


@pytest.fixture
def sockets() -> Iterator[Path]:
    """A folder with a name as short as a socket's must be."""
    with tempfile.TemporaryDirectory(prefix="bt") as folder:
        yield Path(folder)


def environment(**more: str) -> dict[str, str]:
    """What a program is started with: the test's own, but for what a multiplexer would add."""
    return {**os.environ, **ENVIRONMENT, "PYTHONPATH": os.pathsep.join(sys.path), **more}


def until(holds: Callable[[], bool]) -> None:
    """Wait for this to be true."""
    end = time.monotonic() + _DEADLINE
    while not holds():
        assert time.monotonic() < end, "it did not come to be"
        time.sleep(0.05)


@pytest.mark.skipif(TMUX is None, reason="tmux is not installed")
def test_tmux_has_the_text_in_its_buffer(sockets: Path, corridor: Path) -> None:
    def tmux(*words: str) -> str:
        server = [str(TMUX), "-S", str(sockets / "s"), "-f", os.devnull]
        run = subprocess.run(
            [*server, *words], env=environment(), capture_output=True, check=False, text=True
        )
        return run.stdout

    program = (sys.executable, "-m", "brief_tui", str(corridor))
    try:
        tmux("new-session", "-d", "-x", "80", "-y", "24", *program)
        until(lambda: "KEY POINTS" in tmux("capture-pane", "-p"))
        tmux("send-keys", "2")
        until(lambda: "8 claims" in tmux("capture-pane", "-p"))
        tmux("send-keys", "y")
        until(lambda: "in tmux's buffer" in tmux("capture-pane", "-p"))
        assert tmux("show-buffer").startswith(SAID)
    finally:
        tmux("kill-server")


def test_inside_screen_it_is_sent_as_screen_takes_it(corridor: Path) -> None:
    with Terminal(80, 24) as terminal, terminal.running(corridor, STY="1.tty") as program:
        program.wait_for("KEY POINTS")
        program.send("2y")
        program.wait_for("sent through screen to the terminal")
        assert "\x1bP\x1b]52;c;" in program.written
        program.send("q")
        assert program.wait_for_end() == 0


@pytest.mark.skipif(SCREEN is None, reason="GNU screen is not installed")
def test_screen_hands_the_text_on_to_the_terminal(sockets: Path, corridor: Path) -> None:
    sockets.chmod(0o700)
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, 80))
    screen = [str(SCREEN), "-S", "copying"]
    words = [*screen, "-c", os.devnull, "-U", sys.executable, "-m", "brief_tui", str(corridor)]
    process = subprocess.Popen(
        words,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment(SCREENDIR=str(sockets)),
        start_new_session=True,
    )
    written = bytearray()

    def shows(pattern: bytes) -> bool:
        while select.select([master], [], [], 0)[0]:
            written.extend(os.read(master, 1 << 16))
        return re.search(pattern, written) is not None

    try:
        until(lambda: shows(b"KEY POINTS"))
        os.write(master, b"2")
        until(lambda: shows(b"8 claims"))
        os.write(master, b"y")
        until(lambda: shows(rb"\x1b\]52;c;[A-Za-z0-9+/=]*\x07"))
        until(lambda: shows(b"sent through screen"))
        (sent,) = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", written)
        assert b64decode(sent).decode().startswith(SAID)
        os.write(master, b"q")
        until(lambda: shows(b"screen is terminating"))
    finally:
        end = [*screen, "-X", "quit"]
        subprocess.run(
            end, env=environment(SCREENDIR=str(sockets)), capture_output=True, check=False
        )
        process.kill()
        process.wait()
        os.close(slave)
        os.close(master)
