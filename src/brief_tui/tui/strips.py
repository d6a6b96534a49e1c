"""From spans to the strips that Textual puts on the screen."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip

from brief_tui.render.layout import fit_spans, spans_width
from brief_tui.render.page import Spans
from brief_tui.tui.palette import Ground, Palette


def strip(spans: Spans, width: int, palette: Palette, ground: Ground = Ground.PAGE) -> Strip:
    """One line of exactly ``width`` cells. Text goes in as data: no markup is read in it."""
    return Strip(segments(spans, width, palette, ground), width)


def segments(spans: Spans, width: int, palette: Palette, ground: Ground) -> list[Segment]:
    """``spans`` cut or filled to ``width`` cells, in the palette's styles."""
    fitted = fit_spans(spans, width)
    out = [Segment(span.text, palette.style(span.tone, ground)) for span in fitted]
    left = width - spans_width(fitted)
    if left > 0:
        out.append(Segment(" " * left, palette.blank(ground)))
    return out
