"""The values of fields: an index counts them as a library in memory does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brief_tui.library.collection import Collection
from brief_tui.library.filter import Filter
from brief_tui.library.index.indexed import IndexedLibrary
from brief_tui.library.index.refresh import refresh
from brief_tui.library.opening import in_memory
from brief_tui.library.query.fields import FIELDS
from brief_tui.library.query.parse import parse_filter
from brief_tui.model.section import Section

COUNTED = [field for field in FIELDS if field != "known"]

Both = tuple[IndexedLibrary, Collection]

SAME_NAMES = """\
id: other-talks
title: Other talks, on fish
as_of: 2024-07
source: wire
sources: [{id: wire, name: Wire, reliability: C}, {id: b, name: Black Sea Wire, reliability: B}]
actors:
  - {id: kyiv, name: Government of Ukraine}
  - {id: press, name: Press of the Government of Ukraine, aliases: [Wire]}
claims:
  - {id: one, text: Said., speaker: kyiv, said: 2024-06, credibility: 2}
  - {id: two, text: Said., speaker: press, said: 2024-05-30/2024-07-02, credibility: 6}
  - {id: three, text: Said., speaker: b, said: 2023~, source: b}
"""


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    """Three briefings, some of whose parties have the same names, in an index and in memory."""
    folder = tmp_path_factory.mktemp("facets")
    library = folder / "library"
    library.mkdir()
    for name in ("corridor.yaml", "ferry.yaml"):
        shutil.copy(Path(__file__).parents[2] / "material" / name, library / name)
    (library / "other.yaml").write_text(SAME_NAMES, encoding="utf-8")
    refresh(folder / "index.sqlite", [library])
    memory = in_memory([library])
    return IndexedLibrary(folder / "index.sqlite"), memory


@pytest.mark.parametrize("query", ["", "country:UA", "said:2024-06 -speaker:wire", "wait OR said"])
@pytest.mark.parametrize("field", COUNTED)
def test_a_facet_is_the_same(both: Both, field: str, query: str) -> None:
    index, memory = both
    filter_ = parse_filter(query).filter
    for section in Section:
        assert list(index.facet(field, section, filter_)) == list(
            memory.facet(field, section, filter_)
        )


@pytest.mark.parametrize(
    "field", ["kind", "country", "speaker", "source", "state", "grade", "said"]
)
def test_so_it_is_on_a_day_for_what_an_item_says_itself(both: Both, field: str) -> None:
    index, memory = both
    filter_ = parse_filter("known:2024-06-12").filter
    for section in (Section.CLAIMS, Section.ASSESSMENTS, Section.OPTIONS):
        assert list(index.facet(field, section, filter_)) == list(
            memory.facet(field, section, filter_)
        )


@pytest.mark.parametrize("field", COUNTED)
def test_so_is_what_is_found_by_a_beginning(both: Both, field: str) -> None:
    index, memory = both
    for beginning in ("", "w", "gov", "2024-0", "jun", "c", "kyi", "no such"):
        assert list(index.values(field, beginning, 5)) == list(memory.values(field, beginning, 5))


def test_choosing_a_value_leaves_as_many_rows_as_it_counts(both: Both) -> None:
    index, _ = both
    found = 0
    for field in COUNTED:
        for bucket in index.facet(field, Section.CLAIMS, Filter()):
            chosen = Filter().with_clause(field, [bucket.value])
            assert len(index.rows_left(Section.CLAIMS, chosen)) == bucket.rows, (field, bucket)
            found += 1
    assert found > 20
