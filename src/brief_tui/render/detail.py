"""Everything a briefing holds on one thing, as a page: items, sources and actors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brief_tui.analysis.leverage import DIMENSIONS, coverage, options_of
from brief_tui.analysis.standing import hanging_on
from brief_tui.model import countries
from brief_tui.model.briefing import Relation
from brief_tui.model.chain import chain_of
from brief_tui.model.item import Assessment, Claim, Evidence, Item, Option, Place
from brief_tui.model.party import Actor, Source
from brief_tui.model.problem import Position
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Rank, Role, Verification, Voice, Warrant
from brief_tui.render import words
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

Roles = Mapping[str, tuple[Role, ...]]
_NO_ROLES: Roles = {}


def item_page(
    register: Register, item: Item, matched: Roles = _NO_ROLES, position: Position | None = None
) -> Page:
    """The page of a claim, piece of evidence, assessment or option.

    ``matched`` says by which roles a country filter found it; ``position`` where it is written.
    """
    return (
        *_title(item),
        *_parties(register, item),
        Gap(),
        *_manner(register, item),
        Gap(),
        *_dates(register, item),
        *_bearing(register, item, matched),
        *_figures(register, item),
        *_particulars(register, item),
        *_chain(register, item),
        *_relations(register, item),
        *_note(item),
        *_written(item.id, position),
    )


def party_page(register: Register, party: Source | Actor, position: Position | None = None) -> Page:
    """The page of a source or an actor, with what hangs on it."""
    about = _source(register, party) if isinstance(party, Source) else _actor(register, party)
    return (
        Paragraph(plain(party.name, Tone.STRONG)),
        Gap(),
        *about,
        *_options_of(register, party),
        *_drawn_on_by(register, party),
        *_hanging(register, party),
        *_written(party.id, position),
    )


def item_link(
    register: Register, id_: str, before: Spans = (), *, indent: int = 0, single: bool = False
) -> Paragraph:
    """An entry of a list of links: what kind of thing, whose voice, and its text."""
    item = register.items.get(id_)
    lead = (Span("› ", Tone.LINK), *before)
    if item is None:
        return Paragraph(plain(register.name(id_), Tone.LINK), lead, indent, Link(id_))
    voice = words.voice_of_row(register, item)
    head = [Span(f"{words.kind(item)} ", Tone.MUTED)]
    if voice.text != words.kind(item):
        head.append(Span(f"{voice.text}: ", voice.tone))
    return Paragraph((*head, Span(item.text, Tone.LINK)), lead, indent, Link(id_), single)


def _title(item: Item) -> Iterator[Block]:
    tone = Tone.MUTED if item.rank is Rank.DEPRECATED else Tone.STRONG
    yield Paragraph(plain(item.text, tone))
    if item.rank is not Rank.NORMAL:
        reason = f": {item.rank_reason}" if item.rank_reason else ""
        yield Paragraph(plain(f"{item.rank.value}{reason}", Tone.WARNING))
    yield Gap()


def _parties(register: Register, item: Item) -> Iterator[Block]:
    if isinstance(item, Claim):
        if item.speaker is not None or item.voice not in (Voice.ARTICLE, Voice.EDITOR):
            yield _party(register, "speaker", item.speaker)
        if item.audience:
            yield Field("said to", plain(item.audience))
    elif isinstance(item, Assessment):
        yield _party(register, "expert", item.expert)
        yield Field("affiliation", words.text(item.affiliation))
    elif isinstance(item, Option):
        yield _party(register, "actor", item.actor)
        if not item.targets:
            yield Field("target", words.UNKNOWN)
        for target in item.targets:
            yield _party(register, "target", target)
    elif isinstance(item, Evidence):
        yield Field("form", words.word(item.kind))


def _party(register: Register, label: str, id_: str | None) -> Field:
    if id_ is None:
        return Field(label, words.UNKNOWN)
    party = register.parties.get(id_)
    spans = [Span(register.name(id_), Tone.LINK)]
    if party is not None and party.descriptor:
        spans.append(Span(f", {party.descriptor}"))
    codes = register.countries_of(id_)
    own = ", ".join(countries.name(code) for code in codes)
    if own and own != register.name(id_):
        spans.append(Span(f" ({own})", Tone.MUTED))
    return Field(label, tuple(spans), Link(id_))


def _manner(register: Register, item: Item) -> Iterator[Block]:
    yield Field("voice", words.voice_and_meaning(item.voice))
    if item.hedge:
        hedges = ", ".join(f"“{hedge}”" for hedge in item.hedge)
        yield Field("hedge", plain(hedges, Tone.HEDGE))
    else:
        yield Field("hedge", plain("none recorded", Tone.MUTED))
    if isinstance(item, Claim | Assessment):
        yield Field("basis", words.word(item.basis))
    if isinstance(item, Claim | Evidence):
        yield Field("grade", words.grade(register, item))
    if isinstance(item, Evidence):
        for label, state in (
            ("place", item.place_verified),
            ("identity", item.identity_verified),
            ("origin", item.origin_verified),
        ):
            yield Field(label, _verification(state))
    if isinstance(item, Assessment):
        scale = register.briefing.likelihood_scale
        yield Field("likelihood", words.likelihood(register, item.likelihood, scale))
        yield Field("confidence", _confidence(item))


def _verification(state: Verification | None) -> Spans:
    if state is None:
        return words.UNKNOWN
    tone = Tone.PLAIN if state is Verification.VERIFIED else Tone.HEDGE
    return (Span(state.meaning, tone),)


def _confidence(item: Assessment) -> Spans:
    if item.confidence is None:
        return words.UNKNOWN
    spans = [Span(item.confidence.level.value, Tone.STRONG)]
    if item.confidence.why:
        spans.append(Span(f": {item.confidence.why}"))
    if item.confidence.voice:
        spans.append(Span(f" · voice: {item.confidence.voice.value}", Tone.HEDGE))
    return tuple(spans)


def _dates(register: Register, item: Item) -> Iterator[Block]:
    yield Field("would happen" if isinstance(item, Option) else "happened", words.when(item.event))
    yield Field("said", words.when(item.said))
    yield Field("published", _published(register, item))
    if item.dating:
        yield Field("dated from", plain(f"“{item.dating}”"))


def _published(register: Register, item: Item) -> Spans:
    """The item's own date of publication, or that of the source it stands in, told apart."""
    source = register.parties.get(register.source_of(item) or "")
    if item.published is None and isinstance(source, Source) and source.published is not None:
        return (Span(str(source.published)), Span(" · the source it stands in", Tone.MUTED))
    return words.when(item.published)


