"""Whether a briefing that no YAML was read for is one that could have been read from YAML.

Whatever works with a briefing relies on what the checks see to: each id names one thing, each that
is named exists, and no chain runs in a circle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from brief_tui.load.checks.chains import circular_chains
from brief_tui.load.checks.figures import figures
from brief_tui.load.checks.hypotheses import hypotheses
from brief_tui.load.checks.likelihoods import unknown_terms
from brief_tui.load.checks.relations import circular_confirmations
from brief_tui.load.declaration import Declared, fields_of
from brief_tui.load.merged import SECTIONS, Merged, Where
from brief_tui.load.scalars import PATTERNS
from brief_tui.model.briefing import Briefing
from brief_tui.model.dates import When
from brief_tui.model.problem import Position, Problem, Severity

# Where one fails, the next may not come to an end.
_CHECKS = (unknown_terms, figures, hypotheses, circular_chains, circular_confirmations)


def is_sound(briefing: Briefing) -> bool:
    """Whether the checks of a loader would let a briefing through."""
    sections = {
        element.id: section for section in SECTIONS for element in getattr(briefing, section)
    }
    if len(sections) < sum(len(getattr(briefing, section)) for section in SECTIONS):
        return False
    for told in _told(Briefing, briefing):
        if told.refers and sections.get(told.text) not in told.refers:
            return False
        if told.form and _form(told.form).fullmatch(told.text) is None:
            return False
    whole = _Whole(briefing)
    return not any(problem.closes for check in _CHECKS for problem in check(whole))


class _Text(NamedTuple):
    """A text that is an id of something in one of some sections, or has a form of its own."""

    text: str
    refers: tuple[str, ...]
    form: str | None


class _Whole(Merged):
    """A briefing without the files that it was read from."""

    def __init__(self, briefing: Briefing) -> None:
        super().__init__([])
        self.briefing = briefing

    def gives(self, where: Where, *keys: str) -> bool:
        """What a file gave besides what was read is not known, and not missed."""
        return True

    def problem(
        self,
        where: Where,
        code: str,
        message: str,
        *,
        found: str = "",
        allowed: tuple[str, ...] = (),
        nearest: str | None = None,
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """A problem, at no place."""
        return Problem(
            position=Position(Path()),
            path="",
            code=code,
            message=message,
            severity=severity,
            closes=severity is Severity.ERROR,
        )


@cache
def _form(name: str) -> re.Pattern[str]:
    return re.compile(PATTERNS[name])


def _told(cls: type, value: object) -> Iterator[_Text]:
    """The texts of a value and of what is in it that are more than text."""
    for field in fields_of(cls):
        yield from _told_by(field.type, getattr(value, field.name))


def _told_by(type_: Declared, value: Any) -> Iterator[_Text]:  # noqa: ANN401 - as declared
    if value is None:
        return
    if type_.refers or type_.form:
        yield _Text(value, type_.refers, type_.form)
    elif type_.kind is tuple:
        for each in value:
            yield from _told_by(type_.of[0], each)
    elif type_.kind is Mapping:
        for key, each in value.items():
            yield from _told_by(type_.of[0], key)
            yield from _told_by(type_.of[1], each)
    elif is_dataclass(type_.kind) and type_.kind is not When:
        yield from _told(type_.kind, value)
