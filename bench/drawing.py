"""Times how long it takes to make the short form of what Textual writes; prints seconds as JSON.

``python -m bench.drawing BRIEFING COLUMNS LINES ROUNDS``: in a process of its own. The frames are
those that the app writes; what is measured is the time of the processor.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from pathlib import Path

from brief_tui.library.filter import Filter
from brief_tui.model.section import Section
from brief_tui.terminal.capabilities import Capabilities, Colours
from brief_tui.terminal.draw import draw
from brief_tui.terminal.screen import Screen
from brief_tui.terminal.styles import Styles
from brief_tui.tui.session import Place
from tests.tui.driver import reading

DOWNS = 20


async def recorded(briefing: Path, size: tuple[int, int]) -> list[str]:
    """What Textual writes for the first screen, and then for each ``down``."""
    capabilities = Capabilities(colours=Colours.INDEXED)
    place = Place(Section.CLAIMS, Filter())
    async with reading(briefing, size=size, capabilities=capabilities, place=place) as ui:
        frames = [ui.written()]
        for _ in range(DOWNS):
            before = len(ui.written())
            await ui.press("down")
            frames.append(ui.written()[before:])
    return frames


def timed(shadow: Screen, text: str, styles: Styles) -> float:
    """Seconds that the short form of one frame takes."""
    begin = time.process_time()
    draw(shadow, text, styles)
    return time.process_time() - begin


def main(briefing: Path, size: tuple[int, int], rounds: int) -> None:
    """Time and report."""
    first, *downs = asyncio.run(recorded(briefing, size))
    # As the app does: what there was when it had started is not looked through for garbage.
    gc.freeze()
    styles = Styles(Colours.INDEXED)
    unknown = Screen.blank(*size, known=False)
    seconds: dict[str, list[float]] = {"down": [], "whole": []}
    for _ in range(rounds):
        seconds["whole"] += [timed(unknown, first, styles) for _ in downs]
        shadow, _ = draw(unknown, first, styles)
        for text in downs:
            seconds["down"].append(timed(shadow, text, styles))
            shadow, _ = draw(shadow, text, styles)
    print(json.dumps(seconds))


if __name__ == "__main__":
    main(Path(sys.argv[1]), (int(sys.argv[2]), int(sys.argv[3])), int(sys.argv[4]))
