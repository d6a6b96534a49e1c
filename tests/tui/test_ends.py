"""However the program is ended, it is gone soon, and the terminal is as it was before."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.answering import SILENT
from tests.tui.moments import MOMENTS, SIZE
from tests.tui.pseudo_terminal import Terminal
from tests.tui.restored import assert_restored

SOON = 10.0
"""Seconds: plenty for what takes a tenth of one, on a machine that has much else to do."""

BY_FORCE = 8.0
"""Seconds: plenty for what is given up after two."""

HUNG_UP = 128 + signal.SIGHUP

pytestmark = pytest.mark.parametrize("moment", MOMENTS)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    with Terminal(*SIZE) as terminal:
        yield terminal


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal(terminal: Terminal, corridor: Path, moment: str, name: str) -> None:
    number = signal.Signals[name]
    before = terminal.settings
    with terminal.running(corridor) as program:
        MOMENTS[moment](terminal, program)
        program.signal(number)
        assert program.wait_for_end(SOON) == 128 + number
        assert_restored(program)
    assert terminal.settings == before


def test_a_terminal_that_is_lost(terminal: Terminal, corridor: Path, moment: str) -> None:
    with terminal.running(corridor) as program:
        MOMENTS[moment](terminal, program)
        terminal.lose()
        assert program.wait_for_end(SOON) == HUNG_UP


def test_the_end_of_input(terminal: Terminal, corridor: Path, moment: str) -> None:
    """Keys come from another terminal, which is no longer there; this one still shows."""
    keyboard = Terminal(*SIZE)
    try:
        with terminal.running(corridor, redirected=f"<{keyboard.name}") as program:
            program.keyboard = keyboard
            MOMENTS[moment](keyboard, program)
            keyboard.lose()
            assert program.wait_for_end(SOON) == HUNG_UP
            assert_restored(program)
    finally:
        keyboard.close()


UNREADABLE = """
import errno, os, sys
from brief_tui.cli.main import main

read = os.read

def broken(descriptor, count):
    data = read(descriptor, count)
    if descriptor == 0 and b"\\x05" in data:
        raise OSError(errno.EIO, "Input/output error")
    return data

os.read = broken
sys.exit(main(sys.argv[1:]))
"""


def test_input_that_cannot_be_read(terminal: Terminal, corridor: Path, moment: str) -> None:
    before = terminal.settings
    with terminal.running_python("-c", UNREADABLE, corridor) as program:
        MOMENTS[moment](terminal, program)
        program.send("\x05")
        assert program.wait_for_end(SOON) == HUNG_UP
        assert_restored(program)
    assert terminal.settings == before


@pytest.mark.parametrize("how", ["signal", "lost"])
def test_a_terminal_that_no_longer_drains(
    terminal: Terminal, corridor: Path, moment: str, how: str
) -> None:
    before = terminal.settings
    with terminal.running(corridor) as program:
        MOMENTS[moment](terminal, program)
        terminal.stop_draining()
        program.send("3?")
        program.resize(90, 25)
        if how == "lost":
            terminal.lose()
            assert program.wait_for_end(BY_FORCE) == HUNG_UP
            return
        program.signal(signal.SIGTERM)
        assert program.wait_for_end(BY_FORCE) == 128 + signal.SIGTERM
    assert terminal.settings == before


CRASHING = Path(__file__).with_name("crashing_app.py")
CANARY = "a word that stands in the briefing only"


@pytest.mark.parametrize("kind", ["RuntimeError", "FileNotFoundError"])
def test_a_fault_in_the_program(
    terminal: Terminal, tmp_path: Path, corridor: Path, moment: str, kind: str
) -> None:
    """One about a file too: none that the reader itself wants is the user's to find."""
    briefing = tmp_path / "briefing.yaml"
    text = corridor.read_text(encoding="utf-8")
    briefing.write_text(text.replace("About 40 ships", f"About 40 ships, {CANARY},"))
    before = terminal.settings
    when = {"start-up": "start", "while resizing": "resize"}.get(moment, "key")
    if when == "start":
        terminal.manner = SILENT  # an answer that comes after the end is the shell's to show
    with terminal.running_python(CRASHING, when, kind, briefing) as program:
        if when != "start":
            MOMENTS[moment](terminal, program)
        if when == "key":
            program.send("\x18")
        assert program.wait_for_end(SOON) == 1
        assert_restored(program)
        said = program.written.rpartition("\x1b[?25h")[2].replace("\r", "")
        assert len(said.strip().splitlines()) == 2, said
        assert f"a fault in the program: {kind}" in said
        assert CANARY not in said
        report = Path(said.split()[-1])
    assert terminal.settings == before
    details = report.read_text(encoding="utf-8")
    assert kind in details
    assert "crashing_app.py" in details
    assert CANARY not in details
