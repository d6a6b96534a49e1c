"""What is typed, as the events of Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual._xterm_parser import XTermParser

from brief_tui.terminal.keys import Key, Mouse, Pasted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.message import Message

    from brief_tui.terminal.keys import Token

_PARSER = XTermParser()


def events_of(token: Token) -> Sequence[Message]:
    """The events of a token; none for a reply."""
    if isinstance(token, Pasted):
        return [events.Paste(token.text)]
    if isinstance(token, Mouse):
        event = _PARSER.parse_mouse_code(token.sequence)
        return [event] if event is not None else []
    if isinstance(token, Key):
        if token.sequence == "\x1b":
            return [events.Key("escape", "\x1b")]
        return list(_PARSER._sequence_to_key_events(token.sequence))
    return []
