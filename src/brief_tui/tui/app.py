"""The app: which briefing is open, and in which theme."""

from __future__ import annotations

import gc
import signal
from collections.abc import Awaitable, Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual.app import App
from textual.filter import LineFilter
from textual.screen import Screen
from textual.widget import AwaitMount

from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.interface import Library, Listed, TakesTime
from brief_tui.library.row import NOWHERE
from brief_tui.model.problem import Problem
from brief_tui.model.section import Section
from brief_tui.render.page import Link, Page, Paragraph, Tone, plain
from brief_tui.terminal.capabilities import Capabilities
from brief_tui.terminal.first_frame import FirstFrame
from brief_tui.tui.actions import ACTIONS
from brief_tui.tui.beginning import Beginning
from brief_tui.tui.host import may
from brief_tui.tui.live_app import LiveApp
from brief_tui.tui.page_screen import PageScreen
from brief_tui.tui.palette import Palette
from brief_tui.tui.reader import Reader
from brief_tui.tui.remember import remember_theme, remembered_theme
from brief_tui.tui.session import Place, Session
from brief_tui.tui.textual_theme import line_filters, textual_theme
from brief_tui.tui.theme_files import load_theme
from brief_tui.tui.worker import Worker

if TYPE_CHECKING:
    from brief_tui.library.opening import Opened
    from brief_tui.tui.keeper import Keeper
    from brief_tui.tui.seen import Seen

Found = TypeVar("Found")


