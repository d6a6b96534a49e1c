"""The keys that ask something of the briefing, and put the answer over the reader's panes."""

from __future__ import annotations

from collections.abc import Awaitable
from datetime import date

from brief_tui.model.item import Option
from brief_tui.model.section import Section
from brief_tui.model.vocabulary import Dimension
from brief_tui.tui.reader_panes import ReaderPanes
from brief_tui.tui.session import LEAST_COMPARED, Over

_NOTHING_TO_ASK = {
    "stands": "this line is no item that anything could stand with or against",
    "rests": "this line is no source, actor or item that anything could rest on",
    "paths": "this line is no source, actor or item that a way could lead from",
}
"""Why a question cannot be asked of a line."""


class Questions(ReaderPanes):
    """Asks about the row under the cursor, or about the briefing as a whole."""

    def ask(self, over: Over) -> Awaitable[None]:
        """Put the answer to a question over the panes, from its first line on."""
        before = self.session.place.over
        self.session.own.lines.pop(over, None)
        self.session.put_over(over)
        return self._lay_over(before)

    def show_over(self) -> Awaitable[None]:
        """Show what lies over the place where the reader is."""
        return self._lay_over(())

    def _lay_over(self, before: Over) -> Awaitable[None]:
        """Show it, over what lay there ``before`` and does again when it is closed."""
        from brief_tui.tui.over import screen_over

        def uncovered(_: None) -> None:
            self.session.put_over(before)

        return self.app.push_screen(screen_over(self.session, self.session.place.over), uncovered)

    @property
    def asked_about(self) -> str:
        """The id of what the line under the cursor is about; empty where it is about nothing.

        That is what a line of the detail leads to, else the row's item or party, and in the
        overview what the line leads to.
        """
        link = self.detail_pane.link if self.pane is self.detail_pane else None
        if link is not None and link.id:
            return link.id
        row = self.session.row
        if row is not None and row.target:
            return row.target
        link = self.list_pane.link
        return link.id if link is not None else ""

    async def ask_about(self, question: str, id_: str) -> str:
        """Ask ``stands``, ``rests`` or ``paths`` of an item or party.

        Returns:
            Nothing, or why it cannot be asked of that.
        """
        register = self.session.register
        if id_ not in register.items and (question == "stands" or id_ not in register.parties):
            return _NOTHING_TO_ASK[question]
        if question == "paths":
            await self._choose_end(id_)
        else:
            await self.ask((question, id_))
        return ""

    def _choose_end(self, start: str) -> Awaitable[None]:
        """Choose where the ways from ``start`` shall lead, and show them."""
        from brief_tui.tui.item_picker import item_picker

        async def show(end: str | None) -> None:
            if end is not None:
                await self.ask(("path", start, end))

        return self.app.push_screen(item_picker(self.session.register, start), show)

    async def _ask_about_line(self, question: str) -> None:
        self.tell(await self.ask_about(question, self.asked_about))

    def do_compare(self) -> Awaitable[None] | None:
        """Put actors side by side."""
        actors = self.session.to_compare()
        if len(actors) < LEAST_COMPARED:
            self.tell("a comparison needs two actors: mark them with Space in Leverage")
            return None
        return self.ask(("compare", *actors))

    def do_stands(self) -> Awaitable[None]:
        """Say who stands with and against the line's item."""
        return self._ask_about_line("stands")

    def do_rests(self) -> Awaitable[None]:
        """Say what rests on the line's item or party."""
        return self._ask_about_line("rests")

    def do_paths(self) -> Awaitable[None]:
        """Choose something else, and show the ways to it."""
        return self._ask_about_line("paths")

    def do_disagreements(self) -> Awaitable[None]:
        """List where the briefing disagrees with itself."""
        return self.ask(("disagreements",))

    def do_weigh(self) -> Awaitable[None] | None:
        """Show all options by dimension of leverage, beginning with the row's."""
        selection = self.session.volume.select(Section.OPTIONS, self.session.filter)
        if not selection.rows:
            hidden = f": the filter hides all {selection.total}" if selection.total else ""
            self.tell(f"no options to weigh{hidden}")
            return None
        items = self.session.row.items if self.session.row is not None else ()
        option = next((each for each in items if isinstance(each, Option)), None)
        at = (option.actor or "", option.id, Dimension.CAPABILITY.value) if option else ()
        return self.ask(("weigh", *at))

    def do_known_on(self) -> Awaitable[None] | None:
        """Choose a day, and show only what had been said by then."""
        if self.session.whole:
            self.tell("choose the day in one briefing (L); it holds for the library too")
            return None
        from brief_tui.tui.known_picker import ANY, known_picker

        def choose(chosen: str | None) -> None:
            if chosen is not None:
                day = None if chosen == ANY else date.fromisoformat(chosen)
                self.narrow(self.session.filter.as_known_on(day))

        return self.app.push_screen(known_picker(self.session), choose)

    def do_regroup(self) -> None:
        """Arrange the section otherwise."""
        if self.section is not Section.TIMELINE:
            self.tell("this section has one arrangement")
            return
        if self.session.whole:
            self.tell("the dates of many briefings stand in one line")
            return
        self.session.in_lanes = not self.session.in_lanes
        self.update()

    def do_zoom_in(self) -> None:
        """Show less of the time, larger."""
        self._zoom(closer=True)

    def do_zoom_out(self) -> None:
        """Show more of the time, smaller."""
        self._zoom(closer=False)

    def _zoom(self, *, closer: bool) -> None:
        if self.section is not Section.TIMELINE:
            self.tell("the timeline zooms: 6")
        elif self.session.whole:
            self.tell("the dates of many briefings are not drawn to scale")
        elif not self.draws_axis:
            self.tell("there is no room here to draw the dates")
        elif self.session.zoom(closer=closer):
            self.update()
        else:
            self.tell("the axis goes no closer" if closer else "the axis shows all there is")
