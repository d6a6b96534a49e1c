"""Whole briefings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import is_dataclass, replace
from functools import cache
from itertools import takewhile
from typing import Any

from hypothesis import strategies as st

from brief_tui.load.declaration import fields_of
from brief_tui.model.briefing import Briefing, KeyPoint, NotKnown
from brief_tui.model.dates import When
from brief_tui.model.likelihood import LikelihoodScale
from brief_tui.model.party import Step
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Marking
from tests.strategies.dates import whens
from tests.strategies.figures import measures
from tests.strategies.items import assessments, claims, evidence, options
from tests.strategies.made import (
    COUNTRIES,
    TEXTS,
    Fields,
    Value,
    given_any,
    made,
    mostly,
    one_of_ids,
    some,
)
from tests.strategies.parties import actors, sources
from tests.strategies.size import ITEMS, SMALL, Size
from tests.strategies.weighed import Relating, hypotheses, questions, relations

_SECTIONS: dict[str, Callable[[str, Size], st.SearchStrategy[Any]]] = {
    "sources": sources,
    "actors": actors,
    "measures": measures,
    "claims": claims,
    "evidence": evidence,
    "assessments": assessments,
    "options": options,
    "questions": questions,
    "hypotheses": hypotheses,
}


@cache
def briefings(size: Size = SMALL) -> st.SearchStrategy[Briefing]:
    """Whole briefings, of at most this size."""
    sections: Fields = {
        section: st.tuples(*(mostly(one(id_, size)) for id_ in size.ids(section)))
        for section, one in _SECTIONS.items()
    }
    return st.builds(_briefing, _heads(size), given_any(sections, {}), relations(size))


def _briefing(
    head: dict[str, Any], sections: dict[str, Any], relating: tuple[Relating, ...]
) -> Briefing:
    there: dict[str, Any] = {
        section: tuple(each for each in many if each is not None)
        for section, many in sections.items()
    }
    ids = {each.id for many in there.values() for each in many}
    items = [item.id for section in ITEMS for item in there[section]]
    related = tuple(each.among(items) for each in relating) if len(items) > 1 else ()
    kept = _naming_only(Briefing(**head, **there, relations=related), ids)
    assert isinstance(kept, Briefing)
    return _without_circles(kept)


def _without_circles(briefing: Briefing) -> Briefing:
    """Without the voices of items that have it from others, who have it from them."""
    on = {source.id: source.chain for source in briefing.sources}
    items = {item.id for item in briefing.items()}

    def comes_again(voice: str | None, chain: tuple[Step, ...]) -> bool:
        if voice is None or any(step.who == voice for step in chain):
            return False
        way: list[str] = []
        while chain:
            way += (step.who for step in chain if step.who is not None)
            chain = on.get(chain[-1].who or "", ())
        parties = takewhile(lambda who: who not in items, way)
        return voice in parties

    return replace(
        briefing,
        claims=tuple(
            replace(each, speaker=None) if comes_again(each.speaker, each.chain) else each
            for each in briefing.claims
        ),
        assessments=tuple(
            replace(each, expert=None) if comes_again(each.expert, each.chain) else each
            for each in briefing.assessments
        ),
    )


@cache
def _heads(size: Size) -> st.SearchStrategy[dict[str, Any]]:
    return given_any(
        {"id": st.just("generated"), "title": st.just("Generated")},
        {
            "as_of": whens(),
            "summary": _points(KeyPoint, size.items),
            "countries": some(COUNTRIES),
            "editor": st.just("the desk"),
            "language": st.just("en"),
            "marking": st.sampled_from(Marking),
            "likelihood_scale": st.sampled_from(LikelihoodScale),
            "source": one_of_ids(size.ids("sources")),
            "not_known": _points(NotKnown, size.items),
        },
    )


def _points(
    cls: Callable[..., Value], items: Sequence[str]
) -> st.SearchStrategy[tuple[Value, ...]]:
    one = made(cls, {"text": st.sampled_from(TEXTS)}, {"items": some(items)})
    return st.lists(one, max_size=2).map(tuple)


def _naming_only(value: Any, ids: set[str]) -> Any:
    """A value of the model without what names no id there is; None where it must name one."""
    if isinstance(value, tuple):
        return tuple(kept for each in value if (kept := _naming_only(each, ids)) is not None)
    if not is_dataclass(value) or isinstance(value, type | When):
        return value
    changed: dict[str, Any] = {}
    for field in fields_of(type(value)):
        given = getattr(value, field.name)
        if field.type.refers:
            if given is not None and given not in ids:
                if field.required or isinstance(value, Step):
                    return None
                changed[field.name] = None
        elif field.type.of and field.type.of[0].refers:
            changed[field.name] = tuple(id_ for id_ in given if id_ in ids)
        elif given:
            changed[field.name] = _naming_only(given, ids)
    return replace(value, **changed)


def registers(size: Size = SMALL) -> st.SearchStrategy[Register]:
    """The register of such a briefing; each is fresh, and nothing has been worked out from it."""
    return briefings(size).map(Register.of)
