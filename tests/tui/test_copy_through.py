"""Copying through the multiplexers that stand between: the real ones."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
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
    environ = {**ENVIRONMENT, "SCREENDIR": str(sockets)}
    screen = [str(SCREEN), "-S", "copying"]
    words = [*screen, "-c", os.devnull, "-U", sys.executable, "-m", "brief_tui", str(corridor)]
    with (
        Terminal(80, 24) as terminal,
        terminal.running_command(words, environ, ours=False) as program,
    ):
        try:
            program.wait_for("KEY POINTS")
            program.send("2")
            program.wait_for("8 claims")
            program.send("y")
            program.wait_for("sent through screen")
            (sent,) = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", program.data)
            assert b64decode(sent).decode().startswith(SAID)
            program.send("q")
            program.wait_for_bytes(b"screen is terminating")
        finally:
            end = [*screen, "-X", "quit"]
            subprocess.run(end, env=environment(**environ), capture_output=True, check=False)
