"""Where figures of one measure differ, and by how much: nothing averaged, nothing added up."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from brief_tui.analysis.figures import Count, End, Shape
from brief_tui.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """Figures of one series that set the same bounds: those who give one number."""

    lower_end: End
    upper_end: End
    counts: tuple[Count, ...]

    @property
    def is_point(self) -> bool:
        """Whether it is one number."""
        return self.counts[0].shape is Shape.POINT

    @property
    def is_approximate(self) -> bool:
        """Whether any of them is an approximation."""
        return any(count.is_approximate for count in self.counts)


@dataclass(frozen=True, slots=True)
class Difference:
    """Two readings of which one lies wholly above the other."""

    lower: Reading
    higher: Reading

    @property
    def least(self) -> float:
        """By how much they differ at the least."""
        return self.higher.lower_end[0] - self.lower.upper_end[0]

    @property
    def most(self) -> float | None:
        """By how much they differ at the most; None where either is open."""
        apart = self.higher.upper_end[0] - self.lower.lower_end[0]
        return apart if math.isfinite(apart) else None

    @property
    def is_approximate(self) -> bool:
        """Whether either is an approximation."""
        return self.lower.is_approximate or self.higher.is_approximate

    @property
    def ratio(self) -> float | None:
        """How many times the lower number goes into the higher, where both are one number."""
        if not (self.lower.is_point and self.higher.is_point) or self.lower.lower_end[0] <= 0:
            return None
        ratio = self.higher.lower_end[0] / self.lower.lower_end[0]
        return ratio if math.isfinite(ratio) else None


def readings(counts: Iterable[Count]) -> tuple[Reading, ...]:
    """The different numbers given by figures of one series, lowest first; words give none."""
    found: dict[tuple[End, End], list[Count]] = {}
    for count in counts:
        if count.shape is not Shape.WORDS:
            found.setdefault((count.lower_end, count.upper_end), []).append(count)
    return tuple(Reading(*ends, tuple(found[ends])) for ends in sorted(found))


def differ(one: Count, other: Count) -> bool:
    """Whether two figures of one series cannot both be right.

    An approximation differs from any other number, and words without a number from nothing.
    """
    return one.upper_end < other.lower_end or other.upper_end < one.lower_end


def differences(counts: Iterable[Count]) -> tuple[Difference, ...]:
    """Where the figures of one series differ. Ranges that overlap do not.

    Each reading is told from the nearest one wholly below it, a reading that has none below it
    from the nearest above; at last the lowest is told from the highest. So every reading that
    differs from another is told from at least one, in as many lines as there are readings.
    """
    found = readings(counts)
    from_above = sorted(found, key=lambda each: each.upper_end)
    from_below = sorted(found, key=lambda each: each.lower_end)
    pairs: dict[tuple[int, int], Difference] = {}

    def tell_apart(lower: Reading | None, higher: Reading | None) -> None:
        if lower is not None and higher is not None and lower.upper_end < higher.lower_end:
            pairs.setdefault((id(lower), id(higher)), Difference(lower, higher))

    for reading in found:
        tell_apart(_last_below(from_above, reading), reading)
    told = {key for pair in pairs for key in pair}
    for reading in found:
        if id(reading) not in told:
            tell_apart(reading, _first_above(from_below, reading))
    if found:
        tell_apart(from_above[0], from_below[-1])
    return tuple(pairs.values())


def _last_below(from_above: Sequence[Reading], reading: Reading) -> Reading | None:
    index = bisect_left(from_above, reading.lower_end, key=lambda each: each.upper_end)
    return from_above[index - 1] if index else None


def _first_above(from_below: Sequence[Reading], reading: Reading) -> Reading | None:
    index = bisect_right(from_below, reading.upper_end, key=lambda each: each.lower_end)
    return from_below[index] if index < len(from_below) else None
