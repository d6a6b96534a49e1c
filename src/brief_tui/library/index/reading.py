"""A briefing read from its files for an index, together with the stamp of what was read."""

from __future__ import annotations

from pathlib import Path
from time import time_ns
from typing import NamedTuple

from brief_tui.library.found import look_at
from brief_tui.library.index.stamp import Stamp, changed, digest_of, lines
from brief_tui.library.index.writing import Stamped
from brief_tui.load.briefing_file import load_briefing
from brief_tui.load.loaded import Loaded

_ATTEMPTS = 5
"""How often a briefing is read that changes while it is read; after that the next refresh does."""


class Reading(NamedTuple):
    """What was read."""

    loaded: Loaded
    stamped: Stamped


def read(path: str) -> Reading | None:
    """Read a briefing as its files are at one moment; None where there is none any more."""
    reading: Reading | None = None
    for _ in range(_ATTEMPTS):
        taken = time_ns()
        before = look_at(path)
        if before is None:
            return None
        # First the digest: of what changes in between it tells next time.
        stamp = Stamp(lines(before), taken, digest_of(before))
        loaded = load_briefing(Path(path))
        reading = Reading(loaded, Stamped(stamp.written(), changed(before)))
        if look_at(path) == before:
            break
    return reading
