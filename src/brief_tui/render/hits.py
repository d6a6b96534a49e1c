"""Show where in a text the searched words occur, without regard to case and diacritics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from brief_tui.model.folding import fold_with_map
from brief_tui.render.page import Block, Field, Page, Paragraph, Span, Spans, Tone


def highlight_page(page: Page, needles: tuple[str, ...]) -> Page:
    """``page`` with every hit of the folded ``needles`` in its running text marked."""
    return tuple(_block(block, needles) for block in page) if needles else page


def highlight(spans: Spans, needles: tuple[str, ...]) -> Spans:
    """``spans`` with every hit of the folded ``needles`` marked; a hit may cross spans."""
    if not needles:
        return spans
    text = "".join(span.text for span in spans)
    hit = _hit_characters(text, needles)
    if not hit:
        return spans
    return tuple(_split(spans, hit))


def _block(block: Block, needles: tuple[str, ...]) -> Block:
    if isinstance(block, Paragraph | Field):
        return replace(block, spans=highlight(block.spans, needles))
    return block


def _hit_characters(text: str, needles: tuple[str, ...]) -> set[int]:
    folded, origin = fold_with_map(text)
    hit: set[int] = set()
    for needle in needles:
        start = folded.find(needle)
        while start >= 0:
            hit.update(range(origin[start], origin[start + len(needle) - 1] + 1))
            start = folded.find(needle, start + len(needle))
    return hit


def _split(spans: Spans, hit: set[int]) -> Iterator[Span]:
    offset = 0
    for span in spans:
        start = 0
        while start < len(span.text):
            inside = (offset + start) in hit
            end = start + 1
            while end < len(span.text) and ((offset + end) in hit) == inside:
                end += 1
            tone = Tone.HIT if inside else span.tone
            yield Span(span.text[start:end], tone, span.address)
            start = end
        offset += len(span.text)
