"""What a query finds in a briefing, form by form."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief_tui.library.query.parse import parse_filter
from brief_tui.library.volume import Volume
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.section import Section


@pytest.fixture
def volume(corridor: Path) -> Volume:
    """The test briefing, opened."""
    return Volume(load_briefing(corridor))


def found(volume: Volume, query: str, section: Section = Section.CLAIMS) -> set[str]:
    """The keys of the rows that a query leaves."""
    parsed = parse_filter(query)
    assert parsed.problems == ()
    return {row.key for row in volume.select(section, parsed.filter).rows}


KYIV = {"ships-wait", "old-count"}


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("wait", {"ships-wait", "old-count"}),
        ("ait", set()),
        ('"wait"', {"ships-wait"}),
        ("ships-wait-off", {"ships-wait"}),
        ('"wait off" -odesa', set()),
        ("wait -odesa", {"old-count"}),
        ("inspect OR silos", {"inspections", "seoul-pays", "silo-photo"}),
        ("inspect OR silos money", set()),
        ("country:UA", {"ships-wait", "no-ship-held", "old-count"}),
        ("country:UA/target", {"no-ship-held"}),
        ("country:UA/target,KR/speaker", {"no-ship-held", "seoul-pays"}),
        ("country:UA -country:UA/target", KYIV),
        ("speaker:kyiv", KYIV),
        ('speaker:"government of ukraine"', KYIV),
        ('speaker:"government ukraine"', set()),
        ("speaker:gov", {*KYIV, "no-ship-held", "seoul-pays"}),
        ('speaker:"gov"', set()),
        ("source:wire", {"ships-wait", "seoul-pays"}),
        ("source:han-riv", {"ships-wait", "seoul-pays"}),
        ("tag:secondhand", {"ships-wait", "seoul-pays"}),
        ("tag:news-agency -source:gazette", set()),
        ("voice:editor", {"grain-so-far"}),
        ("basis:witnessed", {"ships-wait"}),
        ("is:disputed", KYIV),
        ("is:hedged -speaker:kyiv", {"seoul-pays", "silo-photo"}),
        ("grade:F3", {"seoul-pays"}),
        ("grade:>=C5", set()),
        ("grade:F3 grade:<=A1", set()),
        ("kind:evidence -section:claims", set()),
        ("said:2024-05", {"old-count"}),
        ("said:..2024-06-11", {"old-count", "seoul-pays"}),
        ("event:2024-06-13..2024-06-30", {"ships-wait", "inspections"}),
        ("event:<2024-06-08", {"grain-so-far", "inspections"}),
        ("briefing:corridor wait", {"ships-wait", "old-count"}),
        ("briefing:grain wait", {"ships-wait", "old-count"}),
        ('briefing:"corr"', set()),
        ("section:options", set()),
    ],
)
def test_claims_and_evidence(volume: Volume, query: str, keys: set[str]) -> None:
    assert found(volume, query) == keys


@pytest.mark.parametrize(
    ("section", "query", "keys"),
    [
        (Section.SOURCES, "grade:B", {"wire"}),
        (Section.SOURCES, "tag:anonymous", {"channel"}),
        (Section.SOURCES, "source:han", {"wire"}),
        (Section.ASSESSMENTS, "expert:yildiz", {"deal-likely"}),
        (Section.TIMELINE, "speaker:moscow", {"no-ship-held@said"}),
        (Section.OVERVIEW, "kind:not-known brussels", {"point-3"}),
        (Section.OVERVIEW, "is:disputed", {"point-0"}),
    ],
)
def test_rows_of_other_sections(
    volume: Volume, section: Section, query: str, keys: set[str]
) -> None:
    assert keys <= found(volume, query, section)
    assert found(volume, f"-({query})", section) == found(volume, "", section) - found(
        volume, query, section
    )


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("event:2024-06-10", True),
        ("event:2024-06-13", True),
        ("event:2024-06-14", False),
        ("event:2024", True),
        ("event:<2024-06-08", False),
        ("event:<2024-06-09", True),
        ("event:<=2024-06-08", True),
        ("event:>2024-06-13", False),
        ("event:>2024-06-12", True),
        ("event:>=2024-06-13", True),
        ("event:2024-06-13..", True),
        ("event:2024-06-14..", False),
        ("event:<=2024-06", True),
        ("event:<=2024-05", False),
        ("event:<2024-06", False),
        ("event:2024-06..", True),
        ("event:2024-06..2024-07", True),
        ("-event:>=2024-06-13", False),
        ("-event:>=2024-06-14", True),
    ],
)
def test_an_interval_is_found_by_each_day_that_it_may_mean(
    volume: Volume, query: str, is_found: bool
) -> None:
    assert ("ships-wait" in found(volume, query)) is is_found
