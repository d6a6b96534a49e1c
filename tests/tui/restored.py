"""A terminal that a program has given back, or has all to itself."""

from __future__ import annotations

import re

from tests.tui.pseudo_terminal import Program

SHOWN_AT_FIRST = {"7", "25"}
"""The modes that a terminal has on from the start: wrapping lines, showing its cursor."""


def assert_restored(program: Program) -> None:
    """The terminal is as it was: nothing of the app on it, and no mode left behind."""
    modes = program.modes()
    assert not modes.get("1049"), "the alternate screen is left on"
    assert {mode for mode, on in modes.items() if on} <= SHOWN_AT_FIRST
    assert program.screen.cursor_shown
    pushed = len(re.findall(r"\x1b\[>[0-9]*u", program.written))
    assert len(re.findall(r"\x1b\[<u", program.written)) == pushed
    assert not program.screen.on_other_screen
    assert "Traceback" not in program.written


def assert_drawn_whole(program: Program) -> None:
    """On the screen is what the program draws there when it is asked to draw all of it."""
    program.settle()
    before = program.screen.shown()
    begin = program.length
    program.send("\x0c")
    program.wait_until(lambda: b"\x1b[2J" in program.data[begin:])
    program.settle()
    assert program.screen.shown() == before
