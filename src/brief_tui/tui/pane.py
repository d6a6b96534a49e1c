"""A pane: scrolls lines, keeps a cursor on one of them, and draws only those in view."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from brief_tui.render.page import Link, Span, Spans, Tone
from brief_tui.tui.host import host_of
from brief_tui.tui.matter import EMPTY, Matter
from brief_tui.tui.palette import Ground, Palette
from brief_tui.tui.strips import segments

_GUTTER = 2
_ROOM_FOR_A_HEADING = 3


class Pane(Widget, can_focus=True):
    """A widget that shows a ``Matter``.

    The gutter on the left tells where the cursor is by a glyph, so that it is seen without
    colour; a mark on the right edge shows how far down the view is where not all fits. Where the
    heading of the rows on top is scrolled out of view, it stands in place of the first of them.
    """

    class Moved(Message):
        """The cursor went to another line."""

        def __init__(self, pane: Pane) -> None:
            super().__init__()
            self.pane = pane

    class Entered(Message):
        """The reader opens the line under the cursor."""

        def __init__(self, pane: Pane) -> None:
            super().__init__()
            self.pane = pane

    def __init__(
        self,
        *,
        id: str,  # noqa: A002
        ground: Ground = Ground.PAGE,
        ruled: bool = False,
        led: bool = False,
    ) -> None:
        """Make an empty pane.

        Args:
            id: Its id in the screen.
            ground: What its text stands on.
            ruled: Whether a thin rule parts it from the pane on its left.
            led: Whether keys act on its cursor while another widget has the focus.
        """
        super().__init__(id=id)
        self.matter: Matter = EMPTY
        self.cursor = 0
        self.top = 0
        self._head: tuple[Matter, int, tuple[Spans, ...]] | None = None
        self._ground = ground
        self.ruled = ruled
        self._led = led

    @property
    def text_width(self) -> int:
        """The cells a line of the matter has."""
        return max(self.size.width - _GUTTER - 1 - (2 if self.ruled else 0), 1)

    @property
    def link(self) -> Link | None:
        """Where the line under the cursor leads."""
        if 0 <= self.cursor < self._count:
            return self.matter.link(self.cursor, self.text_width)
        return None

    @property
    def row(self) -> int:
        """The row under the cursor."""
        return self.matter.row_at(self.cursor)

    def show(self, matter: Matter, row: int = 0, *, still: bool = False) -> None:
        """Show something else, with the cursor on a row.

        Where it stands ``still``, that is as far down in the pane as the cursor was before.
        """
        above = self.cursor - self.top
        still = still and self.matter.keeps_cursor
        self.matter = matter
        self.cursor = matter.line_of(max(row, 0))
        if not matter.keeps_cursor:
            self.top = 0
        elif still:
            self.top = max(self.cursor - above, 0)
        self._settle()
        self.refresh()

    def show_again(self, matter: Matter) -> None:
        """Show the same as it now is, with cursor and view where they are."""
        self.matter = matter
        self._settle()
        self.refresh()

    def move(self, lines: int) -> None:
        """Move the cursor by so many lines, as far as there are any."""
        self.go_to(self.cursor + lines)

    def move_pages(self, pages: float) -> None:
        """Move by so many views: the cursor in rows, the view itself in a page."""
        lines = round(pages * max(self._body_height - 1, 1))
        if self.matter.keeps_cursor or not self._scroll_by(lines):
            self.move(lines)

    def go_to(self, index: int) -> None:
        """Put the cursor on a line; the nearest there is."""
        index = self._stop(max(min(index, self._count - 1), 0), back=index < self.cursor)
        if index == self.cursor:
            return
        before, self.cursor = self.cursor, index
        if self._scroll_to_cursor():
            self.refresh()
        else:
            self.refresh(self._region_of(before), self._region_of(index))
        self.post_message(self.Moved(self))

    def go_to_link(self, step: int) -> bool:
        """Put the cursor on the next line that begins a link, or with -1 the one before."""
        if not self.matter.leads:
            return False
        width = self.text_width
        here = self.link
        index = self.cursor + step
        while 0 <= index < self._count:
            link = self.matter.link(index, width)
            begins = index == 0 or self.matter.link(index - 1, width) != link
            if link is not None and begins and (link != here or step < 0):
                self.go_to(index)
                return True
            index += step
        return False

    def scroll_view(self, lines: int) -> None:
        """Move the view by so many lines while another pane is in use."""
        self._scroll_by(lines)

    def render_line(self, y: int) -> Strip:
        """One line of the pane: rule, gutter, text, and the mark of the scroll position."""
        palette = self._palette
        head = self._head_lines
        width = self.size.width
        rule = [Segment("│ ", palette.style(Tone.FAINT))] if self.ruled else []
        inner = width - (2 if self.ruled else 0)
        index = self.top + y - len(head)
        if y < len(head):
            spans = (Span(" " * _GUTTER), *head[y])
            return Strip([*rule, *segments(spans, inner, palette, self._ground)], width)
        if index >= self._count:
            return Strip([*rule, *segments((), inner, palette, self._ground)], width)
        in_use = self.has_focus or self._led
        here = index == self.cursor and (self.has_focus or self.matter.keeps_cursor)
        ground = self._ground
        if here:
            ground = Ground.CURSOR if in_use else Ground.SELECTED
        gutter = Span("▌ " if here and in_use else "▏ " if here else "  ", Tone.ACCENT)
        heading = self._heading_over(index) if index == self.top else None
        spans = heading if heading is not None else self.matter.line(index, self.text_width)
        drawn = segments((gutter, *spans), inner - 1, palette, ground)
        mark = self._scroll_mark(y - len(head))
        return Strip([*rule, *drawn, Segment(mark, palette.style(Tone.FAINT, ground))], width)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        if self._settle():
            self.refresh()

    def on_focus(self) -> None:
        """Show the cursor as the one the keys act on."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor as one that waits."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a line; a click on the line it is on opens it."""
        index = self.top + event.y - len(self._head_lines)
        if event.y < len(self._head_lines) or index >= self._count:
            return
        if index == self.top and self._heading_over(index) is not None:
            return
        if index == self.cursor:
            self.post_message(self.Entered(self))
        else:
            self.go_to(index)

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the view."""
        self.move(3)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the view."""
        self.move(-3)

    @property
    def _palette(self) -> Palette:
        return host_of(self).palette

    @property
    def _head_lines(self) -> tuple[tuple[Span, ...], ...]:
        width = self.text_width
        if self._head is None or self._head[:2] != (self.matter, width):
            self._head = (self.matter, width, self.matter.head(width))
        return self._head[2]

    @property
    def _count(self) -> int:
        return self.matter.count(self.text_width)

    @property
    def _body_height(self) -> int:
        return max(self.size.height - len(self._head_lines), 1)

    def _heading_over(self, top: int) -> Spans | None:
        """What stands in place of the first line in view, where its heading is not in view."""
        if self._body_height < _ROOM_FOR_A_HEADING:
            return None
        return self.matter.heading_above(top, self.text_width)

    def _settle(self) -> bool:
        """Keep the cursor on a line and in view; whether the view moved."""
        if not self.size:  # a page would be wrapped at one cell, only to be wrapped again
            return False
        self.cursor = self._stop(max(min(self.cursor, self._count - 1), 0), back=False)
        return self._scroll_to_cursor()

    def _stop(self, line: int, *, back: bool) -> int:
        """The nearest line for the cursor, which never stands on a heading."""
        row = self.matter.row_at(line)
        stop = self.matter.line_of(row)
        if back and stop > line and row:
            return self.matter.line_of(row - 1)
        return stop

    def _scroll_to_cursor(self) -> bool:
        """Bring the cursor into view; whether the view moved."""
        if not self.size:
            return False
        height = self._body_height
        last_top = max(self._count - height, 0)
        top = min(self.top, last_top)
        row = self.matter.row_at(self.cursor)
        with_heading = self.matter.line_of(row - 1) + 1 if row else 0
        covered = self._heading_over(top) is not None
        if with_heading < top + covered:
            if self.cursor - with_heading >= height:
                with_heading = self.cursor
            top = max(with_heading - (self._heading_over(with_heading) is not None), 0)
        elif self.cursor >= top + height:
            top = self.cursor - height + 1
        moved, self.top = top != self.top, top
        return moved

    def _scroll_by(self, lines: int) -> bool:
        """Move the view and, as far as needed, the cursor with it; whether it moved."""
        top = max(min(self.top + lines, self._count - self._body_height), 0)
        if top == self.top:
            return False
        back = top < self.top
        self.top = top
        wanted = max(min(self.cursor, top + self._body_height - 1), top)
        self.cursor = self._stop(wanted, back=back)
        self.refresh()
        return True

    def _region_of(self, index: int) -> Region:
        return Region(0, index - self.top + len(self._head_lines), self.size.width, 1)

    def _scroll_mark(self, y: int) -> str:
        count, height = self._count, self._body_height
        if count <= height:
            return " "
        size = max(height * height // count, 1)
        start = round((height - size) * self.top / (count - height))
        return "▕" if start <= y < start + size else " "
