"""The rows of competing hypotheses, and what a filter leaves of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_tui.analysis.hypotheses import matrices
from brief_tui.library.filter import Filter
from brief_tui.library.volume import Volume
from brief_tui.load.briefing_file import Loaded, load_briefing
from brief_tui.model.briefing import Briefing
from brief_tui.model.section import Section
from brief_tui.render.groups import headings
from tests.strategies import COUNTRIES, briefings


@pytest.fixture
def volume(ferry: Path) -> Volume:
    return Volume(load_briefing(ferry))


def opened(briefing: Briefing) -> Volume:
    return Volume(Loaded(Path("generated.yaml"), briefing, (), {}, briefing.title, False))


def keys(volume: Volume, filter_: Filter) -> list[str]:
    return [row.key for row in volume.select(Section.HYPOTHESES, filter_).rows]


def heads(volume: Volume, filter_: Filter) -> list[str]:
    rows = volume.select(Section.HYPOTHESES, filter_).rows
    above = headings(volume.register, Section.HYPOTHESES, (row.subject for row in rows))
    lines = (line for place in sorted(above) for line in above[place])
    return ["".join(span.text for span in line(60)) for line in lines]


def test_there_is_a_row_for_each_item_of_each_question(volume: Volume) -> None:
    rows = volume.rows(Section.HYPOTHESES)
    assert [row.key for row in rows] == [
        "why-still/wind-fell",
        "why-still/crew-at-work",
        "why-still/engine-photo",
        "why-still/no-sailing",
        "why-still/fare-cut",
        "who-pays/fare-cut",
        "when-back/",
    ]
    assert [row.target for row in rows][:2] == ["wind-fell", "crew-at-work"]
    assert [item.id for item in rows[0].items] == ["wind-fell"]
    assert (rows[-1].target, rows[-1].items) == ("", ())


def test_a_row_bears_on_the_countries_of_its_item(volume: Volume) -> None:
    assert keys(volume, Filter.of(("JP",))) == ["why-still/crew-at-work"]
    assert keys(volume, Filter.of(("KR",))) == ["why-still/wind-fell", "when-back/"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("calm sea", ["why-still/wind-fell"]),
        ("engine whole", ["why-still/engine-photo"]),
        ("nobody stopped", ["why-still/crew-at-work"]),
        ("idle days", ["who-pays/fare-cut"]),
        ("summer", ["when-back/"]),
    ],
)
def test_a_search_finds_items_notes_and_questions(
    volume: Volume, words: str, found: list[str]
) -> None:
    assert keys(volume, Filter.of(text=words)) == found


@pytest.mark.parametrize("filter_", [Filter.of(("JP",)), Filter.of(text="calm sea")])
def test_no_filter_makes_a_hypothesis_look_better(volume: Volume, filter_: Filter) -> None:
    whole = heads(volume, Filter())
    assert whole[:4] == [
        "Why does the ferry lie still?  5 items, fewest against first",
        "A 0 of 5 against, 1 not marked  The engine is under repair.",
        "B 1 of 5 against  The crew is on strike.",
        "C 2 of 5 against  The weather keeps it in port.",
    ]
    assert heads(volume, filter_) == whole[:4]


def test_a_day_before_cuts_the_matrix_and_says_so(tmp_path: Path, ferry: Path) -> None:
    text = ferry.read_text("utf-8").replace(
        "speaker: crew, voice: reported", "speaker: crew, voice: reported, said: 2024-03-07"
    )
    (tmp_path / "dated.yaml").write_text(text, encoding="utf-8")
    volume = Volume(load_briefing(tmp_path / "dated.yaml"))
    before = Filter.of(known_on=date(2024, 3, 6))
    assert "why-still/crew-at-work" not in keys(volume, before)
    register = volume.register_on(before.known_on)
    matrix = matrices(register)["why-still"]
    assert matrix.later == 1
    assert [each.hypothesis.id for each in matrix.contenders] == ["strike", "repair", "storm"]
    assert [len(each.inconsistent) for each in matrix.contenders] == [0, 0, 2]
    rows = volume.rows(Section.HYPOTHESES, before.known_on)
    (above, *_) = headings(register, Section.HYPOTHESES, (row.subject for row in rows)).values()
    for width in (35, 60, 120):
        assert "".join(span.text for span in above[0](width)).endswith("  1 said later")


@given(
    briefings(),
    st.lists(st.sampled_from(COUNTRIES), max_size=2, unique=True),
    st.sampled_from(("", "convoy", "train", "consistent")),
)
def test_to_filter_and_to_weigh_commute(
    briefing: Briefing, countries: list[str], text: str
) -> None:
    volume = opened(briefing)
    filter_ = Filter.of(tuple(countries), text)
    left = volume.select(Section.HYPOTHESES, filter_).rows
    whole = volume.rows(Section.HYPOTHESES)
    assert [row.key for row in left] == [
        row.key for row in whole if row.key in {each.key for each in left}
    ]
    weighed = {row.key: row.subject for row in whole}
    assert all(row.subject == weighed[row.key] for row in left)
    assert set(heads(volume, filter_)) <= set(heads(volume, Filter()))
