"""The parts that files give of a briefing, merged into one, each value still with its place."""

from __future__ import annotations

from typing import Any, TypeAlias

from brief_tui.load.declaration import fields_of
from brief_tui.load.decode import Part, stand_in
from brief_tui.load.nodes import Finding, Mapping, Mark, Node, Sequence, is_null, mark_of
from brief_tui.model.briefing import Briefing
from brief_tui.model.problem import Position, Problem, Severity

SECTIONS = (
    *("sources", "actors", "measures", "claims", "evidence", "assessments", "options"),
    *("questions", "hypotheses"),
)
"""The lists whose elements have ids; all ids share one space."""

Step = str | int
Where: TypeAlias = "tuple[str, int, *tuple[Step, ...]]"
"""A place in a briefing: a list of it, a place in that, then keys and places below."""


class Merged:
    """A briefing made of parts.

    Attributes:
        parts: what each file gives, in the order of the files.
        briefing: the whole; with stand-ins where ``problems`` say that something is wrong.
        problems: keys given in two files, and keys that must be given and are not.
    """

    def __init__(self, parts: list[Part]) -> None:
        self.parts = parts
        self.problems: list[Problem] = []
        self._nodes: dict[str, list[tuple[Part, Node]]] = {}
        self.briefing = self._merge()

    def position(self, section: str, index: int) -> Position:
        """Where an element of a list of the briefing begins."""
        part, node = self._nodes[section][index]
        return part.tree.position(mark_of(node))

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
        """A problem with what stands at ``where``."""
        section, index, *steps = where
        part, node = self._nodes[section][index]
        return part.tree.problem(
            Finding(
                mark_of(_node_below(part, node, steps)),
                code,
                message,
                found,
                allowed,
                nearest,
                severity,
                closes=severity is Severity.ERROR,
            )
        )

    def gives(self, where: Where, *keys: str) -> bool:
        """Whether the file gives one of these keys there, readable or not."""
        section, index, *steps = where
        part, node = self._nodes[section][index]
        below = _node_below(part, node, steps)
        return isinstance(below, Mapping) and any(
            key in below.entries and not is_null(below.entries[key][1]) for key in keys
        )

    def _merge(self) -> Briefing:
        values: dict[str, Any] = {}
        for field in fields_of(Briefing):
            given = [part for part in self.parts if field.name in part.values]
            if field.type.kind is tuple:
                values[field.name] = tuple(
                    value for part in given for value in part.values[field.name]
                )
                self._nodes[field.name] = [
                    (part, node) for part in given for node in part.nodes[field.name]
                ]
                continue
            for second in given[1:]:
                self._find_twice(field.key, given[0], second)
            if given:
                values[field.name] = given[0].values[field.name]
            elif field.required:
                self._find_missing(field.key)
                values[field.name] = stand_in(field)
        return Briefing(**values)

    def _find_twice(self, key: str, first: Part, second: Part) -> None:
        place = first.tree.position(_key_mark(first, key))
        self.problems.append(
            second.tree.problem(
                Finding(
                    _key_mark(second, key),
                    "duplicate-key",
                    f"`{key}` stands twice in the briefing, first in {place}",
                    key,
                )
            )
        )

    def _find_missing(self, key: str) -> None:
        for part in self.parts:
            if isinstance(part.tree.root, Mapping):
                mark = part.tree.root.mark
                finding = Finding(mark, "missing-key", f"`{key}` is missing", key=key)
                self.problems.append(part.tree.problem(finding))
                return


def _key_mark(part: Part, key: str) -> Mark:
    root = part.tree.root
    if not isinstance(root, Mapping):
        raise TypeError(root)
    return root.entries[key][0]


def _node_below(part: Part, node: Node, steps: list[Step]) -> Node:
    """What ``steps`` lead to, as far as they lead: short forms end the way early."""
    for step in steps:
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
            node = node.entries[step][1]
        elif (
            isinstance(node, Sequence)
            and isinstance(step, int)
            and id(node) not in part.decoding.shortened
        ):
            node = node.items[step]
    return node
