"""The judge of what is written is itself judged: what it must let through, and what it must not."""

from __future__ import annotations

import pytest

from tests.hostile.grammar import assert_ours

OURS = [
    "text, Türkiye, 北韓, e\u0301\r\n",
    "\x1b[?1049h\x1b[H\x1b[2J\x1b[1;7;38;5;231;48;2;1;2;3mbold\x1b[0m\x1b[m\x1b[K\x1b[?1049l",
    "\x1b[3;20H\x1b[;7Hx\x1b[12Gx\x1b[3Cx\x1b[A\x1b[5X\x1b[K\x1b[2L\x1b[M\x1b[2;23r\x1b[r",
    "\x1b[?2026h\x1b[?25l\x1b[?1000h\x1b[?1006h\x1b[?2004l\x1b[?2026l",
    "\x1b[?2026$p\x1b[>1u\x1b[?u\x1b[<u\x1b[>q\x1b[c",
    "\x1b]8;;https://example.org/a?b=c@d\x1b\\a link\x1b]8;;\x1b\\",
    "\x1b]8;id=3;mailto:desk@example.org\x07a link\x1b]8;;\x07",
]
NOT_OURS = {
    "a bell": "\x07",
    "a tab": "\t",
    "a C1 control": "\x9b31m",
    "a control of direction": "\u202eabc",
    "a zero-width space": "a\u200bb",
    "a lone escape": "\x1b",
    "half a sequence": "\x1b[38;5",
    "the title of the window": "\x1b]0;owned\x07",
    "a file for the terminal": "\x1b]1337;File=:AAAA\x07",
    "the window's size": "\x1b[8;24;80t",
    "a device's control string": "\x1bPq\x1b\\",
    "a reset": "\x1bc",
    "another character set": "\x1b(0",
    "an unknown mode": "\x1b[?47h",
    "an unknown mode among known ones": "\x1b[?25;47h",
    "the mouse's every move": "\x1b[?1003h",
    "another size of the screen": "\x1b[?3h",
    "a question for an unknown mode": "\x1b[?47$p",
    "text that blinks": "\x1b[5m",
    "text that is concealed": "\x1b[1;8m",
    "half a colour": "\x1b[38;5m",
    "a style with an end missing": "\x1b[1;m",
    "a repeated character": "\x1b[80b",
    "a link to a file": "\x1b]8;;file:///etc/passwd\x07a\x1b]8;;\x07",
    "a link to a script": "\x1b]8;;javascript:alert(1)\x07a\x1b]8;;\x07",
    "a link with a user's name": "\x1b]8;;https://example.org@other.org\x07a\x1b]8;;\x07",
    "a link that is not closed": "\x1b]8;;https://example.org\x07a",
    "a link that is closed too late": (
        "\x1b[?1049h\x1b]8;;https://example.org\x07a\x1b[?1049l\x1b]8;;\x07"
    ),
    "a question for the clipboard": "\x1b]52;c;?\x07",
    "a sequence of the hostile material": "\x1b[6666H",
}


@pytest.mark.parametrize("written", OURS)
def test_what_the_app_may_write_passes(written: str) -> None:
    assert_ours(written, ())


@pytest.mark.parametrize("what", NOT_OURS)
def test_anything_else_fails(what: str) -> None:
    with pytest.raises(AssertionError):
        assert_ours(NOT_OURS[what], ())
    with pytest.raises(AssertionError):
        assert_ours(f"before{NOT_OURS[what]}", ())


def test_a_text_goes_to_the_clipboard_once_for_each_time_it_was_asked_for() -> None:
    written = "a list\x1b]52;c;YQ==\x07"
    assert_ours(written, (6,))
    assert_ours(written * 2, (6, len(written)))
    for copies in ((), (7,)):
        with pytest.raises(AssertionError, match="unasked"):
            assert_ours(written, copies)
    with pytest.raises(AssertionError, match="unasked"):
        assert_ours(written * 2, (6,))


def test_who_was_killed_may_have_been_in_the_middle_of_a_sequence() -> None:
    for cut in ("\x1b", "\x1b[", "\x1b[38;5", "\x1b]8;;https://ex", "\x1b]8;;https://a.org\x07a"):
        assert_ours(f"text{cut}", (), cut=True)
        with pytest.raises(AssertionError):
            assert_ours(f"text{cut}", ())
    with pytest.raises(AssertionError):
        assert_ours("\x1b[?47h", (), cut=True)
