"""Reads what is typed, and what the terminal answers, in the event loop."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from textual.message import Message

    from brief_tui.terminal.capabilities import Capabilities
    from brief_tui.terminal.keys import Decoder, Token


class Keyboard:
    """Turns what comes from a terminal into events.

    What reads and names keys is imported when the first could come, and not before the first
    frame; what is typed until then waits in the terminal.
    """

    def __init__(
        self,
        descriptor: int,
        loop: asyncio.AbstractEventLoop,
        *,
        on_event: Callable[[Message], object],
        on_reply: Callable[[str], object],
        on_end: Callable[[], object],
    ) -> None:
        """Read nothing yet.

        Args:
            descriptor: Where it comes from.
            loop: In whose turns it is read.
            on_event: Told of each key, paste and report of the mouse.
            on_reply: Told of each answer of the terminal.
            on_end: Told once, when nothing can be read any more.
        """
        self._descriptor = descriptor
        self._loop = loop
        self._on_event = on_event
        self._on_reply = on_reply
        self._on_end = on_end
        self._decoder: Decoder | None = None
        self._begins: asyncio.TimerHandle | None = None
        self._wakes: asyncio.TimerHandle | None = None

    def begin_within(self, seconds: float, capabilities: Capabilities) -> None:
        """Read from then on, if not from before."""
        self._begins = self._loop.call_later(seconds, self.begin, capabilities)

    def begin(self, capabilities: Capabilities) -> None:
        """Read from now on."""
        if self._begins is not None:
            self._begins.cancel()
            self._begins = None
            if self._decoder is None:
                from brief_tui.terminal.keys import Decoder, patience

                self._decoder = Decoder(patience(capabilities))
            self._loop.add_reader(self._descriptor, self._read)

    def end(self) -> None:
        """Read no more."""
        self._loop.remove_reader(self._descriptor)
        for handle in (self._begins, self._wakes):
            if handle is not None:
                handle.cancel()
        self._begins = self._wakes = None

    def _read(self) -> None:
        try:
            data = os.read(self._descriptor, 1 << 16)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            data = b""
        if not data:
            self.end()
            self._on_end()
        elif self._decoder is not None:
            self._take(self._decoder, self._decoder.feed(data, time.monotonic()))

    def _wake(self) -> None:
        if self._decoder is not None:
            self._take(self._decoder, self._decoder.wake(time.monotonic()))

    def _take(self, decoder: Decoder, tokens: list[Token]) -> None:
        from brief_tui.terminal.keys import Reply
        from brief_tui.terminal.textual_events import events_of

        if self._wakes is not None:
            self._wakes.cancel()
            self._wakes = None
        if decoder.wakes_at is not None:
            delay = max(decoder.wakes_at - time.monotonic(), 0)
            self._wakes = self._loop.call_later(delay, self._wake)
        for token in tokens:
            if isinstance(token, Reply):
                self._on_reply(token.sequence)
            else:
                for event in events_of(token):
                    self._on_event(event)
