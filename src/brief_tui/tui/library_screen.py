"""The screen on which a reader chooses among the briefings of a library."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType

from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.interface import Listed, State
from brief_tui.library.query.syntax import LONGEST
from brief_tui.model.section import Section
from brief_tui.render.across import library_in_words
from brief_tui.render.page import Page, Paragraph, Span, Spans, Tone, plain
from brief_tui.tui import shelf
from brief_tui.tui.actions import Where
from brief_tui.tui.base_screen import WHILE_TYPING, BaseScreen, bindings_on
from brief_tui.tui.chrome import Keys, Status, TitleLine
from brief_tui.tui.matter import PageMatter, RowsMatter
from brief_tui.tui.narrower import Narrower
from brief_tui.tui.pane import Pane
from brief_tui.tui.session import Session
from brief_tui.tui.shelf import Order, Shelf

if TYPE_CHECKING:
    from textual.widgets import Input

    from brief_tui.tui.query_line import SearchLine

Found = TypeVar("Found")


class LibraryScreen(BaseScreen[None]):
    """Lists the briefings that the reader's filter leaves. Nothing is opened until it is chosen."""

    where: ClassVar[Where] = Where.LIBRARY
    BINDINGS: ClassVar[list[BindingType]] = bindings_on(Where.LIBRARY)

    def __init__(self, session: Session) -> None:
        """List the briefings of a session's library, by its filter."""
        super().__init__()
        self._session = session
        self._order = Order.DATE
        self._shelf = Shelf(session.library, EVERYTHING, Order.DATE)
        self._prompt: SearchLine | None = None
        self._search_before = EVERYTHING
        self._version = session.library.version

    def compose(self) -> ComposeResult:
        """A title line, the list, a status line."""
        yield TitleLine()
        yield Pane(id="page")
        yield Status()

    def on_mount(self) -> None:
        """Show the list, on the briefing that is read."""
        self.set_focus(self.pane)
        self.update()

    @property
    def pane(self) -> Pane:
        """The list."""
        return self.query_one("#page", Pane)

    @property
    def listed(self) -> Listed | None:
        """The briefing under the cursor; None where the filter leaves none."""
        briefings = self._shelf.briefings
        return briefings[self.pane.row] if self.pane.row < len(briefings) else None

    @property
    def hints(self) -> tuple[str, ...]:
        """What matters here, the least important first."""
        listed = self.listed
        wrong = listed is not None and listed.state is not State.READABLE
        clear = ("clear",) if self._session.filter else ()
        return (
            "regroup",
            "whole",
            *clear,
            "facets",
            "search",
            *(("problems",) if wrong else ()),
            "open",
            "help",
        )

    def keys(self) -> Keys:
        """The keys that matter here: while a search is typed, those that end it."""
        if self._prompt is not None:
            return WHILE_TYPING
        return super().keys()

    def status(self) -> Spans:
        """The filter in words, and what the mark of the current briefing means."""
        listed = self.listed
        said = shelf.about(listed, new=self._is_new(listed)) if listed is not None else ()
        filter_ = self._session.filter
        if not filter_:
            return said or (Span("everything shown", Tone.MUTED),)
        narrowed = Span(filter_.describe(), Tone.STRONG)
        return (narrowed, Span(" · ", Tone.MUTED), *said) if said else (narrowed,)

    def update(self) -> None:
        """Show the list as it now is, on the briefing that it was on."""
        listed = self.listed
        self._show_when_found(listed.path if listed is not None else self._session.place.path)

    def keep_up(self) -> None:
        """List the briefings as they now are."""
        version = self._session.library.version
        if version != self._version:
            self._version = version
            self._session.keep_up()
            self.update()

    def _show_when_found(self, path: Path) -> None:
        library, filter_, order = self._session.library, self._session.filter, self._order

        def late(found: Callable[[], Shelf]) -> None:
            self.call_later(lambda: self._show(found(), path))

        for found in self.host.ask(lambda: Shelf(library, filter_, order), late):
            self._show(found, path)

    def _show(self, found: Shelf, path: Path) -> None:
        self._shelf = found
        briefings, needles = found.briefings, found.filter.needles
        title = (Span("Library", Tone.STRONG),)
        shown = f"{len(briefings):,} of " if len(briefings) < found.total else ""
        amount = (Span(f"  {shown}{library_in_words(found.total)}", Tone.MUTED),)
        self.query_one(TitleLine).show(
            (*title, *amount, Span(f" · {found.order.value}", Tone.MUTED))
        )

        def draw(index: int, width: int) -> Spans:
            listed = briefings[index]
            new = self._is_new(listed)
            return shelf.line(listed, width, new=new, needles=needles)

        if len(briefings):
            rows = RowsMatter(len(briefings), draw, lambda width: (shelf.header(width),))
            self.pane.show(rows, found.place_of(path, self.pane.row), still=True)
        else:
            self.pane.show(PageMatter(self._nothing()))
        self.tell()

    def _nothing(self) -> Page:
        filter_ = self._session.filter
        if not filter_:
            return (Paragraph(plain("There is no briefing here any more.")),)
        said = (Span("No briefing has anything with "), Span(filter_.describe(), Tone.STRONG))
        return (Paragraph(said), Paragraph(plain("x clears the filter.", Tone.MUTED)))

    def _is_new(self, listed: Listed) -> bool:
        return self.host.is_new(listed)

    def on_pane_moved(self, event: Pane.Moved) -> None:
        """Say what the current briefing's mark means."""
        self.tell()

    async def on_pane_entered(self, event: Pane.Entered) -> None:
        """A click on the current briefing opens it."""
        await self.do_open()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as the reader types."""
        if self._prompt is not None:
            self._search(self._prompt.typed.value)
            self._prompt.suggest()

    def _search(self, text: str) -> None:
        from brief_tui.library.query.parse import parse_filter

        self._narrow(parse_filter(text).filter, keep=False)

    def _narrow(self, filter_: Filter, *, keep: bool = True) -> None:
        if filter_ != self._session.filter:
            self._session.narrow(filter_, keep=keep)
            self.update()

    async def do_open(self) -> None:
        """Keep the search, or open the briefing under the cursor; show why it cannot be."""
        if self._prompt is not None:
            text = await self._prompt.typed.caught_up()
            self._search(text)
            self._session.came_from(self._search_before)
            self._close_prompt()
            from brief_tui.tui.offers import what_is_wrong

            self.tell(what_is_wrong(text), Tone.WARNING)
            return
        listed = self.listed
        if listed is None:
            self.tell("nothing to open here")
        elif listed.state is State.BROKEN:
            await self.host.show_problems(listed.path, listed.title)
        else:
            filter_ = self._session.filter
            if listed.path in self._shelf.by_title:
                filter_ = filter_.chosen
            self.dismiss(None)
            self.host.open_briefing(listed.path, filter_)

    def do_undo(self) -> None:
        """Drop the search, or go back to what was read before."""
        if self._prompt is not None:
            self._narrow(self._search_before, keep=False)
            self._close_prompt()
        elif self._session.filter != self._session.filter.chosen:
            self._narrow(self._session.filter.chosen)
        else:
            self.dismiss(None)

    def do_whole(self) -> None:
        """Show what all the briefings say, one section at a time."""
        self.host.show_whole()

    def do_briefings(self) -> None:
        """Go back to what was read before."""
        self.dismiss(None)

    async def do_search(self) -> None:
        """Open the search line."""
        if self._prompt is None:
            from brief_tui.tui.query_line import SearchLine

            before = self._session.filter
            query = f"{before} " if before else ""
            if len(query) > LONGEST:
                self.tell("what is narrowed to is too long for a line; x clears it")
                return
            self._search_before = before
            hint = "search titles and all text of the briefings"
            self._prompt = SearchLine(query, hint, self._narrower.offers())
            await self.mount(self._prompt)
            self.set_focus(self._prompt.typed)
            self._prompt.suggest()
            self.tell()

    @cached_property
    def _narrower(self) -> Narrower:
        # What a facet counts is claims, as beside the countries.
        session = self._session
        asked = lambda: (session.library, Section.CLAIMS, session.filter)  # noqa: E731
        return Narrower(self, asked, self._narrow, self._ask_aside)

    def do_facets(self) -> Awaitable[None]:
        """Choose a facet, and then values of it."""
        return self._narrower.facets()

    def do_filters(self) -> Awaitable[None]:
        """Use a saved filter, save what is narrowed to, or remove one."""
        return self._narrower.filters()

    def _ask_aside(
        self, work: Callable[[], Found], late: Callable[[Callable[[], Found]], object]
    ) -> list[Found]:
        return self.host.ask(work, lambda answer: self.call_later(late, answer), aside=True)

    def _close_prompt(self) -> None:
        if self._prompt is not None:
            prompt, self._prompt = self._prompt, None
            self.set_focus(self.pane)
            prompt.remove()
        self.tell()

    def do_clear(self) -> None:
        """List every briefing again."""
        self._narrow(EVERYTHING)

    def do_countries(self) -> Awaitable[None]:
        """Choose countries."""
        from brief_tui.tui.country_picker import country_picker

        session = self._session
        counts = lambda: session.library.country_counts(Section.CLAIMS, session.filter)  # noqa: E731
        picker = country_picker(session, counts, self._narrow, self.size.width)
        return self.app.push_screen(picker)

    def do_regroup(self) -> None:
        """Put the briefings in another order."""
        self._order = self._order.next
        self.update()

    async def do_problems(self) -> None:
        """Show the problems of the files of the briefing under the cursor."""
        listed = self.listed
        if listed is None:
            self.tell("no briefing is under the cursor")
        else:
            await self.host.show_problems(listed.path, listed.title)
