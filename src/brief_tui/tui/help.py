"""The help page: every command of the registry, and what the marks on screen mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief_tui.model.vocabulary import Level
from brief_tui.render import marks
from brief_tui.render.bars import GLYPHS as _G
from brief_tui.render.hypotheses import CAUTION
from brief_tui.render.order import RULE
from brief_tui.render.page import Block, Field, Gap, Heading, Page, Paragraph, plain
from brief_tui.render.words import GLYPHS, HEDGED
from brief_tui.tui.actions import Action, Where, shown_key

_BARS = (
    (f"{_G.solid * 3}{_G.eighths[3]}", "a figure: one number, on the axis of its measure"),
    (f"{_G.solid * 3}{_G.about}", "a figure: about so much"),
    (f"{_G.solid * 3}{_G.onward}", "a figure: at least, or more than, so much"),
    (f"{_G.hollow * 3}{_G.stop}", "a figure: up to, or fewer than, so much"),
    (f"{_G.solid}{_G.shaded * 2}{_G.stop}", "a figure: from so much to so much"),
    (
        f"{_G.solid}{_G.shaded}{_G.best}{_G.shaded}{_G.stop}",
        f"the same, and the number itself at {_G.best}",
    ),
    ("no bar", "words without a number, or no other number to stand beside"),
)
_ORIGIN = (
    "a voice repeats; an origin is where a chain ends; two voices with one origin are one origin"
)

_AXIS = (
    "At first the axis shows the shortest stretch around the as-of date with two thirds of the"
    " dates, and what is near it."
)


def help_page(actions: Sequence[Action]) -> Page:
    """The keys of these commands by screen, then the marks."""
    return tuple(_help(actions))


def _help(actions: Sequence[Action]) -> Iterator[Block]:
    yield Heading("KEYS")
    for action in actions:
        if Where.READER in action.where:
            yield Field(" ".join(map(shown_key, action.keys)), plain(action.help))
    for title, where in (
        ("KEYS IN THE LIBRARY (b)", Where.LIBRARY),
        ("KEYS IN A COMPARISON", Where.COMPARISON),
        ("KEYS IN THE MATRIX (w)", Where.MATRIX),
        ("KEYS IN THE ORDER (w r)", Where.RANK),
        ("KEYS IN PLAIN TEXT (Y)", Where.PLAIN),
    ):
        yield Gap()
        yield Heading(title)
        for action in actions:
            if where in action.where and Where.READER not in action.where:
                yield Field(" ".join(map(shown_key, action.keys)), plain(action.help))
    yield Gap()
    yield from _weighing()
    yield Gap()
    yield Heading("MARKS")
    for mark, meaning in _marks():
        yield Field(mark, plain(meaning))
    yield Gap()
    yield Heading("TIMELINE")
    for mark, meaning in _timeline():
        yield Field(mark, plain(meaning))
    yield Paragraph(plain(_AXIS))
    yield Gap()
    yield Heading("COMPETING HYPOTHESES")
    for mark, meaning in marks.legend():
        yield Field(mark, plain(meaning))
    yield Paragraph(plain(f"A has the fewest items against it. {CAUTION}"))


def _weighing() -> Iterator[Block]:
    yield Heading("HOW OPTIONS ARE WEIGHED")
    for words in (
        RULE,
        "More target absorption, cost or risk makes an option weaker; more of any other dimension"
        " stronger. Only options of one actor, on one target, or all of them are compared.",
        "There is no total and so no weight: a dimension counts for the order or is set aside.",
        "What you fill in or set aside is yours. It is marked wherever it bears on what is shown,"
        " copied or printed, and never becomes part of the briefing.",
    ):
        yield Paragraph(plain(words), indent=1)


def _marks() -> Iterator[tuple[str, str]]:
    for level in Level:
        yield GLYPHS[level], f"leverage: {level.value}"
    yield GLYPHS[None], "leverage: not stated in the source"
    yield f"?{GLYPHS[Level.LOW]}", "leverage: filled in by you, not in the briefing"
    yield "↓", "behind a dimension: more of it is weaker"
    yield "–", "no option of this actor here"
    yield "Jun", "a date without a year is of the year of the briefing's as-of date"
    yield "~", "before a date: approximate"
    yield "?", "before a date: uncertain"
    yield HEDGED, "before a text: the source hedges it; its words are in the detail"
    yield from _BARS
    yield "≠", "before a measure: others look like it but count something else"
    yield "▸", "the row's own figure, among all of its measure"
    yield "■", "a country of the filter, or an actor marked for comparison"
    yield "…", "cut off: there is more than fits here"
    yield "n.s.", "not stated; as origins: every chain ends in nothing"
    yield "origin", _ORIGIN
    yield "›", "leads to something else with Enter"


def _timeline() -> Iterator[tuple[str, str]]:
    yield "●", "a day"
    yield "├─┤ ╫", "from one day to another; ╫ where that is less than a cell"
    yield "○ ○··○", "some time in a month or a year; ○─○ from one to another"
    yield "~ ? ╌╌", "at an end: approximate; uncertain. Between ends ╌╌ is either"
    yield "│ ┊", "the as-of date; the day that “as known on” looks at"
    yield "‹ ›", "before or after what the axis shows: - brings the date in, + goes close to it"
    yield "expected", "an event after the as-of date"
    yield "undated", "as known on a day: when it was said or published is not stated; it stays"
    yield "perhaps later", "as known on a day: its date is not exact enough to tell"
