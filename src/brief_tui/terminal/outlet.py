"""The way out: bytes go to the terminal in a thread of their own, one piece at a time.

A terminal at the end of a thin link takes what it is sent when it can. Whoever sends asks first
whether the piece before has gone, and otherwise waits: what has changed in between is then sent
once, as it is by then.
"""

from __future__ import annotations

import os
from select import select
from threading import Condition, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Outlet:
    """Writes to a file descriptor without holding up whoever sends."""

    def __init__(
        self,
        descriptor: int,
        on_gone: Callable[[], object],
        on_lost: Callable[[], object],
        on_fault: Callable[[Exception], object],
        *,
        begun: bool = False,
    ) -> None:
        """Start the thread.

        Args:
            descriptor: Where the bytes go.
            on_gone: Called in the thread when a piece has gone and nothing waits.
            on_lost: Called in the thread, once, when nothing can be written any more.
            on_fault: Called in the thread, once, in place of that where it is a fault of ours.
            begun: Whether something has gone to the terminal before.
        """
        self._descriptor = descriptor
        self._on_gone = on_gone
        self._on_lost = on_lost
        self._on_fault = on_fault
        self._waiting: list[bytes] = []
        self._writing = False
        self._begun = begun
        self._closed = False
        self._lost = False
        self._change = Condition()
        self._thread = Thread(target=self._run, name="brief-tui-output", daemon=True)
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether something sent has not gone yet."""
        return self._writing or bool(self._waiting)

    def send(self, data: bytes) -> None:
        """Send ``data``, after what waits."""
        with self._change:
            if not self._closed and not self._lost:
                self._waiting.append(data)
                self._change.notify_all()

    def close(self, last: bytes, seconds: float) -> bool:
        """Send ``last`` in place of what waits, and nothing after it.

        Args:
            last: What to leave the terminal with.
            seconds: How long to wait for it to go.

        Returns:
            Whether it has gone.
        """
        with self._change:
            # Where nothing has been sent yet, there is nothing to take back.
            self._waiting = [last] if self._begun else []
            self._closed = True
            self._change.notify_all()
            self._change.wait_for(lambda: self._lost or not self.busy, seconds)
            return not self._lost and not self.busy

    def _run(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._waiting or self._closed)
                if not self._waiting:
                    return
                self._writing = self._begun = True
                data = b"".join(self._waiting)
                self._waiting.clear()
            fault: Exception | None = None
            try:
                gone = self._write(data)
            except Exception as error:
                gone, fault = False, error
            with self._change:
                self._writing = False
                self._lost = not gone
                self._change.notify_all()
                if not gone:
                    self._waiting.clear()
                nothing_waits = not self._waiting and not self._closed
            if fault is not None:
                self._on_fault(fault)
                return
            if not gone:
                self._on_lost()
                return
            if nothing_waits:
                self._on_gone()

    def _write(self, data: bytes) -> bool:
        view = memoryview(data)
        try:
            while view:
                try:
                    view = view[os.write(self._descriptor, view) :]
                except BlockingIOError:
                    # Another program on the same terminal has left it so that it does not wait.
                    select([], [self._descriptor], [])
        except OSError:
            return False
        return True
