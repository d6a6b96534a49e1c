"""What tells, unread, that a library is as it was."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

MOST = 500
"""Files and folders that are looked at. Of a larger library that has no index it is not known."""


def told_by(paths: Iterable[Path]) -> list[Path] | None:
    """The files and folders at ``paths`` of which one is otherwise where the library is.

    Where a briefing is added, changed or taken away, what ``stat`` says of one of them changes. A
    path where nothing is counts as well.

    Returns:
        The paths; None where there are too many to look at each time.
    """
    found: dict[Path, None] = {}
    been: set[tuple[int, int]] = set()
    return list(found) if all(_add(path.absolute(), found, been) for path in paths) else None


def _add(path: Path, found: dict[Path, None], been: set[tuple[int, int]]) -> bool:
    """Add what lies at ``path``; whether there was not too much."""
    found[path] = None
    if len(found) > MOST:
        return False
    try:
        there = path.stat()
        if (there.st_dev, there.st_ino) in been:
            return True
        been.add((there.st_dev, there.st_ino))
        inside = sorted(each for each in path.iterdir() if not each.name.startswith("."))
    except OSError:  # a file, a folder that is closed, or nothing
        return True
    return all(_add(each, found, been) for each in inside)
