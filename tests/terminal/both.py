"""The long form and the short form, each on a terminal of its own, side by side."""

from __future__ import annotations

from brief_tui.terminal.capabilities import XTERM, Colours, Dialect
from brief_tui.terminal.draw import draw
from brief_tui.terminal.screen import Screen
from brief_tui.terminal.styles import Styles
from tests.terminal.frames import Shown
from tests.tui.painted import Painted


class Both:
    """Two terminals of one kind: one gets the long form, the other the short one."""

    def __init__(self, dialect: Dialect = XTERM, colours: Colours = Colours.TRUE) -> None:
        self._dialect = dialect
        self._styles = Styles(colours)
        self._short = self._long = Painted(1, 1)
        self._shadow = Screen.blank(1, 1, known=False)
        self.sent: list[str] = []
        self.received = 0

    def show(self, shown: Shown) -> None:
        """Have both show a frame, and compare."""
        if self._long.size != shown.size:
            self._resize(*shown.size)
        self._shadow, short = draw(self._shadow, shown.text, self._styles, self._dialect)
        self.received += len(shown.text)
        self._long.write(shown.text)
        self._short.write(short)
        self.sent.append(short)
        if not self._short.looks_like(self._long):
            assert self._short.shown() == self._long.shown(), (shown.text, short)

    def forget(self) -> None:
        """Have something else draw on the terminal."""
        self._short.write("\x1b[0;7m\x1b[H\x1b[2J!?\x1b[5;5Hxx")
        self._shadow = self._shadow.forgotten()

    def _resize(self, columns: int, rows: int) -> None:
        colour = self._dialect.erases_in_colour
        self._long = Painted(columns, rows, erases_in_colour=colour)
        self._long.write("\x1b[?7l")
        left_over = self._short
        self._short = Painted(*left_over.size, erases_in_colour=colour)
        self._short.write("\x1b[?7l\x1b[7;31mleft\r\nover\x1b[3;3Hover\x1b[?25l")
        self._short.resize(columns, rows)
        self._shadow = Screen.blank(columns, rows, known=False)
