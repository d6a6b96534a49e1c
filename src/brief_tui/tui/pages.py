"""Whole-screen pages of things that have no row to jump to, or one that the filter hides."""

from __future__ import annotations

from brief_tui.analysis.figures import count_at
from brief_tui.render.citation import citation, page_with_briefing
from brief_tui.render.item import item_page
from brief_tui.render.measure import figure_page
from brief_tui.render.party import party_page
from brief_tui.tui.page_screen import PageScreen
from brief_tui.tui.session import Session


def page_of(session: Session, id_: str) -> PageScreen | None:
    """A screen on the item or party with this id; None where the briefing has neither."""
    register, position = session.register, session.volume.position(id_)
    if id_.partition("#")[0] in register.later:
        register = session.volume.register
    item = register.items.get(id_)
    if item is not None:
        title = "Outside the filter" if session.filter else "Item"
        page = item_page(register, item, {}, position)
        return PageScreen(title, page, about=id_, text=lambda: citation(register, item))
    count = count_at(register, id_)
    if count is not None:
        page = figure_page(register, count, {}, session.volume.position(count.item.id))
        own = count.item
        return PageScreen(
            "Outside the filter", page, about=own.id, text=lambda: citation(register, own)
        )
    party = register.parties.get(id_)
    if party is not None:
        page = party_page(register, party, position)
        return PageScreen(
            party.name, page, about=id_, text=lambda: page_with_briefing(register, page)
        )
    return None
