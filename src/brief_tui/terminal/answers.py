"""What is asked of the terminal at the start, and what it answers."""

from __future__ import annotations

from typing import NamedTuple

QUERY = "\x1b[?2026$p\x1b[c"
"""DECRQM for synchronised output, and DA1, which every terminal answers, as the end."""


class Answers(NamedTuple):
    """What the terminal has answered so far.

    Attributes:
        synchronized: Whether it takes a frame as a whole.
        complete: Whether all that it answers has come.
    """

    synchronized: bool = False
    complete: bool = False

    def taking(self, reply: str) -> Answers:
        """The answers with one more."""
        if reply in {f"\x1b[?2026;{state}$y" for state in "123"}:
            return self._replace(synchronized=True)
        return self._replace(complete=True) if reply.endswith("c") else self
