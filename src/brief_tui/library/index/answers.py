"""Which rows of an index fulfil a condition, worked out with bitmaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief_tui.library.index.bitmaps import Bitmaps, united
from brief_tui.library.index.phrases import rows_with
from brief_tui.library.index.schema import LONGEST_START
from brief_tui.library.query.condition import AllOf, Bears, Condition, Not, OneOf, Says

if TYPE_CHECKING:
    from pyroaring import BitMap


def answer(bitmaps: Bitmaps, condition: Condition, among: BitMap) -> BitMap:
    """The rows of ``among`` that fulfil a condition.

    Raises:
        Interrupted: the question was stopped.
        Unreadable: the index is damaged.
    """
    bitmaps.snapshot.go_on()
    if not among:
        return among
    match condition:
        case AllOf(conditions):
            for each in sorted(conditions, key=_cost):
                among = answer(bitmaps, each, among)
            return among
        case OneOf(conditions):
            return united([answer(bitmaps, each, among) for each in conditions])
        case Not(inner):
            return among - answer(bitmaps, inner, among)
        case Bears():
            return _bearing(bitmaps, condition) & among
        case Says():
            return _saying(bitmaps, condition, among)


def _bearing(bitmaps: Bitmaps, condition: Bears) -> BitMap:
    if condition.test is not None:
        return bitmaps.taking(condition.kind, condition.test)
    return bitmaps.bearing(condition.kind, condition.value or "")


def _saying(bitmaps: Bitmaps, condition: Says, among: BitMap) -> BitMap:
    *before, last = condition.words
    found = bitmaps.beginning(last) if condition.open else bitmaps.saying(last)
    if before:
        for word in before:
            found = found & bitmaps.saying(word)
        # What follows a row may say it only by way of that row.
        found = rows_with(bitmaps, condition, found & bitmaps.heads(among))
        found = bitmaps.spread(found)
    return (found & among) | bitmaps.recent.saying(condition, among)


def _cost(condition: Condition) -> int:
    """About how much it takes to answer a condition: what takes least is answered first."""
    match condition:
        case Bears():
            return 0 if condition.test is None else 3
        case Says():
            if len(condition.words) > 1:
                return 9
            return 2 if condition.open and len(condition.words[0]) > LONGEST_START else 1
        case Not(inner):
            return _cost(inner) + 1
        case OneOf(conditions) | AllOf(conditions):
            return max(map(_cost, conditions), default=0)
