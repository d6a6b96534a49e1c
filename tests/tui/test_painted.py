"""The terminal in memory draws as terminals do, where the library it stands on does not."""

from __future__ import annotations

from tests.tui.painted import Painted


def painted(*written: str, size: tuple[int, int] = (8, 3)) -> Painted:
    screen = Painted(*size)
    for text in written:
        screen.write(text)
    return screen


def test_half_of_what_is_wide_goes_with_the_other_half() -> None:
    assert painted("北韓\x1b[1;2Hx").lines()[0] == " x韓"
    assert painted("北韓\x1b[1;3Hx").lines()[0] == "北x"
    assert painted("北韓\x1b[1;2H語").lines()[0] == " 語"


def test_what_joins_stays_with_what_it_joins_and_loses_nothing() -> None:
    screen = painted("e\u0301x❤\ufe0fy")
    assert "".join(cell.text for cell in screen.cells()[0]).rstrip() == "\u00e9x❤\ufe0fy"


def test_the_alternate_screen_leaves_the_usual_one_as_it_was() -> None:
    screen = painted("$ read", "\x1b[?1049h", "\x1b[Hshown")
    assert screen.on_other_screen
    assert screen.lines() == ["shown", "", ""]
    screen.write("\x1b[?1049l\r\nend")
    assert not screen.on_other_screen
    assert screen.lines() == ["$ read", "end", ""]


def test_questions_and_sequences_in_pieces_leave_no_trace() -> None:
    for written in (
        "\x1b[?2026$p",
        "\x1b[>1u",
        "\x1b[?u",
        "\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\",
    ):
        for at in range(len(written)):
            assert painted(written[:at], written[at:], "x").lines()[0] == "x", written


def test_faint_text_is_told_from_other_text_and_colours_are_not_taken_for_it() -> None:
    screen = painted("\x1b[2mfaint\x1b[22mx\x1b[38;5;2;48;2;2;2;2my")
    assert screen.look("faint").faint
    assert not screen.look("x").faint
    assert not screen.look("y").faint


def test_a_blank_shows_its_ground_and_what_is_drawn_through_it_and_no_more() -> None:
    def shown(style: str) -> object:
        return painted(f"\x1b[{style}m \x1b[m").shown()[0][0]

    assert shown("1;3;31") == shown("")
    assert shown("41") != shown("")
    assert shown("4") != shown("")
    assert shown("7;31") != shown("7;32")
    assert shown("7;1") != shown("7")
    assert shown("7;3;41") == shown("7")
