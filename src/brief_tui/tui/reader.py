"""The main screen: masthead, countries, list, detail, status."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from brief_tui.library.filter import Filter
from brief_tui.model.item import Item
from brief_tui.model.section import Section
from brief_tui.render.book import masthead
from brief_tui.render.citation import citation
from brief_tui.render.page import Link, Span, Spans, Tone
from brief_tui.tui import views
from brief_tui.tui.actions import Where
from brief_tui.tui.base_screen import PROMPT, BaseScreen, bindings_on
from brief_tui.tui.chrome import Masthead, Status
from brief_tui.tui.pane import Pane
from brief_tui.tui.session import LEAST_COMPARED, MOST_COMPARED, Session

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.widgets import Input

WIDE = 160
BROAD = 120
MEDIUM = (80, 18)
_MODES = ("wide", "broad", "medium", "narrow")


class Reader(BaseScreen[None]):
    """Reads one briefing. The screen owns the session; panes get what they show handed down."""

    where: ClassVar[Where] = Where.READER
    BINDINGS: ClassVar[list[BindingType]] = bindings_on(Where.READER)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.mode = ""
        self._search_before = ""
        self._prompt: Input | None = None

    def compose(self) -> ComposeResult:
        """The five widgets; which are seen depends on the size."""
        # Known before there is anything in the screen that would have to be styled again.
        self.mode = _mode(self.app.size)
        self.add_class(self.mode)
        self.set_class(self._has_no_detail, "solo")
        yield Masthead()
        yield Pane(id="rail")
        yield Pane(id="list")
        yield Pane(id="detail", ruled=self.mode == "wide")
        yield Status()

    def on_mount(self) -> None:
        """Show the session."""
        self._focus(self.list_pane)
        self.update()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the panes out for the new size."""
        mode = _mode(event.size)
        if mode != self.mode:
            self._set_mode(mode)

    @property
    def pane(self) -> Pane:
        """The pane in use."""
        return self.focused if isinstance(self.focused, Pane) else self.list_pane

    @property
    def list_pane(self) -> Pane:
        """The list, or the overview."""
        return self.query_one("#list", Pane)

    @property
    def detail_pane(self) -> Pane:
        """Everything on the current row."""
        return self.query_one("#detail", Pane)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys that matter here: while a search is typed, those that end it."""
        if self._prompt is not None:
            return (("Enter", "keeps"), ("Esc", "drops the search"))
        return super().keys()

    @property
    def hints(self) -> tuple[str, ...]:
        """What matters here, the least important first."""
        if self.pane is self.detail_pane:
            return ("help", "copy", "next_link", "open", "undo")
        extra = ("compare", "mark") if self.section in (Section.OPTIONS, Section.LEVERAGE) else ()
        clear = ("clear",) if self.session.filter else ()
        return ("palette", *clear, "search", *extra, "countries", "help")

    @property
    def section(self) -> Section:
        """The section shown."""
        return self.session.section

    def status(self) -> Spans:
        """The filter in words, with what it hides."""
        narrowed = self.session.narrowed()
        if narrowed:
            return (Span(narrowed, Tone.STRONG),)
        return (Span("everything shown", Tone.MUTED),)

    def read(self, session: Session) -> None:
        """Read something else."""
        self.session = session
        self.remove_class("drilled")
        self.update()
        self._focus(self.list_pane)

    def settle(self) -> None:
        """Know the row under the cursor, which the list may not have told yet."""
        if self.list_pane.matter.keeps_cursor:
            self.session.point_at(self.list_pane.cursor)

    def update(self) -> None:
        """Show the session as it now is, in every pane."""
        session = self.session
        self.set_class(self._has_no_detail, "solo")
        if self.has_class("solo"):
            self.remove_class("drilled")
        self._update_masthead()
        rail = self.query_one("#rail", Pane)
        rail.show(views.rail(session), rail.cursor)
        self.list_pane.show(views.listing(session), session.cursor)
        if not session.selection.rows and session.section is not Section.OVERVIEW:
            self.list_pane.go_to_link(1)
        self._update_detail()
        if not self.pane.display:
            self._focus(self.list_pane)
        self.tell()

    def on_pane_moved(self, event: Pane.Moved) -> None:
        """The detail follows the list's cursor."""
        if event.pane is self.list_pane:
            self.settle()
            self._update_detail()

    async def on_pane_entered(self, event: Pane.Entered) -> None:
        """A click on the current line opens it."""
        self._focus(event.pane)
        await self.do_open()

    def on_masthead_chosen(self, event: Masthead.Chosen) -> None:
        """A click on a section's title goes there."""
        self._go_to(event.section)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as the reader types."""
        self._narrow(self.session.filter.searching(event.value), keep=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was found."""
        self.session.came_from(self.session.filter.searching(self._search_before))
        self._close_prompt()

    async def follow(self, link: Link) -> None:
        """Go where a link leads, from this screen or one above it.

        What has no row here, or one that the filter hides, opens as a page on top.
        """
        if link.section is not None:
            self.show_section(link.section)
        elif self.session.jump(link.id):
            self._close_what_is_above()
            self.update()
            self._drill()
        else:
            from brief_tui.tui.pages import page_of

            page = page_of(self.session, link.id)
            if page is not None:
                await self.app.push_screen(page)

    def _close_what_is_above(self) -> None:
        while self.app.screen is not self and self in self.app.screen_stack:
            self.app.pop_screen()

    def _show_comparison(self) -> Awaitable[None]:
        from brief_tui.tui.comparison_screen import ComparisonScreen

        actors = self.session.place.compared
        screen = ComparisonScreen(self.session.volume.register, actors[:MOST_COMPARED], len(actors))
        return self.app.push_screen(screen, self._compared)

    def _compared(self, _: None) -> None:
        self.session.put_side_by_side(())

    async def do_open(self) -> None:
        """Open the line under the cursor of the pane in use."""
        pane = self.pane
        if pane.id == "rail":
            codes = self.session.volume.countries()
            if codes:
                self._narrow(self.session.filter.toggled(codes[pane.cursor]))
        elif pane.id == "list" and pane.matter.keeps_cursor:
            self._drill()
        elif pane.link is None:
            self.tell("nothing to open on this line")
        else:
            await self.follow(pane.link)

    def do_undo(self) -> None:
        """Close the search, else go back to the list, else drop the searched words."""
        if self._prompt is not None:
            self._narrow(self.session.filter.searching(self._search_before), keep=False)
            self._close_prompt()
        elif self.pane is not self.list_pane:
            self._back_to_list()
        elif self.session.filter.text:
            self._narrow(self.session.filter.searching(""))

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

        return self.app.push_screen(country_picker(self.session, self._narrow, self.size.width))

    async def do_search(self) -> None:
        """Open the search line."""
        if self._prompt is None:
            from brief_tui.tui.typed import Typed

            self._search_before = self.session.filter.text
            hint = "search all text of this section"
            self._prompt = Typed(self._search_before, id=PROMPT, hint=hint)
            await self.mount(self._prompt)
            self.set_focus(self._prompt)
            self.tell()

    def do_clear(self) -> None:
        """Show everything again, with nothing marked."""
        self.session.marked = ()
        self._narrow(Filter())
        self.list_pane.refresh()

    def do_mark(self) -> None:
        """Mark the row's actor for comparison."""
        message = self.session.toggle_mark()
        self.list_pane.refresh()
        self.tell(message)

    def do_compare(self) -> Awaitable[None] | None:
        """Put actors side by side."""
        actors = self.session.to_compare()
        if len(actors) < LEAST_COMPARED:
            self.tell("a comparison needs two actors: mark them with Space in Leverage")
            return None
        self.session.put_side_by_side(actors)
        return self._show_comparison()

    async def do_back(self) -> None:
        """Go back."""
        await self._travelled(self.session.back(), "this is where you began")

    async def do_forward(self) -> None:
        """Go forward again."""
        await self._travelled(self.session.forward(), "there is nothing further on")

    def do_copy(self) -> None:
        """Copy the current item with its citation."""
        row = self.session.row
        register = self.session.volume.register
        item = register.items.get(row.target) if row is not None else None
        self.copy(citation(register, item) if isinstance(item, Item) else "")

    def do_briefings(self) -> Awaitable[None]:
        """Choose another briefing."""
        from brief_tui.tui.briefing_picker import briefing_picker

        return self.app.push_screen(briefing_picker(self.host), self.host.open_briefing)

    def do_problems(self) -> Awaitable[None]:
        """Show the problems of the briefing's files."""
        return self.host.show_problems(self.session.volume.loaded)

    def show_section(self, section: Section) -> None:
        """Go to a section, from this screen or one above it."""
        self._close_what_is_above()
        self._go_to(section)

    @property
    def _has_no_detail(self) -> bool:
        """Whether there is no row whose detail could be shown."""
        return self.section is Section.OVERVIEW or not self.session.selection.rows

    def _close_prompt(self) -> None:
        if self._prompt is not None:
            self._prompt.remove()
            self._prompt = None
        self._focus(self.list_pane)

    def _narrow(self, filter_: Filter, *, keep: bool = True) -> None:
        if filter_ != self.session.filter:
            self.session.narrow(filter_, keep=keep)
            self.update()

    def _go_to(self, section: Section) -> None:
        self.session.go_to_section(section)
        self.remove_class("drilled")
        self.update()
        self._focus(self.list_pane)

    async def _travelled(self, moved: bool, otherwise: str) -> None:
        if not moved:
            self.tell(otherwise)
            return
        self.update()
        if self.session.place.compared:
            await self._show_comparison()

    def _drill(self) -> None:
        if self.mode == "narrow":
            self.add_class("drilled")
        self._focus(self.detail_pane)
        self._update_masthead()

    def _back_to_list(self) -> None:
        self.remove_class("drilled")
        self._focus(self.list_pane)
        self._update_masthead()

    async def _focus_by(self, step: int) -> None:
        if self.mode == "narrow":
            if step > 0 and self.pane is self.list_pane:
                await self.do_open()
            elif step < 0:
                self._back_to_list()
            return
        panes = [pane for pane in self.query(Pane) if pane.display]
        self._focus(panes[(panes.index(self.pane) + step) % len(panes)])

    def _focus(self, pane: Pane) -> None:
        """Focus at once, not after the next keys have gone to the pane before."""
        self.set_focus(pane)
        self.tell()

    def _set_mode(self, mode: str) -> None:
        self.mode = mode
        for each in _MODES:
            self.set_class(each == mode, each)
        self.set_class(mode == "narrow" and self.pane is self.detail_pane, "drilled")
        self.detail_pane.ruled = mode == "wide"
        self._update_masthead()
        self._update_detail()
        if not self.pane.display:
            self._focus(self.list_pane)

    def _update_detail(self) -> None:
        self.detail_pane.show(views.detail(self.session, titled=self.mode in ("medium", "broad")))

    def _update_masthead(self) -> None:
        session = self.session
        title, aside = (
            session.volume.briefing.title,
            masthead(session.volume.register, len(session.volume.countries())),
        )
        if self.mode == "narrow":
            trail = session.section.title
            if self.has_class("drilled") and session.row is not None:
                trail += f" › {session.cursor + 1} of {len(session.selection.rows)}"
            title, aside = trail, " ".join(session.filter.countries)
        loaded = session.volume.loaded
        warning = "unsafe characters replaced: e" if loaded.text_replaced else ""
        self.query_one(Masthead).show(title, aside, warning, session.section)


def _mode(size: Size) -> str:
    """Which of the layouts a size has room for."""
    if size.width < MEDIUM[0] or size.height < MEDIUM[1]:
        return "narrow"
    if size.width < BROAD:
        return "medium"
    return "wide" if size.width >= WIDE else "broad"
