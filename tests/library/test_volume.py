"""An opened briefing: rows, what a filter leaves of them, counts, and where things are."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.volume import Volume
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.section import Section
from brief_tui.model.vocabulary import Role


@pytest.fixture
def volume(corridor: Path) -> Volume:
    """The test briefing, opened."""
    return Volume(load_briefing(corridor))


def targets(volume: Volume, section: Section, filter_: Filter) -> list[str]:
    """The ids that a filter leaves."""
    return [row.target for row in volume.select(section, filter_).rows]


def test_a_closed_briefing_cannot_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "closed.yaml"
    path.write_text("title: no id\n")
    with pytest.raises(ValueError, match="cannot be opened"):
        Volume(load_briefing(path))


def test_without_a_filter_everything_is_there_in_the_order_written(volume: Volume) -> None:
    selection = volume.select(Section.CLAIMS, EVERYTHING)
    assert (selection.total, selection.hidden) == (8, 0)
    assert [row.target for row in selection.rows] == [
        *("ships-wait", "no-ship-held", "inspections", "seoul-pays"),
        *("grain-so-far", "old-count", "port-sign", "silo-photo"),
    ]


def test_keys_of_rows_are_unique_in_every_section(volume: Volume) -> None:
    for section in Section:
        keys = [row.key for row in volume.rows(section)]
        assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("filter_", "left"),
    [
        (Filter.of(("KR",)), ["seoul-pays", "port-sign"]),
        (Filter.of(("RO",)), ["silo-photo"]),
        (Filter.of(("KR", "RU")), ["no-ship-held", "seoul-pays", "port-sign"]),
        (Filter.of((), "ships 90"), ["old-count"]),
        (Filter.of((), "hips"), []),
        (Filter.of((), "yıldız"), []),
        (Filter.of((), "TÜRKIYE"), []),
        (Filter.of((), "witnessed"), ["ships-wait"]),
        (Filter.of((), "mokpo"), ["port-sign"]),
        (Filter.of(("UA",), "papers"), ["ships-wait"]),
        (Filter.of(("CN",)), []),
    ],
)
def test_any_of_the_countries_and_all_of_the_words(
    volume: Volume, filter_: Filter, left: list[str]
) -> None:
    assert targets(volume, Section.CLAIMS, filter_) == left
    assert volume.select(Section.CLAIMS, filter_).hidden == 8 - len(left)


def test_the_names_of_parties_and_sources_are_searched_too(volume: Volume) -> None:
    assert targets(volume, Section.CLAIMS, Filter.of((), "han river")) == [
        "ships-wait",
        "seoul-pays",
    ]
    assert targets(volume, Section.ASSESSMENTS, Filter.of((), "ayse yildiz")) == ["deal-likely"]


def test_a_hit_never_runs_from_one_field_into_the_next(volume: Volume) -> None:
    assert targets(volume, Section.CLAIMS, Filter.of((), "papers.kyiv")) == []


def test_a_row_knows_by_which_roles_a_country_matched(volume: Volume) -> None:
    filter_ = Filter.of(("UA", "KR"))
    rows = {row.target: row for row in volume.select(Section.CLAIMS, filter_).rows}
    assert rows["ships-wait"].matched_roles(filter_) == {"UA": (Role.SPEAKER, Role.PLACE)}
    assert rows["no-ship-held"].matched_roles(filter_) == {"UA": (Role.TARGET,)}
    assert rows["port-sign"].matched_roles(filter_) == {"KR": (Role.PLACE,)}


def test_roles_come_by_affiliation_and_membership(volume: Volume) -> None:
    (row,) = [row for row in volume.rows(Section.ASSESSMENTS) if row.target == "deal-likely"]
    assert row.roles == {"TR": (Role.SPEAKER,)}
    assert volume.register.countries_of("mediators") == ("TR", "KR")


def test_counts_are_of_what_the_rest_of_the_filter_leaves(volume: Volume) -> None:
    everything = volume.country_counts(Section.CLAIMS, EVERYTHING)
    assert everything == {"UA": 3, "TR": 2, "RU": 1, "KR": 2, "RO": 1}
    assert volume.country_counts(Section.CLAIMS, Filter.of(("KR",))) == everything
    searched = volume.country_counts(Section.CLAIMS, Filter.of(("KR",), "sign"))
    assert searched == {"UA": 0, "TR": 0, "RU": 0, "KR": 1, "RO": 0}


def test_a_count_is_what_choosing_the_country_shows(volume: Volume) -> None:
    for section in Section:
        for text in ("", "ship", "7"):
            for code, count in volume.country_counts(section, Filter.of((), text)).items():
                assert len(volume.select(section, Filter.of((code,), text)).rows) == count


def test_countries_keep_one_order_over_the_sections(volume: Volume) -> None:
    orders = {tuple(volume.country_counts(section, EVERYTHING)) for section in Section}
    assert orders == {volume.countries()}


def test_a_thing_is_found_in_the_section_that_has_a_row_for_it(volume: Volume) -> None:
    for id_, section in {
        "ships-wait": Section.CLAIMS,
        "silo-photo": Section.CLAIMS,
        "deal-likely": Section.ASSESSMENTS,
        "toll": Section.OPTIONS,
        "ankara": Section.LEVERAGE,
        "wire": Section.SOURCES,
    }.items():
        assert volume.section_of(id_) is section
    assert volume.section_of("yildiz") is None
    assert volume.section_of("no-such-thing") is None


def test_a_thing_has_its_place_in_the_file(volume: Volume, corridor: Path) -> None:
    lines = corridor.read_text(encoding="utf-8").splitlines()
    for id_ in ("ships-wait", "toll", "wire", "yildiz", "waiting"):
        position = volume.position(id_)
        assert position is not None
        assert lines[position.line - 1][position.column - 1 :].startswith(f"id: {id_}")
    assert volume.position("no-such-thing") is None
