"""Where items stand to each other, as records of the JSON that ``show`` prints."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from brief_tui.analysis.dependants import hanging, points_on
from brief_tui.analysis.disagreements import (
    Contested,
    Differing,
    Disagreement,
    Kind,
    among,
    disagreements,
)
from brief_tui.analysis.paths import Ways
from brief_tui.analysis.stance import changed_by, second_hand, stance
from brief_tui.model.briefing import Relation
from brief_tui.model.item import Item
from brief_tui.model.register import Register
from brief_tui.render.paths import tie_in_words
from brief_tui.render.record import Record, record


def stands(register: Register, item: Item) -> Record:
    """Who stands with an item, who against it, what has changed, and what it does to others.

    ``id`` is the other end's; of a change, ``came`` says whether the other end is what was said
    ``before`` or what was said ``since``.
    """
    found = stance(register, item)
    return {
        "with": [_towards(each) for each in found.with_],
        "qualified_by": [_towards(each) for each in found.qualified_by],
        "against": [_towards(each) for each in found.against],
        "changed": [_changed(register, item, each) for each in found.changed],
        "does": [_relation(each, each.to) for each in found.does],
    }


def beyond(register: Register, item: Item) -> Record:
    """What bears on an item at second hand, ``via`` whom, and all that hangs on it."""
    return {
        "at_second_hand": [
            {**_towards(each.relation), "via": each.via.from_, "which": each.via.verb.value}
            for each in second_hand(register, item)
        ],
        "hanging_on_it": {
            "items": [other.id for other in hanging(register, (item.id,))],
            "key_points": [point.text for point in points_on(register, (item.id,))],
        },
    }


def _towards(relation: Relation) -> Record:
    return _relation(relation, relation.from_)


def _changed(register: Register, item: Item, relation: Relation) -> Record:
    later = relation.from_ == item.id
    return {
        **_relation(relation, relation.to if later else relation.from_),
        "came": "before" if later else "since",
        "same_author": changed_by(register, relation) is not None,
    }


def _relation(relation: Relation, other: str) -> Record:
    return {
        "id": other,
        "verb": relation.verb.value,
        "warrant": relation.warrant.value,
        "note": relation.note,
        "locator": list(relation.locator),
    }


_KINDS = {
    Kind.DISAGREEMENT: "disagreement",
    Kind.QUALIFICATION: "qualification",
    Kind.CHANGED_VIEW: "changed-view",
}


def all_disagreements(register: Register, left: Collection[str] | None) -> list[Record]:
    """Every disagreement and tension with a side in ``left``, in the order of the overview."""
    found: Iterable[Disagreement] = disagreements(register)
    if left is not None:
        found = among(disagreements(register), left)
    return [_disagreement(each) for each in found]


def _disagreement(each: Disagreement) -> Record:
    weight: Record = {"items": each.weight.items, "key_points": each.weight.points}
    found: Record = {"kind": _KINDS[each.kind], "sides": list(each.sides)}
    if isinstance(each.about, Contested):
        found |= {
            "verb": "contested",
            "dimension": each.about.dimension.value,
            "voices": [record(lever) for lever in each.about.levers],
        }
    elif isinstance(each.about, Differing):
        readings = (each.about.difference.lower, each.about.difference.higher)
        lower, higher = ([count.key for count in reading.counts] for reading in readings)
        found |= {
            "verb": "differ",
            "measure": each.about.measure.id,
            "lower": lower,
            "higher": higher,
        }
    else:
        relation = _relation(each.about, each.about.to)
        found |= {key: value for key, value in relation.items() if key != "id"}
    return {**found, "hanging_on_it": weight}


def ways(start: str, end: str, found: Ways) -> Record:
    """The ways from one id to another; ``more`` says whether there are others as allowed."""
    return {
        "from": start,
        "to": end,
        "ways": [
            [
                {
                    "from": step.start,
                    "to": step.end,
                    "ties": [
                        {
                            "words": tie_in_words(step, tie),
                            "relation": record(tie.relation) if tie.relation else None,
                        }
                        for tie in step.ties
                    ],
                }
                for step in way
            ]
            for way in found.found
        ],
        "more": found.more,
    }
