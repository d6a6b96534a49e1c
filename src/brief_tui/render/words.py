"""Values of the model in a reader's words. What is absent reads *not stated*."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from brief_tui.analysis.known import Known, carried_on, known_by
from brief_tui.analysis.timeline import lies_ahead
from brief_tui.model import countries
from brief_tui.model.dates import MONTHS, Precision, When, day_in_words
from brief_tui.model.item import (
    Assessment,
    Claim,
    Evidence,
    Item,
    Lever,
    Likelihood,
    Option,
)
from brief_tui.model.likelihood import LikelihoodScale, term
from brief_tui.model.party import Actor, Source
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import (
    Credibility,
    Level,
    Rank,
    Reliability,
    Role,
    Verb,
    Voice,
    Word,
)
from brief_tui.render.address import passage
from brief_tui.render.page import Span, Spans, Tone

NOT_STATED = "not stated"
HEDGED = "≈"
"""Stands before the text of an item that its source hedges."""

MARK = "■"
"""Stands before what the reader marked, and before a country of the filter."""

_SHORT = 12
UNKNOWN: Spans = (Span(NOT_STATED, Tone.MUTED),)

GLYPHS: Mapping[Level | None, str] = {
    Level.NONE: "□□□",
    Level.LOW: "■□□",
    Level.MODERATE: "■■□",
    Level.HIGH: "■■■",
    Level.CONTESTED: "◇",
    None: "·",
}

_PASSIVE = {
    Verb.SUPPORTS: "supported by",
    Verb.CONFIRMS: "confirmed by",
    Verb.DISPUTES: "disputed by",
    Verb.REFUTES: "refuted by",
    Verb.QUALIFIES: "qualified by",
    Verb.CORRECTS: "corrected by",
    Verb.UPDATES: "updated by",
    Verb.UNDERCUTS: "undercut by",
}


def word(value: Word | None) -> Spans:
    """A vocabulary word as a reader reads it, or *not stated*."""
    return (Span(value.label),) if value else UNKNOWN


def text(value: str) -> Spans:
    """Text, or *not stated* where there is none."""
    return (Span(value),) if value else UNKNOWN


def voice_and_meaning(voice: Voice | None) -> Spans:
    """Whose voice, and what that means."""
    if voice is None:
        return UNKNOWN
    tone = Tone.HEDGE if voice is Voice.EDITOR else Tone.PLAIN
    return (Span(voice.value, tone), Span(f" · {voice.meaning}", Tone.MUTED))


def voice_aside(voice: Voice | None) -> Span:
    """Whose voice, as an aside behind a value."""
    if voice is None:
        return Span(f" · voice {NOT_STATED}", Tone.MUTED)
    tone = Tone.HEDGE if voice is Voice.EDITOR else Tone.MUTED
    return Span(f" · voice: {voice.value}", tone)


def when(value: When | None) -> Spans:
    """A date in words, or *not stated*."""
    return (Span(str(value)),) if value else UNKNOWN


def event_label(register: Register, item: Item) -> str:
    """What an item's event did: happened, is expected after the as-of date, or would happen."""
    if isinstance(item, Option):
        return "would happen"
    ahead = item.event is not None and lies_ahead(register.briefing, item.event)
    return "expected" if ahead else "happened"


def short_date(value: When | None, year: int | None) -> str:
    """A date for a narrow column: no year where it is ``year``.

    ``~`` and ``?`` stand before it, where no narrow column cuts them off.
    """
    if value is None:
        return NOT_STATED
    first, last = value.start, value.end
    mark = ("~" if value.is_approximate else "") + ("?" if value.is_uncertain else "")
    if not value.is_interval or (first.first, first.last) == (last.first, last.last):
        return mark + _short_point(first.first, first.precision, year)
    same_month = (first.first.year, first.first.month) == (last.first.year, last.first.month)
    if first.precision is last.precision is Precision.DAY and same_month:
        return f"{mark}{first.first.day}–{_short_point(last.first, Precision.DAY, year)}"
    head = _short_point(first.first, first.precision, last.first.year)
    return f"{mark}{head}–{_short_point(last.first, last.precision, year)}"


def _short_point(day: date, precision: Precision, year: int | None) -> str:
    if precision is Precision.YEAR:
        return f"{day.year:04}"
    with_year = "" if day.year == year else f" {day.year:04}"
    if precision is Precision.MONTH:
        return f"{MONTHS[day.month]}{with_year}"
    return f"{day.day} {MONTHS[day.month]}{with_year}"


def likelihood(register: Register, value: Likelihood | None, scale: LikelihoodScale) -> Spans:
    """A likelihood with its scale, band, assessor and voice; or *not stated*."""
    if value is None:
        return UNKNOWN
    found = term(scale, value.term)
    spans = [Span(str(found) if found else value.term, Tone.STRONG)]
    spans.append(Span(f" · {found.band} on {scale.meaning}" if found else " · not on the scale"))
    who = register.name(value.assessor) if value.assessor else NOT_STATED
    spans.append(Span(f" · assessor: {who}"))
    spans.append(voice_aside(value.voice))
    if value.wording:
        spans.append(Span(f" · “{value.wording}”"))
    return tuple(spans)


