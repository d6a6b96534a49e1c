"""The ways from one thing of a briefing to another, as a small indented tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from brief_tui.analysis.paths import LONGER, LONGEST, Step, Way, paths
from brief_tui.analysis.ties import Tie
from brief_tui.model.register import Register
from brief_tui.render import words
from brief_tui.render.page import Block, Gap, Heading, Page, Paragraph, Span, Tone, plain
from brief_tui.render.parts import item_link, warrant

NO_WAY = "no way between them in this briefing"

_WHAT_COUNTS = (
    "A way leads through relations, chains, bases, voices, actors and targets, at most"
    f" {LONGEST} steps, and at most {LONGER} more than the shortest. That two items stand in one"
    " source is no way between them."
)


def path_page(register: Register, start: str, end: str) -> Page:
    """The ways from ``start`` to ``end``.

    Raises:
        KeyError: the briefing has no item or party of one of these ids.
    """
    return tuple(_page(register, start, end))


def _page(register: Register, start: str, end: str) -> Iterator[Block]:
    ways = paths(register, start, end)
    for id_, which in ((start, "from "), (end, "to ")):
        link = item_link(register, id_, single=True)
        yield replace(link, spans=(Span(which, Tone.LABEL), *link.spans))
    yield Gap()
    if not ways.found:
        yield Paragraph(plain("they are the same" if start == end else NO_WAY))
    for number, way in enumerate(ways.found, 1):
        steps = f"{len(way)} step" + ("" if len(way) == 1 else "s")
        yield Heading(f"WAY {number} OF {len(ways.found)}", steps)
        yield from _tree(register, way)
        yield Gap()
    if ways.more:
        yield Paragraph(plain(f"The {len(ways.found)} shortest of more.", Tone.MUTED))
    yield Paragraph(plain(_WHAT_COUNTS, Tone.MUTED))


def _tree(register: Register, way: Way) -> Iterator[Block]:
    yield item_link(register, way[0].start, single=True)
    for depth, step in enumerate(way, 1):
        for tie in step.ties:
            verb = Span(tie_in_words(step, tie), Tone.ACCENT)
            aside = warrant(tie.relation) if tie.relation is not None else ()
            yield Paragraph((verb, *aside), indent=2 * depth)
        yield item_link(register, step.end, indent=2 * depth, single=True)


def tie_in_words(step: Step, tie: Tie) -> str:
    """What the start of a step is or does to its end: ``supports``, ``is supported by``."""
    if tie.relation is None:
        return tie.words
    if tie.relation.from_ == step.start:
        return tie.relation.verb.value
    return f"is {words.passive(tie.relation.verb)}"
