"""The facet panel: what there is of each, what is left of it, taking, excluding, stepping back."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from brief_tui.library.collection import Collection
from brief_tui.library.filter import Filter
from brief_tui.library.interface import Bucket
from brief_tui.library.places import find_briefings
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.section import Section
from brief_tui.tui.session import Place
from tests.tui.driver import Ui, picked, reading


async def open_facet(ui: Ui, name: str) -> None:
    """Open the values of a facet, found by its name."""
    await ui.press("f")
    await ui.type(name)
    await ui.press("enter")


def offered(ui: Ui) -> list[str]:
    """The lines of the panel with single spaces."""
    return [" ".join(line.split()) for line in ui.choices()]


async def test_every_facet_says_how_many_values_are_left_of_it(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("options")
        await ui.press("f")
        assert offered(ui) == [
            "Countries 4",
            "Kinds 1",
            "Speakers 0",
            "Sources 1",
            "States 6",
            "Instruments 4",
            "Grades 0",
            "Briefings 1",
            "Months 0",
        ]


async def test_a_value_is_taken_and_dropped_and_what_is_left_is_seen_at_once(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("options")
        all_of_them = len(ui.rows())
        await open_facet(ui, "states")
        assert picked(offered(ui), "in use") == "in use 1"
        await ui.type("use")
        await ui.press("enter")
        assert ui.typed == ""
        assert picked(offered(ui), "in use") == "■ in use 1"
        assert "in use" in ui.cursor_line()
        assert len(ui.rows()) == 1
        assert "state: in-use" in ui.status()
        await ui.type("hypoth")
        await ui.press("enter")
        assert len(ui.rows()) == 2
        assert "state: in-use or hypothetical" in ui.status()
        await ui.press("enter")
        await ui.type("use")
        await ui.press("enter")
        assert len(ui.rows()) == all_of_them


async def test_a_value_is_excluded_and_excluding_it_again_undoes_that(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("options")
        all_of_them = len(ui.rows())
        await open_facet(ui, "states")
        await ui.type("hypoth")
        await ui.press("!")
        assert picked(offered(ui), "hypothetical") == "not hypothetical 1"
        assert "not state: hypothetical" in ui.status()
        assert len(ui.rows()) == all_of_them - 1
        await ui.press("enter")
        assert picked(offered(ui), "hypothetical") == "■ hypothetical 1"
        await ui.press("!", "!")
        assert picked(offered(ui), "hypothetical") == "hypothetical 1"
        assert len(ui.rows()) == all_of_them


async def test_a_facet_counts_what_all_other_clauses_leave(corridor: Path) -> None:
    place = Place(Section.OPTIONS, Filter.of(["RU"]))
    async with reading(corridor, place=place) as ui:
        of_russia = len(ui.rows())
        await open_facet(ui, "states")
        counts = [int(line.split()[-1]) for line in offered(ui)]
        assert sum(counts) == of_russia
        await ui.press("enter")
        assert [int(line.split()[-1]) for line in offered(ui)] == counts
        await ui.press("escape")
        assert picked(offered(ui), "States").split()[:2] == ["States", str(len(counts))]


async def test_what_is_chosen_stays_to_be_seen_where_nothing_of_it_is_left(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("options")
        await open_facet(ui, "states")
        await ui.type("hypoth")
        await ui.press("enter", "escape", "escape")
        await ui.filter_country("KR")
        await open_facet(ui, "states")
        assert picked(offered(ui), "hypothetical") == "■ hypothetical 0"


async def test_what_was_typed_as_a_query_is_seen_and_undone(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("speaker:gov -country:ru")
        await ui.press("enter")
        left = len(ui.rows())
        await open_facet(ui, "speakers")
        assert picked(offered(ui), "■") == f"■ gov {left}"
        await ui.type("gov")
        await ui.press("escape", "escape")
        await open_facet(ui, "countries")
        assert picked(offered(ui), "not ") == "not Russia 1"


async def test_escape_steps_back_to_the_facets_with_the_cursor_where_it_was(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("options")
        await open_facet(ui, "states")
        await ui.press("enter", "escape")
        assert "States" in ui.cursor_line()
        assert "Narrow by" in ui.screen_text()
        await ui.press("escape")
        assert ui.layer == "reader"
        assert "state: " in ui.status()


async def test_briefings_are_narrowed_by_them_too(corridor: Path, ferry: Path) -> None:
    async with reading(corridor, ferry) as ui:
        assert ui.layer == "library"
        await open_facet(ui, "briefings")
        await ui.type("grain")
        await ui.press("enter", "escape", "escape")
        assert ui.layer == "library"
        assert 'briefing: "corridor"' in ui.status()
        assert "1 of 2 briefings" in ui.lines()[0]
        await ui.press("x")
        assert ui.lines()[0].split()[1:3] == ["2", "briefings"]


async def test_months_stand_in_order_and_are_found_by_either_way_of_writing(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await open_facet(ui, "months")
        months = [" ".join(line.split()[:2]) for line in offered(ui)]
        assert months == ["May 2024", "Jun 2024"]
        await ui.type("2024-06")
        await ui.press("enter")
        assert "said: 2024-06" in ui.status()


async def test_keys_typed_ahead_reach_what_the_ones_before_opened(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("options")
        await ui.at_once("f", *"states", "enter", *"use", "enter", "escape", "escape")
        assert ui.layer == "reader"
        assert "state: in-use" in ui.status()


async def test_it_reads_on_the_smallest_screen(corridor: Path) -> None:
    async with reading(corridor, size=(50, 15)) as ui:
        await ui.section("options")
        await open_facet(ui, "states")
        await ui.press("!")
        text = ui.screen_text()
        assert "Enter takes or drops · ! excludes · Esc back" in text
        assert "not " in text
        assert "hidden" in ui.status()


async def test_of_thousands_of_values_all_are_found_by_typing(tmp_path: Path) -> None:
    actors = "\n".join(f"  - {{id: a{n}, name: Speaker {n}}}" for n in range(3000))
    claims = "\n".join(f"  - {{id: c{n}, text: Says {n}, speaker: a{n}}}" for n in range(3000))
    file = tmp_path / "many.yaml"
    file.write_text(f"id: many\ntitle: Many\nactors:\n{actors}\nclaims:\n{claims}\n")
    async with reading(file) as ui:
        await ui.section("claims")
        await open_facet(ui, "speakers")
        assert len(ui.choices()) == 3000
        await ui.type("2999")
        await ui.press("enter")
        assert len(ui.rows()) == 1


class Counting(Collection):
    """A library that takes time to count the values of a field, until it is let go."""

    def __init__(self, *briefings: Path) -> None:
        super().__init__(load_briefing(each) for path in briefings for each in find_briefings(path))
        self.let_go = threading.Event()

    def interrupt(self) -> None:
        """Nothing has to be ended: whoever counts goes on."""

    def facet(self, field: str, section: Section, filter_: Filter) -> Sequence[Bucket]:
        assert threading.current_thread() is not threading.main_thread()
        assert self.let_go.wait(20.0)
        return super().facet(field, section, filter_)


async def test_where_counting_takes_time_nobody_waits_for_it(corridor: Path) -> None:
    library = Counting(corridor, corridor.with_name("ferry.yaml"))
    async with reading(library=library) as ui:
        await ui.press("escape", "4", "L", "f")
        assert picked(offered(ui), "States") == "States …"
        library.let_go.set()
        await ui.until(lambda: picked(offered(ui), "States") == "States 6")
        library.let_go.clear()
        await ui.type("states")
        await ui.press("enter")
        assert offered(ui) == ["counting …"]
        library.let_go.set()
        await ui.until(lambda: "hypothetical 1" in offered(ui))
        await ui.type("hypo")
        library.let_go.clear()
        await ui.press("enter")
        assert "hypothetical" in picked(offered(ui), "■")
        assert "state: hypothetical" in ui.status()
        library.let_go.set()
        await ui.press("escape", "escape")
        assert ui.layer == "reader"


async def test_nor_does_a_query_that_is_typed(corridor: Path) -> None:
    library = Counting(corridor, corridor.with_name("ferry.yaml"))
    async with reading(library=library) as ui:
        await ui.press("escape", "4", "L")
        await ui.search("speaker:gov")
        assert ui.typed == "speaker:gov"
        assert ui.lines()[-2].strip() == "counting …"
        await ui.type(" state:hyp")
        assert ui.lines()[-2].strip() == "▌hypothetical"
        library.let_go.set()
        await ui.until(lambda: ui.lines()[-2].strip() == "▌hypothetical 0")
        await ui.press("tab")
        assert ui.typed == "speaker:gov state:hypothetical "
