"""YAML text to a tree of plain nodes, each with its place, or to what is wrong with it.

Built from the C parser's events: several times faster than constructing values, with a place
for every key and value, and the depth known before anything recurses. What a briefing does not
need and an attack does (anchors, aliases, merge keys, tags, directives, second documents) is
refused. Scalars stay as written; what they mean is for the declaration they are read by.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, Protocol, TypeAlias

from brief_tui.load.file_text import (
    MAX_PROBLEMS,
    decode_utf8,
    place,
    read_bytes,
    replace_raw_controls,
)
from brief_tui.load.text import clean, quote
from brief_tui.model.problem import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_DEPTH = 32
"""How many mappings and lists may stand in each other."""

MAX_NODES = 2_500_000
"""How many texts, lists and mappings a file may have; 20,000 claims have half a million."""

MAX_TEXT = 100_000
"""How many characters one text may have."""


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


class Tree:
    """One file's document.

    Attributes:
        file: the file, as problems name it.
        text: the file's text, raw controls replaced; empty where it could not be read.
        root: the document, or None; incomplete where ``complete`` is False.
        problems: what was wrong with the file and its YAML.
    """

    def __init__(self, file: Path, text: str = "", problems: list[Problem] | None = None) -> None:
        self.file = file
        self.text = text
        self.root: Node | None = None
        self.complete = False
        self.problems: list[Problem] = problems or []
        self._paths: dict[int, str] | None = None

    def position(self, mark: Mark) -> Position:
        """Where ``mark`` stands, for people: lines and columns count from 1."""
        return Position(self.file, mark.line + 1, mark.column + 1)

    def problem(self, finding: Finding) -> Problem:
        """The problem, with its file, place and path."""
        path = self._path(finding.mark if finding.at is None else finding.at)
        if finding.key:
            path = f"{path}.{finding.key}" if path else finding.key
        return Problem(
            position=self.position(finding.mark),
            path=path,
            code=finding.code,
            message=finding.message,
            found=finding.found,
            allowed=finding.allowed,
            nearest=finding.nearest,
            severity=finding.severity,
            closes=finding.closes,
        )

    def _path(self, mark: Mark) -> str:
        if self._paths is None:
            self._paths = {}
            if self.root is not None:
                _index_paths(self.root, "", self._paths)
        return self._paths.get(id(mark), "")


def _index_paths(node: Node, path: str, paths: dict[int, str]) -> None:
    paths[id(mark_of(node))] = path
    if isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            _index_paths(item, f"{path}[{number}]", paths)
    elif isinstance(node, Mapping):
        for key, (mark, value) in node.entries.items():
            below = f"{path}.{quote(key)}" if path else quote(key)
            paths[id(mark)] = below
            _index_paths(value, below, paths)


def read_tree(file: Path, shown: Path | None = None) -> Tree:
    """Read and parse a file; whatever is wrong with it is among the tree's problems.

    Args:
        file: the file to read.
        shown: the file as its problems name it, where that differs.
    """
    data = read_bytes(file)
    if isinstance(data, Problem):
        if shown is not None:
            data = replace(data, position=Position(shown))
        return Tree(shown or file, problems=[data])
    return parse(data, shown or file)


def parse(source: str | bytes, file: Path) -> Tree:
    """Parse the text of ``file``; never raises for what the text holds."""
    decoded = source if isinstance(source, str) else decode_utf8(source, file)
    if isinstance(decoded, Problem):
        return Tree(file, problems=[decoded])
    text, problems = replace_raw_controls(decoded, file)
    if text is None:
        return Tree(file, problems=problems)
    tree = Tree(file, text, problems)
    if (directive := _DIRECTIVE.match(text)) is not None:
        tree.problems.append(
            Problem(
                position=place(text, directive.end() - 1, file),
                path="",
                code="directive",
                message="a briefing needs no YAML directive",
                found=quote(text[directive.end() - 1 :].split("\n", 1)[0]),
            )
        )
        return tree
    _build(tree)
    return tree


# Directives can stand before the document only. Many of them cost the parser quadratic time.
_BLANK = r"(?:[ \t]*+(?:#[^\r\n]*+)?+[\r\n])*+"
_DIRECTIVE = re.compile(f"{_BLANK}%")
_NOTHING_MORE = re.compile(rf"(?:\.\.\.)?{_BLANK}[ \t]*+(?:#[^\r\n]*+)?")


class _Stop(Exception):
    """Nothing more of the document can be read."""


def _build(tree: Tree) -> None:
    builder = _Builder(tree)
    try:
        builder.document()
        tree.complete = True
    except _Stop:
        pass
    except Exception as error:
        tree.problems.append(_syntax_problem(error, tree))
    tree.problems.extend(tree.problem(finding) for finding in builder.findings)


def _parser(text: str) -> Callable[[], Any]:
    """The parser's events, one at each call."""
    try:
        from yaml._yaml import CParser
    except ImportError:  # a PyYAML without its C part: slower, otherwise the same
        from brief_tui.load.slow_parser import Parser

        slow: Callable[[], Any] = Parser(text).get_event
        return slow
    fast: Callable[[], Any] = CParser(text).get_event
    return fast


