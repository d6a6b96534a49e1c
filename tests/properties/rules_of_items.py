"""Rules for the numbers that count items: entries, origins, relations, rows, ways."""

from __future__ import annotations

import re
from collections.abc import Iterable

from brief_tui.analysis.dependants import hanging, points_on
from brief_tui.analysis.disagreements import Disagreement, among, disagreements
from brief_tui.analysis.leverage import DIMENSIONS
from brief_tui.analysis.origins import confirmers, provenance, way_of
from brief_tui.analysis.withdrawal import resting_on
from brief_tui.library.row import Row
from brief_tui.model.item import Item, Option
from brief_tui.model.section import Section
from brief_tui.model.vocabulary import Verb
from tests.properties.rules_of_weighing import covered
from tests.properties.traced import Numbers, Rules, Spot, adding_to, ordinal

RULES: Rules = []

_rule = adding_to(RULES)


@_rule(r"^(?:Claims|Assessments|Options|Leverage|Sources|Item) (\d+)\|")
def _entry(spot: Spot) -> Numbers:
    assert spot.line.text in {*spot.register.items, *spot.register.parties}
    return (ordinal(spot, rf"^{spot.line.lead.split()[0]} \d+$"),)


@_rule(r"^ *(\d+)  (?:› )?\|")
def _numbered(spot: Spot) -> Numbers:
    if spot.heading.lead == "ORIGINS":
        return (_items_of_origin(spot),)
    return (ordinal(spot, r"^ *\d+  (?:› )?$"),)


@_rule(r"^\| *(\d+)  ")
def _drawn(spot: Spot) -> Numbers:
    assert spot.line.link in spot.register.items
    start = next(n for n in range(spot.at, -1, -1) if spot.lines[n].is_heading)
    rows = [each for each in spot.lines[start : spot.at + 1] if re.match(" *[0-9]+  ", each.text)]
    return (len(rows),)


def _items_of_origin(spot: Spot) -> int:
    found = [provenance(spot.register, item).origins for item in spot.register.items.values()]
    if spot.line.link:
        return found.count((spot.line.link,))
    if "another origin as" in spot.line.text:
        start = next(n for n in range(spot.at, -1, -1) if spot.lines[n].is_heading)
        named = {line.link for line in spot.lines[start : spot.at]}
        return sum(len(origins) == 1 and origins[0] not in named for origins in found)
    several = "two origins or more" in spot.line.text
    return sum(len(origins) > 1 if several else not origins for origins in found)


@_rule(r"^ORIGINS\|(\d+) behind (\d+) of (\d+) items$")
def _spread(spot: Spot) -> Numbers:
    found = [provenance(spot.register, item).origins for item in spot.register.items.values()]
    every = {origin for origins in found for origin in origins}
    return len(every), sum(map(bool, found)), len(found)


_VOICED = r"(?:(\d+) voices?)?.*?(?:(\d+) origins?)?(?:.* (\d+) chains? whose.*)?$"
"""How many voices, how many origins, and how many chains that end in none."""


def _behind(spot: Spot, items: Iterable[Item]) -> Numbers:
    ways = [way_of(spot.register, each) for each in items]
    voices = {voice for way in ways for voice in way.voices}
    origins = {way.origin for way in ways} - {None}
    return len(voices), len(origins), sum(way.origin is None for way in ways)


@_rule(rf"^CHAIN\|{_VOICED}")
def _chain(spot: Spot) -> Numbers:
    item = spot.register.items[spot.id_]
    linked = {each.link for each in spot.below}
    others = confirmers(spot.register, item)
    assert {each.id for each in others} <= linked, "what confirms it is linked to"
    assert set(way_of(spot.register, item).voices) <= linked, "who voices it is linked to"
    return _behind(spot, (item, *others))


