"""What the first screen depends on of what is remembered from one reading to the next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from brief_tui.library.filter import EVERYTHING
from brief_tui.library.interface import Library
from brief_tui.tui.remember import remembered_theme

if TYPE_CHECKING:
    from brief_tui.terminal.screen import Screen
    from brief_tui.tui.keeper import Keeper

_MOST_LISTED = 500
"""Briefings of which it is asked whether they are new."""


class _Remembered(NamedTuple):
    """What a start takes up: the theme chosen last, and what it marks as new."""

    theme: str | None
    new: tuple[Path, ...] = ()


class Beginning:
    """Keeps the first screen, and lets it hold if the next start would begin the same."""

    def __init__(self, library: Library, keeper: Keeper, *, chooses: bool) -> None:
        """Keep nothing yet.

        Args:
            library: What is read.
            keeper: Who keeps it.
            chooses: Whether the reader is asked at the start which briefing to open.
        """
        self._library = library
        self._keeper = keeper
        self._chooses = chooses
        self._began_with: _Remembered | None = None

    def keep(self, shown: Screen) -> None:
        """Keep a screen that nobody has touched yet."""
        self._began_with = self._remembered()
        self._keeper.keep(shown)

    def keep_on(self) -> None:
        """Let it hold, whatever has been remembered since, if it would be the same."""
        if self._began_with is not None and self._began_with == self._remembered():
            self._keeper.keep_on()

    def _remembered(self) -> _Remembered | None:
        """What is remembered by now; None where that is too much to look at."""
        from brief_tui.tui.seen import Seen

        if not self._chooses:
            return _Remembered(remembered_theme())
        listed, seen = self._library.briefings(EVERYTHING), Seen()
        if len(listed) > _MOST_LISTED:
            return None
        new = tuple(each.path for each in listed if seen.is_new(each))
        return _Remembered(remembered_theme(), new)
