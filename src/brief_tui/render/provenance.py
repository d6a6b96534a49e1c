"""The chain of an item from its origin on, and how many voices and origins stand behind it."""

from __future__ import annotations

from collections.abc import Iterator

from brief_tui.analysis.origins import Provenance, Way, provenance, spread
from brief_tui.model import countries
from brief_tui.model.item import Item
from brief_tui.model.party import Source, Step
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import SourceKind, Verb, Voice, Warrant
from brief_tui.render import words
from brief_tui.render.address import passage
from brief_tui.render.layout import spans_width
from brief_tui.render.page import (
    Block,
    Drawn,
    Field,
    Gap,
    Heading,
    Line,
    Link,
    Paragraph,
    Span,
    Spans,
    Tone,
)
from brief_tui.render.parts import name_of

ORIGIN_NOT_STATED = f"origin {words.NOT_STATED}"
_FOREMOST = 3
"""How many origins the overview names."""

_ARROW = Span(" → ", Tone.MUTED)


def in_words(register: Register, found: Provenance) -> str:
    """How many voices and how many origins: ``3 voices, 1 origin``."""
    voices, origins, silent = len(found.voices), len(found.origins), found.not_stated
    if voices:
        said = f"{voices} voice{'' if voices == 1 else 's'}, "
    else:
        said = "editor's own, " if found.ways[0].item.voice is Voice.EDITOR else "voice and "
    if not origins:
        return said + ORIGIN_NOT_STATED
    said += f"{origins} origin{'' if origins == 1 else 's'}{_of_one_country(register, found)}"
    if silent == 1:
        said += f", and 1 chain whose {ORIGIN_NOT_STATED.replace('origin', 'origin is')}"
    elif silent:
        said += f", and {silent} chains whose origins are {words.NOT_STATED}"
    return said


def chain_blocks(register: Register, item: Item) -> Iterator[Block]:
    """How many origins an item has, its chain from the origin on, and what confirms it."""
    found = provenance(register, item)
    own, *confirming = found.ways
    yield Gap()
    yield Heading("CHAIN", in_words(register, found))
    if len(own.steps) > 1:
        yield Drawn(lambda width: _on_one_line(register, own, width))
    yield from _steps(register, own)
    source = register.source_of(item)
    spans = [Span(register.name(source), Tone.LINK)] if source else list(words.UNKNOWN)
    if item.locator:
        spans += (Span(" "), *passage(item.locator))
    yield Field("stands in", tuple(spans), Link(source) if source else None)
    counted = {own.origin}
    for number, way in enumerate(confirming):
        label = "" if number else "confirmed by"
        yield Field(label, _confirmer(register, item, way, counted), Link(way.item.id))
        counted.add(way.origin)


def spread_blocks(register: Register) -> Iterator[Block]:
    """How the items of the whole briefing are spread over origins."""
    found = spread(register)
    if not found.items:
        return
    behind = found.items - found.unstated
    yield Heading("ORIGINS", f"{found.origins:,} behind {behind:,} of {found.items:,} items")
    for origin, count in found.only[:_FOREMOST]:
        have, their = ("has", "its") if count == 1 else ("have", "their")
        name = Span(register.name(origin), Tone.LINK)
        spans = (Span(f"{have} "), name, Span(f" as {their} only origin"))
        yield Paragraph(spans, _number(count), link=Link(origin))
    rest = found.only[_FOREMOST:]
    if rest:
        count = sum(items for _, items in rest)
        have, their = ("has", "its") if count == 1 else ("have", "their")
        yield Paragraph((Span(f"{have} another origin as {their} only one"),), _number(count))
    have = "has" if found.several == 1 else "have"
    yield Paragraph((Span(f"{have} two origins or more"),), _number(found.several))
    have = "has" if found.unstated == 1 else "have"
    yield Paragraph((Span(f"{have} no stated origin"),), _number(found.unstated))
    yield Gap()


