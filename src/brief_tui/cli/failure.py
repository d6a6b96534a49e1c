"""What a reader sees when something fails that should not, and where the details go."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def report(error: Exception) -> None:
    """Say in two lines on stderr that ``error`` ended the program, and keep its traceback."""
    if isinstance(error, OSError) and error.strerror:
        where = f": {error.filename}" if error.filename else ""
        _say(f"brief-tui: {error.strerror}{where}")
        return
    _say(f"brief-tui: a fault in the program: {type(error).__name__}: {error}")
    kept = _keep(error)
    if kept is None:
        _say("The details could not be kept. Please report what you did.")
    else:
        _say(f"Please report it with what is in {kept}")


def details_file() -> Path:
    """Where the traceback of the last failure is kept."""
    from brief_tui.folders import state_folder

    return state_folder() / "last-failure.txt"


def _keep(error: Exception) -> Path | None:
    from traceback import format_exception

    text = "".join(format_exception(error))
    try:
        path = details_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        # In ASCII: what a file said may be in it, and someone will print it.
        path.write_text("\n".join(map(_ascii, text.splitlines())) + "\n", encoding="ascii")
    except OSError:
        return None
    return path


def _say(text: str) -> None:
    """Say a line on stderr. Not by way of the sanitiser, which may be what has failed."""
    print("".join(char if char.isprintable() else _ascii(char) for char in text), file=sys.stderr)


def _ascii(text: str) -> str:
    return text.encode("unicode_escape").decode("ascii")
