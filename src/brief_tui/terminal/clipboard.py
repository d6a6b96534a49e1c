"""Handing text to the reader's own clipboard, which over SSH is on another machine.

Neither way answers, so what can be told is where the text was sent, never that it arrived.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief_tui.terminal.capabilities import Capabilities

LARGEST = 100_000
"""Bytes of UTF-8. Terminals drop longer OSC 52 sequences, and few say so."""

_TMUX_MAY_TAKE = 1.0
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Route:
    """The way a text took.

    Attributes:
        sent: Whether it left the program.
        words: What to tell the reader.
    """

    sent: bool
    words: str


TO_TERMINAL = Route(True, "sent to the terminal")
TO_TMUX = Route(True, "sent to tmux")
NO_CLIPBOARD = Route(False, "not sent: this terminal has no clipboard")
NOTHING = Route(False, "not sent: nothing to copy")


def copy(text: str, capabilities: Capabilities, write: Callable[[str], object]) -> Route:
    """Send ``text`` towards the clipboard and tell which way it went.

    Inside tmux, which drops OSC 52 as it comes, tmux itself is asked to pass the text on; where
    it cannot (it is older than 3.2, or does not answer), and everywhere else, the terminal gets
    an OSC 52 sequence.

    Args:
        text: What to copy.
        capabilities: The terminal to send it to.
        write: Writes to the terminal; called at most once, with printable ASCII between the
            sequence's own control characters.
    """
    data = text.encode("utf-8", "replace")
    if not data:
        return NOTHING
    if capabilities.dumb:
        return NO_CLIPBOARD
    if len(data) > LARGEST:
        return Route(False, f"not sent: {len(data):,} bytes, of which terminals take {LARGEST:,}")
    if capabilities.in_tmux and _load_tmux_buffer(data):
        return TO_TMUX
    write(_osc_52(data))
    return TO_TERMINAL


def _osc_52(data: bytes) -> str:
    """Set the selection ``c``, the clipboard (xterm control sequences, OSC 52)."""
    from base64 import b64encode

    return f"\x1b]52;c;{b64encode(data).decode('ascii')}\x07"


def _load_tmux_buffer(data: bytes) -> bool:
    import subprocess
    from shutil import which

    tmux = which("tmux")
    if tmux is None:
        return False
    try:
        subprocess.run(  # noqa: S603, fixed arguments; the text goes in by stdin
            [tmux, "load-buffer", "-w", "-"],
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_TMUX_MAY_TAKE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True
