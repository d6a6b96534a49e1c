"""A line to type in: Textual's input without a blinking cursor."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from textual.widgets import Input

from brief_tui.load.text import clean

_MOST_SECONDS_BEHIND = 2


class Typed(Input):
    """An input that writes nothing to the terminal while nobody types."""

    def __init__(
        self,
        value: str = "",
        *,
        id: str,  # noqa: A002
        hint: str,
        leaves_digits: bool = False,
    ) -> None:
        """Make the line.

        Args:
            value: What stands in it.
            id: Its id in the screen.
            hint: What it is for, shown while it is empty.
            leaves_digits: Whether digits are left to the screen's own keys.
        """
        super().__init__(value, placeholder=hint, id=id, compact=True)
        self.cursor_blink = False
        self._leaves_digits = leaves_digits

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
        """What is typed or pasted, made safe to show like any other text."""
        return clean(value)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether this line takes the key, before any binding of the screen."""
        if self._leaves_digits and character is not None and character in "123456789":
            return False
        return super().check_consume_key(key, character)