class BriefApp(LiveApp):
    """Reads the briefings of a library, one at a time or all together.

    Attributes:
        chooses: Whether the reader is asked at the start which briefing to open.
    """

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    TITLE = "brief-tui"

    def __init__(
        self,
        library: Library,
        capabilities: Capabilities,
        *,
        place: Place | None = None,
        theme: str | None = None,
        notice: str = "",
        kiosk: bool = False,
        opened: Opened | None = None,
    ) -> None:
        """Open a briefing of ``library``.

        Args:
            library: What there is to read.
            capabilities: The terminal.
            place: Where to begin; without a path, in the newest briefing that is readable, and
                the reader may choose.
            theme: The theme to use; the one remembered where None.
            notice: What to tell at the start, if anything.
            kiosk: Whether reading is all that may be done.
            opened: How the library was opened, where its files are to be followed.
        """
        super().__init__(capabilities, kiosk=kiosk, opened=opened)
        self.library = library
        self._place = place or Place()
        self.chooses = self._place.path == NOWHERE and len(library.briefings(EVERYTHING)) > 1
        self._askers: dict[bool, Worker] = {}
        self._kept_up = library.version
        self.theme_name = ""
        self.palette: Palette
        self.theme_message = ""
        self._notice = notice
        self._theme_asked = theme is not None
        self.use_theme(theme or remembered_theme())
        self._kept_theme = self.theme_name
        self._told_of_no_memory = False

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is done to every line before it is written."""
        no_color = self.capabilities.no_color
        return line_filters(ansi=self.current_theme.ansi, no_color=no_color)

    def get_default_screen(self) -> Screen[None]:
        """The reader; where no briefing opens, what is wrong with them."""
        try:
            return Reader(Session(self.library, self._place))
        except KeyError:
            return self._nothing_to_read()

    def on_mount(self) -> None:
        """Say what is wrong with the theme; let the reader choose where there is a choice."""
        self.call_after_refresh(_collect_from_now_on)
        self.go_on_beside()
        reader = self.reader
        if reader is None:
            return
        if self.theme_message and self._theme_asked:
            self._show_theme_message(self.theme_message)
        elif self.theme_message:
            words = f"{self.theme_message.splitlines()[0]} t chooses another"
            self.call_after_refresh(reader.tell, words, Tone.WARNING)
        elif self._notice:
            self.call_after_refresh(reader.tell, self._notice, Tone.WARNING)
        if self.chooses:
            self.call_after_refresh(self.show_library)

    def keep_up(self) -> None:
        """Show the library as it now is, on the screen that is read."""
        if self.reader is None:
            self._begin_to_read()
        else:
            super().keep_up()

    def _begin_to_read(self) -> None:
        """Where nothing could be read at the start: read what there is by now."""
        page = self.screen
        if not isinstance(page, PageScreen) or self._kept_up == self.library.version:
            return
        self._kept_up = self.library.version
        try:
            reader = Reader(Session(self.library, self._place))
        except KeyError:
            if len(self.screen_stack) == 1:
                page.show_instead(self._why_nothing())
        else:
            self.push_screen(reader)
            if self._place.path == NOWHERE and self._are_several():
                self.call_after_refresh(self.show_library)

    def _are_several(self) -> bool:
        """Whether there are several briefings to choose from, be they indexed or not."""
        from itertools import islice

        from brief_tui.library.found import find

        paths = self.opened.paths if self.opened is not None else ()
        return len(list(islice(find(paths), 2))) > 1 or len(self.library.briefings(EVERYTHING)) > 1

    @property
    def reader(self) -> Reader | None:
        """The reader's screen, where a briefing is open."""
        # Where nothing could be read at the start, it lies over what said so.
        return next((each for each in self.screen_stack if isinstance(each, Reader)), None)

    def use_theme(self, name: str | None) -> None:
        """Use a theme from now on; ``theme_message`` then says what is wrong with it."""
        loaded = load_theme(name)
        colours = self.capabilities.colours
        self.theme_name = loaded.name
        self.palette = Palette(loaded.theme, colours)
        own_name = f"brief-{loaded.name}"
        self.register_theme(textual_theme(own_name, loaded.theme, colours))
        if not self.is_running:
            # The watcher would have all styles parsed a second time, after the first layout.
            self.set_reactive(App.theme, own_name)
            self.stylesheet.set_variables(self.get_css_variables())
        else:
            self.theme = own_name
            for screen in self.screen_stack:
                screen.refresh(layout=False)
                for widget in screen.query("*"):
                    widget.refresh()
        # Where a theme lies on the host is nothing to a reader in a kiosk.
        lines = loaded.message.splitlines()
        self.theme_message = "\n".join(lines if self.may_write else lines[:1])

    def choose_theme(self, name: str) -> None:
        """Use a theme and remember it; say all that is wrong with one that cannot be used."""
        self.use_theme(name)
        message = self.theme_message
        if self.theme_name == name:
            self._kept_theme = name
            if not remember_theme(name) and not self._told_of_no_memory:
                self._told_of_no_memory = True
                self._tell("this theme holds until you leave: choices cannot be kept here")
        else:
            self.use_theme(self._kept_theme)
        if message:
            self._show_theme_message(message)

    def _show_theme_message(self, message: str) -> None:
        page = (Paragraph(plain(message, Tone.WARNING)),)
        self.push_screen(PageScreen("Theme", page))

    async def follow(self, link: Link) -> None:
        """Go where a link leads, leaving what is open over the reader where it leads there."""
        if self.reader is not None:
            await self.reader.follow(link)

    async def ask_about(self, question: str, id_: str) -> str:
        """Ask a question of an item or party, over what is open; why it cannot be asked, if so."""
        if self.reader is None:
            return "no briefing is open"
        return await self.reader.ask_about(question, id_)

    def show_section(self, section: Section) -> None:
        """Go to a section of the reader, leaving what is open over it."""
        if self.reader is not None:
            self.reader.show_section(section)

    def show_whole(self) -> None:
        """Go to the whole library in the reader, leaving what is open over it."""
        if self.reader is not None:
            self.reader.show_whole()

    def ask(
        self,
        work: Callable[[], Found],
        late: Callable[[Callable[[], Found]], object],
        *,
        aside: bool = False,
    ) -> list[Found]:
        """Ask the library in place of whatever was asked before, or was asked ``aside``.

        The answer is given where it is there at once, or where the library takes no time; else
        ``late`` is told, in another thread, by a function that gives it.
        """
        if not isinstance(self.library, TakesTime):
            return [work()]
        if aside not in self._askers:
            self._askers[aside] = Worker(self.library.interrupt)
        return self._askers[aside].ask(work, late)

    def open_briefing(self, path: Path, filter_: Filter | None = None) -> None:
        """Read a briefing of the library; the filter holds, unless another one is given."""
        if self.reader is not None:
            self.reader.read(path, filter_)
            self.has_read(path)

    def is_new(self, listed: Listed) -> bool:
        """Whether a briefing came or changed since the reader opened it last."""
        return self._seen.is_new(listed)

    def has_read(self, path: Path) -> None:
        """Remember that a briefing was opened as it now is."""
        self._seen.open(path)

    @cached_property
    def _seen(self) -> Seen:
        from brief_tui.tui.seen import Seen

        return Seen()

    def show_library(self) -> Awaitable[None]:
        """Show which briefings there are."""
        from brief_tui.tui.library_screen import LibraryScreen

        assert self.reader is not None
        return self.push_screen(LibraryScreen(self.reader.session), self._left_library)

    def _left_library(self, _: None) -> None:
        if self.reader is not None:
            self.reader.update()
            self.remember_what_is_shown()

    def remember_what_is_shown(self) -> None:
        """Remember that the briefing that is read was opened as it now is."""
        if self.reader is not None and not self.reader.session.whole:
            self.has_read(self.reader.session.place.path)

    def show_problems(self, path: Path, title: str) -> AwaitMount:
        """Show what is wrong with a briefing's files."""
        try:
            problems = self.library.problems(path)
        except KeyError:  # it is gone
            problems = ()
        page = self._problems_page(problems)
        return self.push_screen(PageScreen(f"Problems: {title}", page))

    def show_help(self) -> AwaitMount:
        """Show all keys and marks."""
        from brief_tui.tui.help import help_page

        actions = [action for action in ACTIONS if may(self, action)]
        return self.push_screen(PageScreen("Help", help_page(actions)))

    def _nothing_to_read(self) -> Screen[None]:
        title = "Library" if self._is_being_indexed else "No briefing opens"
        return PageScreen(title, self._why_nothing())

    @property
    def _is_being_indexed(self) -> bool:
        opened = self.opened
        return opened is not None and opened.due and isinstance(self.library, TakesTime)

    def _why_nothing(self) -> Page:
        library = self.library
        paths = [each.path for each in library.briefings(EVERYTHING)]
        problems = [problem for path in paths for problem in library.problems(path)]
        said = "There is no briefing here."
        if self.opened is not None and self.opened.live:
            said = "There is no briefing here yet."
        if self._is_being_indexed:
            said = "The library is being indexed; its first briefings are here in a moment."
        nothing = (Paragraph(plain(f"{said} q leaves.")),)
        return self._problems_page(problems) if problems else nothing

    def _problems_page(self, problems: Sequence[Problem]) -> Page:
        from brief_tui.load.excerpt import excerpt
        from brief_tui.render import cells
        from brief_tui.render.problems import problems_page

        room = max(self.size.width - 6, 20)
        return problems_page(problems, lambda problem: excerpt(problem.position, room, cells.width))


def run(
    library: Library,
    capabilities: Capabilities,
    *,
    place: Place,
    theme: str | None = None,
    notice: str = "",
    kiosk: bool = False,
    first_frame: FirstFrame | None = None,
    keeper: Keeper | None = None,
    opened: Opened | None = None,
) -> int:
    """Read the briefings of ``library``; the exit code."""
    app = BriefApp(
        library,
        capabilities,
        place=place,
        theme=theme,
        notice=notice,
        kiosk=kiosk,
        opened=opened,
    )
    app.first_frame = first_frame
    app.keeper = Beginning(library, keeper, chooses=app.chooses) if keeper is not None else None
    if first_frame is None:
        # Until the driver takes the terminal there is nothing to restore: Ctrl+C simply ends it.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        app.run(mouse=app.mouse)
    finally:
        app.end_what_is_beside()
    if app.failure is not None:
        raise app.failure
    if app.keeper is not None:
        app.keeper.keep_on()
    app.remember_what_is_shown()
    return app.return_code or 0


def _collect_from_now_on() -> None:
    """Let the garbage collector in, where starting kept it out; what is there by now stays."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
