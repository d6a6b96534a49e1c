"""Who publishes, who relays, who speaks and who acts, and the chains that link them."""

from typing import Annotated

from brief_tui.model.dates import When
from brief_tui.model.reference import ActorId, BasisId, CountryCode, Id, Url
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import (
    IdentityClass,
    ProvenanceStep,
    Reliability,
    SourceKind,
    SourceTag,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a chain, from a statement back towards its origin."""

    who: Annotated[
        BasisId | None, "The party or item this step leads back to; absent: origin not stated."
    ] = None
    how: Annotated[ProvenanceStep, "How the statement came from there (W3C PROV)."] = (
        ProvenanceStep.ATTRIBUTED_TO
    )
    note: Annotated[str, "What the source says of this step."] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who published or relayed."""

    id: Annotated[Id, "The author's own stable id."]
    name: Annotated[str, "The name readers know it by."]
    kind: Annotated[SourceKind | None, "What kind of publisher or relay it is."] = None
    country: Annotated[CountryCode | None, "Where it is based or whose it is."] = None
    reliability: Annotated[
        Reliability, "Admiralty reliability; F, cannot be judged, unless graded."
    ] = Reliability.F
    descriptor: Annotated[str, "How the source text describes it."] = ""
    tags: Annotated[tuple[SourceTag, ...], "What to know before relying on it."] = ()
    url: Annotated[Url | None, "Its address."] = None
    published: Annotated[When | None, "When it was published."] = None
    chain: Annotated[
        tuple[Step, ...], "Where it has its content from, step by step, nearest first."
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who speaks, acts or is acted on: a state, person, body, unit or group."""

    id: Annotated[Id, "The author's own stable id."]
    name: Annotated[str, "The name readers know it by."]
    aliases: Annotated[tuple[str, ...], "Other names and abbreviations."] = ()
    identity_class: Annotated[IdentityClass, "STIX 2.1 identity class."] = IdentityClass.UNKNOWN
    country: Annotated[CountryCode | None, "The country it is of."] = None
    descriptor: Annotated[str, "Office or description, as the source text gives it."] = ""
    affiliation: Annotated[ActorId | None, "The body it belongs to."] = None
    members: Annotated[tuple[ActorId, ...], "Named members of a group."] = ()
