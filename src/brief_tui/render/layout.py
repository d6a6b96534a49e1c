"""Set a page in lines of a given width, wrapped at words and measured in cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief_tui.render import cells
from brief_tui.render.page import (
    Block,
    Drawn,
    Field,
    Gap,
    Heading,
    Line,
    Link,
    Page,
    Paragraph,
    Span,
    Spans,
    Tone,
    plain,
)

_LABEL_GAP = 2
_MOST_LABEL = 19
_SHORT_LABEL = 12


def lay_out(page: Page, width: int, *, whole: bool = False) -> tuple[Line, ...]:
    """The lines of ``page``, none wider than ``width`` cells where a character fits at all.

    ``whole`` wraps also what a page would cut to a single line.
    """
    lines: list[Line] = []
    pending_gap = False
    for block, label_width in _with_label_widths(page, width):
        if isinstance(block, Gap):
            pending_gap = bool(lines)
            continue
        if pending_gap:
            lines.append(Line(()))
            pending_gap = False
        lines.extend(_set(block, width, label_width, whole=whole))
    return tuple(lines)


def wrap(spans: Spans, width: int) -> list[Spans]:
    """Break spans into lines at spaces, at newlines, and inside words that are too long."""
    lines: list[Spans] = []
    for part in _at_newlines(spans):
        lines.extend(_wrap_one(part, max(1, width)))
    return lines


def spans_width(spans: Spans) -> int:
    """How many cells spans take together."""
    return sum(cells.width(span.text) for span in spans)


def fit_spans(spans: Spans, width: int, *, fill: bool = False) -> Spans:
    """Spans on one line, cut with an ellipsis at ``width``; filled to it with spaces if asked."""
    flat = tuple(Span(span.text.replace("\n", " "), *span[1:]) for span in spans)
    taken = spans_width(flat)
    if taken > width:
        flat = _cut(flat, width)
        taken = spans_width(flat)
    fitted = tuple(span for span in flat if span.text)
    return (*fitted, Span(" " * (width - taken))) if fill and taken < width else fitted


def _cut(spans: Spans, width: int) -> Spans:
    """What fits in ``width`` cells together with the ellipsis that says there is more."""
    if width <= 0:
        return ()
    out: list[Span] = []
    left = width - cells.width(cells.ELLIPSIS)
    for span in spans:
        size = cells.width(span.text)
        if size > left:
            start = cells.start(span.text, max(left, 0)).rstrip()
            return (*out, Span(start + cells.ELLIPSIS, *span[1:]))
        out.append(span)
        left -= size
    return tuple(out)


def _with_label_widths(page: Page, width: int) -> Iterator[tuple[Block, int]]:
    """Each block with the label width of the run of fields it stands in.

    That is the width of all short labels of the page, or more where the run has a longer one.
    """
    short = [
        size
        for block in page
        if isinstance(block, Field) and (size := cells.width(block.label)) <= _SHORT_LABEL
    ]
    common = max(short, default=0)
    index = 0
    while index < len(page):
        end = index
        while end < len(page) and isinstance(page[end], Field):
            end += 1
        run = page[index:end]
        widest = max((cells.width(b.label) for b in run if isinstance(b, Field)), default=0)
        widest = max(widest, common)
        label_width = min(widest + _LABEL_GAP, _MOST_LABEL, max(4, width // 2))
        for block in run:
            yield block, label_width
        if end == index:
            yield page[index], 0
            end += 1
        index = end


def _set(
    block: Heading | Paragraph | Field | Drawn, width: int, label_width: int, *, whole: bool
) -> Iterator[Line]:
    if isinstance(block, Heading):
        yield from _heading(block, width)
    elif isinstance(block, Drawn):
        yield from block.lines(width)
    elif isinstance(block, Field):
        label = Span(cells.padded(block.label, label_width), Tone.LABEL)
        yield from _hang((label,), block.spans, width, label_width, block.link)
    else:
        lead = (Span(" " * block.indent), *block.lead) if block.indent else block.lead
        if spans_width(lead) > width // 2:
            lead = ()
        if block.single and not whole:
            yield Line(fit_spans((*lead, *block.spans), width), block.link)
            return
        yield from _hang(lead, block.spans, width, spans_width(lead), block.link)


def _heading(block: Heading, width: int) -> Iterator[Line]:
    aside_width = cells.width(block.aside)
    room = width - aside_width - 1 if block.aside else width
    if room < min(8, cells.width(block.text)):
        # What it counts is not for a narrow pane to leave out.
        yield Line((Span(cells.fit(block.text, width), Tone.HEADING),))
        yield from _hang((), plain(block.aside, Tone.MUTED), width, 0, None)
        return
    text = cells.fit(block.text, room)
    spans: Spans = (Span(text, Tone.HEADING),)
    if block.aside:
        gap = width - aside_width - cells.width(text)
        spans = (*spans, Span(" " * gap), Span(block.aside, Tone.MUTED))
    yield Line(spans)


def _hang(lead: Spans, spans: Spans, width: int, indent: int, link: Link | None) -> Iterator[Line]:
    room = max(1, width - indent)
    for number, line in enumerate(wrap(spans, room) or [()]):
        before = lead if number == 0 else ((Span(" " * indent),) if indent else ())
        yield Line((*before, *line), link)


def _at_newlines(spans: Spans) -> Iterator[Spans]:
    current: list[Span] = []
    for span in spans:
        first, *rest = span.text.split("\n")
        current.append(Span(first, *span[1:]))
        for text in rest:
            yield tuple(current)
            current = [Span(text, *span[1:])]
    if current:
        yield tuple(current)


def _wrap_one(spans: Spans, width: int) -> list[Spans]:
    text = "".join(span.text for span in spans)
    if cells.width(text) <= width:
        return [_between(spans, 0, len(text.rstrip(" ")))]
    return [_between(spans, start, end) for start, end in _breaks(text, width)]


_WORD = re.compile("[^ ]+")


def _breaks(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line of ``text`` begins and ends; the spaces at a break are in neither line."""
    start = end = used = 0
    for word in _WORD.finditer(text):
        size = cells.width(word[0])
        gap = word.start() - end
        if used + gap + size <= width:
            used += gap + size
            end = word.end()
            continue
        if used + gap:
            yield start, end
        start = word.start()
        *full, last = cells.chopped(word[0], width) if size > width else (word[0],)
        for piece in full:
            end = start + len(piece)
            yield start, end
            start = end
        used = cells.width(last)
        end = start + len(last)
    yield start, end


def _between(spans: Spans, start: int, end: int) -> Spans:
    """The part of spans from one character of their text up to another, one span for each tone."""
    out: list[Span] = []
    at = 0
    for text, tone, address in spans:
        piece = text[max(start - at, 0) : max(end - at, 0)]
        at += len(text)
        if not piece:
            continue
        if out and out[-1].tone is tone and out[-1].address == address:
            out[-1] = Span(out[-1].text + piece, tone, address)
        else:
            out.append(Span(piece, tone, address))
    return tuple(out)
