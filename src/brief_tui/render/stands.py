"""Who stands with an item and who against it, each relation stated or inferred."""

from __future__ import annotations

from collections.abc import Iterator

from brief_tui.model.briefing import Relation
from brief_tui.model.item import Item
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Warrant
from brief_tui.render import words
from brief_tui.render.page import Block, Gap, Heading, Page, Paragraph, Span, Tone, plain
from brief_tui.render.parts import item_link


def stands_page(register: Register, item: Item) -> Page:
    """The item, and what stands with and against it."""
    return (item_link(register, item.id), *stands_blocks(register, item))


def stands_blocks(register: Register, item: Item) -> Iterator[Block]:
    """What others do to this item, then what it does to others."""
    yield Gap()
    yield Heading("RELATIONS")
    relations = register.relations.get(item.id, ())
    if not relations:
        yield Paragraph(plain("none in this briefing", Tone.MUTED), indent=1)
    for relation in sorted(relations, key=lambda each: each.from_ == item.id):
        yield from _relation(register, relation, item)


def _relation(register: Register, relation: Relation, item: Item) -> Iterator[Block]:
    outgoing = relation.from_ == item.id
    does = relation.verb.value if outgoing else f"is {words.passive(relation.verb)}"
    by_whom = "stated in the source" if relation.warrant is Warrant.STATED else "editor infers"
    where = f" {' '.join(relation.locator)}" if relation.locator else ""
    tone = Tone.MUTED if relation.warrant is Warrant.STATED else Tone.HEDGE
    what = Span(f"this {words.kind(item)} {does}", Tone.ACCENT)
    yield Paragraph((what, Span(f" · {by_whom}{where}", tone)), indent=1)
    yield item_link(register, relation.to if outgoing else relation.from_, indent=1)
    if relation.note:
        yield Paragraph(plain(relation.note, Tone.MUTED), indent=3)
