"""One cell of leverage, a dimension of an option: as a sentence, and as a page."""

from __future__ import annotations

from collections.abc import Iterator

from brief_tui.analysis.scratch import NOTHING_SUPPOSED, Scratch
from brief_tui.model.item import Lever, Option
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Dimension, Level
from brief_tui.render import words
from brief_tui.render.address import passage
from brief_tui.render.page import Block, Field, Gap, Heading, Link, Page, Span, Spans, Tone, plain
from brief_tui.render.parts import item_link, party_field

OWN = "yours, not in the briefing"
"""What is said of a level that the reader filled in."""

WEAKER = "more is weaker"
"""What is said of a dimension of which more makes the option weaker for the actor."""

SHORT = {
    Dimension.TARGET_DEPENDENCE: "dependence",
    Dimension.TARGET_ABSORPTION: "absorption",
    Dimension.COST_TO_ACTOR: "cost",
}
"""The dimensions whose label is more than one word, in one."""


def short_name(dimension: Dimension) -> str:
    """A dimension in one word, with an arrow where more of it is weaker."""
    name = SHORT.get(dimension, dimension.label)
    return f"{name} ↓" if dimension.weakens else name


def own_level(level: Level) -> Spans:
    """A level that the reader filled in, with a glyph of its own."""
    return (
        Span(f"?{words.GLYPHS[level]} ", Tone.HEDGE),
        Span(level.value, Tone.HEDGE),
        Span(f" · {OWN}", Tone.WARNING),
    )


def cell_sentence(
    register: Register, option: Option, dimension: Dimension, scratch: Scratch
) -> Spans:
    """One sentence on a cell: the dimension, its level, each voice and its wording.

    What must not be missed where the rest is cut off stands first.
    """
    arrow = " ↓" if dimension.weakens else ""
    aside = " (set aside)" if dimension in scratch.aside else ""
    head = Span(f"{dimension.label}{arrow}{aside}: ", Tone.LABEL)
    which_way = plain(f" · ↓ {WEAKER}" if dimension.weakens else "", Tone.MUTED)
    return (head, *_said_of(register, option, dimension, scratch), *which_way)


def _said_of(register: Register, option: Option, dimension: Dimension, scratch: Scratch) -> Spans:
    own = scratch.own(option, dimension)
    if own is not None:
        return own_level(own)
    levers = option.leverage.on(dimension)
    if len(levers) < 2:
        return words.lever(register, levers[0]) if levers else words.level(None)
    return (*words.level(option.leverage.level(dimension)), *voices(register, levers))


def voices(register: Register, levers: tuple[Lever, ...]) -> Iterator[Span]:
    """Each of several voices on a cell, short: level, wording, who says so and in whose voice."""
    for number, lever in enumerate(levers):
        wording = f" “{lever.wording}”" if lever.wording else ""
        yield Span(f"{'; ' if number else ': '}{lever.level.value}{wording}")
        who = register.name(lever.assessor) if lever.assessor else f"assessor {words.NOT_STATED}"
        voice = lever.voice.value if lever.voice else f"voice {words.NOT_STATED}"
        yield Span(f" ({who}, {voice})", Tone.MUTED)


def cell_page(
    register: Register, option: Option, dimension: Dimension, scratch: Scratch = NOTHING_SUPPOSED
) -> Page:
    """Everything on a cell: its level, and its voices with basis, assessor and wording."""
    own = scratch.own(option, dimension)
    level = own_level(own) if own else words.level(option.leverage.level(dimension))
    return (
        party_field(register, "actor", option.actor),
        *(party_field(register, "target", each) for each in option.targets or (None,)),
        item_link(register, option.id),
        Gap(),
        Field(dimension.label, plain(dimension.meaning, Tone.MUTED)),
        *((Field("", plain(f"{WEAKER} for the actor", Tone.MUTED)),) if dimension.weakens else ()),
        *(
            (Field("", plain("set aside by you", Tone.WARNING)),)
            if dimension in scratch.aside
            else ()
        ),
        Field("level", level),
        *(block for lever in option.leverage.on(dimension) for block in _voice(register, lever)),
    )


def _voice(register: Register, lever: Lever) -> Iterator[Block]:
    who = register.name(lever.assessor) if lever.assessor else ""
    yield Gap()
    yield Heading(lever.level.value.upper())
    yield Field("assessor", words.text(who), Link(lever.assessor) if lever.assessor else None)
    yield Field("voice", words.voice_and_meaning(lever.voice))
    yield Field("wording", words.text(f"“{lever.wording}”" if lever.wording else ""))
    yield Field("passage", passage(lever.locator) or words.UNKNOWN)
    if not lever.basis:
        yield Field("basis", words.UNKNOWN)
    for id_ in lever.basis:
        yield item_link(register, id_)
