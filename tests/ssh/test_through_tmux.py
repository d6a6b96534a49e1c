"""The same with a terminal of tmux's or screen's between the reader and ssh."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.ssh.site import Site
from tests.ssh.test_cut_off import assert_gone, reading
from tests.tui.program import DEADLINE, Program
from tests.tui.pseudo_terminal import Terminal
from tests.tui.restored import assert_restored

NAMES = ["tmux-256color", "screen-256color", "screen"]


class Tmux:
    """A tmux of the test's own, on the reader's machine."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program = program
        self._folder = folder

    def _words(self, *words: str) -> list[str]:
        # By name and not by path, which would be too long for a socket.
        return [self._program, "-L", self._folder.name, "-f", "/dev/null", *words]

    def tell(self, *words: str) -> str:
        """Give it a command; what it answers."""
        done = subprocess.run(
            self._words(*words),
            capture_output=True,
            encoding="utf-8",
            timeout=DEADLINE,
            check=True,
        )
        return done.stdout

    @contextmanager
    def running(self, terminal: Terminal, name: str, command: list[str]) -> Iterator[Program]:
        """A command in a window of it, on a reader's terminal; ``name`` is what it calls its own.

        Its last line is tmux's.
        """
        words = self._words(
            *("set-option", "-g", "default-terminal", name, ";"),
            *("new-session", shlex.join(command)),
        )
        with terminal.running_command(words, {}, ours=False) as program:
            try:
                yield program
            finally:
                subprocess.run(
                    self._words("kill-server"), capture_output=True, timeout=DEADLINE, check=False
                )


@pytest.fixture
def through(tmux: str, tmp_path: Path) -> Tmux:
    """tmux."""
    return Tmux(tmux, tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_it_opens_reads_changes_its_size_and_leaves(
    site: Site, terminal: Terminal, through: Tmux, name: str
) -> None:
    command = site.ssh("corridor", options=["-t"])
    with through.running(terminal, name, command) as program:
        screen = program.wait_for("KEY POINTS")
        assert "Talks on a grain corridor" in screen.partition("\n")[0]
        program.send("2jj")
        program.wait_for("── 3 of 8 ──")
        program.resize(120, 40)
        program.wait_for(lambda screen: "everything shown" in screen.split("\n")[38])
        program.send("c")
        program.wait_for("Countries")
        program.send("rok\r\x1b")
        program.wait_for("country: South Korea")
        program.send("q")
        assert program.wait_for_end() == 0


@pytest.mark.parametrize("name", NAMES)
def test_what_a_reader_sees_is_what_one_without_it_sees(
    site: Site, terminal: Terminal, through: Tmux, name: str
) -> None:
    command = site.ssh("corridor", "section:claims", options=["-t"])
    with Terminal(80, 23) as alone, alone.running_command(command, {"TERM": name}) as program:
        program.wait_for("── 1 of 8 ──")
        program.settle()
        expected = program.screen.lines()
        program.send("q")
        assert program.wait_for_end() == 0
        assert_restored(program)
    with through.running(terminal, name, command) as program:
        program.wait_for("── 1 of 8 ──")
        program.settle()
        assert program.screen.lines()[:23] == expected
        shown = through.tell("capture-pane", "-p").split("\n")[:23]
        assert [line.rstrip() for line in shown] == expected
        program.send("q")
        assert program.wait_for_end() == 0


def test_what_tmux_would_drop_is_shown_to_be_selected(
    site: Site, terminal: Terminal, through: Tmux
) -> None:
    command = site.ssh("corridor", "section:claims", options=["-t"])
    with through.running(terminal, NAMES[0], command) as program:
        program.wait_for("── 1 of 8 ──")
        program.send("y")
        screen = program.wait_for("select by hand")
        assert "[corridor#ships-wait]" in screen
        program.send("\x1b")
        program.wait_for("── 1 of 8 ──")
        program.send("q")
        assert program.wait_for_end() == 0


def test_a_window_that_is_closed_leaves_nothing_on_the_host(
    site: Site, terminal: Terminal, through: Tmux
) -> None:
    command = site.ssh("corridor", options=["-t"])
    with through.running(terminal, NAMES[0], command) as program:
        pids = reading(site, program)
        through.tell("kill-session")
        program.wait_for_end()
        assert_gone(pids)


def test_who_comes_back_to_the_window_finds_the_page(
    site: Site, terminal: Terminal, through: Tmux
) -> None:
    command = site.ssh("corridor", "section:claims", options=["-t"])
    with through.running(terminal, NAMES[0], command) as program:
        program.wait_for("── 1 of 8 ──")
        program.send("j")
        program.wait_for("── 2 of 8 ──")
        through.tell("new-window", "sleep 600")
        program.wait_for(lambda screen: "2 of 8" not in screen)
        through.tell("last-window")
        program.wait_for("── 2 of 8 ──")
        program.send("j")
        program.wait_for("── 3 of 8 ──")
        program.send("q")
