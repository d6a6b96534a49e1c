"""The text of a file, read without trust: what kind of file, how large, in which encoding."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from brief_tui.load.text import clean, quote
from brief_tui.model.problem import Position, Problem

MAX_BYTES = 16 * 1024 * 1024
"""The largest file that is read."""

MAX_PROBLEMS = 1000
"""How many problems are reported, of one file and of a briefing; a last one says there are more."""

# What YAML does not allow raw, and what only YAML 1.1 takes for a line's end. DEL is one of them.
_NOT_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_LINE = re.compile("\r\n|\n|\r")
_OTHER_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def shown_path(path: Path) -> Path:
    """A path as messages name it: a file's name is text from outside, too."""
    return Path(clean(str(path)).replace("\n", "␤"))


def read_bytes(file: Path) -> bytes | Problem:
    """The bytes of a regular file of at most ``MAX_BYTES``, or why they cannot be had.

    A pipe, device or folder is never waited for or read from.
    """
    try:
        # Opening some devices does something to them. Asked again of the open file below, which
        # cannot be exchanged in between.
        if not stat.S_ISREG(file.stat().st_mode):
            return _problem(file, "not-a-file", "not a regular file")
        descriptor = os.open(
            file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
    except FileNotFoundError:
        return _problem(file, "not-found", "there is no such file")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return _problem(file, "unreadable", f"the file cannot be opened: {quote(reason)}")
    try:
        with os.fdopen(descriptor, "rb") as stream:
            state = os.fstat(stream.fileno())
            if not stat.S_ISREG(state.st_mode):
                return _problem(file, "not-a-file", "not a regular file")
            if state.st_size > MAX_BYTES:
                return _problem(file, "too-large", _too_large(state.st_size))
            # None where a file of the kernel's has nothing to say yet.
            data = stream.read(MAX_BYTES + 1) or b""
    except OSError as error:
        return _problem(
            file, "unreadable", f"the file cannot be read: {quote(error.strerror or '')}"
        )
    if len(data) > MAX_BYTES:
        return _problem(file, "too-large", _too_large(len(data)))
    return data


def decode_utf8(data: bytes, file: Path) -> str | Problem:
    """``data`` as text, without a byte order mark, or where it stops being UTF-8."""
    for mark, name in _OTHER_ENCODINGS:
        if data.startswith(mark):
            return _problem(file, "not-utf-8", f"the file is {name}; it must be UTF-8", found=name)
    if b"\0" in data[:4]:
        return _problem(file, "not-utf-8", "the file is binary or UTF-16; it must be UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8-sig")
        return Problem(
            position=place(good, len(good), file),
            path="",
            code="not-utf-8",
            message="this is not UTF-8",
            found=f"byte 0x{data[error.start]:02X}",
        )


def replace_raw_controls(text: str, file: Path) -> tuple[str | None, list[Problem]]:
    """Replace, one for one, what may not stand raw in YAML, so that the rest can still be read.

    The substitutes are as wide as what they replace: every place in the file stays where it was.
    There is no text where more than ``MAX_PROBLEMS`` had to be replaced: that is no text file.
    """
    if (first := _NOT_YAML.search(text)) is None:
        return text, []
    problems: list[Problem] = []
    line, start = 1, 0
    for found in _NOT_YAML.finditer(text, first.start()):
        for end in _LINE.finditer(text, start, found.start()):
            line, start = line + 1, end.end()
        if len(problems) == MAX_PROBLEMS:
            problems.append(_problem(file, "not-text", "this is not a text file"))
            return None, problems
        name = f"U+{ord(found[0]):04X}"
        problems.append(
            Problem(
                position=Position(file, line, found.start() - start + 1),
                path="",
                code="unsafe-text",
                message=f"the character {name} may not stand in a file; a substitute is shown",
                found=name,
                closes=False,
            )
        )
    return _NOT_YAML.sub(lambda found: _substitute(found[0]), text), problems


def place(text: str, index: int, file: Path) -> Position:
    """The line and column of ``text[index]``."""
    line, start = 1, 0
    for found in _LINE.finditer(text, 0, index):
        line, start = line + 1, found.end()
    return Position(file, line, index - start + 1)


def _substitute(character: str) -> str:
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


def _too_large(size: int) -> str:
    return f"the file has {size:,} bytes; at most {MAX_BYTES:,} are read"


def _problem(file: Path, code: str, message: str, found: str = "") -> Problem:
    return Problem(position=Position(file), path="", code=code, message=message, found=found)
