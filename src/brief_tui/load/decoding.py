"""What reading one tree brings to light besides its values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from brief_tui.load.nearest import nearest
from brief_tui.load.text import quote, sanitise
from brief_tui.load.tree import Finding, Mapping, Mark, Node, Refused, Scalar, Tree, mark_of

if TYPE_CHECKING:
    from collections.abc import Collection


class Failed:
    """There is no value, and a finding says why."""


FAILED: Final = Failed()


class Reference(NamedTuple):
    """An id that stands for something in one of the sections ``to``."""

    id: str
    mark: Mark
    to: tuple[str, ...]


class Decoding:
    """The findings, ids and references of one tree, gathered while it is read.

    ``shortened`` holds the lists (by ``id()`` of their nodes) that lost an element: the places of
    what they hold can no longer be told by number.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.findings: list[Finding] = []
        self.ids: list[tuple[str, Mark]] = []
        self.references: list[Reference] = []
        self.shortened: set[int] = set()

    def fail(
        self,
        node: Node,
        code: str,
        message: str,
        allowed: tuple[str, ...] = (),
        nearest: str | None = None,
    ) -> Failed:
        """Say what is wrong with a value; in place of the value return that there is none."""
        found = quote(node[0]) if type(node) is tuple else ""
        self.findings.append(Finding(mark_of(node), code, message, found, allowed, nearest))
        return FAILED

    def wrong_type(self, node: Node, expected: str) -> Failed:
        """Say that a node is not what is expected, ``expected`` saying what is."""
        if isinstance(node, Refused):
            return FAILED
        if type(node) is tuple:
            what = "nothing" if node[2] and not node[0] else f"`{quote(node[0])}`"
        else:
            what = "a mapping" if isinstance(node, Mapping) else "a list"
        return self.fail(node, "wrong-type", f"expected {expected}, found {what}")

    def unknown_key(self, key: str, mark: Mark, known: Collection[str]) -> None:
        """Say that a mapping has no such key."""
        found = quote(key)
        self.findings.append(
            Finding(
                mark,
                "unknown-key",
                f"unknown key `{found}`",
                found,
                tuple(known),
                nearest(key, known),
            )
        )

    def missing_key(self, mark: Mark, key: str) -> None:
        """Say that the mapping at ``mark`` lacks a key it must have."""
        self.findings.append(Finding(mark, "missing-key", f"`{key}` is missing", key=key))

    def clean(self, node: Scalar) -> str:
        """The text of a node, safe to show; what was not safe in it is found."""
        text, faults = sanitise(node[0].rstrip("\n"))
        if faults:
            names = tuple(dict.fromkeys(fault.name for fault in faults))
            shown = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
            self.findings.append(
                Finding(
                    _place_within(self.tree, node, faults[0].offset),
                    "unsafe-text",
                    f"the text holds {shown}, which may not stand in a briefing;"
                    " a substitute is shown",
                    found=shown,
                    closes=False,
                    at=node[1],
                )
            )
        return text


_NAMED = 5


@dataclass(frozen=True, slots=True)
class _Place:
    line: int
    column: int
    index: int


def _place_within(tree: Tree, node: Scalar, offset: int) -> Mark:
    """Where ``node``'s character ``offset`` stands, if it stands as written; else its start."""
    text, mark, plain = node
    before = text[:offset]
    start = mark.index + (0 if plain else 1)
    if "\n" in before or not tree.text.startswith(before, start):
        return mark
    return _Place(mark.line, mark.column + start - mark.index + offset, start + offset)
