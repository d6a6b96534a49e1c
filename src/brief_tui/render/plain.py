"""Pages as plain text: no colour, no control character but the newline."""

from __future__ import annotations

from dataclasses import replace

from brief_tui.render.layout import lay_out
from brief_tui.render.page import Block, Page, Paragraph, Span, Tone

PAPER = 80
"""Cells: how wide a text is set that is to be pasted elsewhere."""


def to_text(page: Page, width: int) -> str:
    """``page`` set ``width`` cells wide, each line ended by a newline."""
    named = tuple(_with_id(block) for block in page)
    return "".join(f"{line.text.rstrip()}\n" for line in lay_out(named, width, whole=True))


def _with_id(block: Block) -> Block:
    """A link with the id of what it leads to, since on paper there is no Enter."""
    if isinstance(block, Paragraph) and block.link is not None and block.link.id and block.lead:
        return replace(block, spans=(*block.spans, Span(f" [{block.link.id}]", Tone.MUTED)))
    return block
