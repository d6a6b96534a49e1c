"""Figures on screen: bars beside their words, grouped by what they count, with warnings."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_tui.analysis.figures import Shape, counted, series, series_of
from brief_tui.library.volume import Volume
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.briefing import Briefing
from brief_tui.model.item import Claim, Figure, Measure, Option
from brief_tui.model.register import Register
from brief_tui.model.section import Section
from brief_tui.model.vocabulary import Qualifier, Rank, Voice
from brief_tui.render import cells
from brief_tui.render.columns import Table
from brief_tui.render.counts import in_row
from brief_tui.render.figure_rows import whole_words
from brief_tui.render.groups import headings
from brief_tui.render.item import item_page
from brief_tui.render.layout import lay_out, spans_width
from brief_tui.render.measure import figure_page, figures_blocks
from brief_tui.render.page import Line, Link, Spans, plain
from brief_tui.render.plain import to_text
from tests.counting import claim, counting, register, sent

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def shipped() -> Register:
    """The briefing that ships."""
    (folder,) = CONTENT.iterdir()
    return Volume(load_briefing(folder)).register


def text(spans: Spans) -> str:
    """Spans without their tones."""
    return "".join(span.text for span in spans)


def in_one_line(page: str) -> str:
    """A page without its line breaks."""
    return " ".join(page.split())


def rows(found: Register, width: int) -> list[str]:
    """The list of the figures, headings and all, in a pane with so much room."""
    counts = counted(found)
    above = headings(found, Section.FIGURES, counts)
    lines: list[str] = []
    for index, count in enumerate(counts):
        if index in above:
            lines += (text(heading(width)) for heading in above[index])
        table = Table(Section.FIGURES, width - 2, 0)
        lines.append("  " + text(table.row(found, count, {})))
    return [line.rstrip() for line in lines]


def page_of(found: Register, key: str, width: int = 80) -> str:
    """The page of a figure as text."""
    count = next(each for each in counted(found) if each.key == key)
    return to_text(figure_page(found, count), width)


def test_bars_stand_under_the_ends_of_the_axis_of_their_measure() -> None:
    found = register(claim("a", sent(6000), said="2024-10-08"), claim("b", sent(12000)))
    assert rows(found, 77) == [
        "soldiers sent · soldiers                                   0 ───────── 12,000",
        "  8 Oct 2024    not stated    6,000                        █████████",
        "  not stated    not stated    12,000                       ██████████████████",
    ]


def test_a_measure_with_one_number_has_no_axis_so_that_no_bar_seems_to_be_the_longest() -> None:
    found = register(claim("a", sent(6000)), claim("b", Figure(value=12, measure="planned")))
    assert "█" not in "".join(rows(found, 120))
    assert "no bar: the only number of this measure" in page_of(found, "a#1")


def test_a_narrow_list_keeps_the_words_and_lets_the_bars_go() -> None:
    found = register(claim("a", sent(6000, Qualifier.AT_LEAST)), claim("b", sent(12000)))
    for width in (37, 47, 77, 120):
        lines = rows(found, width)
        assert "at least 6,000" in lines[1]
        assert "12,000" in lines[2]
        assert ("►" in lines[1]) == (width >= 66)
        assert all(cells.width(line) <= width for line in lines)


def test_no_number_is_cut_within_its_digits() -> None:
    assert text(whole_words(plain("about 1,200,000"), 15)) == "about 1,200,000"
    assert text(whole_words(plain("about 1,200,000"), 14)) == "about …"
    assert text(whole_words(plain("1,200,000 men"), 12)) == "1,200,000 …"
    for width in range(9):
        assert not re.search(r"\d", text(whole_words(plain("1,200,000 men"), width)))


@given(counting(), st.integers(1, 60))
def test_every_number_of_a_row_is_whole(found: Register, width: int) -> None:
    for count in counted(found):
        whole = text(in_row(found, count))
        shown = text(whole_words(in_row(found, count), width))
        assert cells.width(shown) <= width
        assert shown == whole or shown == "…" or whole.startswith(shown.removesuffix("…"))
        assert shown == whole or shown == "…" or shown.endswith(" …")


@given(counting(), st.integers(1, 130), st.integers(0, 2))
def test_every_row_fits(found: Register, width: int, matched: int) -> None:
    table = Table(Section.FIGURES, width, matched)
    for count in counted(found):
        assert spans_width(table.row(found, count, {})) <= width


@given(counting(), st.integers(1, 130))
def test_every_heading_fits(found: Register, width: int) -> None:
    for above in headings(found, Section.FIGURES, counted(found)).values():
        assert all(spans_width(heading(width)) <= width for heading in above)


def test_a_sum_that_the_editor_made_says_so_wherever_it_stands() -> None:
    figure = replace(sent(12000), derived=True, derived_from="2 × 6,000")
    found = register(claim("a", figure), claim("b", sent(11000)))
    assert any("editor: 12,000 from 2 × 6,000" in row for row in rows(found, 90))
    assert "worked out by the editor from 2 × 6,000" in in_one_line(page_of(found, "b#1"))
    assert "12,000 (editor, from not stated, date not stated): 1,000 more" in in_one_line(
        page_of(found, "b#1")
    )


def test_a_figure_says_its_hedge_its_voice_and_that_it_is_deprecated() -> None:
    said = Claim(
        id="a",
        text="a",
        figures=(sent(5),),
        hedge=("reportedly",),
        voice=Voice.ARTICLE,
        rank=Rank.DEPRECATED,
    )
    found = Register.of(replace(register().briefing, claims=(said,)))
    (_, row) = rows(found, 90)
    assert "article" in row
    assert "deprecated: 5 “reportedly”" in row
    assert "article: deprecated: 5 · hedge “reportedly”" in page_of(found, "a#1")


def test_a_figure_of_an_option_is_not_put_in_the_mouth_of_who_could_act() -> None:
    from brief_tui.model.party import Actor

    briefing = Briefing(
        id="b",
        title="B",
        actors=(Actor(id="seoul", name="Seoul"),),
        options=(Option(id="o", text="o", actor="seoul", figures=(Figure(value=5),)),),
    )
    assert "Seoul" not in "".join(rows(Register.of(briefing), 90))


def test_the_page_marks_the_figure_and_leads_to_the_item_of_each() -> None:
    found = register(claim("a", sent(6000)), claim("b", sent(12000)))
    count = counted(found)[1]
    lines = lay_out(figure_page(found, count), 60)
    marked = [line.text for line in lines if line.text.startswith("▸")]
    assert marked == ["▸ date not stated · not stated: 12,000"]
    bars = [line for line in lines if "█" in line.text]
    assert [line.link for line in bars] == [Link("a"), Link("b")]


def test_the_page_says_who_differs_when_and_by_how_much() -> None:
    found = register(
        claim("a", sent(11000, Qualifier.APPROXIMATE), said="2024-10-16"),
        claim("b", sent(12000), said="2024-10-22"),
        claim("c", Figure(words="thousands", measure="sent")),
    )
    page = in_one_line(page_of(found, "a#1"))
    assert (
        "12,000 (not stated, 22 Oct 2024): about 1,000 more than about 11,000"
        " (not stated, 16 Oct 2024), about 9.1 % more" in page
    )
    assert "no number to compare: “thousands” (not stated, date not stated)" in page


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ((sent(4), sent(10)), "6 more than 4 (not stated, date not stated), 2.5 times as much"),
        ((sent(0), sent(10)), "10 more than 0 (not stated, date not stated)"),
        ((sent(4), sent(10, Qualifier.MORE_THAN)), "at least 6 more than 4"),
        ((Figure(low=1, high=3, measure="sent"), sent(10)), "7 to 9 more than 1–3"),
        (
            (sent(10), sent(10, Qualifier.MORE_THAN)),
            "more than 10 (not stated, date not stated): more than 10",
        ),
        ((sent(7), sent(7)), "none, all who give a number give the same: 7 (not stated"),
        (
            (sent(7), sent(3, Qualifier.AT_LEAST)),
            "none, since each of these may be the same number",
        ),
        ((sent(7), Figure(words="few", measure="sent")), "one number only"),
        (
            (Figure(words="a", measure="sent"), Figure(words="few", measure="sent")),
            "no number is given",
        ),
    ],
)
def test_a_difference_is_said_neither_more_nor_less_exactly_than_its_figures(
    figures: tuple[Figure, ...], expected: str
) -> None:
    assert expected in in_one_line(page_of(register(claim("a", *figures)), "a#1"))


def test_of_shares_no_share_is_worked_out() -> None:
    measure = Measure(id="sent", name="turnout", unit="per cent")
    found = register(claim("a", sent(40), sent(50)))
    shares = Register.of(replace(found.briefing, measures=(measure,)))
    page = in_one_line(page_of(shares, "a#1"))
    assert "10 more than 40" in page
    assert "% more" not in page


def test_the_page_names_what_is_not_to_be_compared_with_its_note() -> None:
    planned = Measure(id="planned", name="soldiers planned", unit="soldiers", note="Not yet there.")
    found = register(claim("a", sent(12000)), claim("b", Figure(value=12000, measure="planned")))
    both = Register.of(replace(found.briefing, measures=(found.measures["sent"], planned)))
    page = in_one_line(page_of(both, "a#1"))
    assert "NOT THE SAME AS do not compare" in page
    assert "soldiers planned · also 12,000, but of something else" in page
    assert "Not yet there." in page
    assert all(row.startswith("≠ ") for row in rows(both, 77) if not row.startswith("  "))


def test_an_items_page_warns_of_other_figures_and_of_what_not_to_compare() -> None:
    found = register(
        claim("a", sent(11000)),
        claim("b", sent(12000), said="2024-10-22"),
        claim("c", Figure(value=3, measure="planned")),
    )
    lines = lay_out(item_page(found, found.items["a"]), 90)
    about = [line for line in lines if line.link == Link("a#1")]
    assert [line.text.strip() for line in about] == [
        "› 11,000 soldiers · soldiers sent",
        "1 other figure differs: 12,000 (not stated, 22 Oct 2024)",
        "≠ do not compare with: soldiers planned",
    ]


def test_an_items_page_is_silent_where_nobody_says_otherwise() -> None:
    found = register(claim("a", sent(11000)), claim("b", sent(11000)))
    page = to_text(item_page(found, found.items["a"]), 90)
    assert "differ" not in page
    assert "do not compare" not in page


def test_in_the_shipped_briefing_no_measure_is_on_the_axis_of_another(shipped: Register) -> None:
    axes = {
        one.measure.id: (one.axis.low, one.axis.high)
        for one in series(shipped)
        if one.measure and one.axis
    }
    assert axes == {"in-training": (0, 11000), "planned": (0, 12000)}
    training = in_one_line(page_of(shipped, "budanov-in-training#1"))
    for other in ("special forces soldiers sent", "planned to be sent", "each of these brigades"):
        assert other in training.partition("NOT THE SAME AS")[2]


def test_in_the_shipped_briefing_a_sum_is_the_editors_and_not_the_speakers(
    shipped: Register,
) -> None:
    (row,) = [row for row in rows(shipped, 120) if "from 2 brigades" in row]
    assert "editor: 12,000 from 2 brigades" in row


@given(counting(), st.sampled_from((37, 60, 80)))
def test_every_bar_on_a_page_leads_to_the_item_that_gives_its_number(
    found: Register, width: int
) -> None:
    ids = set(found.items)
    for one in series(found):
        if one.axis is None:
            continue
        page = figure_page(found, one.counts[0])
        drawn = [line for line in lay_out(page, width) if _is_bar(line)]
        given_ = [count for count in one.counts if count.shape is not Shape.WORDS]
        assert [line.link.id for line in drawn if line.link] == [each.item.id for each in given_]
        assert {line.link.id for line in drawn if line.link} <= ids


def _is_bar(line: Line) -> bool:
    """Whether a line is a bar: it is indented and leads somewhere, but no words are on it."""
    return line.link is not None and bool(re.fullmatch(r" {2}[ █▏▎▍▌▋▊▉~►┄░┤◆0│├◄]+", line.text))


@given(counting(), st.data())
def test_filtering_and_grouping_commute(found: Register, data: st.DataObject) -> None:
    every = counted(found)
    keys = [each.key for each in every]
    kept = set(data.draw(st.lists(st.sampled_from(keys), unique=True))) if keys else set()
    left = [each for each in every if each.key in kept]

    def grouped(counts: list[str]) -> dict[str, list[str]]:
        groups: dict[str, list[str]] = {}
        for key in counts:
            count = next(each for each in every if each.key == key)
            groups.setdefault(series_of(found, count).key, []).append(key)
        return groups

    whole = {
        group: [key for key in members if key in kept] for group, members in grouped(keys).items()
    }
    assert grouped([each.key for each in left]) == {k: v for k, v in whole.items() if v}
    named = [count for count in left if count.measure is not None]
    above = headings(found, Section.FIGURES, named)
    assert len(above) == len({series_of(found, each).key for each in named})
    page = to_text(tuple(figures_blocks(found, [(each, {}) for each in left])), 80)
    assert page.count("BY DATE SAID") == len({series_of(found, each).key for each in left})
