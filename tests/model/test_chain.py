"""Chains back to an origin."""

from __future__ import annotations

from brief_tui.model.briefing import Briefing
from brief_tui.model.chain import chain_of
from brief_tui.model.item import Claim
from brief_tui.model.party import Actor, Source, Step
from brief_tui.model.register import Register


def steps(*names: str | None) -> tuple[Step, ...]:
    """Steps to these, nearest first."""
    return tuple(Step(who=name) for name in names)


def walked(
    claim: Claim, *sources: Source, others: tuple[Claim, ...] = ()
) -> tuple[list[str | None], str | None]:
    """The steps of a claim's chain, its origin, and whether it runs in a circle."""
    actors = (Actor(id="ann", name="Ann"), Actor(id="bob", name="Bob"))
    briefing = Briefing(id="b", title="B", sources=sources, actors=actors, claims=(claim, *others))
    chain = chain_of(Register.of(briefing), claim)
    return [step.who for step in chain.steps], chain.origin


def claim(id_: str = "c", *, speaker: str | None = None, chain: tuple[Step, ...] = ()) -> Claim:
    """A claim."""
    return Claim(id=id_, text="t", speaker=speaker, chain=chain)


def test_the_origin_is_where_the_chain_ends() -> None:
    wire = Source(id="wire", name="Wire")
    assert walked(claim(speaker="ann", chain=steps("ann", "bob")), wire) == (
        ["ann", "bob"],
        "bob",
    )


def test_a_speaker_that_the_chain_does_not_name_stands_before_it() -> None:
    assert walked(claim(speaker="ann", chain=steps("bob"))) == (["ann", "bob"], "bob")
    assert walked(claim(speaker="ann")) == (["ann"], "ann")


def test_without_speaker_and_chain_there_is_no_origin() -> None:
    assert walked(claim()) == ([], None)


def test_a_step_to_nobody_says_that_the_origin_is_not_stated() -> None:
    assert walked(claim(speaker="ann", chain=steps("ann", None))) == (["ann", None], None)


def test_it_goes_on_through_sources_and_items() -> None:
    wire = Source(id="wire", name="Wire", chain=steps("other"))
    assert walked(
        claim(chain=steps("wire")), wire, others=(claim("other", chain=steps("bob")),)
    ) == (
        ["wire", "other", "bob"],
        "bob",
    )


def test_a_way_that_comes_again_to_where_it_was_ends_there() -> None:
    one = Source(id="one", name="One", chain=steps("two"))
    two = Source(id="two", name="Two", chain=steps("one"))
    assert walked(claim(chain=steps("one")), one, two) == (["one", "two"], "two")


def test_a_speaker_who_repeats_an_own_claim_by_way_of_others_is_its_origin() -> None:
    first = claim("first", speaker="bob")
    again = claim("again", speaker="bob", chain=steps("bob", "wire", "first"))
    names, origin = walked(again, others=(first,))
    assert names == ["bob", "wire", "first", "bob"]
    assert origin == "bob"
