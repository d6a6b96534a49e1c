"""The field's words, each with its meaning.

Every enumeration member is the exact key a briefing's YAML uses; ``meaning`` says it in full
for panes, problems and the JSON Schema. Absence is never a member: what the source does not
state is ``None`` in the model and *not stated* on screen.
"""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A vocabulary key that carries its meaning."""

    meaning: str

    def __new__(cls, key: str, meaning: str = "") -> Word:
        """A word; its key without hyphens means enough where nothing else is said."""
        word = str.__new__(cls, key)
        word._value_ = key
        word.meaning = meaning or key.replace("-", " ")
        return word

    @property
    def label(self) -> str:
        """The key as a reader reads it: ``under consideration``."""
        return self.value.replace("-", " ").replace("_", " ")


class Voice(Word):
    """Whose voice a statement is in."""

    REPORTED = "reported", "a speaker said it"
    ARTICLE = "article", "the source text's own voice"
    EDITOR = "editor", "the briefing's editor infers it"


class Basis(Word):
    """How whoever makes a statement came to it."""

    WITNESSED = "witnessed"
    DEDUCED = "deduced"
    INDUCED = "induced"
    TOLD = "told"
    CANNOT_BE_JUDGED = "cannot-be-judged"


class Reliability(Word):
    """Admiralty grade of a source. F means *no basis*, never *bad*."""

    A = "A", "completely reliable"
    B = "B", "usually reliable"
    C = "C", "fairly reliable"
    D = "D", "not usually reliable"
    E = "E", "unreliable"
    F = "F", "reliability cannot be judged"


class Credibility(Word):
    """Admiralty grade of a piece of information. 6 means *no basis*, never *false*."""

    CONFIRMED = "1", "confirmed by other sources"
    PROBABLY_TRUE = "2", "probably true"
    POSSIBLY_TRUE = "3", "possibly true"
    DOUBTFUL = "4", "doubtful"
    IMPROBABLE = "5", "improbable"
    CANNOT_BE_JUDGED = "6", "truth cannot be judged"


class ProvenanceStep(Word):
    """How a statement came from the party before it in a chain (W3C PROV)."""

    ATTRIBUTED_TO = "attributed-to"
    QUOTED_FROM = "quoted-from"
    PRIMARY_SOURCE = "primary-source"
    DERIVED_FROM = "derived-from"
    REVISION_OF = "revision-of"


class Verb(Word):
    """What one item does to another (CiTO, and ``undercuts``)."""

    SUPPORTS = "supports"
    CONFIRMS = "confirms"
    DISPUTES = "disputes"
    REFUTES = "refutes"
    QUALIFIES = "qualifies"
    CORRECTS = "corrects"
    UPDATES = "updates"
    UNDERCUTS = "undercuts", "undercuts: attacks the inference, not the statement"


class Warrant(Word):
    """On whose word a relation holds."""

    STATED = "stated", "the source text says so"
    INFERRED = "inferred", "the editor infers it"


class Rank(Word):
    """Which of several statements a reader should take first (Wikidata)."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class SourceTag(Word):
    """What a reader should know of a source before relying on it."""

    SECONDHAND = "secondhand"
    PRELIMINARY = "preliminary"
    RETRACTED = "retracted"
    REVIEWED = "reviewed"
    ANONYMOUS = "anonymous"
    INTERESTED_PARTY = "interested-party"


class SourceKind(Word):
    """What kind of publisher or relay a source is."""

    ARTICLE = "article"
    OUTLET = "outlet", "news outlet"
    NEWS_AGENCY = "news-agency"
    GOVERNMENT = "government"
    INTELLIGENCE_SERVICE = "intelligence-service"
    MILITARY = "military"
    RESEARCH_BODY = "research-body"
    COMPANY = "company"
    SOCIAL_MEDIA = "social-media"
    PERSON = "person"
    DOCUMENT = "document"


