"""How many voices and how many origins stand behind an item."""

from __future__ import annotations

import pytest

from brief_tui.analysis.origins import Provenance, provenance, spread, way_of
from brief_tui.model.briefing import Briefing, Relation
from brief_tui.model.item import Claim, Evidence, Item, Option
from brief_tui.model.party import Actor, Source, Step
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Verb, Verification, Voice

NOBODY = Step(note="who is not said")


def steps(*names: str) -> tuple[Step, ...]:
    """Steps to these, nearest first."""
    return tuple(Step(who=name) for name in names)


def register(
    *items: Item, confirms: tuple[tuple[str, str], ...] = (), verb: Verb = Verb.CONFIRMS
) -> Register:
    """The register of a briefing with an article, an agency and a few people."""
    return Register.of(
        Briefing(
            id="b",
            title="B",
            source="article",
            sources=(
                Source(id="article", name="Article", chain=steps("paper")),
                Source(id="paper", name="Paper"),
                Source(id="agency", name="Agency"),
                Source(id="wire", name="Wire", chain=steps("ministry")),
            ),
            actors=tuple(
                Actor(id=id_, name=id_.title()) for id_ in ("ministry", "envoy", "rebels")
            ),
            claims=tuple(item for item in items if isinstance(item, Claim)),
            evidence=tuple(item for item in items if isinstance(item, Evidence)),
            options=tuple(item for item in items if isinstance(item, Option)),
            relations=tuple(Relation(from_=one, verb=verb, to=other) for one, other in confirms),
        )
    )


def found(
    *items: Item, confirms: tuple[tuple[str, str], ...] = (), verb: Verb = Verb.CONFIRMS
) -> Provenance:
    """The provenance of the first of these items."""
    return provenance(register(*items, confirms=confirms, verb=verb), items[0])


def claim(id_: str, *chain: Step, speaker: str | None = None) -> Claim:
    """A claim."""
    return Claim(id=id_, text="t", speaker=speaker, chain=chain)


def test_ministry_agency_and_article_are_three_voices_and_one_origin() -> None:
    of = found(claim("c", *steps("agency", "ministry")))
    assert of.voices == ("ministry", "agency", "article")
    assert of.origins == ("ministry",)
    assert of.not_stated == 0


def test_the_articles_own_voice_is_one_voice_without_origin() -> None:
    of = found(claim("c"))
    assert (of.voices, of.origins, of.not_stated) == (("article",), (), 1)


def test_what_the_editor_infers_is_not_in_the_voice_of_the_article() -> None:
    assert found(Claim(id="c", text="t", voice=Voice.EDITOR)).voices == ()
    named = Claim(id="c", text="t", voice=Voice.EDITOR, source="paper")
    assert found(named).voices == ("paper",)


def test_two_that_confirm_each_other_from_one_origin_have_one_origin() -> None:
    both = (
        claim("a", *steps("agency"), speaker="envoy"),
        claim("b", *steps("wire", "agency"), speaker="rebels"),
    )
    of = found(*both, confirms=(("a", "b"), ("b", "a")))
    assert of.origins == ("agency",)
    assert set(of.voices) == {"agency", "envoy", "wire", "rebels", "article"}


def test_a_confirmation_from_elsewhere_is_a_second_origin() -> None:
    both = claim("a", speaker="envoy"), claim("b", speaker="rebels")
    assert found(*both, confirms=(("b", "a"),)).origins == ("envoy", "rebels")


@pytest.mark.parametrize("verb", [verb for verb in Verb if verb is not Verb.CONFIRMS])
def test_nothing_but_a_confirmation_adds_an_origin(verb: Verb) -> None:
    both = claim("a", speaker="envoy"), claim("b", speaker="rebels")
    assert found(*both, confirms=(("b", "a"),), verb=verb).origins == ("envoy",)


@pytest.mark.parametrize("relation", [("a", "b"), ("a", "a")])
def test_what_it_confirms_itself_does_not_stand_behind_it(relation: tuple[str, str]) -> None:
    both = claim("a", speaker="envoy"), claim("b", speaker="rebels")
    assert len(found(*both, confirms=(relation,)).ways) == 1


def test_what_confirms_a_confirmation_does_not_stand_behind_the_first() -> None:
    three = claim("a"), claim("b", speaker="envoy"), claim("c", speaker="rebels")
    assert found(*three, confirms=(("b", "a"), ("c", "b"))).origins == ("envoy",)


def test_an_item_that_confirms_twice_is_counted_once() -> None:
    both = claim("a", speaker="envoy"), claim("b")
    assert found(*both, confirms=(("b", "a"), ("b", "a"))).not_stated == 1


@pytest.mark.parametrize(
    "chain",
    [
        (),
        (NOBODY,),
        (*steps("agency"), NOBODY),
        steps("photo"),
        steps("agency", "rumour"),
    ],
    ids=["no chain", "nobody", "a relay of nobody", "evidence without chain", "a claim of nobody"],
)
def test_a_chain_that_ends_in_nothing_is_no_origin(chain: tuple[Step, ...]) -> None:
    others = Evidence(id="photo", text="t"), claim("rumour")
    of = found(claim("c", *chain), *others)
    assert (of.origins, of.not_stated) == ((), 1)


def test_a_chain_without_origin_is_told_but_never_one_more() -> None:
    both = claim("a", speaker="envoy"), claim("b", *steps("agency"), NOBODY)
    of = found(*both, confirms=(("b", "a"),))
    assert (of.origins, of.not_stated) == (("envoy",), 1)


def test_evidence_counts_by_its_own_origin() -> None:
    photo = Evidence(id="photo", text="t", chain=steps("agency", "rebels"))
    of = found(claim("c", *steps("photo")), photo)
    assert of.origins == ("rebels",)
    assert of.voices == ("rebels", "agency", "article")


@pytest.mark.parametrize("known", [None, *Verification])
def test_evidence_whose_maker_is_withheld_or_another_has_no_origin(
    known: Verification | None,
) -> None:
    photo = Evidence(id="photo", text="t", chain=steps("agency"), origin_verified=known)
    unknown = known in (Verification.UNDISCLOSED, Verification.CONTRADICTED)
    items = claim("c", *steps("photo")), photo
    of = register(*items)
    for item in items:
        way = way_of(of, item)
        assert (way.origin is None) == unknown
        assert way.withheld is (known if unknown else None)
        assert "agency" in way.voices


def test_the_text_it_stands_in_is_a_voice_but_not_what_that_draws_on() -> None:
    assert found(claim("c", speaker="envoy")).voices == ("envoy", "article")


def test_a_relay_that_has_it_from_elsewhere_leads_on() -> None:
    assert found(claim("c", *steps("wire"))).origins == ("ministry",)


def test_items_are_counted_by_how_many_origins_they_have() -> None:
    items = (
        claim("a", speaker="envoy"),
        claim("b", speaker="envoy"),
        claim("c", speaker="rebels"),
        claim("d", speaker="ministry"),
        claim("e"),
    )
    of = spread(register(*items, confirms=(("a", "c"),)))
    assert (of.items, of.origins, of.several, of.unstated) == (5, 3, 1, 1)
    assert of.only == (("envoy", 2), ("ministry", 1))
