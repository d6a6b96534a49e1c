"""A frame as it is kept: the same when it is read again, and nothing else is ever written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_tui.terminal.abilities import VT100, XTERM, Dialect
from brief_tui.terminal.capabilities import Capabilities
from brief_tui.terminal.keepable import kept_frame
from brief_tui.terminal.packed_screen import packed, unpacked, without_links
from brief_tui.terminal.screen import Screen
from brief_tui.terminal.sealed import MOST, sealed, unsealed
from brief_tui.terminal.styles import Styles
from brief_tui.terminal.unseen import is_ours
from tests.hostile.grammar import assert_ours
from tests.terminal.frames import Shown, sessions
from tests.tui.painted import Painted

NO_FRAME = {
    "a title": b"\x1b]0;title\x07",
    "a copy": b"\x1b]52;c;QQ==\x07",
    "a link": b"\x1b]8;;https://example.org\x1b\\here\x1b]8;;\x1b\\",
    "a string": b"\x1bPq\x1b\\",
    "a question": b"\x1b[6n",
    "what it is": b"\x1b[c",
    "a reset": b"\x1bc",
    "the lines that have scrolled away": b"\x1b[3J",
    "another mode": b"\x1b[?1004h",
    "another keyboard": b"\x1b[>4;2m",
    "the size of the window": b"\x1b[8;10;10t",
    "a bell": b"text\x07",
    "C1": "\x9b6n".encode(),
    "half a sequence": b"\x1b[12",
    "an escape": b"text\x1b",
    "a sequence without end": b"\x1b[" + b"1;" * 100 + b"m",
    "text that turns around": "a\u202eb".encode(),
    "not UTF-8": b"\xff",
}


def shown_by(session: list[Shown]) -> Screen:
    """The screen that the last frames of a session leave."""
    width, height = session[-1].size
    screen, styles = Screen.blank(width, height), Styles()
    for shown in session:
        if shown.size == (width, height):
            screen = screen.after(shown.text, styles)[0]
    return without_links(screen)


@given(sessions())
def test_a_screen_is_the_same_when_it_is_unpacked(session: list[Shown]) -> None:
    screen = shown_by(session)
    again = unpacked(packed(screen), screen.width, screen.height)
    assert again is not None
    assert again.known
    assert again.rows == screen.rows


@given(sessions(whole=True), st.sampled_from((XTERM, VT100)), st.booleans())
def test_a_kept_frame_draws_the_screen_and_is_ours(
    session: list[Shown], dialect: Dialect, whole: bool
) -> None:
    screen = shown_by(session)
    frame = kept_frame(screen, Capabilities(dialect=dialect, synchronized=whole))
    assert frame.may_be_shown
    assert_ours((frame.enter + frame.drawing + frame.again + frame.leave).decode())
    drawn, long = Painted(*session[-1].size), Painted(*session[-1].size)
    drawn.write("left over" + frame.drawing.decode())
    for shown in session:
        if shown.size == session[-1].size:
            long.write(shown.text)
    assert drawn.looks_like(long)


@given(st.binary(max_size=200))
def test_bytes_that_are_no_screen_are_none(data: bytes) -> None:
    assert unpacked(data, 20, 3) is None


def test_a_screen_of_another_size_is_none() -> None:
    assert unpacked(packed(Screen.blank(20, 3)), 20, 4) is None
    assert unpacked(packed(Screen.blank(20, 3)), 21, 3) is None


def test_where_links_lead_is_left_out() -> None:
    link = "\x1b]8;;https://example.org\x1b\\here\x1b]8;;\x1b\\"
    screen = Screen.blank(9, 1).after(link, Styles(hyperlinks=True))[0]
    frame = kept_frame(screen, Capabilities(hyperlinks=True))
    assert b"here" in frame.drawing
    assert b"example" not in frame.drawing
    assert frame.may_be_shown


@pytest.mark.parametrize("data", NO_FRAME.values(), ids=NO_FRAME)
def test_what_a_frame_never_has_in_it_is_not_ours(data: bytes) -> None:
    assert not is_ours(data)
    assert not is_ours(b"before \x1b[1;38;2;1;2;3m" + data + b" behind")


@given(st.text())
def test_nothing_is_ours_that_is_not_only_shown(text: str) -> None:
    if is_ours(text.encode("utf-8", "replace")):
        assert_ours(text.encode("utf-8", "replace").decode())


@pytest.mark.parametrize(
    "text", ["plain", "Юлия", "朝鮮　語", "e\u0301", "👩‍🌾", "10\u202f000\u00a0t"]
)
def test_text_of_any_script_is_ours(text: str) -> None:
    assert is_ours(text.encode())


@given(st.lists(st.binary(max_size=20), max_size=5))
def test_parts_are_the_same_when_they_are_unsealed(parts: list[bytes]) -> None:
    assert unsealed(sealed(parts)) == parts


@given(st.lists(st.binary(max_size=20), min_size=1, max_size=5), st.data())
def test_parts_of_which_a_bit_is_otherwise_are_none(
    parts: list[bytes], data: st.DataObject
) -> None:
    whole = bytearray(sealed(parts))
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    assert unsealed(bytes(whole)) is None


@given(st.lists(st.binary(max_size=20), min_size=1, max_size=5), st.data())
def test_parts_that_are_cut_off_are_none(parts: list[bytes], data: st.DataObject) -> None:
    whole = sealed(parts)
    assert unsealed(whole[: data.draw(st.integers(0, len(whole) - 1))]) is None


@pytest.mark.parametrize("data", [b"", b"\0" * 100, b"x" * (MOST + 1)])
def test_what_is_not_sealed_is_none(data: bytes) -> None:
    assert unsealed(data) is None
