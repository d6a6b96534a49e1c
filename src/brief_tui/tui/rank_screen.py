"""The order of the options, over the matrix."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from brief_tui.analysis.scratch import NOTHING_SUPPOSED
from brief_tui.render.citation import page_with_briefing
from brief_tui.render.option import ARRANGED
from brief_tui.render.order import comparisons_page, order_page
from brief_tui.render.page import Span, Spans, Tone, plain
from brief_tui.render.supposed import supposed
from brief_tui.tui.actions import Where
from brief_tui.tui.base_screen import bindings_on
from brief_tui.tui.chrome import TitleLine
from brief_tui.tui.matter import PageMatter
from brief_tui.tui.page_screen import PageScreen
from brief_tui.tui.session import Session
from brief_tui.tui.weigh_screen import weighing_of

_MOST_LISTED = 100


class RankScreen(PageScreen):
    """Shows the levels; Enter on an option puts it against each of the others."""

    where: ClassVar[Where] = Where.RANK
    BINDINGS: ClassVar[list[BindingType]] = bindings_on(Where.RANK)

    def __init__(self, session: Session) -> None:
        super().__init__("RANK", ())
        self._session = session
        self._register = session.register
        self._weigh()

    def on_mount(self) -> None:
        """Show the order."""
        super().on_mount()
        self._say_what_is_ranked()

    @property
    def hints(self) -> tuple[str, ...]:
        """What matters here."""
        clear = ("clear",) if self._weighing.scratch else ()
        return ("help", "copy", "open", "regroup", *clear, "undo")

    async def do_open(self) -> None:
        """Put the option under the cursor against each of the others."""
        link = self.pane.link
        if link is None:
            self.tell("nothing to open on this line")
            return
        page = comparisons_page(self._register, self._weighing, link.id)
        title = "".join(span.text for span in self._title_spans("Against the others"))
        await self.app.push_screen(
            PageScreen(title, page, text=lambda: page_with_briefing(self._register, page))
        )

    def do_regroup(self) -> None:
        """Group by actor, by target, or not at all."""
        self._session.own.arrangement = self._weighing.arrangement.next
        self._update()

    def do_clear(self) -> None:
        """Drop all that the reader supposed."""
        had = bool(self._weighing.scratch)
        self._session.own.scratch = NOTHING_SUPPOSED
        self._update()
        self.tell("all that you supposed is dropped" if had else "you have supposed nothing")

    @property
    def to_copy(self) -> str:
        """The order."""
        return page_with_briefing(self._register, self._page)

    def _weigh(self) -> None:
        self._weighing = weighing_of(self._session)
        self._page = order_page(self._register, self._weighing, most=_MOST_LISTED)

    def _update(self) -> None:
        self._weigh()
        self.pane.show(PageMatter(self._page))
        self._say_what_is_ranked()
        self.tell()

    def _say_what_is_ranked(self) -> None:
        self.query_one(TitleLine).show(self._title_spans("RANK"))

    def _title_spans(self, title: str) -> Spans:
        weighing = self._weighing
        hidden = f" · {weighing.hidden:,} hidden by the filter" if weighing.hidden else ""
        return (
            Span(title, Tone.STRONG),
            *plain(supposed(weighing.scratch, " · "), Tone.WARNING),
            Span(f" · {ARRANGED[weighing.arrangement]}"),
            *plain(hidden, Tone.WARNING),
        )
