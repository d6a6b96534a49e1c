"""The modes of the terminal that the app reads in: what puts it into them, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief_tui.terminal.capabilities import Capabilities

_MOUSE_ON = "\x1b[?1000h\x1b[?1006h"
_MOUSE_OFF = "\x1b[?1006l\x1b[?1000l"
EXTENDED_KEYS = "\x1b[>1u"
"""Keys that cannot be mistaken for others, on top of how they were (kitty's protocol, flag 1)."""

BEGIN_FRAME = "\x1b[?2026h"
END_FRAME = "\x1b[?2026l"


def enter(capabilities: Capabilities, *, mouse: bool) -> str:
    """The alternate screen if there is one, no cursor, no wrapping, pastes in brackets, keys.

    ``mouse`` says whether the mouse is to be reported.
    """
    keys = EXTENDED_KEYS if capabilities.extended_keys else ""
    screen = "\x1b[?1049h" if capabilities.dialect.alternate_screen else ""
    reports = _MOUSE_ON if mouse else ""
    return f"{screen}\x1b[?25l\x1b[?7l\x1b[?2004h{keys}{reports}"


def enter_again(capabilities: Capabilities, *, mouse: bool) -> str:
    """The same where the terminal may have it all: no keys are laid on its pile a second time."""
    return enter(capabilities._replace(extended_keys=False), mouse=mouse)


def leave(capabilities: Capabilities, *, mouse: bool) -> str:
    """All of it back; ``mouse`` says whether the mouse is reported.

    It begins with an escape, so that it ends whatever was cut off before it.
    """
    keys = "\x1b[<u" if capabilities.extended_keys else ""
    frame = END_FRAME if capabilities.synchronized else ""
    reports = _MOUSE_OFF if mouse else ""
    # Where there is but one screen, what was drawn on it must not look like the shell's.
    screen = "\x1b[?1049l" if capabilities.dialect.alternate_screen else "\x1b[H\x1b[2J"
    return f"{frame}\x1b[m{reports}{keys}\x1b[?2004l\x1b[?7h{screen}\x1b[?25h"


def report_mouse(on: bool) -> str:
    """Clicks and the wheel, in decimal numbers (xterm's modes 1000 and 1006); no movement."""
    return _MOUSE_ON if on else _MOUSE_OFF
