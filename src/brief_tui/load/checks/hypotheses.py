"""Competing hypotheses: enough of them, each item marked once and for all, each *against* with why.

Analysis of competing hypotheses goes along the row: what is marked for one hypothesis and for
another not would make the unmarked one look better than it is.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from brief_tui.load.text import quote
from brief_tui.model.problem import Severity
from brief_tui.model.vocabulary import Consistency

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief_tui.load.merged import Merged
    from brief_tui.model.hypothesis import Hypothesis
    from brief_tui.model.problem import Problem

LEAST = 2
"""How many hypotheses compete, at least."""

_NAMED = 5


def hypotheses(merged: Merged) -> Iterator[Problem]:
    """Every problem of the questions and of the hypotheses that would answer them."""
    yield from _too_few(merged)
    yield from _marked_twice(merged)
    yield from _against_without_why(merged)
    yield from _gaps(merged)


def _too_few(merged: Merged) -> Iterator[Problem]:
    count = Counter(each.question for each in merged.briefing.hypotheses)
    for index, question in enumerate(merged.briefing.questions):
        if count[question.id] < LEAST:
            told = "no hypothesis answers" if not count[question.id] else "one hypothesis answers"
            yield merged.problem(
                ("questions", index),
                "too-few-hypotheses",
                f"{told} the question; it takes {LEAST} to compete",
                severity=Severity.WARNING,
            )


def _marked_twice(merged: Merged) -> Iterator[Problem]:
    for index, hypothesis in enumerate(merged.briefing.hypotheses):
        seen: set[str] = set()
        for place, mark in enumerate(hypothesis.marks):
            if mark.item and mark.item in seen:
                yield merged.problem(
                    ("hypotheses", index, "marks", place, "item"),
                    "marked-twice",
                    f"`{quote(mark.item)}` is marked for this hypothesis already",
                    found=quote(mark.item),
                )
            seen.add(mark.item)


def _against_without_why(merged: Merged) -> Iterator[Problem]:
    for index, hypothesis in enumerate(merged.briefing.hypotheses):
        for place, mark in enumerate(hypothesis.marks):
            if (
                mark.mark is Consistency.INCONSISTENT
                and not mark.note
                and not merged.gives(("hypotheses", index, "marks", place), "note")
            ):
                yield merged.problem(
                    ("hypotheses", index, "marks", place),
                    "inconsistent-without-note",
                    f"`{quote(mark.item)}` is marked inconsistent, and no `note` says why",
                    severity=Severity.WARNING,
                )


def _gaps(merged: Merged) -> Iterator[Problem]:
    """Hypotheses without a mark on items that others of the same question are marked for."""
    marked: dict[str, dict[str, None]] = {}
    for hypothesis in merged.briefing.hypotheses:
        items = marked.setdefault(hypothesis.question, {})
        items.update(dict.fromkeys(mark.item for mark in hypothesis.marks if mark.item))
    for index, hypothesis in enumerate(merged.briefing.hypotheses):
        missing = _missing(hypothesis, marked[hypothesis.question])
        if missing:
            named = ", ".join(map(quote, missing[:_NAMED]))
            more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
            yield merged.problem(
                ("hypotheses", index),
                "not-marked",
                f"not marked here but for another hypothesis of the same question: {named}{more}",
                severity=Severity.WARNING,
            )


def _missing(hypothesis: Hypothesis, items: dict[str, None]) -> list[str]:
    own = {mark.item for mark in hypothesis.marks}
    # A mark whose item could not be read may be the one that seems to be missing.
    if len(own) == len(items) or "" in own or not hypothesis.question:
        return []
    return [item for item in items if item not in own]
