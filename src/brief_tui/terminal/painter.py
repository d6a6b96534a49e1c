"""Keeps what is wanted on the screen and what the terminal shows, and sends the difference."""

from __future__ import annotations

from operator import is_not
from typing import TYPE_CHECKING

from brief_tui.terminal.draw import difference
from brief_tui.terminal.modes import BEGIN_FRAME, END_FRAME
from brief_tui.terminal.outlet import Outlet
from brief_tui.terminal.screen import Screen
from brief_tui.terminal.styles import Styles

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from brief_tui.terminal.capabilities import Capabilities


class Painter:
    """Sends a frame once in a turn of the event loop, if anything has changed.

    While the terminal has not taken the frame before, nothing is sent; then it gets the latest,
    and those in between are never drawn.
    """

    def __init__(
        self,
        capabilities: Capabilities,
        size: tuple[int, int],
        loop: asyncio.AbstractEventLoop,
        on_first_frame: Callable[[], object],
    ) -> None:
        """Nothing is wanted and nothing known of the screen yet.

        Args:
            capabilities: What the terminal can do.
            size: Columns and lines.
            loop: Whose turns are meant.
            on_first_frame: Called when the first frame has been sent.
        """
        self._capabilities = capabilities
        self._styles = _styles(capabilities)
        self._loop = loop
        self._on_first_frame: Callable[[], object] | None = on_first_frame
        self._outlet: Outlet | None = None
        self._soon = False
        self._passed: list[str] = []
        self._strange = False
        self._last = self._wanted = Screen.blank(0, 0)
        self._written = False
        self.resize(size)

    def go_by(self, capabilities: Capabilities) -> None:
        """Draw what is written from now on for a terminal that can do this."""
        if capabilities.hyperlinks != self._capabilities.hyperlinks:
            self._styles = _styles(capabilities)
        self._capabilities = capabilities

    @property
    def outlet(self) -> Outlet | None:
        """The way to the terminal; None while it belongs to another program."""
        return self._outlet

    @property
    def shown(self) -> Screen:
        """What the terminal shows, or will have been told to show by what is on its way."""
        return self._shown

    def begin(self, outlet: Outlet, first: bytes, shown: Screen | None = None) -> None:
        """Send ``first`` by a way out, and then frames.

        Args:
            outlet: The way out.
            first: What is sent before any frame.
            shown: What the terminal shows; where that is not known, the first frame is whole.
        """
        self._outlet = outlet
        outlet.send(first)
        if shown is None:
            self.redraw()
        else:
            self._shown = shown
            self.draw_soon()

    def end(self, last: str, seconds: float) -> bool:
        """Send ``last`` and nothing more; whether the terminal took it in so many seconds."""
        outlet, self._outlet = self._outlet, None
        return outlet is None or outlet.close(last.encode(), seconds)

    def resize(self, size: tuple[int, int]) -> None:
        """Begin a screen of another size, and wait for what is to stand on it.

        Where it is back at the size of what was written last, nothing new may be written: whoever
        writes never heard of the size in between.
        """
        if self._written:
            self._last = self._wanted
        self._written = (self._last.width, self._last.height) == size
        blank = Screen.blank(*size, known=False)
        self._wanted = self._last if self._written else blank
        self._shown = blank

    def write(self, text: str) -> None:
        """Have ``text`` shown."""
        before = self._wanted.rows
        self._wanted, passed, strange = self._wanted.after(text, self._styles)
        self._passed += passed
        self._strange |= strange
        # Textual begins by saying how the mouse is to look, which leaves the screen as it is.
        self._written = self._written or any(map(is_not, before, self._wanted.rows))
        self.draw_soon()

    def send(self, sequence: str) -> None:
        """Send a sequence as it is; it must not change what the screen shows."""
        self._passed.append(sequence)
        self.draw_soon()

    def redraw(self) -> None:
        """Draw the whole screen again, whatever the terminal shows."""
        self._shown = self._shown.forgotten()
        self.draw_soon()

    def draw_soon(self) -> None:
        """Send the difference at the end of this turn, or when the terminal takes it."""
        if not self._soon and self._outlet is not None:
            self._soon = True
            self._loop.call_soon(self._draw)

    def _draw(self) -> None:
        self._soon = False
        outlet = self._outlet
        if outlet is None or outlet.busy or not self._written:
            return  # once the last frame has gone, or the first has come, there is another turn
        short = difference(self._shown, self._wanted, self._capabilities.dialect)
        if short and self._capabilities.synchronized:
            short = f"{BEGIN_FRAME}{short}{END_FRAME}"
        self._shown = self._wanted = self._wanted._replace(known=True)
        if self._passed:
            short += "".join(self._passed)
            self._passed.clear()
        if self._strange:
            self._strange = False
            self._shown = self._shown.forgotten()
        if short:
            outlet.send(short.encode("utf-8", "replace"))
        if self._on_first_frame is not None:
            told, self._on_first_frame = self._on_first_frame, None
            told()


def _styles(capabilities: Capabilities) -> Styles:
    return Styles(capabilities.colours, hyperlinks=capabilities.hyperlinks, utf8=capabilities.utf8)
