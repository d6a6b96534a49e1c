"""The first frame at once: on the terminal before the app is there that would draw it.

It was kept when the app last started so. The terminal is taken and given back here until the
driver takes it over, together with what it shows by then. Keys stay in the terminal meanwhile:
they act once the app is there.

Read at the very start of the program, so that nothing is imported at the top that costs.
"""

import os

from brief_tui.terminal.unseen import is_ours

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType

    from brief_tui.terminal.screen import Screen
    from brief_tui.terminal.tty import Tty

_PIECE = 1024
"""Bytes that are written at once. A terminal that takes any takes so many, or soon does."""

_LAST_WORDS = 0.05
"""Seconds that the terminal is given to take what it is left with."""


class KeptFrame:
    """A frame as it was kept, and all that the terminal is to get around it.

    Attributes:
        columns: How wide it is.
        lines: How high it is.
        enter: Puts the terminal into the modes of the app.
        again: The same, where it may have all of them already.
        drawing: Draws the frame on a terminal of which nothing is known.
        leave: Puts the terminal back.
        shadow: What then stands on it, as ``packed_screen`` has it.
        terminal: What the terminal was taken to be, as ``repr`` has its capabilities.
    """

    __slots__ = ("again", "columns", "drawing", "enter", "leave", "lines", "shadow", "terminal")

    def __init__(
        self,
        size: tuple[int, int],
        *,
        enter: bytes,
        again: bytes,
        drawing: bytes,
        leave: bytes,
        shadow: bytes,
        terminal: bytes,
    ) -> None:
        self.columns, self.lines = size
        self.enter = enter
        self.again = again
        self.drawing = drawing
        self.leave = leave
        self.shadow = shadow
        self.terminal = terminal

    @property
    def may_be_shown(self) -> bool:
        """Whether a terminal would only show what is written of it."""
        return is_ours(self.enter + self.again + self.drawing + self.leave)


class FirstFrame:
    """The terminal with a kept frame on it, from before the app until the app has it."""

    def __init__(self, kept: KeptFrame, keys: int, screen: int) -> None:
        """Change nothing of the terminal yet.

        Args:
            kept: The frame.
            keys: The file descriptor to read from.
            screen: The file descriptor to write to.
        """
        from brief_tui.terminal.tty import Tty

        self._kept = kept
        self._tty = Tty(keys, screen)
        self._unsent = b""
        self._sendings = 0
        self._shown = False
        self._holds = False
        self._stopped = False
        self._handlers: dict[int, object] = {}

    @property
    def tty(self) -> "Tty":
        """The terminal."""
        return self._tty

    @property
    def unsent(self) -> bytes:
        """What the terminal has not taken yet; it has to go before anything else."""
        return self._unsent

    def shows(self) -> "Screen | None":
        """What the terminal shows, or will when all has gone; None where that is not known."""
        from brief_tui.terminal.packed_screen import unpacked

        kept = self._kept
        size = kept.columns, kept.lines
        known = self._shown and self._tty.size() == size
        return unpacked(kept.shadow, *size) if known else None

    def show(self) -> bool:
        """Take the terminal and show the frame; whether that is possible just now."""
        if not self._is_in_front() or not self._takes_more(0):
            return False
        self._listen()
        self._holds = self._shown = True
        self._tty.make_raw()
        self._send(self._kept.enter + self._kept.drawing)
        return True

    def is_for(self, terminal: str) -> bool:
        """Whether the terminal is still taken to be what the frame was drawn for."""
        return self._kept.terminal == terminal.encode()

    def give_back(self) -> None:
        """Leave the terminal as it was, if nobody has taken it over."""
        if self._holds:
            self._leave()
            self._listen_no_more()

    def hand_over(self) -> None:
        """Leave it to the driver to give the terminal back, which is raw and in the app's modes."""
        self._holds = False

    def _send(self, data: bytes) -> None:
        """Write as much as the terminal takes without waiting; the rest is for later."""
        self._unsent = data
        self._sendings += 1
        this = self._sendings
        try:
            while self._unsent and self._takes_more(0):
                count = os.write(self._tty.screen, data[:_PIECE])
                if this != self._sendings:
                    return  # a signal came in between, and had something else sent
                self._unsent = data = data[count:]
        except BlockingIOError:
            pass  # another program on the same terminal has left it so
        except OSError:
            self._unsent = b""  # it is gone, as whoever reads from it will be told

    def _leave(self) -> None:
        if not self._takes_more(_LAST_WORDS):
            self._tty.drop_unsent()
        self._send(self._kept.leave)
        self._tty.restore()
        self._holds = False

    def _takes_more(self, seconds: float) -> bool:
        from select import select

        return bool(select([], [self._tty.screen], [], seconds)[1])

    def _is_in_front(self) -> bool:
        """Whether the terminal is ours to change; who is in the background would be stopped."""
        try:
            return os.tcgetpgrp(self._tty.keys) == os.getpgrp()
        except OSError:
            return True  # no shell has jobs on it

    # Signals, until the driver listens to them.

    def _listen(self) -> None:
        import signal

        handlers = {
            signal.SIGWINCH: self._resized,
            signal.SIGTSTP: self._stop,
            signal.SIGCONT: self._go_on,
            **dict.fromkeys((signal.SIGTERM, signal.SIGHUP, signal.SIGINT), self._told_to_leave),
        }
        for number, handler in handlers.items():
            self._handlers[number] = signal.signal(number, handler)

    def _listen_no_more(self) -> None:
        import signal

        for number, handler in self._handlers.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # as it gave them
        self._handlers.clear()

    def _told_to_leave(self, number: int, _frame: "FrameType | None") -> None:
        if self._holds:
            self._leave()
        os._exit(128 + number)

    def _resized(self, _number: int, _frame: "FrameType | None") -> None:
        self._shown = False  # each terminal wraps what it shows in its own way

    def _stop(self, _number: int, _frame: "FrameType | None") -> None:
        import signal

        if self._holds:
            self._leave()
            self._stopped = True
        os.kill(os.getpid(), signal.SIGSTOP)

    def _go_on(self, _number: int, _frame: "FrameType | None") -> None:
        if self._stopped:
            self._stopped = False
            self._take_again(self._kept.enter)
        elif self._holds:  # stopped from outside: who did so may have changed anything
            self._take_again(self._kept.again)

    def _take_again(self, enter: bytes) -> None:
        kept = self._kept
        self._holds = True
        self._tty.make_raw()
        self._shown = self._tty.size() == (kept.columns, kept.lines)
        self._send(enter + kept.drawing * self._shown)
