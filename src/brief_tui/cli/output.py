"""What commands write: data on stdout, words about it on stderr, nothing that steers a terminal."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path


_WIDEST = 1000
"""No line is wider, whatever ``COLUMNS`` says: what is laid out over the width takes memory."""


def speak(encoding: str) -> None:
    """Write in ``encoding`` from now on, whatever the locale says.

    In ``utf-8`` half a surrogate pair is escaped rather than a failure. In ``ascii`` text keeps its
    cells, each with what stands for it there; JSON and the names of files are escaped.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding=encoding, errors="backslashreplace")


def write(text: str) -> None:
    """Write a line of data, or several, on stdout."""
    if _only_ascii():
        from brief_tui.terminal.ascii import in_ascii

        text = in_ascii(text)
    print(text)


def write_exactly(text: str) -> None:
    """Write a line in which each character counts, as in the name of a file; in ASCII, escaped."""
    print(text)


def write_json(value: object) -> None:
    """Write a value as JSON on stdout, keys in the order they have."""
    import json

    print(json.dumps(value, ensure_ascii=_only_ascii(), indent=2))


def say(text: str) -> None:
    """Say a line about the data on stderr, arguments quoted in it made harmless."""
    print(one_line(text), file=sys.stderr)


def _only_ascii() -> bool:
    return getattr(sys.stdout, "encoding", "") == "ascii"


def width() -> int:
    """The cells of a line: the terminal's; ``COLUMNS`` or 80 where stdout is none.

    A shell that exports ``COLUMNS`` does not know when the terminal becomes another size.
    """
    import os
    from shutil import get_terminal_size

    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (AttributeError, OSError, ValueError):
        columns = get_terminal_size((80, 24)).columns
    return min(max(columns, 20), _WIDEST)


def one_line(text: str | Path) -> str:
    """A file name or an argument as it may stand in a line: sanitised, a line feed made visible."""
    from brief_tui.load.text import clean

    return clean(str(text)).replace("\n", "\N{SYMBOL FOR LINE FEED}")
