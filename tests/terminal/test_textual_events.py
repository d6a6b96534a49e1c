"""Keys, pastes and the mouse as Textual's own parser would have them, but for what is said here."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import XTermParser
from textual.events import Key as KeyEvent
from textual.events import MouseEvent, Paste
from textual.message import Message

from brief_tui.terminal.keys import Key, Mouse, Reply
from brief_tui.terminal.textual_events import events_of
from tests.terminal.decoded import read
from tests.terminal.sent import MALFORMED, REPLIES
from tests.terminal.test_keys_always import GARBAGE

MODIFIERS = [*range(1, 17), 33, 64 + 1, 128 + 1, 128 + 5]
"""One more than a sum of Shift 1, Alt 2, Ctrl 4, Super 8, Hyper 16, Meta 32, the locks 64, 128."""

NUMBERED_OTHERWISE = {
    **{f"\x1b[{number}~": f"f{number - 12}" for number in (25, 26)},
    **{f"\x1b[{number}~": f"f{number - 13}" for number in (28, 29)},
    **{f"\x1b[{number}~": f"f{number - 14}" for number in range(31, 35)},
    "\x1b[5A": "ctrl+up",
    "\x1b[5B": "ctrl+down",
    "\x1b[5C": "ctrl+right",
    "\x1b[5D": "ctrl+left",
    "\x1b[62~": "<scroll-up>",
    "\x1b[63~": "<scroll-down>",
}
"""Keys that Textual's table has, and its parser takes for characters."""

ESCAPE_AND_A_KEY = {
    each for each in ANSI_SEQUENCES_KEYS if len(each) == 2 and each[0] == "\x1b"
} - {*("\x1b\x1b", "\x1b\t", "\x1b\x7f")}
"""Textual has them for keys of some terminals; here they are Escape, and a key typed after it."""

REPORTS = {"\x1b[1;2R", "\x1b[1;5R", "\x1b[1;6R"}
"""F3 with modifiers, as xterm sends it; Textual too takes them for the place of the cursor."""

OTHERWISE = {*NUMBERED_OTHERWISE, *ESCAPE_AND_A_KEY, *REPORTS, "\x9b"}


def ours(data: str) -> list[Message]:
    """The events for what the terminal has sent."""
    return [event for token in read(data.encode()) for event in events_of(token)]


def theirs(data: str) -> list[Message]:
    """The events that Textual's parser has for it."""
    parser = XTermParser()
    return [*parser.feed(data), *parser.feed("")]


def told(events: list[Message]) -> list[tuple[object, ...]]:
    """Events to compare."""
    return [tell(event) for event in events]


def tell(event: Message) -> tuple[object, ...]:
    """All that there is to an event."""
    match event:
        case KeyEvent():
            return "key", event.key, event.character
        case Paste():
            return "paste", event.text
        case MouseEvent():
            place = (event.x, event.y, event.screen_x, event.screen_y)
            held = (event.button, event.shift, event.meta, event.ctrl)
            return type(event).__name__, *place, event.delta_x, event.delta_y, *held
    raise AssertionError(f"neither a key, a paste nor the mouse: {event!r}")


@pytest.mark.parametrize(
    "sequence",
    sorted(ANSI_SEQUENCES_KEYS.keys() - OTHERWISE),
    ids=repr,
)
def test_every_sequence_of_textual_s_table_is_the_key_it_is_to_textual(sequence: str) -> None:
    assert told(ours(sequence)) == told(theirs(sequence))


@pytest.mark.parametrize("sequence", NUMBERED_OTHERWISE, ids=repr)
def test_a_function_key_is_never_a_character(sequence: str) -> None:
    assert told(ours(sequence)) == [("key", NUMBERED_OTHERWISE[sequence], None)]


@pytest.mark.parametrize("sequence", sorted(ESCAPE_AND_A_KEY), ids=repr)
def test_escape_and_a_key_are_two_keys(sequence: str) -> None:
    assert told(ours(sequence)) == told([*theirs("\x1b"), *theirs(sequence[1])])


