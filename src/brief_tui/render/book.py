"""A whole section of a briefing as one page: what `show` prints and what the panes show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brief_tui.analysis.figures import Count
from brief_tui.analysis.timeline import Moment
from brief_tui.model.briefing import KeyPoint, NotKnown
from brief_tui.model.item import Item
from brief_tui.model.party import Actor, Source
from brief_tui.model.problem import Position
from brief_tui.model.register import Register, Roles
from brief_tui.model.section import Section
from brief_tui.model.tally import Tally
from brief_tui.render import words
from brief_tui.render.disagreements import Left
from brief_tui.render.item import item_page
from brief_tui.render.overview import overview_page, point_page
from brief_tui.render.page import Block, Gap, Heading, Page, Paragraph, Tone, plain
from brief_tui.render.party import party_page

Entry = tuple[object, Roles, Position | None]
"""A row's subject, the roles that matched it, and where it is written."""


def masthead(register: Register, countries: int) -> str:
    """The briefing in one line: as of when, how many sources, how many countries bear on it."""
    briefing = register.briefing
    parts = [f"as of {briefing.as_of}" if briefing.as_of else f"as-of date {words.NOT_STATED}"]
    for number, one, many in (
        (len(briefing.sources), "source", "sources"),
        (countries, "country", "countries"),
    ):
        parts.append(f"{number} {one if number == 1 else many}")
    if briefing.marking:
        parts.insert(0, briefing.marking.value)
    return " · ".join(parts)


def section_page(
    register: Register,
    section: Section,
    entries: Iterable[Entry],
    counts: Iterable[Tally] = (),
    left: Left = None,
    *,
    whole: bool = False,
) -> Page:
    """Every entry of a section in full, one under the other.

    ``counts``, ``left`` and ``whole`` are for the overview, which tells of the other sections.
    """
    if section is Section.OVERVIEW:
        points = [subject for subject, _, _ in entries if isinstance(subject, KeyPoint | NotKnown)]
        return overview_page(register, points, tuple(counts), left, whole=whole)
    if section is Section.TIMELINE:
        from brief_tui.render.timeline_page import timeline_page

        moments = [subject for subject, _, _ in entries if isinstance(subject, Moment)]
        return timeline_page(register, moments)
    if section is Section.FIGURES:
        return tuple(_figures(register, entries))
    if section is Section.HYPOTHESES:
        from brief_tui.render.hypotheses import matrices_page

        return matrices_page(register, ((subject, matched) for subject, matched, _ in entries))
    return tuple(_entries(register, section, entries))


def subject_page(
    register: Register, subject: object, matched: Roles, position: Position | None
) -> Page:
    """The page of whatever a row stands for."""
    if isinstance(subject, Moment):
        from brief_tui.render.timeline_page import moment_field

        page = item_page(register, subject.item, matched, position)
        return (moment_field(register, subject), Gap(), *page)
    if isinstance(subject, Item):
        return item_page(register, subject, matched, position)
    if isinstance(subject, Source | Actor):
        return party_page(register, subject, position)
    if isinstance(subject, KeyPoint | NotKnown):
        return point_page(register, subject)
    if isinstance(subject, Count):
        from brief_tui.render.measure import figure_page

        return figure_page(register, subject, matched, position)
    from brief_tui.render.hypotheses import page_in_matrix

    return page_in_matrix(register, subject, matched, position)


def _id_of(subject: object) -> str:
    """The id of what an entry is about, by which other items and other programs name it."""
    return subject.id if isinstance(subject, Item | Source | Actor) else ""


def _figures(register: Register, entries: Iterable[Entry]) -> Iterator[Block]:
    """Figures under the measures they are of, where a bar has others to stand beside."""
    from brief_tui.render.measure import figures_blocks

    counts = [(each, matched) for each, matched, _ in entries if isinstance(each, Count)]
    yield from figures_blocks(register, counts)
    if not counts:
        yield Paragraph(plain(f"No {Section.FIGURES.many} here.", Tone.MUTED))


def _entries(register: Register, section: Section, entries: Iterable[Entry]) -> Iterator[Block]:
    number = 0
    for number, (subject, matched, position) in enumerate(entries, 1):
        yield Heading(f"{section.title} {number}", _id_of(subject))
        yield from subject_page(register, subject, matched, position)
        yield Gap()
    if number == 0:
        yield Paragraph(plain(f"No {section.many} here.", Tone.MUTED))
