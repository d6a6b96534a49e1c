"""The briefings that a reader has been in: a few of them open, and what was done in each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from brief_tui.library.interface import Library
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
        self._version = library.version
        self._volumes: dict[Path, Volume] = {}
        self._own: dict[Path, Own] = {}

    def volume(self, path: Path) -> Volume:
        """A briefing.

        Raises:
            KeyError: there is none at this path that can be read.
        """
        if self._version != self._library.version:
            self._version = self._library.version
            self._volumes.clear()
        found = self._volumes.pop(path, None) or self._library.open(path)
        self._volumes[path] = found
        if len(self._volumes) > _MOST_OPEN:
            del self._volumes[next(iter(self._volumes))]
        return found

    def own(self, path: Path) -> Own:
        """What the reader keeps of a briefing."""
        return self._own.setdefault(path, Own())

    def unmark_all(self) -> None:
        """Have no actor marked."""
        for own in self._own.values():
            own.marked = ()
