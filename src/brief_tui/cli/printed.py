"""A briefing as ``show`` prints it: title, filter in words, and its sections one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from brief_tui.analysis.matrix import Weighing
from brief_tui.library.filter import Filter
from brief_tui.library.volume import Volume
from brief_tui.model.section import Section
from brief_tui.model.tally import Tally
from brief_tui.render.book import masthead, section_page
from brief_tui.render.page import Block, Gap, Heading, Paragraph, Tone, plain
from brief_tui.render.party import party_page
from brief_tui.render.plain import to_text


def printed(
    volume: Volume,
    part: Section | None,
    filter_: Filter,
    width: int,
    weigh: Callable[[Volume, Filter], Weighing],
) -> Iterator[str]:
    """One section of an opened briefing, or all of them, set ``width`` cells wide.

    ``weigh`` says how its options are weighed.
    The text comes piece by piece, so that a reader of a long briefing need not wait for its end.
    """
    yield to_text(tuple(head(volume, filter_)), width)
    for section in (part,) if part else Section:
        yield "\n" + to_text(tuple(_section(volume, section, filter_, weigh)), width)
    if part is None:
        yield "\n" + to_text(tuple(_others(volume, filter_)), width)


def head(volume: Volume, filter_: Filter) -> Iterator[Block]:
    """What a briefing is, and what it is narrowed to."""
    yield Paragraph(plain(volume.briefing.title, Tone.STRONG))
    yield Paragraph(plain(masthead(volume.register, len(volume.countries())), Tone.MUTED))
    if filter_:
        yield Paragraph(plain(filter_.describe(), Tone.ACCENT))
    if volume.loaded.text_replaced:
        words = (
            "Unsafe characters in this file are shown as substitutes; brief-tui check names them."
        )
        yield Paragraph(plain(words, Tone.WARNING))


def _section(
    volume: Volume,
    section: Section,
    filter_: Filter,
    weigh: Callable[[Volume, Filter], Weighing],
) -> Iterator[Block]:
    selection = volume.select(section, filter_)
    # The overview's own headings count its points.
    overview = section is Section.OVERVIEW
    amount = "" if overview else _amount(volume.tally(section, filter_), selection.hidden)
    yield Heading(section.title.upper(), amount)
    yield Gap()
    entries = (
        (row.subject, row.matched_roles(filter_), volume.position(row.target))
        for row in selection.rows
    )
    register = volume.register_on(filter_.known_on)
    if section is Section.LEVERAGE:
        from brief_tui.render.weighing import weighing_blocks

        yield from weighing_blocks(register, weigh(volume, filter_))
    counts, left = _counts(volume, filter_), volume.items_left(filter_)
    yield from section_page(register, section, entries, counts, left, whole=True)


def _others(volume: Volume, filter_: Filter) -> Iterator[Block]:
    """The actors without an option: no section has a row for them, but the panes a page."""
    with_options = {row.target for row in volume.rows(Section.LEVERAGE)}
    register = volume.register_on(filter_.known_on)
    others = [
        actor
        for actor in volume.briefing.actors
        if actor.id not in with_options
        and (not filter_.countries or set(filter_.countries) & set(register.countries_of(actor.id)))
    ]
    yield Heading("OTHER ACTORS", str(len(others)))
    for actor in others:
        yield Gap()
        yield from party_page(register, actor, volume.position(actor.id))


def _amount(tally: Tally, hidden: int) -> str:
    return f"{tally.amount}{tally.besides}{f', {hidden} hidden' if hidden else ''}"


def _counts(volume: Volume, filter_: Filter) -> Iterator[Tally]:
    for section in Section:
        if section is not Section.OVERVIEW:
            yield volume.tally(section, filter_)
