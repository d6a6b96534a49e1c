"""Every number in a row, a heading or a cell that no briefing gives counts ids that are at hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import pytest
from hypothesis import given

from brief_tui.analysis.leverage import actors_with_options, coverage, options_of
from brief_tui.analysis.origins import provenance
from brief_tui.analysis.side_by_side import compare
from brief_tui.analysis.withdrawal import resting_on
from brief_tui.library.collection import Collection
from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.row import Row
from brief_tui.library.volume import Volume
from brief_tui.model.item import Item, Option
from brief_tui.model.register import Register
from brief_tui.model.section import Section
from brief_tui.render.comparison import lay_out_comparison, row_at
from brief_tui.render.matrix import lay_out_matrix
from brief_tui.tui.session import Place, Session
from brief_tui.tui.views import listing
from tests.properties.numberless import without_numbers
from tests.properties.opened import WRITTEN, as_found, opened, weighing, written
from tests.strategies import briefings

WIDTHS = (40, 80, 160)


def numbers(text: str) -> list[int]:
    """Every number in a text, in order."""
    return [int(each) for each in re.findall(r"\d+", text)]


def _origins(register: Register, row: Row) -> list[int]:
    assert isinstance(row.subject, Item)
    return [len(provenance(register, row.subject).origins)]


def _directly_resting(register: Register, row: Row) -> list[int]:
    resting = resting_on(register, row.target)
    return [sum(each.on == row.target and each.id in register.items for each in resting)]


def _options(register: Register, row: Row) -> list[int]:
    """How many options there are, and how many of their cells are stated of how many."""
    options = tuple(item for item in row.items if isinstance(item, Option))
    covered = coverage(options)
    return [len(options), covered.stated, covered.cells]


ROWS: Mapping[Section, Callable[[Register, Row], list[int]]] = {
    Section.CLAIMS: _origins,
    Section.ASSESSMENTS: _origins,
    Section.OPTIONS: _origins,
    Section.SOURCES: _directly_resting,
    Section.LEVERAGE: _options,
}
"""What the numbers of a section's rows count; a narrow list leaves some of them out."""


def counted_above(volume: Volume, section: Section, rows: Sequence[Row]) -> list[int]:
    """How many rows there are, of how many; in Leverage actors first, then options without one."""
    told = []
    for apart in (False, True):
        shown, total = (
            sum(
                (section is Section.LEVERAGE and isinstance(row.subject, Option)) is apart
                for row in each
            )
            for each in (rows, volume.rows(section))
        )
        if total or not apart:
            told += [total] if shown == total else [shown, total]
    return told


def check_lists(volume: Volume, filter_: Filter) -> None:
    """Trace the numbers of every row, and of the line above the rows."""
    for section, count in ROWS.items():
        matter = listing(Session(Collection([volume.loaded]), Place(section, filter_)))
        selection = volume.select(section, filter_)
        if not selection.rows:
            continue
        for width in WIDTHS:
            head = "".join(span.text for span in matter.head(width)[0])
            assert numbers(head) == counted_above(volume, section, selection.rows)
            for index, row in enumerate(selection.rows):
                line = matter.line(matter.line_of(index), width)
                text = "".join(span.text for span in line)
                more = max((len(each) for each in row.matched_roles(filter_).values()), default=0)
                told = numbers(text.replace(f"+{more - 1}", "+"))  # roles beside the first
                counted = count(volume.register, row)
                some = [counted[start:] for start in range(len(counted) + 1)]
                assert told in some, (section.key, row.key, width, told, counted)


def check_grids(volume: Volume, width: int) -> None:
    """Trace the numbers of the matrix and of a comparison."""
    register, weighed = volume.register, weighing(volume)
    text = "\n".join(line.text for line in lay_out_matrix(register, weighed, width).lines)
    covered = [coverage(group.options) for group in weighed.groups]
    assert numbers(text) == [n for each in covered for n in (each.stated, each.cells)]
    actors = actors_with_options(register)[:3]
    if len(actors) < 2:
        return
    comparison = compare(register, actors)
    columns = [coverage(options_of(register, actor)) for actor in actors]
    grid = lay_out_comparison(register, comparison, width)
    for line in (*grid.head, *grid.lines):
        found = [(int(a), int(b)) for a, b in re.findall(r"(\d+) of (\d+) stated", line.text)]
        assert set(found) <= {(each.stated, each.cells) for each in columns}
        for slot in line.slots:
            voices = re.search(r"(\d+) voices", "".join(span.text for span in slot.spans))
            if voices and slot.address:
                cell = row_at(comparison, slot.address).cells[slot.address.column]
                assert int(voices[1]) == len(cell.levers)


@as_found
@given(briefings().map(without_numbers).map(opened))
def test_every_number_in_a_list_counts_what_it_stands_beside(volume: Volume) -> None:
    check_lists(volume, EVERYTHING)
    for width in WIDTHS:
        check_grids(volume, width)


@pytest.mark.parametrize("name", [each for each in WRITTEN if each != "hostile"])
def test_so_it_does_in_a_long_briefing(name: str) -> None:
    volume = opened(without_numbers(written(name).briefing))
    for filter_ in (EVERYTHING, Filter.of(("KR",))):
        check_lists(volume, filter_)
    for width in WIDTHS:
        check_grids(volume, width)
