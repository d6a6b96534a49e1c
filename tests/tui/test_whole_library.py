"""The whole library in every section: each row names its briefing, and is asked of that."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path

import pytest

from brief_tui.library.collection import Collection
from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.interface import Interrupted, Rows
from brief_tui.library.opening import in_memory
from brief_tui.model.section import Section
from tests.tui.driver import reading

DEADLINE = 20.0
"""Seconds after which a question that is not let go is a failure; no test waits so long."""


@pytest.fixture
def briefings(corridor: Path) -> tuple[Path, Path]:
    """Two briefings, the newer first: talks on grain, and a ferry."""
    return corridor, corridor.with_name("ferry.yaml")


def both(briefings: tuple[Path, Path]) -> Collection:
    """The library of the two."""
    return in_memory(briefings)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 15)])
async def test_every_section_has_the_rows_of_all_briefings_each_with_its_title(
    briefings: tuple[Path, Path], size: tuple[int, int]
) -> None:
    library = both(briefings)
    async with reading(*briefings, size=size) as ui:
        await ui.press("escape", "L")
        for section in Section:
            await ui.section(section.key)
            rows = library.rows_left(section, EVERYTHING)
            lines = ui.rows(section.key)
            if len(rows):
                assert len(lines) == len(rows)
            for place, line in enumerate(lines[: len(rows)]):
                assert rows[place].register.briefing.title[:5] in line


async def test_the_masthead_and_the_counts_are_those_of_the_library(
    briefings: tuple[Path, Path],
) -> None:
    async with reading(*briefings, size=(120, 40)) as ui:
        await ui.press("escape", "2")
        assert ui.rail()["KR"] == 2
        await ui.press("L")
        assert "The whole library" in ui.masthead()
        assert "2 briefings" in ui.masthead()
        assert "13 claims and evidence" in ui.screen_text()
        assert ui.rail() == dict(both(briefings).country_counts(Section.CLAIMS, EVERYTHING).items())


async def test_the_row_under_the_cursor_stays_there_and_back(
    briefings: tuple[Path, Path],
) -> None:
    async with reading(*briefings) as ui:
        await ui.press("escape", "2", "j", "j")
        before = ui.cursor_line()
        await ui.press("L")
        assert "Ankara has offered" in before
        assert "Ankara has offered" in ui.cursor_line()
        await ui.point_at("The wind fell")
        await ui.press("L")
        assert "The ferry that" in ui.masthead()
        assert "The wind fell" in ui.cursor_line()
        await ui.press("[")
        assert "The whole library" in ui.masthead()
        assert "The wind fell" in ui.cursor_line()
        await ui.press("[")
        assert "Talks on a grain corridor" in ui.masthead()
        await ui.press("]", "]")
        assert "The ferry that" in ui.masthead()


async def test_what_is_narrowed_to_holds_and_the_cursor_goes_to_the_row_that_follows(
    briefings: tuple[Path, Path],
) -> None:
    async with reading(*briefings) as ui:
        await ui.press("escape", "2", "L")
        await ui.point_at("The wind fell")
        await ui.search("article OR crew")
        await ui.press("enter")
        assert "Nobody in the crew" in ui.cursor_line()
        await ui.press("L")
        assert "article OR crew" in ui.status()
        assert "Nobody in the crew" in ui.cursor_line()


async def test_the_detail_names_the_briefing_and_questions_are_asked_of_it(
    briefings: tuple[Path, Path],
) -> None:
    async with reading(*briefings, size=(80, 40)) as ui:
        await ui.press("escape", "2", "L")
        await ui.point_at("No ferry has sailed")
        assert "The ferry that" in ui.detail_text().splitlines()[0]
        assert "as of 8 Mar 2024" in ui.detail_text().splitlines()[0]
        await ui.press("r")
        assert "The ferry that" in ui.lines()[0]
        await ui.press("escape", "y")
        assert "Briefing: The ferry that" in ui.clipboard()[-1]
        await ui.press("e")
        assert "ferry" in ui.lines()[0]


async def test_marks_are_kept_for_each_briefing(briefings: tuple[Path, Path]) -> None:
    async with reading(*briefings) as ui:
        await ui.press("escape", "5", "L", "space", "j", "space")
        assert sum("■" in line[:4] for line in ui.rows("leverage")) == 2
        await ui.press("v")
        assert ui.layer == "comparison"
        await ui.press("escape", "L")
        assert sum("■" in line[:4] for line in ui.rows("leverage")) == 2


@pytest.mark.parametrize("key", ["a", "o", "+"])
async def test_what_cannot_be_asked_of_many_briefings_says_so(
    briefings: tuple[Path, Path], key: str
) -> None:
    async with reading(*briefings) as ui:
        await ui.press("escape", "6", "L", key)
        assert ui.layer == "reader"
        assert ("many briefings" in ui.status()) or ("one briefing (L)" in ui.status())


async def test_dates_of_all_briefings_stand_in_one_line_with_their_years(
    briefings: tuple[Path, Path],
) -> None:
    async with reading(*briefings, size=(120, 40)) as ui:
        await ui.press("escape", "6", "L")
        dates = [line[2:16].strip() for line in ui.rows("timeline")]
        assert dates[:3] == ["~2021", "?30 May 2024", "Jun 2024"]


async def test_a_link_of_the_detail_leads_to_its_row_in_the_library(
    briefings: tuple[Path, Path],
) -> None:
    async with reading(*briefings, size=(80, 40)) as ui:
        await ui.press("escape", "1", "L", "tab", "n", "enter")
        assert ui.here == "claims"
        assert "The whole library" in ui.masthead()
        assert ui.pane == "detail"


async def test_a_library_of_one_briefing_can_be_shown_whole(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.press("2", "L")
        assert "1 briefing" in ui.masthead()


class Slow(Collection):
    """A library that takes time to answer what has a word in it, until it is let go."""

    def __init__(self, inner: Collection) -> None:
        super().__init__(inner.open(each.path).loaded for each in inner.briefings(EVERYTHING))
        self.let_go = threading.Event()
        self.ended = threading.Event()
        self.asked: list[str] = []

    def interrupt(self) -> None:
        """End what is being asked."""
        self.ended.set()

    def rows_left(self, section: Section, filter_: Filter) -> Rows:
        if filter_.text:
            self.asked.append(str(filter_))
            while not self.let_go.wait(0.001):
                if self.ended.is_set():
                    self.ended.clear()
                    raise Interrupted
        return super().rows_left(section, filter_)

    def country_counts(self, section: Section, filter_: Filter) -> Mapping[str, int]:
        assert threading.current_thread() is not threading.main_thread()
        return super().country_counts(section, filter_)


async def test_a_slow_answer_holds_up_no_typing_and_a_newer_key_ends_the_question(
    briefings: tuple[Path, Path],
) -> None:
    library = Slow(both(briefings))
    async with reading(library=library, size=(120, 40)) as ui:
        await ui.press("escape", "2", "L")
        before = ui.rows("claims")
        await ui.search("ferry")
        assert ui.typed == "ferry"
        assert ui.rows("claims") == before
        await ui.until(lambda: library.asked[-1:] == ["ferry"])
        library.let_go.set()
        await ui.until(lambda: len(ui.rows("claims")) == 1)
        assert "No ferry has sailed" in ui.rows("claims")[0]


async def test_a_slow_answer_is_told_of_and_keys_that_are_about_a_row_wait_for_it(
    briefings: tuple[Path, Path],
) -> None:
    library = Slow(both(briefings))
    async with reading(library=library, size=(80, 24)) as ui:
        await ui.press("escape", "2", "L", "j", "j")
        await ui.search("ferry")
        await ui.until(lambda: "looking …" in ui.screen_text())
        library.let_go.set()
        await ui.press("enter", "enter")
        assert "No ferry has sailed" in ui.detail_text()


@pytest.mark.parametrize("key", ["w", "v"])
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 15)])
async def test_what_is_weighed_and_compared_says_of_which_briefing(
    briefings: tuple[Path, Path], size: tuple[int, int], key: str
) -> None:
    async with reading(*briefings, size=size) as ui:
        await ui.press("escape", "5", key)
        assert "Talks on" not in ui.lines()[0]
        await ui.press("escape", "L", key)
        assert "Talks on a grain corridor" in ui.lines()[0]