def _bearing(register: Register, item: Item, matched: Roles) -> Iterator[Block]:
    for place in item.places:
        yield Field("where", _place(place))
    roles = register.roles_of(item)
    if roles:
        yield Field("countries", plain(words.roles(roles)))
    if matched:
        yield Field("matched", plain(words.roles(matched), Tone.ACCENT))


def _place(place: Place) -> Spans:
    spans = [Span(f"{place.nearness.value} {place.name}" if place.nearness else place.name)]
    area = ", ".join(
        part
        for part in (
            place.subdivision or "",
            countries.name(place.country) if place.country else "",
        )
        if part
    )
    if area:
        spans.append(Span(f" ({area})", Tone.MUTED))
    if place.hedge:
        spans.append(Span(f" “{place.hedge}”", Tone.HEDGE))
    return tuple(spans)


def _figures(register: Register, item: Item) -> Iterator[Block]:
    if item.figures:
        yield Gap()
        yield Heading("FIGURES")
        for figure in item.figures:
            yield Paragraph(words.figure(register, figure), indent=1)


def _particulars(register: Register, item: Item) -> Iterator[Block]:
    if isinstance(item, Assessment) and item.rests_on:
        yield from _links(register, "RESTS ON", item.rests_on)
    if isinstance(item, Option):
        yield Gap()
        yield Field("state", words.word(item.state))
        instruments = ", ".join(each.value for each in item.instruments)
        yield Field("instruments", words.text(instruments))
        yield Field("channel", words.text(item.channel))
        for label, texts in (
            ("constraints", item.constraints),
            ("motives", item.motives),
            ("precedent", item.precedent),
        ):
            if not texts:
                yield Field(label, words.UNKNOWN)
            for number, text in enumerate(texts):
                yield Field("" if number else label, plain(text))
        yield from _leverage(register, item)
        if item.rests_on:
            yield from _links(register, "RESTS ON", item.rests_on)


def _leverage(register: Register, option: Option) -> Iterator[Block]:
    yield Gap()
    yield Heading("LEVERAGE", str(coverage((option,))))
    for dimension in DIMENSIONS:
        label = dimension.value.replace("_", " ")
        levers = option.leverage.on(dimension)
        if not levers:
            yield Field(label, words.level(None))
        for number, lever in enumerate(levers):
            yield Field("" if number else label, words.lever(register, lever))
    scale = register.briefing.likelihood_scale
    yield Field("likely to be used", words.likelihood(register, option.likelihood_of_use, scale))
    yield Field("likely to work", words.likelihood(register, option.likelihood_of_effect, scale))


def _chain(register: Register, item: Item) -> Iterator[Block]:
    chain = chain_of(register, item)
    yield Gap()
    yield Heading("CHAIN", "runs in a circle" if chain.circular else "")
    if chain.origin is None:
        yield Field("origin", words.UNKNOWN)
    for number, step in enumerate(reversed(chain.steps)):
        if step.who is None:
            continue
        first = number == 0 and chain.origin is not None
        spans = [Span(_name_of(register, step.who), Tone.LINK)]
        spans.append(Span(f" · {step.how.meaning}", Tone.MUTED))
        if step.note:
            spans.append(Span(f" · {step.note}"))
        yield Field("origin" if first else "via", tuple(spans), Link(step.who))
    source = register.source_of(item)
    at = " ".join(item.locator)
    spans = [Span(register.name(source), Tone.LINK)] if source else list(words.UNKNOWN)
    if at:
        spans.append(Span(f" {at}"))
    yield Field("stands in", tuple(spans), Link(source) if source else None)


