"""Where the items of a briefing stand against each other, by how much hangs on it."""

from __future__ import annotations

from brief_tui.model.register import Register
from brief_tui.render.page import Heading, Page


def disagreements_page(register: Register) -> Page:
    """Every disagreement and tension of the briefing."""
    return (Heading("DISAGREEMENTS", "0"),)
