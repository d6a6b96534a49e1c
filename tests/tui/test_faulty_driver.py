"""A fault in the driver itself is told as any other, and leaves the terminal as it was."""

from pathlib import Path

import pytest

from tests.tui.answering import SILENT, XTERM
from tests.tui.pseudo_terminal import Terminal
from tests.tui.restored import assert_restored

FAULTY = Path(__file__).with_name("faulty_driver.py")
SOON = 10.0


@pytest.mark.parametrize("part", ["reading", "drawing", "writing", "starting"])
def test_it_is_told_in_two_lines(corridor: Path, part: str) -> None:
    # An answer that comes after the end is the shell's to show.
    with Terminal(80, 24, SILENT if part == "starting" else XTERM) as terminal:
        before = terminal.settings
        with terminal.running_python(FAULTY, part, corridor) as program:
            if part != "starting":
                program.wait_for("KEY POINTS")
                program.send("jj")
            assert program.wait_for_end(SOON) == 1
            if part != "starting":
                assert_restored(program)
            said = program.written.rpartition("\x1b[?25h")[2].replace("\r", "")
            assert len(said.strip().splitlines()) == 2, said
            assert "a fault in the program: ValueError" in said
        assert terminal.settings == before
