"""A page over the whole screen: a party, a cell of a comparison, help, problems."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from brief_tui.render.page import Page, Span, Tone
from brief_tui.render.plain import PAPER, to_text
from brief_tui.tui.actions import Where
from brief_tui.tui.base_screen import BaseScreen, bindings_on
from brief_tui.tui.chrome import Status, TitleLine
from brief_tui.tui.matter import PageMatter
from brief_tui.tui.pane import Pane
from brief_tui.tui.session import Over


class PageScreen(BaseScreen[None]):
    """Shows one page, over whatever it was opened from."""

    where: ClassVar[Where] = Where.PAGE
    BINDINGS: ClassVar[list[BindingType]] = bindings_on(Where.PAGE)

    def __init__(
        self,
        title: str,
        page: Page,
        *,
        about: str = "",
        text: Callable[[], str] | None = None,
    ) -> None:
        """Show ``page`` under ``title``.

        Args:
            title: What stands on top.
            page: What is shown.
            about: The id of the item or party that it is the page of, if it is one's.
            text: Gives what is copied; where None, it is the page and nothing else.
        """
        super().__init__()
        self._title = title
        self._page = page
        self._about = about
        self._text = text
        self._lines: dict[Over, int] = {}
        self._over: Over = ()

    def begin_at(self, lines: dict[Over, int], over: Over) -> None:
        """Begin on the line where the reader left it for another place, and keep that there."""
        self._lines, self._over = lines, over

    def compose(self) -> ComposeResult:
        """A title line, the page, a status line."""
        yield TitleLine((Span(self._title, Tone.STRONG),))
        yield Pane(id="page")
        yield Status()

    def on_mount(self) -> None:
        """Show the page."""
        self.query_one(Pane).show(PageMatter(self._page), self._lines.get(self._over, 0))
        self.set_focus(self.query_one(Pane))
        self.tell()

    def show_instead(self, page: Page) -> None:
        """Show another page in the place of this one, whose title holds for it too."""
        self._page = page
        self.pane.show_again(PageMatter(page))
        self.tell()

    @property
    def pane(self) -> Pane:
        """The pane that the keys act on."""
        return self.query_one("#page", Pane)

    @property
    def hints(self) -> tuple[str, ...]:
        """What matters here."""
        leads = any(getattr(block, "link", None) is not None for block in self._page)
        opens = ("open",) if leads else ()
        questions = ("rests", "stands") if self._about else ()
        asks = tuple(each for each in questions if each not in self._over)
        return ("help", "copy", *asks, *opens, "undo")

    async def do_open(self) -> None:
        """Follow the link under the cursor."""
        link = self.pane.link
        if link is None:
            self.tell("nothing to open on this line")
        else:
            self._lines[self._over] = self.pane.cursor
            await self.host.follow(link)

    def do_stands(self) -> Awaitable[None]:
        """Say who stands with and against what the line leads to, or what the page is about."""
        return self._ask_about_line("stands")

    def do_rests(self) -> Awaitable[None]:
        """Say what rests on what the line leads to, or on what the page is about."""
        return self._ask_about_line("rests")

    def do_paths(self) -> Awaitable[None]:
        """Choose something else, and show the ways to it."""
        return self._ask_about_line("paths")

    async def _ask_about_line(self, question: str) -> None:
        link = self.pane.link
        id_ = (link.id if link is not None else "") or self._about
        if (question, id_) == self._over:
            self.tell("that is what this page says")
            return
        self._lines[self._over] = self.pane.cursor
        why_not = await self.host.ask_about(question, id_)
        if why_not:
            self.tell(why_not)

    def do_undo(self) -> None:
        """Close the page; where nothing is under it, say how to leave."""
        if len(self.app.screen_stack) > 1:
            self.dismiss(None)
        else:
            self.tell("q leaves")

    @property
    def to_copy(self) -> str:
        """The item that the page is of, or else the page."""
        return self._text() if self._text is not None else to_text(self._page, PAPER)
