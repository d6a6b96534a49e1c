"""The ways from one thing of a briefing to another, as a small indented tree."""

from __future__ import annotations

from brief_tui.model.register import Register
from brief_tui.render.page import Page
from brief_tui.render.parts import item_link


def path_page(register: Register, start: str, end: str) -> Page:
    """The ways from ``start`` to ``end`` through relations and chains."""
    return (item_link(register, start), item_link(register, end, indent=2))
