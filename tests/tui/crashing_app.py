"""brief-tui with a fault: ``crashing_app.py start|key|resize KIND BRIEFING``. For ``test_ends``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Resize

import brief_tui.tui.app
from brief_tui.cli.main import main

WHEN = sys.argv[1]
KIND = {each.__name__: each for each in (RuntimeError, FileNotFoundError)}[sys.argv[2]]


class Crashing(brief_tui.tui.app.BriefApp):
    """Fails when it starts, when Ctrl+X is pressed, or when it gets another size."""

    CSS_PATH = str(Path(brief_tui.tui.app.__file__).with_name("app.tcss"))
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+x", "crash", priority=True)]

    def crash(self) -> None:
        """Fail, with all that was read at hand."""
        assert self.reader is not None
        briefing = self.reader.session.volume.briefing
        told = f"in the middle of {[each.text for each in briefing.claims]}"
        raise KIND(2, told)

    def action_crash(self) -> None:
        self.crash()

    def on_mount(self) -> None:
        if WHEN == "start":
            self.crash()
        super().on_mount()

    def on_resize(self, event: Resize) -> None:
        if WHEN == "resize" and event.size.width in (60, 100):
            self.crash()


brief_tui.tui.app.BriefApp = Crashing  # type: ignore[misc]
sys.exit(main(sys.argv[3:]))
