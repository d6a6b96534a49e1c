"""From spans to the strips that Textual puts on the screen."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from brief_tui.render.layout import fit_spans, spans_width
from brief_tui.render.page import Span, Spans
from brief_tui.tui.palette import Ground, Palette


def strip(spans: Spans, width: int, palette: Palette, ground: Ground = Ground.PAGE) -> Strip:
    """One line of exactly ``width`` cells. Text goes in as data: no markup is read in it."""
    return Strip(segments(spans, width, palette, ground), width)


def segments(spans: Spans, width: int, palette: Palette, ground: Ground) -> list[Segment]:
    """``spans`` cut or filled to ``width`` cells, in the palette's styles."""
    fitted = fit_spans(spans, width)
    out = [Segment(span.text, _style(span, palette, ground)) for span in fitted]
    left = width - spans_width(fitted)
    if left > 0:
        out.append(Segment(" " * left, palette.blank(ground)))
    return out


def _style(span: Span, palette: Palette, ground: Ground) -> Style:
    """The style of a span; where it is an address, with a link for terminals that have them."""
    style = palette.style(span.tone, ground)
    if not span.address:
        return style
    from brief_tui.terminal.hyperlink import safe_link

    link = safe_link(span.address)
    return style.update_link(link) if link is not None else style
