"""Drives the app as a reader does, and says what the reader then sees.

The only place in the tests that knows what the app is made of. What it tells comes from two
places: the terminal's screen, painted from the very bytes the app writes, and the panes, for rows
that are scrolled out of view.
"""

from __future__ import annotations

import asyncio
import os
import re
from base64 import b64decode
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from unittest.mock import patch

from textual.binding import ActiveBinding
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen

from brief_tui.library.interface import Library
from brief_tui.library.opening import in_memory
from brief_tui.model.section import Section
from brief_tui.render.page import Tone
from brief_tui.terminal.capabilities import Capabilities
from brief_tui.tui.app import BriefApp
from brief_tui.tui.chrome import Status
from brief_tui.tui.frames import OneFrame
from brief_tui.tui.grid import GridPane
from brief_tui.tui.pane import Pane
from brief_tui.tui.picker import Picker
from brief_tui.tui.plain_screen import PlainText
from brief_tui.tui.session import Place
from brief_tui.tui.typed import Typed
from tests.tui.painted import Look, Painted

_DEADLINE = 20.0
"""Seconds after which a screen that is not drawn is a failure; no test waits so long."""

_PAINTS = re.compile(r"\x1b\[[0-9]+;[0-9]+H(?:\x1b\[[0-9;]*m)*[^\x1b]")
"""What places the cursor and then writes text."""


