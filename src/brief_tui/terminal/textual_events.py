"""What was read from the terminal as events of Textual, named as Textual's own driver names them.

It differs from that driver in this: what its parser takes for a character because it does not know
the number of a function key (``CSI 33~``, F19, for ``!``) is what its table of sequences says, or
nothing; and what it cannot convert is nothing, where the parser raises.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.events import Key as KeyEvent
from textual.events import Paste

from brief_tui.terminal.keys import Key, Mouse, Pasted, Reply, Token

if TYPE_CHECKING:
    from textual.message import Message

_FUNCTION = re.compile(r"\x1b\[([0-9]*)[0-9;:]*([~A-HP-S])")
"""A key by number: all sequences of CSI but the kitty protocol's for keys that type something."""

_OTHER_KEYS = 27
"""What stands for the number where xterm sends any key with its modifiers (modifyOtherKeys)."""


def events_of(token: Token) -> list[Message]:
    """The events for one token, none for what Textual has no event for.

    An answer yields none; it is for whoever asked.
    """
    match token:
        case Pasted(text):
            return [Paste(text)]
        case Reply():
            return []
    try:
        return _mouse_events(token) if isinstance(token, Mouse) else _key_events(token)
    except Exception:  # a sequence that Textual makes nothing of is no reason to end
        return []


def _mouse_events(mouse: Mouse) -> list[Message]:
    from brief_tui.terminal.textual_names import mouse_named

    event = mouse_named(mouse.sequence)
    return [] if event is None else [event]


def _key_events(key: Key) -> list[Message]:
    from brief_tui.terminal.textual_names import is_function_key, keys_named, names_in_table

    match = _FUNCTION.fullmatch(key.sequence)
    number = int(match[1] or 1) if match else _OTHER_KEYS
    if match and number != _OTHER_KEYS and not is_function_key(number, match[2]):
        return [KeyEvent(name, None) for name in names_in_table(key.sequence)]
    return [*keys_named(key.sequence)]
