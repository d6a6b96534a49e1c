"""Figures as the JSON that ``show`` prints: each with its bounds, each measure with what differs.

A row is one figure of one item; ``key`` tells it from all others and is what the measures name it
by. ``low`` and ``high`` bound it; null where it is open, or given in words only.
"""

from __future__ import annotations

from brief_tui.analysis.differences import Difference, Reading, differences
from brief_tui.analysis.figures import Count, Series, series
from brief_tui.analysis.look_alikes import LookAlike, look_alikes
from brief_tui.model.register import Register
from brief_tui.render.counts import difference_in_words
from brief_tui.render.record import Record, as_written, record


def figure_record(count: Count) -> Record:
    """One figure of one item."""
    return {
        "key": count.key,
        "item": count.item.id,
        "number": count.number,
        "figure": record(count.figure),
        "measure": count.measure.id if count.measure else None,
        "unit": count.unit,
        "speaker": count.speaker,
        "said": count.said.text if count.said else None,
        "as_of": count.as_of.text if count.as_of else None,
        "low": as_written(count.low),
        "high": as_written(count.high),
    }


def measure_records(register: Register) -> list[Record]:
    """What each measure's figures have between them; a measure in two units is there twice.

    The axis, the differences and the look-alikes are those of all its figures, whatever a filter
    leaves of them.
    """
    return [_series(register, each) for each in series(register) if each.measure]


def _series(register: Register, one: Series) -> Record:
    assert one.measure is not None
    return {
        "measure": one.measure.id,
        "unit": one.unit,
        "figures": [count.key for count in one.counts],
        "axis": [as_written(one.axis.low), as_written(one.axis.high)] if one.axis else None,
        "differences": [_difference(register, each) for each in differences(one.counts)],
        "look_alikes": [_look_alike(each) for each in look_alikes(register, one)],
    }


def _difference(register: Register, difference: Difference) -> Record:
    return {
        "lower": _keys(difference.lower),
        "higher": _keys(difference.higher),
        "least": as_written(difference.least),
        "most": as_written(difference.most),
        "approximate": difference.is_approximate,
        "words": "".join(span.text for span in difference_in_words(register, difference)),
    }


def _keys(reading: Reading) -> list[str]:
    return [count.key for count in reading.counts]


def _look_alike(other: LookAlike) -> Record:
    one = other.series
    return {
        "measure": one.measure.id if one.measure else None,
        "unit": one.unit,
        "same_numbers": [as_written(each) for each in other.same_numbers],
    }
