"""The page on one country, of the whole library: asked for, drawn, and where its lines lead."""

from __future__ import annotations

from brief_tui.library.country import InSection, OnCountry, in_time, of_role, on_country
from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.interface import Library
from brief_tui.library.row import Row
from brief_tui.model import countries
from brief_tui.model.section import Section
from brief_tui.render.country import Counted, Holdings, Part, Shown, country_page
from brief_tui.render.page import Link, Page
from brief_tui.render.words import as_known_by
from brief_tui.tui.page_screen import PageScreen


def held_on(library: Library, code: str, filter_: Filter) -> Holdings:
    """All that a library holds on a country; of the filter, the day holds."""
    found = on_country(library, code, filter_)
    return Holdings(
        code=code,
        briefings=len(library.briefings(EVERYTHING)),
        items=found.items,
        parts=tuple(_part(found, part) for part in found.sections),
        roles=tuple(
            Counted(role.value, count, _link(Section.CLAIMS, of_role(found.filter, code, role)))
            for role, count in found.roles
        ),
        months=tuple(_counted(found, each.value, each.rows) for each in found.months),
        years=tuple(_counted(found, f"{year:04}", count) for year, count in found.years),
        undated=found.undated,
    )


def country_screen(held: Holdings, filter_: Filter) -> PageScreen:
    """The screen that shows it."""
    page: Page = country_page(held)
    day = as_known_by(filter_.known_on)
    return PageScreen(f"{countries.name(held.code)}{day}", page)


def _counted(found: OnCountry, span: str, count: int) -> Counted:
    return Counted(span, count, _link(Section.TIMELINE, in_time(found.filter, span)))


def _part(found: OnCountry, part: InSection) -> Part:
    section = part.tally.section
    rows = tuple(_shown(found, section, row) for row in part.rows)
    return Part(part.tally, rows, _link(section, found.filter))


def _shown(found: OnCountry, section: Section, row: Row) -> Shown:
    link = _link(section, found.filter, (str(row.path), row.key))
    return Shown(row.register, row.subject, row.items, link)


def _link(section: Section, filter_: Filter, row: tuple[str, str] = ("", "")) -> Link:
    return Link(section=section, query=str(filter_), row=row)
