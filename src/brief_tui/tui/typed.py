"""A line to type in: Textual's input without a blinking cursor."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress

from textual.events import Paste
from textual.widgets import Input

from brief_tui.library.query.syntax import LONGEST
from brief_tui.load.text import clean

_MOST_SECONDS_BEHIND = 2
_OF_TEXTUALS_CLIPBOARD = {"copy", "cut", "paste"}
_BREAK = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Typed(Input):
    """An input that writes nothing to the terminal while nobody types."""

    def __init__(
        self,
        value: str = "",
        *,
        id: str,  # noqa: A002
        hint: str,
        leaves: str = "",
    ) -> None:
        """Make the line.

        Args:
            value: What stands in it.
            id: Its id in the screen.
            hint: What it is for, shown while it is empty.
            leaves: The characters that are left to the screen's own keys.
        """
        super().__init__(value, placeholder=hint, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self._leaves = leaves

    async def caught_up(self) -> str:
        """What stands in the line once every key before has been taken in.

        Keys reach it by a queue; whoever acts on its text on another way waits for them.
        """
        done = asyncio.Event()
        if self.call_later(done.set):
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), _MOST_SECONDS_BEHIND)
        return self.value

    def validate_value(self, value: str) -> str:
        """What is typed or pasted, in a line that is safe to show and no longer than a query."""
        return _line(value)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put so much of ``text`` in the place of what stands there as the line has room for."""
        start, end = sorted((max(start, 0), min(end, len(self.value))))
        room = LONGEST - len(self.value) + end - start
        super().replace(_line(text)[: max(room, 0)], start, end)

    def on_paste(self, event: Paste) -> None:
        """Take in all of what is pasted; Textual's own takes its first line."""
        event.stop()
        event.prevent_default()
        self.replace(event.text, *self.selection)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out Textual's own clipboard, which is not the one that the reader has."""
        if action in _OF_TEXTUALS_CLIPBOARD:
            return False
        return super().check_action(action, parameters)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether this line takes the key, before any binding of the screen."""
        if character and character in self._leaves:
            return False
        return super().check_consume_key(key, character)


def _line(text: str) -> str:
    """The beginning of ``text``, safe to show. What is dropped is not even looked at."""
    return clean(_BREAK.sub(" ", text[:LONGEST]))[:LONGEST]
