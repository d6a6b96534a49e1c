"""The page of a measure: its figures on one axis, where they differ, and what it is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from brief_tui.analysis.differences import differ, differences, readings
from brief_tui.analysis.figures import Count, Series, Shape, counts_of, series_of
from brief_tui.analysis.look_alikes import LookAlike, look_alikes
from brief_tui.model.item import Item
from brief_tui.model.problem import Position
from brief_tui.model.register import Register, Roles
from brief_tui.render import words
from brief_tui.render.bars import axis_ends, bar
from brief_tui.render.counts import (
    difference_in_words,
    in_full,
    others_in_words,
)
from brief_tui.render.figures import figure_in_words, number, quantity_in_words, reserves
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
    Tone,
    plain,
)
from brief_tui.render.parts import item_link, written

_INDENT = 2
_LONGEST_BAR = 60
_NO_ROLES: Roles = {}
_HERE = (Span("▸ ", Tone.ACCENT),)
_LEADS = (Span("› ", Tone.LINK),)

Matched = Mapping[str, Roles]
"""By which roles a filter found figures, by the figure's key."""

_NOT_MATCHED: Matched = {}


def figure_page(
    register: Register, count: Count, matched: Roles = _NO_ROLES, position: Position | None = None
) -> Page:
    """A figure, the item that gives it, and all there is on its measure."""
    one = series_of(register, count)
    return (
        *_what_is_counted(one),
        *_caution(register, one),
        Gap(),
        Paragraph((*quantity_in_words(count.figure, count.unit), *reserves(count.figure))),
        item_link(register, count.item.id),
        *_matched(matched),
        Gap(),
        *_figures(register, one, one.counts, here=count),
        *_differences(register, one),
        *_not_the_same(register, one, noted=True),
        *written(count.item.id, position),
    )


def figures_blocks(register: Register, found: Iterable[tuple[Count, Roles]]) -> Iterator[Block]:
    """The measures of figures that a filter leaves, one under the other.

    The axis, the differences and what is not to be compared are those of all figures of a measure,
    whatever the filter leaves of them.
    """
    by_series: dict[str, tuple[Series, list[Count], dict[str, Roles]]] = {}
    for count, matched in found:
        one = series_of(register, count)
        _, counts, roles = by_series.setdefault(one.key, (one, [], {}))
        counts.append(count)
        roles[count.key] = matched
    for index, (one, counts, roles) in enumerate(by_series.values(), 1):
        yield Heading(f"Measure {index}", one.measure.id if one.measure else words.NOT_STATED)
        yield from _what_is_counted(one)
        yield Gap()
        yield from _figures(register, one, counts, matched=roles)
        yield from _differences(register, one)
        yield from _not_the_same(register, one, noted=False)
        yield Gap()


def item_figures(register: Register, item: Item) -> Iterator[Block]:
    """The figures of an item, each leading to its measure, with a warning where one is needed."""
    counts = counts_of(register, item)
    if not counts:
        return
    yield Gap()
    yield Heading("FIGURES")
    for count in counts:
        link = Link(count.key)
        yield Paragraph(figure_in_words(register, count.figure), _LEADS, 1, link)
        for warning in _warnings(register, count):
            yield Paragraph(plain(warning, Tone.WARNING), indent=3, link=link, single=True)


def _warnings(register: Register, count: Count) -> Iterator[str]:
    one = series_of(register, count)
    others = [each for each in one.counts if differ(each, count)]
    if others:
        amount = "1 other figure differs"
        if len(others) > 1:
            amount = f"{len(others)} other figures differ"
        yield f"{amount}: {others_in_words(register, others)}"
    if count.shape is not Shape.WORDS:
        yield from _not_with(register, one)


def _not_with(register: Register, one: Series) -> Iterator[str]:
    names = [_name(each.series) for each in look_alikes(register, one)]
    if names:
        many = f" {len(names)} other measures" if len(names) > 1 else ""
        yield f"≠ do not compare with{many}: {', '.join(names)}"


def _caution(register: Register, one: Series) -> Iterator[Block]:
    """The warning at the top of a page, which says below why."""
    for warning in _not_with(register, one):
        yield Paragraph(plain(warning, Tone.WARNING), single=True)


def _matched(matched: Roles) -> Iterator[Block]:
    if matched:
        yield Field("matched", plain(words.roles(matched), Tone.ACCENT))


def _name(one: Series) -> str:
    return one.measure.name if one.measure else "what is counted: not stated"


