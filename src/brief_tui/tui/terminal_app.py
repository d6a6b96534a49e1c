"""The app as a program on a terminal: its driver, its faults, what it hands to the terminal."""

from __future__ import annotations

from io import StringIO
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from rich.console import Console
from textual.app import App
from textual.binding import Binding, BindingType

from brief_tui.terminal.capabilities import Capabilities
from brief_tui.terminal.driver import BriefDriver
from brief_tui.tui.base_screen import BaseScreen

if TYPE_CHECKING:
    from textual.events import Resize
    from textual.geometry import Size
    from textual.timer import Timer

    from brief_tui.render.page import Spans
    from brief_tui.terminal.clipboard import Route
    from brief_tui.terminal.first_frame import FirstFrame
    from brief_tui.terminal.screen import Screen
    from brief_tui.tui.keeper import Keeper

_KIOSK_ACTIONS = frozenset(("help_quit",))
"""What an app of Textual's offers to a kiosk: no picture of the screen, no pause, no panel."""

_SETTLED = 0.05
"""Seconds after which a size is taken to stay."""


class TerminalApp(App[None], inherit_bindings=False):
    """An app of which only what changes is sent, that opens nothing, and whose faults are told.

    Of Textual's own keys it has none: Ctrl+Q would leave at once, and is named nowhere.

    Attributes:
        capabilities: What the terminal can do; more is known once it has answered.
        may_suspend: Whether the reader may have the shell meanwhile.
        may_write: Whether the reader may have files written.
        mouse: Whether the terminal reports the mouse.
        first_frame: What holds the terminal, and shows a frame on it, until the driver has it.
        under_way: What is done beside what is read, and how far it is.
        keeper: Told what the terminal shows at the start, once nobody has touched it for a moment;
            None where nothing is kept.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "help_quit", show=False, system=True)
    ]

    def __init__(self, capabilities: Capabilities, *, kiosk: bool) -> None:
        """Draw on a terminal.

        Args:
            capabilities: The terminal.
            kiosk: Whether reading is all that may be done.
        """
        super().__init__(driver_class=BriefDriver)
        # The driver reduces colours to those of the terminal.
        self.console = Console(
            file=StringIO(), color_system="truecolor", force_terminal=True, legacy_windows=False
        )
        self.animation_level = "basic" if capabilities.animates else "none"
        # Textual takes an empty NO_COLOR for a wish; the convention does not.
        self.no_color = capabilities.no_color
        self.capabilities = capabilities
        self.may_suspend = self.may_write = not kiosk
        self.mouse = capabilities.mouse
        self.under_way: Spans = ()
        self.first_frame: FirstFrame | None = None
        self.keeper: Keeper | None = None
        self._kiosk = kiosk
        self._sized: Size | None = None
        self._sized_at = 0.0
        self._settling: Timer | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a kiosk, leave of Textual's own actions the one that says how to leave."""
        if self._kiosk and action not in _KIOSK_ACTIONS:
            return False
        return super().check_action(action, parameters)

    @property
    def failure(self) -> Exception | None:
        """What ended the app, where something unforeseen did."""
        return self._exception

    def on_resize(self, event: Resize) -> None:
        """Paint all again when a size that came soon after another has settled.

        Textual takes a size that came and went for none, and may have painted for the one between.
        """
        if event.size == self._sized:
            return  # told twice, as it is at the start
        now = monotonic()
        soon_after, self._sized_at = now - self._sized_at < _SETTLED, now
        first, self._sized = self._sized is None, event.size
        if first:
            self._sized_at = 0.0  # how it begins is no change
        elif soon_after or self._settling is not None:
            if self._settling is not None:
                self._settling.stop()
            self._settling = self.set_timer(_SETTLED, self._paint_all)

    def _paint_all(self) -> None:
        self._settling = None
        if self.screen_stack and not self._exit:
            self.screen.refresh()

    def settled(self, shown: Screen) -> None:
        """Have kept what the app begins with."""
        if self.keeper is not None and not self.under_way:
            self.keeper.keep(shown)

    def fail(self, error: Exception) -> None:
        """Leave because of a fault, which ``failure`` then is."""
        self._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        # On the way out, what someone still asks for may be gone already: that is no fault.
        if not self._exit:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        # Textual would print a traceback with the values of variables, of which some are the
        # briefing's text. Whoever runs the app is told in two lines instead.
        self._close_messages_no_wait()

    def report_mouse(self, on: bool) -> None:
        """Have the terminal report the mouse, or leave it to its own selection."""
        self.mouse = on
        if isinstance(self._driver, BriefDriver):
            self._driver.report_mouse(on)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open nothing: this is the host, and the reader may sit elsewhere."""
        self._tell("nothing is opened on the host; Y shows addresses to select")

    def go_to_shell(self) -> bool:
        """Stop until the shell has the app go on; whether there is a shell to go to."""
        driver = self._driver
        if not isinstance(driver, BriefDriver) or not driver.can_suspend:
            return False
        driver.stop_for_shell()
        return True

    def redraw(self) -> None:
        """Draw the whole screen again, whatever the terminal shows."""
        self._paint_all()
        if isinstance(self._driver, BriefDriver):
            self._driver.redraw()

    def action_help_quit(self) -> None:
        """Say how to leave, to whoever presses Ctrl+C."""
        screen = self.screen
        typed_in = isinstance(screen, BaseScreen) and screen.is_typed_in
        self._tell("after Esc, q leaves" if typed_in else "q leaves")

    def _tell(self, words: str) -> None:
        if isinstance(self.screen, BaseScreen):
            self.screen.tell(words)

    async def send_to_clipboard(self, text: str) -> Route:
        """Send text towards the reader's clipboard; which way it went, if any."""
        from brief_tui.terminal.clipboard import copy

        return await copy(text, self.capabilities.clipboard, self._write_to_terminal)

    def _write_to_terminal(self, sequence: str) -> None:
        if isinstance(self._driver, BriefDriver):
            self._driver.send(sequence)
        elif self._driver is not None:
            self._driver.write(sequence)
