"""The matrix and the order as one page, for where nothing scrolls and no key is pressed."""

from __future__ import annotations

from collections.abc import Iterator

from brief_tui.analysis.leverage import coverage
from brief_tui.analysis.matrix import Weighing
from brief_tui.model.register import Register
from brief_tui.render.matrix import lay_out_matrix
from brief_tui.render.option import ARRANGED
from brief_tui.render.order import RULE, order_blocks
from brief_tui.render.page import Block, Drawn, Gap, Heading, Paragraph, Tone, plain
from brief_tui.render.supposed import supposed_blocks
from brief_tui.render.tornado import tornado_blocks


def weighing_blocks(register: Register, weighing: Weighing) -> Iterator[Block]:
    """All options by dimension, their order, and what one cell could change."""
    if not weighing.options:
        return
    cover = coverage(weighing.options)
    hidden = f", {weighing.hidden:,} options hidden" if weighing.hidden else ""
    yield Heading("MATRIX", f"{cover.stated} of {cover.cells} cells stated{hidden}")
    yield from supposed_blocks(register, weighing.scratch)
    yield Gap()
    yield Drawn(lambda width: lay_out_matrix(register, weighing, width).drawn())
    yield Gap()
    yield Heading("ORDER", ARRANGED[weighing.arrangement])
    yield Paragraph(plain(RULE, Tone.MUTED))
    orders = weighing.orders()
    yield from order_blocks(register, orders)
    yield from tornado_blocks(register, orders)
    yield Gap()
