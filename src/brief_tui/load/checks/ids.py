"""Ids: each names one thing, and each that is named exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief_tui.load.merged import SECTIONS, Merged
from brief_tui.load.nearest import nearest_few
from brief_tui.load.nodes import Finding, Mapping, Mark, mark_of
from brief_tui.load.text import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief_tui.load.decode import Part
    from brief_tui.model.problem import Problem

ONE_OF = {
    "sources": "a source",
    "actors": "an actor",
    "measures": "a measure",
    "claims": "a claim",
    "evidence": "a piece of evidence",
    "assessments": "an assessment",
    "options": "an option",
    "questions": "a question",
    "hypotheses": "a hypothesis",
}
_SUGGESTED_FOR = 30
"""For how many unknown ids a near one is looked for, which is slow in a large briefing."""


def duplicate_ids(merged: Merged) -> Iterator[Problem]:
    """Ids given to two things of the briefing."""
    first: dict[str, tuple[Part, Mark]] = {}
    for part in merged.parts:
        own = _own_id(part)
        for id_, mark in part.decoding.ids:
            if mark is own:
                continue
            if id_ not in first:
                first[id_] = (part, mark)
                continue
            before, there = first[id_]
            message = f"the id `{quote(id_)}` is taken, in {before.tree.position(there)}"
            yield part.tree.problem(Finding(mark, "duplicate-id", message, quote(id_)))


def dangling_ids(merged: Merged) -> Iterator[Problem]:
    """Ids that name nothing, or not something of the kind that is meant."""
    sections = _sections_of_ids(merged)
    suggested = 0
    for part in merged.parts:
        for id_, mark, to in part.decoding.references:
            section = sections.get(id_)
            if section in to or section == "":
                continue
            wanted = _either(to)
            near: list[str] = []
            if suggested < _SUGGESTED_FOR:
                near = list(nearest_few(id_, (key for key, kind in sections.items() if kind in to)))
                suggested += 1
            message = (
                f"there is no `{quote(id_)}` among the {wanted}"
                if section is None
                else f"`{quote(id_)}` is {ONE_OF[section]}; here stands an id of the {wanted}"
            )
            yield part.tree.problem(
                Finding(
                    mark,
                    "dangling-id",
                    message,
                    quote(id_),
                    tuple(near),
                    near[0] if near else None,
                )
            )


def _own_id(part: Part) -> Mark | None:
    root = part.tree.root
    if isinstance(root, Mapping) and "id" in root.entries:
        return mark_of(root.entries["id"][1])
    return None


def _sections_of_ids(merged: Merged) -> dict[str, str]:
    """The section of every id; empty for what was too wrong to be of one."""
    sections: dict[str, str] = {}
    for section in SECTIONS:
        for element in getattr(merged.briefing, section):
            sections.setdefault(element.id, section)
    for part in merged.parts:
        own = _own_id(part)
        for id_, mark in part.decoding.ids:
            if id_ not in sections and mark is not own:
                sections[id_] = ""
    return sections


def _either(sections: tuple[str, ...]) -> str:
    return sections[0] if len(sections) == 1 else f"{', '.join(sections[:-1])} or {sections[-1]}"
