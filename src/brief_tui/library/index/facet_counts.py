"""The values of a field among rows of an index, counted with bitmaps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from brief_tui.library.facets import (
    COUNTED,
    DATES,
    Names,
    beginning_so,
    by_month,
    findable,
    grouped,
    in_order,
)
from brief_tui.library.filter import Filter
from brief_tui.library.index.bitmaps import Bits, united
from brief_tui.library.index.state import State
from brief_tui.library.interface import Bucket
from brief_tui.library.query.fields import FIELDS
from brief_tui.model.section import Section

if TYPE_CHECKING:
    from pyroaring import BitMap

_MONTH = len("2024-10")

_DAY = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-[0-9]{2}")
"""What a day is, where an index is not damaged."""

_FEW = 300
"""Up to so many values of a kind it takes less to look each up than to go through them all."""


def facet(state: State, field: str, section: Section, filter_: Filter) -> Sequence[Bucket]:
    """The values of a field, with the rows of a section that all other clauses leave."""
    left = state.of_section(section) & state.left(filter_.without(field))
    return [bucket for _, bucket in found_in(state, field, left)]


def found_in(state: State, field: str, rows: BitMap) -> Sequence[tuple[str, Bucket]]:
    """The values of a field that rows bear, each behind the words that it is found by."""
    if not rows:
        return ()
    if field in DATES:
        first, last = (_by_month(state, f"{field}.{end}", rows) for end in ("first", "last"))
        return [(findable(each.label, each.value), each) for each in by_month(first, last)]
    counts = borne(state, field, rows)
    names = _names(state, field) if FIELDS[field].has_names else None
    groups = grouped(field, counts, names)

    def amount(marks: Sequence[str]) -> int:
        if len(marks) == 1:
            return counts[marks[0]]
        found = [state.bitmaps.bearing(field, mark) for mark in marks]
        return united(found).intersection_cardinality(rows)

    return in_order((group, amount(marks)) for group, marks in groups.items())


def borne(state: State, kind: str, rows: BitMap) -> Mapping[str, int]:
    """The values of a kind of marks that any of some rows bears, each with how many do."""
    counted, recent = state.bitmaps.counted(rows), state.recent.bearing(kind)
    found: dict[str, int] = {}
    for value, bits in _every(state, kind):
        state.snapshot.go_on()
        count = counted.having(bits)
        if count:
            found[value] = count
    for value, numbers in recent.items():
        count = numbers.intersection_cardinality(rows)
        if count:
            found[value] = found.get(value, 0) + count
    return found


def _by_month(state: State, kind: str, rows: BitMap) -> Mapping[str, int]:
    """How many of some rows have a day of each month."""
    months = state.months.get(kind)
    if months is None:
        days: dict[str, set[str]] = {}
        for day in filter(_DAY.fullmatch, state.bitmaps.values(kind)):
            days.setdefault(day[:_MONTH], set()).add(day)
        taking = state.bitmaps.taking
        months = {month: taking(kind, days[month].__contains__) for month in days}
        state.months[kind] = months
    counts = {month: found.intersection_cardinality(rows) for month, found in months.items()}
    return {month: count for month, count in counts.items() if count}


def _names(state: State, field: str) -> Names:
    found = state.names.get(field)
    if found is None:
        found = state.names[field] = Names(field, state.bitmaps.values(field))
    return found


def known(state: State, field: str, beginning: str, most: int) -> Sequence[Bucket]:
    """Values of a field in which a word begins so, the most frequent first."""
    found = state.values.get(field)
    if found is None:
        rows = united([state.of_section(section) for section in COUNTED])
        found = state.values[field] = found_in(state, field, rows)
    return beginning_so(found, beginning, most)


def _every(state: State, kind: str) -> Iterator[tuple[str, Bits]]:
    bitmaps = state.bitmaps
    values = bitmaps.values(kind)
    if kind == "country":
        values = tuple(value for value in values if "/" not in value)
    if len(values) > _FEW:
        yield from bitmaps.every(kind)
        return
    for value in values:
        yield value, bitmaps.bits(kind, value)
