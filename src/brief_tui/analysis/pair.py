"""Two options put against each other, dimension by dimension: why one outranks the other or not."""

from __future__ import annotations

from enum import Enum

from brief_tui.analysis.scratch import NOTHING_SUPPOSED, Scratch
from brief_tui.model.item import Option
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import Dimension, Level


class Reason(Enum):
    """Why two options are not comparable."""

    NOTHING_STATED = "no dimension is stated"
    NOTHING_SHARED = "no dimension is stated of both"
    CROSSED = "each is stronger on something"
    EQUAL = "neither is stronger on what is stated of both"
    PARTLY_STATED = "a dimension is stated of the weaker one alone"
    CONTESTED = "a dimension is contested"


@dataclass(frozen=True, slots=True)
class Against:
    """The levels of two options on one dimension."""

    dimension: Dimension
    one: Level | None
    other: Level | None

    @property
    def gain(self) -> int | None:
        """Above 0 where the first is stronger, below where the other; None where not to be told."""
        if self.one is None or self.other is None:
            return None
        one, other = (self.dimension.strength(each) for each in (self.one, self.other))
        return None if one is None or other is None else one - other


@dataclass(frozen=True, slots=True)
class Pair:
    """Two options, and their levels on every dimension that counts."""

    one: Option
    other: Option
    levels: tuple[Against, ...]

    @property
    def turned(self) -> Pair:
        """The same the other way round."""
        levels = tuple(Against(each.dimension, each.other, each.one) for each in self.levels)
        return Pair(self.other, self.one, levels)

    @property
    def stronger(self) -> tuple[Against, ...]:
        """Where the first is stronger."""
        return tuple(each for each in self.levels if (each.gain or 0) > 0)

    @property
    def weaker(self) -> tuple[Against, ...]:
        """Where the other is stronger."""
        return self.turned.stronger

    @property
    def equal(self) -> tuple[Against, ...]:
        """Where both are as strong."""
        return tuple(each for each in self.levels if each.gain == 0)

    @property
    def only_one(self) -> tuple[Against, ...]:
        """What is stated, uncontested, of the first alone."""
        return tuple(each for each in self.levels if _is_step(each.one) and each.other is None)

    @property
    def only_other(self) -> tuple[Against, ...]:
        """What is stated, uncontested, of the other alone."""
        return tuple(each for each in self.levels if _is_step(each.other) and each.one is None)

    @property
    def contested(self) -> tuple[Against, ...]:
        """What is contested so that the first cannot outrank the other.

        That is whatever is contested in the other, and in the first what the other states.
        """
        return tuple(
            each
            for each in self.levels
            if each.other is Level.CONTESTED
            or (each.one is Level.CONTESTED and each.other is not None)
        )

    @property
    def outranks(self) -> bool:
        """Whether the first outranks the other."""
        obstacles = self.weaker or self.only_other or self.contested
        return bool(self.stronger) and not obstacles

    @property
    def reason(self) -> Reason | None:
        """Why the two are not comparable; None where one outranks the other."""
        if self.outranks or self.turned.outranks:
            return None
        if all(each.one is None for each in self.levels) or all(
            each.other is None for each in self.levels
        ):
            return Reason.NOTHING_STATED
        if not (self.stronger or self.weaker or self.equal):
            contested = any(Level.CONTESTED in (each.one, each.other) for each in self.levels)
            return Reason.CONTESTED if contested else Reason.NOTHING_SHARED
        if self.stronger and self.weaker:
            return Reason.CROSSED
        if not self.stronger and not self.weaker:
            return Reason.EQUAL
        against = self if self.stronger else self.turned
        return Reason.CONTESTED if against.contested else Reason.PARTLY_STATED


def pair_of(one: Option, other: Option, scratch: Scratch = NOTHING_SUPPOSED) -> Pair:
    """Two options against each other, with what the reader supposes."""
    return Pair(
        one,
        other,
        tuple(
            Against(each, scratch.level(one, each), scratch.level(other, each))
            for each in scratch.dimensions
        ),
    )


def _is_step(level: Level | None) -> bool:
    return level is not None and level is not Level.CONTESTED
