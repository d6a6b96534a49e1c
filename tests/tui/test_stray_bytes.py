"""Whatever comes from the terminal, and when: no key that was not pressed, and no end."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.sent import MALFORMED, REPLIES
from tests.tui.moments import MOMENTS, SIZE
from tests.tui.pseudo_terminal import Terminal
from tests.tui.restored import assert_restored

NOT_UTF_8 = b"\xff\xfe\x80\xc3\xed\xa0\x80\xf8\xe9 "
WHOLE = [sequence for name, sequence in MALFORMED.items() if "cut off" not in name]
STRAY: list[str | bytes] = [*WHOLE, *REPLIES.values()]


@pytest.mark.parametrize("moment", MOMENTS)
def test_stray_bytes(corridor: Path, moment: str) -> None:
    with Terminal(*SIZE) as terminal:
        before = terminal.settings
        with terminal.running(corridor) as program:
            MOMENTS[moment](terminal, program)
            for number, sequence in enumerate(STRAY):
                program.send(sequence)
                if moment == "while resizing" and number % 10 == 0:
                    program.resize(SIZE[0] + number, SIZE[1])
            program.send(NOT_UTF_8)
            program.resize(*SIZE)
            if moment == "start-up":
                program.wait_for("KEY POINTS")
                program.send("2")
            elif moment == "open picker":
                program.wait_for("\ufffd")
                assert "Countries" in program.screen.text()
                program.send("\x1b")
            program.wait_for("── 1 of 8 ──")
            program.send("j")
            program.wait_for("── 2 of 8 ──")
            program.send("q")
            assert program.wait_for_end() == 0
            assert_restored(program)
        assert terminal.settings == before


def test_what_was_typed_before_the_program_took_the_terminal(corridor: Path) -> None:
    with Terminal(*SIZE) as terminal:
        terminal.echo_nothing()
        with terminal.running(corridor) as program:
            program.send("2j")
            program.send(NOT_UTF_8)
            program.send("\x1b[<0;1M\x1b[?62;cj")
            program.wait_for("── 3 of 8 ──")
            program.send("q")
            assert program.wait_for_end() == 0
