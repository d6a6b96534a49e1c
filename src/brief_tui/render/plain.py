"""Pages as plain text: no colour, no control character but the newline."""

from __future__ import annotations

from brief_tui.render.layout import lay_out
from brief_tui.render.page import Page


def to_text(page: Page, width: int) -> str:
    """``page`` set ``width`` cells wide, each line ended by a newline."""
    return "".join(f"{line.text.rstrip()}\n" for line in lay_out(page, width))