def _what_is_counted(one: Series) -> Iterator[Block]:
    if one.measure is None:
        yield Paragraph(plain("What is counted: not stated", Tone.STRONG))
        yield Paragraph(plain("So it is compared with nothing.", Tone.MUTED))
        return
    unit = f" · in {one.unit}" if one.unit else f" · unit {words.NOT_STATED}"
    if one.measure.unit and one.is_apart:
        unit += f", not in {one.measure.unit} as the rest: kept apart"
    yield Paragraph((Span(one.measure.name, Tone.STRONG), Span(unit, Tone.MUTED)))
    if one.measure.note:
        yield Paragraph(plain(one.measure.note))


def _figures(
    register: Register,
    one: Series,
    shown: Iterable[Count],
    *,
    here: Count | None = None,
    matched: Matched = _NOT_MATCHED,
) -> Iterator[Block]:
    """The figures ``shown`` of a series, on the axis of all of them."""
    shown = tuple(shown)
    amount = f"{len(shown):,} of " if len(shown) < len(one.counts) else ""
    figures = "figure" if len(one.counts) == 1 else "figures"
    yield Heading("BY DATE SAID", f"{amount}{len(one.counts):,} {figures}")
    if one.axis is not None:
        yield Drawn(lambda width: _axis_line(one, width))
    for count in shown:
        lead = _HERE if here is not None and count.key == here.key else _LEADS
        roles = words.roles(matched.get(count.key, _NO_ROLES))
        by = (Span(f" · matched {roles}", Tone.ACCENT),) if roles else ()
        yield Paragraph((*in_full(register, count), *by), lead, link=Link(count.item.id))
        yield _bar(count, one)
    if one.measure and sum(count.shape is not Shape.WORDS for count in one.counts) == 1:
        alone = "no bar: the only number of this measure"
        yield Paragraph(plain(alone, Tone.MUTED), indent=_INDENT)


def _bar_width(width: int) -> int:
    return min(max(width - _INDENT, 0), _LONGEST_BAR)


def _axis_line(one: Series, width: int) -> Iterator[Line]:
    ends = axis_ends(one.axis, _bar_width(width)) if one.axis else ()
    if ends:
        yield Line((Span(" " * _INDENT), *ends))


def _bar(count: Count, one: Series) -> Drawn:
    def lines(width: int) -> Iterator[Line]:
        drawn = bar(count, one.axis, _bar_width(width)) if one.axis else ""
        if drawn:
            spans = (Span(" " * _INDENT), Span(drawn, Tone.ACCENT))
            yield Line(spans, Link(count.item.id))

    return Drawn(lines)


def _differences(register: Register, one: Series) -> Iterator[Block]:
    if len(one.counts) < 2:
        return
    yield Gap()
    found = differences(one.counts)
    yield Heading("DIFFERENCES", "worked out from the figures named" if found else "")
    for difference in found:
        yield Paragraph(difference_in_words(register, difference), (Span("· ", Tone.FAINT),), 1)
    if not found:
        yield Paragraph(plain(_why_none(register, one), Tone.MUTED), indent=1)
    verbal = [count for count in one.counts if count.shape is Shape.WORDS]
    if verbal and len(verbal) < len(one.counts):
        said = others_in_words(register, verbal)
        yield Paragraph(plain(f"no number to compare: {said}", Tone.MUTED), indent=1)


def _why_none(register: Register, one: Series) -> str:
    found = readings(one.counts)
    if not found:
        return "no number is given, so there is nothing to compare"
    said = "; ".join(others_in_words(register, reading.counts) for reading in found)
    if len(found) > 1:
        return f"none, since each of these may be the same number: {said}"
    if len(found[0].counts) == 1:
        return f"one number only, so there is nothing to compare it with: {said}"
    return f"none, all who give a number give the same: {said}"


def _not_the_same(register: Register, one: Series, *, noted: bool) -> Iterator[Block]:
    alike = look_alikes(register, one)
    if not alike:
        return
    yield Gap()
    yield Heading("NOT THE SAME AS", "do not compare")
    for each in alike:
        yield from _look_alike(register, each, noted=noted)


def _look_alike(register: Register, other: LookAlike, *, noted: bool) -> Iterator[Block]:
    one = other.series
    spans = [Span(_name(one), Tone.LINK)]
    if other.same_numbers:
        numbers = ", ".join(map(number, other.same_numbers))
        spans.append(Span(f" · also {numbers}, but of something else", Tone.WARNING))
    yield Paragraph(tuple(spans), _LEADS, 0, Link(one.counts[0].key))
    given = [count for count in one.counts if count.shape is not Shape.WORDS]
    yield Paragraph(plain(others_in_words(register, given)), indent=_INDENT)
    if noted and one.measure and one.measure.note:
        yield Paragraph(plain(one.measure.note, Tone.MUTED), indent=_INDENT)
