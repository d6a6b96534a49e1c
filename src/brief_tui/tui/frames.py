"""One key, one frame: what a key sets off is painted when all of it is done.

Textual paints as soon as one widget has something to show, and the rest up to a sixtieth of a
second later; a screen that opens is painted before its widgets know their size, and again after.
Each such frame is a packet of its own to a reader over SSH, and shows what never was so.
"""

from __future__ import annotations

import asyncio
from typing import TypeVar

from textual.screen import Screen

Result = TypeVar("Result")

_MOST_TURNS = 200
"""Turns of the event loop that a frame waits where there is always more to do, as while many keys
come at once. A screen that opens takes some thirty; a limit in seconds would hang on the machine.
"""


class OneFrame(Screen[Result], inherit_bindings=False):
    """A screen that is painted once nothing is left to be done about it.

    It has none of Textual's own keys: what acts on a screen of ours is named there.

    It stands in the one door by which a screen of Textual's comes to be painted,
    ``_compositor_refresh``. That name and the others here that are not public, Textual's and
    asyncio's, are listed in ``tests/tui/test_textual_names.py``, with what each is for.
    """

    _frame: asyncio.Handle | None = None
    _turns = 0

    @property
    def frame_is_due(self) -> bool:
        """Whether the screen will be painted as soon as all is done."""
        return self._frame is not None

    def _compositor_refresh(self) -> None:
        if not self.is_active:
            super()._compositor_refresh()  # it tells the screen on top what has changed below it
        elif self._frame is None:
            self._turns = 0
            self._wait_a_turn()

    def _wait_a_turn(self) -> None:
        self._turns += 1
        self._frame = asyncio.get_running_loop().call_soon(self._look)

    def _look(self) -> None:
        try:
            self._paint_or_wait()
        except Exception as error:
            self._frame = None
            self.app._handle_exception(error)

    def _paint_or_wait(self) -> None:
        if not self.is_active:
            self._frame = None  # the screen that is on top by now paints both
            return
        late = self._turns > _MOST_TURNS
        if self.app._batch_count or (_more_is_to_be_done() and not late):
            self._wait_a_turn()
            return
        lays_out = self._layout_required
        for screen in self.app.screen_stack:  # what shows through from below has a timer of its own
            screen._on_timer_update()
        if lays_out and not late:
            self._wait_a_turn()  # widgets of another size have something else to show
            return
        self._frame = None
        super()._compositor_refresh()


def _more_is_to_be_done() -> bool:
    """Whether the event loop has anything to run before it waits for a key or a clock.

    It has no public name for that. To look at the queues of all widgets would cost more and see
    less: not what is on its way from one to another, nor a screen that is being taken down.
    """
    ready: object = getattr(asyncio.get_running_loop(), "_ready")  # noqa: B009
    return bool(ready)
