"""What commands write: data on stdout, words about it on stderr, nothing that steers a terminal."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path


def write(text: str) -> None:
    """Write a line of data, or several, on stdout."""
    print(text)


def write_json(value: object) -> None:
    """Write a value as JSON on stdout, in UTF-8, keys in the order they have."""
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2))


def say(text: str) -> None:
    """Say a line about the data on stderr, arguments quoted in it made harmless."""
    print(one_line(text), file=sys.stderr)


def one_line(text: str | Path) -> str:
    """A file name or an argument as it may stand in a line: sanitised, a line feed made visible."""
    from brief_tui.load.text import clean

    return clean(str(text)).replace("\n", "\N{SYMBOL FOR LINE FEED}")