def _number(count: int) -> Spans:
    return (Span(f"{count:>8,}  "),)


def way_in_words(register: Register, way: Way, *, short: bool = False) -> Spans:
    """A way on one line, the origin first: ``Ministry → agency → this article``."""
    stops = [_stop(register, step.who, short=short) for step in reversed(way.steps) if step.who]
    if way.origin is None:
        stops.insert(0, Span(ORIGIN_NOT_STATED, Tone.MUTED))
    source = register.source_of(way.item)
    if source is not None:
        stops.append(_source(register, source, short=short))
    spans: list[Span] = []
    for number, stop in enumerate(stops):
        spans += (_ARROW, stop) if number else (stop,)
    return tuple(spans)


def _on_one_line(register: Register, way: Way, width: int) -> Iterator[Line]:
    """The way as a whole, with short names if need be; the steps alone where no line has room."""
    for short in (False, True):
        spans = way_in_words(register, way, short=short)
        if spans_width(spans) <= width:
            yield Line(spans)
            return


def _stop(register: Register, who: str, *, short: bool) -> Span:
    item = register.items.get(who)
    if item is not None:
        return Span(f"{words.kind(item)} {who}")
    return Span(words.short_name(register, who) if short else register.name(who))


def _source(register: Register, id_: str, *, short: bool) -> Span:
    source = register.parties.get(id_)
    is_article = isinstance(source, Source) and source.kind is SourceKind.ARTICLE
    if is_article and id_ == register.briefing.source:
        return Span("this article")
    return _stop(register, id_, short=short)


def _of_one_country(register: Register, found: Provenance) -> str:
    """Of which country all the origins are, where there are several and it is one."""
    if len(found.origins) < 2:
        return ""
    (first, *others) = (register.countries_of(origin) for origin in found.origins)
    if len(first) != 1 or any(other != first for other in others):
        return ""
    return f", {'both' if len(others) == 1 else 'all'} of {countries.name(first[0])}"


def _steps(register: Register, way: Way) -> Iterator[Block]:
    steps = way.steps[::-1]
    if way.origin is None:
        ends_in_nothing = bool(steps) and steps[0].who is None
        note = steps[0].note if ends_in_nothing else way.withheld.meaning if way.withheld else ""
        yield Field("origin", (*words.UNKNOWN, *_note(note)))
        steps = steps[1:] if ends_in_nothing else steps
    for number, step in enumerate(steps):
        is_origin = number == 0 and way.origin is not None
        yield _step(register, "origin" if is_origin else "via", step)


def _step(register: Register, label: str, step: Step) -> Field:
    if step.who is None:
        return Field(label, (*words.UNKNOWN, *_note(step.note)))
    how = Span(f"{step.how.meaning} ", Tone.MUTED)
    name = Span(name_of(register, step.who), Tone.LINK)
    return Field(label, (how, name, *_note(step.note)), Link(step.who))


def _note(note: str) -> Spans:
    return (Span(f" · {note}"),) if note else ()


def _confirmer(register: Register, item: Item, way: Way, counted: set[str | None]) -> Spans:
    """The way of an item that confirms another, whether it adds an origin, and who says so."""
    if way.origin is None:
        adds = "adds no origin"
    elif way.origin in counted:
        adds = "same origin: counted once"
    else:
        adds = "another origin" if counted - {None} else "its origin counts"
    relations = (
        relation
        for relation in register.relations.get(item.id, ())
        if (relation.from_, relation.verb) == (way.item.id, Verb.CONFIRMS)
    )
    is_stated = any(relation.warrant is Warrant.STATED for relation in relations)
    by_whom = Span(" · stated in the source", Tone.MUTED)
    if not is_stated:
        by_whom = Span(" · editor infers that it confirms", Tone.HEDGE)
    tell = Span(f" · {adds}", Tone.ACCENT)
    return (*way_in_words(register, way, short=True), tell, by_whom)
