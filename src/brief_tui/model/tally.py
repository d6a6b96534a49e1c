"""How much of a section is shown, in numbers and in words."""

from __future__ import annotations

from brief_tui.model.section import Section
from brief_tui.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of what a section is made of are shown, and how many there are.

    ``apart`` are the rows shown that are none of it, of ``of_apart`` that there are: in Leverage,
    the options that name no actor. They are counted for themselves, since no actor is invented.
    """

    section: Section
    shown: int
    total: int
    apart: int = 0
    of_apart: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing is hidden."""
        return (self.shown, self.apart) == (self.total, self.of_apart)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is shown."""
        return not self.shown and not self.apart

    @property
    def amount(self) -> str:
        """``4``, or ``3 of 4``; from a thousand up with commas."""
        return _amount(self.shown, self.total)

    @property
    def name(self) -> str:
        """What is counted."""
        return self.section.one if self.total == 1 else self.section.many

    @property
    def besides(self) -> str:
        """What is counted for itself, behind a comma; empty where nothing is."""
        if not self.of_apart:
            return ""
        if self.apart < self.of_apart:
            noun = "option" if self.of_apart == 1 else "options"
            return f", {_amount(self.apart, self.of_apart)} {noun} without actor"
        return f", {self.apart:,} {'option names' if self.apart == 1 else 'options name'} no actor"

    @property
    def in_numbers(self) -> str:
        """All of it, where there is little room: ``4 + 1 n.s.``, whose actor is not stated."""
        if not self.of_apart:
            return self.amount
        return f"{self.amount} + {_amount(self.apart, self.of_apart)} n.s."


def _amount(shown: int, total: int) -> str:
    return f"{shown:,}" if shown == total else f"{shown:,} of {total:,}"
