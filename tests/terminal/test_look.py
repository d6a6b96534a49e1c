"""Styles: read from what is asked for, and changed in as few bytes as can be."""

import pytest

from brief_tui.terminal.capabilities import Colours
from brief_tui.terminal.look import PLAIN, Look, change, look
from brief_tui.terminal.styles import Styles

RED_ON_BLUE = "38;2;255;0;0;48;2;0;0;255"


@pytest.mark.parametrize(
    ("colours", "asked", "codes"),
    [
        (Colours.TRUE, RED_ON_BLUE, RED_ON_BLUE),
        (Colours.INDEXED, RED_ON_BLUE, "38;5;196;48;5;21"),
        (Colours.SIXTEEN, RED_ON_BLUE, ""),  # nearness would choose badly among sixteen
        (Colours.NONE, RED_ON_BLUE, ""),
        (Colours.INDEXED, "31;104", "31;104"),
        (Colours.SIXTEEN, "38;5;9;48;5;4", "91;44"),
        (Colours.SIXTEEN, "38;5;99", ""),
        (Colours.NONE, "1;31;48;5;4", "1"),
        (Colours.TRUE, "1;3;4;9;7", "1;3;4;7;9"),
        (Colours.TRUE, "1;31;22;39", ""),
        (Colours.TRUE, "1;31;0;4", "4"),
        (Colours.TRUE, "38;2;1", ""),
        (Colours.TRUE, "38", ""),
        (Colours.TRUE, "999", ""),
    ],
)
def test_a_style_is_reduced_to_what_the_terminal_has(
    colours: Colours, asked: str, codes: str
) -> None:
    assert Styles(colours).after(PLAIN, asked).codes == codes


def test_there_is_one_look_for_each_style() -> None:
    styles = Styles()
    assert styles.after(PLAIN, "1;31") is styles.after(styles.after(PLAIN, "31"), "1")
    assert styles.after(styles.after(PLAIN, "1;31"), "") is PLAIN


@pytest.mark.parametrize(
    ("before", "after", "written"),
    [
        (PLAIN, PLAIN, ""),
        (PLAIN, look("31"), "\x1b[31m"),
        (look("31"), PLAIN, "\x1b[m"),
        (look("38;5;100", "48;5;20", 1), look("38;5;101", "48;5;20", 1), "\x1b[38;5;101m"),
        (look("38;5;100", "48;5;20", 1), look("38;5;100", "48;5;20"), "\x1b[22m"),
        (look("38;5;100", "48;5;20", 1), look(), "\x1b[m"),
        (look("31", "", 3), look("31", "", 1), "\x1b[22;1m"),  # 22 ends bold and faint at once
    ],
)
def test_a_change_takes_the_shortest_way(before: Look, after: Look, written: str) -> None:
    assert change(before, after, True) == written


def test_a_terminal_that_knows_no_single_ends_gets_a_reset() -> None:
    bold = look("38;5;100", "48;5;20", 1)
    assert change(bold, look("38;5;100", "48;5;20"), False) == "\x1b[;38;5;100;48;5;20m"
    assert change(look("38;5;100"), look("38;5;100", "", 1), False) == "\x1b[1m"


def test_a_terminal_without_utf8_gets_ascii_cell_for_cell() -> None:
    run = Styles(utf8=False).run(PLAIN, "é — “국” ▌")
    assert "".join(run.cells).isascii()
    assert len(run.cells) == len("é — “xx” ▌")
    assert len(run.looks) == len(run.cells)
