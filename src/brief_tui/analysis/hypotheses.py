"""Competing hypotheses (Heuer): what stands against each, and which items tell them apart.

The marks are the editor's. Analysis of competing hypotheses rejects, it does not prove: an item
that goes with every hypothesis says nothing for any, so hypotheses are put in order by how few
items are inconsistent with them, and never by how many are consistent. There is no score; each
count is of ids that are there to be looked up.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from brief_tui.analysis.origins import way_of
from brief_tui.model.hypothesis import Hypothesis, HypothesisMark, Question
from brief_tui.model.item import Item
from brief_tui.model.register import Register
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import Consistency


@dataclass(frozen=True, slots=True)
class Contender:
    """A hypothesis among those of its question, with the ids of the items marked for it.

    ``letter`` is its place: A has the fewest inconsistent items. ``unmarked`` is how many items
    are marked for another hypothesis of the question and not for this one.
    """

    letter: str
    hypothesis: Hypothesis
    consistent: tuple[str, ...]
    inconsistent: tuple[str, ...]
    not_applicable: tuple[str, ...]
    unmarked: int


@dataclass(frozen=True, slots=True)
class Bearing:
    """How one item bears on the hypotheses of a question.

    ``marks`` are by the id of the hypothesis, where there is a mark; ``alike`` says whether every
    hypothesis has the same one, so that the item tells nothing apart.
    """

    question: Question
    item: Item
    marks: Mapping[str, HypothesisMark]
    alike: bool

    def marked(self, mark: Consistency) -> tuple[str, ...]:
        """The ids of the hypotheses with this mark, in the order of the matrix."""
        return tuple(id_ for id_, each in self.marks.items() if each.mark is mark)

    @property
    def tells_apart(self) -> bool:
        """Whether it goes with some hypotheses and speaks against others: each from each."""
        found = {each.mark for each in self.marks.values()}
        return found >= {Consistency.CONSISTENT, Consistency.INCONSISTENT}


@dataclass(frozen=True, slots=True)
class Matrix:
    """A question with its hypotheses and all items that are marked for any of them.

    The contenders stand by how few items are inconsistent with them, the bearings by how well
    they tell hypotheses apart; what is even stays in the order of the briefing. ``later`` is how
    many marked items are left out because the register holds only what was said before.
    """

    question: Question
    contenders: tuple[Contender, ...]
    bearings: tuple[Bearing, ...]
    later: int


@lru_cache(maxsize=4)
def matrices(register: Register) -> Mapping[str, Matrix]:
    """The matrix of every question, by the question's id, in the briefing's order."""
    answers: dict[str, list[Hypothesis]] = {each.id: [] for each in register.briefing.questions}
    for hypothesis in register.briefing.hypotheses:
        answers.setdefault(hypothesis.question, []).append(hypothesis)
    order = {id_: place for place, id_ in enumerate(register.items)}
    return MappingProxyType(
        {
            question.id: _matrix(register, question, answers[question.id], order)
            for question in register.briefing.questions
        }
    )


def _matrix(
    register: Register, question: Question, answers: list[Hypothesis], order: Mapping[str, int]
) -> Matrix:
    # Of two marks on one item, which no file that loads has, the first counts.
    marks = [
        {mark.item: mark for mark in reversed(answer.marks) if mark.item in order}
        for answer in answers
    ]
    rows: dict[str, dict[str, HypothesisMark]] = {}

    def ids(own: Mapping[str, HypothesisMark], mark: Consistency) -> tuple[str, ...]:
        found = (item for item, each in own.items() if each.mark is mark)
        return tuple(sorted(found, key=order.__getitem__))

    against = [len(ids(own, Consistency.INCONSISTENT)) for own in marks]
    ranked = sorted(range(len(answers)), key=against.__getitem__)
    for place in ranked:
        for item, mark in marks[place].items():
            rows.setdefault(item, {})[answers[place].id] = mark
    contenders = tuple(
        Contender(
            letter(rank),
            answers[place],
            ids(marks[place], Consistency.CONSISTENT),
            ids(marks[place], Consistency.INCONSISTENT),
            ids(marks[place], Consistency.NOT_APPLICABLE),
            len(rows) - len(marks[place]),
        )
        for rank, place in enumerate(ranked)
    )
    bearings = (
        Bearing(
            question,
            register.items[item],
            MappingProxyType(rows[item]),
            len(rows[item]) == len(answers)
            and len({each.mark for each in rows[item].values()}) == 1,
        )
        for item in sorted(rows, key=order.__getitem__)
    )
    later = {
        mark.item for answer in answers for mark in answer.marks if mark.item in register.later
    }
    return Matrix(question, contenders, tuple(sorted(bearings, key=_how_telling)), len(later))


def _how_telling(bearing: Bearing) -> tuple[int, int]:
    """First what tells most pairs apart, then what is against some, then against none."""
    if bearing.alike:
        return (3, 0)
    against = len(bearing.marked(Consistency.INCONSISTENT))
    if bearing.tells_apart:
        return (0, -len(bearing.marked(Consistency.CONSISTENT)) * against)
    return (1 if against else 2, 0)


class Against(NamedTuple):
    """Who is behind the items that are inconsistent with a hypothesis.

    ``origins`` are the parties in which these items' own chains end, each once: several items of
    one origin are one voice. ``unstated`` is how many of the items have no stated origin.
    """

    origins: tuple[str, ...]
    unstated: int


def who_is_against(register: Register, contender: Contender) -> Against:
    """The origins of the items that are inconsistent with a hypothesis."""
    ways = (way_of(register, register.items[item]) for item in contender.inconsistent)
    origins = [way.origin for way in ways]
    stated = dict.fromkeys(origin for origin in origins if origin is not None)
    return Against(tuple(stated), origins.count(None))


def letter(place: int) -> str:
    """What the hypothesis at a place, counted from 0, is called: A to Z, then AA, AB, …."""
    name = ""
    place += 1
    while place:
        place, digit = divmod(place - 1, 26)
        name = chr(ord("A") + digit) + name
    return name
