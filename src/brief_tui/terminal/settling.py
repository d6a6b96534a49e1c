"""Whether a screen that nobody touches has come to stay as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio

    from brief_tui.terminal.client import Client
    from brief_tui.terminal.painter import Painter
    from brief_tui.terminal.screen import Screen

SETTLED = 0.25
"""Seconds without a frame after which an app is taken to have drawn all that it begins with."""


class Settling:
    """Looks now and then, until one screen has stayed, or somebody has touched it."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        painter: Painter,
        client: Client,
    ) -> None:
        """Look at nothing yet.

        Args:
            loop: In whose turns it is looked.
            painter: Knows what is shown.
            client: Told, once, what has stayed.
        """
        self._loop = loop
        self._painter = painter
        self._client = client
        self._next: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Look from now on."""
        self._look_later()

    def end(self) -> None:
        """Look no more: what is shown from now on is not what it began with."""
        if self._next is not None:
            self._next.cancel()
            self._next = None

    def _look_later(self) -> None:
        self._next = self._loop.call_later(SETTLED, self._look, self._painter.shown)

    def _look(self, before: Screen) -> None:
        self._next = None
        if self._painter.shown is before:
            self._client.settled(before)
        else:
            self._look_later()
