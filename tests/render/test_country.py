"""The page on a country: its months as bars where they are few, by year where they are many."""

from __future__ import annotations

from collections.abc import Mapping

from brief_tui.model.section import Section
from brief_tui.model.tally import Tally
from brief_tui.render.country import Counted, Holdings, Part, country_page
from brief_tui.render.layout import lay_out
from brief_tui.render.page import Link


def lines(months: Mapping[str, int], undated: int = 0, width: int = 60) -> list[str]:
    """The lines of a page with so many items in each month."""
    years = sorted({month[:4] for month in months})
    held = Holdings(
        code="KR",
        briefings=1,
        items=sum(months.values()) + undated,
        parts=(Part(Tally(Section.CLAIMS, 1, 1), (), Link()),),
        roles=(Counted("speaker", 1, Link()),),
        months=[Counted(month, rows, Link(query=month)) for month, rows in months.items()],
        years=[Counted(year, 7, Link(query=year)) for year in years],
        undated=undated,
    )
    return [line.text.rstrip() for line in lay_out(country_page(held), width)]


def test_few_months_have_a_bar_each_to_one_scale_with_those_in_between() -> None:
    found = lines({"2023-12": 4, "2024-02": 2})
    bars = {line[:8]: line.count("█") for line in found if line[4:6] == "20"}
    assert bars == {"Dec 2023": 40, "Jan 2024": 0, "Feb 2024": 20}


def test_many_months_have_a_line_for_each_year_and_say_their_scale() -> None:
    found = lines({"2019-01": 8, "2019-03": 1, "2024-12": 4})
    assert "2019  █  ·  ▁" in "\n".join(found)
    assert found[found.index("…") + 1].startswith("2024  ·")
    assert "█ stands for 8, the most in one month" in found


def test_what_has_no_date_is_told_apart_in_words() -> None:
    assert "3 items are not among them" in "\n".join(lines({"2024-01": 1}, undated=3))
    assert "1 item is not among them" in "\n".join(lines({}, undated=1))
    assert "not among them" not in "\n".join(lines({"2024-01": 1}))


def test_every_line_fits() -> None:
    for width in (20, 40, 50, 100):
        for months in ({"2024-01": 1}, {"2019-01": 8, "2024-12": 4000}):
            assert all(len(line) <= width for line in lines(months, 2, width))
