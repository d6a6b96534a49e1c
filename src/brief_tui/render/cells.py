"""Widths in terminal cells.

Rich's tables are the one measure, so that a pipe and a pane break lines at the same places;
this module is the only door to them for code that draws no app.
"""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, chop_cells, set_cell_size

ELLIPSIS = "…"

# ASCII, Latin, general punctuation and lines. Rich looks punctuation up in its tables, and loading
# them would take longer than laying out the first page.
_RANGES = (
    (0x20, 0x7E),
    (0xA0, 0xAC),
    (0xAE, 0x2FF),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2500, 0x25FC),
)
_ONE_CELL_EACH = frozenset(chr(code) for first, last in _RANGES for code in range(first, last + 1))


@lru_cache(4096)
def width(text: str) -> int:
    """How many cells ``text`` takes."""
    return len(text) if _ONE_CELL_EACH.issuperset(text) else cell_len(text)


def fit(text: str, cells: int) -> str:
    """``text`` on one line, cut with an ellipsis where it is wider than ``cells``, never padded."""
    flat = text.replace("\n", " ")
    if width(flat) <= cells:
        return flat
    if cells <= 0:
        return ""
    return start(flat, cells - 1).rstrip() + ELLIPSIS


def start(text: str, cells: int) -> str:
    """As much of ``text`` from its start as fits, filled where half a wide character is left."""
    return set_cell_size(text, min(cells, width(text)))


def padded(text: str, cells: int) -> str:
    """``text`` cut or filled with spaces to exactly ``cells``."""
    cut = fit(text, cells)
    return cut + " " * (cells - width(cut))


def chopped(text: str, cells: int) -> list[str]:
    """``text`` in pieces of at most ``cells`` each; a wider single character stays whole."""
    return chop_cells(text, max(1, cells))
