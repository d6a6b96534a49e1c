"""The nodes of a YAML document, each with its place, and what can be found wrong at one."""

from __future__ import annotations

from typing import NamedTuple, Protocol, TypeAlias

from brief_tui.model.problem import Severity


class Mark(Protocol):
    """A place as the parser gives it; lines and columns count from 0."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The character of the line."""

    @property
    def index(self) -> int:
        """The character of the text."""


# A tuple, since there is one for each of the million texts that a large briefing has.
Scalar: TypeAlias = tuple[str, Mark, bool]
"""A text as written, where it stands, and whether it is plain: not quoted, no block."""


class Sequence:
    """A list of nodes."""

    __slots__ = ("items", "mark")

    def __init__(self, mark: Mark) -> None:
        self.mark = mark
        self.items: list[Node] = []


class Mapping:
    """Nodes by key; with each, where its key stands."""

    __slots__ = ("entries", "mark")

    def __init__(self, mark: Mark) -> None:
        self.mark = mark
        self.entries: dict[str, tuple[Mark, Node]] = {}


class Refused:
    """What stood here was refused, and a problem says so."""

    __slots__ = ("mark",)

    def __init__(self, mark: Mark) -> None:
        self.mark = mark


Node: TypeAlias = Scalar | Sequence | Mapping | Refused

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""What a plain scalar says nothing with."""


def is_null(node: Node) -> bool:
    """Whether the node is a plain null: the same as leaving its key out."""
    return type(node) is tuple and node[2] and node[0] in NULLS


def mark_of(node: Node) -> Mark:
    """Where a node begins."""
    return node[1] if type(node) is tuple else node.mark  # type: ignore[union-attr]


class Finding(NamedTuple):
    """A problem before its file and path are known: they are worked out only when there is one.

    The path is that of what stands at ``at``, or at ``mark`` itself; ``key`` is appended to it, for
    a key that is missing there or was refused.
    """

    mark: Mark
    code: str
    message: str
    found: str = ""
    allowed: tuple[str, ...] = ()
    nearest: str | None = None
    severity: Severity = Severity.ERROR
    closes: bool = True
    key: str = ""
    at: Mark | None = None
