"""How the main screen lays its panes out, and which of them is in use."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult

from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.row import Spot
from brief_tui.model.section import Section
from brief_tui.render.across import library_in_words
from brief_tui.render.book import masthead
from brief_tui.tui import views
from brief_tui.tui.answer import Answer
from brief_tui.tui.base_screen import MOVES, BaseScreen
from brief_tui.tui.chrome import Masthead, Status
from brief_tui.tui.pane import Pane
from brief_tui.tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from textual.geometry import Size
    from textual.timer import Timer

WIDE = 160
BROAD = 120
MEDIUM = (80, 18)
"""The least sizes of the layouts, in cells; the last one has a least height too."""

REST = 0.1
"""Seconds. Over SSH the detail waits so long for a further move; a held key repeats faster."""

SLOW = 0.3
"""Seconds after which a reader is told that an answer takes time."""

_OF_ROWS = {
    *("open", "mark", "compare", "stands", "rests", "paths", "weigh", "copy", "by_hand"),
    *("whole", "country", "problems", "disagreements"),
}
"""The actions that are about the row under the cursor, besides those that move it."""

_MODES = ("wide", "broad", "medium", "narrow")


class ReaderPanes(BaseScreen[None]):
    """Shows a session, which the screen owns, in panes, which get what they show handed down."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.mode = ""
        self._answered = asyncio.Event()
        self._detailed: Spot | None = None
        self._shown: Answer | None = None
        self._codes: tuple[str, ...] = ()
        self._moved_at = -REST
        self._resting: Timer | None = None

    def compose(self) -> ComposeResult:
        """The five widgets; which are seen depends on the size."""
        # Known before there is anything in the screen that would have to be styled again.
        self.mode = mode_for(self.app.size)
        self.add_class(self.mode)
        self.set_class(self._has_no_detail, "solo")
        yield Masthead()
        yield Pane(id="rail")
        yield Pane(id="list")
        yield Pane(id="detail", ruled=self.mode == "wide")
        yield Status()

    def on_mount(self) -> None:
        """Show the session."""
        self.put_focus(self.list_pane)
        self.update()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the panes out for the new size."""
        mode = mode_for(event.size)
        if mode != self.mode:
            self._set_mode(mode)
        if self.section is Section.TIMELINE:
            # Whether there is room for the axis is known once the list has its size.
            self.when_laid_out(self.tell_again)

    @property
    def pane(self) -> Pane:
        """The pane in use."""
        focused = self.focused
        return focused if isinstance(focused, Pane) and focused.display else self.list_pane

    @property
    def list_pane(self) -> Pane:
        """The list, or the overview."""
        return self.query_one("#list", Pane)

    @property
    def detail_pane(self) -> Pane:
        """Everything on the current row."""
        return self.query_one("#detail", Pane)

    @property
    def section(self) -> Section:
        """The section shown."""
        return self.session.section

    @property
    def draws_axis(self) -> bool:
        """Whether dates are drawn on an axis: in the timeline, where there is room."""
        session = self.session
        if self.section is not Section.TIMELINE or session.whole or not len(session.answer.rows):
            return False
        from brief_tui.tui.timeline import table_of

        return table_of(session, self.list_pane.text_width).draws

    def read(self, path: Path, filter_: Filter | None = None) -> None:
        """Read a briefing; section and filter hold, unless another one is given.

        Raises:
            KeyError: it cannot be read.
        """
        self.session.open(path, filter_)
        self._show_elsewhere()

    def _show_elsewhere(self) -> None:
        """Show another section or other briefings, in the list."""
        self.remove_class("drilled")
        self.update()
        self.put_focus(self.list_pane)

    def narrow(self, filter_: Filter, *, keep: bool = True) -> None:
        """Narrow to something else; ``keep`` says whether one can come back to what was before."""
        if str(filter_) != str(self.session.filter):  # also where it is only written otherwise
            self.session.narrow(filter_, keep=keep)
            self.update()

    def settle(self) -> None:
        """Know the row under the cursor, which the list may not have told yet."""
        if self.list_pane.matter.keeps_cursor:
            self.session.point_at(self.list_pane.row)

    def update(self) -> None:
        """Show the session as it now is, in every pane.

        Where the answer takes time, what was shown stays until it is there.
        """
        session = self.session
        self._answered.set()
        if session.may_take_long and not session.is_answered:
            question = session.question
            found = self.host.ask(lambda: session.worked_out(question), self._tell_late)
            if not found:
                self._answered.clear()
                self.set_timer(SLOW, self.tell_again)
                return
            session.take(found[0])
        self._show()

    def keep_up(self) -> None:
        """Show the library as it now is, with everything else as it is."""
        if self.session.version != self.session.library.version:
            self.session.keep_up()
            self.update()

    def on_screen_resume(self) -> None:
        """What changed under a page that lay over the panes."""
        if self._shown is not None:
            self.host.keep_up()

    def _tell_late(self, answer: Callable[[], Answer]) -> None:
        self.call_later(self._take, answer)

    def _take(self, answer: Callable[[], Answer]) -> None:
        """Show an answer that was waited for, if it is to what is asked by now."""
        found = answer()
        if found.question == self.session.question:
            self._answered.set()
            self.session.take(found)
            self._show()

    def _show(self) -> None:
        session = self.session
        shown, self._shown = self._shown, session.answer
        asked = session.answer.question
        still = shown is not None and shown.question.section is asked.section
        again = shown is not None and shown.question == asked._replace(
            version=shown.question.version
        )
        if again and shown is not None and not session.shows_page:
            session.stay(shown, self.list_pane.row)
        self.set_class(self._has_no_detail, "solo")
        if self.has_class("solo"):
            self.remove_class("drilled")
        self._update_masthead()
        rail = self.query_one("#rail", Pane)
        rail.show(views.rail(session), self._rail_cursor(rail.cursor) if again else rail.cursor)
        self._codes = tuple(session.answer.countries)
        listing = views.listing(session)
        if again and not listing.keeps_cursor:
            self.list_pane.show_again(listing)
        else:
            self.list_pane.show(listing, session.cursor, still=still)
        if not len(session.answer.rows) and not session.shows_page:
            self.list_pane.go_to_link(1)
        self._update_detail(again=again)
        self._leave_what_is_hidden()
        if again:
            self.tell_again()
        else:
            self.tell()

    def _rail_cursor(self, before: int) -> int:
        """The line of the country under the rail's cursor, which may be another by now."""
        codes = tuple(self.session.answer.countries)
        code = self._codes[before] if before < len(self._codes) else ""
        return codes.index(code) if code in codes else before

    async def action_act(self, id_: str) -> None:
        """Run an action; one that is not a mere move in the list finds the detail caught up."""
        if id_ in MOVES or id_ in _OF_ROWS:
            await self._answered.wait()
        if id_ not in MOVES or self.pane is not self.list_pane:
            self.catch_up()
        await super().action_act(id_)

    def on_pane_moved(self, event: Pane.Moved) -> None:
        """The detail follows the list's cursor.

        Over SSH, where a page costs what it weighs, it does not while a key is held: then only the
        list moves, and the detail follows where the cursor comes to rest.
        """
        if event.pane is not self.list_pane:
            return
        self.settle()
        now = monotonic()
        hurries = self.host.capabilities.over_ssh and now - self._moved_at < REST
        self._moved_at = now
        if self._resting is not None:
            self._resting.stop()
        if hurries:
            self._resting = self.set_timer(REST, self.catch_up)
        else:
            self.catch_up()

    def catch_up(self) -> None:
        """Show the detail of the row under the cursor, where it is still that of another."""
        self.settle()
        if self._detailed != self.session.place.spot:
            self._update_detail()

    @property
    def _has_no_detail(self) -> bool:
        """Whether there is no row whose detail could be shown."""
        return self.session.shows_page or not len(self.session.answer.rows)

    def drill(self) -> None:
        """Go into the detail; where there is room for one pane, in place of the list."""
        if self.mode == "narrow":
            self.add_class("drilled")
        self.put_focus(self.detail_pane)
        self._update_masthead()

    def back_to_list(self) -> None:
        """Go back to the list."""
        self.remove_class("drilled")
        self.put_focus(self.list_pane)
        self._update_masthead()

    def put_focus(self, pane: Pane) -> None:
        """Focus at once, not after the next keys have gone to the pane before."""
        self.set_focus(pane)
        self.tell()

    def _set_mode(self, mode: str) -> None:
        self.mode = mode
        for each in _MODES:
            self.set_class(each == mode, each)
        self.set_class(mode == "narrow" and self.focused is self.detail_pane, "drilled")
        self.detail_pane.ruled = mode == "wide"
        self._update_masthead()
        self._update_detail()
        self._leave_what_is_hidden()

    def _leave_what_is_hidden(self) -> None:
        focused = self.focused
        if focused is None or (isinstance(focused, Pane) and not focused.display):
            self.put_focus(self.list_pane)

    def _update_detail(self, *, again: bool = False) -> None:
        session = self.session
        row = None if session.shows_page else session.row
        before, self._detailed = self._detailed, row.spot if row is not None else session.place.spot
        matter = views.detail(self.session, titled=self.mode in ("medium", "broad"))
        if again and before == self._detailed:
            self.detail_pane.show_again(matter)
        else:
            self.detail_pane.show(matter)

    def _update_masthead(self) -> None:
        session = self.session
        if session.whole:
            listed = session.library.briefings(EVERYTHING)
            title, aside, warning = "The whole library", library_in_words(len(listed)), ""
        else:
            volume = session.volume
            title = volume.briefing.title
            aside = masthead(volume.register, len(volume.countries()))
            warning = "unsafe characters replaced: e" if volume.loaded.text_replaced else ""
            if session.is_gone:
                warning = "its file is gone"
            elif session.errors:
                warning = "broken since: e"
        if self.mode == "narrow":
            title = f"Library › {session.section.title}" if session.whole else session.section.title
            if self.has_class("drilled") and session.row is not None:
                title += f" › {session.cursor + 1:,} of {len(session.answer.rows):,}"
            aside = " ".join(session.filter.countries)
        self.query_one(Masthead).show(title, aside, warning, session.section)


def mode_for(size: Size) -> str:
    """Which of the layouts a size has room for."""
    if size.width < MEDIUM[0] or size.height < MEDIUM[1]:
        return "narrow"
    if size.width < BROAD:
        return "medium"
    return "wide" if size.width >= WIDE else "broad"
