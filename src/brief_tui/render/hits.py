"""Show where in a text the searched words occur, without regard to case and diacritics.

What is looked for are folded words with one space between and one before them: a hit begins where a
word does. Where the last of them must be whole, a space stands behind it, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from brief_tui.model.folding import parted, parted_with_map
from brief_tui.render.page import Block, Field, Page, Paragraph, Span, Spans, Tone


def highlight_page(page: Page, needles: tuple[str, ...]) -> Page:
    """``page`` with every hit of the ``needles`` in its running text marked."""
    return tuple(_block(block, needles) for block in page) if needles else page


def highlight(spans: Spans, needles: tuple[str, ...]) -> Spans:
    """``spans`` with every hit of the ``needles`` marked; a hit may cross spans."""
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
    words = f" {' '.join(parted(text).split())} "
    found = [needle for needle in needles if needle in words]
    hit: set[int] = set()
    if not found:
        return hit
    words, origin = parted_with_map(text)
    for needle in found:
        length = len(needle.rstrip(" "))
        start = words.find(needle)
        while start >= 0:
            # Without the space before it, and what stands between two words with them.
            hit.update(range(origin[start + 1], origin[start + length - 1] + 1))
            start = words.find(needle, start + 1)
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
