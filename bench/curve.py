"""Figures of libraries of several sizes, side by side: a curve, not one point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bench.table import Goal


class Point(NamedTuple):
    """One figure at one size.

    Attributes:
        what: what was measured, and how.
        figure: what it is, with its unit.
        ratio: to what it is compared with.
        against: what it is compared with.
        goal: what the ratio should be at the largest size, if there is a goal.
    """

    what: str
    figure: str
    ratio: float | None = None
    against: str = ""
    goal: Goal | None = None


def set_curves(points: Mapping[int, Iterable[Point]]) -> str:
    """Points by size as lines of aligned columns under a head; ratios are of the largest size."""
    sizes = sorted(points)
    lines: dict[str, dict[int, Point]] = {}
    for size in sizes:
        for point in points[size]:
            lines.setdefault(point.what, {})[size] = point
    head = ("what", *(f"{size:,}" for size in sizes), "ratio", "goal", "to")
    cells = [head, *(_cells(what, found, sizes) for what, found in lines.items())]
    widths = [max(len(line[column]) for line in cells) for column in range(len(head))]
    figures = range(1, 2 + len(sizes))
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place in figures else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    )


def _cells(what: str, found: Mapping[int, Point], sizes: Sequence[int]) -> tuple[str, ...]:
    figures = (found[size].figure if size in found else "–" for size in sizes)
    last = found.get(sizes[-1])
    if last is None or last.ratio is None:
        return (what, *figures, "", "", "")
    goal = last.goal.said_of(last.ratio) if last.goal is not None else ""
    return (what, *figures, f"{last.ratio:.2f}", goal, last.against)
