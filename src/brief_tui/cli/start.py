"""A start of the program: what its first frame depends on, and that frame, if it was kept.

Everything on the way to a kept frame costs the reader time, so that it imports next to nothing:
no ``argparse``, no ``pathlib``, no ``re``.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

    from brief_tui.terminal.first_frame import FirstFrame

STDIN, STDOUT = 0, 1

_NEVER = ("--kiosk", "--no-cache")
"""Arguments with which no frame is kept, or shown."""

_VALUES = (
    *("TERM", "COLORTERM", "NO_COLOR", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "VTE_VERSION"),
    *("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE", "TZ", "COLUMNS", "LINES", "HOME"),
    *(f"XDG_{kind}_HOME" for kind in ("CACHE", "CONFIG", "DATA", "STATE")),
)
_PRESENCE = ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "TMUX", "STY")
"""Variables of which it counts only whether they are set; their values are new at each login."""


class Start:
    """One start of the program; as a context, the time until its end, whatever that is.

    Attributes:
        began: When, in nanoseconds since the epoch.
        size: Columns and lines of the terminal.
        key: All that the first frame depends on and that need not be looked up: the version, the
            arguments, the folder, the environment, the terminal and its size. Empty where no
            frame is kept.
        first_frame: What shows the kept frame; None where none is shown.
    """

    def __init__(self, words: list[str]) -> None:
        """Look around, and change nothing.

        Args:
            words: The arguments of the program.
        """
        from time import time_ns

        self.began = time_ns()
        self.size = (0, 0)
        self.key = b""
        self.first_frame: FirstFrame | None = None
        try:
            if not any(word in _NEVER for word in words) and _is_on_a_terminal():
                columns, lines = os.get_terminal_size(STDOUT)
                self.size = columns, lines
                self.key = _key(words, self.size)
        except OSError:
            pass  # no terminal after all, or the folder is gone

    def __enter__(self) -> Start:
        if self.key:
            from brief_tui.cli.kept_frames import find

            kept = find(self.key, self.size)
            if kept is not None:
                from brief_tui.terminal.first_frame import FirstFrame

                frame = FirstFrame(kept, STDIN, STDOUT)
                self.first_frame = frame if frame.show() else None
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self.give_back()

    def give_back(self) -> None:
        """Take the frame away and leave the terminal as it was, unless it was handed over."""
        if self.first_frame is not None:
            self.first_frame.give_back()
            self.first_frame = None


def _is_on_a_terminal() -> bool:
    return os.isatty(STDIN) and os.isatty(STDOUT)


def _key(words: list[str], size: tuple[int, int]) -> bytes:
    from brief_tui import __version__

    environ = os.environ
    textual = sorted(each for each in environ.items() if each[0].startswith("TEXTUAL"))
    parts = (
        (__version__, sys.version, sys.flags, sys.path),
        (sys.orig_argv, words, os.getcwd(), size),
        [environ.get(name) for name in _VALUES],
        [bool(environ.get(name)) for name in _PRESENCE],
        textual,
    )
    return ascii(parts).encode()
