"""What ``show --format json`` says of where things come from, and of what rests on them."""

from __future__ import annotations

from brief_tui.analysis.origins import provenance, spread
from brief_tui.analysis.withdrawal import falling_without, resting_on
from brief_tui.model.item import Item
from brief_tui.model.register import Register
from brief_tui.render.provenance import in_words
from brief_tui.render.record import Record


def provenance_record(register: Register, item: Item) -> Record:
    """The voices and the origins behind an item, by id, and how many chains end in nothing."""
    found = provenance(register, item)
    return {
        "voices": list(found.voices),
        "origins": list(found.origins),
        "not_stated": found.not_stated,
        "words": in_words(register, found),
    }


def withdrawal_record(register: Register, id_: str) -> Record:
    """The items that rest on something, and those of them that would, or may, fall without it."""
    found = falling_without(register, id_)
    rests = (each.id for each in resting_on(register, id_) if each.id in register.items)
    return {
        "rests": list(rests),
        "would_fall": [item.id for item in found.falling],
        "may_fall": [item.id for item in found.unsettled],
    }


def resting_record(register: Register, id_: str) -> Record:
    """The same in full: in what way each rests on what, and what becomes of the others."""
    found = falling_without(register, id_)
    return {
        **withdrawal_record(register, id_),
        "keep_an_origin": [item.id for item in found.keeping],
        "had_no_stated_origin": [item.id for item in found.unstated],
        "how": [
            {"id": each.id, "how": each.how.value, "on": each.on}
            for each in resting_on(register, id_)
        ],
    }


def spread_record(register: Register) -> Record:
    """How all items are spread over origins; the items of which each party is the only origin."""
    found = spread(register)
    only: dict[str, list[str]] = {origin: [] for origin, _ in found.only}
    several: list[str] = []
    unstated: list[str] = []
    for item in register.briefing.items():
        origins = provenance(register, item).origins
        (only[origins[0]] if len(origins) == 1 else several if origins else unstated).append(
            item.id
        )
    return {"only_origin_of": only, "several_origins": several, "no_stated_origin": unstated}