def _name_of(register: Register, id_: str) -> str:
    item = register.items.get(id_)
    return item.text if item is not None else register.name(id_)


def _relations(register: Register, item: Item) -> Iterator[Block]:
    yield Gap()
    yield Heading("RELATIONS")
    relations = register.relations.get(item.id, ())
    if not relations:
        yield Paragraph(plain("none in this briefing", Tone.MUTED), indent=1)
    for relation in relations:
        yield from _relation(register, relation, item.id)


def _relation(register: Register, relation: Relation, own: str) -> Iterator[Block]:
    outgoing = relation.from_ == own
    verb = relation.verb.value if outgoing else words.passive(relation.verb)
    by_whom = "stated in the source" if relation.warrant is Warrant.STATED else "editor infers"
    where = f" {' '.join(relation.locator)}" if relation.locator else ""
    tone = Tone.MUTED if relation.warrant is Warrant.STATED else Tone.HEDGE
    yield Paragraph((Span(verb, Tone.ACCENT), Span(f" · {by_whom}{where}", tone)), indent=1)
    yield item_link(register, relation.to if outgoing else relation.from_, indent=1)
    if relation.note:
        yield Paragraph(plain(relation.note, Tone.MUTED), indent=3)


def _links(register: Register, title: str, ids: tuple[str, ...]) -> Iterator[Block]:
    yield Gap()
    yield Heading(title)
    for id_ in ids:
        yield item_link(register, id_)


def _note(item: Item) -> Iterator[Block]:
    if item.note:
        yield Gap()
        yield Heading("EDITOR'S NOTE")
        yield Paragraph(plain(item.note), indent=1)


def _written(id_: str, position: Position | None) -> Iterator[Block]:
    yield Gap()
    place = f"{position.file.name}, line {position.line}, as " if position is not None else "as "
    yield Field("written in", (Span(place, Tone.MUTED), Span(id_)))


def _source(register: Register, source: Source) -> Iterator[Block]:
    yield Field("kind", words.word(source.kind))
    yield Field("described as", words.text(source.descriptor))
    yield Field("country", words.text(countries.name(source.country) if source.country else ""))
    reliability = f" · {source.reliability.meaning}"
    yield Field("reliability", (Span(source.reliability.value, Tone.STRONG), Span(reliability)))
    yield Field("tags", words.text(", ".join(tag.value for tag in source.tags)))
    yield Field("published", words.when(source.published))
    yield Field("address", words.text(source.url or ""))
    for step in source.chain:
        who = _name_of(register, step.who) if step.who else "origin not stated"
        note = f" · {step.note}" if step.note else ""
        spans = (Span(who, Tone.LINK), Span(f" · {step.how.meaning}{note}", Tone.MUTED))
        yield Field("draws on", spans, Link(step.who) if step.who else None)


def _actor(register: Register, actor: Actor) -> Iterator[Block]:
    if actor.descriptor:
        yield Field("described as", plain(actor.descriptor))
    if actor.aliases:
        yield Field("also", plain(", ".join(actor.aliases)))
    yield Field("class", words.word(actor.identity_class))
    yield Field("country", words.text(countries.name(actor.country) if actor.country else ""))
    if actor.affiliation:
        yield _party(register, "belongs to", actor.affiliation)
    for member in actor.members:
        yield _party(register, "member", member)


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
                label = f"{dimension.value.replace('_', ' ')} "
                spans = (Span(label, Tone.LABEL), *words.lever(register, lever))
                yield Paragraph(spans, indent=2)


def _drawn_on_by(register: Register, party: Source | Actor) -> Iterator[Block]:
    sources = [
        source
        for source in register.briefing.sources
        if any(step.who == party.id for step in source.chain)
    ]
    if sources:
        yield Gap()
        yield Heading("DRAWN ON BY")
        for source in sources:
            name = plain(source.name, Tone.LINK)
            yield Paragraph(name, (Span("› ", Tone.LINK),), link=Link(source.id))


def _hanging(register: Register, party: Source | Actor) -> Iterator[Block]:
    items = hanging_on(register).get(party.id, ())
    count = f"{len(items)} item" + ("" if len(items) == 1 else "s")
    yield Gap()
    yield Heading("HANGS ON IT", count)
    for item in items:
        yield item_link(register, item.id)
    if not items:
        yield Paragraph(plain("nothing in this briefing", Tone.MUTED), indent=1)
