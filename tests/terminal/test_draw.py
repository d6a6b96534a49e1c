"""The short form of what is written: what it saves, and what it must not."""

import pytest

from brief_tui.terminal.capabilities import XTERM, Colours
from brief_tui.terminal.draw import difference, draw
from brief_tui.terminal.look import PLAIN
from brief_tui.terminal.screen import Screen
from brief_tui.terminal.styles import Styles

STYLES = Styles(Colours.INDEXED)
LINES = (
    "one    a line of text that is a little longer",
    "two    another, as long as that or so",
    "three  and again",
    "four   the next one in the list of lines",
    "five   not the last one yet, but nearly",
    "six    the last one of all the lines",
)


def written(*lines: str, at: int = 0) -> str:
    """Lines as Textual writes them, each to the edge of a screen of 50 columns."""
    return "".join(f"\x1b[{at + y};1H\x1b[0m{line:50}\x1b[0m" for y, line in enumerate(lines, 1))


def shown(*lines: str, height: int = 8) -> Screen:
    """A screen of 50 columns on which the lines stand."""
    return draw(Screen.blank(50, height), written(*lines), STYLES)[0]


def text(screen: Screen) -> list[str]:
    """What stands on it."""
    return ["".join(row.cells).rstrip() for row in screen.rows]


def test_what_is_there_already_costs_nothing() -> None:
    before = shown(*LINES)
    after, short = draw(before, written(*LINES), STYLES)
    assert short == ""
    assert after.rows == before.rows


def test_one_cell_costs_a_move_and_a_character() -> None:
    assert draw(shown(*LINES), "\x1b[3;7Hx", STYLES)[1] == "\x1b[3;7Hx"


def test_blanks_up_to_the_edge_are_erased() -> None:
    assert draw(shown(*LINES), written("one"), STYLES)[1] == "\x1b[;8H\x1b[K"


def test_coloured_blanks_are_erased_only_where_that_colours_them() -> None:
    blue = f"\x1b[1;1H\x1b[44m{' ' * 50}\x1b[0m"
    blank = Screen.blank(50, 2)
    assert draw(blank, blue, STYLES)[1] == "\x1b[H\x1b[44m\x1b[K\x1b[m"
    plain = XTERM._replace(erases_in_colour=False)
    assert draw(blank, blue, STYLES, plain)[1] == f"\x1b[H\x1b[44m{' ' * 50}\x1b[m"


def test_rows_that_moved_together_are_moved() -> None:
    before = shown("head", *LINES)
    moved = written(*LINES[1:], "seven  one that was out of view", at=1)
    after, short = draw(before, moved, STYLES)
    assert short == "\x1b[2;7r\x1b[2H\x1b[M\x1b[r\x1b[7Hseven  one that was out of view"
    assert text(after)[:2] == ["head", LINES[1]]
    back, short = draw(after, written(*LINES, at=1), STYLES)
    assert short == f"\x1b[2;7r\x1b[2H\x1b[L\x1b[r\x1b[2H{LINES[0]}"
    assert back.rows == before.rows


def test_no_row_is_moved_where_the_terminal_cannot() -> None:
    moved = written(*LINES[1:], "seven", at=1)
    old = XTERM._replace(inserts_lines=False)
    short = draw(shown("head", *LINES), moved, STYLES, old)[1]
    assert "r\x1b" not in short
    assert "\x1b[M" not in short


def test_what_is_unknown_is_drawn_whole() -> None:
    before = shown(*LINES)
    short = difference(before.forgotten(), before)
    assert short.startswith("\x1b[m\x1b[H\x1b[2J")
    again, _, _ = Screen.blank(50, 8).after(short.replace("\n", "\x1b[0m\n"), STYLES)
    assert all(line.split()[0] in short for line in LINES)
    assert again.width == 50


def test_another_size_is_drawn_whole() -> None:
    before = shown(*LINES)
    assert difference(before, Screen.blank(20, 4)).startswith("\x1b[m\x1b[H\x1b[2J")


@pytest.mark.parametrize("sequence", ["\x1b[5n", "\x1b]0;title\x07", "\x1bP1$r\x1b\\", "\x1b(0"])
def test_a_sequence_that_is_not_known_passes_and_the_next_frame_is_whole(sequence: str) -> None:
    before = shown(*LINES)
    after, short = draw(before, f"{sequence}\x1b[1;1HO", STYLES)
    assert short == f"\x1b[HO{sequence}"
    assert not after.known
    assert draw(after, "", STYLES)[1].startswith("\x1b[m\x1b[H\x1b[2JOne    a line")


@pytest.mark.parametrize("sequence", ["\x07", "\x1b]52;c;YQ==\x07"])
def test_what_is_no_matter_to_the_screen_passes_and_costs_no_more(sequence: str) -> None:
    after, short = draw(shown(*LINES), sequence, STYLES)
    assert short == sequence
    assert after.known


def test_frames_and_the_pointers_shape_are_not_passed_on() -> None:
    said = "\x1b[?2026h\x1b]22;text\x07\x1b[?2026l"
    assert draw(shown(*LINES), said, STYLES)[1] == ""


def test_a_screen_is_left_as_it_was() -> None:
    before = shown(*LINES)
    was = [(list(row.cells), list(row.looks)) for row in before.rows]
    draw(before, "\x1b[2J" + written("other"), STYLES)
    draw(before, "\x1b[3;3H\x1b[1mxx\x1b[0m", STYLES)
    assert [(row.cells, row.looks) for row in before.rows] == was


def test_half_of_a_wide_character_takes_the_other_with_it() -> None:
    before = draw(Screen.blank(10, 1), "\x1b[1;1H국국", STYLES)[0]
    after, short = draw(before, "\x1b[1;2Hx", STYLES)
    assert after.rows[0].cells[:5] == [" ", "x", "국", "", " "]
    assert short == "\x1b[H x"


def test_after_what_terminals_measure_in_other_ways_the_place_is_said_again() -> None:
    family = "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
    short = draw(Screen.blank(10, 1), f"\x1b[1;1H{family}ab", STYLES)[1]
    # Who does not join the two shows them in four cells or more: all of these are written again.
    assert short == f"\x1b[H{family}\x1b[3Gab  "


def test_what_goes_over_the_edge_is_cut() -> None:
    after, _ = draw(Screen.blank(4, 2), "\x1b[1;3Habcdef국", STYLES)
    assert text(after) == ["  ab", ""]


def test_a_blank_in_another_colour_of_text_is_the_same_blank() -> None:
    before = draw(Screen.blank(10, 1), "\x1b[1;1H\x1b[31ma b\x1b[0m", STYLES)[0]
    assert draw(before, "\x1b[1;2H\x1b[1;32m \x1b[0m", STYLES)[1] == ""
    underlined = draw(before, "\x1b[1;2H\x1b[4m \x1b[0m", STYLES)[1]
    assert underlined == "\x1b[;2H\x1b[4m \x1b[m"
    assert PLAIN.blank is PLAIN
