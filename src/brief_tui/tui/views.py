"""What each pane of the reader shows for a session: pure, from state to matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from brief_tui.library.row import Row
from brief_tui.model import countries
from brief_tui.model.section import Section
from brief_tui.model.tally import Tally
from brief_tui.render import words
from brief_tui.render.across import TableAcross, of_briefing
from brief_tui.render.book import Entry, section_page, subject_page
from brief_tui.render.columns import Table
from brief_tui.render.groups import Heading as GroupHeading
from brief_tui.render.groups import has_groups, headings
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
from brief_tui.tui.answer import Answer
from brief_tui.tui.matter import EMPTY, Matter, PageMatter, RowsMatter, no_head
from brief_tui.tui.session import Session


def rail(session: Session) -> RowsMatter:
    """The countries with their counts, those of the filter marked."""
    counts = session.answer.countries
    codes = tuple(counts)

    def draw(index: int, width: int) -> Spans:
        return country_line(session, codes[index], counts[codes[index]], width)

    head = (plain("COUNTRIES", Tone.HEADING),)
    return RowsMatter(len(codes), draw, lambda width: head, keeps_cursor=False)


def country_line(session: Session, code: str, count: int, width: int) -> Spans:
    """A country: mark, code, name and, at the right edge, how much there is on it."""
    chosen = code in session.filter.countries
    tone = Tone.STRONG if chosen else Tone.PLAIN if count else Tone.MUTED
    mark = Span(f"{words.MARK} " if chosen else "  ", Tone.ACCENT)
    left: Spans = (mark, Span(f"{code} ", Tone.LABEL), Span(countries.name(code), tone))
    right = f"{f' {count:,}':>4}"
    gap = width - spans_width(left) - len(right)
    if gap < 0:
        left = fit_spans(left, max(width - len(right), 0), fill=True)
    return (*left, Span(" " * max(gap, 0)), Span(right, Tone.MUTED))


def listing(session: Session) -> Matter:
    """The rows of the section, the overview as a page, or where else there is something."""
    answer = session.answer
    section, filter_ = answer.question.section, answer.question.filter
    needles = filter_.needles
    if section is Section.OVERVIEW and not answer.whole:
        return PageMatter(highlight_page(_overview(session), needles))
    if not len(answer.rows):
        return PageMatter(tuple(_nothing(session)))
    if answer.whole:
        return _across(session, answer)

    if section is Section.TIMELINE:
        from brief_tui.tui.timeline import timeline

        return timeline(session)

    rows = answer.rows
    matched = len(filter_.countries)
    tally = answer.tally

    def head(width: int) -> tuple[Spans, ...]:
        return (
            section_head(tally, width),
            (Span("  "), *Table(section, width - 2, matched).header()),
        )

    def draw(index: int, width: int) -> Spans:
        row = rows[index]
        table = Table(section, width - 2, matched)
        roles = row.matched_roles(filter_)
        return (_mark(session, row), *table.row(row.register, row.subject, roles, needles))

    groups: Mapping[int, Sequence[GroupHeading]] = {}
    if has_groups(section):
        subjects = (rows[place].subject for place in range(len(rows)))
        groups = headings(session.register, section, subjects)
    return RowsMatter(len(rows), draw, head, headings=groups)


def _across(session: Session, answer: Answer) -> RowsMatter:
    """Rows of many briefings, each with its briefing's title."""
    section, filter_ = answer.question.section, answer.question.filter
    rows, tally = answer.rows, answer.tally
    matched = len(filter_.countries)

    def head(width: int) -> tuple[Spans, ...]:
        titles = TableAcross(section, width - 2, matched).header()
        return (section_head(tally, width), (Span("  "), *titles))

    def draw(index: int, width: int) -> Spans:
        row = rows[index]
        table = TableAcross(section, width - 2, matched)
        roles = row.matched_roles(filter_)
        cells = table.row(row.register, row.subject, row.items, roles, filter_.needles)
        return (_mark(session, row), *cells)

    return RowsMatter(len(rows), draw, head)


def _mark(session: Session, row: Row) -> Span:
    return Span(f"{words.MARK} " if session.is_marked(row) else "  ", Tone.MARKED)


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
    if row is None or session.shows_page:
        return EMPTY
    number = f" {session.cursor + 1:,} of {len(session.answer.rows):,} "

    def rule(width: int) -> tuple[Spans, ...]:
        rest = "─" * max(width - len(number) - 2, 0)
        return ((Span("──", Tone.FAINT), Span(number, Tone.MUTED), Span(rest, Tone.FAINT)),)

    page = highlight_page(row_page(session, row), session.filter.needles)
    return PageMatter(page, rule if titled else no_head)


def row_page(session: Session, row: Row) -> Page:
    """The page of a row; of many briefings, below the title of its own."""
    roles = row.matched_roles(session.filter)
    position = session.library.position(row.path, row.target)
    page = subject_page(row.register, row.subject, roles, position)
    return (*of_briefing(row.register), *page) if session.whole else page


def _overview(session: Session) -> Page:
    volume = session.volume
    others = (section for section in Section if section is not Section.OVERVIEW)
    counts = [volume.tally(section, session.filter) for section in others]
    rows = session.answer.rows
    entries: list[Entry] = [(rows[place].subject, {}, None) for place in range(len(rows))]
    left = volume.items_left(session.filter)
    return section_page(session.register, Section.OVERVIEW, entries, counts, left)


def _nothing(session: Session) -> Iterator[Block]:
    tally = session.tally
    yield Heading(session.section.title.upper(), f"{tally.amount}{tally.besides}")
    yield Gap()
    if not session.filter:
        holder = "This library" if session.whole else "This briefing"
        yield Paragraph(plain(f"{holder} has no {session.section.many}."))
        return
    yield Paragraph(
        (Span(f"No {session.section.many} with "), Span(session.filter.describe(), Tone.STRONG))
    )
    yield Gap()
    found = session.answer.elsewhere
    if not found:
        yield Paragraph(plain("Nor is there anything in the other sections. x clears the filter."))
        return
    yield Paragraph(plain("There is something in:", Tone.MUTED))
    for tally in found:
        section = tally.section
        name = f"{section.one if tally.shown == 1 else section.many}{tally.besides}"
        spans = (Span(f"{section.title:<12}", Tone.LINK), Span(f" {tally.shown:>4,} {name}"))
        yield Paragraph(spans, (Span("› ", Tone.LINK),), link=Link(section=section))
