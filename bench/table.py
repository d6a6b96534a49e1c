"""The figures as aligned text."""

from __future__ import annotations

from typing import NamedTuple


class Goal(NamedTuple):
    """What a ratio should be."""

    bound: float
    at_most: bool = True

    def said_of(self, ratio: float) -> str:
        """The goal in words, and whether ``ratio`` meets it."""
        met = ratio <= self.bound if self.at_most else ratio >= self.bound
        word = "at most" if self.at_most else "at least"
        return f"{word} {self.bound:g}: {'met' if met else 'missed'}"


class Row(NamedTuple):
    """One figure.

    Attributes:
        what: what was measured, and how.
        figure: what it is, with its unit.
        reference: what it is compared with, if with anything.
        ratio: of the two.
        goal: what the ratio should be, if there is a goal.
    """

    what: str
    figure: str
    reference: str = ""
    ratio: float | None = None
    goal: Goal | None = None

    def cells(self) -> tuple[str, ...]:
        """The row's texts, column by column."""
        if self.ratio is None:
            return (self.what, self.figure, self.reference, "", "")
        goal = self.goal.said_of(self.ratio) if self.goal is not None else ""
        return (self.what, self.figure, self.reference, f"{self.ratio:.2f}", goal)


HEAD = ("what", "figure", "reference", "ratio", "goal")


def set_table(rows: list[Row]) -> str:
    """The rows as lines of aligned columns under a head."""
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def not_measured(what: str, why: str) -> Row:
    """What stands in for a figure that there is none of."""
    return Row(what, f"not measured: {why}")
