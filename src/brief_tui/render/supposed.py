"""What the reader supposes, in words: it goes with every title, copy and export it bears on."""

from __future__ import annotations

from collections.abc import Iterator

from brief_tui.analysis.scratch import Scratch
from brief_tui.model.register import Register
from brief_tui.render.page import Block, Paragraph, Span, Tone, plain

NOT_THE_BRIEFINGS = "the reader's own, not in the briefing"


def supposed(scratch: Scratch, before: str = "") -> str:
    """``WHAT IF: 2 cells yours, risk set aside``, behind ``before``; empty where nothing is."""
    if not scratch:
        return ""
    parts = []
    if scratch.filled:
        count = len(scratch.filled)
        parts.append(f"{count} cell{'' if count == 1 else 's'} yours")
    aside = [each.label for each in scratch.ordered_aside]
    if aside:
        named = aside[0] if len(aside) == 1 else f"{len(aside)} dimensions"
        parts.append(f"{named} set aside")
    return f"{before}WHAT IF: {', '.join(parts)}"


def supposed_blocks(register: Register, scratch: Scratch) -> Iterator[Block]:
    """Every cell that the reader filled in, and every dimension set aside; nothing where none."""
    if not scratch:
        return
    head = f"{supposed(scratch)}: {NOT_THE_BRIEFINGS}."
    yield Paragraph(plain(head, Tone.WARNING))
    for (id_, dimension), level in scratch.filled.items():
        option = register.items.get(id_)
        text = option.text if option is not None else id_
        said = Span(f"? {dimension.label}: {level.value}, of ", Tone.HEDGE)
        yield Paragraph((said, Span(text)), indent=1)
    if scratch.aside:
        names = ", ".join(each.label for each in scratch.ordered_aside)
        yield Paragraph(plain(f"set aside: {names}", Tone.HEDGE), indent=1)
