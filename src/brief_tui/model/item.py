"""The items of a briefing: claims, evidence, assessments and options."""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Annotated

from brief_tui.model.dates import When
from brief_tui.model.party import Step
from brief_tui.model.reference import (
    ActorId,
    BasisId,
    CountryCode,
    Id,
    MeasureId,
    PartyId,
    SourceId,
    SubdivisionCode,
)
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import (
    Basis,
    Confidence,
    Credibility,
    Dimension,
    EvidenceKind,
    Instrument,
    Level,
    Nearness,
    OptionState,
    Qualifier,
    Rank,
    Role,
    Verification,
    Voice,
)

NO_COUNTRIES: Mapping[str, tuple[Role, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What a figure counts. Only figures of one measure may be compared."""

    id: Annotated[Id, "The author's own stable id."]
    name: Annotated[str, "What is counted, in a few words."]
    unit: Annotated[str, "The unit counted, as `soldiers`."] = ""
    note: Annotated[str, "What it does and does not include."] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A value, a range, or a quantity given only in words."""

    value: Annotated[float | None, "The number, where one number is given."] = None
    low: Annotated[float | None, "Lower end of a range."] = None
    high: Annotated[float | None, "Upper end of a range."] = None
    words: Annotated[str, "The quantity in the source's own words, as `dozens`."] = ""
    qualifier: Annotated[Qualifier | None, "How exact the figure claims to be."] = None
    unit: Annotated[str, "The unit; the measure's where absent."] = ""
    measure: Annotated[MeasureId | None, "What is being counted."] = None
    as_of: Annotated[When | None, "The date the figure holds for."] = None
    derived: Annotated[bool, "Whether the editor worked it out."] = False
    derived_from: Annotated[str, "From what it was worked out, as `2 × 6,000`."] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something happened or is said to have happened."""

    name: Annotated[str, "The place's name."]
    nearness: Annotated[Nearness | None, "At it, near it, in it or towards it."] = None
    country: Annotated[CountryCode | None, "The country it lies in."] = None
    subdivision: Annotated[SubdivisionCode | None, "ISO 3166-2 code, as RU-PRI."] = None
    hedge: Annotated[str, "The source's own hedge about the place."] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likelihood:
    """How likely an event or development is, on the briefing's scale."""

    term: Annotated[str, "A term of the briefing's likelihood scale."]
    assessor: Annotated[PartyId | None, "Who judges so."] = None
    voice: Annotated[Voice | None, "Whose voice states it."] = None
    wording: Annotated[str, "The source's own words."] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedConfidence:
    """An assessor's confidence, kept apart from likelihood."""

    level: Annotated[Confidence, "Low, moderate or high."]
    why: Annotated[str, "Sourcing, assumptions, argument."] = ""
    voice: Annotated[Voice | None, "Whose voice states it."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What claims, evidence, assessments and options have in common."""

    id: Annotated[Id, "The author's own stable id, unique in the briefing."]
    text: Annotated[str, "What is said, shown, judged or could be done, in the editor's words."]
    event: Annotated[When | None, "When it happened, or would."] = None
    said: Annotated[When | None, "When it was said."] = None
    published: Annotated[When | None, "When it was published."] = None
    dating: Annotated[
        str, "How the source dates it, as `a week ago`, where the date was worked out."
    ] = ""
    places: Annotated[tuple[Place, ...], "Where."] = ()
    countries: Annotated[
        Mapping[CountryCode, tuple[Role, ...]],
        "Countries the item bears on beyond those of its parties and places, with their roles.",
    ] = field(default_factory=lambda: NO_COUNTRIES)
    figures: Annotated[tuple[Figure, ...], "Every figure it states."] = ()
    hedge: Annotated[tuple[str, ...], "The source's own hedging words."] = ()
    voice: Annotated[Voice | None, "Whose voice it is in."] = None
    rank: Annotated[Rank, "Which of several statements to take first."] = Rank.NORMAL
    rank_reason: Annotated[str, "Why it is preferred or deprecated."] = ""
    source: Annotated[
        SourceId | None, "The source it stands in; the briefing's own where absent."
    ] = None
    locator: Annotated[tuple[str, ...], "Where it stands in the source, as `¶7`."] = ()
    chain: Annotated[tuple[Step, ...], "Steps back to its origin, nearest first."] = ()
    note: Annotated[str, "The editor's note."] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Item):
    """What somebody said to be so."""

    speaker: Annotated[PartyId | None, "Who said it."] = None
    audience: Annotated[str, "To whom it was said, as the source states."] = ""
    basis: Annotated[Basis | None, "How the speaker knows."] = None
    credibility: Annotated[
        Credibility, "Admiralty credibility; 6, cannot be judged, unless graded."
    ] = Credibility.CANNOT_BE_JUDGED


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Item):
    """A video, photo, document or report: what it shows, and what of it is verified."""

    kind: Annotated[EvidenceKind | None, "What form it has."] = None
    place_verified: Annotated[Verification | None, "What is known of where it was made."] = None
    identity_verified: Annotated[Verification | None, "What is known of who is in it."] = None
    origin_verified: Annotated[Verification | None, "What is known of who made it."] = None
    credibility: Annotated[
        Credibility, "Admiralty credibility; 6, cannot be judged, unless graded."
    ] = Credibility.CANNOT_BE_JUDGED


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Item):
    """A judgement by a named expert or body."""

    expert: Annotated[PartyId | None, "Who judges."] = None
    affiliation: Annotated[str, "The expert's affiliation, as the source gives it."] = ""
    basis: Annotated[Basis | None, "How the expert came to it."] = None
    rests_on: Annotated[tuple[BasisId, ...], "What the judgement rests on."] = ()
    likelihood: Annotated[Likelihood | None, "Only where stated, or marked as the editor's."] = None
    confidence: Annotated[
        StatedConfidence | None, "Only where stated, or marked as the editor's."
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """One voice on one dimension of an option's leverage."""

    level: Annotated[Level, "None, low, moderate, high or contested."]
    assessor: Annotated[PartyId | None, "Who says so."] = None
    voice: Annotated[Voice | None, "Whose voice it is in."] = None
    basis: Annotated[tuple[BasisId, ...], "The items it rests on."] = ()
    wording: Annotated[str, "The source's own wording."] = ""
    locator: Annotated[tuple[str, ...], "Where it stands in the source."] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leverage:
    """The dimensions of an option's leverage, each with every voice on it; empty: not stated."""

    capability: Annotated[tuple[Lever, ...], Dimension.CAPABILITY.meaning] = ()
    willingness: Annotated[tuple[Lever, ...], Dimension.WILLINGNESS.meaning] = ()
    target_dependence: Annotated[tuple[Lever, ...], Dimension.TARGET_DEPENDENCE.meaning] = ()
    target_absorption: Annotated[tuple[Lever, ...], Dimension.TARGET_ABSORPTION.meaning] = ()
    headroom: Annotated[tuple[Lever, ...], Dimension.HEADROOM.meaning] = ()
    cost_to_actor: Annotated[tuple[Lever, ...], Dimension.COST_TO_ACTOR.meaning] = ()
    risk: Annotated[tuple[Lever, ...], Dimension.RISK.meaning] = ()

    def on(self, dimension: Dimension) -> tuple[Lever, ...]:
        """Every voice on ``dimension``; empty where the source states none."""
        levers: tuple[Lever, ...] = getattr(self, dimension.value)
        return levers

    def level(self, dimension: Dimension) -> Level | None:
        """The level on ``dimension``: contested where voices differ, None where not stated."""
        levels = {lever.level for lever in self.on(dimension)}
        if not levels:
            return None
        return levels.pop() if len(levels) == 1 else Level.CONTESTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Item):
    """What an actor could do to a target."""

    actor: Annotated[ActorId | None, "Who could do it."] = None
    targets: Annotated[tuple[ActorId, ...], "On whom it would work."] = ()
    instruments: Annotated[tuple[Instrument, ...], "DIMEFIL instruments."] = ()
    state: Annotated[OptionState | None, "Where it stands."] = None
    channel: Annotated[str, "By which route it would be done."] = ""
    constraints: Annotated[tuple[str, ...], "What stands in the way."] = ()
    motives: Annotated[tuple[str, ...], "Why the actor would."] = ()
    precedent: Annotated[tuple[str, ...], "What was done before."] = ()
    leverage: Annotated[Leverage, "What is said of its strength, by dimension."] = field(
        default_factory=Leverage
    )
    rests_on: Annotated[tuple[BasisId, ...], "The items that carry it."] = ()
    likelihood_of_use: Annotated[Likelihood | None, "How likely it is to be used."] = None
    likelihood_of_effect: Annotated[Likelihood | None, "How likely it is to work."] = None
