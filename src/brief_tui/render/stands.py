"""Who stands with an item and who against it, each relation stated or inferred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from brief_tui.analysis.dependants import hanging, points_on
from brief_tui.analysis.origins import Provenance, provenance, way_of
from brief_tui.analysis.stance import changed_by, second_hand, stance
from brief_tui.model.briefing import Relation
from brief_tui.model.item import Item
from brief_tui.model.register import Register
from brief_tui.render import words
from brief_tui.render.page import Block, Gap, Heading, Page, Paragraph, Span, Tone, plain
from brief_tui.render.parts import item_link, warrant
from brief_tui.render.provenance import in_words

NO_RESPONSE = "no response in this source"
"""What an item reads that nothing is against: that nobody answered is not that nobody could."""

_NOTHING = "nothing in this briefing"
_HANGS = "what it supports, confirms or is the basis of, and what hangs on those"
_MOST_LISTED = 100


def stands_blocks(register: Register, item: Item, *, whole: bool = False) -> Iterator[Block]:
    """What others do to this item, what has changed since, and what it does to others.

    ``whole`` says of each of the others in whose voice, when and from what origin it is.
    """
    found = stance(register, item)
    yield Gap()
    for title, relations, otherwise in (
        ("STANDS WITH", found.with_, _NOTHING),
        ("QUALIFIED BY", found.qualified_by, _NOTHING),
        ("STANDS AGAINST", found.against, NO_RESPONSE),
        ("CHANGED SINCE", found.changed, _NOTHING),
        ("WHAT IT DOES TO OTHERS", found.does, _NOTHING),
    ):
        if not relations:
            yield Paragraph(
                (Span(f"{title:<16}", Tone.HEADING), Span(f"  {otherwise}", Tone.MUTED))
            )
            continue
        yield Gap()
        yield Heading(title, str(len(relations)))
        if whole and len(relations) > 1 and relations is not found.does:
            yield _behind(register, item, relations)
        for relation in relations:
            if relations is found.changed:
                yield from _change(register, item, relation)
            else:
                yield from _relation(register, item, relation, whole=whole)
            yield from _note(relation)
        yield Gap()


def stands_page(register: Register, item: Item) -> Page:
    """The item, what stands with and against it, at first and at second hand, and on it."""
    return (
        Paragraph(plain(item.text, Tone.STRONG)),
        _told(register, item, indent=0),
        Paragraph(plain(in_words(register, provenance(register, item)), Tone.MUTED)),
        *stands_blocks(register, item, whole=True),
        *beyond_blocks(register, item),
    )


def beyond_blocks(register: Register, item: Item) -> Iterator[Block]:
    """What bears on the item at second hand, and what hangs on it: what its own page leaves out."""
    yield from _at_second_hand(register, item)
    yield from _hanging(register, item)


def _relation(
    register: Register, item: Item, relation: Relation, *, whole: bool
) -> Iterator[Block]:
    other, verb = _other_and_verb(item, relation)
    yield Paragraph((Span(verb, Tone.ACCENT), *warrant(relation)), indent=1)
    yield item_link(register, other, indent=1)
    if whole:
        yield _told(register, register.items[other], indent=3)


def _other_and_verb(item: Item, relation: Relation) -> tuple[str, str]:
    """What stands at the other end, and what this end does to it or has done to it."""
    if relation.from_ != item.id:
        return relation.from_, words.passive(relation.verb)
    itself = " itself" if relation.to == item.id else ""
    return relation.to, f"{relation.verb.value}{itself}"


def _change(register: Register, item: Item, relation: Relation) -> Iterator[Block]:
    """Both what was said before and what was said since, each with its author and date."""
    other, verb = _other_and_verb(item, relation)
    if changed_by(register, relation) is not None:
        verb += " its own author" if other == relation.from_ else " what its author said before"
    yield Paragraph((Span(verb, Tone.ACCENT), *warrant(relation)), indent=1)
    for when, id_ in (("before", relation.to), ("since", relation.from_)):
        told = register.items[id_]
        voice = words.voice_of_row(register, told)
        said = Span(f" · {_said(told)}")
        yield Paragraph((Span(f"{when} · ", Tone.LABEL), voice, said), indent=1)
        if id_ == other:
            yield item_link(register, id_, indent=1)
        else:
            yield Paragraph(plain(f"this {words.kind(item)}", Tone.MUTED), indent=3)


def _said(item: Item) -> str:
    """When something was said, with the words in which the source dates it."""
    said = f"said {item.said}" if item.said else f"date said {words.NOT_STATED}"
    return f"{said} (“{item.dating}”)" if item.dating else said


def _told(register: Register, item: Item, indent: int) -> Paragraph:
    """In whose voice something is, when it was said, and where its chain ends."""
    origin = way_of(register, item).origin
    end = register.name(origin) if origin is not None else words.NOT_STATED
    voice = item.voice.value if item.voice is not None else f"voice {words.NOT_STATED}"
    told = f"{voice} · {_said(item)} · origin: {end}"
    return Paragraph(plain(told, Tone.MUTED), indent=indent)


def _behind(register: Register, item: Item, relations: Sequence[Relation]) -> Paragraph:
    """How many voices and origins stand behind all who say this of the item."""
    others = dict.fromkeys(_other_and_verb(item, relation)[0] for relation in relations)
    ways = tuple(way_of(register, register.items[other]) for other in others)
    told = f"together {in_words(register, Provenance(ways))}"
    return Paragraph(plain(told, Tone.MUTED), indent=1)


def _note(relation: Relation) -> Iterator[Block]:
    if relation.note:
        yield Paragraph(plain(relation.note, Tone.MUTED), indent=3)


def _at_second_hand(register: Register, item: Item) -> Iterator[Block]:
    found = second_hand(register, item)
    if not found:
        return
    yield Gap()
    yield Heading("AT SECOND HAND", str(len(found)))
    for each in found:
        what = f"{each.relation.verb.value} what {each.via.verb.value} it"
        yield Paragraph((Span(what, Tone.ACCENT), *warrant(each.relation)), indent=1)
        yield item_link(register, each.relation.from_, indent=1)
        between = item_link(register, each.relation.to, indent=3, single=True)
        yield replace(between, spans=(Span("by way of ", Tone.MUTED), *between.spans))
        yield from _note(each.relation)


def _hanging(register: Register, item: Item) -> Iterator[Block]:
    """What hangs on it, by which disagreements about it are ranked."""
    items, points = hanging(register, (item.id,)), points_on(register, (item.id,))
    yield Gap()
    yield Heading("HANGS ON IT", str(len(items) + len(points)))
    yield Paragraph(plain(_HANGS, Tone.MUTED), indent=1)
    if not items and not points:
        yield Paragraph(plain(_NOTHING, Tone.MUTED), indent=1)
    for other in items[:_MOST_LISTED]:
        yield item_link(register, other.id, indent=1, single=True)
    if len(items) > _MOST_LISTED:
        nearest = f"the nearest {_MOST_LISTED} of {len(items):,}"
        yield Paragraph(plain(nearest, Tone.MUTED), indent=3)
    for point in points:
        label = Span("key point ", Tone.MUTED)
        yield Paragraph((label, Span(point.text)), indent=3, single=True)
