"""Set a page in lines of a given width, wrapped at words and measured in cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brief_tui.render import cells
from brief_tui.render.page import (
    Block,
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
)

_LABEL_GAP = 2
_MOST_LABEL = 19
_SHORT_LABEL = 12


def lay_out(page: Page, width: int) -> tuple[Line, ...]:
    """The lines of ``page``, none wider than ``width`` cells where a character fits at all."""
    lines: list[Line] = []
    pending_gap = False
    for block, label_width in _with_label_widths(page, width):
        if isinstance(block, Gap):
            pending_gap = bool(lines)
            continue
        if pending_gap:
            lines.append(Line(()))
            pending_gap = False
        lines.extend(_set(block, width, label_width))
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
    left = width
    out: list[Span] = []
    for span in spans:
        flat = span.text.replace("\n", " ")
        taken = cells.width(flat)
        if taken > left:
            out.append(Span(cells.fit(flat, left) if left > 0 else "", span.tone))
            left -= cells.width(out[-1].text)
            break
        out.append(Span(flat, span.tone))
        left -= taken
    if fill and left > 0:
        out.append(Span(" " * left))
    return tuple(span for span in out if span.text)


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


def _set(block: Heading | Paragraph | Field, width: int, label_width: int) -> Iterator[Line]:
    if isinstance(block, Heading):
        yield _heading(block, width)
    elif isinstance(block, Field):
        label = Span(cells.padded(block.label, label_width), Tone.LABEL)
        yield from _hang((label,), block.spans, width, label_width, block.link)
    else:
        lead = (Span(" " * block.indent), *block.lead) if block.indent else block.lead
        if block.single:
            yield Line(fit_spans((*lead, *block.spans), width), block.link)
            return
        yield from _hang(lead, block.spans, width, spans_width(lead), block.link)


def _heading(block: Heading, width: int) -> Line:
    aside_width = cells.width(block.aside)
    room = width - aside_width - 1 if block.aside else width
    if room < min(8, cells.width(block.text)):
        return Line((Span(cells.fit(block.text, width), Tone.HEADING),))
    text = cells.fit(block.text, room)
    spans: Spans = (Span(text, Tone.HEADING),)
    if block.aside:
        gap = width - aside_width - cells.width(text)
        spans = (*spans, Span(" " * gap), Span(block.aside, Tone.MUTED))
    return Line(spans)


def _hang(lead: Spans, spans: Spans, width: int, indent: int, link: Link | None) -> Iterator[Line]:
    room = max(1, width - indent)
    for number, line in enumerate(wrap(spans, room) or [()]):
        before = lead if number == 0 else ((Span(" " * indent),) if indent else ())
        yield Line((*before, *line), link)


def _at_newlines(spans: Spans) -> Iterator[Spans]:
    current: list[Span] = []
    for span in spans:
        first, *rest = span.text.split("\n")
        current.append(Span(first, span.tone))
        for text in rest:
            yield tuple(current)
            current = [Span(text, span.tone)]
    if current:
        yield tuple(current)


def _words(spans: Spans) -> Iterator[tuple[Span, ...]]:
    """Maximal runs without a space; a run may change tone inside. A space is a run of its own."""
    word: list[Span] = []
    for span in spans:
        for number, piece in enumerate(span.text.split(" ")):
            if number:
                if word:
                    yield tuple(word)
                    word = []
                yield (Span(" ", span.tone),)
            if piece:
                word.append(Span(piece, span.tone))
    if word:
        yield tuple(word)


def _wrap_one(spans: Spans, width: int) -> list[Spans]:
    if spans_width(spans) <= width:
        return [_joined(span for span in spans if span.text)]
    lines: list[list[Span]] = [[]]
    used = 0
    for word in _words(spans):
        is_space = word[0].text == " "
        size = spans_width(word)
        if used + size <= width:
            if not (is_space and used == 0 and len(lines) > 1):
                lines[-1].extend(word)
                used += size
            continue
        if is_space:
            lines.append([])
            used = 0
            continue
        if used:
            lines.append([])
        used = 0
        for piece in _chop(word, width):
            size = cells.width(piece.text)
            if used + size > width and used:
                lines.append([])
                used = 0
            lines[-1].append(piece)
            used += size
    return [_joined(line) for line in lines]


def _chop(word: Spans, width: int) -> Iterator[Span]:
    if spans_width(word) <= width:
        yield from word
        return
    for span in word:
        for piece in cells.chopped(span.text, width):
            yield Span(piece, span.tone)


def _joined(spans: Iterable[Span]) -> Spans:
    """Neighbours of one tone as one span, without trailing spaces."""
    out: list[Span] = []
    for span in spans:
        if out and out[-1].tone is span.tone:
            out[-1] = Span(out[-1].text + span.text, span.tone)
        else:
            out.append(span)
    while out and not out[-1].text.rstrip(" "):
        out.pop()
    if out:
        out[-1] = Span(out[-1].text.rstrip(" "), out[-1].tone)
    return tuple(out)
