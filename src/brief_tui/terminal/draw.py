"""The shortest text that makes a terminal which shows one screen show another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import compress
from operator import is_not, ne, or_

from brief_tui.terminal.capabilities import XTERM, Dialect
from brief_tui.terminal.look import PLAIN, Look
from brief_tui.terminal.moved import moved, worth_moving
from brief_tui.terminal.pen import Pen
from brief_tui.terminal.screen import Row, Screen
from brief_tui.terminal.styles import Styles
from brief_tui.terminal.widths import ONE_CELL_EACH, sure_width

_WORTH_ERASING = 6
"""Cells: to erase fewer costs as much as to write blanks."""

_NEAR = 4
"""Bytes: what stands between two changes is written again where it costs no more than a move."""


def draw(shadow: Screen, text: str, styles: Styles, dialect: Dialect = XTERM) -> tuple[Screen, str]:
    """The short form of what is written to a terminal.

    Args:
        shadow: What the terminal shows.
        text: What is written to it, one frame, in its long form.
        styles: Reads the styles in ``text``.
        dialect: What the terminal understands.

    Returns:
        What the terminal then shows, and what to send to it in place of ``text``.
    """
    wanted, passed, strange = shadow.after(text, styles)
    short = difference(shadow, wanted, dialect) + "".join(passed)
    return wanted._replace(known=not strange), short


def difference(shown: Screen, wanted: Screen, dialect: Dialect = XTERM) -> str:
    """What makes a terminal that shows ``shown`` show ``wanted``, which is of the same size.

    Where it is unknown what the terminal shows, and where the sizes differ, all of it is drawn.
    The terminal is left in plain style, the cursor anywhere.
    """
    if not shown.known or (shown.width, shown.height) != (wanted.width, wanted.height):
        pen = Pen(wanted.width, wanted.height, dialect)
        pen.reset()
        blank = Screen.blank(wanted.width, wanted.height)
        return _drawn(pen, blank.rows, wanted.rows, range(wanted.height), dialect)
    changed = [y for y, row in enumerate(wanted.rows) if _differ(shown.rows[y], row)]
    if not changed:
        return ""
    pen = Pen(wanted.width, wanted.height, dialect)
    before = shown.rows
    move = worth_moving(before, wanted.rows, changed) if dialect.inserts_lines else None
    if move is not None:
        pen.move_rows(move.top, move.bottom, move.up)
        before = moved(before, move)
        changed = sorted({*changed, *range(move.top, move.bottom + 1)})
    return _drawn(pen, before, wanted.rows, changed, dialect)


def _differ(one: Row, other: Row) -> bool:
    return one is not other and (one.cells != other.cells or one.looks != other.looks)


def _drawn(
    pen: Pen, before: list[Row], after: list[Row], changed: Iterable[int], dialect: Dialect
) -> str:
    for y in changed:
        _draw_row(pen, y, before[y], after[y], dialect)
    pen.use(PLAIN)
    return pen.written


def _draw_row(pen: Pen, y: int, old: Row, new: Row, dialect: Dialect) -> None:
    cells, looks = new
    other = map(or_, map(ne, old.cells, cells), map(is_not, old.looks, looks))
    changed = [
        x
        for x in compress(range(len(cells)), other)
        if cells[x] != " " or old.cells[x] != " " or looks[x].blank is not old.looks[x].blank
    ]
    if not changed:
        return
    if not ONE_CELL_EACH.issuperset(cells):
        if "" in cells:  # the second half of a wide character comes with the first
            changed = sorted({x if cells[x] else x - 1 for x in changed})
        changed = _with_what_is_covered(changed, cells)
    erased = _erased_tail(changed, cells, looks, dialect)
    end = len(cells) if erased is None else erased
    at = 0
    while at < len(changed) and changed[at] < end:
        x = changed[at]
        stop = _end_of_stretch(changed, at, end, cells, looks)
        _write(pen, x, stop, y, old, new, dialect)
        while at < len(changed) and changed[at] < stop:
            at += 1
    if erased is not None:
        pen.go(erased, y)
        pen.use_blank(looks[erased])
        pen.erase_line()


def _with_what_is_covered(changed: list[int], cells: list[str]) -> list[int]:
    """``changed``, and the cells that some terminal may cover with what is written there."""
    wanted = set(changed)
    covered = 0
    for x in range(changed[0], len(cells)):
        if x < covered:
            wanted.add(x)
        if x in wanted and cells[x] and not sure_width(cells[x]):
            covered = max(covered, x + _most_cells(cells[x]))
    return sorted(wanted)


def _most_cells(cell: str) -> int:
    """How many cells a terminal may cover with a cell that terminals measure in other ways."""
    return sum(2 if character >= "\u1100" else 1 for character in cell)


def _erased_tail(
    changed: list[int], cells: list[str], looks: list[Look], dialect: Dialect
) -> int | None:
    """From which cell on the line is better erased; None where it is not."""
    last = len(cells) - 1
    if cells[last] != " ":
        return None
    blank = looks[last].blank
    if not _erases(blank, True, dialect):
        return None
    start = last
    while start and cells[start - 1] == " " and looks[start - 1].blank is blank:
        start -= 1
    in_tail = [x for x in changed if x >= start]
    if len(in_tail) < _WORTH_ERASING:
        return None
    return in_tail[0]


def _end_of_stretch(
    changed: list[int], at: int, end: int, cells: list[str], looks: list[Look]
) -> int:
    """Behind the last cell to write before the cursor is better moved."""
    last = bisect_left(changed, end, at) - 1
    if changed[last] - changed[at] == last - at:  # without a gap, as mostly
        at, stop = last, changed[last] + 1
    else:
        stop = changed[at] + 1
    for x in changed[at + 1 :]:
        if x >= end:
            break
        if x > stop:
            look = looks[stop - 1]
            between = range(stop, x)
            if len("".join(cells[stop:x]).encode()) > _NEAR or any(
                looks[each] is not look or sure_width(cells[each]) != 1 for each in between
            ):
                break
        stop = x + 1
    while stop < len(cells) and not cells[stop]:
        stop += 1
    return stop


def _write(pen: Pen, x: int, stop: int, y: int, old: Row, new: Row, dialect: Dialect) -> None:
    """Write the cells from ``x`` to before ``stop``."""
    cells, looks = new
    covered = 0
    while x < stop:
        pen.go(x, y)
        look = looks[x]
        if cells[x] == " ":
            end = _end_of_blanks(x, stop, cells, looks)
            pen.use_blank(look)
            if end - x > 2 * _WORTH_ERASING and _erases(
                look.blank, dialect.erases_characters, dialect
            ):
                pen.erase(end - x)
            else:
                pen.write(" " * (end - x), end - x)
        elif sure_width(cells[x]):
            end = _end_of_text(x, stop, cells, looks)
            pen.use(look)
            pen.write("".join(cells[x:end]), end - x)
        else:
            end = x + 1
            while end < stop and not cells[end]:
                end += 1
            if end - x > 1 and (x < covered or not _blank(old, x, end, look.blank)):
                # A terminal that shows it in one cell would leave what was there in the other.
                pen.use_blank(look)
                pen.write(" " * (end - x), end - x)
                pen.go(x, y)
            covered = x + _most_cells(cells[x])
            pen.use(look)
            pen.write_unsure(cells[x])
        x = end


def _erases(blank: Look, can: bool, dialect: Dialect) -> bool:
    """Whether to erase leaves cells that look like this."""
    plain = not blank.flags and not blank.link
    return can and plain and (dialect.erases_in_colour or not blank.back)


def _blank(row: Row, x: int, end: int, blank: Look) -> bool:
    """Whether there are only blanks of this look."""
    return row.cells[x:end] == [" "] * (end - x) and all(
        look.blank is blank for look in row.looks[x:end]
    )


def _end_of_blanks(x: int, stop: int, cells: list[str], looks: list[Look]) -> int:
    blank = looks[x].blank
    end = x + 1
    while end < stop and cells[end] == " " and looks[end].blank is blank:
        end += 1
    return end


def _end_of_text(x: int, stop: int, cells: list[str], looks: list[Look]) -> int:
    """Behind the last cell of one look and sure width, with single blanks in between."""
    look = looks[x]
    end = x + 1
    while end < stop and looks[end] is look:
        end += 1
    text = "".join(cells[x:end])
    if ONE_CELL_EACH.issuperset(text):  # as most is
        blanks = text.find("  ")
        return end if blanks < 0 else x + blanks + 1
    stop, end = end, x + 1
    while end < stop:
        cell = cells[end]
        if (cell == " " and cells[end - 1] == " ") or (cell and not sure_width(cell)):
            break
        end += 1
    return end
