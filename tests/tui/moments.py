"""Moments at which something may go wrong: while it starts, and with this or that open."""

from __future__ import annotations

from collections.abc import Callable

from tests.tui.pseudo_terminal import Program, Terminal

SIZE = (80, 24)
OTHER_SIZES = ((100, 30), (60, 20))


def starting(terminal: Terminal, program: Program) -> None:
    """It has just taken the terminal and has drawn nothing yet."""
    program.wait_until(lambda: terminal.raw or not program.running)


def list_open(terminal: Terminal, program: Program) -> None:
    """A list is read."""
    program.wait_for("KEY POINTS")
    program.send("2")
    program.wait_for("8 claims and evidence")


def picker_open(terminal: Terminal, program: Program) -> None:
    """A picker lies over the list, and takes what is typed."""
    list_open(terminal, program)
    program.send("c")
    program.wait_for("Countries")


def resizing(terminal: Terminal, program: Program) -> None:
    """The terminal was another size a moment ago, and another one before."""
    list_open(terminal, program)
    for size in OTHER_SIZES:
        program.resize(*size)


MOMENTS: dict[str, Callable[[Terminal, Program], None]] = {
    "start-up": starting,
    "list": list_open,
    "open picker": picker_open,
    "while resizing": resizing,
}
