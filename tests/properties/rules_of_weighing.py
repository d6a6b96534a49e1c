"""Rules for the numbers of what is weighed: options, their order, hypotheses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief_tui.analysis.dominance import members
from brief_tui.analysis.hypotheses import matrices
from brief_tui.analysis.leverage import DIMENSIONS
from brief_tui.analysis.origins import way_of
from brief_tui.model.hypothesis import Hypothesis
from brief_tui.model.item import Option
from brief_tui.model.vocabulary import Consistency
from tests.properties.traced import Numbers, Rules, Spot, adding_to

RULES: Rules = []

_rule = adding_to(RULES)


@_rule(r"^(?:OPTIONS|LEVERAGE)\|.*?(\d+) of (\d+) stated$")
def _coverage(spot: Spot) -> Numbers:
    ids = [id_ for id_ in spot.listed if id_ in spot.register.items] or [spot.id_]
    return covered([spot.option(id_) for id_ in dict.fromkeys(ids)])


def covered(options: Sequence[Option]) -> tuple[int, int]:
    """How many cells of these options are stated, and how many there are."""
    stated = [each for option in options for each in DIMENSIONS if option.leverage.on(each)]
    return len(stated), len(options) * len(DIMENSIONS)


@_rule(r"(\d+) options, (\d+) of (\d+) pairs? ordered$")
def _pairs(spot: Spot) -> Numbers:
    group, order = spot.ordered
    if spot.shown.kind == "rank":
        below = [each.link for each in spot.below if each.link]
        assert {option.id for option in group.options} == set(below), "all are linked to"
    count = len(group.options)
    ordered = [
        (one, other) for one in range(count) for other in range(count) if order.outranks(one, other)
    ]
    return count, len(ordered), count * (count - 1) // 2


@_rule(r"^(\d+) \|")
def _level(spot: Spot) -> Numbers:
    group, order = spot.ordered
    (place,) = (n for n, each in enumerate(group.options) if each.id == spot.line.link)
    (level,) = (n for n, each in enumerate(order.levels(), 1) if place in each)
    return (level,)


@_rule(r"on (\d+) of (\d+) dimensions: ")
def _dimensions(spot: Spot) -> set[Numbers]:
    """Of those that count, how many are stated of the option that is outranked."""
    group, order = spot.ordered
    stated = (
        sum(each >= 0 for each in order.strengths[other])
        for one in range(len(group.options))
        for other in members(order.below[one])
        if spot.line.link in (group.options[one].id, group.options[other].id)
    )
    return {(each, len(order.dimensions)) for each in stated}


@_rule(r"outranks (\d+) options: Enter lists them")
def _outranked(spot: Spot) -> Numbers:
    group, order = spot.ordered
    (place,) = (n for n, each in enumerate(group.options) if each.id == spot.line.link)
    return (len(list(members(order.below[place]))),)


@_rule(r"and by way of (?:it|these) (\d+) more")
def _outranked_further(spot: Spot) -> Numbers:
    group, order = spot.ordered
    above = next(each.link for each in spot.lines[spot.at :: -1] if each.link)
    (place,) = (n for n, each in enumerate(group.options) if each.id == above)
    direct = set(members(order.directly_below(place)))
    return (len(set(members(order.below[place])) - direct),)


@_rule(r"ordered with none of (\d+) that it shares a dimension with")
def _shared(spot: Spot) -> Numbers:
    group, order = spot.ordered
    (own,) = (n for n, each in enumerate(group.options) if each.id == spot.line.link)
    silent = -1
    sharing = [
        other
        for other in range(len(group.options))
        if other != own
        and any(
            silent not in pair
            for pair in zip(order.strengths[own], order.strengths[other], strict=True)
        )
    ]
    return (len(sharing),)


@_rule(r"WHAT IF: (\d+) cells? yours")
def _own_cells(spot: Spot) -> Numbers:
    assert spot.shown.weighed is not None
    return (len(spot.shown.weighed.scratch.filled),)


def _hypothesis(spot: Spot) -> Hypothesis:
    """The hypothesis that was named last, by the id behind its text."""
    named = (re.search(r" \[(\S+)\]$", each.text) for each in spot.lines[spot.at :: -1])
    id_ = next(found[1] for found in named if found)
    return next(each for each in spot.register.briefing.hypotheses if each.id == id_)


def _marked(spot: Spot, hypothesis: Hypothesis, mark: Consistency) -> list[str]:
    return [
        each.item
        for each in hypothesis.marks
        if each.mark is mark and each.item in spot.register.items
    ]


@_rule(
    r"(\d+) of (\d+) against(?:, (\d+) not marked)?(?: · (\d+) fit)?(?: · (\d+) not applicable)?$"
)
def _against(spot: Spot) -> Numbers:
    hypothesis = _hypothesis(spot)
    every = {
        each.item
        for other in spot.register.briefing.hypotheses
        if other.question == hypothesis.question
        for each in other.marks
    } & spot.register.items.keys()
    against, fit, neither = (
        _marked(spot, hypothesis, mark)
        for mark in (
            Consistency.INCONSISTENT,
            Consistency.CONSISTENT,
            Consistency.NOT_APPLICABLE,
        )
    )
    unmarked = every - {*against, *fit, *neither}
    return len(against), len(every), len(unmarked), len(fit), len(neither)


@_rule(r"^\|against it: (\d+) origins?(?:, (\d+) with none stated)?")
def _origins_against(spot: Spot) -> Numbers:
    items = _marked(spot, _hypothesis(spot), Consistency.INCONSISTENT)
    ways = [way_of(spot.register, spot.register.items[id_]) for id_ in items]
    origins = [way.origin for way in ways]
    return len(set(origins) - {None}), origins.count(None)


@_rule(r"^(?:THE MATRIX|THE EDITOR'S MARKS)\|(?:(\d+) of )?(\d+) items?(?: shown| in all)?$")
def _marked_items(spot: Spot) -> Numbers:
    linked = {each.link for each in spot.lines} & spot.register.items.keys()
    if spot.line.lead == "THE MATRIX":
        rows = {each.link for each in spot.below if each.link}
        question = next(
            each.text for each in spot.lines[spot.at :: -1] if each.lead == "THE QUESTION"
        )
        return len(rows), len(matrices(spot.register)[question].bearings)
    matrix = next(
        each
        for each in matrices(spot.register).values()
        if any(line.text == each.question.text for line in spot.lines)
        and any(bearing.item.id in linked for bearing in each.bearings)
    )
    return len(matrix.bearings), len(matrix.bearings)


@_rule(r" (\d+) hypothes[ei]s, marked by the editor")
def _answers(spot: Spot) -> set[Numbers]:
    briefing = spot.register.briefing
    return {
        (sum(each.question == question.id for each in briefing.hypotheses),)
        for question in briefing.questions
        if spot.line.text.startswith(question.text)
    }
