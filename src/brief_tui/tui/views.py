"""What each pane of the reader shows for a session: pure, from state to matter."""

from __future__ import annotations

from collections.abc import Iterator

from brief_tui.library.row import Row
from brief_tui.model import countries
from brief_tui.model.section import Section
from brief_tui.model.tally import Tally
from brief_tui.render import words
from brief_tui.render.book import Entry, section_page, subject_page
from brief_tui.render.columns import Table
from brief_tui.render.groups import headings
from brief_tui.render.hits import highlight_page
from brief_tui.render.layout import fit_spans, spans_width
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
from brief_tui.tui.matter import EMPTY, Matter, PageMatter, RowsMatter, no_head
from brief_tui.tui.session import Session


def rail(session: Session) -> RowsMatter:
    """The countries with their counts, those of the filter marked."""
    counts = session.volume.country_counts(session.section, session.filter)
    codes = tuple(counts)

    def draw(index: int, width: int) -> Spans:
        return country_line(session, codes[index], counts[codes[index]], width)

    head = (plain("COUNTRIES", Tone.HEADING),)
    return RowsMatter(codes, draw, lambda width: head, keeps_cursor=False)


def country_line(session: Session, code: str, count: int, width: int) -> Spans:
    """A country: mark, code, name and, at the right edge, how much there is on it."""
    chosen = code in session.filter.countries
    tone = Tone.STRONG if chosen else Tone.PLAIN if count else Tone.MUTED
    mark = Span(f"{words.MARK} " if chosen else "  ", Tone.ACCENT)
    left: Spans = (mark, Span(f"{code} ", Tone.LABEL), Span(countries.name(code), tone))
    right = f"{count:>4}"
    gap = width - spans_width(left) - len(right)
    if gap < 0:
        left = fit_spans(left, max(width - len(right), 0), fill=True)
    return (*left, Span(" " * max(gap, 0)), Span(right, Tone.MUTED))


def listing(session: Session) -> Matter:
    """The rows of the section, the overview as a page, or where else there is something."""
    selection = session.selection
    needles = session.filter.needles
    if session.section is Section.OVERVIEW:
        return PageMatter(highlight_page(_overview(session), needles))
    if not selection.rows:
        return PageMatter(tuple(_nothing(session)))

    if session.section is Section.TIMELINE:
        from brief_tui.tui.timeline import timeline

        return timeline(session)

    rows = selection.rows
    matched = len(session.filter.countries)
    tally = session.tally

    def head(width: int) -> tuple[Spans, ...]:
        return (
            section_head(tally, width),
            (Span("  "), *Table(session.section, width - 2, matched).header()),
        )

    def draw(index: int, width: int) -> Spans:
        row = rows[index]
        table = Table(session.section, width - 2, matched)
        roles = row.matched_roles(session.filter)
        mark = Span(f"{words.MARK} " if _marked(session, row) else "  ", Tone.MARKED)
        return (mark, *table.row(session.register, row.subject, roles, needles))

    groups = headings(session.register, session.section, (row.subject for row in rows))
    return RowsMatter([row.key for row in rows], draw, head, headings=groups)


def section_head(tally: Tally, width: int) -> Spans:
    """The section's name, and at the right how many of its rows are shown."""
    title = tally.section.title.upper()
    named = (f"{tally.amount} {tally.name}{tally.besides}",) if tally.is_whole else ()
    amounts = (*named, f"{tally.amount}{tally.besides}", tally.in_numbers)
    fitting = (each for each in amounts if len(title) + 2 + len(each) <= width)
    amount = next(fitting, tally.amount)
    gap = max(width - len(title) - len(amount), 2)
    return (Span(title, Tone.HEADING), Span(" " * gap), Span(amount, Tone.MUTED))


def detail(session: Session, *, titled: bool) -> Matter:
    """Everything on the current row; ``titled`` puts a rule with its number on top."""
    row = session.row
    if row is None or session.section is Section.OVERVIEW:
        return EMPTY
    number = f" {session.cursor + 1} of {len(session.selection.rows)} "

    def rule(width: int) -> tuple[Spans, ...]:
        rest = "─" * max(width - len(number) - 2, 0)
        return ((Span("──", Tone.FAINT), Span(number, Tone.MUTED), Span(rest, Tone.FAINT)),)

    page = highlight_page(row_page(session, row), session.filter.needles)
    return PageMatter(page, rule if titled else no_head)


def row_page(session: Session, row: Row) -> Page:
    """The page of a row."""
    return subject_page(
        session.register,
        row.subject,
        row.matched_roles(session.filter),
        session.volume.position(row.target),
    )


def _marked(session: Session, row: Row) -> bool:
    if session.section is Section.LEVERAGE:
        return row.target in session.marked
    actor = getattr(row.subject, "actor", None)
    return session.section is Section.OPTIONS and actor in session.marked


def _overview(session: Session) -> Page:
    volume = session.volume
    others = (section for section in Section if section is not Section.OVERVIEW)
    counts = [volume.tally(section, session.filter) for section in others]
    entries: list[Entry] = [(row.subject, {}, None) for row in session.selection.rows]
    left = volume.items_left(session.filter)
    return section_page(session.register, Section.OVERVIEW, entries, counts, left)


def _nothing(session: Session) -> Iterator[Block]:
    tally = session.tally
    yield Heading(session.section.title.upper(), f"{tally.amount}{tally.besides}")
    yield Gap()
    if not session.filter:
        yield Paragraph(plain(f"This briefing has no {session.section.many}."))
        return
    yield Paragraph(
        (Span(f"No {session.section.many} with "), Span(session.filter.describe(), Tone.STRONG))
    )
    yield Gap()
    found = session.elsewhere()
    if not found:
        yield Paragraph(plain("Nor is there anything in the other sections. x clears the filter."))
        return
    yield Paragraph(plain("There is something in:", Tone.MUTED))
    for tally in found:
        section = tally.section
        name = f"{section.one if tally.shown == 1 else section.many}{tally.besides}"
        spans = (Span(f"{section.title:<12}", Tone.LINK), Span(f" {tally.shown:>4} {name}"))
        yield Paragraph(spans, (Span("› ", Tone.LINK),), link=Link(section=section))
