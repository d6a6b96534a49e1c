"""When to look at files that are being written: once they have been left alone for a moment."""

from __future__ import annotations

QUIET = 0.12
"""Seconds for which nothing may change; an editor saves in less."""

LONGEST = 0.6
"""Seconds after which it is looked all the same, where something goes on changing."""


class Settling:
    """Waits for changes to come to rest. Times are seconds of any one clock."""

    def __init__(self, quiet: float = QUIET, longest: float = LONGEST) -> None:
        """Wait for nothing yet."""
        self._quiet = quiet
        self._longest = longest
        self._first: float | None = None
        self._due: float | None = None

    def changed(self, now: float) -> None:
        """Something changed."""
        if self._first is None:
            self._first = now
        self._due = min(now + self._quiet, self._first + self._longest)

    def again(self, now: float, seconds: float) -> None:
        """Look once more after so many seconds, or when something changes before."""
        if self._due is None:
            self._due = now + seconds

    def take(self, now: float) -> bool:
        """Whether it is time to look, which then is done."""
        if self._due is None or now < self._due:
            return False
        self._first = self._due = None
        return True
