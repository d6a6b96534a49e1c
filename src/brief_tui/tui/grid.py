"""Lines of cells, one of them under the cursor: a comparison, or the matrix."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from brief_tui.render.grid import Address, Grid, GridLine
from brief_tui.tui.host import host_of
from brief_tui.tui.palette import Ground
from brief_tui.tui.strips import segments

Layout = Callable[[int], Grid]
"""From a width to the grid set in it."""

_ROOM_FOR_OPEN = 72
"""Columns from which on ``Enter open`` leaves enough room for what it is to open."""


def kept_beside_a_cell(width: int) -> int:
    """How many hints stay beside what is said of a cell: help and the way back, and how to open."""
    return 3 if width >= _ROOM_FOR_OPEN else 2


class GridPane(Widget, can_focus=True):
    """Shows a grid; its columns scroll together under a head that stays."""

    class Moved(Message):
        """The cursor went to another cell."""

    class Entered(Message):
        """The reader opens the cell under the cursor."""

    def __init__(self, layout: Layout) -> None:
        super().__init__(id="grid")
        self._lay_out = layout
        self._grid: Grid | None = None
        self._width = 0
        self.address: Address | None = None
        self.top = 0

    def show(self, layout: Layout, address: Address | None = None) -> None:
        """Show something else, with the cursor on a cell; by default on the one nearest to it."""
        self._lay_out = layout
        self._grid = None
        self.address = address or self.address
        self._settle()
        self.refresh()

    @property
    def folded(self) -> bool:
        """Whether cells that would be side by side stand under each other, for want of room."""
        return self._laid_out.folded

    def move(self, rows: int) -> None:
        """Move the cursor by so many cells up or down."""
        if self.address is not None:
            self._go_by(rows, self._laid_out.in_reach(self.address))

    def move_pages(self, pages: float) -> None:
        """Move the cursor by so many views."""
        grid = self._laid_out
        if self.address is None:
            return
        lines = round(pages * self._body_height)
        column = grid.in_reach(self.address)
        here = column.index(self.address)
        wanted = grid.where[self.address].last + lines
        if lines > 0:
            steps = bisect_right(column, wanted, here, key=lambda each: grid.where[each].last) - 1
            self.move(max(steps - here, 1))
        else:
            steps = bisect_left(column, wanted, 0, here, key=lambda each: grid.where[each].last)
            self.move(min(steps - here, -1))

    def go_to(self, index: int) -> None:
        """Put the cursor on the n-th cell of its column; the nearest there is."""
        if self.address is not None:
            column = self._laid_out.in_reach(self.address)
            self._put(column[max(min(index, len(column) - 1), 0)])

    def move_column(self, columns: int) -> None:
        """Move the cursor to another cell of the same row."""
        if self.address is None:
            return
        wanted = self.address._replace(column=self.address.column + columns)
        if wanted in self._laid_out.where:
            self._put(wanted)

    def render_line(self, y: int) -> Strip:
        """One line: every slot in its place, the cursor's cell on the cursor's ground."""
        palette = host_of(self).palette
        width = self.size.width
        grid = self._laid_out
        line = _line(grid, y, self.top)
        out: list[Segment] = [Segment(" ", palette.blank())]
        used = 1
        for slot in line.slots if line else ():
            here = slot.address is not None and slot.address == self.address
            ground = Ground.CURSOR if here else Ground.PAGE
            room = min(slot.width, max(width - used, 0))
            text = room - 1 if slot.address is not None else room
            out += segments(slot.spans, max(text, 0), palette, ground)
            if slot.address is not None and room:
                out.append(Segment(" ", palette.blank()))
            used += room
        out += segments((), max(width - used, 0), palette, Ground.PAGE)
        return Strip(out, width)

    def on_resize(self) -> None:
        """Fold or unfold the columns for the new width."""
        before = self.top
        self._settle()
        if self.top != before:
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a cell; a click on the cell it is on opens it."""
        line = _line(self._laid_out, event.y, self.top)
        left = 1
        for slot in line.slots if line else ():
            left += slot.width
            if event.x < left:
                if slot.address == self.address:
                    self.post_message(self.Entered())
                elif slot.address is not None:
                    self._put(slot.address)
                return

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the cursor."""
        self.move(2)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the cursor."""
        self.move(-2)

    @property
    def _laid_out(self) -> Grid:
        # Before the first layout the pane has no size yet; it takes the width of the screen.
        width = max((self.size.width or self.app.size.width) - 1, 1)
        if self._grid is None or width != self._width:
            self._grid = self._lay_out(width)
            self._width = width
        return self._grid

    @property
    def _body_height(self) -> int:
        return max(self.size.height - len(self._laid_out.head), 1)

    def _go_by(self, steps: int, cells: tuple[Address, ...]) -> None:
        if self.address in cells:
            at = cells.index(self.address)
            self._put(cells[max(min(at + steps, len(cells) - 1), 0)])

    def _put(self, address: Address) -> None:
        if address != self.address:
            self.address = address
            self._scroll_to_cursor()
            self.refresh()
            self.post_message(self.Moved())

    def _settle(self) -> None:
        """Keep the cursor on a cell, of those that are left the next in its column."""
        grid = self._laid_out
        before = self.address
        if before not in grid.where:
            same = grid.columns.get(before.column, ()) if before else ()
            first = next(iter(grid.where), None)
            self.address = next((each for each in same if before and each >= before), first)
        self._scroll_to_cursor()

    def _scroll_to_cursor(self) -> None:
        if not self.size:
            return
        grid = self._laid_out
        height = self._body_height
        top = max(min(self.top, len(grid.lines) - height), 0)
        if self.address is not None:
            heading, first, last = grid.where[self.address]
            if last - heading < height:
                first = 0 if last < height and heading <= 2 else heading
            if first < top:
                top = first
            elif last >= top + height:
                top = min(last - height + 1, first)
        self.top = top


def _line(grid: Grid, y: int, top: int) -> GridLine | None:
    if y < len(grid.head):
        return grid.head[y]
    index = y - len(grid.head) + top
    return grid.lines[index] if index < len(grid.lines) else None
