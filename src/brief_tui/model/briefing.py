"""A briefing: its heading, its parties, its items and how the items relate."""

from collections.abc import Iterator
from typing import Annotated

from brief_tui.model.dates import When
from brief_tui.model.hypothesis import Hypothesis, Question
from brief_tui.model.item import Assessment, Claim, Evidence, Item, Measure, Option
from brief_tui.model.likelihood import LikelihoodScale
from brief_tui.model.party import Actor, Source
from brief_tui.model.reference import CountryCode, Id, ItemId, Language, SourceId
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import Marking, Verb, Warrant


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint:
    """One point of the summary, pointing at the items that carry it."""

    text: Annotated[str, "The point, in one sentence."]
    items: Annotated[tuple[ItemId, ...], "The items that carry it."] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotKnown:
    """Something a reader would ask that the source does not answer."""

    text: Annotated[str, "What is not known or not stated."]
    items: Annotated[tuple[ItemId, ...], "The items it bears on."] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What one item does to another."""

    from_: Annotated[ItemId, "The item that supports, disputes, …."]
    verb: Annotated[Verb, "What it does (CiTO)."]
    to: Annotated[ItemId, "The item it does it to."]
    warrant: Annotated[Warrant, "Whether the source text says so or the editor infers it."] = (
        Warrant.INFERRED
    )
    note: Annotated[str, "Why, in a few words."] = ""
    locator: Annotated[tuple[str, ...], "Where the source says so."] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """One structured briefing."""

    id: Annotated[Id, "The author's own stable id."]
    title: Annotated[str, "The title."]
    as_of: Annotated[When | None, "The date up to which it holds."] = None
    summary: Annotated[
        tuple[KeyPoint, ...], "Key points, each pointing at the items that carry it."
    ] = ()
    countries: Annotated[tuple[CountryCode, ...], "Subject countries."] = ()
    editor: Annotated[str, "Who made the briefing."] = ""
    language: Annotated[Language | None, "The language it is written in."] = None
    marking: Annotated[Marking | None, "TLP 2.0 marking."] = None
    likelihood_scale: Annotated[LikelihoodScale, "The scale its likelihood terms are from."] = (
        LikelihoodScale.ICD_203
    )
    source: Annotated[SourceId | None, "The source that items stand in when they name none."] = None
    not_known: Annotated[tuple[NotKnown, ...], "What the source does not say."] = ()
    sources: Annotated[tuple[Source, ...], "Who published or relayed."] = ()
    actors: Annotated[tuple[Actor, ...], "Who speaks, acts or is acted on."] = ()
    measures: Annotated[tuple[Measure, ...], "What the figures count."] = ()
    claims: Annotated[tuple[Claim, ...], "What was said to be so."] = ()
    evidence: Annotated[tuple[Evidence, ...], "Videos, photos, documents, reports."] = ()
    assessments: Annotated[tuple[Assessment, ...], "Experts' judgements."] = ()
    options: Annotated[tuple[Option, ...], "What each country could do."] = ()
    relations: Annotated[tuple[Relation, ...], "How the items bear on each other."] = ()
    questions: Annotated[tuple[Question, ...], "What is left open, for hypotheses to answer."] = ()
    hypotheses: Annotated[
        tuple[Hypothesis, ...], "Competing answers, with the editor's marks on the items."
    ] = ()

    def items(self) -> Iterator[Item]:
        """Every claim, piece of evidence, assessment and option, in that order."""
        yield from self.claims
        yield from self.evidence
        yield from self.assessments
        yield from self.options
