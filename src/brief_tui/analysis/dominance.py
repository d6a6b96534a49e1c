"""Which options outrank which: a strict partial order, worked out on sets of options.

One option outranks another where it states, uncontested, every dimension that the other states,
is at least as strong on each of them and stronger on one. To ask only for the dimensions that
both state would be no order: three options could outrank each other in a circle. So what is
stated of the weaker option alone, or contested, makes two options not comparable.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

from brief_tui.analysis.scratch import NOTHING_SUPPOSED, Scratch
from brief_tui.model.item import Option
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import STEPS, Dimension, Level

Options = int
"""A set of options: bit ``n`` stands for the n-th."""

SILENT, CONTESTED = -1, -2
"""Instead of a strength: the dimension is not stated, or voices differ on it."""

STRONGEST = len(STEPS) - 1


@dataclass(frozen=True, slots=True)
class Masks:
    """On one dimension, the options it is not stated of, and those up to and from each strength.

    ``up_to[k]`` holds those at most as strong as ``k``, ``from_[k]`` those at least as strong.
    """

    silent: Options
    up_to: tuple[Options, ...]
    from_: tuple[Options, ...]

    @property
    def stated(self) -> Options:
        """Those that it is stated of, uncontested."""
        return self.from_[0]

    def no_stronger(self, strength: int) -> Options:
        """Those that this strength, or SILENT or CONTESTED, is at least as good as."""
        return self.silent | self.up_to[strength] if strength >= 0 else self.silent

    def weaker(self, strength: int) -> Options:
        """Those that this strength is better than."""
        return self.up_to[strength - 1] if strength > 0 else 0

    def no_weaker(self, strength: int) -> Options:
        """Those that are at least as good as this strength; everybody is as good as SILENT."""
        if strength == SILENT:
            return -1
        return self.from_[strength] if strength >= 0 else 0

    def stronger(self, strength: int) -> Options:
        """Those that are better than this strength."""
        return self.from_[strength + 1] if 0 <= strength < STRONGEST else 0


@dataclass(frozen=True, slots=True)
class Order:
    """The partial order of some options under the dimensions that count.

    ``strengths`` has a row for each option and in it a number for each of ``dimensions``.
    ``below`` and ``above`` hold for each option those that it outranks and those that outrank it.
    """

    options: tuple[Option, ...]
    scratch: Scratch
    dimensions: tuple[Dimension, ...]
    strengths: tuple[tuple[int, ...], ...]
    masks: tuple[Masks, ...]
    below: tuple[Options, ...]
    above: tuple[Options, ...]

    def outranks(self, one: int, other: int) -> bool:
        """Whether the option at one place outranks that at another."""
        return bool(self.below[one] >> other & 1)

    def named(self, options: Options) -> tuple[Option, ...]:
        """The options of a set, in their order."""
        return tuple(self.options[each] for each in members(options))

    @property
    def pairs(self) -> int:
        """How many pairs are ordered."""
        return sum(each.bit_count() for each in self.below)

    def directly_below(self, one: int) -> Options:
        """Those that an option outranks with none in between."""
        below = self.below[one]
        return below & ~reduce(or_, (self.below[each] for each in members(below)), 0)

    def levels(self) -> tuple[tuple[int, ...], ...]:
        """The options that are in some pair, level by level.

        On the first stand those that no other outranks; on each further one those that are
        outranked from the level before. Two on one level are not comparable.
        """
        left = sum(
            1 << each for each in range(len(self.options)) if self.below[each] or self.above[each]
        )
        found = []
        while left:
            level = tuple(each for each in members(left) if not self.above[each] & left)
            found.append(level)
            left &= ~sum(1 << each for each in level)
        return tuple(found)

    def unordered(self) -> tuple[int, ...]:
        """The options that are comparable with none of the others."""
        return tuple(
            each
            for each in range(len(self.options))
            if not self.below[each] and not self.above[each]
        )


def order_of(options: Sequence[Option], scratch: Scratch = NOTHING_SUPPOSED) -> Order:
    """The order of ``options``, with what the reader supposes where the briefing states nothing."""
    dimensions = scratch.dimensions
    strengths = tuple(
        tuple(strength_of(each, scratch.level(option, each)) for each in dimensions)
        for option in options
    )
    masks = tuple(_masks([row[place] for row in strengths]) for place in range(len(dimensions)))
    return Order(
        tuple(options),
        scratch,
        dimensions,
        strengths,
        masks,
        tuple(_below(masks, row) for row in strengths),
        tuple(_above(masks, row) for row in strengths),
    )


def strength_of(dimension: Dimension, level: Level | None) -> int:
    """How strong a level makes an option, or SILENT or CONTESTED."""
    if level is None:
        return SILENT
    strength = dimension.strength(level)
    return CONTESTED if strength is None else strength


def members(options: Options) -> Iterator[int]:
    """The places of the options in a set, lowest first."""
    while options:
        lowest = options & -options
        yield lowest.bit_length() - 1
        options ^= lowest


def _masks(column: list[int]) -> Masks:
    silent = 0
    at = [0] * len(STEPS)
    for place, strength in enumerate(column):
        if strength == SILENT:
            silent |= 1 << place
        elif strength >= 0:
            at[strength] |= 1 << place
    every = range(len(STEPS))
    up_to = tuple(reduce(or_, at[: each + 1]) for each in every)
    from_ = tuple(reduce(or_, at[each:]) for each in every)
    return Masks(silent, up_to, from_)


def _below(masks: tuple[Masks, ...], strengths: tuple[int, ...]) -> Options:
    no_stronger, weaker = -1, 0
    for mask, strength in zip(masks, strengths, strict=True):
        no_stronger &= mask.no_stronger(strength)
        weaker |= mask.weaker(strength)
    return no_stronger & weaker


def _above(masks: tuple[Masks, ...], strengths: tuple[int, ...]) -> Options:
    no_weaker, stronger = -1, 0
    for mask, strength in zip(masks, strengths, strict=True):
        no_weaker &= mask.no_weaker(strength)
        stronger |= mask.stronger(strength)
    return no_weaker & stronger
