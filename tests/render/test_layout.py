"""Setting text in lines: never wider than asked for, never losing a character."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief_tui.analysis.leverage import actors_with_options
from brief_tui.analysis.side_by_side import Alignment, compare
from brief_tui.library.filter import EVERYTHING
from brief_tui.library.volume import Volume
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.section import Section
from brief_tui.model.tally import Tally
from brief_tui.render import cells
from brief_tui.render.book import section_page
from brief_tui.render.columns import Table
from brief_tui.render.comparison import lay_out_comparison, row_at
from brief_tui.render.layout import fit_spans, lay_out, spans_width, wrap
from brief_tui.render.page import (
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
from brief_tui.render.party import party_page
from brief_tui.render.plain import to_text
from tests.conftest import MATERIAL

TEXTS = {
    "words": "A deal before the harvest can be reached, the institute thinks.",
    "long word": "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz " * 2,
    "cjk": "北韓軍隊在俄羅斯的部署情況，以及各國的反應。한국어 텍스트 テスト",
    "emoji": "👩‍👩‍👧‍👦 👍🏽 🇰🇷 ❤️ 🏳️‍🌈 🧑‍🚀 ok",
    "combining": "Z̷̧̀́̂a̴l̵g̶o e\u0301a\u0308 n\u0303",
    "right to left": "שלום עולם مرحبا بالعالم",
    "spaces": "  two  spaces   three ",
    "newlines": "one\ntwo\n\nfour\n",
}
WIDTHS = range(1, 201)


def squashed(text: str) -> str:
    """``text`` without spaces."""
    return "".join(text.split())


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_wrapping_keeps_every_character_and_every_width(text: str) -> None:
    for width in WIDTHS:
        lines = ["".join(span.text for span in line) for line in wrap(plain(text), width)]
        assert squashed("".join(lines)) == squashed(text)
        assert all(cells.width(line) <= max(width, 2) for line in lines)
        assert not any("\n" in line for line in lines)


def test_words_stay_whole_where_they_fit() -> None:
    lines = ["".join(span.text for span in line) for line in wrap(plain(TEXTS["words"]), 20)]
    assert lines == ["A deal before the", "harvest can be", "reached, the", "institute thinks."]


def test_wide_characters_count_two() -> None:
    lines = ["".join(span.text for span in line) for line in wrap(plain("北韓軍隊"), 5)]
    assert lines == ["北韓", "軍隊"]


def test_a_word_of_several_tones_is_one_word() -> None:
    lines = wrap((Span("a"), Span("bc", Tone.HIT), Span("d efg")), 4)
    assert lines == [(Span("a"), Span("bc", Tone.HIT), Span("d")), (Span("efg"),)]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_fitting_to_one_line_is_exact_and_says_that_it_cut(text: str) -> None:
    for width in WIDTHS:
        fitted = fit_spans(plain(text), width)
        assert spans_width(fitted) <= width
        assert spans_width(fit_spans(plain(text), width, fill=True)) == width
        shown = "".join(span.text for span in fitted)
        assert shown.endswith("…") or shown == text.replace("\n", " ")


def test_what_ends_at_the_edge_of_a_span_is_still_told_to_be_cut() -> None:
    shown = fit_spans((Span("abc"), Span("def")), 3)
    assert "".join(span.text for span in shown) in ("ab…", "abc")


def test_values_of_neighbouring_fields_align_and_hang() -> None:
    page: Page = (Field("who", plain("Ann")), Field("what else", plain("one two three four")))
    assert to_text(page, 22) == "who        Ann\nwhat else  one two\n           three four\n"


def test_gaps_at_the_ends_are_none_and_several_are_one() -> None:
    page: Page = (Gap(), Heading("A"), Gap(), Gap(), Heading("B"), Gap())
    assert to_text(page, 10) == "A\n\nB\n"


def test_a_headings_aside_stands_at_the_right_edge_or_below() -> None:
    page: Page = (Heading("LEVERAGE", "3 of 14"),)
    assert to_text(page, 20) == "LEVERAGE     3 of 14\n"
    assert to_text(page, 10) == "LEVERAGE\n3 of 14\n"


def test_every_line_of_a_block_leads_where_the_block_does() -> None:
    page: Page = (Paragraph(plain("one two three"), (Span("› "),), link=Link("x")),)
    lines = lay_out(page, 7)
    assert [line.text for line in lines] == ["› one", "  two", "  three"]
    assert {line.link for line in lines} == {Link("x")}


def pages(volume: Volume) -> list[Page]:
    """Every page there is of a briefing."""
    counts = [Tally(section, 1, 2) for section in Section if section is not Section.OVERVIEW]
    found = [
        section_page(
            volume.register,
            section,
            [(row.subject, row.roles, volume.position(row.target)) for row in volume.rows(section)],
            counts,
        )
        for section in Section
    ]
    return found + [party_page(volume.register, each) for each in volume.register.parties.values()]


@pytest.mark.parametrize("briefing", ["corridor.yaml", "ferry.yaml", "hostile"])
def test_no_page_is_wider_than_asked_for_nor_holds_a_control(briefing: str) -> None:
    volume = Volume(load_briefing(MATERIAL / briefing))
    widths = (7, 80, 200) if briefing == "hostile" else (1, 2, 3, *range(6, 201, 7))
    for page in pages(volume):
        for width in widths:
            for line in lay_out(page, width):
                # Below six cells a label, a gap and a wide character are more than there is.
                assert cells.width(line.text) <= max(width, 6)
                assert "\n" not in line.text


@pytest.mark.parametrize("briefing", ["corridor.yaml", "ferry.yaml", "hostile"])
@pytest.mark.parametrize("matched", [True, False])
def test_no_row_is_wider_than_asked_for(briefing: str, matched: bool) -> None:
    volume = Volume(load_briefing(MATERIAL / briefing))
    for section in Section:
        if section in (Section.OVERVIEW, Section.TIMELINE):
            continue
        rows = volume.select(section, EVERYTHING).rows[:2]
        for width in WIDTHS:
            table = Table(section, width, matched)
            assert spans_width(table.header()) <= width
            for row in rows:
                assert spans_width(table.row(volume.register, row.subject, row.roles)) <= width


@pytest.mark.parametrize("briefing", ["corridor.yaml", "hostile"])
@pytest.mark.parametrize("alignment", Alignment)
def test_no_comparison_is_wider_than_asked_for(briefing: str, alignment: Alignment) -> None:
    volume = Volume(load_briefing(MATERIAL / briefing))
    actors = actors_with_options(volume.register)
    every = (1, 2, 5, 19, 20, 39, 40, 59, 60, 61, 79, 80, 99, 100, 101, 120, 200)
    for count in (2, 3, 4):
        comparison = compare(volume.register, actors[:count], alignment)
        for width in every if alignment is Alignment.TARGET else every[4::6]:
            grid = lay_out_comparison(volume.register, comparison, width)
            for line in (*grid.head, *grid.lines):
                assert sum(slot.width for slot in line.slots) <= width
                assert cells.width(line.text) <= width


@pytest.mark.parametrize("alignment", Alignment)
def test_what_is_side_by_side_is_also_said_when_folded(
    corridor: Path, alignment: Alignment
) -> None:
    volume = Volume(load_briefing(corridor))
    comparison = compare(volume.register, actors_with_options(volume.register)[:4], alignment)
    wide = lay_out_comparison(volume.register, comparison, 200)
    narrow = lay_out_comparison(volume.register, comparison, 50)
    assert wide.head
    assert not narrow.head
    left_out = set(wide.where) - set(narrow.where)
    assert set(narrow.where) < set(wide.where)
    assert all(row_at(comparison, each).cells[each.column].option is None for each in left_out)
    assert list(narrow.where) == sorted(narrow.where, key=lambda each: each.column)


def test_a_line_is_its_spans() -> None:
    assert Line((Span("a"), Span("b", Tone.HIT))).text == "ab"
