"""Blocks that the pages of items and of parties share."""

from __future__ import annotations

from collections.abc import Iterator

from brief_tui.model import countries
from brief_tui.model.briefing import Relation
from brief_tui.model.problem import Position
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Warrant
from brief_tui.render import words
from brief_tui.render.address import passage
from brief_tui.render.page import (
    Block,
    Field,
    Gap,
    Link,
    Paragraph,
    Span,
    Spans,
    Tone,
    plain,
)


def item_link(
    register: Register, id_: str, before: Spans = (), *, indent: int = 0, single: bool = False
) -> Paragraph:
    """An entry of a list of links: what kind of thing, whose voice, and its text."""
    item = register.items.get(id_)
    lead = (Span("› ", Tone.LINK), *before)
    if item is None:
        return Paragraph(plain(register.name(id_), Tone.LINK), lead, indent, Link(id_))
    voice = words.voice_of_row(register, item)
    head = [Span(f"{words.kind(item)} ", Tone.MUTED)]
    if voice.text != words.kind(item):
        head.append(Span(f"{voice.text}: ", voice.tone))
    text = words.row_text(register, item, Tone.LINK)
    return Paragraph((*head, *text), lead, indent, Link(id_), single)


def warrant(relation: Relation) -> Spans:
    """On whose word a relation holds, and where, as an aside behind its verb."""
    stated = relation.warrant is Warrant.STATED
    tone = Tone.MUTED if stated else Tone.HEDGE
    said = Span(" · stated in the source" if stated else " · editor infers", tone)
    if not relation.locator:
        return (said,)
    return (said, Span(" ", tone), *passage(relation.locator, tone))


def party_field(register: Register, label: str, id_: str | None) -> Field:
    """A party by name, with how it is described and what country it is of."""
    if id_ is None:
        return Field(label, words.UNKNOWN)
    party = register.parties.get(id_)
    spans = [Span(register.name(id_), Tone.LINK)]
    if party is not None and party.descriptor:
        spans.append(Span(f" · {party.descriptor}"))
    country = countries.name(party.country) if party is not None and party.country else ""
    if country and country != register.name(id_):
        spans.append(Span(f" ({country})", Tone.MUTED))
    return Field(label, tuple(spans), Link(id_))


def name_of(register: Register, id_: str) -> str:
    """What to call a step of a chain: a party's name, or an item's text."""
    item = register.items.get(id_)
    return item.text if item is not None else register.name(id_)


def written(id_: str, position: Position | None) -> Iterator[Block]:
    """Where in the briefing's files something is written, and its id."""
    yield Gap()
    place = f"{position.file.name}, line {position.line}, as " if position is not None else "as "
    yield Field("written in", (Span(place, Tone.MUTED), Span(id_)))
