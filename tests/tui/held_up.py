"""brief-tui on its way to Textual, held up or broken: ``held_up.py FILE WORD ...``.

The file says how, by its words: ``wait`` for as long as it says so; ``fail`` to import it; or
``start badly``, with a fault in the driver. Its test changes it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

from brief_tui.cli.main import main

HOW = Path(sys.argv[1])


class InTheWay:
    """Stands before whatever else finds modules."""

    def find_spec(
        self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name == "textual":
            while (how := HOW.read_text()) == "wait":
                time.sleep(0.002)
            if how == "fail":
                raise ImportError("not to be had just now")
        if name == "brief_tui.tui.app" and HOW.read_text() == "start badly":
            break_driver()
        return None


def break_driver() -> None:
    from brief_tui.terminal.driver import BriefDriver

    def fail(_: BriefDriver) -> None:
        raise ValueError("no part of the app's own")

    setattr(BriefDriver, "_tell_size", fail)  # noqa: B010


sys.meta_path.insert(0, InTheWay())
sys.exit(main(sys.argv[2:]))
