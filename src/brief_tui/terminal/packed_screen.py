"""A screen as bytes, and back again: what stands in its cells, and how they look.

Links are left out: a frame that is shown before the app is there has none.
"""

from __future__ import annotations

from itertools import groupby

from brief_tui.terminal.look import Look, look
from brief_tui.terminal.screen import Row, Screen

_ROW, _FIELD, _CELL = "\n", "\t", "\x1f"
"""None of them stands in a cell."""


def without_links(screen: Screen) -> Screen:
    """The same screen, on which nothing leads anywhere."""
    plain = {each: _plain(each) for row in screen.rows for each in row.looks}
    rows = [Row(row.cells, [plain[each] for each in row.looks]) for row in screen.rows]
    return screen._replace(rows=rows)


def packed(screen: Screen) -> bytes:
    """A screen without links as bytes."""
    numbers: dict[Look, int] = {}
    lines = []
    for cells, row_looks in screen.rows:
        runs = [
            f"{numbers.setdefault(each, len(numbers))}*{sum(1 for _ in same)}"
            for each, same in groupby(row_looks)
        ]
        lines.append(_FIELD.join((_CELL.join(cells), *runs)))
    named = (f"{each.front}{_FIELD}{each.back}{_FIELD}{each.flags}" for each in numbers)
    return _ROW.join((str(len(numbers)), *named, *lines)).encode()


def unpacked(data: bytes, width: int, height: int) -> Screen | None:
    """The screen of this size that was packed; None where these bytes are not one."""
    try:
        first, *lines = data.decode().split(_ROW)
        count = int(first)
        looks = [_look(line) for line in lines[:count]]
        rows = [_row(line, looks) for line in lines[count:]]
    except (ValueError, IndexError):
        return None
    whole = len(rows) == height and all(len(cells) == len(looks) == width for cells, looks in rows)
    return Screen(width, height, rows) if whole else None


def _plain(each: Look) -> Look:
    return look(each.front, each.back, each.flags) if each.link else each


def _look(line: str) -> Look:
    front, back, flags = line.split(_FIELD)
    return look(front, back, int(flags))


def _row(line: str, looks: list[Look]) -> Row:
    cells, *runs = line.split(_FIELD)
    found: list[Look] = []
    for run in runs:
        number, _, count = run.partition("*")
        found += [looks[int(number)]] * int(count)
    return Row(cells.split(_CELL), found)
