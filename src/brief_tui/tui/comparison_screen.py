"""Actors side by side, with a cursor on one cell."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from brief_tui.analysis.side_by_side import Aspect, compare
from brief_tui.model.register import Register
from brief_tui.render.cells import fit
from brief_tui.render.citation import citation
from brief_tui.render.comparison import (
    comparison_line,
    comparison_page,
    lay_out_comparison,
    row_at,
)
from brief_tui.render.grid import Grid
from brief_tui.render.page import Span, Spans, Tone, plain
from brief_tui.render.plain import PAPER, to_text
from brief_tui.render.words import as_known
from brief_tui.tui.actions import Where
from brief_tui.tui.base_screen import BaseScreen, bindings_on
from brief_tui.tui.chrome import TITLE, Status, TitleLine
from brief_tui.tui.grid import GridPane, kept_beside_a_cell
from brief_tui.tui.page_screen import PageScreen


class ComparisonScreen(BaseScreen[None]):
    """Compares actors, over the section they were chosen in."""

    where: ClassVar[Where] = Where.COMPARISON
    BINDINGS: ClassVar[list[BindingType]] = bindings_on(Where.COMPARISON)

    def __init__(
        self, register: Register, actors: tuple[str, ...], found: int, of_which: str = ""
    ) -> None:
        """Compare ``actors``, of ``found`` that there were; ``of_which`` says of which briefing."""
        super().__init__()
        self.register = register
        self.comparison = compare(register, actors)
        self.differing = False
        self.stated = False
        self._found = found
        self._of_which = fit(of_which, TITLE)

    def compose(self) -> ComposeResult:
        """A title line, the grid, a status line."""
        yield TitleLine()
        yield GridPane(self._lay_out)
        yield Status()

    def on_mount(self) -> None:
        """Show the comparison."""
        self.set_focus(self.pane)
        self._update()

    def on_resize(self, event: events.Resize) -> None:
        """Say what is shown, which the new size may have folded."""
        self.when_laid_out(self._say_what_is_shown)

    @property
    def pane(self) -> GridPane:
        """The grid."""
        return self.query_one(GridPane)

    @property
    def hints(self) -> tuple[str, ...]:
        """What the cell can be asked; what changes the comparison stands in the title line."""
        return ("copy", "open", "help", "undo")

    @property
    def kept(self) -> int:
        """The way to all of a cell that is cut, where there is room; always the way out."""
        return kept_beside_a_cell(self.size.width)

    def status(self) -> Spans:
        """The cell under the cursor, in one line."""
        address = self.pane.address
        return comparison_line(self.register, self.comparison, address) if address else ()

    def on_grid_pane_moved(self, event: GridPane.Moved) -> None:
        """Say what the cursor is on."""
        self.tell()

    async def on_grid_pane_entered(self, event: GridPane.Entered) -> None:
        """A click on the current cell opens it."""
        opened = self.do_open()
        if opened is not None:
            await opened

    def do_left(self) -> None:
        """Go to the actor on the left."""
        self.pane.move_column(-1)

    def do_right(self) -> None:
        """Go to the actor on the right."""
        self.pane.move_column(1)

    def do_differing(self) -> None:
        """Show only the rows that differ, or all again."""
        self.differing = not self.differing
        self._update()

    def do_stated(self) -> None:
        """Show only the rows in which something is stated, or all again."""
        self.stated = not self.stated
        self._update()

    def do_regroup(self) -> None:
        """Align by target, by instrument or by dimension."""
        self.comparison = compare(
            self.register, self.comparison.actors, self.comparison.alignment.next
        )
        self.pane.address = None
        self._update()

    def do_open(self) -> Awaitable[None] | None:
        """Show everything on the cell."""
        address = self.pane.address
        if address is None:
            self.tell("nothing to open here")
            return None
        page = comparison_page(self.register, self.comparison, address)
        return self.app.push_screen(PageScreen("Cell", page, text=lambda: self.to_copy))

    def do_undo(self) -> None:
        """Close the comparison."""
        self.dismiss(None)

    @property
    def to_copy(self) -> str:
        """The cell under the cursor, with the citation of its option."""
        address = self.pane.address
        if address is None:
            return ""
        page = to_text(comparison_page(self.register, self.comparison, address), PAPER)
        option = row_at(self.comparison, address).cells[address.column].option
        return page + ("\n" + citation(self.register, option) if option else "")

    def _keep(self, row: Aspect) -> bool:
        return (row.differs or not self.differing) and (row.stated or not self.stated)

    def _lay_out(self, width: int) -> Grid:
        return lay_out_comparison(self.register, self.comparison, width, self._keep)

    def _update(self) -> None:
        self.pane.show(self._lay_out)
        self._say_what_is_shown()

    def _say_what_is_shown(self) -> None:
        kept = [
            words
            for on, words in ((self.differing, "differ"), (self.stated, "say something"))
            if on
        ]
        rows = f" · only rows that {' and '.join(kept)}" if kept else ""
        order = "one under the other" if self.pane.folded else "side by side"
        shown = len(self.comparison.actors)
        more = f" · {shown} of {self._found} actors" if self._found > shown else ""
        nameless = sum(1 for each in self.register.briefing.options if each.actor is None)
        plural = "options name" if nameless > 1 else "option names"
        left_out = f" · {nameless} {plural} no actor" if nameless else ""
        self.query_one(TitleLine).show(
            (
                Span("LEVERAGE", Tone.STRONG),
                Span(self._of_which, Tone.MUTED),
                Span(more, Tone.WARNING),
                Span(rows),
                Span(as_known(self.register), Tone.MUTED),
            ),
            (
                plain(left_out, Tone.MUTED),
                plain(f" · by {self.comparison.alignment.value}"),
                plain(f" · {self.comparison.total}"),
                plain(f" · {order}", Tone.MUTED),
            ),
            self.keys_of(("stated", "differing", "regroup")),
        )
        self.tell()
