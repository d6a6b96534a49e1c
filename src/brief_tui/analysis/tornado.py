"""What one cell could change: steps of a level, and cells not stated, that move the order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from itertools import accumulate
from operator import and_, or_
from typing import NamedTuple

from brief_tui.analysis.dominance import SILENT, Masks, Options, Order
from brief_tui.model.item import Option
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import STEPS, Dimension, Level


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of the order where one cell of ``option`` reads ``after``, not ``before``.

    ``own`` tells a cell that the reader filled in. Every pair that changes has ``option`` in it:
    with those of the order's options that it begins or ceases to outrank, and with those that
    begin or cease to outrank it.
    """

    option: Option
    dimension: Dimension
    before: Level
    after: Level
    own: bool
    outranks: Options
    no_longer_outranks: Options
    outranked_by: Options
    no_longer_outranked_by: Options

    @property
    def pairs(self) -> int:
        """How many pairs begin or cease to be ordered."""
        above = self.outranked_by.bit_count() + self.no_longer_outranked_by.bit_count()
        return self.outranks.bit_count() + self.no_longer_outranks.bit_count() + above


class Opening(NamedTuple):
    """Options that a cell would order its own option with, were it stated at ``level``."""

    level: Level
    options: Options


@dataclass(frozen=True, slots=True)
class Unstated:
    """What a cell of ``option`` that is not stated stands in the way of.

    Each pair has something stated of both already, and would be ordered by this one cell more.
    Were it stated, ``option`` would outrank those of ``outranks`` from the level there on, towards
    the stronger, and be outranked by those of ``outranked_by``, towards the weaker.
    """

    option: Option
    dimension: Dimension
    outranks: tuple[Opening, ...]
    outranked_by: tuple[Opening, ...]

    @property
    def pairs(self) -> int:
        """How many pairs it could order."""
        return sum(each.options.bit_count() for each in (*self.outranks, *self.outranked_by))


def one_step_changes(order: Order) -> tuple[Change, ...]:
    """Every step of one cell, one level up or down, that changes the order; most changes first.

    A step from *not stated* or *contested* is none: nobody knows from where it would be taken.
    """
    found = (each for cell in _cells(order) for each in _changes(order, cell))
    return tuple(sorted(found, key=lambda change: -change.pairs))


def blocking_cells(order: Order) -> tuple[Unstated, ...]:
    """Every cell not stated that alone keeps pairs from being ordered; most pairs first."""
    found = (each for cell in _cells(order) if (each := _unstated(order, cell)) is not None)
    return tuple(sorted(found, key=lambda cell: -cell.pairs))


class _Cell(NamedTuple):
    """One cell, and what the other cells of its option have to say on the order.

    With another strength in this one cell, only ``masks`` need be asked again. ``sharing`` holds
    the options of which a dimension is stated that is stated of this one too.
    """

    place: int
    dimension: Dimension
    strength: int
    masks: Masks
    sharing: Options
    no_stronger: Options
    weaker: Options
    no_weaker: Options
    stronger: Options

    def below(self, strength: int) -> Options:
        """What the option would outrank with another strength here."""
        weaker = self.weaker | self.masks.weaker(strength)
        return self.no_stronger & self.masks.no_stronger(strength) & weaker & ~(1 << self.place)

    def above(self, strength: int) -> Options:
        """What would outrank the option with another strength here."""
        stronger = self.stronger | self.masks.stronger(strength)
        return self.no_weaker & self.masks.no_weaker(strength) & stronger & ~(1 << self.place)


def _cells(order: Order) -> Iterator[_Cell]:
    for place, row in enumerate(order.strengths):
        cells = list(zip(order.masks, row, strict=True))
        sharing = reduce(or_, (mask.stated for mask, strength in cells if strength >= 0), 0)
        asked = zip(
            _all_but_one([mask.no_stronger(strength) for mask, strength in cells], meet=True),
            _all_but_one([mask.weaker(strength) for mask, strength in cells], meet=False),
            _all_but_one([mask.no_weaker(strength) for mask, strength in cells], meet=True),
            _all_but_one([mask.stronger(strength) for mask, strength in cells], meet=False),
            strict=True,
        )
        for dimension, (mask, strength), others in zip(order.dimensions, cells, asked, strict=True):
            yield _Cell(place, dimension, strength, mask, sharing, *others)


def _all_but_one(sets: list[Options], *, meet: bool) -> list[Options]:
    """For each place, what all other sets have in common, or hold together."""
    join, nothing = (and_, -1) if meet else (or_, 0)
    before = list(accumulate(sets, join, initial=nothing))
    after = list(accumulate(reversed(sets), join, initial=nothing))[::-1]
    return [join(one, other) for one, other in zip(before, after[1:], strict=False)]


def _changes(order: Order, cell: _Cell) -> Iterator[Change]:
    option, dimension = order.options[cell.place], cell.dimension
    before = order.scratch.level(option, dimension)
    if before is None or cell.strength < 0:
        return
    below, above = order.below[cell.place], order.above[cell.place]
    step = STEPS.index(before)
    for after in STEPS[max(step - 1, 0) : step + 2]:
        strength = dimension.strength(after)
        if after is before or strength is None:
            continue
        below_then, above_then = cell.below(strength), cell.above(strength)
        if below_then != below or above_then != above:
            yield Change(
                option,
                dimension,
                before,
                after,
                order.scratch.own(option, dimension) is not None,
                below_then & ~below,
                below & ~below_then,
                above_then & ~above,
                above & ~above_then,
            )


def _unstated(order: Order, cell: _Cell) -> Unstated | None:
    if cell.strength != SILENT:
        return None
    dimension = cell.dimension
    weakest_first = STEPS[::-1] if dimension.weakens else STEPS
    below, above = (each[cell.place] | ~cell.sharing for each in (order.below, order.above))
    outranks = _openings(below, cell.below, weakest_first, dimension)
    outranked_by = _openings(above, cell.above, weakest_first[::-1], dimension)
    if not outranks and not outranked_by:
        return None
    return Unstated(order.options[cell.place], dimension, outranks, outranked_by)


def _openings(
    done: Options, then: Callable[[int], Options], levels: Sequence[Level], dimension: Dimension
) -> tuple[Opening, ...]:
    """What each of ``levels`` adds, beside what is done with and what those before it added."""
    found = []
    for level in levels:
        strength = dimension.strength(level)
        begun = then(strength) & ~done if strength is not None else 0
        if begun:
            found.append(Opening(level, begun))
            done |= begun
    return tuple(found)
