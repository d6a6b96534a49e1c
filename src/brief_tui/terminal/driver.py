"""Between Textual and the terminal: sends what changed, reads what is typed, leaves cleanly."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, cast

from textual.driver import Driver
from textual.events import Resize
from textual.geometry import Size

from brief_tui.terminal import modes
from brief_tui.terminal.answers import UNASKED
from brief_tui.terminal.draw import difference
from brief_tui.terminal.last_resort import leave_by_force
from brief_tui.terminal.outlet import Outlet
from brief_tui.terminal.screen import Screen
from brief_tui.terminal.styles import Styles
from brief_tui.terminal.tty import Tty

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from textual.app import App
    from textual.message import Message

    from brief_tui.terminal.capabilities import Capabilities
    from brief_tui.terminal.keys import Decoder, Token

HUNG_UP = 128 + signal.SIGHUP
"""The exit code where the terminal is lost: what a shell says of a program that is hung up."""

_STDIN, _STDOUT = 0, 1

_FIRST_FRAME = 0.5
"""Seconds after which keys are read even if nothing has been drawn yet."""

_LAST_WORDS = 1.5
"""Seconds that the terminal is given to take what it is left with."""


class Client(Protocol):
    """What the driver asks of the app."""

    capabilities: Capabilities
    may_suspend: bool


class BriefDriver(Driver):
    """A driver that costs what has changed on the screen.

    Textual says where text goes; that is applied to a shadow of the screen, and once in a turn of
    the event loop the difference to what the terminal shows is sent. While the terminal has not
    taken the frame before, nothing is sent; then it gets the latest.
    """

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Change nothing of the terminal yet.

        Args:
            app: A ``Client``.
            debug: Unused; Textual's own drivers log keys then, which may be private.
            mouse: Whether the mouse is reported from the start.
            size: Columns and lines; what the kernel says where None.
        """
        self._tty = Tty(_STDIN, _STDOUT)
        super().__init__(app, debug=debug, mouse=mouse, size=size or self._tty.size())
        self._capabilities = cast("Client", app).capabilities
        self._styles = Styles(
            self._capabilities.colours,
            hyperlinks=self._capabilities.hyperlinks,
            utf8=self._capabilities.utf8,
        )
        self._answers = UNASKED
        self._outlet: Outlet | None = None
        self._decoder: Decoder | None = None
        self._waking: asyncio.TimerHandle | None = None
        self._reading: asyncio.TimerHandle | None = None
        self._lost = False
        self._drawing = False
        self._painted = False
        self._strange = False
        self._wanted = self._shown = Screen.blank(*self._size_now, known=False)
        self._passed: list[str] = []
        self._mouse_reported = False

    # What Textual asks of a driver.

    @property
    def can_suspend(self) -> bool:
        """Whether the reader may stop the program and have the shell meanwhile."""
        return cast("Client", self._app).may_suspend

    def write(self, data: str) -> None:
        """Have ``data`` shown; it is sent at the end of the turn, as far as it changes anything."""
        self._wanted, passed, strange = self._wanted.after(data, self._styles)
        self._passed += passed
        self._strange |= strange
        self._painted = True
        self._draw_soon()

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._tty.make_raw()
        loop = self._loop
        self._outlet = Outlet(
            self._tty.screen,
            lambda: self._from_thread(self._draw_soon),
            lambda: self._from_thread(self._lose),
        )
        self._outlet.send(self._entering().encode())
        loop.add_signal_handler(signal.SIGWINCH, self._resized)
        signal.signal(signal.SIGTSTP, self._stop_asked if self.can_suspend else signal.SIG_IGN)
        signal.signal(signal.SIGCONT, self._continued)
        for ending in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(ending, self._told_to_leave)
        self._reading = loop.call_later(_FIRST_FRAME, self._read_keys)
        self.redraw()
        self._tell_size()

    def disable_input(self) -> None:
        """Read no more keys."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
            self._loop.remove_reader(self._tty.keys)
            self._loop.remove_signal_handler(signal.SIGWINCH)
        if self._waking is not None:
            self._waking.cancel()
            self._waking = None

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self.disable_input()
        outlet, self._outlet = self._outlet, None
        if outlet is not None:
            last = modes.leave(self._capabilities, mouse=self._mouse_reported)
            if not outlet.close(last.encode(), _LAST_WORDS):
                self._tty.drop_unsent()
        self._tty.restore()

    def close(self) -> None:
        """Nothing is left to close."""

    def send_message(self, message: Message) -> None:
        """Hand a message to the app, in the loop's own thread."""
        self._app.post_message(message)

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Open nothing: this is the host's screen, and the reader may sit elsewhere."""

    # What the app asks of this one.

    def send(self, sequence: str) -> None:
        """Send a sequence as it is; it must not change what the screen shows."""
        self._passed.append(sequence)
        self._draw_soon()

    def redraw(self) -> None:
        """Draw the whole screen again, whatever the terminal shows."""
        self._shown = self._shown.forgotten()
        self._draw_soon()

    def report_mouse(self, on: bool) -> None:
        """Have the terminal report the mouse, or leave it to its own selection."""
        if on != self._mouse_reported:
            self._mouse = self._mouse_reported = on
            self.send(modes.report_mouse(on))

    def leave_by_force(self, code: int) -> None:
        """End the process if the normal way takes longer than it may."""
        leave_by_force(code, self._give_up_terminal)

    # Drawing.

    def _draw_soon(self) -> None:
        if not self._drawing and self._outlet is not None:
            self._drawing = True
            self._loop.call_soon(self._draw)

    def _draw(self) -> None:
        self._drawing = False
        outlet = self._outlet
        if outlet is None or outlet.busy or self._lost or not self._painted:
            return  # once the last frame has gone, or the first has come, there is another turn
        short = difference(self._shown, self._wanted, self._capabilities.dialect)
        if short and self._capabilities.synchronized:
            short = f"{modes.BEGIN_FRAME}{short}{modes.END_FRAME}"
        self._shown = self._wanted = self._wanted._replace(known=True)
        if self._passed:
            short += "".join(self._passed)
            self._passed.clear()
        if self._strange:
            self._strange = False
            self._shown = self._shown.forgotten()
        if short:
            outlet.send(short.encode("utf-8", "replace"))
        if self._decoder is None and self._reading is not None:
            self._reading.cancel()
            self._read_keys()

    def _entering(self) -> str:
        """What the terminal gets first."""
        self._mouse_reported = self._mouse
        mouse = modes.report_mouse(True) if self._mouse else ""
        return modes.enter(self._capabilities) + mouse + self._capabilities.query

    # Size.

    @property
    def _size_now(self) -> tuple[int, int]:
        return self._size or self._tty.size()

    def _resized(self) -> None:
        size = self._tty.size()
        if size != self._size_now:
            self._size = size
            self._wanted = self._shown = Screen.blank(*size, known=False)
            self._painted = False
        self.redraw()
        self._tell_size()

    def _tell_size(self) -> None:
        size = Size(*self._size_now)
        self.send_message(Resize(size, size))

    # Keys.

    def _read_keys(self) -> None:
        """Read what is typed from now on; what was typed before waits in the terminal."""
        if self._decoder is None:
            from brief_tui.terminal.keys import Decoder, patience

            self._decoder = Decoder(patience(self._capabilities))
        self._loop.add_reader(self._tty.keys, self._readable)

    def _readable(self) -> None:
        try:
            data = os.read(self._tty.keys, 1 << 16)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            data = b""
        if not data:
            self._lose()
            return
        if self._decoder is not None:
            self._take(self._decoder, self._decoder.feed(data, time.monotonic()))

    def _wake(self) -> None:
        self._waking = None
        if self._decoder is not None:
            self._take(self._decoder, self._decoder.wake(time.monotonic()))

    def _take(self, decoder: Decoder, tokens: list[Token]) -> None:
        from brief_tui.terminal.keys import Reply
        from brief_tui.terminal.textual_events import events_of

        for token in tokens:
            if isinstance(token, Reply):
                self._answered(token.sequence)
                continue
            for event in events_of(token):
                self.process_message(event)
        if self._waking is not None:
            self._waking.cancel()
            self._waking = None
        if decoder.wakes_at is not None and self._reading is not None:
            delay = max(decoder.wakes_at - time.monotonic(), 0)
            self._waking = self._loop.call_later(delay, self._wake)

    def _answered(self, reply: str) -> None:
        before = self._capabilities
        self._answers = self._answers.taking(reply)
        self._capabilities = before.with_answers(self._answers)
        if self._capabilities.extended_keys and not before.extended_keys:
            self.send(modes.EXTENDED_KEYS)
        cast("Client", self._app).capabilities = self._capabilities

    # Ends.

    def _from_thread(self, call: Callable[[], object]) -> None:
        with suppress(RuntimeError):  # the loop may be gone by now
            self._loop.call_soon_threadsafe(call)

    def _told_to_leave(self, number: int, _frame: FrameType | None) -> None:
        # A handler of the loop's own would have to wait for the loop.
        self.leave_by_force(128 + number)
        self._from_thread(lambda: self._app.exit(return_code=128 + number))

    def _lose(self) -> None:
        """The terminal is gone."""
        if not self._lost:
            self._lost = True
            self.disable_input()
            self.leave_by_force(HUNG_UP)
            self._app.exit(return_code=HUNG_UP)

    def _give_up_terminal(self) -> None:
        """From another thread, when the loop no longer runs: as much as can be done."""
        self._tty.drop_unsent()
        self._tty.restore()
        with suppress(OSError):
            last = modes.leave(self._capabilities, mouse=self._mouse_reported)
            os.write(self._tty.screen, last.encode())

    def _stop_asked(self, _number: int, _frame: FrameType | None) -> None:
        self._from_thread(self._stop)

    def _stop(self) -> None:
        """Give the terminal back and stop, until someone has us go on."""
        self.stop_application_mode()
        os.kill(os.getpid(), signal.SIGSTOP)

    def _continued(self, _number: int, _frame: FrameType | None) -> None:
        self._from_thread(self._go_on)

    def _go_on(self) -> None:
        """Take the terminal again, whatever was done with it meanwhile."""
        if not self._auto_restart:
            return
        if self._outlet is None:
            self.start_application_mode()
            self.send_message(self.SignalResume())
        else:
            self._tty.make_raw()
            self.send(self._entering())
            self.redraw()
