"""The real program in a pseudo-terminal of 80 by 24, as a reader has it."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.pseudo_terminal import Terminal
from tests.tui.restored import assert_restored


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """A terminal of 80 columns and 24 lines."""
    with Terminal(80, 24) as terminal:
        yield terminal


def test_read_narrow_compare_and_leave(terminal: Terminal, corridor: Path) -> None:
    before = terminal.settings
    with terminal.running(corridor) as program:
        screen = program.wait_for("KEY POINTS")
        assert "Talks on a grain corridor" in screen.splitlines()[0]
        program.send("2")
        program.wait_for("8 claims and evidence")
        program.send("c")
        program.wait_for("Countries")
        program.send("rok")
        program.wait_for(lambda screen: "KR South Korea" in screen and "UA Ukraine" not in screen)
        program.send("\r\x1b")
        screen = program.wait_for(lambda screen: "6 hidden" in screen and "2 of 8" in screen)
        assert "6 hidden · country: South Korea" in screen
        assert "speaker" in screen
        program.send("x5")
        program.wait_for("5 actors")
        program.send(" ")
        program.wait_for("Government of Türkiye marked")
        program.send("j")
        program.wait_for("── 2 of 5 ──")
        program.send(" ")
        program.wait_for("Government of South Korea marked")
        program.send("v")
        columns = ("GOVERNMENT OF TÜRKIYE", "GOVERNMENT OF SOUTH KOREA", "■■■ high", "– no option")
        program.wait_for(lambda screen: all(each in screen for each in columns))
        program.send("q")
        assert program.wait_for_end() == 0
        assert_restored(program)
    assert terminal.settings == before


def test_keys_typed_ahead_all_count(terminal: Terminal, corridor: Path) -> None:
    with terminal.running(corridor) as program:
        program.wait_for("KEY POINTS")
        program.send("2cKR\r")
        program.wait_for("country: South Korea")
        program.send("\x1b")
        program.wait_for(lambda screen: "Countries" not in screen)
        program.send("5x j vd")
        screen = program.wait_for("only rows that differ")
        assert "GOVERNMENT OF SOUTH KOREA" in screen
        program.send("q")
        assert program.wait_for_end() == 0


def test_arguments_say_where_to_begin(terminal: Terminal, corridor: Path) -> None:
    words = ("--country", "KR", "--section", "claims", "--search", "port", "--no-mouse")
    with terminal.running(corridor, *words) as program:
        program.wait_for("country: South Korea · text: port")
        assert not {"1000", "1002", "1003", "1006"} & {
            mode for mode, on in program.modes().items() if on
        }
        program.send("q")
        assert program.wait_for_end() == 0
        assert_restored(program)


def test_no_color_writes_no_colour(terminal: Terminal, corridor: Path) -> None:
    with terminal.running(corridor, NO_COLOR="1") as program:
        program.wait_for("KEY POINTS")
        program.send("2/ship\r")
        program.wait_for("text: ship")
        assert not [look for look in program.screen.looks() if look.coloured]
        program.send("x5v")
        program.wait_for("LEVERAGE ·")
        program.send("q")
        assert program.wait_for_end() == 0
        parameters = {
            code
            for sequence in re.findall(r"\x1b\[([0-9;:]*)m", program.written)
            for code in sequence.split(";")
        }
        assert parameters <= {"", "0", "1", "2", "3", "4", "7", "22", "23", "24", "27"}


def test_a_message_draws_its_own_line_and_no_other(terminal: Terminal, corridor: Path) -> None:
    with terminal.running(corridor) as program:
        program.wait_for("KEY POINTS")
        program.send("2")
        program.wait_for("8 claims and evidence")
        program.send("y")
        program.wait_for("sent to the terminal")
        program.send("q")
        assert program.wait_for_end() == 0
        shown = program.written.split("sent to the terminal")[-1]
        assert "ships" not in shown, "the list was drawn again for a message"


FAULTY = """
import sys
from brief_tui.cli.main import main
from brief_tui.tui.reader import Reader

def fault(reader):
    secret = "what a briefing says"
    raise RuntimeError("gone wrong")

Reader.do_clear = fault
sys.exit(main(sys.argv[1:]))
"""


def test_a_fault_in_the_app_is_told_in_two_lines_with_the_terminal_restored(
    terminal: Terminal, corridor: Path
) -> None:
    before = terminal.settings
    with terminal.running_python("-c", FAULTY, corridor) as program:
        program.wait_for("KEY POINTS")
        program.send("x")
        assert program.wait_for_end() == 1
        assert_restored(program)
        said = program.written.split("\x1b")[-1]
        assert "a fault in the program: RuntimeError" in said
        assert "gone wrong" not in said, "what an error says may be the text of a briefing"
        assert "Please report it" in said
        assert "what a briefing says" not in program.written
    assert terminal.settings == before


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_leaves_the_terminal_as_it_was(
    terminal: Terminal, corridor: Path, name: str
) -> None:
    before = terminal.settings
    number = signal.Signals[name]
    with terminal.running(corridor) as program:
        program.wait_for("KEY POINTS")
        program.signal(number)
        assert program.wait_for_end() == 128 + number
        assert_restored(program)
    assert terminal.settings == before


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_a_terminal_that_cannot_place_its_cursor_gets_text_and_is_told_why(
    terminal: Terminal, corridor: Path, term: str
) -> None:
    with terminal.running(corridor, "--section", "claims", TERM=term) as program:
        assert program.wait_for_end() == 0
        assert "\x1b" not in program.written
        assert "About 40 ships wait off Odesa for papers." in program.written
        assert "“about”" in program.written
        assert f"since TERM is {term or 'not set'}: it cannot place its cursor" in program.written
        assert "For the reader, set TERM to what the terminal is" in program.written


def test_a_folder_of_which_nothing_opens_is_left_as_well(
    terminal: Terminal, tmp_path: Path
) -> None:
    (tmp_path / "broken.yaml").write_text("id: broken\ntitel: A broken one\n")
    with terminal.running(tmp_path) as program:
        program.wait_for("titel")
        program.send("q")
        assert program.wait_for_end() == 0
        assert_restored(program)
