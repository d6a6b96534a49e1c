"""The timeline as rows and on paper: lanes, columns, and what is only expected."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from brief_tui.analysis.time_axis import usual_window
from brief_tui.analysis.timeline import Lane, Moment, moments
from brief_tui.library.volume import Volume
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.briefing import Briefing
from brief_tui.model.dates import parse
from brief_tui.model.item import Claim, Option
from brief_tui.model.register import Register
from brief_tui.render import cells
from brief_tui.render.citation import citation
from brief_tui.render.item import item_page
from brief_tui.render.layout import lay_out, spans_width
from brief_tui.render.page import Spans
from brief_tui.render.plain import to_text
from brief_tui.render.timeline import TimelineTable, axis_of
from brief_tui.render.timeline_page import moment_field, timeline_page
from tests.conftest import MATERIAL


def text(spans: Spans) -> str:
    """Spans without their tones."""
    return "".join(span.text for span in spans)


def table(
    register: Register, width: int, matched: int = 0, *, in_lanes: bool = True
) -> TimelineTable:
    """The columns of a briefing's timeline on its usual axis."""
    return TimelineTable(axis_of(register, usual_window(register)), width, matched, in_lanes)


@pytest.mark.parametrize("briefing", ["corridor.yaml", "hostile"])
@pytest.mark.parametrize("matched", [0, 1, 3])
@pytest.mark.parametrize("in_lanes", [True, False])
def test_no_row_is_wider_than_asked_for(briefing: str, matched: int, in_lanes: bool) -> None:
    register = Volume(load_briefing(MATERIAL / briefing)).register
    some = moments(register.briefing)[:2]
    for width in range(1, 201):
        columns = table(register, width, matched, in_lanes=in_lanes)
        assert spans_width(columns.header()) <= width
        assert spans_width(columns.heading(Lane.PUBLISHED)) <= width
        for moment in some:
            row = columns.row(register, moment, register.roles_of(moment.item))
            assert spans_width(row) <= width


@pytest.mark.parametrize("in_lanes", [True, False])
@pytest.mark.parametrize("width", [35, 47, 75, 92, 160])
def test_date_lane_and_text_always_stay(corridor: Path, width: int, in_lanes: bool) -> None:
    columns = table(Volume(load_briefing(corridor)).register, width, in_lanes=in_lanes).columns
    titles = [column.title for column in columns]
    assert titles[0] == "date"
    assert titles[-1] == "what"
    assert ("lane" in titles) is not in_lanes
    fixed = sum(column.width + 2 for column in columns if column.width)
    assert width - fixed >= 12


@pytest.mark.parametrize(("width", "least", "most"), [(35, 0, 0), (75, 20, 24), (160, 50, 70)])
def test_the_strip_takes_its_share_of_the_room(
    corridor: Path, width: int, least: int, most: int
) -> None:
    columns = table(Volume(load_briefing(corridor)).register, width)
    strips = [column.width for column in columns.columns if column.title == "axis"]
    assert columns.draws is bool(strips)
    assert least <= sum(strips) <= most


def test_all_rows_and_the_heading_share_one_axis(corridor: Path) -> None:
    register = Volume(load_briefing(corridor)).register
    columns = table(register, 75)
    line = text(columns.heading(Lane.SAID)).index("│")
    rows = [text(columns.row(register, moment, {})) for moment in moments(register.briefing)]
    assert len(rows) == 9
    assert sum(row[line] == "│" for row in rows) > 3
    assert all(row[line] in "│●┤┼" for row in rows)


def ahead() -> Register:
    """A briefing with events on both sides of its as-of date."""
    dates = {"before": "2024-10-22", "on": "2024-10-23", "amid": "2024-10", "after": "2024-11-01~"}
    claims = tuple(Claim(id=id_, text=id_, event=parse(text)) for id_, text in dates.items())
    said = Claim(id="said", text="said", said=parse("2024-10-30"))
    option = Option(id="talks", text="talks", event=parse("2024-11-05"))
    return Register.of(
        Briefing(
            id="b",
            title="B",
            as_of=parse("2024-10-23"),
            claims=(*claims, said),
            options=(option,),
        )
    )


def test_an_event_after_the_as_of_date_is_expected_in_row_field_page_and_citation() -> None:
    register = ahead()
    columns = table(register, 100)
    for moment in moments(register.briefing):
        is_ahead = moment.item.id == "after"
        row = text(columns.row(register, moment, {}))
        assert ("expected: after" in row) is is_ahead
        assert (moment_field(register, moment).label == "expected") is is_ahead
        page = to_text(item_page(register, moment.item), 80)
        assert ("after the as-of date, 23 Oct 2024" in page) is (
            moment.item.id in ("after", "talks")
        )
        assert ("Expected: about 1 Nov 2024" in citation(register, moment.item)) is is_ahead


def test_an_option_is_never_said_to_be_expected() -> None:
    register = ahead()
    option = register.items["talks"]
    moment = Moment(Lane.EVENT, parse("2024-11-05"), option)
    assert "would happen: talks" in text(table(register, 100).row(register, moment, {}))
    assert moment_field(register, moment).label == "would happen"
    assert "Would happen: 5 Nov 2024" in citation(register, option)


def test_without_an_as_of_date_nothing_is_expected_and_no_line_is_drawn() -> None:
    claim = Claim(id="c", text="c", event=parse("2999"))
    register = Register.of(Briefing(id="b", title="B", claims=(claim,)))
    (moment,) = moments(register.briefing)
    row = text(table(register, 100).row(register, moment, {}))
    assert "expected" not in row
    assert "│" not in row


def test_on_paper_every_date_has_its_strip_and_all_of_its_text() -> None:
    register = ahead()
    long = Claim(id="long", text="word " * 40, said=parse("2024-10-08/2024-10-13"))
    register = Register.of(replace(register.briefing, claims=(*register.briefing.claims, long)))
    paper = to_text(timeline_page(register, moments(register.briefing)), 80)
    assert paper.index("HAPPENED") < paper.index("SAID")
    assert "PUBLISHED" not in paper
    assert "│ as of 23 Oct 2024" in paper
    assert "[after]" in paper
    lines = paper.splitlines()
    start = next(index for index, line in enumerate(lines) if line.startswith("8–13 Oct 2024"))
    assert "├" in lines[start]
    assert paper.count("word") == 40
    column = lines[start].index("│")
    assert lines[start + 1][column] == "│"


@pytest.mark.parametrize("width", [20, 33, 34, 59, 60, 80, 200])
def test_paper_loses_no_word_at_any_width(corridor: Path, width: int) -> None:
    register = Volume(load_briefing(corridor)).register
    dates = moments(register.briefing)
    lines = [line.text for line in lay_out(timeline_page(register, dates), width)]
    assert all(cells.width(line) <= width for line in lines)
    said = "\n".join(lines)
    for moment in dates:
        for word in moment.item.text.split():
            assert word in said or len(word) > width - 20
        assert str(moment.when).split()[0] in said


def test_without_a_date_paper_says_so() -> None:
    assert to_text(timeline_page(ahead(), ()), 80) == "No dates here.\n"
