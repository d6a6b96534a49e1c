"""The main screen: masthead, countries, list, detail, status."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from brief_tui.library.filter import EVERYTHING
from brief_tui.library.query.syntax import LONGEST
from brief_tui.model import countries
from brief_tui.model.section import Section
from brief_tui.render.citation import citation, page_with_briefing
from brief_tui.render.page import Link, Span, Spans, Tone
from brief_tui.tui.actions import Where
from brief_tui.tui.base_screen import WHILE_TYPING, bindings_on
from brief_tui.tui.chrome import Keys, Masthead
from brief_tui.tui.matter import PageMatter
from brief_tui.tui.narrowing import Narrowing
from brief_tui.tui.pane import Pane
from brief_tui.tui.session import Place, Session

if TYPE_CHECKING:
    from textual import events
    from textual.widgets import Input

    from brief_tui.render.country import Holdings
    from brief_tui.tui.query_line import SearchLine

_HINT = 'words "phrases" -without OR country:KR speaker:kim said:2024-10'


class Reader(Narrowing):
    """Reads one briefing: what its keys do."""

    where: ClassVar[Where] = Where.READER
    BINDINGS: ClassVar[list[BindingType]] = bindings_on(Where.READER)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._search_before = EVERYTHING
        self._prompt: SearchLine | None = None

    def keys(self) -> Keys:
        """The keys that matter here: while a search is typed, those that end it."""
        if self._prompt is not None:
            return WHILE_TYPING
        keys = self.keys_of(self.hints)
        if not self.session.whole:
            return keys
        return tuple((key, "this briefing" if key == "L" else title) for key, title in keys)

    @property
    def hints(self) -> tuple[str, ...]:
        """What matters here, the least important first."""
        if self.pane is self.detail_pane:
            return ("help", "copy", "next_link", "open", "undo")
        extra: tuple[str, ...] = ()
        if self.section in (Section.OPTIONS, Section.LEVERAGE):
            extra = ("weigh", "compare", "mark")
        elif self.section is Section.OVERVIEW:
            extra = ("disagreements",)
        elif self.section is Section.TIMELINE:
            zooms = ("zoom_in", "zoom_out") if self.draws_axis else ()
            extra = () if self.session.whole else ("regroup", *zooms)
        clear = ("clear",) if self.session.filter else ()
        whole = ("whole",) if self.session.whole else ()
        return ("palette", "facets", *clear, *whole, "search", *extra, "countries", "help")

    def status(self) -> Spans:
        """The filter in words, with what it hides."""
        narrowed = self.session.narrowed()
        if not self.session.is_answered and self.session.may_take_long:
            return (Span(f"looking …  {narrowed}", Tone.MUTED),)
        shown = Span(narrowed, Tone.STRONG) if narrowed else Span("everything shown", Tone.MUTED)
        if not self.draws_axis:
            return (shown,)
        return (shown, Span(f" · axis: {self.session.window}", Tone.MUTED))

    async def on_pane_entered(self, event: Pane.Entered) -> None:
        """A click on the current line opens it."""
        self.put_focus(event.pane)
        await self.do_open()

    def on_masthead_chosen(self, event: Masthead.Chosen) -> None:
        """A click on a section's title goes there."""
        self._go_to(event.section)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as the reader types: for what can be answered, with what is wrong said."""
        if self._prompt is not None:
            self._search(self._prompt)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep what was found, where a click leaves the search for a pane."""
        left = isinstance(self.focused, Pane) and event.widget is self.focused
        if self._prompt is not None and left:
            self._keep_search(self._prompt.typed.value)

    def _search(self, line: SearchLine) -> None:
        from brief_tui.library.query.parse import parse_filter

        self.narrow(parse_filter(line.typed.value).filter, keep=False)
        line.suggest()

    def _keep_search(self, text: str) -> None:
        from brief_tui.library.query.parse import parse_filter
        from brief_tui.tui.offers import what_is_wrong

        self.narrow(parse_filter(text).filter, keep=False)
        self.session.came_from(self._search_before)
        self._close_prompt()
        self.tell(what_is_wrong(text), Tone.WARNING)

    async def follow(self, link: Link) -> None:
        """Go where a link leads, from this screen or one above it.

        What has no row here, or one that the filter hides, opens as a page on top.
        """
        if link.query and link.section is not None:
            self._follow_query(link, link.section)
        elif link.section is not None:
            self.show_section(link.section)
        elif self.session.jump(link.id):
            self._close_what_is_above()
            self.update()
            self.drill()
        else:
            from brief_tui.tui.pages import page_of

            page = page_of(self.session, link.id)
            if page is not None:
                await self.app.push_screen(page)

    def _follow_query(self, link: Link, section: Section) -> None:
        """Show a section of the library narrowed to something, on a row of it if one is named."""
        from brief_tui.library.query.parse import parse_filter

        path, key = link.row
        before = self.session.place
        here = Path(path) if path else before.path
        filter_ = parse_filter(link.query).filter
        whole = before.whole or len(self.session.library.briefings(EVERYTHING)) > 1
        self.session.go_to(Place(section, filter_, key, (), here, whole))
        self._close_what_is_above()
        self._show_elsewhere()
        if key:
            self.drill()

    def _close_what_is_above(self) -> None:
        while self.app.screen is not self and self in self.app.screen_stack:
            self.app.pop_screen()

    async def do_open(self) -> None:
        """Keep the search, or open the line under the cursor of the pane in use."""
        if self._prompt is not None:
            self._keep_search(await self._prompt.typed.caught_up())
            return
        pane = self.pane
        if pane.id == "rail":
            codes = tuple(self.session.answer.countries)
            if codes:
                self.narrow(self.session.filter.toggled(codes[pane.cursor]))
        elif pane.id == "list" and pane.matter.keeps_cursor:
            self.drill()
        elif pane.link is None:
            self.tell("nothing to open on this line")
        else:
            await self.follow(pane.link)

    async def do_undo(self) -> None:
        """Close the search, else undo the last step: the way here, the detail, the words."""
        if self._prompt is not None:
            self._close_prompt()
            self.narrow(self._search_before, keep=False)
            self.put_focus(self.list_pane)
        elif self.session.has_just_landed:
            await self.do_back()
        elif self.pane is not self.list_pane:
            self.back_to_list()
        elif self.session.filter != self.session.filter.chosen:
            self.narrow(self.session.filter.chosen)

    async def do_next_pane(self) -> None:
        """Go to the next pane."""
        await self._focus_by(1)

    async def do_previous_pane(self) -> None:
        """Go to the pane before."""
        await self._focus_by(-1)

    def do_read_down(self) -> None:
        """Scroll the detail down."""
        self.detail_pane.scroll_view(1)

    def do_read_up(self) -> None:
        """Scroll the detail up."""
        self.detail_pane.scroll_view(-1)

    def do_countries(self) -> Awaitable[None]:
        """Choose countries."""
        from brief_tui.tui.country_picker import country_picker

        session = self.session
        picker = country_picker(
            session, lambda: session.answer.countries, self.narrow, self.size.width
        )
        return self.app.push_screen(picker)

    async def do_country(self) -> None:
        """Show what the library holds on the country of the rail, of the filter, or one chosen."""
        from brief_tui.tui.country_picker import country_page_picker

        rail = self.pane if self.pane.id == "rail" else None
        codes = tuple(self.session.answer.countries) if rail is not None else ()
        if rail is not None and rail.row < len(codes):
            await self._show_country(codes[rail.row])
        elif len(self.session.filter.countries) == 1:
            await self._show_country(self.session.filter.countries[0])
        else:
            picker = country_page_picker(self.session, self.size.width)
            await self.app.push_screen(picker, self._show_country)

    async def _show_country(self, code: str | None) -> None:
        if code is None:
            return
        from brief_tui.tui.country_page import held_on

        session = self.session
        library, filter_ = session.library, session.filter

        def late(found: Callable[[], Holdings]) -> None:
            self.call_later(show, found)

        async def show(found: Callable[[], Holdings]) -> None:
            session.holdings(code, found)
            if self._told[0] == gathering:
                self.tell()
            if self.is_current:
                await self.ask(("country", code))

        gathering = f"gathering what there is on {countries.name(code)} …"
        self.tell(gathering)
        found = self.host.ask(lambda: held_on(library, code, filter_), late)
        if found:
            await show(lambda: found[0])

    async def do_search(self) -> None:
        """Open the search line on all that is narrowed to, ready for one word more."""
        if self._prompt is None:
            from brief_tui.tui.query_line import SearchLine

            before = self.session.filter
            query = f"{before} " if before else ""
            if len(query) > LONGEST:
                self.tell("what is narrowed to is too long for a line; x clears it")
                return
            self.back_to_list()
            self._search_before = before
            self._prompt = SearchLine(query, _HINT, self.narrower.offers())
            await self.mount(self._prompt)
            self.set_focus(self._prompt.typed)
            self._prompt.suggest()
            self.tell()

    def do_clear(self) -> None:
        """Show everything again, with nothing marked."""
        self.session.unmark_all()
        self.narrow(EVERYTHING)
        self.list_pane.refresh()

    def do_mark(self) -> None:
        """Mark the row's actor for comparison."""
        message = self.session.toggle_mark(self.session.actor_of_row)
        self.list_pane.refresh()
        self.tell(message)

    async def do_back(self) -> None:
        """Go back."""
        await self._travelled(self.session.back(), "this is where you began")

    async def do_forward(self) -> None:
        """Go forward again."""
        await self._travelled(self.session.forward(), "there is nothing further on")

    @property
    def to_copy(self) -> str:
        """The row's item with its citation, else what the detail says, or the overview."""
        session = self.session
        item = session.item_of_row
        if item is not None:
            return citation(session.register, item)
        matter = (self.list_pane if self.has_class("solo") else self.detail_pane).matter
        page = matter.page if isinstance(matter, PageMatter) else ()
        narrowed = session.filter.describe() if session.filter else ""
        return page_with_briefing(session.register, page, narrowed) if page else ""

    def do_briefings(self) -> Awaitable[None]:
        """Show which briefings there are."""
        return self.host.show_library()

    def do_whole(self) -> None:
        """Show the whole library, or of that the current row's briefing."""
        self.session.switch()
        self._show_elsewhere()
        if not self.session.whole:
            self.host.has_read(self.session.place.path)

    def do_problems(self) -> Awaitable[None]:
        """Show the problems of the briefing's files."""
        return self.host.show_problems(self.session.place.path, self.session.volume.loaded.title)

    def show_whole(self) -> None:
        """Show the whole library, from this screen or one above it."""
        self._close_what_is_above()
        if not self.session.whole:
            self.session.switch()
        self._show_elsewhere()

    def show_section(self, section: Section) -> None:
        """Go to a section, from this screen or one above it."""
        self._close_what_is_above()
        self._go_to(section)

    def _close_prompt(self) -> None:
        if self._prompt is not None:
            prompt, self._prompt = self._prompt, None
            if prompt.typed.has_focus:
                self.put_focus(self.list_pane)
            prompt.remove()
        self.tell()

    def _go_to(self, section: Section) -> None:
        self.session.go_to_section(section)
        self._show_elsewhere()

    async def _travelled(self, moved: bool, otherwise: str) -> None:
        if not moved:
            self.tell(otherwise)
            return
        self.update()
        if self.session.place.over:
            try:
                shown = self.show_over()
            except KeyError:  # it went when the briefing changed
                self.session.put_over(())
                self.tell("what lay over the panes here is no longer there")
            else:
                await shown

    async def _focus_by(self, step: int) -> None:
        if self.mode == "narrow":
            if step > 0 and self.pane is self.list_pane:
                await self.do_open()
            elif step < 0:
                self.back_to_list()
            return
        panes = [pane for pane in self.query(Pane) if pane.display]
        if self.pane not in panes:
            return
        self.put_focus(panes[(panes.index(self.pane) + step) % len(panes)])