@_rule(rf"^\|(?=\d+ voice){_VOICED}")
def _own_chain(spot: Spot) -> Numbers:
    item = spot.register.items[spot.id_]
    return _behind(spot, (item, *confirmers(spot.register, item)))


@_rule(rf"^\|together {_VOICED}")
def _together(spot: Spot) -> Numbers:
    return _behind(spot, (spot.register.items[id_] for id_ in dict.fromkeys(spot.listed)))


def _resting(spot: Spot) -> set[str]:
    found = {each.id for each in resting_on(spot.register, spot.id_)}
    return found & spot.register.items.keys()


@_rule(r"^RESTS ON IT\|(\d+) items?(?:, (\d+) directly)?$")
def _rests(spot: Spot) -> Numbers:
    ids = _resting(spot)
    end = next(
        (n for n, each in enumerate(spot.lines) if n > spot.at and each.text in spot.register.items
         and each.is_heading),
        len(spot.lines),
    )  # fmt: skip
    assert ids <= {each.link for each in spot.lines[spot.at : end]}, "all of them are linked to"
    directly = {each.id for each in resting_on(spot.register, spot.id_) if each.on == spot.id_}
    return len(ids), len(directly & ids)


@_rule(r"^[A-Z ]*(?:WITHOUT IT|ORIGIN BEFORE)\|(\d+) of (\d+)$")
def _fate(spot: Spot) -> Numbers:
    total = len(_resting(spot))
    every = any(each.text == "all of them" for each in spot.below)
    return total if every else len(set(spot.listed)), total


@_rule(
    r"^\|(?:said by|goes back to|relayed by|confirmed by|.*rests on|stands in|draws on) it · (\d+)$"
)
def _in_this_way(spot: Spot) -> Numbers:
    how = spot.line.text.rpartition(" · ")[0]
    found = [
        each.id
        for each in resting_on(spot.register, spot.id_)
        if each.on == spot.id_ and each.how.value == how
    ]
    assert set(found) <= {each.link for each in spot.below}
    return (len(found),)


@_rule(r"· (\d+) items? by way of it$")
def _by_way_of(spot: Spot) -> Numbers:
    resting = resting_on(spot.register, spot.id_)
    return (sum(each.on == spot.line.link for each in resting),)


@_rule(r"not counted: (\d+) items? that it only supports")
def _only_supported(spot: Spot) -> Numbers:
    own = spot.register.relations.get(spot.id_, ())
    supported = {each.to for each in own if each.verb is Verb.SUPPORTS and each.from_ == spot.id_}
    return (len(supported - _resting(spot) - {spot.id_}),)


_LISTS = (
    *("STANDS WITH", "STANDS AGAINST", "QUALIFIED BY", "CHANGED SINCE", "CHANGED BEFORE"),
    *("WHAT IT DOES TO OTHERS", "OPTIONS ON IT", "DRAWN ON BY"),
    *("OUTRANKS", "OUTRANKED BY", "NOT COMPARABLE WITH"),
    *("WHAT ONE STEP OF ONE CELL WOULD CHANGE", "CELLS NOT STATED THAT ALONE STAND IN THE WAY"),
)


@_rule(rf"^(?:{'|'.join(_LISTS)})\|(\d+)$")
def _all_listed(spot: Spot) -> Numbers:
    return (len(spot.listed),)


