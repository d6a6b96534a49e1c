"""Two options against each other in words: on what one outranks the other, or why none does."""

from __future__ import annotations

from collections.abc import Iterable

from brief_tui.analysis.pair import Against, Pair, Reason
from brief_tui.analysis.scratch import Scratch
from brief_tui.model.item import Option
from brief_tui.model.vocabulary import Dimension, Level
from brief_tui.render.words import NOT_STATED


def why(pair: Pair, scratch: Scratch) -> str:
    """Why the first of a pair, called *it*, and *the other* are ordered so, or not comparable."""
    reason = pair.reason
    if reason is None:
        upper = pair if pair.outranks else pair.turned
        return _grounds(upper, scratch, "it" if upper is pair else "the other")
    if reason is Reason.NOTHING_STATED:
        return f"no dimension is stated of {_without_any(pair)}"
    if reason is Reason.NOTHING_SHARED:
        return "; ".join(("no dimension is stated of both", *_alone(pair, scratch)))
    if reason is Reason.CROSSED:
        gains = _levels(pair.stronger, pair, scratch)
        losses = _levels(pair.weaker, pair.turned, scratch)
        return f"it is stronger on {gains}; the other on {losses}"
    if reason is Reason.EQUAL:
        return "; ".join((f"equal on {_names(pair.equal)}", *_alone(pair, scratch)))
    return _blocked(pair, scratch)


def level_words(option: Option, dimension: Dimension, level: Level | None, scratch: Scratch) -> str:
    """A level in words, and whether the reader filled it in."""
    if level is None:
        return NOT_STATED
    return f"{level.value} (yours)" if scratch.own(option, dimension) else level.value


def _grounds(pair: Pair, scratch: Scratch, stronger: str) -> str:
    """On what the first of an ordered pair is stronger, and what was not weighed."""
    parts = [_levels(pair.stronger, pair, scratch)]
    if pair.equal:
        parts.append(f"equal on {_names(pair.equal)}")
    unweighed = [
        f"{each.dimension.label} {level_words(pair.one, each.dimension, each.one, scratch)}"
        for each in pair.levels
        if each.one is not None and each.other is None
    ]
    if unweighed:
        parts.append(f"not weighed, as stated of {stronger} alone: {', '.join(unweighed)}")
    weighed = len(pair.stronger) + len(pair.equal)
    return f"on {weighed} of {len(pair.levels)} dimensions: {'; '.join(parts)}"


def _without_any(pair: Pair) -> str:
    one = all(each.one is None for each in pair.levels)
    other = all(each.other is None for each in pair.levels)
    return "either" if one and other else "it" if one else "the other"


def _blocked(pair: Pair, scratch: Scratch) -> str:
    """What keeps the one that is stronger where both are stated from outranking the other."""
    if pair.stronger:
        upper, lead, lower = pair, "it is", "the other"
    elif pair.weaker:
        upper, lead, lower = pair.turned, "the other is", "it"
    else:
        contested = [each for each in pair.levels if Level.CONTESTED in (each.one, each.other)]
        return f"{_names(contested)} {_is(contested)} contested, and nothing else stated of both"
    obstacles = []
    if upper.contested:
        obstacles.append(f"{_names(upper.contested)} {_is(upper.contested)} contested")
    if upper.only_other:
        alone = upper.only_other
        obstacles.append(f"{_names(alone)} {_is(alone)} stated of {lower} alone")
    gains = _levels(upper.stronger, upper, scratch)
    return f"{lead} stronger on {gains}, but {' and '.join(obstacles)}"


def _alone(pair: Pair, scratch: Scratch) -> list[str]:
    """What is stated of one of the two alone."""
    parts = []
    for whose, cells in (("it", pair.only_one), ("the other", pair.only_other)):
        if cells:
            parts.append(f"{_names(cells)} stated of {whose} alone")
    contested = [each for each in pair.levels if Level.CONTESTED in (each.one, each.other)]
    if contested:
        parts.append(f"{_names(contested)} contested")
    return parts


def _levels(cells: Iterable[Against], pair: Pair, scratch: Scratch) -> str:
    """Dimensions with the level of the first against that of the other."""

    def said(each: Against) -> str:
        one = level_words(pair.one, each.dimension, each.one, scratch)
        other = level_words(pair.other, each.dimension, each.other, scratch)
        less = " (less is stronger)" if each.dimension.weakens else ""
        return f"{each.dimension.label} {one} against {other}{less}"

    return ", ".join(map(said, cells))


def _names(cells: Iterable[Against]) -> str:
    return ", ".join(each.dimension.label for each in cells)


def _is(cells: tuple[Against, ...] | list[Against]) -> str:
    return "is" if len(cells) == 1 else "are"
