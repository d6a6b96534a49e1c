"""Relations: each says what one item does to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief_tui.load.text import quote
from brief_tui.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief_tui.load.merged import Merged
    from brief_tui.model.problem import Problem


def self_relations(merged: Merged) -> Iterator[Problem]:
    """Relations from an item to itself, which say nothing of where others stand: warnings."""
    for index, relation in enumerate(merged.briefing.relations):
        if relation.from_ and relation.from_ == relation.to:
            yield merged.problem(
                ("relations", index),
                "self-relation",
                f"`{quote(relation.from_)}` {relation.verb.value} itself",
                found=quote(relation.from_),
                severity=Severity.WARNING,
            )
