"""The grid of a comparison: lines of cells, one of them under the cursor."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from brief_tui.analysis.leverage import Comparison
from brief_tui.model.register import Register
from brief_tui.render.comparison import Address, Grid, GridLine, lay_out_comparison
from brief_tui.tui.host import host_of
from brief_tui.tui.palette import Ground
from brief_tui.tui.strips import segments


class GridPane(Widget, can_focus=True):
    """Shows a comparison; the columns scroll together under a head that stays."""

    class Moved(Message):
        """The cursor went to another cell."""

    class Entered(Message):
        """The reader opens the cell under the cursor."""

    def __init__(self, register: Register, comparison: Comparison) -> None:
        super().__init__(id="grid")
        self._register = register
        self._comparison = comparison
        self._differing = False
        self._grid: Grid | None = None
        self._width = 0
        self.address: Address | None = None
        self.top = 0

    def show(self, *, differing: bool) -> None:
        """Show all rows, or only those that differ, with the cursor on the nearest cell."""
        self._differing = differing
        self._grid = None
        self._settle()
        self.refresh()

    @property
    def folded(self) -> bool:
        """Whether the actors stand under each other, for want of room."""
        return self._laid_out.folded

    def move(self, rows: int) -> None:
        """Move the cursor by so many rows: in its column, or on from actor to actor if folded."""
        column = self._in_reach()
        if column and self.address is not None:
            at = column.index(self.address)
            self._put(column[max(min(at + rows, len(column) - 1), 0)])

    def move_pages(self, pages: float) -> None:
        """Move the cursor by so many views."""
        self.move(round(pages * max(self.size.height // 2, 1)))

    def go_to(self, index: int) -> None:
        """Put the cursor on the n-th row of its column; the nearest there is."""
        column = self._in_reach()
        if column:
            self._put(column[max(min(index, len(column) - 1), 0)])

    def move_column(self, columns: int) -> None:
        """Move the cursor to the same row of another actor."""
        if self.address is None:
            return
        wanted = self.address._replace(column=self.address.column + columns)
        if wanted in self._laid_out.addresses:
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
        width = max(self.size.width - 1, 1)
        if self._grid is None or width != self._width:
            self._grid = lay_out_comparison(
                self._register, self._comparison, width, differing=self._differing
            )
            self._width = width
        return self._grid

    def _in_reach(self) -> list[Address]:
        if self.address is None:
            return []
        grid, column = self._laid_out, self.address.column
        if grid.folded:
            return list(grid.addresses)
        return [each for each in grid.addresses if each.column == column]

    def _put(self, address: Address) -> None:
        if address != self.address:
            self.address = address
            self._scroll_to_cursor()
            self.refresh()
            self.post_message(self.Moved())

    def _settle(self) -> None:
        addresses = self._laid_out.addresses
        if self.address not in addresses:
            before = self.address
            same = [each for each in addresses if before and each.column == before.column]
            self.address = next(
                (each for each in same if before and each >= before),
                addresses[0] if addresses else None,
            )
        self._scroll_to_cursor()

    def _scroll_to_cursor(self) -> None:
        if not self.size:
            return
        grid = self._laid_out
        height = max(self.size.height - len(grid.head), 1)
        own = [
            index
            for index, line in enumerate(grid.lines)
            if any(slot.address == self.address for slot in line.slots)
        ]
        top = max(min(self.top, len(grid.lines) - height), 0)
        if own and self.address is not None:
            first = 0 if own[0] <= 2 else own[0]
            if first < top:
                top = first
            elif own[-1] >= top + height:
                top = min(own[-1] - height + 1, own[0])
        self.top = top


def _line(grid: Grid, y: int, top: int) -> GridLine | None:
    if y < len(grid.head):
        return grid.head[y]
    index = y - len(grid.head) + top
    return grid.lines[index] if index < len(grid.lines) else None
