"""What a library, or one briefing, holds on one country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from brief_tui.library.filter import Filter
from brief_tui.library.interface import Bucket, Reading
from brief_tui.library.row import Row
from brief_tui.model.section import Section
from brief_tui.model.tally import Tally
from brief_tui.model.vocabulary import Role

ITEMS = (Section.CLAIMS, Section.ASSESSMENTS, Section.OPTIONS)
"""The sections in which each item has one row."""

MOST_YEARS = 40
_LATEST = 3
_EVER = "0001-01-01"
"""Since when everything that has a date was said."""


class InSection(NamedTuple):
    """How much of a section is on a country, and the first rows of it, the newest briefing first.

    Of the timeline they are the last dates.
    """

    tally: Tally
    rows: Sequence[Row]


class OnCountry(NamedTuple):
    """What is held on a country.

    Attributes:
        filter: what leaves it.
        sections: those that have anything on it.
        roles: in which roles it bears on how many items; an item may have several.
        items: how many items there are.
        months: how many items may have been said in each month in which any was.
        years: the same of years, the last ``MOST_YEARS`` of them.
        undated: of how many items it is not stated when they were said.
    """

    filter: Filter
    sections: Sequence[InSection]
    roles: Sequence[tuple[Role, int]]
    items: int
    months: Sequence[Bucket]
    years: Sequence[tuple[int, int]]
    undated: int


def on_country(reading: Reading, code: str, known: Filter) -> OnCountry:
    """Ask for all of it; of ``known``, the day by which it must have been said holds."""
    filter_ = Filter.of((code,), known_on=known.known_on)
    dated = filter_.with_clause("said", [f">={_EVER}"])
    items = _rows(reading, filter_)
    months = _months(reading, filter_)
    return OnCountry(
        filter_,
        tuple(_in_sections(reading, filter_)),
        tuple(_roles(reading, code, filter_)),
        items,
        months,
        tuple(_years(reading, filter_, months)),
        items - _rows(reading, dated),
    )


def of_role(filter_: Filter, code: str, role: Role) -> Filter:
    """A filter of one country, narrowed to one of its roles."""
    return filter_.without_countries().with_clause("country", [f"{code}/{role.value}"])


def _in_sections(reading: Reading, filter_: Filter) -> Sequence[InSection]:
    found = []
    for section in Section:
        tally = reading.tally(section, filter_)
        if tally.is_empty:
            continue
        rows = reading.rows_left(section, filter_)
        places = range(min(_LATEST, len(rows)))
        if section is Section.TIMELINE:
            places = range(len(rows) - 1, max(len(rows) - 1 - _LATEST, -1), -1)
        found.append(InSection(tally, tuple(rows[place] for place in places)))
    return found


def _roles(reading: Reading, code: str, filter_: Filter) -> Sequence[tuple[Role, int]]:
    counted = ((role, _rows(reading, of_role(filter_, code, role))) for role in Role)
    return [(role, count) for role, count in counted if count]


def _rows(reading: Reading, filter_: Filter) -> int:
    return sum(len(reading.rows_left(section, filter_)) for section in ITEMS)


def in_time(filter_: Filter, span: str) -> Filter:
    """A filter, narrowed to what may have been said in a year or month, as ``2024-10``."""
    return filter_.with_clause("said", [span])


def _years(
    reading: Reading, filter_: Filter, months: Sequence[Bucket]
) -> Iterator[tuple[int, int]]:
    years = sorted({month.value[:4] for month in months})
    for year in years[-MOST_YEARS:]:
        yield int(year), _rows(reading, in_time(filter_, year))


def _months(reading: Reading, filter_: Filter) -> Sequence[Bucket]:
    found: dict[str, Bucket] = {}
    for section in ITEMS:
        for each in reading.facet("said", section, filter_):
            before = found.get(each.value)
            rows = each.rows + (before.rows if before is not None else 0)
            found[each.value] = each._replace(rows=rows)
    return sorted(month for month in found.values() if month.rows)
