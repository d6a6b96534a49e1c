"""What the reader narrows by besides typing: facets, saved filters, what the palette offers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import cached_property
from typing import TypeVar

from brief_tui.tui.narrower import Narrower
from brief_tui.tui.questions import Questions

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

    @cached_property
    def narrower(self) -> Narrower:
        """Narrows what the panes show."""
        session = self.session
        asked = lambda: (session.reading, session.section, session.filter)  # noqa: E731
        return Narrower(self, asked, self.narrow, self.ask_aside)

    def do_facets(self) -> Awaitable[None]:
        """Choose a facet, and then values of it."""
        return self.narrower.facets()

    def do_filters(self) -> Awaitable[None]:
        """Use a saved filter, save what is narrowed to, or remove one."""
        return self.narrower.filters()

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
                self.narrower.use(filter_)
            elif key is not None:
                await self.action_act(key)

        picker = command_picker(self.actions, narrowings.matching)
        narrowings.counted.renewed = picker.renew
        return self.app.push_screen(picker, run)
