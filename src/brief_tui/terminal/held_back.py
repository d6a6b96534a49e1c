"""Holding back for a moment what ends or stops the program."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDINGS = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP}


@contextmanager
def not_ended() -> Iterator[None]:
    """Let whoever ends or stops the program wait until this is done."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
