"""Competing hypotheses as records: every count is given by the ids behind it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from brief_tui.analysis.hypotheses import Bearing, Contender, Matrix, who_is_against
from brief_tui.model.hypothesis import Hypothesis
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Voice
from brief_tui.render.record import Record, record


def hypothesis_record(hypothesis: Hypothesis, later: Set[str]) -> Record:
    """A hypothesis as it is written, but for its marks on items that were said ``later``."""
    marks = tuple(mark for mark in hypothesis.marks if mark.item not in later)
    return record(replace(hypothesis, marks=marks))


def matrix_record(register: Register, matrix: Matrix) -> Record:
    """The hypotheses of a question, the one with the fewest inconsistent items first."""
    items = [bearing.item.id for bearing in matrix.bearings]
    return {
        "question": matrix.question.id,
        "voice": Voice.EDITOR.value,
        "items": items,
        "hypotheses": [_contender(register, each, items) for each in matrix.contenders],
    }


def _contender(register: Register, contender: Contender, items: list[str]) -> Record:
    marked = {mark.item for mark in contender.hypothesis.marks}
    return {
        "id": contender.hypothesis.id,
        "letter": contender.letter,
        "inconsistent": list(contender.inconsistent),
        "consistent": list(contender.consistent),
        "not_applicable": list(contender.not_applicable),
        "not_marked": [item for item in items if item not in marked],
        "origins_against": list(who_is_against(register, contender).origins),
    }


def bearing_record(bearing: Bearing) -> Record:
    """One item with its mark for each hypothesis, and whether it tells hypotheses apart."""
    return {
        "question": bearing.question.id,
        "item": bearing.item.id,
        "voice": Voice.EDITOR.value,
        "marks": {
            id_: {key: value for key, value in record(mark).items() if key != "item"}
            for id_, mark in bearing.marks.items()
        },
        "tells_apart": bearing.tells_apart,
    }
