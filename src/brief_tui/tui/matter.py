"""What a pane can show: lines drawn when they come into view, each perhaps leading somewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

    ``keeps_cursor`` says whether the cursor is seen, and stays, while the pane is not in use.
    """

    keeps_cursor: bool

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


class PageMatter:
    """A page, laid out again when the width changes."""

    keeps_cursor = False

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

    def _laid_out(self, width: int) -> tuple[Line, ...]:
        if width != self._width:
            self._lines = lay_out(self.page, max(width, 1))
            self._width = width
        return self._lines


class RowsMatter:
    """Rows that are drawn one at a time."""

    def __init__(
        self,
        keys: Sequence[str],
        draw: Callable[[int, int], Spans],
        head: Head = no_head,
        *,
        keeps_cursor: bool = True,
    ) -> None:
        """Show as many rows as there are ``keys``; ``draw`` gets an index and a width."""
        self.keeps_cursor = keeps_cursor
        self.keys = keys
        self._head = head
        self._draw = draw

    def head(self, width: int) -> tuple[Spans, ...]:
        """The fixed lines."""
        return self._head(width)

    def count(self, width: int) -> int:
        """The number of rows, which no width changes."""
        return len(self.keys)

    def line(self, index: int, width: int) -> Spans:
        """A row."""
        return self._draw(index, width)

    def link(self, index: int, width: int) -> Link | None:
        """Nothing: what a row opens is for whoever shows the rows to say."""
        return None


EMPTY = PageMatter(())
