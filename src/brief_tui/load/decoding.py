"""What reading one tree brings to light besides its values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from brief_tui.load.file_text import MAX_PROBLEMS
from brief_tui.load.nearest import nearest
from brief_tui.load.nodes import Finding, Mapping, Mark, Node, Refused, Scalar, mark_of
from brief_tui.load.text import quote, sanitise
from brief_tui.load.tree import Tree

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

    @property
    def is_full(self) -> bool:
        """Whether so much is wrong that nothing further is noted."""
        return len(self.findings) > MAX_PROBLEMS

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
        self._find(Finding(mark_of(node), code, message, found, allowed, nearest))
        return FAILED

    def wrong_type(self, node: Node, expected: str, hint: str = "") -> Failed:
        """Say that a node is not what is ``expected``, and what to do about it."""
        if isinstance(node, Refused):
            return FAILED
        if type(node) is tuple:
            what = "nothing" if node[2] and not node[0] else f"`{quote(node[0])}`"
        else:
            what = "a mapping" if isinstance(node, Mapping) else "a list"
        return self.fail(node, "wrong-type", f"expected {expected}, found {what}{hint}")

    def unknown_key(self, key: str, mark: Mark, known: Collection[str]) -> None:
        """Say that a mapping has no such key."""
        found, near = quote(key), None if self.is_full else nearest(key, known)
        message = f"unknown key `{found}`"
        self._find(Finding(mark, "unknown-key", message, found, tuple(known), near))

    def missing_key(self, mark: Mark, key: str) -> None:
        """Say that the mapping at ``mark`` lacks a key it must have."""
        self._find(Finding(mark, "missing-key", f"`{key}` is missing", key=key))

    def clean(self, node: Scalar) -> str:
        """The text of a node, safe to show; what was not safe in it is found."""
        text, faults = sanitise(node[0].rstrip("\n"))
        if faults:
            names = tuple(dict.fromkeys(fault.name for fault in faults))
            shown = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
            self._find(
                Finding(
                    _place_within(self.tree, node, faults[0].offset),
                    "unsafe-text",
                    f"the text holds {shown}, which may not stand in a file; a substitute is shown",
                    found=shown,
                    closes=False,
                    at=node[1],
                )
            )
        return text

    def _find(self, finding: Finding) -> None:
        # One more than is reported, so that whoever reports knows that there are more.
        if not self.is_full:
            self.findings.append(finding)


_NAMED = 5


class _Place:
    __slots__ = ("column", "index", "line")

    def __init__(self, line: int, column: int, index: int) -> None:
        self.line = line
        self.column = column
        self.index = index


def _place_within(tree: Tree, node: Scalar, offset: int) -> Mark:
    """Where ``node``'s character ``offset`` stands, if it stands as written; else its start."""
    text, mark, plain = node
    before = text[:offset]
    start = mark.index + (0 if plain else 1)
    if "\n" in before or not tree.text.startswith(before, start):
        return mark
    return _Place(mark.line, mark.column + start - mark.index + offset, start + offset)
