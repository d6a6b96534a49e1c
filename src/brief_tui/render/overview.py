"""The overview of a briefing: its key points, what is not known, and how many origins it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from brief_tui.analysis.leverage import coverage
from brief_tui.model import countries
from brief_tui.model.briefing import KeyPoint, NotKnown
from brief_tui.model.register import Register
from brief_tui.model.section import Section
from brief_tui.model.tally import Tally
from brief_tui.render import words
from brief_tui.render.disagreements import Left, overview_blocks
from brief_tui.render.page import (
    Block,
    Field,
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
from brief_tui.render.parts import item_link
from brief_tui.render.provenance import spread_blocks


def overview_page(
    register: Register,
    points: Sequence[KeyPoint | NotKnown],
    counts: Sequence[Tally],
    left: Left = None,
    *,
    whole: bool = False,
) -> Page:
    """The overview.

    ``points`` are the key points and unknowns that the filter leaves, ``left`` the ids of the items
    that it does; ``counts`` say how much of each other section is shown. Where a screen has the
    rest a key away, ``whole`` has it all here.
    """
    return (
        *_key_points(register, points),
        *overview_blocks(register, left, whole=whole),
        *_not_known(register, points),
        *spread_blocks(register),
        *_questions(register, counts),
        *_counts(register, counts),
        *_heading(register),
    )


def _key_points(register: Register, points: Sequence[KeyPoint | NotKnown]) -> Iterator[Block]:
    shown = [point for point in points if isinstance(point, KeyPoint)]
    total = len(register.briefing.summary)
    yield Heading("KEY POINTS", "" if len(shown) == total else f"{len(shown):,} of {total:,}")
    for number, point in enumerate(shown, 1):
        lead = (Span(f"{number:>2}  ", Tone.ACCENT),)
        items = _known(register, point)
        link = Link(items[0]) if items else None
        yield Paragraph(plain(point.text, Tone.STRONG), lead, link=link)
        for id_ in items:
            yield item_link(register, id_, indent=4, single=True)
        yield from _said_later(len(point.items) - len(items))
        yield Gap()
    if not shown:
        yield Paragraph(plain("none with this filter" if total else "none given", Tone.MUTED))
        yield Gap()


def point_page(register: Register, point: KeyPoint | NotKnown) -> Page:
    """A key point, or what is not known, with the items that carry it."""
    items = _known(register, point)
    title = "KEY POINT" if isinstance(point, KeyPoint) else "NOT KNOWN"
    return (
        Heading(title),
        Paragraph(plain(point.text, Tone.STRONG)),
        Gap(),
        *(item_link(register, id_) for id_ in items),
        *_said_later(len(point.items) - len(items)),
    )


def _not_known(register: Register, points: Sequence[KeyPoint | NotKnown]) -> Iterator[Block]:
    shown = [point for point in points if isinstance(point, NotKnown)]
    total = len(register.briefing.not_known)
    yield Heading("NOT KNOWN", "" if len(shown) == total else f"{len(shown):,} of {total:,}")
    for point in shown:
        items = _known(register, point)
        link = Link(items[0]) if items else None
        yield Paragraph(plain(point.text), (Span(" ·  ", Tone.HEDGE),), link=link)
        for id_ in items:
            yield item_link(register, id_, indent=4, single=True)
        yield from _said_later(len(point.items) - len(items))
    if not shown:
        yield Paragraph(plain("none with this filter" if total else "none given", Tone.MUTED))
    yield Gap()


def _said_later(count: int) -> Iterator[Block]:
    """How many of a point's items were not known by then, since its text tells of them too."""
    if count:
        them = "it" if count == 1 else "them"
        told = f"{count} more said later; the point tells of {them} too"
        yield Paragraph(plain(told, Tone.HEDGE), indent=4)


def _known(register: Register, point: KeyPoint | NotKnown) -> list[str]:
    """The items of a point but for those that were said later."""
    return [id_ for id_ in point.items if id_ not in register.later]


def _questions(register: Register, counts: Sequence[Tally]) -> Iterator[Block]:
    """The questions that hypotheses compete to answer, where the filter leaves a row of any."""
    briefing = register.briefing
    hidden = any(each.section is Section.HYPOTHESES and each.is_empty for each in counts)
    if not briefing.questions or hidden:
        return
    answers = Counter(each.question for each in briefing.hypotheses)
    yield Heading("COMPETING HYPOTHESES")
    for question in briefing.questions:
        count = answers[question.id]
        told = f"{count} {'hypothesis' if count == 1 else 'hypotheses'}"
        spans = (Span(f"{question.text} "), Span(told, Tone.LINK), Span(", marked by the editor"))
        yield Paragraph(spans, (Span(" ?  ", Tone.HEDGE),), link=Link(section=Section.HYPOTHESES))
    yield Gap()


def _counts(register: Register, counts: Sequence[Tally]) -> Iterator[Block]:
    yield Heading("IN THIS BRIEFING")
    for tally in counts:
        section = tally.section
        spans: Spans = (Span(f"{tally.amount:>8}  "), Span(tally.name, Tone.LINK))
        spans = (*spans, *plain(tally.besides, Tone.MUTED))
        if section is Section.LEVERAGE and tally.is_whole and not tally.is_empty:
            cover = coverage(register.briefing.options)
            stated = f" · {cover.stated} of {cover.cells} cells stated"
            spans = (*spans, Span(stated, Tone.MUTED))
        yield Field(section.title, spans, Link(section=section))
    yield Gap()


def _heading(register: Register) -> Iterator[Block]:
    briefing = register.briefing
    yield Heading("ABOUT IT")
    yield Field("title", plain(briefing.title))
    yield Field("as of", words.when(briefing.as_of))
    names = ", ".join(countries.name(code) for code in briefing.countries)
    yield Field("countries", words.text(names))
    yield Field("editor", words.text(briefing.editor))
    yield Field("language", words.text(briefing.language or ""))
    marking = f"{briefing.marking.value}: {briefing.marking.meaning}" if briefing.marking else ""
    yield Field("marking", plain(marking) if marking else plain("none", Tone.MUTED))
    yield Field("likelihoods", plain(f"on {briefing.likelihood_scale.meaning}"))
    if briefing.source:
        spans = (Span(register.name(briefing.source), Tone.LINK),)
        yield Field("made from", spans, Link(briefing.source))
