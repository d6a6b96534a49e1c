"""An app whose library changes while it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief_tui.tui.base_screen import BaseScreen
from brief_tui.tui.terminal_app import TerminalApp

if TYPE_CHECKING:
    from brief_tui.library.opening import Opened
    from brief_tui.render.page import Spans
    from brief_tui.terminal.capabilities import Capabilities
    from brief_tui.tui.beside import Beside


class LiveApp(TerminalApp):
    """Has what goes on beside it begin with its first frame, and end with it."""

    def __init__(
        self, capabilities: Capabilities, *, kiosk: bool, opened: Opened | None = None
    ) -> None:
        """Draw on a terminal.

        Args:
            capabilities: The terminal.
            kiosk: Whether reading is all that may be done.
            opened: How the library was opened, where its files are to be followed.
        """
        super().__init__(capabilities, kiosk=kiosk)
        self.opened = opened
        self._beside: Beside | None = None

    def go_on_beside(self) -> None:
        """Begin with what goes on beside what is read, once the first frame is there."""
        if self.opened is not None and not self._kiosk:
            self.call_after_refresh(self._begin_beside, self.opened)

    def _begin_beside(self, opened: Opened) -> None:
        from brief_tui.tui.beside import Beside

        self._beside = Beside(self, opened)
        self._beside.start()

    def end_what_is_beside(self) -> None:
        """End the processes and threads that go on beside what is read."""
        if self._beside is not None:
            self._beside.end()

    def keep_up(self) -> None:
        """Show the library as it now is, on the screen that is read."""
        if isinstance(self.screen, BaseScreen):
            self.screen.keep_up()

    def show_under_way(self, words: Spans) -> None:
        """Show what is done beside what is read, and how far it is."""
        if words != self.under_way:
            self.under_way = words
            if isinstance(self.screen, BaseScreen) and self.screen.is_mounted:
                self.screen.tell_again()

    def tell(self, words: str) -> None:
        """Tell the reader something in the status line, until the next key."""
        self._tell(words)
