"""What became of one briefing; without what reads one, which costs more than to say it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from brief_tui.model.briefing import Briefing
from brief_tui.model.problem import Position, Problem
from brief_tui.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of one briefing.

    Attributes:
        path: the file or folder it was loaded from, as given.
        briefing: the briefing, or None where a problem closes it.
        problems: all of them, by file and place.
        positions: where everything with an id begins, by id, and every relation, by
            ``relations[0]`` and so on.
        title: the best title known, on one line, also of a briefing that is closed.
        text_replaced: whether some of its text was unsafe and shows substitutes.
    """

    path: Path
    briefing: Briefing | None
    problems: tuple[Problem, ...]
    positions: Mapping[str, Position]
    title: str
    text_replaced: bool
