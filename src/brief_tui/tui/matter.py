"""What a pane can show: lines drawn when they come into view, each perhaps leading somewhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from brief_tui.render.layout import lay_out
from brief_tui.render.page import Line, Link, Page, Spans

Head = Callable[[int], tuple[Spans, ...]]
"""From a width to the lines that stay on top while the others scroll."""


def no_head(width: int) -> tuple[Spans, ...]:
    """Nothing on top."""
    return ()


class Matter(Protocol):
    """Lines for a pane.

    ``keeps_cursor`` says whether the cursor is seen, and stays, while the pane is not in use;
    ``leads`` whether any line leads somewhere.
    """

    keeps_cursor: bool
    leads: bool

    def head(self, width: int) -> tuple[Spans, ...]:
        """The lines that stay on top while the others scroll."""
        ...

    def count(self, width: int) -> int:
        """How many lines there are at this width."""
        ...

    def line(self, index: int, width: int) -> Spans:
        """One line, at most ``width`` cells."""
        ...

    def link(self, index: int, width: int) -> Link | None:
        """Where Enter leads from this line."""
        ...

    def line_of(self, row: int) -> int:
        """The line on which a row stands."""
        ...

    def row_at(self, line: int) -> int:
        """The row that stands on a line; of a heading, the first one below it."""
        ...

    def heading_above(self, line: int, width: int) -> Spans | None:
        """The heading that a line stands under; None where there is none, or it is one."""
        ...


class PageMatter:
    """A page, laid out again when the width changes."""

    keeps_cursor = False
    leads = True

    def __init__(self, page: Page, head: Head = no_head) -> None:
        """Show ``page`` under the lines of ``head``."""
        self.page = page
        self._head = head
        self._width = -1
        self._lines: tuple[Line, ...] = ()

    def head(self, width: int) -> tuple[Spans, ...]:
        """The fixed lines."""
        return self._head(width)

    def count(self, width: int) -> int:
        """The number of lines the page takes."""
        return len(self._laid_out(width))

    def line(self, index: int, width: int) -> Spans:
        """A line of the page."""
        return self._laid_out(width)[index].spans

    def link(self, index: int, width: int) -> Link | None:
        """The link of the block the line belongs to."""
        return self._laid_out(width)[index].link

    def line_of(self, row: int) -> int:
        """A page has no rows but its lines."""
        return row

    def row_at(self, line: int) -> int:
        """A page has no rows but its lines."""
        return line

    def heading_above(self, line: int, width: int) -> Spans | None:
        """A page has its headings among its lines."""
        return None

    def _laid_out(self, width: int) -> tuple[Line, ...]:
        if width != self._width:
            self._lines = lay_out(self.page, max(width, 1))
            self._width = width
        return self._lines


class RowsMatter:
    """Rows that are drawn one at a time, perhaps in groups under headings.

    However many there are, only those that are drawn are asked for.
    """

    leads = False

    def __init__(
        self,
        rows: int,
        draw: Callable[[int, int], Spans],
        head: Head = no_head,
        *,
        headings: Mapping[int, Sequence[Callable[[int], Spans]]] | None = None,
        keeps_cursor: bool = True,
    ) -> None:
        """Show so many rows; ``draw`` gets an index and a width.

        ``headings`` gives the lines above rows, by the index of the row that they stand above.
        """
        self.keeps_cursor = keeps_cursor
        self.rows = rows
        self._head = head
        self._draw = draw
        self._headings = headings or {}
        # As often as there are lines above it, so that counting is a search.
        self._headed = sorted(row for row, lines in self._headings.items() for _ in lines)

    def head(self, width: int) -> tuple[Spans, ...]:
        """The fixed lines."""
        return self._head(width)

    def count(self, width: int) -> int:
        """The number of rows and headings, which no width changes."""
        return self.rows + len(self._headed)

    def line(self, index: int, width: int) -> Spans:
        """A row, or the heading above one."""
        row = self.row_at(index)
        above = self.line_of(row) - index
        if above == 0:
            return self._draw(row, width)
        return self._headings[row][-above](width)

    def link(self, index: int, width: int) -> Link | None:
        """Nothing: what a row opens is for whoever shows the rows to say."""
        return None

    def line_of(self, row: int) -> int:
        """The line on which a row stands, below the headings before it."""
        return row + bisect_right(self._headed, row)

    def row_at(self, line: int) -> int:
        """The row that stands on a line; of a heading, the first one below it."""
        row = bisect_left(range(self.rows), line, key=self.line_of) if self._headed else line
        return max(min(row, self.rows - 1), 0)

    def heading_above(self, line: int, width: int) -> Spans | None:
        """The first line above the group that the row on this line is in."""
        row = self.row_at(line)
        before = bisect_right(self._headed, row)
        if not before or line != self.line_of(row):
            return None
        return self._headings[self._headed[before - 1]][0](width)


EMPTY = PageMatter(())
