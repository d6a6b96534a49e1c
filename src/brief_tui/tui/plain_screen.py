"""Text and nothing else, to select with the terminal's own means or to write to a file."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.strip import Strip
from textual.widget import Widget

from brief_tui.render.layout import wrap
from brief_tui.render.page import Span, Spans, Tone
from brief_tui.tui.actions import Where
from brief_tui.tui.base_screen import BaseScreen, bindings_on
from brief_tui.tui.chrome import Status
from brief_tui.tui.host import host_of
from brief_tui.tui.strips import strip


class PlainText(Widget, can_focus=True):
    """Text over the full width, without a margin that a selection would take along."""

    def __init__(self, text: str) -> None:
        super().__init__(id="plain")
        self._text = text
        self._lines: list[Spans] = []
        self._width = 0
        self.top = 0

    @property
    def lines(self) -> list[Spans]:
        """The text, wrapped at words."""
        if self.size.width != self._width:
            self._width = self.size.width
            self._lines = wrap((Span(self._text.rstrip("\n")),), self._width)
        return self._lines

    @property
    def last_in_view(self) -> int:
        """How many lines there are down to the lowest in view."""
        return min(self.top + self.size.height, len(self.lines))

    def move(self, lines: int) -> None:
        """Scroll by so many lines."""
        self.go_to(self.top + lines)

    def move_pages(self, pages: float) -> None:
        """Scroll by so many views; no line is in two of them, so that none is selected twice."""
        height = max(self.size.height, 1)
        last_page = (len(self.lines) - 1) // height * height
        self._begin_with(min(self.top + round(pages * height), last_page))

    def go_to(self, index: int) -> None:
        """Have a line on top, as far as there are as many below it as there is room for."""
        self._begin_with(min(index, len(self.lines) - self.size.height))

    def render_line(self, y: int) -> Strip:
        """A line of the text."""
        index = self.top + y
        spans = self.lines[index] if index < len(self.lines) else ()
        return strip(spans, self.size.width, host_of(self).palette)

    def on_resize(self) -> None:
        """Keep as much in view as there is."""
        self.go_to(self.top)

    def _begin_with(self, top: int) -> None:
        if max(top, 0) != self.top:
            self.top = max(top, 0)
            self.refresh()


class PlainScreen(BaseScreen[None]):
    """Shows a text plainly, over whatever it was asked for from."""

    where: ClassVar[Where] = Where.PLAIN
    BINDINGS: ClassVar[list[BindingType]] = bindings_on(Where.PLAIN)

    def __init__(self, text: str, said: str = "", *, may_be_written: bool = True) -> None:
        """Show ``text``.

        Args:
            text: What is to be selected.
            said: Why, or what this is.
            may_be_written: Whether writing it to a file makes sense.
        """
        super().__init__()
        self._text = text
        self._said = said
        self._may_be_written = may_be_written
        self._had_mouse = False

    def compose(self) -> ComposeResult:
        """The text and a status line."""
        yield PlainText(self._text)
        yield Status()

    def on_mount(self) -> None:
        """Leave the mouse to the terminal."""
        self._had_mouse = self.host.mouse
        self.host.report_mouse(False)
        self.set_focus(self.pane)
        self.tell()

    def on_unmount(self) -> None:
        """Take the mouse again, where it was ours."""
        self.host.report_mouse(self._had_mouse)

    def on_resize(self) -> None:
        """Say how much there is."""
        self.when_laid_out(self.tell_again)

    @property
    def pane(self) -> PlainText:
        """The text."""
        return self.query_one(PlainText)

    @property
    def hints(self) -> tuple[str, ...]:
        """What can be done here."""
        writes = ("write",) if self._may_be_written else ()
        return ("help", *(("page_down",) if self._is_longer else ()), "undo", *writes)

    @property
    def _is_longer(self) -> bool:
        return len(self.pane.lines) > self.pane.size.height

    def status(self) -> Spans:
        """What to do, and where in the text one is."""
        said: Spans = (Span(f"{self._said}: ", Tone.WARNING),) if self._said else ()
        pane = self.pane
        lines = f" · line {pane.top + 1:,} to {pane.last_in_view:,} of {len(pane.lines):,}"
        return (*said, Span("select by hand"), Span(lines if self._is_longer else "", Tone.MUTED))

    async def action_act(self, id_: str) -> None:
        """Run an action, and say where in the text one then is."""
        await super().action_act(id_)
        if self.is_current and not self._told[0]:
            self.tell()

    def do_write(self) -> Awaitable[None] | None:
        """Write the text to a new file, and show its full path, which a status line might cut."""
        if not self._may_be_written:
            self.tell("this is the file's path; Esc goes back")
            return None
        from brief_tui.load.text import clean
        from brief_tui.tui.written import write_new

        try:
            path = write_new(self._text)
        except OSError as error:
            self.tell(f"not written: {error.strerror}", Tone.WARNING)
            return None
        said = "written to this file, for you alone to read"
        return self.app.push_screen(PlainScreen(clean(str(path)), said, may_be_written=False))

    def do_mouse(self) -> None:
        """Say whose the mouse is."""
        self.tell("here the mouse is always the terminal's: select with it")

    def do_undo(self) -> None:
        """Go back."""
        self.dismiss(None)