class Ui:
    """The app on a screen. Every action returns when the screen has been drawn."""

    def __init__(self, app: BriefApp, pilot: Pilot[None], written: list[str], size: Size) -> None:
        self._app = app
        self._pilot = pilot
        self._written = written
        self._painted = Painted(*size)
        self._seen = 0

    # What a reader does.

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other: ``j``, ``enter``, ``shift+tab``."""
        for key in keys:
            self._send(key)
            await self._settle()

    async def at_once(self, *keys: str) -> None:
        """Press keys without waiting in between, as they come over a slow link."""
        for key in keys:
            self._send(key)
        await self._settle()

    async def type(self, text: str) -> None:
        """Type text where it can be typed."""
        for character in text:
            self._send(character)
            await self._settle()

    async def paste(self, text: str) -> None:
        """Paste text where it can be typed."""
        self._app.post_message(Paste(text))
        await self._settle()

    async def section(self, name: str) -> None:
        """Go to a section by its digit."""
        await self.press(str(list(Section).index(Section.of(name)) + 1))

    async def filter_country(self, *words: str) -> None:
        """Narrow to countries, each found in the picker by what is typed."""
        await self.press("c")
        for word in words:
            await self.type(word)
            await self.press("enter")
        await self.press("escape")

    async def search(self, text: str) -> None:
        """Search, and stay in the line of the search."""
        await self.press("/")
        await self.type(text)

    async def point_at(self, text: str) -> None:
        """Move down until the line with the cursor has this text in it."""
        await self.press("g")
        before = None
        while text not in self.cursor_line():
            assert self.cursor_line(numbered=True) != before, f"no line has {text!r} in it"
            before = self.cursor_line(numbered=True)
            await self.press("j")

    async def ask_to_open(self, address: str) -> None:
        """Ask the app to open an address, as a widget of Textual's would."""
        self._app.open_url(address)
        await self._settle()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait for what comes to be without a key."""
        async with asyncio.timeout(_DEADLINE):
            while not holds():
                await asyncio.sleep(0.01)

    async def resize(self, columns: int, lines: int) -> None:
        """Make the terminal another size."""
        self._paint()
        self._painted.resize(columns, lines)
        await self._pilot.resize_terminal(columns, lines)
        await self._settle()

    # What a reader sees.

    def screen_text(self) -> str:
        """Everything on the screen."""
        return self._paint().text()

    def lines(self) -> list[str]:
        """The lines of the screen."""
        return self._paint().lines()

    def look(self, text: str) -> Look:
        """How text on the screen is drawn, where it stands first."""
        return self._paint().look(text)

    def looks(self) -> set[Look]:
        """Every way in which something on the screen is drawn."""
        return self._paint().looks()

    def masthead(self) -> str:
        """The two lines on top."""
        return "\n".join(self.lines()[:2])

    def status(self) -> str:
        """The line at the bottom."""
        return self.lines()[-1]

    def rows(self, section: str | None = None) -> list[str]:
        """The rows of the list as they are drawn, those out of view too.

        With ``section``, makes sure that it is the one that is open.
        """
        if self._on("LibraryScreen"):
            return _lines(self._pane("#page"))
        if section is not None:
            assert self.here == section
        return _lines(self._pane("#list"))

    def rail(self) -> dict[str, int]:
        """The countries in the rail and the count at each."""
        assert self._pane("#rail").display, "the rail is not to be seen"
        lines = [line.removeprefix("■").split() for line in _lines(self._pane("#rail"))]
        return {words[0]: int(words[-1]) for words in lines}

    def detail_text(self) -> str:
        """All of the detail pane, or of the page over the screen."""
        return "\n".join(_lines(self._pane("#page" if self._on_page else "#detail")))

    def comparison(self) -> str:
        """All of the comparison, or of the matrix."""
        grid = self._grid._laid_out
        return "".join(f"{line.text}\n" for line in (*grid.head, *grid.lines))

    def plain_text(self) -> list[str]:
        """All lines of the text that is shown plainly."""
        lines = self._screen.query_one(PlainText).lines
        return ["".join(span.text for span in spans) for spans in lines]

    def choices(self) -> list[str]:
        """What a picker offers."""
        assert self._on("Picker"), "no picker is open"
        return _lines(self._pane("#choices"))

    @property
    def typed(self) -> str:
        """What stands in the line to type in."""
        return self._app.screen.query_one(Typed).value

    def hits(self) -> list[str]:
        """Every piece of text in the list that is marked as found."""
        pane = self._pane("#list")
        width = pane.text_width
        return [
            span.text
            for index in range(pane.matter.count(width))
            for span in pane.matter.line(index, width)
            if span.tone is Tone.HIT
        ]

    def cursor_line(self, *, numbered: bool = False) -> str:
        """The line that the cursor is on; in a grid, all that is said of the cell it is on."""
        if self._on("ComparisonScreen") or self._on("WeighScreen"):
            said = "".join(span.text for span in self._screen.query_one(Status).said)
            return f"{self._grid.address if numbered else ''}{said}"
        name = "#choices" if self._on("Picker") else "#page" if self._on_page else ""
        pane = self._pane(name) if name else self._focused
        return f"{pane.cursor if numbered else ''}{_lines(pane)[pane.cursor]}"

    @property
    def here(self) -> str:
        """The section that is open."""
        reader = self._app.reader
        assert reader is not None
        return reader.section.key

    @property
    def pane(self) -> str:
        """The pane in use: ``list``, ``detail`` or ``rail``."""
        return self._focused.id or ""

    @property
    def layer(self) -> str:
        """What lies on top: ``reader``, ``comparison``, ``weigh``, ``rank``, ``page``, …."""
        name = type(self._screen).__name__
        return name.removesuffix("Screen").lower()

    @property
    def theme(self) -> str:
        """The theme in use."""
        return self._app.theme_name

    @property
    def running(self) -> bool:
        """Whether the app has not been left."""
        return self._app.is_running and self._app._exit is False

    def keys_that_act(self) -> set[str]:
        """Every key that does something here, but those that edit the line that is typed in."""
        return {key for key, active in self._active() if not isinstance(active.node, Typed)}

    def actions_that_keys_run(self) -> set[str]:
        """The names of Textual's actions that keys run here, without their arguments."""
        return {active.binding.action.partition("(")[0] for _, active in self._active()}

    def frames(self) -> int:
        """How many times the screen, or a part of it, was painted so far."""
        return sum(1 for each in self._written if _PAINTS.search(each))

    def clipboard(self) -> list[str]:
        """Every text sent to the terminal's clipboard so far (OSC 52)."""
        sent = re.findall(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", self.written())
        return [b64decode(each).decode() for each in sent]

    def written(self) -> str:
        """Everything written to the terminal so far, as it was written."""
        return "".join(self._written)

    # How it is found out.

    def _active(self) -> list[tuple[str, ActiveBinding]]:
        found = self._screen.active_bindings.items()
        return [(key, active) for key, active in found if active.enabled]

    def _paint(self) -> Painted:
        new = self._written[self._seen :]
        self._seen += len(new)
        self._painted.write("".join(new))
        return self._painted

    def _send(self, key: str) -> None:
        if len(key) == 1:
            self._app.post_message(Key(_character_to_key(key), key))
        else:
            self._app.post_message(Key(key, " " if key == "space" else None))

    async def _settle(self) -> None:
        """Wait until no widget has anything left to do, and then until all is drawn."""
        idle = 0
        while self.running and idle < 2:
            await self._pilot.pause(0)
            idle = 0 if any(pump.message_queue_size for pump in self._pumps()) else idle + 1
        if not self.running:
            return
        drawn = asyncio.Event()
        if self._app.call_after_refresh(drawn.set):
            await asyncio.wait_for(drawn.wait(), _DEADLINE)
        while self._frame_is_due():
            await asyncio.sleep(0.001)

    def _frame_is_due(self) -> bool:
        if not self.running:
            return False
        screen = self._app.screen
        return isinstance(screen, OneFrame) and screen.frame_is_due

    def _pumps(self) -> Iterator[MessagePump]:
        yield self._app
        for screen in self._app.screen_stack:
            yield from screen.walk_children(with_self=True)

    @property
    def _screen(self) -> Screen[object]:
        return self._app.screen

    def _on(self, name: str) -> bool:
        return type(self._screen).__name__ == name

    @property
    def _on_page(self) -> bool:
        return self._on("PageScreen") or self._on("RankScreen")

    def _pane(self, selector: str) -> Pane:
        if selector in ("#page", "#choices"):
            return self._screen.query_one(selector, Pane)
        reader = self._app.reader
        assert reader is not None
        return reader.query_one(selector, Pane)

    @property
    def _focused(self) -> Pane:
        focused = self._screen.focused
        assert isinstance(focused, Pane)
        return focused

    @property
    def _grid(self) -> GridPane:
        opened = self._on("ComparisonScreen") or self._on("WeighScreen")
        assert opened, "neither a comparison nor the matrix is open"
        return self._screen.query_one(GridPane)


Size = tuple[int, int]


def _lines(pane: Pane) -> list[str]:
    width = pane.text_width
    lines = (pane.matter.line(index, width) for index in range(pane.matter.count(width)))
    return ["".join(span.text for span in spans).rstrip() for spans in lines]


@asynccontextmanager
async def reading(
    *briefings: Path,
    library: Library | None = None,
    size: Size = (80, 24),
    capabilities: Capabilities | None = None,
    place: Place | None = None,
    theme: str | None = None,
    kiosk: bool = False,
) -> AsyncIterator[Ui]:
    """The app, reading these briefings, or a library."""
    capabilities = capabilities or Capabilities()
    written: list[str] = []

    class Recorder(HeadlessDriver):
        """Keeps what is written."""

        @property
        def is_headless(self) -> bool:
            return False

        def write(self, data: str) -> None:
            written.append(data)

    with patch.dict(os.environ, {"NO_COLOR": "1"} if capabilities.no_color else {}):
        read = library or in_memory(briefings)
        app = BriefApp(read, capabilities, place=place, theme=theme, kiosk=kiosk)
        app.driver_class = Recorder
        async with app.run_test(headless=False, size=size) as pilot:
            ui = Ui(app, pilot, written, size)
            await ui._settle()
            yield ui


def picked(lines: Sequence[str], text: str) -> str:
    """The one line of these that has ``text`` in it."""
    found = [line for line in lines if text in line]
    assert len(found) == 1, f"{len(found)} lines have {text!r} in them: {found}"
    return found[0]


__all__ = ["Picker", "Ui", "picked", "reading"]
