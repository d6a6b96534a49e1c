"""At every width: no line is wider than asked for, and whatever there is says something."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_tui.library.collection import Collection
from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.volume import Volume
from brief_tui.model.section import Section
from brief_tui.render import cells
from brief_tui.render.layout import lay_out, spans_width
from brief_tui.tui.matter import Matter
from brief_tui.tui.session import Place, Session
from brief_tui.tui.views import detail, listing, rail
from tests.properties.opened import FILTERS, WRITTEN, as_found, grids, pages, volumes, written

WIDTHS = st.integers(20, 200)


def fits(name: str, lines: Iterable[str], width: int) -> None:
    """Check that there are lines with something on them, and that none of them is too wide."""
    every = list(lines)
    assert any(line.strip() for line in every), f"{name} says nothing"
    for line in every:
        assert cells.width(line) <= width, (name, width, line)
        assert "\n" not in line, (name, line)


def check_pages(volume: Volume, filter_: Filter, width: int) -> None:
    """Check every page, as the panes cut it and as it is printed."""
    for shown in pages(volume, filter_):
        name = f"{shown.kind} {' '.join(shown.about)}"
        for whole in (False, True):
            fits(name, (line.text for line in lay_out(shown.page, width, whole=whole)), width)


@as_found
@given(volumes(), FILTERS, WIDTHS)
def test_every_page_fits_and_says_something(volume: Volume, filter_: Filter, width: int) -> None:
    check_pages(volume, filter_, width)


@pytest.mark.parametrize("name", WRITTEN)
def test_so_does_every_page_of_a_long_briefing(name: str) -> None:
    check_pages(written(name), EVERYTHING, 39)


@as_found
@given(volumes(), FILTERS, WIDTHS)
def test_every_matrix_and_comparison_fits(volume: Volume, filter_: Filter, width: int) -> None:
    for name, grid in grids(volume, width, filter_):
        for line in (*grid.head, *grid.lines):
            assert cells.width(line.text) <= width, (name, width, line.text)
            assert sum(slot.width for slot in line.slots) <= width, (name, width, line.text)


@as_found
@given(volumes(), FILTERS, WIDTHS)
def test_every_list_fits_and_each_of_its_rows_says_something(
    volume: Volume, filter_: Filter, width: int
) -> None:
    for section in Section:
        session = Session(Collection([volume.loaded]), Place(section, filter_))
        matter = listing(session)
        for spans in matter.head(width):
            assert spans_width(spans) <= width, (section, spans)
        lines = said(matter, width)
        fits(section.key, lines, width)
        rows = range(len(session.answer.rows))
        if section is not Section.OVERVIEW:
            assert all(lines[matter.line_of(row)].strip() for row in rows), section
        for index in rows:
            session.point_at(index)
            fits_if_any(f"detail of {section.key} {index}", detail(session, titled=True), width)
        fits_if_any("rail", rail(session), width)


def said(matter: Matter, width: int) -> list[str]:
    """The lines of a pane."""
    lines = (matter.line(index, width) for index in range(matter.count(width)))
    return ["".join(span.text for span in spans) for spans in lines]


def fits_if_any(name: str, matter: Matter, width: int) -> None:
    """Check what a pane shows, which may be nothing."""
    if matter.count(width):
        fits(name, said(matter, width), width)
