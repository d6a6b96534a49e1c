"""What a reader sees when something fails that should not, and where the details go."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class ReaderFailed(Exception):
    """What it was caused by came out of the reader, where no error is the user's doing."""


def report(error: BaseException) -> None:
    """Say in two lines on stderr that ``error`` ended the program, and keep where it happened.

    Neither names what the error says of itself: that may be the text of a briefing.
    """
    if isinstance(error, ReaderFailed) and error.__cause__ is not None:
        error = error.__cause__
    elif isinstance(error, OSError) and error.strerror:
        where = f": {error.filename}" if error.filename else ""
        _say(f"brief-tui: {error.strerror}{where}")
        return
    kept = _keep(error)  # first: there may be no terminal any more to say it on
    _say(f"brief-tui: a fault in the program: {type(error).__name__}")
    if kept is None:
        _say("The details could not be kept. Please report what you did.")
    else:
        _say(f"Please report it with what is in {kept}")


def report_to_a_stranger(error: Exception) -> None:
    """Say in two lines that something failed, and nothing of the host; keep the traceback.

    Whoever reads over SSH does not run the host: no file is named, and no message is repeated.
    """
    kept = _keep(error)
    _say("brief-tui: a fault in the program ended it.")
    told = "is kept there" if kept is not None else "could not be kept"
    _say(f"Please tell whoever runs this host; a report {told}.")


def details_file() -> Path:
    """Where the traceback of the last failure is kept."""
    from brief_tui.folders import state_folder

    return state_folder() / "last-failure.txt"


def _keep(error: BaseException) -> Path | None:
    try:
        path = details_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        # In ASCII: someone will print it.
        lines = (_ascii(line) for part in _details(error) for line in part.splitlines())
        path.write_text("\n".join(lines) + "\n", encoding="ascii")
    except OSError:
        return None
    return path


def _details(error: BaseException) -> Iterator[str]:
    """What ran, and for each error in the chain its kind and the lines of code it came through."""
    import platform
    from traceback import extract_tb, format_list

    from brief_tui import __version__

    yield f"brief-tui {__version__}, Python {platform.python_version()}, {platform.platform()}"
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        yield f"{type(each).__module__}.{type(each).__qualname__} (what it says is left out)"
        yield from format_list(extract_tb(each.__traceback__))
        each = each.__cause__ or each.__context__


def _say(text: str) -> None:
    """Say a line on stderr. Not by way of the sanitiser, which may be what has failed."""
    line = "".join(char if char.isprintable() else _ascii(char) for char in text)
    with suppress(OSError):
        print(line, file=sys.stderr)


def _ascii(text: str) -> str:
    return text.encode("unicode_escape").decode("ascii")
