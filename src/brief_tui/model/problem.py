"""What is wrong with a file, as values: where, what was found, what is allowed."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from brief_tui.model.value import dataclass


class Severity(StrEnum):
    """How bad a problem is."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file. ``line`` and ``column`` count from 1; a column is a character."""

    file: Path
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with a file.

    All text is already sanitised. ``code`` is a stable slug (``unknown-key``); ``path`` the place
    in the document (``claims[3].speaker``; empty for the file as a whole); ``closes`` whether the
    briefing stays closed because of it.
    """

    position: Position
    path: str
    code: str
    message: str
    found: str = ""
    allowed: tuple[str, ...] = ()
    nearest: str | None = None
    severity: Severity = Severity.ERROR
    closes: bool = True
