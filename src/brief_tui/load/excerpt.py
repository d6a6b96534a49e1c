"""The line of a file that a problem is about, with a caret under the place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from brief_tui.load.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brief_tui.model.problem import Position

_LINE_END = re.compile("\r\n|\n|\r")


def excerpt(position: Position, width: int, measure: Callable[[str], int]) -> tuple[str, ...]:
    """The line at ``position`` and a caret under its column, both safe to show.

    Args:
        position: a place in a file; nothing is shown where the file cannot be read.
        width: how many cells may be shown; a longer line is cut around the column.
        measure: how many cells a text takes where it is going to be shown.
    """
    line = _line(position)
    if line is None or not line.strip():
        return ()
    at = min(position.column - 1, len(line))
    first = max(0, min(at - width // 2, len(line) - width))
    before = ("…" if first else "") + clean(line[first:at])
    while measure(before) >= width * 3 // 4 and len(before) > 2:
        before = "…" + before[2:]
    after = clean(line[at : at + width])
    shown, rest = before + after, len(line) > at + width
    while measure(shown) > width - rest and len(shown) > len(before) + 1:
        shown, rest = shown[:-1], True
    return shown + ("…" if rest else ""), " " * measure(before) + "^"


def _line(position: Position) -> str | None:
    try:
        state = position.file.stat()
        lines = _lines(position.file, state.st_mtime_ns, state.st_size)
    except (OSError, ValueError):
        return None
    return lines[position.line - 1] if position.line <= len(lines) else None


@lru_cache(maxsize=2)
def _lines(file: Path, changed: int, size: int) -> tuple[str, ...]:
    # When the file changed and how long it is are only there to tell its versions apart.
    from brief_tui.load.file_text import read_bytes

    data = read_bytes(file)
    if not isinstance(data, bytes):
        return ()
    return tuple(_LINE_END.split(data.decode("utf-8-sig", "replace")))
