"""Figures: each says how much, and of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief_tui.model.problem import Severity
from brief_tui.model.vocabulary import Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief_tui.load.merged import Merged, Where
    from brief_tui.model.item import Figure
    from brief_tui.model.problem import Problem

_QUANTITIES = ("value", "low", "high", "words")
_SECTIONS = ("claims", "evidence", "assessments", "options")


_FROM_BELOW = (Qualifier.AT_LEAST, Qualifier.MORE_THAN)
_FROM_ABOVE = (Qualifier.UP_TO, Qualifier.FEWER_THAN)


def figures(merged: Merged) -> Iterator[Problem]:
    """Figures without a quantity or that contradict themselves; without a measure, a warning."""
    for section in _SECTIONS:
        for index, item in enumerate(getattr(merged.briefing, section)):
            for number, figure in enumerate(item.figures):
                where: Where = (section, index, "figures", number)
                if figure.measure is None and not merged.gives(where, "measure"):
                    yield merged.problem(
                        where,
                        "figure-without-measure",
                        "the figure names no `measure`, so it is compared with nothing",
                        severity=Severity.WARNING,
                    )
                yield from _contradictions(merged, where, figure)
                if _is_empty(figure) and not merged.gives(where, *_QUANTITIES):
                    yield merged.problem(
                        where,
                        "empty-figure",
                        "the figure has no quantity",
                        allowed=_QUANTITIES,
                    )


def _is_empty(figure: Figure) -> bool:
    return not figure.words and all(end is None for end in (figure.value, figure.low, figure.high))


def _contradictions(merged: Merged, where: Where, figure: Figure) -> Iterator[Problem]:
    value, low, high = figure.value, figure.low, figure.high
    if low is not None and high is not None and low > high:
        yield merged.problem(
            (*where, "low"), "bad-range", "`low` is above `high`", found=f"{low:g}"
        )
    elif value is not None and (
        (low is not None and value < low) or (high is not None and value > high)
    ):
        yield merged.problem(
            (*where, "value"), "bad-range", "`value` is outside its range", found=f"{value:g}"
        )
    if value is None and (
        (figure.qualifier in _FROM_BELOW and low is None and high is not None)
        or (figure.qualifier in _FROM_ABOVE and high is None and low is not None)
    ):
        end = "high" if low is None else "low"
        yield merged.problem(
            (*where, "qualifier"),
            "bad-range",
            f"`{figure.qualifier}` contradicts a figure with only `{end}`",
            found=figure.qualifier or "",
        )
