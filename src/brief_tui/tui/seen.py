"""Which briefings the reader has opened, and when: what is new is what changed after that.

Nothing is new where nothing is remembered, so that forgetting costs a mark and no more.
"""

from __future__ import annotations

import time
from pathlib import Path

from brief_tui.library.interface import Listed, State
from brief_tui.tui.remember import remember, remembered

_SINCE = "new_since"
_OPENED = "opened"
_MOST = 1000
"""Briefings that are remembered; those opened before are no longer told to have changed since."""


class Seen:
    """What the reader has opened. Times are in nanoseconds since 1970."""

    def __init__(self) -> None:
        """Take up what is remembered; where nothing is, begin now."""
        since, opened = remembered(_SINCE), remembered(_OPENED)
        self._opened = _times(opened)
        if isinstance(since, int):
            self._since = since
        else:
            self._since = time.time_ns()
            remember({_SINCE: self._since})

    def is_new(self, listed: Listed) -> bool:
        """Whether a briefing came or changed since it was opened last."""
        if listed.state is State.BROKEN:
            return False
        return listed.changed > self._opened.get(_name(listed.path), self._since)

    def open(self, path: Path) -> None:
        """Remember that a briefing was opened now."""
        name = _name(path)
        self._opened.pop(name, None)
        self._opened[name] = time.time_ns()
        while len(self._opened) > _MOST:
            self._since = max(self._since, self._opened.pop(next(iter(self._opened))))
        remember({_SINCE: self._since, _OPENED: self._opened})


def _name(path: Path) -> str:
    return str(path.absolute())


def _times(opened: object) -> dict[str, int]:
    """What is remembered, as far as it is what was once written."""
    if not isinstance(opened, dict):
        return {}
    found = {name: at for name, at in opened.items() if isinstance(at, int)}
    return dict(sorted(found.items(), key=lambda each: each[1])[-_MOST:])
