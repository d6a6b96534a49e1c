"""Figures that tempt to be compared although they count different things."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from brief_tui.analysis.figures import Series, Shape, series, unit_key
from brief_tui.model.register import Register
from brief_tui.model.value import dataclass

_TELLING = 100
"""Below this, the same number in another unit is chance: two brigades, two countries."""


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A series that counts something else than another, in the same unit or with a number of it.

    ``same_numbers`` are those that stand in both.
    """

    series: Series
    same_numbers: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Tables:
    by_unit: Mapping[str, tuple[Series, ...]]
    by_number: Mapping[float, tuple[Series, ...]]


def look_alikes(register: Register, one: Series) -> tuple[LookAlike, ...]:
    """What is not to be compared with ``one`` but looks as if it could be, the likest first.

    That is: other series in the same unit, and those that give the same number. A figure that
    does not say what it counts is compared with nothing in the first place, and words without a
    number tempt nobody.
    """
    if not _numbers_matter(one):
        return ()
    tables = _tables(register)
    numbers = _points(one)
    found: dict[str, tuple[Series, list[float]]] = {}
    for number in numbers:
        for other in tables.by_number[number]:
            if _same_unit(one, other) or abs(number) >= _TELLING:
                found.setdefault(other.key, (other, []))[1].append(number)
    for other in tables.by_unit.get(unit_key(one.unit), ()):
        found.setdefault(other.key, (other, []))
    found.pop(one.key, None)
    return tuple(LookAlike(other, tuple(same)) for other, same in found.values())


@lru_cache(maxsize=4)
def _tables(register: Register) -> _Tables:
    by_unit: dict[str, list[Series]] = {}
    by_number: dict[float, list[Series]] = {}
    for each in series(register):
        if not _numbers_matter(each):
            continue
        if each.unit:
            by_unit.setdefault(unit_key(each.unit), []).append(each)
        for number in _points(each):
            by_number.setdefault(number, []).append(each)
    return _Tables(
        {unit: tuple(found) for unit, found in by_unit.items()},
        {number: tuple(found) for number, found in by_number.items()},
    )


def _numbers_matter(one: Series) -> bool:
    return one.measure is not None and any(each.shape is not Shape.WORDS for each in one.counts)


def _points(one: Series) -> tuple[float, ...]:
    """The numbers it gives, each once, in its own order."""
    return tuple(
        dict.fromkeys(
            each.low for each in one.counts if each.shape is Shape.POINT and each.low is not None
        )
    )


def _same_unit(one: Series, other: Series) -> bool:
    return bool(one.unit) and unit_key(one.unit) == unit_key(other.unit)
