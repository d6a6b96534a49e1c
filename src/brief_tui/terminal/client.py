"""The app, as the driver sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from textual.message import Message

    from brief_tui.terminal.capabilities import Capabilities
    from brief_tui.terminal.first_frame import FirstFrame
    from brief_tui.terminal.screen import Screen


class Client(Protocol):
    """What the driver asks of the app."""

    capabilities: Capabilities
    may_suspend: bool
    first_frame: FirstFrame | None
    """What holds the terminal, and shows a frame on it, until the driver has it."""

    def settled(self, shown: Screen) -> None:
        """Know what the terminal shows, once nothing more comes by itself and nobody has typed."""

    def post_message(self, message: Message) -> bool:
        """Take an event."""

    def exit(self, *, return_code: int) -> None:
        """Leave by the normal way."""

    def fail(self, error: Exception) -> None:
        """Leave because of a fault."""
