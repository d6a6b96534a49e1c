"""Every figure of a briefing by what it counts, with the bounds it sets, in the order said."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum, auto
from functools import lru_cache

from brief_tui.model.chain import speaker_of
from brief_tui.model.dates import When
from brief_tui.model.item import Figure, Item, Measure
from brief_tui.model.register import Register
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import Qualifier

_OPEN_ABOVE = (Qualifier.AT_LEAST, Qualifier.MORE_THAN)
_OPEN_BELOW = (Qualifier.UP_TO, Qualifier.FEWER_THAN)

End = tuple[float, int]
"""A bound that sorts: the number, and -1 or 1 where what is bounded stays below or above it."""


class Shape(Enum):
    """What a figure says of the number it stands for."""

    POINT = auto()
    RANGE = auto()
    AT_LEAST = auto()
    UP_TO = auto()
    WORDS = auto()


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of one item, ``number`` counting the item's figures from 1.

    ``measure`` is None where the figure names none, ``speaker`` where no party says it. ``unit``
    is the figure's own, else its measure's. ``low`` and ``high`` bound the number, inclusive
    unless ``lower_end`` or ``upper_end`` says otherwise; None: open, or given in words only.
    """

    item: Item
    number: int
    figure: Figure
    measure: Measure | None
    unit: str
    speaker: str | None
    low: float | None
    high: float | None

    @property
    def key(self) -> str:
        """What tells this figure from all others of the briefing."""
        return f"{self.item.id}#{self.number}"

    @property
    def said(self) -> When | None:
        """When it was said."""
        return self.item.said

    @property
    def as_of(self) -> When | None:
        """The date it holds for."""
        return self.figure.as_of

    @property
    def is_approximate(self) -> bool:
        """Whether the source gives it as an approximation."""
        return self.figure.qualifier is Qualifier.APPROXIMATE

    @property
    def is_apart(self) -> bool:
        """Whether it is in another unit than its measure."""
        return self.measure is not None and unit_key(self.unit) != unit_key(self.measure.unit)

    @property
    def is_derived(self) -> bool:
        """Whether the editor worked it out."""
        return self.figure.derived or bool(self.figure.derived_from)

    @property
    def shape(self) -> Shape:
        """What it says of the number."""
        if self.low is None:
            return Shape.WORDS if self.high is None else Shape.UP_TO
        if self.high is None:
            return Shape.AT_LEAST
        return Shape.POINT if self.low == self.high else Shape.RANGE

    @property
    def best(self) -> float | None:
        """The one number that the source gives within a range; None where it gives none."""
        return _finite(self.figure.value) if self.shape is Shape.RANGE else None

    @property
    def lower_end(self) -> End:
        """Its lower bound; minus infinity where it is open."""
        above = 1 if self.figure.qualifier is Qualifier.MORE_THAN else 0
        return (-math.inf, 0) if self.low is None else (self.low, above)

    @property
    def upper_end(self) -> End:
        """Its upper bound; infinity where it is open."""
        below = -1 if self.figure.qualifier is Qualifier.FEWER_THAN else 0
        return (math.inf, 0) if self.high is None else (self.high, below)


@dataclass(frozen=True, slots=True)
class Axis:
    """The one axis of a series. It has zero on it, so that lengths may be compared."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one measure in one unit, by date said: all that may be compared.

    A figure without a measure is a series by itself. ``axis`` is None where fewer than two of
    them give a number, so that there is nothing to draw one of them against.
    """

    key: str
    measure: Measure | None
    unit: str
    counts: tuple[Count, ...]
    axis: Axis | None

    @property
    def is_apart(self) -> bool:
        """Whether it is in another unit than the rest of its measure."""
        return self.counts[0].is_apart


@dataclass(frozen=True, slots=True)
class _Tables:
    series: tuple[Series, ...]
    by_count: Mapping[str, Series]
    by_item: Mapping[str, tuple[Count, ...]]


