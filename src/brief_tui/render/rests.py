"""What rests on a source, an actor or an item, and what would fall if it were withdrawn."""

from __future__ import annotations

from brief_tui.analysis.standing import hanging_on
from brief_tui.model.register import Register
from brief_tui.render.page import Heading, Page
from brief_tui.render.parts import item_link


def rests_page(register: Register, id_: str) -> Page:
    """What rests on the thing with this id, transitively."""
    items = hanging_on(register).get(id_, ())
    return (Heading("RESTS ON IT", str(len(items))), *(item_link(register, i.id) for i in items))
