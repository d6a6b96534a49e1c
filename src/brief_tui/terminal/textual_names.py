"""The names of Textual's that are not public and that are used here, in one place.

``tests/terminal/test_textual_names.py`` has a test of each, to fail when Textual moves it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import XTermParser
from textual.keys import Keys

if TYPE_CHECKING:
    from textual.events import Key
    from textual.message import Message


def keys_named(sequence: str) -> list[Key]:
    """The key events that Textual makes of one key's sequence, in its own names.

    None for a key that it is to ignore.

    Raises:
        Exception: Any, for a sequence that only looks like a key's.
    """
    events = _parser()._sequence_to_key_events(sequence)
    return [event for event in events if event.key != Keys.Ignore]


def mouse_named(sequence: str) -> Message | None:
    """The event that Textual makes of a report of the mouse; None if it is outside the screen.

    The event has how far the mouse has come since the report before.
    """
    return _parser().parse_mouse_code(sequence)


def is_function_key(number: int, final: str) -> bool:
    """Whether Textual knows ``CSI number final`` as a key that types no character."""
    return f"{number}{final}" in FUNCTIONAL_KEYS


def names_in_table(sequence: str) -> tuple[str, ...]:
    """The keys that Textual's table of sequences has for this one."""
    keys = ANSI_SEQUENCES_KEYS.get(sequence)
    return tuple(key.value for key in keys) if isinstance(keys, tuple) else ()


@cache
def _parser() -> XTermParser:
    """The one of this process, as it has one terminal; what it remembers is where the mouse was."""
    return XTermParser()