def series(register: Register) -> tuple[Series, ...]:
    """Every series in the briefing's order of measures; then the figures without a measure.

    Of a measure, the figures in its own unit come before those that bring another.
    """
    return _tables(register).series


def counted(register: Register) -> tuple[Count, ...]:
    """Every figure of every item, series by series."""
    return tuple(count for each in series(register) for count in each.counts)


def series_of(register: Register, count: Count) -> Series:
    """The series that a figure of the briefing is in."""
    return _tables(register).by_count[count.key]


def counts_of(register: Register, item: Item) -> tuple[Count, ...]:
    """The figures of an item of the briefing, in its own order."""
    return _tables(register).by_item.get(item.id, ())


def count_at(register: Register, key: str) -> Count | None:
    """The figure with this key; None where the briefing has none such."""
    found = _tables(register).by_count.get(key)
    return next((each for each in found.counts if each.key == key), None) if found else None


def unit_key(unit: str) -> str:
    """A unit by which two of them are told to be one, whatever their case and spaces."""
    return " ".join(unit.casefold().split())


def bounds(figure: Figure) -> tuple[float | None, float | None]:
    """The least and the most that a figure can mean; None where it is open or in words only.

    One number is both. What is no number a bar could be drawn for, as infinity, bounds nothing.
    """
    low, value, high = map(_finite, (figure.low, figure.value, figure.high))
    above, below = figure.qualifier in _OPEN_ABOVE, figure.qualifier in _OPEN_BELOW
    if value is None:
        both = low is not None and high is not None
        return (None if both and below else low), (None if both and above else high)
    return (
        value if low is None and not below else low,
        value if high is None and not above else high,
    )


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


@lru_cache(maxsize=4)
def _tables(register: Register) -> _Tables:
    by_item: dict[str, tuple[Count, ...]] = {}
    grouped: dict[tuple[int, bool, str], list[Count]] = {}
    place = {measure.id: index for index, measure in enumerate(register.briefing.measures)}
    for item in register.briefing.items():
        if not item.figures:
            continue
        by_item[item.id] = tuple(_counts(register, item))
        for count in by_item[item.id]:
            group = (len(place), False, count.key)
            if count.measure is not None:
                unit = unit_key(count.unit) if count.is_apart else ""
                group = (place[count.measure.id], count.is_apart, unit)
            grouped.setdefault(group, []).append(count)
    found = tuple(_series(grouped[group]) for group in sorted(grouped, key=lambda each: each[:2]))
    return _Tables(found, {each.key: one for one in found for each in one.counts}, by_item)


def _counts(register: Register, item: Item) -> Iterator[Count]:
    for number, figure in enumerate(item.figures, 1):
        measure = register.measures.get(figure.measure) if figure.measure else None
        unit = figure.unit or (measure.unit if measure else "")
        low, high = bounds(figure)
        yield Count(item, number, figure, measure, unit, speaker_of(item), low, high)


def _series(counts: list[Count]) -> Series:
    in_order = tuple(sorted(counts, key=lambda each: (_day(each.said), _day(each.as_of))))
    first = in_order[0]
    if first.measure is None:
        return Series(first.key, None, first.unit, in_order, None)
    unit = first.unit if first.is_apart else first.measure.unit
    key = f"{first.measure.id}/{unit_key(unit)}"
    return Series(key, first.measure, unit, in_order, _axis(in_order))


def _day(when: When | None) -> tuple[bool, date, date]:
    """A date to sort by, no date last."""
    return (False, when.first, when.last) if when else (True, date.max, date.max)


def _axis(counts: tuple[Count, ...]) -> Axis | None:
    given = [count for count in counts if count.shape is not Shape.WORDS]
    numbers = [end for count in given for end in (count.low, count.high) if end is not None]
    axis = Axis(min(0.0, *numbers), max(0.0, *numbers)) if len(given) > 1 else None
    return axis if axis and axis.low < axis.high else None
