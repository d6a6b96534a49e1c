"""The matrix in lines: every cell with a glyph and a word, at any width, and whose it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given

from brief_tui.analysis.matrix import Arrangement, Weighing
from brief_tui.analysis.scratch import NOTHING_SUPPOSED, Scratch
from brief_tui.library.volume import Volume
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Dimension, Level
from brief_tui.render import cells
from brief_tui.render.grid import Grid
from brief_tui.render.layout import lay_out
from brief_tui.render.matrix import lay_out_matrix, matrix_title
from brief_tui.render.order import comparisons_page, order_page
from brief_tui.render.page import Spans
from brief_tui.render.plain import to_text
from tests.strategies import registers

MATERIAL = Path(__file__).parents[1] / "material"


@pytest.fixture
def volume(corridor: Path) -> Volume:
    """The test briefing, opened."""
    return Volume(load_briefing(corridor))


def weighing(
    register: Register,
    arrangement: Arrangement = Arrangement.OF,
    scratch: Scratch = NOTHING_SUPPOSED,
) -> Weighing:
    """All options of a briefing."""
    return Weighing(register.briefing.options, 0, arrangement, scratch)


def matrix(volume: Volume, width: int, scratch: Scratch = NOTHING_SUPPOSED) -> Grid:
    """The matrix by actor."""
    return lay_out_matrix(volume.register, weighing(volume.register, scratch=scratch), width)


def text_of(grid: Grid) -> str:
    """The lines of a grid."""
    return "".join(f"{line.text}\n" for line in (*grid.head, *grid.lines))


@pytest.mark.parametrize("briefing", ["corridor.yaml", "hostile"])
@pytest.mark.parametrize("arrangement", Arrangement)
def test_nothing_is_wider_than_asked_for(briefing: str, arrangement: Arrangement) -> None:
    register = Volume(load_briefing(MATERIAL / briefing)).register
    scratch = NOTHING_SUPPOSED.setting_aside(Dimension.RISK)
    for option in register.briefing.options:
        if not option.leverage.headroom:
            scratch = scratch.filling(option, Dimension.HEADROOM, Level.MODERATE)
    found = weighing(register, arrangement, scratch)
    some = (1, 8, 39, 79, 149, 200)
    for width in some if briefing == "hostile" else range(1, 201):
        grid = lay_out_matrix(register, found, width)
        for line in (*grid.head, *grid.lines):
            assert sum(slot.width for slot in line.slots) <= width
            assert cells.width(line.text) <= width
    pages = [order_page(register, found)]
    pages += (comparisons_page(register, found, each.id) for each in register.briefing.options)
    for page in pages:
        for width in (7, 40, 80, 200):
            assert all(cells.width(line.text) <= width for line in lay_out(page, width))


@pytest.mark.parametrize("width", [40, 79, 120, 160, 200])
def test_every_cell_can_be_reached_at_every_width(volume: Volume, width: int) -> None:
    grid = matrix(volume, width)
    assert len(grid.where) == 7 * len(volume.briefing.options)
    lines = len(grid.lines)
    assert all(0 <= each.heading <= each.first <= each.last < lines for each in grid.where.values())


def test_a_wide_cell_says_all_in_words_and_a_narrow_one_has_a_legend(volume: Volume) -> None:
    wide, narrow = text_of(matrix(volume, 200)), text_of(matrix(volume, 79))
    for said in ("■■■ high", "■■□ moderate", "□□□ none", "◇   contested", "·   not stated"):
        assert said in wide
    for said in ("■■■ high", "■■□ mod.", "□□□ none", "◇   cont.", "·   n.s.", "n.s. not stated"):
        assert said in narrow


def test_a_contested_cell_gives_both_voices(volume: Volume) -> None:
    for width in (40, 79, 200):
        text = " ".join(text_of(matrix(volume, width)).split())
        assert "high “eager” (Ayşe Yıldız, voice not stated)" in text
        assert "low “for show” (Institute of Straits, voice not stated)" in text


def test_folded_only_what_is_stated_has_a_line_and_the_rest_is_named(volume: Volume) -> None:
    lines = text_of(matrix(volume, 60)).splitlines()
    toll = next(n for n, line in enumerate(lines) if "Charge a toll" in line)
    assert lines[toll + 2].split() == ["headroom", "□□□", "none"]
    rest = " ".join(lines[toll + 3 : toll + 6])
    assert "· not stated: capability" in rest
    assert "headroom" not in rest


def test_headings_count_what_is_stated_and_what_is_the_readers(volume: Volume) -> None:
    fund = volume.register.items["fund"]
    scratch = NOTHING_SUPPOSED.filling(fund, Dimension.RISK, Level.LOW)  # type: ignore[arg-type]
    text = text_of(matrix(volume, 79, scratch))
    assert "1 of 7 stated, 1 yours" in text
    assert text.count("yours") == 2  # there, and in the legend


def test_what_is_the_readers_has_a_glyph_of_its_own_at_every_width(volume: Volume) -> None:
    fund = volume.register.items["fund"]
    scratch = NOTHING_SUPPOSED.filling(fund, Dimension.RISK, Level.HIGH)  # type: ignore[arg-type]
    for width, said in ((40, "?■■■ you: high"), (79, "?■■■ high"), (200, "?■■■ you: high")):
        assert text_of(matrix(volume, width, scratch)).count(said) == 1


def test_a_dimension_set_aside_says_so_where_it_stands(volume: Volume) -> None:
    scratch = NOTHING_SUPPOSED.setting_aside(Dimension.CAPABILITY)
    assert "set aside" in matrix(volume, 79, scratch).head[-1].text
    folded = " ".join(text_of(matrix(volume, 40, scratch)).split())
    assert folded.count("· set aside") == 2


def test_the_direction_is_marked_on_the_columns_of_which_more_is_weaker(volume: Volume) -> None:
    titles = matrix(volume, 79).head[1].text
    assert titles.count("↓") == 3
    for name in ("absorption ↓", "cost ↓", "risk ↓"):
        assert name in titles


def in_line(title: tuple[Spans, tuple[Spans, ...]]) -> str:
    """A title with all its asides."""
    said, asides = title
    return "".join(span.text for spans in (said, *asides) for span in spans)


def test_the_title_counts_and_says_first_of_all_what_is_supposed(volume: Volume) -> None:
    found = weighing(volume.register)
    assert "5 of 42 stated" in in_line(matrix_title(found))
    scratch = NOTHING_SUPPOSED.setting_aside(Dimension.RISK)
    found = Weighing(volume.briefing.options[:2], 4, Arrangement.ALL, scratch)
    title = in_line(matrix_title(found))
    assert title.startswith("WEIGH · WHAT IF: risk set aside")
    assert "4 hidden by the filter" in title


@given(registers())
def test_of_any_briefing_every_option_has_its_cells_and_a_place_in_the_order(
    register: Register,
) -> None:
    ids = {option.id for option in register.briefing.options}
    for arrangement in Arrangement:
        found = weighing(register, arrangement)
        rows = sum(len(group.options) for group in found.groups)
        for width in (40, 79, 200):
            assert len(lay_out_matrix(register, found, width).where) == 7 * rows
        page = to_text(order_page(register, found), 80)
        named = re.findall(r"\[(o\d+)\]", " ".join(page.split()))
        assert set(named) == ids
        for option in register.briefing.options:
            assert option.id in to_text(comparisons_page(register, found, option.id), 80)
