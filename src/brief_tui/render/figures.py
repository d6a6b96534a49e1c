"""Figures in a reader's words: how much, of what, how exact, and who worked it out."""

from __future__ import annotations

import math

from brief_tui.model.item import Figure
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Qualifier
from brief_tui.render.page import Span, Spans, Tone

_QUALIFIERS = {
    Qualifier.EXACT: "exactly ",
    Qualifier.APPROXIMATE: "about ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.UP_TO: "up to ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.FEWER_THAN: "fewer than ",
}


def number(value: float) -> str:
    """A number with thousands set apart: ``1,200,000``, ``0.5``."""
    if not math.isfinite(value):
        return str(value)
    # 15 digits are what a briefing may give, and what a float holds.
    return f"{value:,.0f}" if value == int(value) else f"{value:,.15g}"


def quantity(figure: Figure) -> str:
    """A figure's value with its qualifier: ``about 1,500``, ``8,000–11,000``, ``“dozens”``."""
    lead = _QUALIFIERS[figure.qualifier] if figure.qualifier else ""
    if figure.value is not None:
        amount = lead + number(figure.value)
        if figure.low is not None or figure.high is not None:
            amount += f" ({_range(figure)})"
    elif figure.low is not None and figure.high is not None:
        amount = lead + _range(figure)
    elif figure.low is not None:
        amount = f"{lead or 'at least '}{number(figure.low)}"
    elif figure.high is not None:
        amount = f"{lead or 'up to '}{number(figure.high)}"
    else:
        return f"“{figure.words}”" if figure.words else "no number stated"
    return f"{amount} (“{figure.words}”)" if figure.words else amount


def _range(figure: Figure) -> str:
    if figure.low is None:
        return f"up to {number(figure.high or 0)}"
    if figure.high is None:
        return f"at least {number(figure.low)}"
    between = " to " if figure.low < 0 else "–"
    return f"{number(figure.low)}{between}{number(figure.high)}"


def figure_in_words(register: Register, value: Figure) -> Spans:
    """A figure in full: quantity, unit, what is counted, as of when, and whether derived."""
    measure = register.measures.get(value.measure) if value.measure else None
    spans = [*quantity_in_words(value, value.unit or (measure.unit if measure else ""))]
    if measure:
        spans.append(Span(f" · {measure.name}"))
        if measure.note:
            spans.append(Span(f" ({measure.note})", Tone.MUTED))
    else:
        spans.append(Span(" · what is counted: not stated", Tone.MUTED))
    return (*spans, *reserves(value))


def quantity_in_words(value: Figure, unit: str) -> Spans:
    """How much, and of which unit where the source's own words do not say so."""
    amount = Span(quantity(value), Tone.STRONG)
    return (amount, Span(f" {unit}")) if unit and unit not in value.words.split() else (amount,)


def reserves(value: Figure) -> Spans:
    """What must be said with a quantity: as of when it holds, and that the editor made it."""
    spans = []
    if value.as_of:
        spans.append(Span(f" · as of {value.as_of}"))
    if value.derived or value.derived_from:
        how = f" from {value.derived_from}" if value.derived_from else ""
        spans.append(Span(f" · worked out by the editor{how}", Tone.HEDGE))
    return tuple(spans)
