"""Writes to a terminal in as few bytes as it can: moves, looks, text.

The sequences are those of ECMA-48 (CUP, CUU to CUB, CHA, VPA, EL, ECH, DL, IL) and DECSTBM.
"""

from __future__ import annotations

from brief_tui.terminal.capabilities import Dialect
from brief_tui.terminal.look import PLAIN, Look, change


class Pen:
    """Where the cursor is and how text would look, as far as is known, and what was written."""

    def __init__(self, width: int, height: int, dialect: Dialect) -> None:
        self._width = width
        self._height = height
        self._dialect = dialect
        self._out: list[str] = []
        self.x: int | None = None
        self.y: int | None = None
        self.look = PLAIN

    @property
    def written(self) -> str:
        """All that was written."""
        return "".join(self._out)

    def reset(self) -> None:
        """Begin on an empty screen, whatever there was."""
        self._out.append("\x1b[m\x1b[H\x1b[2J")
        self.x = self.y = 0
        self.look = PLAIN

    def use(self, look: Look) -> None:
        """Have what is written next look like this."""
        if look is not self.look:
            self._out.append(change(self.look, look, self._dialect.resets_one_by_one))
            self.look = look

    def use_blank(self, look: Look) -> None:
        """Have blanks that are written next look like blanks of this."""
        if self.look.blank is not look.blank or self.look.link != look.link:
            self.use(look.blank)

    def write(self, text: str, cells: int) -> None:
        """Write text that takes so many cells on every terminal."""
        self._out.append(text)
        x = (self.x or 0) + cells
        # In the last column the cursor waits, and terminals disagree on where.
        self.x = x if x < self._width else None

    def write_unsure(self, text: str) -> None:
        """Write a cell that terminals may measure in other ways; the place is then unknown."""
        self._out.append(text)
        self.x = None

    def erase_line(self) -> None:
        """Blank all from here to the end of the line, in the background in use."""
        self._out.append("\x1b[K")

    def erase(self, count: int) -> None:
        """Blank so many cells from here and stay, in the background in use."""
        self._out.append(f"\x1b[{count}X")

    def move_rows(self, top: int, bottom: int, up: int) -> None:
        """Move the rows ``top`` to ``bottom`` (inclusive) up by so many, or down if negative.

        Rows that come in are empty and plain.
        """
        self.use(PLAIN)
        inner = bottom < self._height - 1
        if inner:
            self._out.append(f"\x1b[{top + 1};{bottom + 1}r")
        count = abs(up)
        shift = f"\x1b[{count if count > 1 else ''}{'M' if up > 0 else 'L'}"
        self._out.append(f"\x1b[{top + 1 if top else ''}H{shift}")
        if inner:
            # Terminals put the cursor into the corner then, but not all of them.
            self._out.append("\x1b[r")
            self.x = self.y = None
        else:
            self.x, self.y = 0, top

    def go(self, x: int, y: int) -> None:
        """Go to a cell by the shortest way."""
        if (self.x, self.y) != (x, y):
            self._out.append(self._way(x, y))
            self.x, self.y = x, y

    def _way(self, x: int, y: int) -> str:
        row = y + 1 if y else ""
        best = f"\x1b[{row};{x + 1}H" if x else f"\x1b[{row}H"
        if self.y is None:
            return best
        down = self._down(y - self.y)
        if down is None:
            return best
        for across in self._across(x):
            if len(down) + len(across) < len(best):
                best = down + across
        return best

    def _down(self, rows: int) -> str | None:
        """The way to another row in the same column; None where there is no sure one."""
        if rows >= 0:
            # The terminal is in raw mode: a line feed leaves the column as it is.
            return "\n" * rows if rows < 4 else f"\x1b[{rows}B"
        return "\x1b[A" if rows == -1 else f"\x1b[{-rows}A"

    def _across(self, x: int) -> list[str]:
        """The ways to a column of this row."""
        ways = []
        if self.x is not None:
            cells = x - self.x
            if cells == 0:
                return [""]
            if cells > 0:
                ways.append("\x1b[C" if cells == 1 else f"\x1b[{cells}C")
            else:
                ways.append("\b" * -cells if cells > -4 else f"\x1b[{-cells}D")
        ways.append("\r" if x == 0 else "\r\x1b[C" if x == 1 else f"\r\x1b[{x}C")
        if self._dialect.places_in_line:
            ways.append(f"\x1b[{x + 1}G")
        return ways
