"""The real program on terminals that answer differently when it asks what they can do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.answering import KITTY, SILENT, XTERM, Manner
from tests.tui.pseudo_terminal import Program, Terminal

ASKS_FOR_KEYS, TAKES_IT_BACK = "\x1b[>1u", "\x1b[<u"
BEGINS_FRAME = "\x1b[?2026h"


def read_and_leave(program: Program) -> None:
    """Wait for the first screen, go to another section, and leave."""
    program.wait_for("KEY POINTS")
    program.settle()
    program.send("2")
    program.wait_for("8 claims and evidence")
    program.send("q")
    assert program.wait_for_end() == 0


@pytest.mark.parametrize(
    ("manner", "term", "keys", "frames"),
    [
        (KITTY, "xterm-256color", True, True),
        (KITTY, "xterm-kitty", True, True),
        (XTERM, "xterm-256color", False, True),
        (SILENT, "xterm-256color", False, False),
        (SILENT, "xterm-kitty", True, False),
        (SILENT, "vt100", False, False),
        (SILENT, "linux", False, False),
        (SILENT, "of-which-nobody-knows", False, False),
    ],
    ids=lambda value: str(getattr(value, "name", value)),
)
def test_it_is_asked_for_what_it_said_it_has(
    manner: Manner, term: str, keys: bool, frames: bool, corridor: Path
) -> None:
    with (
        Terminal(80, 24, manner) as terminal,
        terminal.running(corridor, TERM=term) as program,
    ):
        read_and_leave(program)
        assert program.written.count(ASKS_FOR_KEYS) == keys
        assert program.written.count(TAKES_IT_BACK) == keys
        assert (BEGINS_FRAME in program.written) is frames


@pytest.mark.parametrize("term", ["vt100", "vt220", "linux"])
def test_a_console_is_asked_nothing_that_it_would_print(term: str, corridor: Path) -> None:
    with Terminal(80, 24, SILENT) as terminal, terminal.running(corridor, TERM=term) as program:
        read_and_leave(program)
        assert "$p" not in program.written
        assert "\x1b[>" not in program.written
        assert "\x1b[?u" not in program.written
