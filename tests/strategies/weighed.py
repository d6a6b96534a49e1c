"""What weighs items: relations between them, and hypotheses they are marked against."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from hypothesis import strategies as st

from brief_tui.model.briefing import Relation
from brief_tui.model.hypothesis import Hypothesis, HypothesisMark, Question
from brief_tui.model.vocabulary import Consistency, Verb, Warrant
from tests.strategies.made import LOCATORS, TEXTS, Fields, given_any, made, some
from tests.strategies.size import Size


@cache
def questions(id_: str, size: Size) -> st.SearchStrategy[Question]:
    """A question that some of the items leave open."""
    required: Fields = {"id": st.just(id_), "text": st.sampled_from(TEXTS)}
    return made(Question, required, {"items": some(size.items), "note": st.sampled_from(TEXTS)})


@cache
def hypotheses(id_: str, size: Size) -> st.SearchStrategy[Hypothesis]:
    """An answer to one of the questions, with any of the items marked, each once."""
    asked = size.ids("questions")
    mark = given_any(
        {"mark": st.sampled_from(Consistency)},
        {"note": st.sampled_from(TEXTS), "locator": some(LOCATORS)},
    )
    marks = st.tuples(*(st.none() | mark for _ in size.items)).map(
        lambda given: tuple(
            HypothesisMark(item=item, **rest)
            for item, rest in zip(size.items, given, strict=True)
            if rest is not None
        )
    )
    required: Fields = {
        "id": st.just(id_),
        "question": st.sampled_from(asked),
        "text": st.sampled_from(TEXTS),
        "marks": marks,
    }
    return made(Hypothesis, required, {"note": st.sampled_from(TEXTS)})


@cache
def relations(size: Size) -> st.SearchStrategy[tuple[Relating, ...]]:
    """What is needed to relate two items, whichever there are."""
    rest = given_any(
        {"verb": st.sampled_from(Verb)},
        {
            "warrant": st.sampled_from(Warrant),
            "note": st.sampled_from(TEXTS),
            "locator": some(LOCATORS),
        },
    )
    last = max(len(size.items) - 1, 0)
    one = st.builds(Relating, st.integers(0, last), st.integers(0, last), rest)
    return st.lists(one, max_size=size.relations).map(tuple)


class Relating(NamedTuple):
    """A relation between items that are still to be told: ``way`` leads on from the first."""

    start: int
    way: int
    fields: dict[str, Any]

    def among(self, items: Sequence[str]) -> Relation:
        """The relation of one of these items to another one."""
        start = self.start % len(items)
        end = (start + 1 + self.way % (len(items) - 1)) % len(items)
        return Relation(from_=items[start], to=items[end], **self.fields)
