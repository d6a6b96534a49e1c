"""A screen as it is shown at once the next time."""

from __future__ import annotations

from brief_tui.terminal import modes
from brief_tui.terminal.capabilities import Capabilities
from brief_tui.terminal.draw import difference
from brief_tui.terminal.first_frame import KeptFrame
from brief_tui.terminal.packed_screen import packed, without_links
from brief_tui.terminal.screen import Screen


def kept_frame(screen: Screen, capabilities: Capabilities) -> KeptFrame:
    """What draws a screen on a terminal of which nothing is known, and what then stands on it."""
    shown = without_links(screen)
    drawing = difference(shown.forgotten(), shown, capabilities.dialect)
    if capabilities.synchronized:
        drawing = f"{modes.BEGIN_FRAME}{drawing}{modes.END_FRAME}"
    return KeptFrame(
        (screen.width, screen.height),
        enter=modes.enter(capabilities, mouse=capabilities.mouse).encode(),
        again=modes.enter_again(capabilities, mouse=capabilities.mouse).encode(),
        drawing=drawing.encode(),
        leave=modes.leave(capabilities, mouse=capabilities.mouse).encode(),
        shadow=packed(shown),
        terminal=repr(capabilities).encode(),
    )
