"""Widths in terminal cells.

Rich's tables are the one measure, so that a pipe and a pane break lines at the same places;
this module is the only door to them for code that draws no app.
"""

from __future__ import annotations

from rich.cells import cell_len, chop_cells, set_cell_size

ELLIPSIS = "…"


def width(text: str) -> int:
    """How many cells ``text`` takes."""
    return cell_len(text)


def fit(text: str, cells: int) -> str:
    """``text`` on one line, cut with an ellipsis where it is wider than ``cells``, never padded."""
    flat = text.replace("\n", " ")
    if cell_len(flat) <= cells:
        return flat
    if cells <= 0:
        return ""
    return set_cell_size(flat, cells - 1).rstrip() + ELLIPSIS


def padded(text: str, cells: int) -> str:
    """``text`` cut or filled with spaces to exactly ``cells``."""
    cut = fit(text, cells)
    return cut + " " * (cells - cell_len(cut))


def chopped(text: str, cells: int) -> list[str]:
    """``text`` in pieces of at most ``cells`` each; a wider single character stays whole."""
    return chop_cells(text, max(1, cells))
