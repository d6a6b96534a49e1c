"""Asking the terminal what it can do, and waiting for it, outside the reader."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager, suppress
from select import select
from typing import TYPE_CHECKING, NamedTuple

from brief_tui.terminal.answers import UNASKED, Answers
from brief_tui.terminal.held_back import not_ended
from brief_tui.terminal.tty import Tty

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 0.5
"""Seconds that a terminal may take to say anything at all."""

FAR = 1.0
"""Seconds that it may take at the other end of a network."""

MORE_PATIENCE = 2.0
"""Seconds that it may take to say all, once it has begun: the link is slow."""

_CLEAN = "\r\x1b[K"
"""What is left of a question that the terminal printed."""


class Asked(NamedTuple):
    """What came of asking.

    Attributes:
        answers: What the terminal said.
        why_not: Why it was not asked; empty where it was.
        seconds: How long it took to say all; None where it did not.
    """

    answers: Answers = UNASKED
    why_not: str = ""
    seconds: float | None = None

    @property
    def answered(self) -> bool:
        """Whether it said anything."""
        return self.answers != UNASKED


def ask(query: str, keys: int, screen: int, patience: float = PATIENCE) -> Asked:
    """Ask the terminal, which is as it was before when this returns.

    Only what is typed while it is asked is lost. Lines that were typed before are left to whoever
    reads next, and then nothing is asked: an answer could not be told from them.

    Args:
        query: The questions, the fence last.
        keys: The file descriptor of the terminal to read from.
        screen: The one to write to.
        patience: Seconds that it may take to say anything.
    """
    if not query:
        return Asked(why_not="by its name, it would print the question")
    if not _in_front(keys):
        return Asked(why_not="the program runs in the background")
    if _readable(keys, 0):
        return Asked(why_not="something was typed ahead; try again")
    if not _takes_more(screen, patience):
        return Asked(why_not="it takes nothing that is written to it")
    tty = Tty(keys, screen)
    with not_ended(), _raw(tty):
        begin = time.monotonic()
        os.write(screen, query.encode())
        answers = _answers(keys, begin, patience)
        took = time.monotonic() - begin
        os.write(screen, _CLEAN.encode())
    return Asked(answers, seconds=took if answers.complete else None)


def _answers(keys: int, begin: float, patience: float) -> Answers:
    answers, text, end = UNASKED, "", begin + patience
    while not answers.complete and _readable(keys, end - time.monotonic()):
        with suppress(BlockingIOError, InterruptedError):
            data = os.read(keys, 1 << 12)
            if not data:
                break
            text += data.decode("ascii", "replace")
            answers = UNASKED.taking_all(text)
            if answers != UNASKED:
                end = begin + MORE_PATIENCE
    return answers


def _readable(keys: int, seconds: float) -> bool:
    return bool(select([keys], [], [], max(seconds, 0))[0])


def _takes_more(screen: int, seconds: float) -> bool:
    return bool(select([], [screen], [], max(seconds, 0))[1])


def _in_front(keys: int) -> bool:
    """Whether the terminal is ours to change; who is in the background would be stopped."""
    try:
        return os.tcgetpgrp(keys) == os.getpgrp()
    except OSError:
        return False


@contextmanager
def _raw(tty: Tty) -> Iterator[None]:
    tty.make_raw()
    try:
        yield
    finally:
        tty.restore()
