"""What is narrowed by besides typing: facets and saved filters, over any screen that lists."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from brief_tui.render.page import Tone

if TYPE_CHECKING:
    from brief_tui.library.filter import Filter
    from brief_tui.tui.aside import Ask
    from brief_tui.tui.base_screen import BaseScreen
    from brief_tui.tui.offers import Asked, Offers

Closed = TypeVar("Closed")


class Narrower:
    """Opens over a screen what its reader chooses from.

    Args:
        screen: The screen.
        asked: What is narrowed there.
        narrow: Is told of what to narrow to.
        ask: Asks for counts beside what the screen asks.
    """

    def __init__(
        self,
        screen: BaseScreen[Closed],
        asked: Callable[[], Asked],
        narrow: Callable[[Filter], None],
        ask: Ask,
    ) -> None:
        self._screen = screen
        self._asked = asked
        self._narrow = narrow
        self._ask = ask

    def offers(self) -> Offers:
        """What a query that is typed can go on with."""
        from brief_tui.tui.offers import Offers

        return Offers(self._asked, self._ask)

    def facets(self, start: str = "") -> Awaitable[None]:
        """Choose a facet, and then values of it; ``start`` is the field to begin on."""
        from brief_tui.tui.facet_panel import facet_picker, value_picker

        screen = self._screen

        async def open_values(field: str | None) -> None:
            if field is None:
                return

            async def choose_again(_: str | None) -> None:
                await self.facets(field)

            refuse = partial(screen.tell, tone=Tone.WARNING)
            width = screen.size.width
            picker = value_picker(self._asked, field, self._narrow, self._ask, width, refuse)
            await screen.app.push_screen(picker, choose_again)

        picker = facet_picker(self._asked, self._ask, screen.size.width, start)
        return screen.app.push_screen(picker, open_values)

    def filters(self) -> Awaitable[None]:
        """Use a saved filter, save what is narrowed to, or remove one."""
        from brief_tui.folders import saved_filters_file
        from brief_tui.tui.filter_picker import SavedFilters, filter_picker

        screen = self._screen
        reading, section, filter_ = self._asked()
        filters = SavedFilters(
            saved_filters_file(),
            filter_,
            lambda saved: reading.tally(section, saved).shown,
            may_write=screen.host.may_write,
        )
        wrong = len(filters.problems)
        if wrong and screen.host.may_write:
            lines = "a line of the file" if wrong == 1 else f"{wrong} lines of the file"
            screen.tell(f"{lines} cannot be read: brief-tui filters says why", Tone.WARNING)
        picker = filter_picker(filters, self.use, screen.tell, screen.size.width)
        return screen.app.push_screen(picker)

    def use(self, filter_: Filter) -> None:
        """Narrow to a filter that was saved, perhaps in another library."""
        from brief_tui.library.query.names_here import names_not_here

        self._narrow(filter_)
        reading, *_ = self._asked()

        def say(not_here: str) -> None:
            *_, now = self._asked()
            if not_here and now == filter_:
                self._screen.tell(not_here, Tone.WARNING)

        asked = self._ask(
            lambda: next(names_not_here(filter_, reading.values), ""),
            lambda answer: say(answer()),
        )
        for found in asked:
            say(found)
