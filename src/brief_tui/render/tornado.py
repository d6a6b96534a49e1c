"""What one cell could change, in words: a list, not a score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from brief_tui.analysis.dominance import Options, Order, members
from brief_tui.analysis.matrix import Arrangement, Group
from brief_tui.analysis.tornado import Change, Unstated, blocking_cells, one_step_changes
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import STEPS, Dimension, Level
from brief_tui.render.option import group_name, quoted
from brief_tui.render.page import Block, Gap, Heading, Link, Paragraph, Span, Spans, Tone, plain

Orders = Iterable[tuple[Group, Order | None]]

_MOST_NAMED = 3


def tornado_blocks(
    register: Register, orders: Orders, *, most: int | None = None
) -> Iterator[Block]:
    """The steps of one cell that would change the order, and the cells not stated in its way.

    ``most`` cuts each of the two lists, and says so.
    """
    weighed = [(group, order) for group, order in orders if order is not None]
    changes = [(each, *at) for at in weighed for each in one_step_changes(at[1])]
    changes.sort(key=lambda found: -found[0].pairs)
    yield Gap()
    yield Heading("WHAT ONE STEP OF ONE CELL WOULD CHANGE", str(len(changes)))
    for change, group, order in changes[:most]:
        yield _line(register, change.option.id, change_words(register, change, order), group)
    if not changes:
        words = "No one-step change of one cell would change the order."
        yield Paragraph(plain(words), indent=1)
    yield from _cut(len(changes), most)
    cells = [(each, *at) for at in weighed for each in blocking_cells(at[1])]
    cells.sort(key=lambda found: -found[0].pairs)
    yield Gap()
    yield Heading("CELLS NOT STATED THAT ALONE STAND IN THE WAY", str(len(cells)))
    for cell, group, order in cells[:most]:
        yield _line(register, cell.option.id, unstated_words(register, cell, order), group)
    if not cells:
        words = "No single cell more would order two options that already share a stated dimension."
        yield Paragraph(plain(words), indent=1)
    yield from _cut(len(cells), most)


def change_words(register: Register, change: Change, order: Order) -> Spans:
    """A step of one cell, and the pairs that begin or cease to be ordered with it."""
    own = " (yours)" if change.own else ""
    effects = [
        (words, options)
        for words, options in (
            ("outranks", change.outranks),
            ("no longer outranks", change.no_longer_outranks),
            ("is outranked by", change.outranked_by),
            ("is no longer outranked by", change.no_longer_outranked_by),
        )
        if options
    ]
    return (
        Span(f"{change.dimension.label} of "),
        *quoted(register, change.option),
        Span(": "),
        Span(f"from {change.before.value}{own} to {change.after.value}", Tone.ACCENT),
        Span(": it "),
        *(
            span
            for number, (words, options) in enumerate(effects)
            for span in (
                Span(f"{', ' if number else ''}{words} "),
                *_named(register, order, options),
            )
        ),
    )


def unstated_words(register: Register, cell: Unstated, order: Order) -> Spans:
    """A cell that is not stated, and which pairs it would order from which level on."""
    more, less = ("less", "more") if cell.dimension.weakens else ("more", "less")
    said: list[Span] = []
    for opening in cell.outranks:
        at = _from(cell.dimension, opening.level, more, towards_stronger=True)
        said += (Span(f"; {at} it would outrank "), *_named(register, order, opening.options))
    for opening in cell.outranked_by:
        at = _from(cell.dimension, opening.level, less, towards_stronger=False)
        named = _named(register, order, opening.options)
        said += (Span(f"; {at} it would be outranked by "), *named)
    said[0] = Span(said[0].text.removeprefix("; "))
    head = Span(f"{cell.dimension.label} of ")
    return (head, *quoted(register, cell.option), Span(": "), *said)


def _from(dimension: Dimension, level: Level, on: str, *, towards_stronger: bool) -> str:
    """From which level on, in words: ``at moderate or more``."""
    strength = dimension.strength(level)
    ends = (0, len(STEPS) - 1) if towards_stronger else (len(STEPS) - 1, 0)
    if strength == ends[0]:
        return "at any level"
    return f"at {level.value}" if strength == ends[1] else f"at {level.value} or {on}"


def _named(register: Register, order: Order, options: Options) -> Iterator[Span]:
    for number, place in enumerate(islice(members(options), _MOST_NAMED)):
        yield Span(", " if number else "")
        yield from quoted(register, order.options[place])
    more = options.bit_count() - _MOST_NAMED
    if more > 0:
        yield Span(f" and {more} more")


def _line(register: Register, id_: str, spans: Spans, group: Group) -> Block:
    # Elsewhere an option stands in one group, and its name says in which.
    where = f" ({group_name(register, group)})" if group.arrangement is Arrangement.ON else ""
    return Paragraph((*spans, *plain(where, Tone.MUTED)), (Span("› ", Tone.LINK),), 1, Link(id_))


def _cut(count: int, most: int | None) -> Iterator[Block]:
    if most is not None and count > most:
        more = f"and {count - most} more: brief-tui show --section leverage prints all"
        yield Paragraph(plain(more, Tone.MUTED), indent=1)
