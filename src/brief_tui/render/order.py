"""The order of options in levels, and what is not comparable, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brief_tui.analysis.dominance import SILENT, Order
from brief_tui.analysis.matrix import Group, Weighing
from brief_tui.analysis.pair import Reason, pair_of
from brief_tui.model.item import Option
from brief_tui.model.register import Register
from brief_tui.render.option import group_name, option_spans, quoted
from brief_tui.render.page import (
    Block,
    Gap,
    Heading,
    Link,
    Page,
    Paragraph,
    Span,
    Spans,
    Tone,
    plain,
)
from brief_tui.render.pair import why
from brief_tui.render.parts import item_link
from brief_tui.render.supposed import supposed_blocks
from brief_tui.render.tornado import tornado_blocks
from brief_tui.render.words import row_text

RULE = (
    "Outranks: at least as strong on all that is stated of the other, stronger on one. Not"
    " comparable is not equal."
)
"""What the order means, in words for a reader."""

_FRAGILE = (
    "A pair is ordered by what is stated of the option that is outranked; were more stated of that"
    " one alone, the two would not be comparable."
)
_MOST_NAMED = 3
_DEEPEST = 4


def order_page(register: Register, weighing: Weighing, *, most: int | None = None) -> Page:
    """The order group by group, and what one cell could change; ``most`` cuts the longest lists."""
    orders = weighing.orders()
    return (
        *supposed_blocks(register, weighing.scratch),
        Gap(),
        Paragraph(plain(RULE, Tone.MUTED)),
        *order_blocks(register, orders),
        *tornado_blocks(register, orders, most=most),
    )


def order_blocks(
    register: Register, orders: Iterable[tuple[Group, Order | None]]
) -> Iterator[Block]:
    """The levels of each group, and the options that are comparable with none."""
    any_pair = False
    for group, order in orders:
        yield Gap()
        yield Heading(group_name(register, group).upper())
        yield from _amount(group, order)
        if order is None:
            party = group.arrangement.value
            words = f"not weighed: options that name no {party} need not have the same one"
            yield Paragraph(plain(words, Tone.MUTED), indent=1)
            for option in group.options:
                yield _option(register, option, group, Span("– ", Tone.MUTED))
            continue
        any_pair = any_pair or order.pairs > 0
        yield from _levels(register, group, order)
        yield from _unordered(register, group, order)
    if any_pair:
        yield Gap()
        yield Paragraph(plain(_FRAGILE, Tone.MUTED))


def comparisons_page(register: Register, weighing: Weighing, id_: str) -> Page:
    """An option against every other of its groups: outranks, outranked by, not comparable."""
    return (
        *supposed_blocks(register, weighing.scratch),
        Gap(),
        item_link(register, id_),
        *_comparisons(register, weighing, id_),
    )


def _amount(group: Group, order: Order | None) -> Iterator[Block]:
    """How many options there are, and how many of their pairs are ordered."""
    count = len(group.options)
    if order is not None and count > 1:
        pairs = count * (count - 1) // 2
        words = f"{count} options, {order.pairs} of {pairs} pair{'' if pairs == 1 else 's'} ordered"
        yield Paragraph(plain(words, Tone.MUTED), indent=1)


def _option(
    register: Register, option: Option, group: Group, lead: Span, aside: str = "", indent: int = 1
) -> Paragraph:
    spans = option_spans(register, option, group.arrangement, Tone.PLAIN)
    return Paragraph((*spans, *plain(aside, Tone.MUTED)), (lead,), indent, Link(option.id))


def _levels(register: Register, group: Group, order: Order) -> Iterator[Block]:
    for number, level in enumerate(order.levels(), 1):
        indent = 1 + 2 * min(number - 1, _DEEPEST)
        for place in level:
            option = order.options[place]
            yield _option(register, option, group, Span(f"{number} ", Tone.ACCENT), "", indent)
            for spans in _outranked(register, order, place):
                yield Paragraph(spans, indent=indent + 4, link=Link(option.id))


def _outranked(register: Register, order: Order, place: int) -> Iterator[Spans]:
    """What an option directly outranks, and on what grounds; where it is much, how much."""
    direct = order.directly_below(place)
    every = order.below[place].bit_count()
    if direct.bit_count() > _MOST_NAMED:
        yield (Span("outranks ", Tone.ACCENT), Span(f"{every} options: Enter lists them"))
        return
    for other in order.named(direct):
        grounds = why(pair_of(order.options[place], other, order.scratch), order.scratch)
        name = quoted(register, other)
        yield (Span("outranks ", Tone.ACCENT), *name, Span(f" {grounds}", Tone.MUTED))
    more = every - direct.bit_count()
    if direct and more:
        yield (Span(f"and by way of {'it' if direct.bit_count() == 1 else 'these'} {more} more"),)


def _unordered(register: Register, group: Group, order: Order) -> Iterator[Block]:
    places = order.unordered()
    if len(order.options) == 1:
        aside = " · the only one here: nothing to weigh it against"
        yield _option(register, order.options[0], group, Span("– ", Tone.MUTED), aside)
        return
    if places:
        yield Paragraph(plain("not comparable with any other here:", Tone.LABEL), indent=1)
    for place in places:
        aside = f" · {_summary(register, order, place)}"
        yield _option(register, order.options[place], group, Span("– ", Tone.MUTED), aside)


def _summary(register: Register, order: Order, place: int) -> str:
    """Why an option is comparable with no other, in a few words."""
    own = order.strengths[place]
    if all(strength == SILENT for strength in own):
        return "no dimension is stated of it"
    others = [each for each in range(len(order.options)) if each != place]
    if all(strength == SILENT for each in others for strength in order.strengths[each]):
        return "no dimension is stated of the others"
    sharing = [each for each in others if _shares(own, order.strengths[each])]
    if not sharing:
        return "no dimension is stated both of it and of another"
    if len(sharing) > _MOST_NAMED:
        return (
            f"ordered with none of {len(sharing)} that it shares a dimension with: Enter says why"
        )
    parts = []
    for each in sharing:
        other = order.options[each]
        name = "".join(span.text for span in quoted(register, other))
        reason = why(pair_of(order.options[place], other, order.scratch), order.scratch)
        parts.append(f"beside {name}: {reason}")
    return "; ".join(parts)


def _shares(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return any(SILENT not in pair for pair in zip(one, other, strict=True))


def _comparisons(register: Register, weighing: Weighing, id_: str) -> Iterator[Block]:
    for group, order in weighing.orders():
        place = next((n for n, each in enumerate(group.options) if each.id == id_), None)
        if place is None:
            continue
        yield Gap()
        yield Heading(group_name(register, group).upper())
        yield from _amount(group, order)
        if order is None:
            words = "not weighed against others that name none either"
            yield Paragraph(plain(words, Tone.MUTED), indent=1)
            continue
        above, below = order.above[place], order.below[place]
        rest = (1 << len(order.options)) - 1 & ~above & ~below & ~(1 << place)
        yield from _against(register, order, place, "OUTRANKS", below)
        yield from _against(register, order, place, "OUTRANKED BY", above)
        yield from _against(register, order, place, "NOT COMPARABLE WITH", rest)


def _against(
    register: Register, order: Order, place: int, title: str, others: int
) -> Iterator[Block]:
    """An option against each of ``others``, those of which nothing is stated named last."""
    if not others:
        return
    yield Gap()
    yield Heading(title, str(others.bit_count()))
    silent = []
    for other in order.named(others):
        pair = pair_of(order.options[place], other, order.scratch)
        if pair.reason is Reason.NOTHING_STATED:
            silent.append((pair, other))
        else:
            yield _other(register, other, why(pair, order.scratch))
    for pair, other in silent:
        yield _other(register, other, why(pair, order.scratch))


def _other(register: Register, other: Option, reason: str) -> Block:
    text = row_text(register, other, Tone.LINK)
    lead = (Span("› ", Tone.LINK),)
    return Paragraph((*text, Span(f" · {reason}", Tone.MUTED)), lead, 1, Link(other.id))
