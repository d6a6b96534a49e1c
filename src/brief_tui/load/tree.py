"""A file as a tree of plain nodes, each with its place, or what is wrong with it.

Scalars stay as written; what they mean is for the declaration they are read by.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from brief_tui.load.document import BLANK_LINES, Builder, Stopped
from brief_tui.load.file_text import decode_utf8, place, read_bytes, replace_raw_controls
from brief_tui.load.nodes import Finding, Mapping, Mark, Node, Sequence, mark_of
from brief_tui.load.text import clean, quote
from brief_tui.model.problem import Position, Problem


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
                message="YAML directives may not be used",
                found=quote(text[directive.end() - 1 :].split("\n", 1)[0]),
            )
        )
        return tree
    _build(tree)
    return tree


# Directives can stand before the document only. Many of them cost the parser quadratic time.
_DIRECTIVE = re.compile(f"{BLANK_LINES}%")


def _build(tree: Tree) -> None:
    builder = Builder(tree.text)
    try:
        builder.document()
        tree.complete = True
    except Stopped:
        pass
    except Exception as error:
        tree.problems.append(_syntax_problem(error, tree))
    tree.root = builder.root
    tree.problems.extend(tree.problem(finding) for finding in builder.findings)


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
