"""Who keeps the first screen for the next start, as the app sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from brief_tui.terminal.screen import Screen


class Keeper(Protocol):
    """Keeps what the terminal shows at the start."""

    def keep(self, shown: Screen) -> None:
        """Keep a screen that nobody has touched yet."""

    def keep_on(self) -> None:
        """Let it hold for the reader's state as it is by now: the next start begins the same."""
