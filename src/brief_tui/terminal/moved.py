"""Rows that come back higher or lower, which a terminal can move by itself."""

from __future__ import annotations

from collections import Counter
from operator import ne
from typing import NamedTuple

from brief_tui.terminal.screen import Row, Screen

_WORTH_MOVING = 3
"""Rows that must come back in another place before moving them is thought of."""

_COST = 24
"""Bytes that it takes at most to move rows; a cell takes one at least."""


class Move(NamedTuple):
    """Rows that are moved together.

    Attributes:
        top: The first, of those that move and those that are covered.
        bottom: The last.
        up: How far up they go; down if negative.
    """

    top: int
    bottom: int
    up: int


def worth_moving(before: list[Row], after: list[Row], changed: list[int]) -> Move | None:
    """The move after which least is left to write, if it saves more than it takes.

    Args:
        before: What the terminal shows.
        after: What it is to show.
        changed: The rows that differ, from the top.
    """
    move = _found(before, after, changed) if len(changed) > _WORTH_MOVING else None
    if move is None:
        return None
    part = slice(move.top, move.bottom + 1)
    left = _cells(moved(before, move)[part], after[part])
    return move if _cells(before[part], after[part]) - left > _COST else None


def moved(rows: list[Row], move: Move) -> list[Row]:
    """What a terminal shows of ``rows`` after a move; the rows that came in are empty."""
    empty = [Screen.blank(len(rows[0].cells), 1).rows[0]] * abs(move.up)
    part = rows[move.top : move.bottom + 1]
    part = [*part[move.up :], *empty] if move.up > 0 else [*empty, *part[: move.up]]
    return [*rows[: move.top], *part, *rows[move.bottom + 1 :]]


def _found(before: list[Row], after: list[Row], changed: list[int]) -> Move | None:
    """The move that most rows have made, by their text but for the mark on the right edge."""
    where: dict[str, int] = {}
    for y in changed:
        text = "".join(before[y].cells[:-1])
        if not text.isspace():
            where.setdefault(text, y)
    pairs = [
        (y, where[text] - y)
        for y in changed
        if (text := "".join(after[y].cells[:-1])) in where and where[text] != y
    ]
    if not pairs:
        return None
    (up, times), *_ = Counter(up for _, up in pairs).most_common(1)
    if times < _WORTH_MOVING:
        return None
    rows = [y for y, way in pairs if way == up]
    if up > 0:
        return Move(rows[0], rows[-1] + up, up)
    return Move(rows[0] + up, rows[-1], up)


def _cells(before: list[Row], after: list[Row]) -> int:
    """How many cells are to be written, at least: those that only look otherwise come on top."""
    return sum(
        sum(map(ne, old.cells, new.cells))
        for old, new in zip(before, after, strict=True)
        if old is not new
    )
