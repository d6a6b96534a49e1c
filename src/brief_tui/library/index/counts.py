"""How many rows of an index a filter leaves, and of these how many bear each value of a field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from brief_tui.library.filter import Filter
from brief_tui.library.index.state import State
from brief_tui.model.section import Section
from brief_tui.model.tally import Tally

if TYPE_CHECKING:
    from pyroaring import BitMap

_COUNTRY = "country"


def tally(state: State, section: Section, filter_: Filter) -> Tally:
    """How much of a section a filter leaves."""
    whole, left = state.of_section(section), state.left(filter_)
    shown, apart, of_apart = whole.intersection_cardinality(left), 0, 0
    if section is Section.LEVERAGE:
        apart_rows = whole - state.bitmaps.bearing("kind", "actor")
        of_apart = len(apart_rows)
        apart = apart_rows.intersection_cardinality(left)
    return Tally(section, shown - apart, len(whole) - of_apart, apart, of_apart)


def country_counts(state: State, section: Section, filter_: Filter) -> Mapping[str, int]:
    """For every country, the rows it bears on that all but countries leave.

    Those that bear on the most items of the library come first.
    """
    left = state.of_section(section) & state.left(filter_.without_countries())
    counts = dict(having(state, _COUNTRY, state.countries, left))
    return {code: counts[code] for code in state.countries}


def having(
    state: State, kind: str, values: Iterable[str], rows: BitMap
) -> Iterator[tuple[str, int]]:
    """How many of some rows bear each of some marks of a kind."""
    bitmaps, recent = state.bitmaps, state.recent.bearing(kind)
    counted = bitmaps.counted(rows)
    for value in values:
        count = counted.having(bitmaps.bits(kind, value)) if rows else 0
        if value in recent:
            count += recent[value].intersection_cardinality(rows)
        yield value, count
