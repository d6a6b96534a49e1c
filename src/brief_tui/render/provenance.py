"""The chain of an item, step by step, and how many origins stand behind it."""

from __future__ import annotations

from collections.abc import Iterator

from brief_tui.model.chain import chain_of
from brief_tui.model.item import Item
from brief_tui.model.party import Step
from brief_tui.model.register import Register
from brief_tui.render import words
from brief_tui.render.page import Block, Field, Gap, Heading, Link, Span, Tone
from brief_tui.render.parts import name_of


def chain_blocks(register: Register, item: Item) -> Iterator[Block]:
    """The chain of an item from its origin on, and the source it stands in."""
    chain = chain_of(register, item)
    yield Gap()
    yield Heading("CHAIN")
    if not chain.steps:
        yield Field("origin", words.UNKNOWN)
    for number, step in enumerate(reversed(chain.steps)):
        label = "via" if number else "origin"
        yield _step(register, label, step)
    source = register.source_of(item)
    at = " ".join(item.locator)
    spans = [Span(register.name(source), Tone.LINK)] if source else list(words.UNKNOWN)
    if at:
        spans.append(Span(f" {at}"))
    yield Field("stands in", tuple(spans), Link(source) if source else None)


def _step(register: Register, label: str, step: Step) -> Field:
    note = (Span(f" · {step.note}"),) if step.note else ()
    if step.who is None:
        return Field(label, (*words.UNKNOWN, *note))
    how = Span(f"{step.how.meaning} ", Tone.MUTED)
    name = Span(name_of(register, step.who), Tone.LINK)
    return Field(label, (how, name, *note), Link(step.who))
