"""Whose options there are, and how much of their leverage is stated."""

from __future__ import annotations

from brief_tui.model.item import Option
from brief_tui.model.register import Register
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import Dimension

DIMENSIONS = tuple(Dimension)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many cells of leverage the source states, of how many there are."""

    stated: int
    cells: int

    def __str__(self) -> str:
        return f"{self.stated} of {self.cells} stated"


def coverage(options: tuple[Option, ...]) -> Coverage:
    """How much of the leverage of ``options`` is stated: one cell per option and dimension."""
    stated = sum(
        1 for option in options for dimension in DIMENSIONS if option.leverage.on(dimension)
    )
    return Coverage(stated, len(options) * len(DIMENSIONS))


def options_of(register: Register, actor: str) -> tuple[Option, ...]:
    """The options an actor has, in the briefing's order."""
    return tuple(option for option in register.briefing.options if option.actor == actor)


def actors_with_options(register: Register) -> tuple[str, ...]:
    """Every actor that has an option, in the briefing's order of options."""
    return tuple(
        dict.fromkeys(
            option.actor for option in register.briefing.options if option.actor is not None
        )
    )
