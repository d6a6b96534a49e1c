"""Asks a library in a thread of its own, so that nobody waits at the keyboard for an answer.

Only the latest question counts: a newer one ends the one under way. An answer that is there at
once is given at once, and comes into the same frame as the key that asked for it.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

from brief_tui.library.interface import Interrupted

Found = TypeVar("Found")

AT_ONCE = 0.02
"""Seconds that whoever asks waits for an answer before going on without it."""

_TURN = 0.001
"""Seconds after which a thread at work lets another go on: a key has several turns to wait for."""


class Asked(Generic[Found]):
    """A question, and what came of it."""

    def __init__(
        self, work: Callable[[], Found], late: Callable[[Callable[[], Found]], object]
    ) -> None:
        self._work = work
        self._late = late
        self._found: list[Found] = []
        self._failure: Exception | None = None
        self.is_over = threading.Event()
        self.is_left = False
        """Whether nobody waits any more."""

    def work(self) -> None:
        """Answer it.

        Raises:
            Interrupted: a newer question ended it.
        """
        try:
            self._found = [self._work()]
        except Interrupted:
            raise
        except Exception as error:
            self._failure = error

    def answer(self) -> Found:
        """What was found; raises what went wrong."""
        if self._failure is not None:
            raise self._failure
        return self._found[0]

    def tell(self) -> None:
        """Tell whoever asked that the answer is there."""
        with suppress(RuntimeError):  # the app, or the screen that asked, is gone
            self._late(self.answer)


class Worker:
    """The thread, from the first question on."""

    def __init__(self, interrupt: Callable[[], None]) -> None:
        """``interrupt`` ends the question under way, which then raises ``Interrupted``."""
        self._interrupt = interrupt
        self._state = threading.Condition()
        self._next: Asked[object] | None = None
        self._busy = False
        self._thread: threading.Thread | None = None

    def ask(
        self,
        work: Callable[[], Found],
        late: Callable[[Callable[[], Found]], object],
        patience: float = AT_ONCE,
    ) -> list[Found]:
        """Ask in place of whatever was asked before.

        Args:
            work: Gives the answer; it is called in the thread.
            late: Is told, in the thread, of an answer that was not there at once: by a function
                that gives it, or raises what went wrong.
            patience: Seconds to wait for it first.

        Returns:
            The answer, where it was there at once.
        """
        asked = Asked(work, late)
        with self._state:
            busy, self._next = self._busy, asked  # type: ignore[assignment]
            if self._thread is None:
                sys.setswitchinterval(min(_TURN, sys.getswitchinterval()))
                self._thread = threading.Thread(target=self._run, daemon=True)
                self._thread.start()
            self._state.notify()
        if busy:
            self._interrupt()
        asked.is_over.wait(patience)
        with self._state:
            asked.is_left = not asked.is_over.is_set()
        return [] if asked.is_left else [asked.answer()]

    def _run(self) -> None:
        while True:
            with self._state:
                self._state.wait_for(lambda: self._next is not None)
                asked, self._next = self._next, None
                self._busy = True
            assert asked is not None
            try:
                asked.work()
            except Interrupted:
                with self._state:
                    self._busy = False
                    if self._next is None:  # it was meant for the one before
                        self._next = asked
                continue
            with self._state:
                self._busy = False
                asked.is_over.set()
                tells = asked.is_left and self._next is None
            if tells:
                asked.tell()
