"""Questions that a briefing leaves open, and the hypotheses that compete to answer them (Heuer).

What is marked is the editor's judgement. An item that a hypothesis has no mark for is *not
marked*, which is not the same as marked not applicable.
"""

from typing import Annotated

from brief_tui.model.reference import Id, ItemId, QuestionId
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import Consistency


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that the briefing leaves open."""

    id: Annotated[Id, "The author's own stable id."]
    text: Annotated[str, "The question, in the editor's words."]
    items: Annotated[tuple[ItemId, ...], "The items that leave it open."] = ()
    note: Annotated[str, "The editor's note, as on how much the source bears."] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HypothesisMark:
    """The editor's judgement of how one item goes with a hypothesis."""

    item: Annotated[ItemId, "The item that is marked."]
    mark: Annotated[Consistency, "Consistent, inconsistent or not applicable."]
    note: Annotated[str, "Why, in the editor's words."] = ""
    locator: Annotated[tuple[str, ...], "Where the source bears the note out."] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """One possible answer to a question."""

    id: Annotated[Id, "The author's own stable id."]
    question: Annotated[QuestionId, "The question it would answer."]
    text: Annotated[str, "The hypothesis, in the editor's words."]
    marks: Annotated[tuple[HypothesisMark, ...], "How items go with it."] = ()
    note: Annotated[str, "The editor's note, as on who raises it."] = ""
