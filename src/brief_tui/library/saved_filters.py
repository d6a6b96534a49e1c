"""Filters that the reader has saved under a name: a file with one on each line.

A line is a name, a colon with a space behind it, and a query as it is typed in the search line; it
is no YAML, so that a query needs no quotes around it. Lines that begin with ``#`` are the reader's
own notes. A line that cannot be read is a problem and costs no other line anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from brief_tui.load.file_text import read_bytes
from brief_tui.load.text import clean, quote
from brief_tui.model.folding import fold
from brief_tui.model.problem import Position, Problem

if TYPE_CHECKING:
    from brief_tui.library.filter import Filter

LONGEST_NAME = 60
"""Characters of a name."""

_BETWEEN = re.compile(r":(?:[ \t]+|$)")
_NOTE = "#"
_FIRST_LINES = (
    "# Saved filters of brief-tui. A line is a name, a colon and a query as it is typed behind /:\n"
    "# in october: country:KR said:2024-10\n"
)
_MARK = b"\xef\xbb\xbf"
"""Of UTF-8, as some editors put it before a text."""


class Saved(NamedTuple):
    """A saved filter: its name, its query as it is written, and where that stands."""

    name: str
    query: str
    position: Position

    @property
    def key(self) -> str:
        """What it is found by."""
        return key_of(self.name)


def key_of(name: str) -> str:
    """A name without case, with hyphens for spaces, as it is easily given to a command."""
    return "-".join(fold(name).replace("-", " ").replace("_", " ").split())


def read_saved(file: Path) -> tuple[tuple[Saved, ...], tuple[Problem, ...]]:
    """The filters of a file in its order, and what is wrong with its lines; none without a file.

    Whether their queries mean anything is not asked.
    """
    from brief_tui.folders import is_there

    if not is_there(file):
        return (), ()
    data = read_bytes(file)
    if isinstance(data, Problem):
        return (), (data,)
    found: dict[str, Saved] = {}
    problems: list[Problem] = []
    for number, line in enumerate(_lines(data), 1):
        read = _read(line, file, number)
        if isinstance(read, Saved) and read.key in found:
            first = found[read.key].position.line
            at = Position(file, number)
            message = f"line {first} has a filter of this name already"
            read = _problem(at, "same-name", message, read.name)
        if isinstance(read, Saved):
            found[read.key] = read
        elif read is not None:
            problems.append(read)
    return tuple(found.values()), tuple(problems)


def meant_by(saved: Saved) -> Filter:
    """The filter that a saved one is.

    Raises:
        ValueError: its query cannot be read; the text says why.
    """
    from brief_tui.library.query.parse import parse_filter

    parsed = parse_filter(saved.query)
    for problem in parsed.problems[:1]:
        raise ValueError(problem.text)
    return parsed.filter


def checked(saved: Saved) -> Iterator[Problem]:
    """What is wrong with the query of a saved filter, with its place in the file."""
    from brief_tui.library.query.parse import parse_filter

    for problem in parse_filter(saved.query).problems:
        at = replace(saved.position, column=saved.position.column + problem.start)
        found = saved.query[problem.start : problem.end]
        yield _problem(at, "bad-query", problem.text, found)


def save(file: Path, name: str, query: str) -> None:
    """Put a filter into a file in place of the one of that name, or behind the others.

    What else stands in the file is left as it is.

    Raises:
        ValueError: the name or the query cannot stand in a line; the text says why.
        OSError: the file cannot be read or written.
    """
    line = f"{_fit_name(name)}: {_fit_query(query)}\n".encode()
    lines = _lines_of(file) or [_FIRST_LINES.encode()]
    at = _place_of(file, lines, name)
    if at is not None:
        lines[at] = line
    else:
        if not lines[-1].endswith(b"\n"):
            lines[-1] += b"\n"
        lines.append(line)
    _write(file, lines)


def remove(file: Path, name: str) -> None:
    """Take the filter of a name out of a file, if it is in it.

    Raises:
        OSError: the file cannot be read or written.
    """
    lines = _lines_of(file)
    at = _place_of(file, lines, name)
    if at is not None:
        del lines[at]
        _write(file, lines)


def _lines(data: bytes) -> list[bytes]:
    return data.removeprefix(_MARK).splitlines()


def _read(line: bytes, file: Path, number: int) -> Saved | Problem | None:
    """What a line says; None where it says nothing."""
    try:
        text = line.decode()
    except UnicodeDecodeError as error:
        at = Position(file, number, len(line[: error.start].decode()) + 1)
        return _problem(at, "not-utf-8", "this is not UTF-8", f"byte 0x{line[error.start]:02X}")
    if not text.strip() or text.lstrip().startswith(_NOTE):
        return None
    start = len(text) - len(text.lstrip())
    between = _BETWEEN.search(text, start)
    if between is None:
        at = Position(file, number, start + 1)
        return _problem(at, "no-name", "a line is a name, a colon, a space and a query", text)
    name, query = text[start : between.start()].rstrip(), text[between.end() :].strip()
    at = Position(file, number, between.end() + 1)
    if not query:
        return _problem(at, "no-query", "there is no query behind the name", name)
    try:
        return Saved(_fit_name(name), _fit_query(query), at)
    except ValueError as error:
        return _problem(Position(file, number, start + 1), "bad-name", str(error), name)


def _fit_name(name: str) -> str:
    """A name as it can stand in a line.

    Raises:
        ValueError: it cannot.
    """
    name = " ".join(name.split())
    if not name or clean(name) != name or not key_of(name):
        raise ValueError("a name is made of characters that can be seen")
    if len(name) > LONGEST_NAME:
        raise ValueError(f"a name has at most {LONGEST_NAME} characters")
    if ":" in name or name.startswith(_NOTE):
        raise ValueError("a name has no colon in it, and no # in front")
    return name


def _fit_query(query: str) -> str:
    query = " ".join(query.split())
    if not query or clean(query) != query:
        raise ValueError("a query is made of characters that can be seen")
    return query


def _lines_of(file: Path) -> list[bytes]:
    """The lines of a file with their ends; none where there is no file."""
    from brief_tui.folders import is_there

    if not is_there(file):
        return []
    data = read_bytes(file)
    if isinstance(data, Problem):
        raise OSError(0, data.message, str(file))
    return data.splitlines(keepends=True)


def _place_of(file: Path, lines: list[bytes], name: str) -> int | None:
    wanted = key_of(name)
    for number, line in enumerate(lines):
        read = _read(line.removeprefix(_MARK), file, number + 1)
        if isinstance(read, Saved) and read.key == wanted:
            return number
    return None


def _write(file: Path, lines: list[bytes]) -> None:
    from brief_tui.folders import replace_file

    replace_file(file, b"".join(lines))


def _problem(at: Position, code: str, message: str, found: str) -> Problem:
    return Problem(position=at, path="", code=code, message=message, found=quote(found))