@_rule(r"^AT SECOND HAND\|(\d+)$")
def _second_hand(spot: Spot) -> Numbers:
    assert len(spot.listed) % 2 == 0, "each with the item that it comes by way of"
    return (len(spot.listed) // 2,)


@_rule(r"^HANGS ON IT\|(\d+)$")
def _hanging(spot: Spot) -> Numbers:
    points = [each for each in spot.below if each.text.startswith("key point ")]
    return (len(spot.listed) + len(points),)


@_rule(r"^(?:DISAGREEMENTS|TENSIONS|DISAGREEMENTS AND TENSIONS)\|(\d+)(?: of (\d+))?$")
def _disagreements(spot: Spot) -> Numbers:
    numbered = [each for each in spot.below if re.match(" *[0-9]+  › $", each.lead)]
    left = _left(spot)
    every = [each.kind.is_tension for each in disagreements(spot.register)]
    total = {"DISAGREEMENTS": every.count(False), "TENSIONS": every.count(True)}
    cut = any("the heaviest of" in each.text for each in spot.below)
    shown = len(left) if cut else len(numbered)
    return shown, total.get(spot.line.lead, len(every))


@_rule(r"^\|(\d+) of (\d+): the heaviest of disagreements")
def _heaviest(spot: Spot) -> Numbers:
    start = next(n for n in range(spot.at, -1, -1) if spot.lines[n].is_heading)
    above = spot.lines[start : spot.at]
    numbered = [each for each in above if re.match(" *[0-9]+  › $", each.lead)]
    return len(numbered), len(_left(spot))


def _left(spot: Spot) -> tuple[Disagreement, ...]:
    """The disagreements and tensions that the filter leaves."""
    every, left = disagreements(spot.register), spot.volume.items_left(spot.filter)
    return every if left is None else among(every, left)


@_rule(r"· (?:(\d+) items?)?(?:, )?(?:(\d+) key points?)? hangs? on it$")
def _weight(spot: Spot) -> Numbers:
    sides = [each.link for each in spot.lines[spot.at - 1 : spot.at + 2 : 2]]
    if "is contested" in spot.line.text:
        sides = sides[:1]
    register = spot.register
    return len(hanging(register, sides)), len(points_on(register, sides))


@_rule(r"is contested · (\d+) voices")
def _voices(spot: Spot) -> Numbers:
    option = spot.option(spot.lines[spot.at - 1].link)
    label = spot.line.text.partition(" is contested")[0]
    (dimension,) = (each for each in DIMENSIONS if each.label == label)
    return (len(option.leverage.on(dimension)),)


@_rule(
    rf"^(?:{'|'.join(section.title for section in Section)})\| *(\d+)(?: of (\d+))?  "
    r"[a-z -]+(?:, (\d+)(?: of (\d+))? options? (?:names? no|without) actor)?"
    r"(?: · (\d+) of (\d+) cells stated)?$"
)
def _rows(spot: Spot) -> Numbers:
    (section,) = (each for each in Section if each.title == spot.line.lead)
    left = spot.volume.select(section, spot.filter).rows
    options = spot.volume.select(Section.OPTIONS, spot.filter).rows
    cells = covered([spot.option(row.target) for row in options])
    every = spot.volume.rows(section)
    if section is not Section.LEVERAGE:
        return len(left), len(every), 0, 0, *cells
    without = [_without_actor(rows) for rows in (left, every)]
    return len(left) - without[0], len(every) - without[1], *without, *cells


def _without_actor(rows: Iterable[Row]) -> int:
    return sum(isinstance(row.subject, Option) and row.subject.actor is None for row in rows)


@_rule(r"^(?:KEY POINTS|NOT KNOWN)\|(\d+) of (\d+)$")
def _points(spot: Spot) -> Numbers:
    briefing = spot.register.briefing
    total = briefing.summary if spot.line.lead == "KEY POINTS" else briefing.not_known
    entries = [each for each in spot.below if re.match(r" *(?:[0-9]+| ·)  $", each.lead)]
    return len(entries), len(total)


@_rule(r"^WAY (\d+) OF (\d+)\|(\d+) steps?$")
def _way(spot: Spot) -> Numbers:
    ways = [each for each in spot.lines if each.lead.startswith("WAY ")]
    return ordinal(spot, "^WAY "), len(ways), len(spot.listed) - 1


@_rule(r"^\|The (\d+) shortest of more\.$")
def _shortest(spot: Spot) -> Numbers:
    return (sum(each.lead.startswith("WAY ") for each in spot.lines),)
