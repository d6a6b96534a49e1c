"""What holds of origins and of withdrawals in any briefing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from brief_tui.analysis.origins import Way, provenance
from brief_tui.analysis.withdrawal import falling_without, resting_on
from brief_tui.model.briefing import Briefing, Relation
from brief_tui.model.chain import chain_of
from brief_tui.model.item import Claim
from brief_tui.model.party import Source, Step
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Verb
from tests.strategies import briefings


@given(briefings())
def test_there_are_never_more_origins_than_ends_of_chains(briefing: Briefing) -> None:
    register = Register.of(briefing)
    for item in briefing.items():
        found = provenance(register, item)
        ends = {chain_of(register, way.item).origin for way in found.ways}
        assert set(found.origins) <= ends & set(register.parties)
        assert len(found.origins) + found.not_stated <= len(found.ways)
        assert set(found.origins) <= set(found.voices)


@given(briefings(), st.data())
def test_a_further_voice_with_a_known_origin_adds_none(
    briefing: Briefing, data: st.DataObject
) -> None:
    register = Register.of(briefing)
    known = [item for item in briefing.items() if provenance(register, item).origins]
    for item in known:
        before = provenance(register, item)
        origin = data.draw(st.sampled_from(before.origins))
        relay = Source(id="one-more", name="One more")
        again = Claim(id="again", text="t", chain=(Step(who=relay.id), Step(who=origin)))
        more = replace(
            briefing,
            sources=(*briefing.sources, relay),
            claims=(*briefing.claims, again),
            relations=(
                *briefing.relations,
                Relation(from_=again.id, verb=Verb.CONFIRMS, to=item.id),
            ),
        )
        of = Register.of(more)
        after = provenance(of, of.items[item.id])
        assert after.origins == before.origins
        assert set(after.voices) > set(before.voices)


@given(briefings())
def test_what_would_fall_is_all_that_is_left_without_a_way(briefing: Briefing) -> None:
    register = Register.of(briefing)
    for id_ in (*register.parties, *register.items):
        found = falling_without(register, id_)
        fallen = {item.id for item in found.falling}
        assert fallen == _left_with_no_way(register, {id_}) - {id_}
        assert all(provenance(register, item).origins for item in found.falling)


@given(briefings())
def test_withdrawing_what_fell_makes_nothing_more_fall(briefing: Briefing) -> None:
    register = Register.of(briefing)
    for id_ in (*register.parties, *register.items):
        fallen = {item.id for item in falling_without(register, id_).falling}
        assert _left_with_no_way(register, {id_, *fallen}) <= {id_, *fallen}
        for other in fallen:
            further = {item.id for item in falling_without(register, other).falling}
            assert further <= {id_, *fallen}


@given(briefings())
def test_each_item_that_rests_on_something_has_one_fate_without_it(briefing: Briefing) -> None:
    register = Register.of(briefing)
    for id_ in (*register.parties, *register.items):
        found = falling_without(register, id_)
        fates = (found.falling, found.unsettled, found.keeping, found.unstated)
        ids = [item.id for fate in fates for item in fate]
        resting = [each.id for each in resting_on(register, id_) if each.id in register.items]
        assert sorted(ids) == sorted(resting)
        assert found.total == len(set(ids))
        for item in (*found.falling, *found.unsettled, *found.keeping):
            assert provenance(register, item).origins
        for item in found.unstated:
            assert not provenance(register, item).origins


def _left_with_no_way(register: Register, gone: set[str]) -> set[str]:
    """What is left with no way to an origin, found by looking at all items again and again."""
    before: set[str] = set()
    left: set[str] = set()
    while len(gone) > len(before):
        before = set(gone)
        for item in register.briefing.items():
            ways = [way for way in provenance(register, item).ways if way.origin is not None]
            if ways and all(_passed(register, way, item.id) & gone for way in ways):
                left.add(item.id)
        gone = gone | left
    return left


def _passed(register: Register, way: Way, of: str) -> set[str | None]:
    own = {way.item.id} if way.item.id != of else set()
    return {*(step.who for step in way.steps), register.source_of(way.item), *own} - {None}
