"""The terminal as the kernel has it: its size, and how it treats what is typed and written."""

from __future__ import annotations

import os
import termios
from contextlib import suppress

USUAL = (80, 24)
"""Columns and lines of a terminal that tells none."""

LARGEST = (2000, 1000)
"""Columns and lines of the largest that is drawn on. A client of SSH may say anything up to 65,535
of each, which would be worked on for minutes."""


class Tty:
    """A terminal, from which keys are read one by one while it is raw."""

    def __init__(self, keys: int, screen: int) -> None:
        """Change nothing yet.

        Args:
            keys: The file descriptor to read from.
            screen: The file descriptor to write to.
        """
        self.keys = keys
        self.screen = screen
        self._before: list[int | list[bytes | int]] | None = None

    def size(self) -> tuple[int, int]:
        """Columns and lines, as the kernel has them, but at most ``LARGEST``."""
        with suppress(OSError):
            columns, lines = os.get_terminal_size(self.screen)
            if columns and lines:
                return min(columns, LARGEST[0]), min(lines, LARGEST[1])
        return USUAL

    def make_raw(self) -> None:
        """Have every key come as it is typed, and every byte go as it is written."""
        with suppress(termios.error):
            # Changes nothing, but stops us here while we are in the background, where the settings
            # are the shell's own.
            termios.tcflow(self.keys, termios.TCOON)
        with suppress(termios.error):
            settings = termios.tcgetattr(self.keys)
            before = self._before or termios.tcgetattr(self.keys)
            settings[0] &= ~(
                termios.IGNBRK
                | termios.BRKINT
                | termios.PARMRK
                | termios.ISTRIP
                | termios.INLCR
                | termios.IGNCR
                | termios.ICRNL
                | termios.IXON
                | termios.IXOFF
            )
            # Without OPOST a line feed stays in its column, which the short form relies on.
            settings[1] &= ~termios.OPOST
            settings[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
            settings[6][termios.VMIN], settings[6][termios.VTIME] = 1, 0
            # In the background this stops us and then fails: what was read was the shell's own.
            termios.tcsetattr(self.keys, termios.TCSANOW, settings)
            self._before = before

    def restore(self) -> None:
        """Have it be as before, and what was typed since not reach the next program."""
        if self._before is not None:
            before, self._before = self._before, None
            with suppress(termios.error):
                termios.tcflush(self.keys, termios.TCIFLUSH)
            with suppress(termios.error):
                termios.tcsetattr(self.keys, termios.TCSANOW, before)

    def drop_unsent(self) -> None:
        """Let go what the terminal has not taken, and have it take what comes after."""
        with suppress(termios.error):
            termios.tcflush(self.screen, termios.TCOFLUSH)
            termios.tcflow(self.screen, termios.TCOON)
