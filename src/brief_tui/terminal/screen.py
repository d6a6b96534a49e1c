"""The shadow of a terminal's screen, and what is written to it.

Textual writes a small grammar: cursor position, SGR, links, text, line breaks. ``Screen.after``
applies it and leaves the screen it began with as it was.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from brief_tui.terminal.look import PLAIN, Look
from brief_tui.terminal.styles import STYLED_TEXT, Run, Styles

_TOKEN = re.compile(
    rf"(?:\x1b\[([0-9]*)(?:;([0-9]*))?H)?({STYLED_TEXT}+)"  # 1 to 3: mostly a place, and text
    r"|\x1b\[([0-9]*)(?:;([0-9]*))?H"  # 4, 5: a place alone
    r"|(\n)|(\r)"  # 6, 7
    r"|(\x1b\[2J)"  # 8: clear
    r"|(\x1b\[\?2026[hl]|\x1b\]22;[^\x1b\x07]*(?:\x1b\\|\x07))"  # 9: said otherwise, or not at all
    r"|(\x07|\x1b\]52;[^\x1b\x07]*(?:\x1b\\|\x07))"  # 10: no matter to the screen
    r"|(\x1b(?:\[[0-?]*[ -/]*[@-~]?|[\]PX^_][^\x1b\x07]*(?:\x1b\\|\x07)?|[ -/]*[0-~]?)"
    r"|[\x00-\x1f\x7f-\x9f])",  # 11: anything else
)
_TEXT, _ROW, _COLUMN, _BREAK, _RETURN, _CLEAR, _PASSES, _OTHER = 3, 4, 5, 6, 7, 8, 10, 11
"""The last group that matched, which says what it is."""


class Row(NamedTuple):
    """One line of cells. Whoever changes a list has made it.

    Attributes:
        cells: What stands in each cell; a wide character stands in its first, and its second
            is the empty string.
        looks: How each looks.
    """

    cells: list[str]
    looks: list[Look]


class Screen(NamedTuple):
    """A screen as it is, or as it is to be.

    Attributes:
        width: In cells.
        height: In cells.
        rows: From the top.
        known: Whether the terminal shows this; if not, nothing is known of what it shows.
        x: The cell the cursor stands on.
        y: The row it stands on.
        look: How what is written next would look.
    """

    width: int
    height: int
    rows: list[Row]
    known: bool = True
    x: int = 0
    y: int = 0
    look: Look = PLAIN

    @classmethod
    def blank(cls, width: int, height: int, *, known: bool = True) -> Screen:
        """An empty screen."""
        row = Row([" "] * width, [PLAIN] * width)
        return cls(width, height, [row] * height, known)

    def forgotten(self) -> Screen:
        """The same, of which is no longer known whether the terminal shows it."""
        return self._replace(known=False)

    def after(self, text: str, styles: Styles) -> tuple[Screen, list[str], bool]:
        """What ``text`` makes of it.

        Args:
            text: What is written.
            styles: Reads the styles in it.

        Returns:
            The screen then; the sequences in it that the terminal is to get as they are; whether
            one of these may have changed the screen in a way unknown here.
        """
        writing = _Writing(self, styles)
        for match in _TOKEN.finditer(text):
            writing.take(match)
        return writing.screen(), writing.passed, writing.strange


class _Writing:
    """A screen while something is written on it."""

    def __init__(self, screen: Screen, styles: Styles) -> None:
        self._before = screen
        self._styles = styles
        self._rows = list(screen.rows)
        self._own: set[int] = set()
        self._x, self._y = screen.x, screen.y
        self._look = screen.look
        self.passed: list[str] = []
        self.strange = False

    def screen(self) -> Screen:
        before = self._before
        return Screen(
            before.width, before.height, self._rows, before.known, self._x, self._y, self._look
        )

    def take(self, match: re.Match[str]) -> None:
        kind = match.lastindex
        if kind == _TEXT:
            row, column, text = match.group(1, 2, 3)
            if row is not None:
                self._go(row, column)
            run = self._styles.run(self._look, text)
            self._look = run.after
            if run.cells:
                self._put(run)
        elif kind in (_ROW, _COLUMN):
            self._go(match[_ROW], match[_COLUMN])
        elif kind == _BREAK:
            self._x = 0
            self._y += 1
            if self._y >= self._before.height:  # the terminal would scroll
                self._y = self._before.height - 1
                self.strange = True
        elif kind == _RETURN:
            self._x = 0
        elif kind == _CLEAR:
            self._rows = Screen.blank(self._before.width, self._before.height).rows
            self._own.clear()
        elif kind == _PASSES:
            self.passed.append(match[_PASSES])
        elif kind == _OTHER:
            self.passed.append(match[_OTHER])
            self.strange = True

    def _go(self, row: str, column: str | None) -> None:
        x = int(column) - 1 if column else 0
        y = int(row) - 1 if row else 0
        before = self._before
        self._x = x if 0 <= x < before.width else min(max(x, 0), before.width - 1)
        self._y = y if 0 <= y < before.height else min(max(y, 0), before.height - 1)

    def _put(self, run: Run) -> None:
        x, y, width = self._x, self._y, self._before.width
        if x >= width:
            return
        placed, placed_looks = run.cells, run.looks
        end = x + len(placed)
        if end > width:
            end = width
            placed, placed_looks = placed[: end - x], placed_looks[: end - x]
            if not run.cells[end - x]:  # half of a wide character is none
                placed[-1] = " "
        self._x = end
        if x == 0 and end == width:
            self._rows[y] = Row(placed, placed_looks)
            self._own.discard(y)
            return
        cells, looks = self._row()
        if not cells[x]:
            cells[x - 1] = " "
        if end < width and not cells[end]:
            cells[end] = " "
        cells[x:end] = placed
        looks[x:end] = placed_looks

    def _row(self) -> Row:
        y = self._y
        if y not in self._own:
            self._own.add(y)
            row = self._rows[y]
            self._rows[y] = Row(row.cells.copy(), row.looks.copy())
        return self._rows[y]
