"""What ties the items and parties of a briefing to each other, one to one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from brief_tui.analysis.leverage import DIMENSIONS
from brief_tui.model.briefing import Relation
from brief_tui.model.chain import speaker_of
from brief_tui.model.item import Assessment, Claim, Option
from brief_tui.model.party import Source
from brief_tui.model.register import Party, Register
from brief_tui.model.vocabulary import ProvenanceStep


class Tie(NamedTuple):
    """What one thing is to another: a relation, which may be read from either end, or in words."""

    words: str = ""
    relation: Relation | None = None


Web = Mapping[str, Mapping[str, None]]
"""Everything with what it is tied to, in the order of the briefing."""


@lru_cache(maxsize=4)
def web_of(register: Register) -> Web:
    """All ties but that of an item to the source that it stands in; relations first.

    What was said after the day that the register is of may be named, but is not there.
    """
    web: dict[str, dict[str, None]] = {id_: {} for id_ in (*register.items, *register.parties)}
    for relation in register.briefing.relations:
        web[relation.from_][relation.to] = None
        web[relation.to][relation.from_] = None
    for id_, near in web.items():
        for other, _ in _named(register, id_):
            if other in web:
                near[other] = None
                web[other][id_] = None
    return web


def standing_in(register: Register, ends: tuple[str, str]) -> Web:
    """What stands in a source that is one of the ends."""
    web: dict[str, dict[str, None]] = {}
    for item in register.briefing.items():
        source = register.source_of(item)
        if source in ends:
            web.setdefault(item.id, {})[source] = None
            web.setdefault(source, {})[item.id] = None
    return web


def ties_between(register: Register, one: str, other: str) -> Iterator[Tie]:
    """Every tie between two things, read from ``one`` on; relations first."""
    for relation in register.relations.get(one, ()):
        if other in (relation.from_, relation.to):
            yield Tie(relation=relation)
    for id_, (forward, _) in _named(register, one, whole=True):
        if id_ == other:
            yield Tie(forward)
    for id_, (_, backward) in _named(register, other, whole=True):
        if id_ == one:
            yield Tie(backward)


_Named = tuple[str, tuple[str, str]]
"""The id that something names; what it is to that, and what that is to it."""


def _named(register: Register, id_: str, *, whole: bool = False) -> Iterator[_Named]:
    """All that an item or party names, with ``whole`` the source that an item stands in, too."""
    item = register.items.get(id_)
    if item is None:
        yield from _named_by_party(register.parties[id_])
        return
    if isinstance(item, Claim) and item.speaker is not None:
        yield item.speaker, ("is said by", "says")
    if isinstance(item, Assessment | Option):
        yield from _named_by_judgement(item)
    voice = speaker_of(item)
    for number, step in enumerate(item.chain, 1):
        if step.who is not None and step.who != voice:
            ends = number == len(item.chain) and not _goes_on(register, step.who)
            yield step.who, (_COMES[step.how], "is the origin of" if ends else "relays")
    source = register.source_of(item) if whole else None
    if source is not None:
        yield source, ("stands in", "holds")


def _named_by_judgement(item: Assessment | Option) -> Iterator[_Named]:
    for id_ in item.rests_on:
        yield id_, ("rests on", "is a basis of")
    if isinstance(item, Assessment):
        if item.expert is not None:
            yield item.expert, ("is the judgement of", "judges")
        return
    if item.actor is not None:
        yield item.actor, ("could be done by", "could do")
    for target in item.targets:
        yield target, ("would work on", "is the target of")
    for dimension in DIMENSIONS:
        for lever in item.leverage.on(dimension):
            for id_ in lever.basis:
                yield id_, _CARRIES[dimension]
            if lever.assessor is not None:
                yield lever.assessor, _JUDGES[dimension]


def _named_by_party(party: Party) -> Iterator[_Named]:
    if isinstance(party, Source):
        for step in party.chain:
            if step.who is not None:
                yield step.who, ("draws on", "is drawn on by")
        return
    if party.affiliation is not None:
        yield party.affiliation, ("belongs to", "includes")
    for member in party.members:
        yield member, ("has as a member", "is a member of")


def _goes_on(register: Register, who: str) -> bool:
    """Whether a chain that leads to ``who`` leads further."""
    item, party = register.items.get(who), register.parties.get(who)
    if item is not None:
        return bool(item.chain) or speaker_of(item) is not None
    return isinstance(party, Source) and bool(party.chain)


_COMES: Mapping[ProvenanceStep, str] = {
    ProvenanceStep.ATTRIBUTED_TO: "is attributed to",
    ProvenanceStep.QUOTED_FROM: "is quoted from",
    ProvenanceStep.PRIMARY_SOURCE: "has as its primary source",
    ProvenanceStep.DERIVED_FROM: "is derived from",
    ProvenanceStep.REVISION_OF: "is a revision of",
}

_CARRIES = {
    each: (f"rests for its {each.label} on", f"is a basis of the {each.label} of")
    for each in DIMENSIONS
}
_JUDGES = {
    each: (f"has its {each.label} judged by", f"judges the {each.label} of") for each in DIMENSIONS
}
