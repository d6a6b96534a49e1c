"""What the reader narrows by besides typing: facets, saved filters, what the palette offers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from brief_tui.render.page import Tone
from brief_tui.tui.questions import Questions

if TYPE_CHECKING:
    from brief_tui.library.filter import Filter
    from brief_tui.tui.offers import Offers

Found = TypeVar("Found")


class Narrowing(Questions):
    """A reader's panes that can be narrowed by what is in them."""

    def ask_aside(
        self, work: Callable[[], Found], late: Callable[[Callable[[], Found]], object]
    ) -> list[Found]:
        """Ask beside what the panes ask; ``late`` is told in the app's own thread."""
        if not self.session.may_take_long:
            return [work()]
        return self.host.ask(work, lambda answer: self.call_later(late, answer), aside=True)

    def offers(self) -> Offers:
        """What a query that is typed can go on with."""
        from brief_tui.tui.offers import Offers

        session = self.session
        asked = lambda: (session.reading, session.section, session.filter)  # noqa: E731
        return Offers(asked, self.ask_aside)

    def do_facets(self) -> Awaitable[None]:
        """Choose a facet, and then values of it."""
        return self._choose_facet("")

    def _choose_facet(self, start: str) -> Awaitable[None]:
        from brief_tui.tui.facet_panel import facet_picker, value_picker

        async def open_values(field: str | None) -> None:
            if field is None:
                return

            async def choose_again(_: str | None) -> None:
                await self._choose_facet(field)

            picker = value_picker(
                self.session,
                field,
                self.narrow,
                self.ask_aside,
                self.size.width,
                partial(self.tell, tone=Tone.WARNING),
            )
            await self.app.push_screen(picker, choose_again)

        picker = facet_picker(self.session, self.ask_aside, self.size.width, start)
        return self.app.push_screen(picker, open_values)

    def do_filters(self) -> Awaitable[None]:
        """Use a saved filter, save what is narrowed to, or remove one."""
        from brief_tui.folders import saved_filters_file
        from brief_tui.tui.filter_picker import SavedFilters, filter_picker

        filters = SavedFilters(
            saved_filters_file(),
            self.session.filter,
            self._left,
            may_write=self.host.may_write,
        )
        wrong = len(filters.problems)
        if wrong and self.host.may_write:
            lines = "a line of the file" if wrong == 1 else f"{wrong} lines of the file"
            self.tell(f"{lines} cannot be read: brief-tui filters says why", Tone.WARNING)
        picker = filter_picker(filters, self._use, self.tell, self.size.width)
        return self.app.push_screen(picker)

    def _use(self, filter_: Filter) -> None:
        """Narrow to a filter that was saved, perhaps in another library."""
        from brief_tui.library.query.names_here import names_not_here

        self.narrow(filter_)
        known = self.session.reading.values

        def say(not_here: str) -> None:
            if not_here and self.session.filter == filter_:
                self.tell(not_here, Tone.WARNING)

        asked = self.ask_aside(
            lambda: next(names_not_here(filter_, known), ""), lambda answer: say(answer())
        )
        for found in asked:
            say(found)

    def do_palette(self) -> Awaitable[None]:
        """Find a command by name and run it, or something to narrow to."""
        from brief_tui.folders import saved_filters_file
        from brief_tui.library.saved_filters import read_saved
        from brief_tui.tui.command_picker import command_picker
        from brief_tui.tui.narrowings import Narrowings, query_of
        from brief_tui.tui.picker import line_width

        saved, _ = read_saved(saved_filters_file())
        session = self.session
        asked = (session.reading, session.section, session.filter)
        narrowings = Narrowings(asked, saved, self.ask_aside, line_width(self.size.width))

        async def run(key: str | None) -> None:
            filter_ = query_of(key) if key is not None else None
            if filter_ is not None:
                self._use(filter_)
            elif key is not None:
                await self.action_act(key)

        picker = command_picker(self.actions, narrowings.matching)
        narrowings.counted.renewed = picker.renew
        return self.app.push_screen(picker, run)

    def _left(self, filter_: Filter) -> int:
        return self.session.reading.tally(self.session.section, filter_).shown
