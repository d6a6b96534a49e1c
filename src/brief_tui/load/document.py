"""The one document of a YAML text, built from the parser's events.

Several times faster than constructing values, with a place for every key and value, and the depth
known before anything recurses. What no file of ours needs and an attack does (anchors, aliases,
merge keys, tags, second documents) is refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NoReturn

from brief_tui.load.file_text import MAX_PROBLEMS
from brief_tui.load.nodes import Finding, Mapping, Mark, Node, Refused, Sequence, mark_of
from brief_tui.load.text import quote

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_DEPTH = 32
"""How many mappings and lists may stand in each other."""

MAX_NODES = 2_500_000
"""How many texts, lists and mappings a file may have; 20,000 claims have half a million."""

MAX_TEXT = 100_000
"""How many characters one text may have."""


BLANK_LINES = r"(?:[ \t]*+(?:#[^\r\n]*+)?+[\r\n])*+"
"""A pattern of lines that say nothing; possessive, since a file may have a million of them."""

_NOTHING_MORE = re.compile(rf"(?:\.\.\.)?{BLANK_LINES}[ \t]*+(?:#[^\r\n]*+)?")


class Stopped(Exception):
    """Nothing more of the document can be read."""


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


class Builder:
    """Makes the nodes of one text, by descent: ``MAX_DEPTH`` bounds the recursion.

    Attributes:
        root: the document, as far as it was read.
        findings: what a file may not hold.
    """

    def __init__(self, text: str) -> None:
        import yaml

        self.text = text
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self.depth = 0
        self.nodes = 0
        self.next = _parser(text)
        self.scalar: Any = yaml.ScalarEvent
        self.mapping_start = yaml.MappingStartEvent
        self.mapping_end = yaml.MappingEndEvent
        self.sequence_end = yaml.SequenceEndEvent
        self.alias = yaml.AliasEvent
        self.document_start = yaml.DocumentStartEvent

    def document(self) -> None:
        """Read the one document of the text.

        Raises:
            Stopped: it cannot be read to its end, and a finding says why.
            Exception: whatever the parser throws at what is not YAML.
        """
        self.next()  # the stream begins
        start = self.next()
        if type(start) is not self.document_start:
            self._stop(start.start_mark, "empty-file", "there is nothing in the file")
        node = self._node(self.next())
        if self.root is None:
            self.root = node
        end = self.next()
        rest = self.text[end.start_mark.index :]
        if _NOTHING_MORE.fullmatch(rest) is None:
            self._find(end.start_mark, "second-document", "a file is one document")

    def _node(self, event: Any) -> Node:  # noqa: ANN401 - PyYAML's events are untyped
        kind = type(event)
        if kind is self.scalar:
            return self._scalar(event)
        if kind is self.alias:
            name = f"*{quote(event.anchor)}"
            self._find(event.start_mark, "alias", "aliases may not be used", name)
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
        if self.root is None:
            self.root = sequence
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
        if self.root is None:
            self.root = mapping
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
            self._find(mark, "merge-key", "merge keys may not be used", "<<")

    def _count(self, nodes: int, mark: Mark) -> None:
        self.nodes += nodes
        if self.nodes > MAX_NODES:
            self._stop(mark, "too-many-nodes", f"more than {MAX_NODES:,} texts, lists and mappings")

    def _check_properties(self, event: Any) -> None:  # noqa: ANN401
        if event.anchor is not None:
            name = f"&{quote(event.anchor)}"
            self._find(event.start_mark, "anchor", "anchors may not be used", name)
        if event.tag is not None:
            found = quote(event.tag).replace("tag:yaml.org,2002:", "!!")
            self._find(event.start_mark, "tag", "tags may not be used", found)

    def _find(
        self, mark: Mark, code: str, message: str, found: str = "", at: Mark | None = None
    ) -> None:
        self.findings.append(Finding(mark, code, message, found, at=at))
        if len(self.findings) > MAX_PROBLEMS:
            self.findings[-1] = Finding(mark, "too-many", f"more than {MAX_PROBLEMS:,} problems")
            raise Stopped

    def _stop(self, mark: Mark, code: str, message: str) -> NoReturn:
        self._find(mark, code, message)
        raise Stopped
