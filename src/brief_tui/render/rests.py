"""What rests on a source, an actor or an item, and what would fall if it were withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from itertools import groupby

from brief_tui.analysis.withdrawal import How, Resting, falling_without, resting_on
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Verb
from brief_tui.render.page import Block, Gap, Heading, Page, Paragraph, Span, Tone, plain
from brief_tui.render.parts import item_link

_DEEPEST = 4
"""The deepest that one thing is set below another; what lies deeper stands no further in."""

_BELOW = {
    How.GOES_BACK: "goes back to that",
    How.CONFIRMED: "confirmed by that",
    How.BASED: "rests on that",
    How.LEVERAGE: "leverage rests on that",
    How.CARRIED: "stands in that",
}


def rests_page(register: Register, id_: str) -> Page:
    """What rests on a source, an actor or an item: how, and what becomes of it without."""
    return (item_link(register, id_), Gap(), *rests_blocks(register, id_))


def rests_blocks(register: Register, id_: str) -> Iterator[Block]:
    """Everything that rests on it, below what it rests on directly; then what would fall."""
    resting = resting_on(register, id_)
    yield _heading(register, id_)
    below: dict[str, list[Resting]] = {}
    for each in resting:
        below.setdefault(each.on, []).append(each)
    order = list(How)
    first = sorted(below.get(id_, ()), key=lambda each: order.index(each.how))
    for how, group in groupby(first, key=lambda each: each.how):
        found = list(group)
        yield Paragraph((Span(how.value, Tone.LABEL), Span(f" · {len(found):,}", Tone.MUTED)))
        for each in found:
            yield from _tree(register, each, below)
    yield from _fates(register, id_, listed=True)
    yield from _not_counted(register, id_, {each.id for each in resting})


def rests_in_short(register: Register, id_: str) -> Iterator[Block]:
    """How many items rest on it, and what would become of them without it."""
    yield Gap()
    yield _heading(register, id_)
    yield from _fates(register, id_)


def _heading(register: Register, id_: str) -> Heading:
    items = [each for each in resting_on(register, id_) if each.id in register.items]
    direct = sum(each.on == id_ for each in items)
    aside = _count(len(items))
    return Heading("RESTS ON IT", aside if direct == len(items) else f"{aside}, {direct} directly")


def _tree(
    register: Register, first: Resting, below: Mapping[str, list[Resting]]
) -> Iterator[Block]:
    """What rests on something, and below it what rests on that."""
    waiting = [(first, 0)]
    while waiting:
        each, depth = waiting.pop()
        under = below.get(each.id, [])
        line = item_link(register, each.id, indent=2 * min(depth, _DEEPEST), single=True)
        if each.how is How.DRAWS:
            carried = Span(f" · {_count(len(under))} by way of it", Tone.MUTED)
            line = replace(line, spans=(*line.spans, carried))
        elif depth and each.how is not How.CARRIED:
            line = replace(line, spans=(Span(f"{_BELOW[each.how]}: ", Tone.ACCENT), *line.spans))
        yield line
        waiting += ((other, depth + 1) for other in reversed(under))


def _fates(register: Register, id_: str, *, listed: bool = False) -> Iterator[Block]:
    """What becomes of the items that rest on it; ``listed``: they stand above this already."""
    found = falling_without(register, id_)
    if not found.total:
        yield Paragraph(plain("nothing in this briefing", Tone.MUTED), indent=1)
        return
    none_falls = "none for certain" if found.unsettled else "none"
    for title, items, why, otherwise in (
        ("WOULD FALL WITHOUT IT", found.falling, "", none_falls),
        ("MAY FALL WITHOUT IT", found.unsettled, _UNSETTLED, ""),
        ("KEEP AN ORIGIN WITHOUT IT", found.keeping, "", ""),
        ("HAD NO STATED ORIGIN BEFORE", found.unstated, "", ""),
    ):
        said = why if items else otherwise
        if not items and not said:
            continue
        yield Gap()
        yield Heading(title, f"{len(items):,} of {found.total:,}")
        if said:
            yield Paragraph(plain(said, Tone.MUTED), indent=1)
        if listed and len(items) == found.total > 1:
            yield Paragraph(plain("all of them", Tone.MUTED), indent=1)
            continue
        for item in items:
            yield item_link(register, item.id, single=True)


def _not_counted(register: Register, id_: str, resting: Set[str]) -> Iterator[Block]:
    """What it only supports, since a reader may look for that here: to support is no origin."""
    supported = {
        relation.to
        for relation in register.relations.get(id_, ())
        if relation.verb is Verb.SUPPORTS and relation.from_ == id_
    }
    only = len(supported - resting - {id_})
    if only:
        yield Gap()
        told = f"not counted: {_count(only)} that it only supports"
        yield Paragraph(plain(told, Tone.MUTED), indent=1)


_UNSETTLED = (
    "They come by way of a source that draws on it; which of them come from it is not stated."
)


def _count(items: int) -> str:
    return f"{items:,} item{'' if items == 1 else 's'}"
