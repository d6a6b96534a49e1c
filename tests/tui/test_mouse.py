"""Who has the mouse: the app, or the terminal's own selection."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from brief_tui.terminal.capabilities import Capabilities
from tests.tui.driver import reading
from tests.tui.pseudo_terminal import Program, Terminal

OFF = "mouse off: the terminal's own selection works; m turns it on"
ON = "mouse on: it clicks and scrolls here; m gives it back to the terminal"
SSH = "192.0.2.1 50000 192.0.2.2 22"


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """A terminal of 80 columns and 24 lines."""
    with Terminal(80, 24) as terminal:
        yield terminal


def is_reported(program: Program) -> bool:
    """Whether the terminal was told to report clicks."""
    return program.modes().get("1000", False)


def test_over_ssh_the_mouse_is_the_terminals_until_it_is_asked_for(
    terminal: Terminal, corridor: Path
) -> None:
    with terminal.running(corridor, SSH_CONNECTION=SSH) as program:
        program.wait_for("KEY POINTS")
        assert not is_reported(program)
        program.send("m")
        program.wait_for(ON)
        assert is_reported(program)
        program.send("m")
        program.wait_for(OFF)
        assert not is_reported(program)
        program.send("q")
        assert program.wait_for_end() == 0


def test_on_a_machine_of_ones_own_it_acts_from_the_start(
    terminal: Terminal, corridor: Path
) -> None:
    with terminal.running(corridor) as program:
        program.wait_for("KEY POINTS")
        assert is_reported(program)
        program.send("m")
        program.wait_for(OFF)
        assert not is_reported(program)


def test_it_stays_as_it_was_set_when_the_program_was_stopped_meanwhile(
    terminal: Terminal, corridor: Path
) -> None:
    with terminal.running(corridor, SSH_CONNECTION=SSH) as program:
        program.wait_for("KEY POINTS")
        program.send("m")
        program.wait_for(ON)
        program.signal(signal.SIGTSTP)
        program.wait_for(lambda _: not is_reported(program))
        program.signal(signal.SIGCONT)
        program.wait_for(lambda _: is_reported(program))


@pytest.mark.parametrize(
    ("keys", "layer"),
    [((), "reader"), (("?",), "page"), (("5", "v"), "comparison"), (("w",), "weigh")],
)
async def test_it_is_toggled_wherever_one_is(
    corridor: Path, keys: tuple[str, ...], layer: str
) -> None:
    async with reading(corridor, capabilities=Capabilities(mouse=False)) as ui:
        await ui.press(*keys, "m")
        assert ui.layer == layer
        assert ui.status().strip().startswith(ON)
        await ui.press("m")
        assert ui.status().strip().startswith(OFF)


async def test_where_letters_are_typed_m_is_a_letter_and_the_palette_has_the_command(
    corridor: Path,
) -> None:
    async with reading(corridor, capabilities=Capabilities(mouse=False)) as ui:
        await ui.press(":")
        await ui.type("mouse")
        assert [line.split()[:2] for line in ui.choices()] == [["mouse", "m"]]
        await ui.press("enter")
        assert ui.status().strip().startswith(ON)
