"""Who stands with an item and who against it, on whose word, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from brief_tui.analysis.dependants import CARRYING
from brief_tui.model.briefing import Relation
from brief_tui.model.chain import speaker_of
from brief_tui.model.item import Item
from brief_tui.model.register import Register
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import Verb, Warrant


class Side(Enum):
    """Where one item stands by what it does to another."""

    WITH = "with"
    QUALIFYING = "qualifying"
    AGAINST = "against"
    CHANGING = "changing"


SIDES: Mapping[Verb, Side] = {
    Verb.SUPPORTS: Side.WITH,
    Verb.CONFIRMS: Side.WITH,
    Verb.QUALIFIES: Side.QUALIFYING,
    Verb.DISPUTES: Side.AGAINST,
    Verb.REFUTES: Side.AGAINST,
    Verb.CORRECTS: Side.AGAINST,
    Verb.UNDERCUTS: Side.AGAINST,
    Verb.UPDATES: Side.CHANGING,
}
"""What every verb makes of the item that it comes from."""


@dataclass(frozen=True, slots=True)
class Stance:
    """The relations of one item, those that the source states before those that are inferred.

    Attributes:
        with_: what supports or confirms it.
        qualified_by: what qualifies it.
        against: what disputes, refutes, corrects or undercuts it.
        changed: what updates it, and what it updates itself.
        does: all else that it does to others, or to itself.
    """

    with_: tuple[Relation, ...]
    qualified_by: tuple[Relation, ...]
    against: tuple[Relation, ...]
    changed: tuple[Relation, ...]
    does: tuple[Relation, ...]


def stance(register: Register, item: Item) -> Stance:
    """Sort the relations of ``item``. What it does to itself says nothing of where others stand."""
    towards: dict[Side, list[Relation]] = {side: [] for side in Side}
    does: list[Relation] = []
    for relation in stated_first(register.relations.get(item.id, ())):
        side = SIDES[relation.verb]
        outgoing = relation.from_ == item.id
        if outgoing and (side is not Side.CHANGING or relation.to == item.id):
            does.append(relation)
        else:
            towards[side].append(relation)
    return Stance(
        tuple(towards[Side.WITH]),
        tuple(towards[Side.QUALIFYING]),
        tuple(towards[Side.AGAINST]),
        tuple(towards[Side.CHANGING]),
        tuple(does),
    )


def stated_first(relations: Iterable[Relation]) -> list[Relation]:
    """Relations that the source states before those that the editor infers."""
    return sorted(relations, key=lambda relation: relation.warrant is not Warrant.STATED)


def changed_by(register: Register, relation: Relation) -> str | None:
    """Who gave up what is updated for what updates it; None where the two are not one voice."""
    later, earlier = register.items.get(relation.from_), register.items.get(relation.to)
    if relation.verb is not Verb.UPDATES or later is None or earlier is None or later is earlier:
        return None
    author = speaker_of(later)
    return author if author is not None and author == speaker_of(earlier) else None


@dataclass(frozen=True, slots=True)
class SecondHand:
    """What one item does to another that stands with a third: ``via`` is the relation between."""

    relation: Relation
    via: Relation


def second_hand(register: Register, item: Item) -> tuple[SecondHand, ...]:
    """What stands with, qualifies or is against what stands with ``item``, one step away.

    What bears on the item itself as well is left out, since it is said there.
    """
    own = register.relations.get(item.id, ())
    direct = {relation.from_ for relation in own if relation.to == item.id} | {item.id}
    return tuple(
        SecondHand(relation, via)
        for via in stated_first(own)
        if via.to == item.id and via.from_ != item.id and via.verb in CARRYING
        for relation in stated_first(register.relations.get(via.from_, ()))
        if relation.to == via.from_ and relation.from_ not in direct
    )
