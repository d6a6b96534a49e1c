"""The briefings that a reader has been in: a few of them open, and what was done in each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from brief_tui.library.interface import Library
from brief_tui.library.opening import open_or_stand_in
from brief_tui.library.volume import Volume

if TYPE_CHECKING:
    from brief_tui.analysis.matrix import Arrangement
    from brief_tui.analysis.scratch import Scratch
    from brief_tui.analysis.time_axis import Window

_MOST_OPEN = 4
"""Briefings that stay open, since what is worked out of one is kept with it."""


class Own:
    """What a reader keeps of one briefing.

    Attributes:
        marked: the ids of the actors marked for comparison.
        lines: the line on which each page over the panes was left for another place.
        scratch: what the reader supposes in the matrix; None until it is opened.
        arrangement: how the matrix is grouped; None until it is opened.
        window: the stretch of time that the timeline shows; None for the usual one.
    """

    def __init__(self) -> None:
        self.marked: tuple[str, ...] = ()
        self.lines: dict[tuple[str, ...], int] = {}
        self.scratch: Scratch | None = None
        self.arrangement: Arrangement | None = None
        self.window: Window | None = None


class Opened:
    """Opens the briefings of a library, and closes those not read for longest."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._volumes: dict[Path, Volume] = {}
        self._former: set[Path] = set()
        self._gone: set[Path] = set()
        self._errors: dict[Path, int] = {}
        self._own: dict[Path, Own] = {}

    def volume(self, path: Path) -> Volume:
        """A briefing.

        Raises:
            KeyError: there is none at this path that can be read.
        """
        found = self._volumes.pop(path, None)
        if found is None:
            found = open_or_stand_in(self._library, path)
        elif path in self._former:
            found = self._as_it_now_is(path, found)
        self._volumes[path] = found
        if len(self._volumes) > _MOST_OPEN:
            self._close(next(iter(self._volumes)))
        return found

    def keep_up(self) -> None:
        """Show every briefing as the library now has it."""
        self._former = set(self._volumes)
        self._errors.clear()

    def leave_what_is_gone(self, path: Path) -> None:
        """Close what is no longer in the library, but for the briefing that is read."""
        for each in self._gone - {path}:
            self._close(each)

    def is_gone(self, path: Path) -> bool:
        """Whether an open briefing is no longer in the library."""
        return path in self._gone

    def errors(self, path: Path) -> int:
        """How many errors a briefing has since it was as it is read."""
        if path not in self._errors:
            try:
                problems = self._library.problems(path)
            except KeyError:
                problems = ()
            self._errors[path] = sum(problem.closes for problem in problems)
        return self._errors[path]

    def _as_it_now_is(self, path: Path, before: Volume) -> Volume:
        """A briefing opened again; the same where there is none any more."""
        self._former.discard(path)
        try:
            found = self._library.open(path)
        except KeyError:
            self._gone.add(path)
            return before
        self._gone.discard(path)
        own, parties = self.own(path), found.register.parties
        own.marked = tuple(actor for actor in own.marked if actor in parties)
        return found

    def _close(self, path: Path) -> None:
        del self._volumes[path]
        self._former.discard(path)
        self._gone.discard(path)

    def own(self, path: Path) -> Own:
        """What the reader keeps of a briefing."""
        return self._own.setdefault(path, Own())

    def unmark_all(self) -> None:
        """Have no actor marked."""
        for own in self._own.values():
            own.marked = ()