class IdentityClass(Word):
    """What kind of party an actor is (STIX 2.1)."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    SYSTEM = "system"
    ORGANIZATION = "organization"
    CLASS = "class"
    UNKNOWN = "unknown"


class EvidenceKind(Word):
    """What form a piece of evidence has."""

    VIDEO = "video"
    PHOTO = "photo"
    DOCUMENT = "document"
    REPORT = "report"
    IMAGERY = "imagery", "satellite or aerial imagery"
    INTERCEPT = "intercept", "intercepted communication"
    DATA = "data"


class Verification(Word):
    """What is known of one property (place, identity or origin) of a piece of evidence."""

    VERIFIED = "verified", "verified independently"
    GEOLOCATED = "geolocated", "located by what it shows; independent verification not stated"
    CLAIMED = "claimed", "claimed, not verified"
    DOUBTED = "doubted", "claimed, with a stated reason for doubt"
    CONTRADICTED = "contradicted", "shown to be otherwise"
    UNDISCLOSED = "undisclosed", "withheld by whoever published it"


class Qualifier(Word):
    """How exact a figure claims to be."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    AT_LEAST = "at-least"
    UP_TO = "up-to"
    MORE_THAN = "more-than"
    FEWER_THAN = "fewer-than"


class Instrument(Word):
    """Instruments of power (DIMEFIL)."""

    DIPLOMATIC = "diplomatic"
    INFORMATIONAL = "informational"
    MILITARY = "military"
    ECONOMIC = "economic"
    FINANCIAL = "financial"
    INTELLIGENCE = "intelligence"
    LAW_ENFORCEMENT = "law-enforcement"


class OptionState(Word):
    """Where a policy option stands."""

    IN_USE = "in-use"
    UNDER_CONSIDERATION = "under-consideration"
    REQUESTED = "requested"
    RAISED_AND_DECLINED = "raised-and-declined"
    EXHAUSTED = "exhausted"
    HYPOTHETICAL = "hypothetical"


class Dimension(Word):
    """Dimensions of leverage: each one record, never one score."""

    CAPABILITY = "capability", "what the actor is able to do to the target"
    WILLINGNESS = "willingness", "whether the actor is ready to use it"
    TARGET_DEPENDENCE = "target_dependence", "how far the target depends on the actor"
    TARGET_ABSORPTION = "target_absorption", "whether the target can pass the cost on"
    HEADROOM = "headroom", "what is left to threaten"
    COST_TO_ACTOR = "cost_to_actor", "what using it costs the actor"
    RISK = "risk", "what could go wrong"

    @property
    def weakens(self) -> bool:
        """Whether more of it makes the option weaker for the actor, not stronger."""
        return self in _WEAKENING

    def strength(self, level: Level) -> int | None:
        """How strong ``level`` on this dimension makes an option: 0 least, 3 most.

        An order of four steps and no measure: the steps are not equally far apart. None for
        *contested*, which has no place in it.
        """
        if level not in STEPS:
            return None
        step = STEPS.index(level)
        return len(STEPS) - 1 - step if self.weakens else step


_WEAKENING = frozenset({Dimension.TARGET_ABSORPTION, Dimension.COST_TO_ACTOR, Dimension.RISK})


class Level(Word):
    """How much there is of one dimension of leverage."""

    NONE = "none"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    CONTESTED = "contested"


STEPS = (Level.NONE, Level.LOW, Level.MODERATE, Level.HIGH)
"""The levels in order, each a step more than the one before."""


class Confidence(Word):
    """An assessor's confidence in a judgement; never the likelihood of an event."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Consistency(Word):
    """How an item goes with a hypothesis, in the editor's judgement (Heuer)."""

    CONSISTENT = "consistent", "fits the hypothesis, which does not prove it"
    INCONSISTENT = "inconsistent", "hard to square with the hypothesis"
    NOT_APPLICABLE = "not-applicable", "has no bearing on the hypothesis"


class Role(Word):
    """In what way a country bears on an item."""

    SPEAKER = "speaker"
    SUBJECT = "subject"
    ACTOR = "actor"
    TARGET = "target"
    PLACE = "place"


class Nearness(Word):
    """How a place relates to where something happened."""

    AT = "at"
    NEAR = "near"
    IN = "in"
    TOWARDS = "towards"


class Marking(Word):
    """Traffic Light Protocol 2.0."""

    CLEAR = "TLP:CLEAR", "no limit on disclosure"
    GREEN = "TLP:GREEN", "the community only"
    AMBER = "TLP:AMBER", "the organization and its clients, on a need-to-know basis"
    AMBER_STRICT = "TLP:AMBER+STRICT", "the organization only"
    RED = "TLP:RED", "the named recipients only"
