"""What a reader supposes: cells filled in and dimensions set aside, beside the briefing, not in it.

There is no weight but counting or not: a number would need a total to act on, and power has no
common denominator for one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from types import MappingProxyType

from brief_tui.model.item import Option
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import STEPS, Dimension, Level

CellKey = tuple[str, Dimension]
"""A cell of the matrix: the id of an option, and a dimension."""

_NO_CELLS: Mapping[CellKey, Level] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Scratch:
    """The reader's own levels for cells that are not stated, and the dimensions that do not count.

    What the briefing states always goes before what is filled in here.
    """

    filled: Mapping[CellKey, Level] = field(default_factory=lambda: _NO_CELLS)
    aside: frozenset[Dimension] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.filled or self.aside)

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The dimensions that count, in their order."""
        return tuple(each for each in Dimension if each not in self.aside)

    @property
    def ordered_aside(self) -> tuple[Dimension, ...]:
        """The dimensions that do not count, in their order."""
        return tuple(each for each in Dimension if each in self.aside)

    def own(self, option: Option, dimension: Dimension) -> Level | None:
        """The level that the reader filled in; None where there is none, or the briefing's own."""
        if option.leverage.on(dimension):
            return None
        return self.filled.get((option.id, dimension))

    def level(self, option: Option, dimension: Dimension) -> Level | None:
        """The briefing's level where it states one, else the reader's; None where neither does."""
        return option.leverage.level(dimension) or self.filled.get((option.id, dimension))

    def filling(self, option: Option, dimension: Dimension, level: Level | None) -> Scratch:
        """This with a cell filled in; with None, not stated again.

        Raises:
            ValueError: the briefing states the cell, or ``level`` is no step from none to high.
        """
        if option.leverage.on(dimension):
            raise ValueError(f"{dimension.label} of {option.id} is stated")
        key = (option.id, dimension)
        filled = {each: of for each, of in self.filled.items() if each != key}
        if level is not None:
            if level not in STEPS:
                raise ValueError(f"{level} is no step between none and high")
            filled[key] = level
        return replace(self, filled=MappingProxyType(filled))

    def setting_aside(self, dimension: Dimension) -> Scratch:
        """This with a dimension set aside, or taken in again where it was."""
        return replace(self, aside=self.aside ^ {dimension})

    def own_in(self, options: tuple[Option, ...]) -> int:
        """How many cells of ``options`` the reader filled in."""
        if not self.filled:
            return 0
        return sum(self.own(option, each) is not None for option in options for each in Dimension)


NOTHING_SUPPOSED = Scratch()
"""The briefing as it is."""