def test_what_could_be_a_report_is_one() -> None:
    for sequence in REPORTS:
        assert ours(sequence) == []


def test_an_eight_bit_control_is_no_escape() -> None:
    assert told(ours("\x9b")) == [("key", "replacement_character", "\ufffd")]


@pytest.mark.parametrize("key", FUNCTIONAL_KEYS)
def test_every_key_of_the_kitty_protocol_is_the_key_it_is_to_textual(key: str) -> None:
    number, final = key[:-1], key[-1]
    written = [f"\x1b[{number}{final}", *(f"\x1b[{number};{each}{final}" for each in MODIFIERS)]
    for sequence in written:
        if final != "R" or ";" not in sequence:
            assert told(ours(sequence)) == told(theirs(sequence)) != [], sequence


@pytest.mark.parametrize("character", [*"aAzZ09 /?[]:-+=é한", "\t", "\r", "\x7f", "\x1b"])
def test_what_the_kitty_protocol_says_of_a_character_is_what_it_is_to_textual(
    character: str,
) -> None:
    code = ord(character)
    written = [f"\x1b[{code}u", *(f"\x1b[{code};{each}u" for each in MODIFIERS)]
    texts = [f"\x1b[{code};{each};{ord('x')}u" for each in ("", *MODIFIERS)]
    for sequence in (*written, *texts, f"\x1b[{code};;104:105u", f"\x1b[27;5;{code}~"):
        assert told(ours(sequence)) == told(theirs(sequence)) != [], sequence


@pytest.mark.parametrize("text", ["jkgG/?:[]x \t\r\x03\x10", "äß…’한글", "🚢👍🏽", "\ufffd"])
def test_characters_are_the_keys_they_are_to_textual(text: str) -> None:
    assert told(ours(text)) == told(theirs(text)) != []


def test_the_mouse_does_what_it_does_to_textual() -> None:
    places = [(1, 1), (80, 24), (3, 200), (0, 5)]
    buttons = itertools.product(range(128), places, "Mm")
    reports = "".join(f"\x1b[<{button};{x};{y}{end}" for button, (x, y), end in buttons)
    start = "\x1b[<35;1;1M"
    assert told(ours(start + reports))[1:] == told(theirs(start + reports))[1:]
    assert len(ours(reports)) == 128 * 3 * 2


def test_a_paste_is_a_paste() -> None:
    paste = "\x1b[200~two\nlines\x1b[201~"
    assert told(ours(paste)) == told(theirs(paste)) == [("paste", "two\nlines")]


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES)
def test_an_answer_is_no_event(reply: str) -> None:
    assert events_of(Reply(reply)) == []
    assert ours(reply) == []


@pytest.mark.parametrize("data", MALFORMED.values(), ids=MALFORMED)
def test_what_is_malformed_is_no_event(data: bytes) -> None:
    assert ours(data.decode()) == []


@pytest.mark.parametrize(
    "sequence",
    [
        *("\x1b[1114112u", "\x1b[99999999999999999999u", "\x1b[97:65;2u"),
        *("\x1b[0;;1114112u", "\x1b[99~", "\x1b[9A", "\x1b[0~"),
        *("\x1bOz", "\x1b[55^", "\x1b[E;"),
    ],
)
def test_a_key_that_there_is_not_is_no_event(sequence: str) -> None:
    assert events_of(Key(sequence)) == []


def test_a_report_that_is_no_report_is_no_event() -> None:
    assert events_of(Mouse("\x1b[<1M")) == []


@given(GARBAGE)
def test_any_bytes_give_events_that_can_be_shown(data: bytes) -> None:
    for token in read(data):
        for event in events_of(token):
            assert "".join(str(part) for part in tell(event)).encode()


@given(st.integers(0, 0x120000), st.integers(0, 300), st.integers(0, 0x120000))
def test_no_number_is_too_large_for_the_kitty_protocol(code: int, held: int, text: int) -> None:
    for sequence in (f"\x1b[{code};{held};{text}u", f"\x1b[{code};{held}~", f"\x1b[{code}u"):
        for event in ours(sequence):
            assert "".join(str(part) for part in tell(event)).encode()
