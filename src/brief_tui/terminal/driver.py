"""Between Textual and the terminal: takes it, hands on what is typed, and leaves it as it was."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

from textual.driver import Driver
from textual.events import MouseEvent, Resize
from textual.geometry import Size

from brief_tui.terminal import modes
from brief_tui.terminal.answers import UNASKED
from brief_tui.terminal.client import Client
from brief_tui.terminal.held_back import not_ended
from brief_tui.terminal.job_control import JobControl
from brief_tui.terminal.keyboard import Keyboard
from brief_tui.terminal.last_resort import leave_by_force, within
from brief_tui.terminal.outlet import Outlet
from brief_tui.terminal.painter import Painter
from brief_tui.terminal.settling import Settling
from brief_tui.terminal.tty import Tty

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from textual.app import App
    from textual.message import Message


HUNG_UP = 128 + signal.SIGHUP
"""The exit code where the terminal is lost: what a shell says of a program that is hung up."""

_STDIN, _STDOUT = 0, 1

_FIRST_FRAME = 0.5
"""Seconds after which keys are read even if nothing has been drawn yet."""

_LAST_WORDS = 1.5
"""Seconds that the terminal is given to take what it is left with."""

_ONE_MORE_TRY = 0.1
"""Seconds that it is given to take that alone, when all else was dropped."""

_LAST_WORDS_AT_START = 0.05
"""The same, where nothing has been drawn yet."""


class BriefDriver(Driver):
    """A driver that costs what has changed on the screen, and cannot be left hanging.

    Textual says where text goes; ``Painter`` sends what of that is new. Keys are read in the event
    loop, so that a terminal that is gone ends the app at once. Whoever tells the program to leave
    has it leave by the normal way, and by force where that way is blocked.
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
        # A program that was in a hurry may have the terminal already.
        self._first = cast("Client", app).first_frame
        self._tty = self._first.tty if self._first is not None else Tty(_STDIN, _STDOUT)
        self._columns_lines = size or self._tty.size()
        super().__init__(app, debug=debug, mouse=mouse, size=self._columns_lines)
        # Textual's drivers hold these too, under names that are not for us.
        self._client = cast("Client", app)
        self._turns = asyncio.get_running_loop()
        self._mouse_reported = mouse
        self._answers = UNASKED
        self._lost = False
        self._drawn = False
        self._leaving_soon = False
        self._ended = False
        self._painter = Painter(
            self._client.capabilities, self._columns_lines, self._turns, self._first_drawn
        )
        self._settling = Settling(self._turns, self._painter, self._client)
        self._keyboard = Keyboard(
            self._tty.keys,
            self._turns,
            on_event=self._typed,
            on_reply=self._answered,
            on_end=self._lose,
        )
        self._job_control = JobControl(
            self._from_thread,
            has_terminal=lambda: not self._ended,
            give_back=self._give_back,
            go_on=self._go_on,
        )

    # What Textual asks of a driver.

    @property
    def can_suspend(self) -> bool:
        """Whether the reader may stop the program and has a shell to be in meanwhile."""
        return self._client.may_suspend and self._job_control.has_shell()

    def write(self, data: str) -> None:
        """Have ``data`` shown; it is sent at the end of the turn, as far as it changes anything."""
        self._painter.write(data)

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._ended = False
        # All that can fail or be told of the end comes before there is anything to restore.
        can = self._client.capabilities
        asking, mouse = can.query.encode(), self._mouse_reported
        first, self._first = self._first, None
        with not_ended():
            self._turns.add_signal_handler(signal.SIGWINCH, self._resized)
            self._job_control.listen(may_stop=self._client.may_suspend)
            for ending in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                signal.signal(ending, self._told_to_leave)
            # What fails in a turn of the loop would otherwise be said to nobody.
            self._turns.set_exception_handler(self._failed)
            try:
                self._tty.make_raw()
                outlet = Outlet(
                    self._tty.screen,
                    lambda: self._from_thread(self._painter.draw_soon),
                    self._lose_from_thread,
                    lambda error: self._from_thread(lambda: self._client.fail(error)),
                    begun=first is not None,
                )
                if first is None:
                    self._painter.begin(outlet, modes.enter(can, mouse=mouse).encode() + asking)
                else:
                    self._painter.begin(outlet, first.unsent + asking, first.shows())
                    first.hand_over()
                self._keyboard.begin_within(_FIRST_FRAME, can)
                self._tell_size()
            except Exception:
                self.stop_application_mode()
                raise

    def disable_input(self) -> None:
        """Read no more keys."""
        self._keyboard.end()
        self._turns.remove_signal_handler(signal.SIGWINCH)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was, for good."""
        self._ended = True
        self._give_back()

    def _give_back(self) -> None:
        self.disable_input()
        if self._painter.end(self._leaving(), _LAST_WORDS):
            self._tty.restore()
        else:
            within(_ONE_MORE_TRY, self._give_up_terminal)

    def send_message(self, message: Message) -> None:
        """Hand a message to the app, in the loop's own thread."""
        self._client.post_message(message)

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Open nothing: this is the host's screen, and the reader may sit elsewhere."""

    # What the app asks of this one.

    def send(self, sequence: str) -> None:
        """Send a sequence as it is; it must not change what the screen shows."""
        self._painter.send(sequence)

    def redraw(self) -> None:
        """Draw the whole screen again, whatever the terminal shows."""
        self._painter.redraw()

    def stop_for_shell(self) -> None:
        """Give the terminal back and stop, until a shell has the program go on."""
        self._job_control.stop_all()

    def report_mouse(self, on: bool) -> None:
        """Have the terminal report the mouse, or leave it to its own selection."""
        if on != self._mouse_reported:
            self._mouse_reported = on
            self.send(modes.report_mouse(on))

    # The terminal.

    def _leaving(self) -> str:
        """What the terminal gets last."""
        return modes.leave(self._client.capabilities, mouse=self._mouse_reported)

    def _first_drawn(self) -> None:
        self._drawn = True
        self._keyboard.begin(self._client.capabilities)
        self._settling.begin()

    def _typed(self, event: Message) -> None:
        """Hand on what was typed, but no click on what is not on the screen."""
        self._settling.end()
        if isinstance(event, MouseEvent):
            columns, lines = self._columns_lines
            if not (0 <= event.x < columns and 0 <= event.y < lines):
                return
        self.process_message(event)

    def _resized(self) -> None:
        self._painter.redraw()
        self._tell_size()

    def _tell_size(self) -> None:
        columns_lines = self._tty.size()
        if columns_lines != self._columns_lines:
            self._columns_lines = columns_lines
            self._painter.resize(columns_lines)
        size = Size(*columns_lines)
        self.send_message(Resize(size, size))

    def _answered(self, reply: str) -> None:
        self._answers = self._answers.taking(reply)
        before = self._client.capabilities
        now = before.with_answers(self._answers)
        if now.extended_keys and not before.extended_keys:
            self.send(modes.EXTENDED_KEYS)
        self._client.capabilities = now
        self._painter.go_by(now)

    # Its end, and ours.

    def _from_thread(self, call: Callable[[], object]) -> None:
        with suppress(RuntimeError):  # the loop may be gone by now
            self._turns.call_soon_threadsafe(call)

    def _failed(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception) and "handle" in context:
            self._client.fail(error)
        else:
            loop.default_exception_handler(context)

    def _told_to_leave(self, number: int, _frame: FrameType | None) -> None:
        self._leaving_soon = True
        if not self._drawn:
            # There is nothing to save yet, and the loop is busy with the first screen.
            self._painter.end(self._leaving(), _LAST_WORDS_AT_START)
            self._end_at_once(128 + number)
        # A handler of the loop's own would have to wait for the loop.
        leave_by_force(128 + number, self._give_up_terminal)
        self._from_thread(lambda: self._client.exit(return_code=128 + number))

    def _end_at_once(self, code: int) -> None:
        self._tty.restore()
        os._exit(code)

    def _lose_from_thread(self) -> None:
        if not self._drawn:
            self._end_at_once(HUNG_UP)
        self._from_thread(self._lose)

    def _lose(self) -> None:
        """The terminal is gone."""
        if not self._lost:
            self._lost = True
            self.disable_input()
            leave_by_force(HUNG_UP, self._give_up_terminal)
            self._client.exit(return_code=HUNG_UP)

    def _give_up_terminal(self) -> None:
        """From another thread, when the loop no longer runs: as much as can be done."""
        self._tty.drop_unsent()
        self._tty.restore()
        with suppress(OSError):
            os.write(self._tty.screen, self._leaving().encode())

    def _go_on(self, stopped: bool) -> None:
        """Take the terminal again, whatever was done with it meanwhile."""
        outlet = self._painter.outlet
        if self._ended or self._leaving_soon:
            return
        if stopped or outlet is None:
            self.start_application_mode()
            self._keyboard.begin(self._client.capabilities)  # there have been frames already
            self.send_message(self.SignalResume())
        else:
            # Stopped from outside: the keys that were asked for are still on the terminal's pile.
            self._tty.make_raw()
            again = modes.enter_again(self._client.capabilities, mouse=self._mouse_reported)
            self._painter.begin(outlet, again.encode())
        self._resized()
