"""The matrix and the order of options as records."""

from __future__ import annotations

from collections.abc import Iterator

from brief_tui.analysis.dominance import Options, Order
from brief_tui.analysis.leverage import coverage
from brief_tui.analysis.matrix import Group, Weighing
from brief_tui.analysis.pair import Pair, Reason, pair_of
from brief_tui.analysis.scratch import Scratch
from brief_tui.analysis.tornado import Opening, blocking_cells, one_step_changes
from brief_tui.model.item import Option
from brief_tui.model.vocabulary import Dimension, Level
from brief_tui.render.pair import why
from brief_tui.render.record import Record, record
from brief_tui.render.supposed import NOT_THE_BRIEFINGS, supposed


def weighing_record(weighing: Weighing) -> Record:
    """All options by dimension, their order, and what one cell could change.

    A level that is null is not stated; one that is ``own`` was supposed by whoever asked.
    """
    orders = weighing.orders()
    return {
        "scratch": _scratch(weighing.scratch),
        "arranged_by": weighing.arrangement.value,
        "hidden_options": weighing.hidden,
        "coverage": _coverage(weighing.options),
        "matrix": [
            {
                "party": group.party,
                "coverage": _coverage(group.options),
                "options": [_row(option, weighing.scratch) for option in group.options],
            }
            for group, _ in orders
        ],
        "order": [_order(group, order) for group, order in orders],
    }


def _scratch(scratch: Scratch) -> Record | None:
    if not scratch:
        return None
    return {
        "words": f"{supposed(scratch)}: {NOT_THE_BRIEFINGS}",
        "cells": [
            {"option": id_, "dimension": dimension.value, "level": level.value}
            for (id_, dimension), level in scratch.filled.items()
        ],
        "set_aside": [each.value for each in scratch.ordered_aside],
    }


def _coverage(options: tuple[Option, ...]) -> Record:
    cover = coverage(options)
    return {"stated": cover.stated, "cells": cover.cells}


def _row(option: Option, scratch: Scratch) -> Record:
    return {
        "option": option.id,
        "cells": {each.value: _cell(option, each, scratch) for each in Dimension},
    }


def _cell(option: Option, dimension: Dimension, scratch: Scratch) -> Record:
    own = scratch.own(option, dimension)
    return {
        "level": _level(scratch.level(option, dimension)),
        "own": own is not None,
        "voices": [record(lever) for lever in option.leverage.on(dimension)],
    }


def _level(level: Level | None) -> str | None:
    return level.value if level else None


def _order(group: Group, order: Order | None) -> Record:
    if order is None:
        return {"party": group.party, "weighed": False}
    silent = [
        option.id
        for option in order.options
        if all(order.scratch.level(option, each) is None for each in order.dimensions)
    ]
    pairs = list(_pairs(order))
    return {
        "party": group.party,
        "weighed": True,
        "levels": [[order.options[place].id for place in level] for level in order.levels()],
        "outranks": [
            {"option": pair.one.id, "other": pair.other.id, **_grounds(pair, order.scratch)}
            for pair in pairs
            if pair.reason is None
        ],
        "not_comparable": [
            {"options": [pair.one.id, pair.other.id], **_reason(pair, pair.reason, order.scratch)}
            for pair in pairs
            if pair.reason is not None
        ],
        "nothing_stated": silent,
        "one_step": [
            {
                "option": change.option.id,
                "dimension": change.dimension.value,
                "from": change.before.value,
                "to": change.after.value,
                "own": change.own,
                "outranks": _ids(order, change.outranks),
                "no_longer_outranks": _ids(order, change.no_longer_outranks),
                "outranked_by": _ids(order, change.outranked_by),
                "no_longer_outranked_by": _ids(order, change.no_longer_outranked_by),
            }
            for change in one_step_changes(order)
        ],
        "in_the_way": [
            {
                "option": cell.option.id,
                "dimension": cell.dimension.value,
                "would_outrank": [_opening(order, each) for each in cell.outranks],
                "would_be_outranked_by": [_opening(order, each) for each in cell.outranked_by],
            }
            for cell in blocking_cells(order)
        ],
    }


def _pairs(order: Order) -> Iterator[Pair]:
    """Every pair of which both state something, the stronger first where they are ordered."""
    speaking = [
        option
        for option in order.options
        if any(order.scratch.level(option, each) is not None for each in order.dimensions)
    ]
    for place, one in enumerate(speaking):
        for other in speaking[place + 1 :]:
            pair = pair_of(one, other, order.scratch)
            yield pair.turned if pair.turned.outranks else pair


def _grounds(pair: Pair, scratch: Scratch) -> Record:
    return {
        "stronger_on": {
            each.dimension.value: [_level(each.one), _level(each.other)] for each in pair.stronger
        },
        "equal_on": [each.dimension.value for each in pair.equal],
        "of_dimensions": len(pair.levels),
        "why": why(pair, scratch),
    }


def _reason(pair: Pair, reason: Reason, scratch: Scratch) -> Record:
    return {"reason": reason.value, "why": why(pair, scratch)}


def _ids(order: Order, options: Options) -> list[str]:
    return [option.id for option in order.named(options)]


def _opening(order: Order, opening: Opening) -> Record:
    return {"from_level": opening.level.value, "options": _ids(order, opening.options)}
