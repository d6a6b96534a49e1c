"""Stopping for the shell, and going on: what SIGTSTP and SIGCONT ask for (POSIX job control)."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


class JobControl:
    """Gives the terminal back before the program stops, and takes it again when it goes on."""

    def __init__(
        self,
        soon: Callable[[Callable[[], object]], object],
        *,
        has_terminal: Callable[[], bool],
        give_back: Callable[[], object],
        go_on: Callable[[bool], object],
    ) -> None:
        """Listen to nothing yet.

        Args:
            soon: Has something called in the next turn of the event loop.
            has_terminal: Whether there is a terminal to give back.
            give_back: Gives it back.
            go_on: Takes it again; told whether it was given back, or the program was stopped by
                someone who asked for nothing.
        """
        self._soon = soon
        self._has_terminal = has_terminal
        self._give_back = give_back
        self._go_on = go_on
        self._to_stop = False
        self._with_all = False
        self._stopped = False

    @staticmethod
    def has_shell() -> bool:
        """Whether a shell waits for the program, to have it go on.

        A shell that does gives what it starts a process group of its own. Who leads the session,
        as where it is all that a window runs, or that SSH was asked for, would stay stopped.
        """
        return os.getpgrp() != os.getsid(0)

    def listen(self, *, may_stop: bool) -> None:
        """Take the signals from now on; where it may not stop, being asked to is ignored."""
        signal.signal(signal.SIGTSTP, self._stop_asked if may_stop else signal.SIG_IGN)
        signal.signal(signal.SIGCONT, self._continued)

    def stop_all(self) -> None:
        """Stop, and all that was started with the program: a shell waits for those as for one."""
        self._with_all = True
        self._to_stop = True
        self._soon(self._stop)

    def _stop_asked(self, _number: int, _frame: FrameType | None) -> None:
        self._to_stop = True
        self._soon(self._stop)

    def _stop(self) -> None:
        if self._to_stop and self._has_terminal():
            self._stopped = True
            self._give_back()
        if self._to_stop:  # nobody has had us go on meanwhile
            self._to_stop = False
            if self._with_all:
                self._with_all = False
                os.killpg(os.getpgrp(), signal.SIGSTOP)
            else:
                os.kill(os.getpid(), signal.SIGSTOP)

    def _continued(self, _number: int, _frame: FrameType | None) -> None:
        self._to_stop = self._with_all = False
        self._soon(self._resume)

    def _resume(self) -> None:
        stopped, self._stopped = self._stopped, False
        self._go_on(stopped)
