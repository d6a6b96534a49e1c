"""What a query comes down to: conditions on the facts of a row, and the plain reading of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from brief_tui.library.facts import Told


def sought(words: tuple[str, ...], is_open: bool) -> str:
    """What occurs in a line of words where these stand one after another, as in ``Says``."""
    return f" {' '.join(words)}{'' if is_open else ' '}"


class Says(NamedTuple):
    """These folded words stand one after another; the last may go on if it is ``open``."""

    words: tuple[str, ...]
    open: bool

    @property
    def sought(self) -> str:
        """What occurs in ``Facts.words`` where they do."""
        return sought(self.words, self.open)


class Bears(NamedTuple):
    """There is a mark of this kind whose value is ``value``, or for which ``test`` holds.

    Attributes:
        kind: which marks are looked at.
        value: the one value asked for; None where ``test`` says which.
        test: says of a value whether it is one of those asked for.
    """

    kind: str
    value: str | None = None
    test: Callable[[str], bool] | None = None

    def takes(self, value: str) -> bool:
        """Whether a value is one of those asked for."""
        if self.test is not None:
            return self.test(value)
        return value == self.value


class Not(NamedTuple):
    """What does not fulfil another condition."""

    condition: Condition


class OneOf(NamedTuple):
    """What fulfils any of these; nothing does where there are none."""

    conditions: tuple[Condition, ...]


class AllOf(NamedTuple):
    """What fulfils all of these; everything does where there are none."""

    conditions: tuple[Condition, ...]


Condition: TypeAlias = "Says | Bears | Not | OneOf | AllOf"

ANYTHING = AllOf(())
"""What everything fulfils."""


def holds(condition: Condition, facts: Told) -> bool:
    """Whether a row with these facts fulfils a condition: the plain reading of a query."""
    match condition:
        case Says():
            return condition.sought in facts.words
        case Bears():
            if condition.value is not None and condition.test is None:
                return facts.has(condition.kind, condition.value)
            return any(map(condition.takes, facts.values(condition.kind)))
        case Not(inner):
            return not holds(inner, facts)
        case OneOf(conditions):
            return any(holds(each, facts) for each in conditions)
        case AllOf(conditions):
            return all(holds(each, facts) for each in conditions)
