"""Where a number on a page comes from: worked out again from the ids that are at hand.

A page is read block by block. A rule has a pattern with a group for each number, and says what
these must be, from the links that stand around it and what the items linked to say themselves. A
number that no rule takes stays over: whoever shows one more adds a rule that says what it counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from brief_tui.analysis.dominance import Order
from brief_tui.analysis.matrix import Group
from brief_tui.analysis.paths import LONGER, LONGEST
from brief_tui.library.filter import Filter
from brief_tui.library.volume import Volume
from brief_tui.model.item import Option
from brief_tui.model.likelihood import TERMS, LikelihoodScale
from brief_tui.model.register import Register
from brief_tui.render.option import group_name
from brief_tui.render.page import Drawn, Field, Heading, Page, Paragraph
from tests.properties.opened import Shown


class Line(NamedTuple):
    """A block of a page as text: what stands before it or labels it, itself, where it leads.

    Of a heading, ``lead`` is its text and ``text`` its aside.
    """

    is_heading: bool
    lead: str
    text: str
    link: str


class Spot(NamedTuple):
    """One line of a page, with all of the page about it."""

    volume: Volume
    filter: Filter
    shown: Shown
    lines: Sequence[Line]
    at: int

    @property
    def line(self) -> Line:
        """The line itself."""
        return self.lines[self.at]

    @property
    def register(self) -> Register:
        """What there is to look things up in."""
        return self.volume.register_on(self.filter.known_on)

    @property
    def heading(self) -> Line:
        """The heading that the line stands under, or is."""
        return next((each for each in self.lines[self.at :: -1] if each.is_heading), _NO_LINE)

    @property
    def below(self) -> Sequence[Line]:
        """The lines from here to the next heading."""
        after = self.lines[self.at + 1 :]
        end = next((n for n, each in enumerate(after) if each.is_heading), len(after))
        return after[:end]

    @property
    def listed(self) -> list[str]:
        """Where the entries below lead: one for each line that begins with a sign or a number."""
        return [each.link for each in self.below if each.link and each.lead.strip()]

    @property
    def id_(self) -> str:
        """The item or party that is told of here: the page's own, or that of its last heading."""
        if len(self.shown.about) == 1:
            return self.shown.about[0]
        there = {*self.register.items, *self.register.parties}
        above = self.lines[self.at :: -1]
        return next(each.text for each in above if each.is_heading and each.text in there)

    def option(self, id_: str) -> Option:
        """An option by its id."""
        found = self.register.items[id_]
        assert isinstance(found, Option)
        return found

    @property
    def ordered(self) -> tuple[Group, Order]:
        """The group of options that is told of here, and its order."""
        assert self.shown.weighed is not None
        headings = [each.lead for each in self.lines[self.at :: -1] if each.is_heading]
        named = {
            group_name(self.register, group).upper(): (group, order)
            for group, order in self.shown.weighed.orders()
        }
        group, order = named[next(each for each in headings if each in named)]
        assert order is not None
        return group, order


_NO_LINE = Line(False, "", "", "")


def lines_of(page: Page) -> Iterator[Line]:
    """The blocks of a page as lines."""
    for block in page:
        link = getattr(block, "link", None)
        id_ = link.id if link is not None else ""
        if isinstance(block, Heading):
            yield Line(True, block.text, block.aside, "")
        elif isinstance(block, Field):
            yield Line(False, block.label, "".join(span.text for span in block.spans), id_)
        elif isinstance(block, Paragraph):
            lead = "".join(span.text for span in block.lead)
            yield Line(False, lead, "".join(span.text for span in block.spans), id_)
        elif isinstance(block, Drawn):
            for drawn in block.lines(100):
                yield Line(False, "", drawn.text, drawn.link.id if drawn.link else "")


Numbers = tuple[int, ...]
Rule = Callable[[Spot], Numbers | set[Numbers]]
"""What the numbers must be; of a set, any of them."""

Rules = list[tuple[re.Pattern[str], Rule]]


def adding_to(rules: Rules) -> Callable[[str], Callable[[Rule], Rule]]:
    """What makes a function the rule for the numbers in a pattern.

    The pattern has a group for each number, and is looked for in ``lead|text`` of a line.
    """

    def of(pattern: str) -> Callable[[Rule], Rule]:
        def add(function: Rule) -> Rule:
            rules.append((re.compile(pattern), function))
            return function

        return add

    return of


def left_over(spot: Spot, rules: Rules) -> str:
    """A line without the numbers that could be traced.

    Raises:
        AssertionError: one was traced, and is another.
    """
    text = f"{spot.line.lead}|{spot.line.text}"
    for known in _KNOWN:
        text = text.replace(known, "")
    text = _GRADE.sub("", text)
    for pattern, function in rules:
        found = pattern.search(text)
        if found is None or not any(found.groups()):
            continue
        told = tuple(int(each.replace(",", "")) for each in found.groups() if each)
        traced = function(spot)
        places = tuple(place for place, each in enumerate(found.groups()) if each)
        every = traced if isinstance(traced, set) else {traced}
        assert told in {tuple(each[place] for place in places) for each in every}, (
            f"{text!r} on {spot.shown.kind} {spot.shown.about}: {told}, not {traced}"
        )
        text = text[: found.start()] + text[found.end() :]
    return text


_GRADE = re.compile(r"^grade\|[A-F][1-6] ·")
_KNOWN = (
    *(scale.meaning for scale in LikelihoodScale),
    *(term.band for scale in LikelihoodScale for term in TERMS[scale]),
    f"at most {LONGEST} steps, and at most {LONGER} more than",
)
"""Numbers of the vocabulary and of the rules of the house, which no briefing gives."""


def ordinal(spot: Spot, pattern: str) -> int:
    """How many lines up to here are like it: of its heading, or, if it is one, of its question."""
    start = 0
    for number in range(spot.at, -1, -1):
        line = spot.lines[number]
        if line.is_heading and (not spot.line.is_heading or line.lead == "THE QUESTION"):
            start = number
            break
    like = re.compile(pattern)
    return sum(like.search(each.lead) is not None for each in spot.lines[start : spot.at + 1])
