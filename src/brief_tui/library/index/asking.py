"""Questions that can be stopped from another thread."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import local

from brief_tui.library.interface import Interrupted


class Asking:
    """The questions under way, which ``stop`` ends at the next step that each of them takes."""

    def __init__(self) -> None:
        self._stopped = 0
        self._here = local()

    @contextmanager
    def question(self) -> Iterator[None]:
        """What is asked of this thread from here on, until it is answered."""
        before: int | None = getattr(self._here, "began", None)
        self._here.began = self._stopped if before is None else before
        try:
            yield
        finally:
            self._here.began = before

    def stop(self) -> None:
        """End every question under way now; one that is asked from now on is answered."""
        self._stopped += 1

    def go_on(self) -> None:
        """Take the next step of a question.

        Raises:
            Interrupted: this thread's question was stopped.
        """
        began: int | None = getattr(self._here, "began", None)
        if began is not None and began != self._stopped:
            raise Interrupted