class _Builder:
    """Makes one tree from the parser's events, by descent: ``MAX_DEPTH`` bounds the recursion."""

    def __init__(self, tree: Tree) -> None:
        import yaml

        self.tree = tree
        self.findings: list[Finding] = []
        self.depth = 0
        self.nodes = 0
        self.next = _parser(tree.text)
        self.scalar: Any = yaml.ScalarEvent
        self.mapping_start = yaml.MappingStartEvent
        self.mapping_end = yaml.MappingEndEvent
        self.sequence_start = yaml.SequenceStartEvent
        self.sequence_end = yaml.SequenceEndEvent
        self.alias = yaml.AliasEvent
        self.document_start = yaml.DocumentStartEvent

    def document(self) -> None:
        """Read the one document of the file."""
        self.next()  # the stream begins
        start = self.next()
        if type(start) is not self.document_start:
            self._stop(start.start_mark, "empty-file", "there is nothing in the file")
        node = self._node(self.next())
        if self.tree.root is None:
            self.tree.root = node
        end = self.next()
        rest = self.tree.text[end.start_mark.index :]
        if _NOTHING_MORE.fullmatch(rest) is None:
            self._find(end.start_mark, "second-document", "a briefing's file is one document")

    def _node(self, event: Any) -> Node:  # noqa: ANN401 - PyYAML's events are untyped
        kind = type(event)
        if kind is self.scalar:
            return self._scalar(event)
        if kind is self.alias:
            name = f"*{quote(event.anchor)}"
            self._find(event.start_mark, "alias", "a briefing may not use aliases", name)
            return Refused(event.start_mark)
        self._check_properties(event)
        if self.depth == MAX_DEPTH:
            self._stop(event.start_mark, "too-deep", f"more than {MAX_DEPTH} levels in each other")
        self.depth += 1
        node = self._mapping(event) if kind is self.mapping_start else self._sequence(event)
        self.depth -= 1
        return node

    def _scalar(self, event: Any) -> Node:  # noqa: ANN401
        if event.anchor is not None or event.tag is not None:
            self._check_properties(event)
        text: str = event.value
        if len(text) > MAX_TEXT:
            return self._refuse_text(text, event.start_mark)
        return text, event.start_mark, not event.style

    def _refuse_text(self, text: str, mark: Mark) -> Refused:
        message = f"a text of {len(text):,} characters; at most {MAX_TEXT:,} are read"
        self._find(mark, "text-too-long", message)
        return Refused(mark)

    def _sequence(self, start: Any) -> Sequence:  # noqa: ANN401
        sequence = Sequence(start.start_mark)
        if self.tree.root is None:
            self.tree.root = sequence
        items, next_event, end = sequence.items, self.next, self.sequence_end
        event = next_event()
        while type(event) is not end:
            items.append(self._node(event))
            if len(items) > MAX_NODES:
                break
            event = next_event()
        self._count(len(items), sequence.mark)
        return sequence

    def _mapping(self, start: Any) -> Mapping:  # noqa: ANN401
        mapping = Mapping(start.start_mark)
        if self.tree.root is None:
            self.tree.root = mapping
        entries, next_event, end = mapping.entries, self.next, self.mapping_end
        scalar = self.scalar
        event = next_event()
        while type(event) is not end:
            # Keys and values that are plain texts are nearly all there is, and go the short way.
            if type(event) is scalar and event.anchor is None and event.tag is None:
                key: Node = (event.value, event.start_mark, True)
            else:
                key = self._node(event)
            event = next_event()
            if type(event) is scalar and event.anchor is None and event.tag is None:
                text = event.value
                value: Node = (text, event.start_mark, not event.style)
                if len(text) > MAX_TEXT:
                    value = self._refuse_text(text, event.start_mark)
            else:
                value = self._node(event)
            if type(key) is tuple and key[0] not in entries and key[0] != "<<":
                entries[key[0]] = (key[1], value)
            else:
                self._refuse_key(key, entries)
            event = next_event()
        self._count(len(entries), mapping.mark)
        return mapping

    def _refuse_key(self, key: Node, entries: dict[str, tuple[Mark, Node]]) -> None:
        if type(key) is not tuple:
            if not isinstance(key, Refused):
                self._find(mark_of(key), "key-not-text", "a key is a text, not a list or mapping")
            return
        text, mark, _ = key
        if text in entries:
            line = entries[text][0].line + 1
            message = f"`{quote(text)}` stands here twice, first on line {line}"
            self._find(mark, "duplicate-key", message, quote(text), at=entries[text][0])
        else:
            self._find(mark, "merge-key", "a briefing may not use merge keys", "<<")

    def _count(self, nodes: int, mark: Mark) -> None:
        self.nodes += nodes
        if self.nodes > MAX_NODES:
            self._stop(mark, "too-many-nodes", f"more than {MAX_NODES:,} texts, lists and mappings")

    def _check_properties(self, event: Any) -> None:  # noqa: ANN401
        if event.anchor is not None:
            name = f"&{quote(event.anchor)}"
            self._find(event.start_mark, "anchor", "a briefing may not use anchors", name)
        if event.tag is not None:
            found = quote(event.tag).replace("tag:yaml.org,2002:", "!!")
            self._find(event.start_mark, "tag", "a briefing may not use tags", found)

    def _find(
        self, mark: Mark, code: str, message: str, found: str = "", at: Mark | None = None
    ) -> None:
        self.findings.append(Finding(mark, code, message, found, at=at))
        if len(self.findings) > MAX_PROBLEMS:
            self.findings[-1] = Finding(mark, "too-many", f"more than {MAX_PROBLEMS:,} problems")
            raise _Stop

    def _stop(self, mark: Mark, code: str, message: str) -> NoReturn:
        self._find(mark, code, message)
        raise _Stop


def _syntax_problem(error: Exception, tree: Tree) -> Problem:
    """What the parser threw, as a problem at the place it names, else at the file's start."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    words = [getattr(error, "context", None), getattr(error, "problem", None)]
    message = ", ".join(word for word in words if word) or str(error) or type(error).__name__
    hint = next((f" ({hint})" for phrase, hint in _HINTS if phrase in message), "")
    return Problem(
        position=tree.position(mark) if mark is not None else Position(tree.file),
        path="",
        code="bad-yaml",
        message=f"not YAML: {clean(message)}{hint}",
    )


_HINTS = (
    ("mapping values are not allowed", "a text with `: ` in it needs quotes"),
    (
        "cannot start any token",
        "a tab cannot indent, and a text that begins with @, ` or % needs quotes",
    ),
    ("could not find expected ':'", "a key needs `: ` behind it"),
    ("did not find expected key", "is it indented like the keys around it?"),
    ("found unexpected end of stream", "is a quotation mark not closed?"),
)
"""What is most often behind the parser's phrases."""
