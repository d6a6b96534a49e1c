"""What holds of relations, disagreements and paths in every briefing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from brief_tui.analysis.dependants import hanging, points_on
from brief_tui.analysis.disagreements import Kind, among, disagreements, foremost
from brief_tui.analysis.paths import LONGEST, paths
from brief_tui.analysis.stance import stance
from brief_tui.library.filter import Filter
from brief_tui.library.volume import Volume
from brief_tui.load.briefing_file import Loaded
from brief_tui.model.briefing import Briefing, Relation
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Verb
from brief_tui.render.page import Paragraph
from brief_tui.render.stands import stands_blocks
from tests.strategies import COUNTRIES, Size, briefings, registers

RELATED = Size(claims=6, relations=16, figures=1)
"""Few things with many relations."""


def links(register: Register, id_: str) -> list[str]:
    """Where the lines on an item's relations lead."""
    blocks = stands_blocks(register, register.items[id_])
    return [block.link.id for block in blocks if isinstance(block, Paragraph) and block.link]


@given(registers(RELATED))
def test_every_relation_shows_on_both_its_sides(register: Register) -> None:
    for relation in register.briefing.relations:
        done_to = stance(register, register.items[relation.to])
        does = stance(register, register.items[relation.from_])
        towards = (done_to.with_, done_to.qualified_by, done_to.against, done_to.changed)
        assert [relation in part for part in towards].count(True) == 1
        assert (relation in does.does) != (relation in does.changed)
        assert relation.from_ in links(register, relation.to)
        assert relation.to in links(register, relation.from_)
    for item in register.items.values():
        found = stance(register, item)
        parts = (found.with_, found.qualified_by, found.against, found.changed, found.does)
        told = sorted(repr(relation) for part in parts for relation in part)
        assert told == sorted(map(repr, register.relations.get(item.id, ()))), "each once"


@given(registers(RELATED))
def test_disagreements_come_first_and_rank_by_what_can_be_listed(register: Register) -> None:
    found = disagreements(register)
    for each in found:
        assert each.weight.items == len(hanging(register, each.sides))
        assert each.weight.points == len(points_on(register, each.sides))
    for one, next_ in pairwise(found):
        assert one.kind.is_tension <= next_.kind.is_tension
        if one.kind.is_tension is next_.kind.is_tension:
            assert one.weight.total >= next_.weight.total


@given(registers(RELATED), st.integers(0, 8))
def test_the_foremost_are_some_of_all_in_their_order_and_of_every_kind(
    register: Register, most: int
) -> None:
    found = disagreements(register)
    chosen = foremost(found, most)
    assert len(chosen) == min(most, len(found))
    places = [found.index(each) for each in chosen]
    assert places == sorted(places)
    if most >= len(Kind):
        assert {each.kind for each in chosen} == {each.kind for each in found}


@given(briefings(RELATED), st.sampled_from(COUNTRIES))
def test_a_filter_and_the_analysis_commute(briefing: Briefing, country: str) -> None:
    volume = Volume(Loaded(Path("b.yaml"), briefing, (), {}, briefing.title, False))
    register = volume.register
    left = volume.items_left(Filter.of((country,)))
    assert left is not None
    expected = [
        each
        for each in disagreements(register)
        if any(country in register.roles_of(register.items[side]) for side in each.sides)
    ]
    assert list(among(disagreements(register), left)) == expected
    assert volume.items_left(Filter()) is None


def ends(register: Register) -> Sequence[str]:
    """Everything that a way can lead from or to."""
    return (*register.items, *register.parties)


@given(registers(RELATED), st.data())
def test_a_way_leads_from_where_to_where_was_asked_through_what_there_is(
    register: Register, data: st.DataObject
) -> None:
    everything = ends(register)
    if not everything:
        return
    start, end = (data.draw(st.sampled_from(everything)) for _ in "ab")
    found = paths(register, start, end).found
    assert shortest(register, start, end) == shortest(register, end, start)
    assert [len(way) for way in found] == sorted(len(way) for way in found)
    for way in found:
        assert (way[0].start, way[-1].end) == (start, end)
        assert 0 < len(way) <= LONGEST
        met = [step.start for step in way] + [end]
        assert len(set(met)) == len(met)
        assert set(met) <= set(everything)
        for one, next_ in pairwise(way):
            assert one.end == next_.start
        for step in way:
            assert step.ties
            for tie in step.ties:
                if tie.relation is not None:
                    assert tie.relation in register.briefing.relations
                    both = {tie.relation.from_, tie.relation.to}
                    assert both == {step.start, step.end}


@given(briefings(RELATED), st.sampled_from(Verb), st.data())
def test_one_more_relation_never_makes_the_shortest_way_longer(
    briefing: Briefing, verb: Verb, data: st.DataObject
) -> None:
    items = [item.id for item in briefing.items()]
    if not items:
        return
    start, end, one, other = (data.draw(st.sampled_from(items)) for _ in "abcd")
    more = Relation(from_=one, verb=verb, to=other)
    wider = replace(briefing, relations=(*briefing.relations, more))
    before = shortest(Register.of(briefing), start, end)
    assert shortest(Register.of(wider), start, end) <= before


def shortest(register: Register, start: str, end: str) -> float:
    """How many steps the shortest way has; infinitely many where there is none."""
    found = paths(register, start, end).found
    return len(found[0]) if found else float("inf")
