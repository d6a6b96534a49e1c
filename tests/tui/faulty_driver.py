"""brief-tui with a fault in its driver: ``faulty_driver.py PART BRIEFING``; see its test."""

from __future__ import annotations

import sys
from typing import Any

from brief_tui.cli.main import main
from brief_tui.terminal.driver import BriefDriver
from brief_tui.terminal.keys import Decoder
from brief_tui.terminal.outlet import Outlet
from brief_tui.terminal.painter import Painter

PART = sys.argv[1]
IN_USE: dict[str, tuple[type[object], str]] = {
    "writing": (Outlet, "_write"),
    "drawing": (Painter, "_draw"),
}


def fail(*_: object) -> None:
    raise ValueError("no part of the app's own")


feed = Decoder.feed


def fail_from_then_on(decoder: Decoder, data: bytes, now: float) -> list[Any]:
    """Read keys; from the key ``j`` on the part fails."""
    if b"j" in data:
        where, name = IN_USE.get(PART, (Decoder, "feed"))
        setattr(where, name, fail)
        if where is Decoder:
            fail()
    return list(feed(decoder, data, now))


setattr(Decoder, "feed", fail_from_then_on)  # noqa: B010
if PART == "starting":
    setattr(BriefDriver, "_tell_size", fail)  # noqa: B010
sys.exit(main(sys.argv[2:]))
