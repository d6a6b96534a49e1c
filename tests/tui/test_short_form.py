"""What a reader does, drawn in the short form, shows what the long form shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.both import Both
from tests.terminal.frames import Shown
from tests.tui.driver import Ui, reading

LISTS = ["2", *"jjjjjjj", "pagedown", "G", "g", *"3456789", "2", "enter", "pagedown", "escape"]
LAYERS = [
    *("?", "pagedown", "G", "escape", ":", "c", "l", "escape", "c", "k", "o", "enter", "escape"),
    *("/", "s", "h", "i", "enter", "e", "pagedown", "escape", "x", "t", "down", "down", "escape"),
    *("w", "j", "l", "r", "escape", "escape", "5", "space", "j", "space", "v", "l", "j", "d", "q"),
]


async def played(ui: Ui, both: Both, size: tuple[int, int], keys: list[str]) -> None:
    """Press keys, and compare after each."""
    seen = 0
    for key in ("", *keys):
        if key:
            await ui.press(key)
        written = ui.written()
        both.show(Shown(size, written[seen:]))
        seen = len(written)


@pytest.mark.parametrize(
    ("size", "keys"),
    [((80, 24), LISTS), ((80, 24), LAYERS), ((120, 30), LISTS), ((50, 15), LAYERS)],
    ids=["lists", "layers", "three panes", "one pane"],
)
async def test_a_session_looks_the_same(
    ferry: Path, size: tuple[int, int], keys: list[str]
) -> None:
    both = Both()
    async with reading(ferry, size=size) as ui:
        await played(ui, both, size, keys)
    short = sum(map(len, both.sent))
    assert short * 2 < both.received
