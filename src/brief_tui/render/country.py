"""A page on one country: how much there is on it, in which roles, over time, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from brief_tui.model import countries
from brief_tui.model.dates import MONTHS
from brief_tui.model.item import Item
from brief_tui.model.register import Register
from brief_tui.model.section import Section
from brief_tui.model.tally import Tally
from brief_tui.render.across import TableAcross
from brief_tui.render.bars import GLYPHS
from brief_tui.render.layout import fit_spans
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

_MOST_MONTHS = 24
"""Months that have a line each; where there are more, each year has one."""

_LEVELS = "▁▂▃▄▅▆▇█"
_LONGEST_BAR = 40
_YEAR = 6
_ROOMY = 50
_BEFORE_BAR = 17
"""Cells of what stands before a bar: a month and a number."""


class Shown(NamedTuple):
    """A row of a section, with where it leads."""

    register: Register
    subject: object
    items: Sequence[Item]
    link: Link


class Part(NamedTuple):
    """A section: how much of it there is, the latest rows, and where all of them are."""

    tally: Tally
    rows: Sequence[Shown]
    link: Link


class Counted(NamedTuple):
    """A role or a month, how many items it has, and where they are."""

    name: str
    rows: int
    link: Link


class Holdings(NamedTuple):
    """What there is on a country.

    ``months`` are named as ``2024-10`` and ``years`` as ``2024``, in their order; something may
    count for several, where it is not known exactly when it was said.
    """

    code: str
    briefings: int
    items: int
    parts: Sequence[Part]
    roles: Sequence[Counted]
    months: Sequence[Counted]
    years: Sequence[Counted]
    undated: int


def country_page(held: Holdings) -> Page:
    """All of it, each line with where it leads."""
    return tuple(_blocks(held))


def _blocks(held: Holdings) -> Iterator[Block]:
    name = Span(countries.name(held.code), Tone.STRONG)
    of = "1 briefing" if held.briefings == 1 else f"{held.briefings:,} briefings"
    yield Paragraph((name, Span(f" · in a library of {of}", Tone.MUTED)))
    yield Gap()
    if not held.parts:
        yield Paragraph(plain("Nothing in it bears on this country.", Tone.MUTED))
        return
    yield from _roles(held)
    yield from _time(held)
    for part in held.parts:
        yield from _part(part)


def _roles(held: Holdings) -> Iterator[Block]:
    yield Heading("HOW IT BEARS ON ITEMS", _items(held.items))
    for role in held.roles:
        yield Field(f"as {role.name}", plain(_items(role.rows), Tone.LINK), role.link)
    yield Gap()


def _time(held: Holdings) -> Iterator[Block]:
    yield Heading("WHEN IT WAS SAID", "by month")
    if held.months:
        months = _every_month(held.months)
        if len(months) <= _MOST_MONTHS:
            yield Drawn(lambda width: _by_month(months, width))
        else:
            yield Drawn(lambda width: _by_year(held, width))
    if held.undated:
        one = held.undated == 1
        told = (
            f"{'is' if one else 'are'} not among them: when {'it was' if one else 'they were'} said"
        )
        spans = plain(f"{_items(held.undated)} {told} is not stated", Tone.HEDGE)
        yield Paragraph(spans)
    yield Gap()


def _by_month(months: Sequence[Counted], width: int) -> Iterator[Line]:
    """A line for each month, its bar to the scale of the longest."""
    most = max(month.rows for month in months)
    room = max(min(width - _BEFORE_BAR, _LONGEST_BAR), 1)
    for month in months:
        year, number = month.name.split("-")
        named = f"{MONTHS[int(number)]} {year}"
        bar = GLYPHS.solid * max(round(month.rows * room / most), int(month.rows > 0))
        spans = (Span(f"{named:<9}"), Span(f"{month.rows:>6,}  "), Span(bar, Tone.ACCENT))
        yield Line(fit_spans(spans, width), month.link if month.rows else None)


def _by_year(held: Holdings, width: int) -> Iterator[Line]:
    """A line for each year, with a column for each of its months."""
    months = {month.name: month.rows for month in held.months}
    most = max(months.values())
    wide = 3 if width >= _ROOMY else 2
    letters = "".join(f"{name[0]:<{wide}}" for name in MONTHS[1:])
    yield Line(fit_spans((Span(" " * _YEAR), Span(letters, Tone.LABEL)), width))
    before = held.years[0].name
    if held.months[0].name[:4] < before:
        yield Line(fit_spans(plain(f"before {before} there is more", Tone.MUTED), width))
    for year in held.years:
        if int(year.name) > int(before) + 1:
            yield Line(plain("…", Tone.MUTED))
        before = year.name
        counts = (months.get(f"{year.name}-{number:02}", 0) for number in range(1, 13))
        columns = "".join(f"{_level(count, most):<{wide}}" for count in counts)
        spans = (Span(f"{year.name:<{_YEAR}}"), Span(columns, Tone.ACCENT))
        yield Line(fit_spans((*spans, Span(f"{year.rows:>6,}")), width), year.link)
    scale = f"{_LEVELS[-1]} stands for {most:,}, the most in one month"
    yield Line(fit_spans(plain(scale, Tone.MUTED), width))


def _level(count: int, most: int) -> str:
    return _LEVELS[-(-count * len(_LEVELS) // most) - 1] if count else "·"


def _every_month(months: Sequence[Counted]) -> Sequence[Counted]:
    """With those in between in which nothing was said, so that time runs evenly; if few."""
    by_name = {month.name: month for month in months}
    year, number = map(int, months[0].name.split("-"))
    found: list[Counted] = []
    while len(found) <= _MOST_MONTHS:
        name = f"{year:04}-{number:02}"
        found.append(by_name.get(name) or Counted(name, 0, Link()))
        if name >= months[-1].name:
            break
        year, number = (year + 1, 1) if number == 12 else (year, number + 1)
    return found


def _part(part: Part) -> Iterator[Block]:
    section, tally = part.tally.section, part.tally
    yield Heading(section.title.upper(), tally.amount)
    yield Drawn(lambda width: _rows(section, part.rows, width))
    left = tally.shown + tally.apart - len(part.rows)
    if left > 0:
        told = f"all {tally.shown + tally.apart:,}"
        yield Paragraph(plain(told, Tone.LINK), (Span("› ", Tone.LINK),), link=part.link)
    yield Gap()


def _rows(section: Section, rows: Sequence[Shown], width: int) -> Iterator[Line]:
    for row in rows:
        table = TableAcross(section, width - 2, 0)
        spans = table.row(row.register, row.subject, row.items, {})
        yield Line(fit_spans((Span("› ", Tone.LINK), *spans), width), row.link)


def _items(count: int) -> str:
    return f"{count:,} item" if count == 1 else f"{count:,} items"
