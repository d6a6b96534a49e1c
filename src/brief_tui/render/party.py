"""The page of a source or an actor, with what rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from brief_tui.analysis.leverage import DIMENSIONS, coverage, options_of
from brief_tui.model import countries
from brief_tui.model.party import Actor, Source
from brief_tui.model.problem import Position
from brief_tui.model.register import Register
from brief_tui.render import words
from brief_tui.render.address import address
from brief_tui.render.page import (
    Block,
    Field,
    Gap,
    Heading,
    Link,
    Page,
    Paragraph,
    Span,
    Spans,
    Tone,
    plain,
)
from brief_tui.render.parts import item_link, name_of, party_field, written


def party_page(
    register: Register,
    party: Source | Actor,
    position: Position | None = None,
    *,
    rests: bool = True,
) -> Page:
    """The page of a source or an actor; ``rests`` adds what rests on it, in short."""
    about = _source(register, party) if isinstance(party, Source) else _actor(register, party)
    return (
        Paragraph(plain(party.name, Tone.STRONG)),
        Gap(),
        *about,
        *_options_of(register, party),
        *_options_on(register, party),
        *_drawn_on_by(register, party),
        *(_resting(register, party) if rests else ()),
        *written(party.id, position),
    )


def _drawn_on_by(register: Register, party: Source | Actor) -> Iterator[Block]:
    sources = [
        source
        for source in register.briefing.sources
        if any(step.who == party.id for step in source.chain)
    ]
    if sources:
        yield Gap()
        yield Heading("DRAWN ON BY", str(len(sources)))
        for source in sources:
            name = plain(source.name, Tone.LINK)
            yield Paragraph(name, (Span("› ", Tone.LINK),), link=Link(source.id))


def _source(register: Register, source: Source) -> Iterator[Block]:
    yield Field("kind", words.word(source.kind))
    yield Field("described as", words.text(source.descriptor))
    yield Field("country", words.text(countries.name(source.country) if source.country else ""))
    reliability = f" · {source.reliability.meaning}"
    yield Field("reliability", (Span(source.reliability.value, Tone.STRONG), Span(reliability)))
    yield Field("tags", words.text(", ".join(tag.value for tag in source.tags)))
    yield Field("published", words.when(source.published))
    yield Field("address", address(source.url) if source.url else words.UNKNOWN)
    for step in source.chain:
        who = name_of(register, step.who) if step.who else "origin not stated"
        note = f" · {step.note}" if step.note else ""
        spans = (Span(who, Tone.LINK), Span(f" · {step.how.meaning}{note}", Tone.MUTED))
        yield Field("draws on", spans, Link(step.who) if step.who else None)


def _actor(register: Register, actor: Actor) -> Iterator[Block]:
    if actor.descriptor:
        yield Field("described as", plain(actor.descriptor))
    if actor.aliases:
        yield Field("also", plain(", ".join(actor.aliases)))
    yield Field("class", words.word(actor.identity_class))
    yield Field("country", _country(register, actor))
    if actor.affiliation:
        yield party_field(register, "belongs to", actor.affiliation)
    for member in actor.members:
        yield party_field(register, "member", member)


def _country(register: Register, actor: Actor) -> Spans:
    """The actor's country; one that it has only by its body or members is marked so."""
    names = ", ".join(countries.name(code) for code in register.countries_of(actor.id))
    if not names or actor.country is not None:
        return words.text(names)
    through = "the body it belongs to" if actor.affiliation else "its members"
    return (Span(names), Span(f" · by {through}", Tone.MUTED))


def _options_of(register: Register, party: Source | Actor) -> Iterator[Block]:
    options = options_of(register, party.id)
    if not options:
        return
    yield Gap()
    yield Heading("OPTIONS", f"leverage: {coverage(options)}")
    for option in options:
        state = option.state.meaning if option.state else f"state {words.NOT_STATED}"
        yield Paragraph(
            (Span(option.text, Tone.LINK), Span(f" · {state}", Tone.MUTED)),
            (Span("› ", Tone.LINK),),
            link=Link(option.id),
        )
        targets = ", ".join(register.name(target) for target in option.targets)
        yield Paragraph((Span("on "), *words.text(targets)), indent=2)
        for dimension in DIMENSIONS:
            for lever in option.leverage.on(dimension):
                label = f"{dimension.label} "
                spans = (Span(label, Tone.LABEL), *words.lever(register, lever))
                yield Paragraph(spans, indent=2)


def _options_on(register: Register, party: Source | Actor) -> Iterator[Block]:
    options = [option for option in register.briefing.options if party.id in option.targets]
    if options:
        yield Gap()
        yield Heading("OPTIONS ON IT", str(len(options)))
        for option in options:
            yield item_link(register, option.id, single=True)


def _resting(register: Register, party: Source | Actor) -> Iterator[Block]:
    from brief_tui.render.rests import rests_in_short

    return rests_in_short(register, party.id)
