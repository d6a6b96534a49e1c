"""Moves about the matrix of all options in the app, and prints what that costs as JSON.

``python -m bench.matrix FILE ROUNDS``: the seconds of the processor that each key takes until the
screen is drawn again, and those that laying out the matrix takes, the fastest of so many ROUNDS.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from pathlib import Path

from textual.drivers.headless_driver import HeadlessDriver

from brief_tui.analysis.matrix import Arrangement, Weighing
from brief_tui.analysis.scratch import NOTHING_SUPPOSED
from brief_tui.library.collection import Collection
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.register import Register
from brief_tui.render.matrix import lay_out_matrix
from brief_tui.terminal.capabilities import Capabilities
from brief_tui.tui.app import BriefApp

SIZE = (120, 40)
KEYS = ("down",) * 60 + ("pagedown",) * 20 + ("right", "left") * 10 + ("up",) * 20 + ("G", "g") * 5


class Dropping(HeadlessDriver):
    """A terminal for which everything is made ready to be written, and that drops it."""

    @property
    def is_headless(self) -> bool:
        """Said not to be, since nothing is made ready for one that is."""
        return False

    def write(self, data: str) -> None:
        """Drop it."""


async def press(app: BriefApp) -> list[float]:
    """Open the matrix and press keys: how long each takes."""
    app.driver_class = Dropping
    seconds = []
    async with app.run_test(headless=False, size=SIZE) as pilot:
        await pilot.press("w")
        for key in KEYS:
            begin = time.process_time()
            await pilot.press(key)
            seconds.append(time.process_time() - begin)
    return seconds


def lay_out(register: Register) -> float:
    """Lay the whole matrix out once, as the app does: how long it takes."""
    weighing = Weighing(register.briefing.options, 0, Arrangement.OF, NOTHING_SUPPOSED)
    begin = time.process_time()
    lay_out_matrix(register, weighing, SIZE[0] - 2)
    return time.process_time() - begin


def main(path: Path, rounds: int) -> None:
    """Press and report.

    Raises:
        ValueError: the briefing has errors.
    """
    loaded = load_briefing(path)
    briefing = loaded.briefing
    if briefing is None:
        raise ValueError(str(loaded.problems[0]))
    gc.freeze()
    register = Register.of(briefing)
    report = {
        "options": len(briefing.options),
        "layout": min(lay_out(register) for _ in range(rounds)),
        "keys": asyncio.run(press(BriefApp(Collection([loaded]), Capabilities()))),
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
