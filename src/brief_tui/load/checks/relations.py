"""Relations: each says what one item does to another, and none of them in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief_tui.load.text import quote
from brief_tui.model.chain import chain_of
from brief_tui.model.problem import Severity
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brief_tui.load.merged import Merged
    from brief_tui.model.item import Assessment, Option
    from brief_tui.model.problem import Problem


def self_relations(merged: Merged) -> Iterator[Problem]:
    """Relations from an item to itself, which say nothing of where others stand: warnings."""
    for index, relation in enumerate(merged.briefing.relations):
        if relation.from_ and relation.from_ == relation.to:
            yield merged.problem(
                ("relations", index),
                "self-relation",
                f"`{quote(relation.from_)}` {relation.verb.value} itself",
                found=quote(relation.from_),
                severity=Severity.WARNING,
            )


def circular_confirmations(merged: Merged) -> Iterator[Problem]:
    """Items confirmed by what was derived from them, which is the same report come back: errors.

    Follows chains, so these must be known to end.
    """
    confirming = [
        (index, relation)
        for index, relation in enumerate(merged.briefing.relations)
        if relation.verb is Verb.CONFIRMS and relation.from_ != relation.to
    ]
    if not confirming:
        return
    register = Register.of(merged.briefing)
    for index, relation in confirming:
        item = register.items.get(relation.from_)
        if item is None or relation.to not in register.items:
            continue
        if any(step.who == relation.to for step in chain_of(register, item).steps):
            yield merged.problem(
                ("relations", index, "from"),
                "circular-confirmation",
                f"`{quote(relation.from_)}` cannot confirm `{quote(relation.to)}`, to which its own"
                " chain leads back",
                found=quote(relation.from_),
            )


def circular_bases(merged: Merged) -> Iterator[Problem]:
    """Assessments and options that rest on each other: warnings, one for each circle."""
    places = {
        item.id: (section, index)
        for section in ("assessments", "options")
        for index, item in enumerate(getattr(merged.briefing, section))
    }
    resting: tuple[Assessment | Option, ...]
    resting = (*merged.briefing.assessments, *merged.briefing.options)
    bases = {item.id: [id_ for id_ in item.rests_on if id_ in places] for item in resting}
    done: set[str] = set()
    for start in bases:
        circle = _circle_from(start, bases, done)
        if circle:
            section, index = places[circle[-1]]
            yield merged.problem(
                (section, index, "rests_on"),
                "circular-basis",
                f"these rest on each other: {' → '.join(quote(id_) for id_ in circle)}",
                found=quote(circle[-1]),
                severity=Severity.WARNING,
            )


def _circle_from(start: str, bases: Mapping[str, list[str]], done: set[str]) -> list[str]:
    """The first circle met on the way down from ``start``; all that was met is ``done`` with."""
    way: dict[str, Iterator[str]] = {} if start in done else {start: iter(bases[start])}
    circle: list[str] = []
    while way:
        here = next(reversed(way))
        below = next((id_ for id_ in way[here] if id_ not in done), None)
        if below is None:
            done.add(here)
            del way[here]
        elif below in way:
            met = list(way)
            circle = circle or [*met[met.index(below) :], below]
        else:
            way[below] = iter(bases[below])
    return circle
