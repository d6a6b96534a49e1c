"""Claims, evidence, assessments and options."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from brief_tui.model.item import (
    Assessment,
    Claim,
    Evidence,
    Lever,
    Leverage,
    Likelihood,
    Option,
    Place,
    StatedConfidence,
)
from brief_tui.model.likelihood import TERMS, LikelihoodScale
from brief_tui.model.vocabulary import (
    Basis,
    Confidence,
    Credibility,
    Dimension,
    EvidenceKind,
    Instrument,
    Level,
    Nearness,
    OptionState,
    Rank,
    Role,
    Verification,
    Voice,
)
from tests.strategies.dates import whens
from tests.strategies.figures import figures
from tests.strategies.made import COUNTRIES, LOCATORS, NAMES, TEXTS, Fields, made, one_of_ids, some
from tests.strategies.parties import chains
from tests.strategies.size import Size

TERMS_OF_BOTH = [
    term.key
    for term in TERMS[LikelihoodScale.ICD_203]
    if term.key in {other.key for other in TERMS[LikelihoodScale.PHIA]}
]


def _item(id_: str, size: Size) -> tuple[Fields, Fields]:
    places = made(
        Place,
        {"name": st.sampled_from(("Vladivostok", "海参崴"))},
        {
            "nearness": st.sampled_from(Nearness),
            "country": st.sampled_from(COUNTRIES),
            "subdivision": st.just("RU-PRI"),
            "hedge": st.just("somewhere"),
        },
    )
    roles = st.lists(st.sampled_from(Role), min_size=1, max_size=2, unique=True).map(tuple)
    required = {"id": st.just(id_), "text": st.sampled_from(TEXTS)}
    optional: Fields = {
        "event": whens(),
        "said": whens(),
        "published": whens(),
        "dating": st.just("a week ago"),
        "places": st.lists(places, max_size=2).map(tuple),
        "countries": st.dictionaries(st.sampled_from(COUNTRIES), roles, max_size=2),
        "figures": st.lists(figures(size.ids("measures")), max_size=size.figures).map(tuple),
        "hedge": some(("around", "appears", "reportedly")),
        "voice": st.sampled_from(Voice),
        "rank": st.sampled_from(Rank),
        "rank_reason": st.sampled_from(TEXTS),
        "source": one_of_ids(size.ids("sources")),
        "locator": some(LOCATORS),
        "chain": chains(size.bases[: size.bases.index(id_)], size.chain),
        "note": st.sampled_from(TEXTS),
    }
    return required, optional


@cache
def claims(id_: str, size: Size) -> st.SearchStrategy[Claim]:
    """A claim, with or without a speaker."""
    required, optional = _item(id_, size)
    optional |= {
        "speaker": one_of_ids(size.parties),
        "audience": st.just("to reporters"),
        "basis": st.sampled_from(Basis),
        "credibility": st.sampled_from(Credibility),
    }
    return made(Claim, required, optional)


@cache
def evidence(id_: str, size: Size) -> st.SearchStrategy[Evidence]:
    """A piece of evidence, with whatever is known of it."""
    required, optional = _item(id_, size)
    optional |= {
        "kind": st.sampled_from(EvidenceKind),
        "place_verified": st.sampled_from(Verification),
        "identity_verified": st.sampled_from(Verification),
        "origin_verified": st.sampled_from(Verification),
        "credibility": st.sampled_from(Credibility),
    }
    return made(Evidence, required, optional)


@cache
def assessments(id_: str, size: Size) -> st.SearchStrategy[Assessment]:
    """A judgement, with or without an expert, a likelihood and a confidence."""
    required, optional = _item(id_, size)
    optional |= {
        "expert": one_of_ids(size.parties),
        "affiliation": st.sampled_from(NAMES),
        "basis": st.sampled_from(Basis),
        "rests_on": some(size.bases),
        "likelihood": likelihoods(size),
        "confidence": made(
            StatedConfidence,
            {"level": st.sampled_from(Confidence)},
            {"why": st.sampled_from(TEXTS), "voice": st.sampled_from(Voice)},
        ),
    }
    return made(Assessment, required, optional)


@cache
def options(id_: str, size: Size) -> st.SearchStrategy[Option]:
    """An option with any of its dimensions stated, by one voice or by several."""
    required, optional = _item(id_, size)
    levers = st.lists(_levers(size), min_size=1, max_size=size.levers).map(tuple)
    optional |= {
        "actor": one_of_ids(size.ids("actors")),
        "targets": some(size.ids("actors")),
        "instruments": some(tuple(Instrument)),
        "state": st.sampled_from(OptionState),
        "channel": st.just("by way of the council"),
        "constraints": some(TEXTS),
        "motives": some(TEXTS),
        "precedent": some(TEXTS),
        "leverage": made(Leverage, {}, {each.value: levers for each in Dimension}),
        "rests_on": some(size.bases),
        "likelihood_of_use": likelihoods(size),
        "likelihood_of_effect": likelihoods(size),
    }
    return made(Option, required, optional)


@cache
def _levers(size: Size) -> st.SearchStrategy[Lever]:
    return made(
        Lever,
        {"level": st.sampled_from(Level)},
        {
            "assessor": one_of_ids(size.parties),
            "voice": st.sampled_from(Voice),
            "basis": some(size.bases, 2),
            "wording": st.sampled_from(TEXTS),
            "locator": some(LOCATORS),
        },
    )


@cache
def likelihoods(size: Size) -> st.SearchStrategy[Likelihood]:
    """A likelihood in the words that both scales have."""
    return made(
        Likelihood,
        {"term": st.sampled_from(TERMS_OF_BOTH)},
        {
            "assessor": one_of_ids(size.parties),
            "voice": st.sampled_from(Voice),
            "wording": st.sampled_from(TEXTS),
        },
    )
