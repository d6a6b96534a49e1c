"""Figures: each says how much, and of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief_tui.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief_tui.load.merged import Merged, Where
    from brief_tui.model.problem import Problem

_QUANTITIES = ("value", "low", "high", "words")
_SECTIONS = ("claims", "evidence", "assessments", "options")


def figures(merged: Merged) -> Iterator[Problem]:
    """Figures without a quantity or with a range upside down; without a measure, a warning."""
    for section in _SECTIONS:
        for index, item in enumerate(getattr(merged.briefing, section)):
            for number, figure in enumerate(item.figures):
                where: Where = (section, index, "figures", number)
                low, high = figure.low, figure.high
                if figure.measure is None and not merged.gives(where, "measure"):
                    yield merged.problem(
                        where,
                        "figure-without-measure",
                        "the figure names no `measure`, so it is compared with nothing",
                        severity=Severity.WARNING,
                    )
                if low is not None and high is not None and low > high:
                    yield merged.problem(
                        (*where, "low"), "bad-range", "`low` is above `high`", found=f"{low:g}"
                    )
                elif (
                    figure.value is None
                    and low is None
                    and high is None
                    and not figure.words
                    and not merged.gives(where, *_QUANTITIES)
                ):
                    yield merged.problem(
                        where,
                        "empty-figure",
                        "the figure has no quantity",
                        allowed=_QUANTITIES,
                    )
