"""Stopped by the shell and going on: the terminal is the shell's meanwhile, and then as before."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from signal import SIGSTOP

import pytest

from tests.tui.moments import MOMENTS, SIZE
from tests.tui.pseudo_terminal import Terminal
from tests.tui.restored import assert_drawn_whole, assert_restored


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    with Terminal(*SIZE) as terminal:
        yield terminal


@pytest.mark.parametrize("moment", MOMENTS)
def test_stopped_and_going_on(terminal: Terminal, corridor: Path, moment: str) -> None:
    settings = terminal.settings
    with terminal.running(corridor) as program:
        MOMENTS[moment](terminal, program)
        if moment == "start-up":
            program.wait_for_bytes(b"\x1b[?25l")
        program.stop()
        assert_restored(program)
        assert terminal.settings == settings
        program.draw_over()
        program.go_on()
        program.wait_until(lambda: terminal.raw)
        if moment == "start-up":
            program.wait_for("KEY POINTS")
            program.send("2")
        if moment == "open picker":
            program.wait_for("Countries")
            program.send("\x1b")
        program.resize(*SIZE)
        program.wait_for("── 1 of 8 ──")
        assert_drawn_whole(program)
        program.send("j")
        program.wait_for("── 2 of 8 ──")
        program.send("q")
        assert program.wait_for_end() == 0
        assert_restored(program)
    assert terminal.settings == settings


@pytest.mark.parametrize("number", [SIGSTOP, None], ids=["stopped", "told to go on"])
def test_drawn_over_unasked(terminal: Terminal, corridor: Path, number: int | None) -> None:
    """Whoever stops the program without a word may have drawn on the terminal since."""
    with terminal.running(corridor) as program:
        MOMENTS["list"](terminal, program)
        program.settle()
        before = program.screen.shown()
        if number is not None:
            program.stop(number)
        program.draw_over()
        program.go_on()
        program.wait_for("── 1 of 8 ──")
        program.settle()
        assert program.screen.shown() == before
        program.send("q")
        assert program.wait_for_end() == 0


def test_another_size_meanwhile(terminal: Terminal, corridor: Path) -> None:
    with terminal.running(corridor) as program:
        MOMENTS["list"](terminal, program)
        program.stop()
        program.resize(120, 40)
        program.draw_over()
        program.go_on()
        program.wait_for("COUNTRIES")
        assert_drawn_whole(program)
        program.send("q")
        assert program.wait_for_end() == 0


SHELL = Path(__file__).with_name("job_shell.py")
READER = (sys.executable, "-m", "brief_tui")
UNDER_MAKE = ("/bin/sh", "-c", '"$@"; exit $?', "make", *READER)
"""Another program that waits for the reader in the same process group, as ``make read`` does."""


@pytest.mark.parametrize("command", [READER, UNDER_MAKE], ids=["alone", "under make"])
def test_the_key_gives_the_shell_back(
    terminal: Terminal, corridor: Path, command: tuple[str, ...]
) -> None:
    with terminal.running_python(SHELL, *command, corridor) as program:
        MOMENTS["list"](terminal, program)
        for stop in (1, 2):
            program.send("\x1a")
            program.wait_for(f"stop {stop}, SIGSTOP")
            assert_restored(program)
            program.send("f")
            program.wait_for("── 1 of 8 ──")
        program.send("q")
        assert program.wait_for_end() == 0
        assert "settings as found" in program.written


def test_going_on_in_the_background_keeps_none_of_the_shells_settings(
    terminal: Terminal, corridor: Path
) -> None:
    with terminal.running_python(SHELL, *READER, corridor) as program:
        MOMENTS["list"](terminal, program)
        program.send("\x1a")
        program.wait_for("stop 1, SIGSTOP")
        program.send("b")
        program.wait_for("stop 2, SIGTTOU")
        program.send("f")
        program.wait_for("── 1 of 8 ──")
        program.send("q")
        assert program.wait_for_end() == 0
        assert "settings as found" in program.written


def test_without_a_shell_to_go_back_to_the_key_says_so(terminal: Terminal, corridor: Path) -> None:
    """As where a window, or a command over SSH, runs nothing but the reader."""
    with terminal.running(corridor) as program:
        MOMENTS["list"](terminal, program)
        program.send("\x1a")
        program.wait_for("there is nothing to go back to")
        program.send("j")
        program.wait_for("── 2 of 8 ──")
        program.send("q")
        assert program.wait_for_end() == 0


def test_a_terminal_that_drains_again_gets_the_last_frame_and_none_before(
    terminal: Terminal, corridor: Path
) -> None:
    with terminal.running(corridor) as program:
        MOMENTS["list"](terminal, program)
        program.settle()
        terminal.stop_draining()
        program.send("j")
        program.settle()
        begin = program.length
        program.send("jjjj")
        program.settle()
        terminal.drain_again()
        program.wait_for("── 6 of 8 ──")
        program.settle()
        assert len(program.frames(begin)) <= 2
        assert_drawn_whole(program)
        program.send("q")
        assert program.wait_for_end() == 0


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc tells of processes")
def test_who_waits_for_a_terminal_to_drain_does_not_work(
    terminal: Terminal, corridor: Path
) -> None:
    with terminal.running(corridor) as program:
        MOMENTS["list"](terminal, program)
        program.settle()
        terminal.stop_draining()
        program.send("jj3")
        program.settle(0.5)
        before = program.processor_seconds()
        program.settle(0.5)
        assert program.processor_seconds() - before < 0.25


def test_the_key_that_leaves_a_terminal_that_no_longer_drains(
    terminal: Terminal, corridor: Path
) -> None:
    settings = terminal.settings
    with terminal.running(corridor) as program:
        MOMENTS["list"](terminal, program)
        program.settle()
        terminal.stop_draining()
        program.send("jq")
        assert program.wait_for_end() == 0
    assert terminal.settings == settings
