"""Every kind of terminal, and every size of one, with anything open."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from tests.tui.answering import SILENT, XTERM
from tests.tui.moments import SIZE
from tests.tui.program import Program
from tests.tui.pseudo_terminal import Terminal
from tests.tui.restored import assert_drawn_whole, assert_restored

NO_COLOUR = r"(?:[0-9]|2[2-9])?"
SIXTEEN = rf"(?:{NO_COLOUR}|[349][0-79]|10[0-7])"
INDEXED = rf"(?:{SIXTEEN}|[34]8;5;[0-9]+)"

TERMINALS = {
    "xterm-256color": INDEXED,
    "screen": SIXTEEN,
    "screen-256color": INDEXED,
    "tmux-256color": INDEXED,
    "linux": SIXTEEN,
    "vt100": NO_COLOUR,
    "xterm-kitty": rf"(?:{INDEXED}|[34]8;2;[0-9;]+)",
    "of-which-nobody-knows": SIXTEEN,
}
"""Each with the styles that it may be sent."""

WITHOUT_A_CURSOR = ("dumb", "")

SIZES = ((1, 1), (1, 24), (80, 1), (2, 2), (10, 5), (20, 6), (40, 12), (300, 100), (33, 9))


@pytest.mark.parametrize("term", TERMINALS)
def test_it_starts_reads_and_leaves(corridor: Path, term: str) -> None:
    manner = SILENT if term in ("linux", "vt100", "of-which-nobody-knows") else XTERM
    with Terminal(*SIZE, manner) as terminal:
        before = terminal.settings
        with terminal.running(corridor, TERM=term) as program:
            program.wait_for("KEY POINTS")
            program.send("2")
            program.wait_for(" 1 of 8 ")
            program.send("j\x1b[B")
            program.wait_for(" 3 of 8 ")
            program.send("c")
            program.wait_for("Countries")
            program.send("rok\r")
            program.wait_for("country: South Korea")
            program.send("\x1b")
            program.wait_for("1 of 2")
            assert_drawn_whole(program)
            program.send("q")
            assert program.wait_for_end() == 0
            assert_restored(program)
            styles = re.findall(r"\x1b\[([0-9;]*)m", program.written)
            allowed = re.compile(f"{TERMINALS[term]}(?:;{TERMINALS[term]})*")
            assert [style for style in styles if not allowed.fullmatch(style)] == []
        assert terminal.settings == before


@pytest.mark.parametrize("term", WITHOUT_A_CURSOR)
def test_where_the_cursor_cannot_be_placed_there_is_text(corridor: Path, term: str) -> None:
    with Terminal(*SIZE) as terminal:
        before = terminal.settings
        with terminal.running(corridor, TERM=term) as program:
            assert program.wait_for_end() == 0
            assert "\x1b" not in program.written
            assert "KEY POINTS" in program.written.upper()
        assert terminal.settings == before


@pytest.mark.parametrize(
    "redirected", ["</dev/null", ">/dev/null", "<&-", ">&-", "</dev/null >/dev/null"]
)
def test_where_an_end_is_no_terminal_nothing_is_drawn(corridor: Path, redirected: str) -> None:
    with Terminal(*SIZE) as terminal:
        before = terminal.settings
        with terminal.running(corridor, redirected=redirected) as program:
            assert program.wait_for_end() == 0
            assert "\x1b" not in program.written
            if ">" not in redirected:
                assert "KEY POINTS" in program.written.upper()
        assert terminal.settings == before


@pytest.mark.parametrize("size", [*SIZES, SIZE], ids=str)
def test_it_starts_at_any_size(corridor: Path, size: tuple[int, int]) -> None:
    with Terminal(*size) as terminal, terminal.running(corridor) as program:
        program.wait_until(lambda: terminal.raw)
        program.settle()
        program.send("2j")
        program.settle()
        program.resize(*SIZE)
        program.wait_for(" 2 of 8 ")
        program.send("q")
        assert program.wait_for_end() == 0
        assert_restored(program)


OPEN = {
    "the list": ("", " 1 of 8 "),
    "a picker": ("cro", "Countries"),
    "the palette": (":co", "Commands"),
    "help": ("?", "Help"),
    "the weigh screen": ("w", "WEIGH ·"),
    "the comparison": ("5 j v", "LEVERAGE ·"),
    "the search line": ("/ship", "text: ship"),
    "problems": ("e", "Problems"),
}
"""What may be open: the keys that open it, and what then stands on the screen."""


@pytest.mark.parametrize("what", OPEN)
def test_any_size_with_anything_open(corridor: Path, what: str) -> None:
    keys, shown = OPEN[what]
    with Terminal(*SIZE) as terminal, terminal.running(corridor) as program:
        program.wait_for("KEY POINTS")
        program.send("2")
        program.wait_for(" 1 of 8 ")
        program.send(keys)
        program.wait_for(shown)
        program.settle()
        before = program.screen.shown()
        for size in SIZES:
            program.resize(*size)
            resized(program)
        for size in ((79, 24), (60, 20), SIZE):  # a corner that is dragged
            program.resize(*size)
        program.wait_for(shown)
        assert_drawn_whole(program)
        assert program.screen.shown() == before
        program.send("\x1b\x1b")
        program.wait_for(lambda screen: shown not in screen or what == "the list")
        program.send("q")
        assert program.wait_for_end() == 0
        assert_restored(program)


@pytest.mark.parametrize("milliseconds", [0, 1, 3, 10])
def test_a_size_that_is_gone_at_once_leaves_nothing_behind(
    corridor: Path, milliseconds: int
) -> None:
    with Terminal(80, 24) as terminal, terminal.running(corridor) as program:
        program.wait_for("KEY POINTS")
        program.send("2")
        program.wait_for(" 1 of 8 ")
        program.settle()
        before = program.screen.shown()
        for size in ((40, 24), (80, 12), (81, 25)):
            begin = program.length
            program.resize(*size)
            time.sleep(milliseconds / 1000)
            program.resize(80, 24)
            program.wait_until(lambda begin=begin: program.length > begin)  # type: ignore[misc]
            program.settle()
            assert program.screen.shown() == before
        program.send("q")
        assert program.wait_for_end() == 0
        assert_restored(program)


def resized(program: Program) -> None:
    """Wait until a size has been drawn, and send a key that does little."""
    begin = program.length
    program.wait_until(lambda: program.length > begin)
    program.settle(0.05)
