"""Everything a briefing holds on one item, as a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from brief_tui.analysis.known import Known, carried_on, dated, known_by
from brief_tui.analysis.leverage import DIMENSIONS, coverage
from brief_tui.analysis.origins import way_of
from brief_tui.analysis.timeline import lies_ahead
from brief_tui.model import countries
from brief_tui.model.dates import day_in_words
from brief_tui.model.item import Assessment, Claim, Evidence, Item, Option, Place
from brief_tui.model.party import Source
from brief_tui.model.problem import Position
from brief_tui.model.register import Register, Roles
from brief_tui.model.vocabulary import Rank, Verification, Voice
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
from brief_tui.render.parts import item_link, name_of, party_field, written
from brief_tui.render.provenance import chain_blocks
from brief_tui.render.stands import stands_blocks

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
        *chain_blocks(register, item),
        *stands_blocks(register, item),
        *_note(item),
        *written(item.id, position),
    )


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
            yield party_field(register, "speaker", item.speaker)
        if item.audience:
            yield Field("said to", plain(item.audience))
    elif isinstance(item, Assessment):
        yield party_field(register, "expert", item.expert)
        yield Field("affiliation", words.text(item.affiliation))
    elif isinstance(item, Option):
        yield party_field(register, "actor", item.actor)
        if not item.targets:
            yield Field("target", words.UNKNOWN)
        for target in item.targets:
            yield party_field(register, "target", target)
        if item.voice is Voice.REPORTED:
            yield Field("comes from", _provenance(register, item))
    elif isinstance(item, Evidence):
        yield Field("form", words.word(item.kind))


def _provenance(register: Register, item: Item) -> Spans:
    """Where a reported option comes from, and by way of whom.

    An option has no speaker of its own, and who stands nearest in its chain may only relay it.
    """
    way = way_of(register, item)
    origin = Span(name_of(register, way.origin)) if way.origin else words.UNKNOWN[0]
    steps = way.steps if way.origin is None else way.steps[:-1]
    relays = [name_of(register, step.who) for step in steps if step.who is not None]
    if not relays:
        return (origin,)
    return (origin, Span(f", by way of {', '.join(reversed(relays))}", Tone.MUTED))


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
    spans.append(words.voice_aside(item.confidence.voice))
    return tuple(spans)


def _dates(register: Register, item: Item) -> Iterator[Block]:
    yield Field(words.event_label(register, item), event(register, item))
    yield Field("said", words.when(item.said))
    yield Field("published", _published(register, item))
    if item.dating:
        yield Field("dated from", plain(f"“{item.dating}”"))
    if register.known_on is not None:
        yield Field("as known on", _known(register, register.known_on, item))


def event(register: Register, item: Item) -> Spans:
    """When an item's event was, with a word where it lies after the as-of date."""
    as_of = register.briefing.as_of
    if as_of is None or item.event is None or not lies_ahead(register.briefing, item.event):
        return words.when(item.event)
    return (Span(str(item.event)), Span(f" · after the as-of date, {as_of}", Tone.HEDGE))


_KNOWN_AS = {
    Known.KNOWN: "had been said by then",
    Known.PERHAPS: "perhaps later: its date is not exact enough to tell",
    Known.UNDATED: "when it was said is not stated",
    Known.LATER: "said later",
}


def _known(register: Register, day: date, item: Item) -> Spans:
    """Whether the item was known by the day that is looked at, and how one can tell."""
    carried = carried_on(register, item)
    known = known_by(item, day, carried)
    tone = Tone.PLAIN if known is Known.KNOWN else Tone.HEDGE
    why = _KNOWN_AS[known]
    if dated(item) is None and known is Known.KNOWN:
        why = "published by then; when it was said is not stated"
    elif known is Known.UNDATED:
        when = f"; it stands in a source of {carried}" if carried else ""
        why = f"undated: {why}{when}, so that it stays"
    return (Span(day_in_words(day)), Span(f" · {why}", tone))


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
        from brief_tui.render.measure import item_figures

        yield from item_figures(register, item)


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
        label = dimension.label
        levers = option.leverage.on(dimension)
        if not levers:
            yield Field(label, words.level(None))
        for number, lever in enumerate(levers):
            yield Field("" if number else label, words.lever(register, lever))
            for id_ in lever.basis:
                spans = (Span("rests on ", Tone.MUTED), Span(name_of(register, id_), Tone.LINK))
                yield Field("", spans, Link(id_))
    scale = register.briefing.likelihood_scale
    yield Field("likely to be used", words.likelihood(register, option.likelihood_of_use, scale))
    yield Field("likely to work", words.likelihood(register, option.likelihood_of_effect, scale))


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