def level(value: Level | None) -> Spans:
    """A level of leverage: its glyph and its word."""
    if value is None:
        return (Span(f"{GLYPHS[None]:<4}", Tone.MUTED), Span(NOT_STATED, Tone.MUTED))
    tone = Tone.WARNING if value is Level.CONTESTED else Tone.PLAIN
    return (Span(f"{GLYPHS[value]:<4}", Tone.ACCENT), Span(value.value, tone))


def lever(register: Register, value: Lever) -> Spans:
    """One voice on one dimension: level, wording, assessor, voice and place in the source."""
    spans = [*level(value.level)]
    if value.wording:
        spans.append(Span(f" “{value.wording}”"))
    who = register.name(value.assessor) if value.assessor else f"assessor {NOT_STATED}"
    spans.append(Span(f" · {who}"))
    spans.append(voice_aside(value.voice))
    if value.locator:
        spans += (Span(" · ", Tone.MUTED), *passage(value.locator, Tone.MUTED))
    return tuple(spans)


def roles(matched: Mapping[str, tuple[Role, ...]]) -> str:
    """Countries with their roles: ``South Korea as speaker, target``."""
    return "; ".join(
        f"{countries.name(code)} as {', '.join(found)}" for code, found in matched.items()
    )


def short_roles(matched: Mapping[str, tuple[Role, ...]], *, whole: bool = False) -> str:
    """The first role and how many more there are, of one country; of several, behind its code.

    As ``speaker+1``, or ``KR speaker RU place``; ``whole`` gives every role.
    """
    if not matched:
        return ""

    def short(found: tuple[Role, ...]) -> str:
        if whole:
            return ", ".join(found)
        return f"{found[0]}+{len(found) - 1}" if len(found) > 1 else str(found[0])

    if len(matched) == 1:
        return short(next(iter(matched.values())))
    return " ".join(f"{code} {short(found)}" for code, found in matched.items())


def grade(register: Register, item: Claim | Evidence) -> Spans:
    """Reliability of the source and credibility of the information, as ``F6``, spelled out."""
    source_id = register.source_of(item)
    source = register.parties.get(source_id) if source_id else None
    reliability = source.reliability if isinstance(source, Source) else Reliability.F
    if reliability is Reliability.F and item.credibility is Credibility.CANNOT_BE_JUDGED:
        return (Span("F6"), Span(" · no basis to judge source or information", Tone.MUTED))
    return (
        Span(f"{reliability.value}{item.credibility.value}", Tone.STRONG),
        Span(f" · source: {reliability.meaning}; information: {item.credibility.meaning}"),
    )


def kind(item: Item) -> str:
    """What an item is, in one word."""
    if isinstance(item, Evidence):
        return item.kind.value if item.kind else "evidence"
    if isinstance(item, Claim):
        return "claim"
    return "assessment" if isinstance(item, Assessment) else "option"


def voice_of_row(register: Register, item: Item) -> Span:
    """Whose voice a row is in: the party's short name, or that it is the article's or editor's."""
    party: str | None = None
    if isinstance(item, Claim):
        party = item.speaker
    elif isinstance(item, Assessment):
        party = item.expert
    elif isinstance(item, Option):
        party = item.actor
    if party is not None:
        return Span(short_name(register, party))
    if isinstance(item, Evidence):
        return Span(kind(item), Tone.ACCENT)
    if item.voice in (Voice.ARTICLE, Voice.EDITOR):
        return Span(item.voice.value, Tone.HEDGE)
    return Span(NOT_STATED, Tone.MUTED)


def known_mark(register: Register, item: Item) -> str:
    """What must be said of an item's date where only what was known by a day is shown.

    Empty where the item was known by then, or everything is shown.
    """
    if register.known_on is None:
        return ""
    carried = carried_on(register, item)
    known = known_by(item, register.known_on, carried)
    return "" if known is Known.KNOWN else known.value


def as_known(register: Register) -> str:
    """What a title says where only what was known by a day is shown; empty where all is."""
    return as_known_by(register.known_on)


def as_known_by(day: date | None) -> str:
    """The same of a day, or of none."""
    return f" · as known on {day_in_words(day)}" if day is not None else ""


def row_text(register: Register, item: Item, tone: Tone = Tone.PLAIN) -> Spans:
    """An item's text for one line, behind what must not be missed where the rest is cut off.

    That is whether it was known by the day looked at, a rank of deprecated, a voice that
    ``voice_of_row`` does not tell, and a mark for a hedge.
    """
    spans: list[Span] = []
    known = known_mark(register, item)
    if known:
        spans.append(Span(f"{known}: ", Tone.HEDGE))
    if item.rank is Rank.DEPRECATED:
        spans.append(Span("deprecated: ", Tone.WARNING))
        tone = Tone.MUTED
    told = voice_of_row(register, item).text
    if item.voice not in (None, Voice.REPORTED) and item.voice != told:
        spans.append(Span(f"{item.voice}: ", Tone.HEDGE))
    if item.hedge:
        spans.append(Span(f"{HEDGED} ", Tone.HEDGE))
    return (*spans, Span(item.text, tone))


def short_name(register: Register, party: str) -> str:
    """The party's name, or an actor's shortest alias where the name is too long for a column."""
    found = register.parties.get(party)
    name = register.name(party)
    if isinstance(found, Actor) and len(name) > _SHORT:
        return min((name, *found.aliases), key=len)
    return name


def passive(verb: Verb) -> str:
    """How a relation reads from the side it points at."""
    return _PASSIVE[verb]
