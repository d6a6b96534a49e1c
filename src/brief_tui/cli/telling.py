"""How far something is that takes long, said on stderr in words or on stdout as JSON."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brief_tui.library.index.progress import Progress, Report


def print_json(value: dict[str, object]) -> None:
    """Print a value as one line of JSON, at once."""
    import json

    print(json.dumps(value), flush=True)


class Telling:
    """Says how far it is, in one line where that can be written over."""

    def __init__(self, form: str, after: float = 0.0) -> None:
        """Say nothing yet.

        Args:
            form: ``text``, ``json`` or ``none``.
            after: how many seconds it may take before a word is said of it.
        """
        self._form = form
        self._over = form == "text" and sys.stderr is not None and sys.stderr.isatty()
        self._width = 0
        self._said = 0.0
        self._after = after

    @property
    def report(self) -> Report | None:
        """Who is told how far it is."""
        return None if self._form == "none" else self._tell

    def end(self) -> None:
        """Leave the line."""
        if self._width:
            print(file=sys.stderr)
            self._width = 0

    def _tell(self, progress: Progress) -> None:
        if progress.seconds < self._after:
            return
        if self._form == "json":
            print_json(progress._asdict())
        elif self._over:
            line = in_words(progress, bar=20)
            print(f"\r{line:<{self._width}}", end="", file=sys.stderr, flush=True)
            self._width = len(line)
        elif progress.seconds - self._said >= _BETWEEN_LINES:
            self._said = progress.seconds
            print(in_words(progress), file=sys.stderr)


_BETWEEN_LINES = 5.0
"""Seconds between two lines where none can be written over."""


def in_words(progress: Progress, bar: int = 0) -> str:
    """How far it is: a bar of so many characters, briefings and the time left."""
    share = progress.bytes_done / progress.bytes_total if progress.bytes_total else 1.0
    drawn = f"[{'=' * int(share * bar):<{bar}}] " if bar else ""
    said = f"{drawn}{progress.done:,} of {progress.total:,} briefings"
    if progress.left is None:
        return said
    minutes, seconds = divmod(round(progress.left), 60)
    return f"{said}, {f'{minutes} min ' if minutes else ''}{seconds} s left"
