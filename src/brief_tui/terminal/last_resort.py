"""The end of a program that cannot end by itself.

Whoever is told to leave does so by the normal way. Where that way is blocked (a terminal that no
longer takes what it is sent, a computation that does not come to its end), the program ends after
a while all the same.
"""

from __future__ import annotations

import os
import time
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 2.0
"""Seconds that the normal way is given."""

_CLEANING = 0.1
"""Seconds for what is still to be done then."""


def within(seconds: float, call: Callable[[], object]) -> None:
    """Call what may block, and go on after so many seconds all the same."""
    calling = Thread(target=call, daemon=True)
    calling.start()
    calling.join(seconds)


def leave_by_force(code: int, clean_up: Callable[[], object], seconds: float = PATIENCE) -> None:
    """End the process after ``seconds`` if it has not ended by then.

    Args:
        code: The exit code.
        clean_up: What to do before, as well as possible; it may block.
        seconds: How long to wait.
    """

    def end() -> None:
        time.sleep(seconds)
        within(_CLEANING, clean_up)
        os._exit(code)

    Thread(target=end, name="brief-tui-last-resort", daemon=True).start()
