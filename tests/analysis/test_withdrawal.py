"""What rests on what, and what is left of it without."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from brief_tui.analysis.withdrawal import (
    How,
    directly_on,
    falling_without,
    resting_on,
)
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.briefing import Briefing, Relation
from brief_tui.model.item import Assessment, Claim, Evidence, Lever, Leverage, Option
from brief_tui.model.party import Actor, Source, Step
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Level, Verb


def steps(*names: str) -> tuple[Step, ...]:
    """Steps to these, nearest first."""
    return tuple(Step(who=name) for name in names)


BRIEFING = Briefing(
    id="b",
    title="B",
    source="article",
    sources=(
        Source(id="article", name="Article", chain=steps("paper", "desk")),
        Source(id="paper", name="Paper"),
        Source(id="desk", name="Desk"),
        Source(id="agency", name="Agency"),
        Source(id="wire", name="Wire", chain=steps("ministry")),
        Source(id="other", name="Other paper"),
    ),
    actors=tuple(Actor(id=id_, name=id_) for id_ in ("ministry", "envoy", "rebels", "expert")),
    claims=(
        Claim(id="told", text="t", speaker="ministry", chain=steps("agency", "ministry")),
        Claim(id="retold", text="t", chain=steps("told")),
        Claim(id="own", text="t", speaker="envoy"),
        Claim(id="bare", text="t"),
        Claim(id="elsewhere", text="t", speaker="rebels", source="other"),
        Claim(id="wired", text="t", chain=steps("wire")),
    ),
    evidence=(Evidence(id="photo", text="t", chain=steps("rebels")),),
    assessments=(
        Assessment(id="view", text="t", expert="expert", rests_on=("told", "photo")),
        Assessment(id="second-view", text="t", expert="expert", rests_on=("view", "agency")),
    ),
    options=(
        Option(
            id="plan",
            text="t",
            actor="envoy",
            targets=("rebels",),
            leverage=Leverage(risk=(Lever(level=Level.LOW, basis=("view",)),)),
        ),
    ),
    relations=(
        Relation(from_="elsewhere", verb=Verb.CONFIRMS, to="own"),
        Relation(from_="own", verb=Verb.CONFIRMS, to="bare"),
        Relation(from_="own", verb=Verb.SUPPORTS, to="plan"),
    ),
)
REGISTER = Register.of(BRIEFING)


def rests(id_: str) -> dict[str, tuple[How, str]]:
    """What rests on something: how, and on what directly."""
    return {each.id: (each.how, each.on) for each in resting_on(REGISTER, id_)}


def fates(id_: str, register: Register = REGISTER) -> dict[str, list[str]]:
    """What becomes of what rests on something, without it."""
    found = falling_without(register, id_)
    return {
        "fall": [item.id for item in found.falling],
        "may": [item.id for item in found.unsettled],
        "keep": [item.id for item in found.keeping],
        "none": [item.id for item in found.unstated],
    }


def test_it_is_told_how_each_rests_on_it_and_by_way_of_what() -> None:
    assert rests("agency") == {
        "told": (How.RELAYED, "agency"),
        "retold": (How.RELAYED, "agency"),
        "second-view": (How.BASED, "agency"),
        "view": (How.BASED, "told"),
        "plan": (How.LEVERAGE, "view"),
    }


def test_who_says_it_and_whose_word_it_goes_back_to_are_told_apart() -> None:
    found = rests("ministry")
    assert found["told"] == (How.SAID, "ministry")
    assert found["retold"] == (How.GOES_BACK, "ministry")
    assert found["wired"] == (How.GOES_BACK, "ministry")


def test_things_rest_on_an_item_by_chain_basis_and_confirmation() -> None:
    assert rests("told")["retold"] == (How.GOES_BACK, "told")
    assert rests("told")["view"] == (How.BASED, "told")
    assert rests("elsewhere") == {
        "own": (How.CONFIRMED, "elsewhere"),
        "bare": (How.CONFIRMED, "own"),
    }


def test_what_only_acts_or_is_acted_on_is_not_rested_on() -> None:
    assert "plan" not in rests("envoy")
    assert rests("rebels")["plan"] == (How.LEVERAGE, "view"), "not as its target"


def test_what_stands_in_a_source_rests_on_what_that_draws_on() -> None:
    found = rests("desk")
    assert found["article"] == (How.DRAWS, "desk")
    assert found["bare"] == (How.CARRIED, "article")
    assert directly_on(REGISTER, "desk") == ()


def test_what_a_source_relayed_of_somebody_else_rests_not_on_what_it_draws_on() -> None:
    past = Claim(id="past", text="t", source="other", chain=steps("wire", "rebels"))
    register = Register.of(replace(BRIEFING, claims=(*BRIEFING.claims, past)))
    assert "past" not in {each.id for each in resting_on(register, "ministry")}
    assert "past" in {each.id for each in resting_on(register, "wire")}


def test_an_item_falls_when_its_one_origin_goes() -> None:
    assert fates("ministry") == {
        "fall": ["told", "retold", "wired"],
        "may": [],
        "keep": ["view", "second-view"],
        "none": ["plan"],
    }


def test_a_relay_takes_with_it_what_came_by_it_alone() -> None:
    assert fates("agency")["fall"] == ["told", "retold"]


def test_what_another_origin_confirms_stays() -> None:
    assert fates("envoy") == {"fall": ["bare"], "may": [], "keep": ["own"], "none": []}
    assert fates("elsewhere") == {"fall": [], "may": [], "keep": ["own", "bare"], "none": []}


def test_what_falls_takes_along_what_leads_through_it() -> None:
    through = Claim(id="through", text="t", chain=steps("told", "envoy"))
    register = Register.of(replace(BRIEFING, claims=(*BRIEFING.claims, through)))
    assert "through" in fates("ministry", register)["fall"]


def test_an_item_withdrawn_takes_its_confirmation_along() -> None:
    assert fates("own") == {"fall": ["bare"], "may": [], "keep": [], "none": []}


def test_the_source_it_stands_in_is_on_its_way() -> None:
    found = fates("article")
    assert "elsewhere" not in found["fall"]
    assert found["keep"] == ["own"]
    assert found["none"] == ["plan"]
    assert "bare" in found["fall"], "what confirmed it stands in the article, too"


def test_what_a_source_draws_on_takes_along_nothing_that_is_sure() -> None:
    found = fates("desk")
    assert found["fall"] == []
    assert found["may"] == fates("article")["fall"]


@pytest.mark.parametrize("nothing", ["nobody", "expert-on-nothing", ""])
def test_on_what_there_is_not_nothing_rests(nothing: str) -> None:
    assert resting_on(REGISTER, nothing) == ()
    assert falling_without(REGISTER, nothing).total == 0


def test_a_circle_of_reasons_ends() -> None:
    one = Assessment(id="one", text="t", expert="expert", rests_on=("two",))
    two = Assessment(id="two", text="t", expert="expert", rests_on=("one", "two"))
    register = Register.of(replace(BRIEFING, assessments=(one, two)))
    assert [each.id for each in resting_on(register, "one")] == ["two"]
    assert [each.id for each in resting_on(register, "two")] == ["one"]


def test_items_are_directly_on_source_voice_chain_and_basis(corridor: Path) -> None:
    briefing = load_briefing(corridor).briefing
    assert briefing is not None
    register = Register.of(briefing)
    found = {
        party: [item.id for item in directly_on(register, party)] for party in register.parties
    }
    assert found["wire"] == ["ships-wait", "seoul-pays"]
    assert found["channel"] == ["silo-photo"]
    assert found["yildiz"] == ["deal-likely"]
    assert found["mediators"] == ["seoul-pays"], "the wire has it from the mediators"
    assert found["brussels"] == []
    assert len(found["gazette"]) == len(list(briefing.items()))
