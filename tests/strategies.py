"""Generated briefings: valid ones of every form that `load` accepts, to test what always holds.

What an example names is drawn from every id there could be, and what names nothing that there is
is taken out at the end: so the strategies are made once, and an example shrinks to the few things
that make a test fail. Parties and items stand in one order, and a chain only ever leads further
back in it: that is what keeps chains from running in circles.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import is_dataclass, replace
from functools import cache
from typing import Any, NamedTuple, TypeVar

from hypothesis import strategies as st

from brief_tui.load.declaration import fields_of
from brief_tui.model import dates
from brief_tui.model.briefing import Briefing, KeyPoint, NotKnown, Relation
from brief_tui.model.dates import When
from brief_tui.model.hypothesis import Hypothesis, HypothesisMark, Question
from brief_tui.model.item import (
    Assessment,
    Claim,
    Evidence,
    Figure,
    Lever,
    Leverage,
    Likelihood,
    Measure,
    Option,
    Place,
    StatedConfidence,
)
from brief_tui.model.likelihood import TERMS, LikelihoodScale
from brief_tui.model.party import Actor, Source, Step
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import (
    Basis,
    Confidence,
    Consistency,
    Credibility,
    Dimension,
    EvidenceKind,
    IdentityClass,
    Instrument,
    Level,
    Marking,
    Nearness,
    OptionState,
    ProvenanceStep,
    Qualifier,
    Rank,
    Reliability,
    Role,
    SourceKind,
    SourceTag,
    Verb,
    Verification,
    Voice,
    Warrant,
)

Value = TypeVar("Value")
Fields = dict[str, st.SearchStrategy[Any]]

TEXTS = (
    "The convoy has left the port.",
    "Around 1,500 are said to train there, none of them in the region itself.",
    "北韓軍隊在俄羅斯的部署情況，以及各國的反應。",
    "Cafés in Kyïv: Ärger über Zölle 👩‍🚀 [b]not bold[/b]",
    "שלום עולם مرحبا بالعالم",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesentwurf",
    "yes",
    "First line\n\nSecond paragraph: with a colon, and a # that is no comment",
)
NAMES = ("Ministry", "The Agency", "通訊社", "Bureau of Very Long Names and Longer Affairs")
COUNTRIES = ("KR", "KP", "RU", "US", "NO", "XK")
LOCATORS = ("¶1", "¶7", "p. 12")
QUANTITIES = (0.0, 1.0, 3.0, 1500.0, 11000.0, 12000.0, 2.5, 0.001, -40.0, 1e15, 1e300)

CONTRADICTING = {
    "low": (Qualifier.UP_TO, Qualifier.FEWER_THAN),
    "high": (Qualifier.AT_LEAST, Qualifier.MORE_THAN),
}
"""The qualifiers that a figure with only this end cannot have."""


class Size(NamedTuple):
    """The most there is of each, and the ids that these have."""

    sources: int = 4
    actors: int = 4
    measures: int = 2
    claims: int = 4
    evidence: int = 2
    assessments: int = 2
    options: int = 3
    relations: int = 8
    chain: int = 3
    questions: int = 2
    hypotheses: int = 4
    figures: int = 3
    levers: int = 2

    def ids(self, section: str) -> tuple[str, ...]:
        """The ids of a section, in order."""
        return tuple(f"{INITIALS[section]}{number}" for number in range(getattr(self, section)))

    @property
    def parties(self) -> tuple[str, ...]:
        """Sources and actors by turns, so that chains among sources lead through actors, too."""
        both = (*self.ids("sources"), *self.ids("actors"))
        return tuple(sorted(both, key=lambda id_: (int(id_[1:]), id_)))

    @property
    def items(self) -> tuple[str, ...]:
        """All items, in the briefing's order."""
        return tuple(id_ for section in ITEMS for id_ in self.ids(section))

    @property
    def bases(self) -> tuple[str, ...]:
        """Whatever a statement may rest on."""
        return (*self.parties, *self.items)


INITIALS = {
    "sources": "s",
    "actors": "a",
    "measures": "m",
    "claims": "c",
    "evidence": "e",
    "assessments": "j",
    "options": "o",
    "questions": "q",
    "hypotheses": "h",
}
ITEMS = ("claims", "evidence", "assessments", "options")
SMALL = Size()
TERMS_OF_BOTH = [
    term.key
    for term in TERMS[LikelihoodScale.ICD_203]
    if term.key in {other.key for other in TERMS[LikelihoodScale.PHIA]}
]


def some(values: Sequence[Value], most: int = 3) -> st.SearchStrategy[tuple[Value, ...]]:
    """A few of these, each once, in any order."""
    if not values:
        return st.just(())
    return st.lists(st.sampled_from(values), unique=True, max_size=most).map(tuple)


def _mostly(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Value | None]:
    return st.one_of(st.none(), values, values, values)


def one_of_ids(ids: Sequence[str]) -> st.SearchStrategy[str | None]:
    """One of these ids; None where there are none to choose from."""
    return st.sampled_from(ids) if ids else st.none()


def made(cls: Callable[..., Value], required: Fields, optional: Fields) -> st.SearchStrategy[Value]:
    """A value of a class with its required fields and any of the others."""
    return given_any(required, optional).map(lambda given: cls(**given))


def given_any(required: Fields, optional: Fields) -> st.SearchStrategy[dict[str, Any]]:
    """The required fields and any of the others; that one is left out is the simpler."""
    values = (*required.values(), *(st.none() | value for value in optional.values()))
    return st.tuples(*values).map(lambda drawn: _stated((*required, *optional), drawn))


def _stated(keys: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    pairs = zip(keys, values, strict=True)
    return {key: value for key, value in pairs if value is not None}


@cache
def whens() -> st.SearchStrategy[When]:
    """Dates of every precision, marked or not, and intervals of two, far apart or the same."""
    years = st.sampled_from(("2024", "2023", "2025", "1950", "0001", "9999"))
    months = st.integers(1, 12).map(lambda month: f"-{month:02}")
    days = st.integers(1, 28).map(lambda day: f"-{day:02}")
    single = years | st.builds(str.__add__, years, months)
    single |= st.tuples(years, months, days).map("".join)
    marked = st.builds(str.__add__, single, st.sampled_from(("", "~", "?")))
    points = marked.map(dates.parse)
    return points | st.builds(_interval, points, points)


def _interval(one: When, other: When) -> When:
    first, last = (one, other) if one.first <= other.last else (other, one)
    return dates.parse(f"{first.text}/{last.text}")


def chains(back_to: Sequence[str], most: int) -> st.SearchStrategy[tuple[Step, ...]]:
    """Chains that end in one of these ids, or in nothing; ``back_to`` is the nearest last."""
    ends_in_nothing = st.none() | st.builds(Step, how=st.sampled_from(ProvenanceStep))
    if not back_to:
        return ends_in_nothing.map(lambda end: (end,) if end is not None else ())
    ways = st.lists(st.integers(0, len(back_to) - 1), unique=True, max_size=most)
    hows = st.lists(st.sampled_from(ProvenanceStep), min_size=most, max_size=most)
    notes = st.sampled_from(("", "", "as it told reporters"))

    def joined(
        way: list[int], hows: list[ProvenanceStep], note: str, end: Step | None
    ) -> tuple[Step, ...]:
        steps = [
            Step(who=back_to[index], how=how, note=note)
            for index, how in zip(sorted(way, reverse=True), hows, strict=False)
        ]
        return (*steps, end) if end is not None else tuple(steps)

    return st.builds(joined, ways, hows, notes, ends_in_nothing)


@cache
def figures(measures: tuple[str, ...]) -> st.SearchStrategy[Figure]:
    """Figures of every form: a value, a range, one with its best estimate, an end, words."""
    number = st.sampled_from(QUANTITIES)
    pair = st.tuples(number, number).map(sorted)
    triple = st.tuples(number, number, number).map(sorted)
    forms: st.SearchStrategy[dict[str, object]] = st.one_of(
        number.map(lambda value: {"value": value}),
        pair.map(lambda ends: {"low": ends[0], "high": ends[1]}),
        triple.map(lambda three: {"low": three[0], "value": three[1], "high": three[2]}),
        number.map(lambda end: {"low": end}),
        number.map(lambda end: {"high": end}),
        st.sampled_from(("dozens", "a few thousand")).map(lambda words: {"words": words}),
    )
    rest = given_any(
        {},
        {
            "qualifier": st.sampled_from(Qualifier),
            "unit": st.sampled_from(("soldiers", "won")),
            "measure": one_of_ids(measures),
            "as_of": whens(),
            "words": st.sampled_from(("hundreds", "about half of them")),
            "derived": st.just(True),
            "derived_from": st.just("2 × 6,000"),
        },
    )

    def figure(form: dict[str, Any], rest: dict[str, Any]) -> Figure:
        given = {**rest, **form}
        contradicting = CONTRADICTING.get("+".join(form), ())
        if given.get("qualifier") in contradicting:
            del given["qualifier"]
        return Figure(**given)

    return st.builds(figure, forms, rest)


@cache
def sources(id_: str, size: Size) -> st.SearchStrategy[Source]:
    """A source whose chain leads back to parties that come before it."""
    return made(
        Source,
        _named(id_),
        {
            "kind": st.sampled_from(SourceKind),
            "country": st.sampled_from(COUNTRIES),
            "reliability": st.sampled_from(Reliability),
            "descriptor": st.sampled_from(TEXTS),
            "tags": some(tuple(SourceTag)),
            "url": st.just(f"https://example.org/{id_}"),
            "published": whens(),
            "chain": chains(size.bases[: size.bases.index(id_)], size.chain),
        },
    )


@cache
def actors(id_: str, size: Size) -> st.SearchStrategy[Actor]:
    """An actor that may belong to others, and have others as its members, even in a circle."""
    others = [other for other in size.ids("actors") if other != id_]
    return made(
        Actor,
        _named(id_),
        {
            "aliases": st.just((f"Alias {id_}", "Абв")),
            "identity_class": st.sampled_from(IdentityClass),
            "country": st.sampled_from(COUNTRIES),
            "descriptor": st.sampled_from(TEXTS),
            "affiliation": one_of_ids(others),
            "members": some(others),
        },
    )


def _named(id_: str) -> Fields:
    return {
        "id": st.just(id_),
        "name": st.sampled_from(NAMES).map(lambda name: f"{name} {id_}"),
    }


@cache
def measures(id_: str, _: Size) -> st.SearchStrategy[Measure]:
    """A measure of the same unit as others, or of one of its own."""
    return made(
        Measure,
        _named(id_),
        {"unit": st.sampled_from(("soldiers", "won")), "note": st.sampled_from(TEXTS)},
    )


def _item(id_: str, size: Size) -> tuple[Fields, Fields]:
    places = made(
        Place,
        {"name": st.sampled_from(("Vladivostok", "海参崴"))},
        {
            "nearness": st.sampled_from(Nearness),
            "country": st.sampled_from(COUNTRIES),
            "subdivision": st.just("RU-PRI"),
            "hedge": st.just("somewhere"),
        },
    )
    roles = st.lists(st.sampled_from(Role), min_size=1, max_size=2, unique=True).map(tuple)
    required = {"id": st.just(id_), "text": st.sampled_from(TEXTS)}
    optional: Fields = {
        "event": whens(),
        "said": whens(),
        "published": whens(),
        "dating": st.just("a week ago"),
        "places": st.lists(places, max_size=2).map(tuple),
        "countries": st.dictionaries(st.sampled_from(COUNTRIES), roles, max_size=2),
        "figures": st.lists(figures(size.ids("measures")), max_size=size.figures).map(tuple),
        "hedge": some(("around", "appears", "reportedly")),
        "voice": st.sampled_from(Voice),
        "rank": st.sampled_from(Rank),
        "rank_reason": st.sampled_from(TEXTS),
        "source": one_of_ids(size.ids("sources")),
        "locator": some(LOCATORS),
        "chain": chains(size.bases[: size.bases.index(id_)], size.chain),
        "note": st.sampled_from(TEXTS),
    }
    return required, optional


@cache
def claims(id_: str, size: Size) -> st.SearchStrategy[Claim]:
    """A claim, with or without a speaker."""
    required, optional = _item(id_, size)
    optional |= {
        "speaker": one_of_ids(size.parties),
        "audience": st.just("to reporters"),
        "basis": st.sampled_from(Basis),
        "credibility": st.sampled_from(Credibility),
    }
    return made(Claim, required, optional)


@cache
def evidence(id_: str, size: Size) -> st.SearchStrategy[Evidence]:
    """A piece of evidence, with whatever is known of it."""
    required, optional = _item(id_, size)
    optional |= {
        "kind": st.sampled_from(EvidenceKind),
        "place_verified": st.sampled_from(Verification),
        "identity_verified": st.sampled_from(Verification),
        "origin_verified": st.sampled_from(Verification),
        "credibility": st.sampled_from(Credibility),
    }
    return made(Evidence, required, optional)


@cache
def assessments(id_: str, size: Size) -> st.SearchStrategy[Assessment]:
    """A judgement, with or without an expert, a likelihood and a confidence."""
    required, optional = _item(id_, size)
    optional |= {
        "expert": one_of_ids(size.parties),
        "affiliation": st.sampled_from(NAMES),
        "basis": st.sampled_from(Basis),
        "rests_on": some(size.bases),
        "likelihood": likelihoods(size),
        "confidence": made(
            StatedConfidence,
            {"level": st.sampled_from(Confidence)},
            {"why": st.sampled_from(TEXTS), "voice": st.sampled_from(Voice)},
        ),
    }
    return made(Assessment, required, optional)


@cache
def options(id_: str, size: Size) -> st.SearchStrategy[Option]:
    """An option with any of its dimensions stated, by one voice or by several."""
    required, optional = _item(id_, size)
    levers = st.lists(_levers(size), min_size=1, max_size=size.levers).map(tuple)
    optional |= {
        "actor": one_of_ids(size.ids("actors")),
        "targets": some(size.ids("actors")),
        "instruments": some(tuple(Instrument)),
        "state": st.sampled_from(OptionState),
        "channel": st.just("by way of the council"),
        "constraints": some(TEXTS),
        "motives": some(TEXTS),
        "precedent": some(TEXTS),
        "leverage": made(Leverage, {}, {each.value: levers for each in Dimension}),
        "rests_on": some(size.bases),
        "likelihood_of_use": likelihoods(size),
        "likelihood_of_effect": likelihoods(size),
    }
    return made(Option, required, optional)


@cache
def questions(id_: str, size: Size) -> st.SearchStrategy[Question]:
    """A question that some of the items leave open."""
    required: Fields = {"id": st.just(id_), "text": st.sampled_from(TEXTS)}
    return made(Question, required, {"items": some(size.items), "note": st.sampled_from(TEXTS)})


@cache
def hypotheses(id_: str, size: Size) -> st.SearchStrategy[Hypothesis]:
    """An answer to one of the questions, with any of the items marked, each once."""
    asked = size.ids("questions")
    mark = given_any(
        {"mark": st.sampled_from(Consistency)},
        {"note": st.sampled_from(TEXTS), "locator": some(LOCATORS)},
    )
    marks = st.tuples(*(st.none() | mark for _ in size.items)).map(
        lambda given: tuple(
            HypothesisMark(item=item, **rest)
            for item, rest in zip(size.items, given, strict=True)
            if rest is not None
        )
    )
    required: Fields = {
        "id": st.just(id_),
        "question": st.sampled_from(asked),
        "text": st.sampled_from(TEXTS),
        "marks": marks,
    }
    return made(Hypothesis, required, {"note": st.sampled_from(TEXTS)})


@cache
def _levers(size: Size) -> st.SearchStrategy[Lever]:
    return made(
        Lever,
        {"level": st.sampled_from(Level)},
        {
            "assessor": one_of_ids(size.parties),
            "voice": st.sampled_from(Voice),
            "basis": some(size.bases, 2),
            "wording": st.sampled_from(TEXTS),
            "locator": some(LOCATORS),
        },
    )


@cache
def likelihoods(size: Size) -> st.SearchStrategy[Likelihood]:
    """A likelihood in the words that both scales have."""
    return made(
        Likelihood,
        {"term": st.sampled_from(TERMS_OF_BOTH)},
        {
            "assessor": one_of_ids(size.parties),
            "voice": st.sampled_from(Voice),
            "wording": st.sampled_from(TEXTS),
        },
    )


@cache
def relations(size: Size) -> st.SearchStrategy[tuple[_Relating, ...]]:
    """What is needed to relate two items, whichever there are."""
    rest = given_any(
        {"verb": st.sampled_from(Verb)},
        {
            "warrant": st.sampled_from(Warrant),
            "note": st.sampled_from(TEXTS),
            "locator": some(LOCATORS),
        },
    )
    last = max(len(size.items) - 1, 0)
    one = st.builds(_Relating, st.integers(0, last), st.integers(0, last), rest)
    return st.lists(one, max_size=size.relations).map(tuple)


class _Relating(NamedTuple):
    start: int
    way: int
    fields: dict[str, Any]

    def among(self, items: Sequence[str]) -> Relation:
        """The relation of one of these items to another one."""
        start = self.start % len(items)
        end = (start + 1 + self.way % (len(items) - 1)) % len(items)
        return Relation(from_=items[start], to=items[end], **self.fields)


_SECTIONS: dict[str, Callable[[str, Size], st.SearchStrategy[Any]]] = {
    "sources": sources,
    "actors": actors,
    "measures": measures,
    "claims": claims,
    "evidence": evidence,
    "assessments": assessments,
    "options": options,
    "questions": questions,
    "hypotheses": hypotheses,
}


@cache
def briefings(size: Size = SMALL) -> st.SearchStrategy[Briefing]:
    """Whole briefings, of at most this size."""
    sections: Fields = {
        section: st.tuples(*(_mostly(one(id_, size)) for id_ in size.ids(section)))
        for section, one in _SECTIONS.items()
    }
    return st.builds(_briefing, _heads(size), given_any(sections, {}), relations(size))


def _briefing(
    head: dict[str, Any], sections: dict[str, Any], relating: tuple[_Relating, ...]
) -> Briefing:
    there: dict[str, Any] = {
        section: tuple(each for each in many if each is not None)
        for section, many in sections.items()
    }
    ids = {each.id for many in there.values() for each in many}
    items = [item.id for section in ITEMS for item in there[section]]
    related = tuple(each.among(items) for each in relating) if len(items) > 1 else ()
    kept = _naming_only(Briefing(**head, **there, relations=related), ids)
    assert isinstance(kept, Briefing)
    return kept


@cache
def _heads(size: Size) -> st.SearchStrategy[dict[str, Any]]:
    return given_any(
        {"id": st.just("generated"), "title": st.just("Generated")},
        {
            "as_of": whens(),
            "summary": _points(KeyPoint, size.items),
            "countries": some(COUNTRIES),
            "editor": st.just("the desk"),
            "language": st.just("en"),
            "marking": st.sampled_from(Marking),
            "likelihood_scale": st.sampled_from(LikelihoodScale),
            "source": one_of_ids(size.ids("sources")),
            "not_known": _points(NotKnown, size.items),
        },
    )


def _points(
    cls: Callable[..., Value], items: Sequence[str]
) -> st.SearchStrategy[tuple[Value, ...]]:
    one = made(cls, {"text": st.sampled_from(TEXTS)}, {"items": some(items)})
    return st.lists(one, max_size=2).map(tuple)


def _naming_only(value: Any, ids: set[str]) -> Any:
    """A value of the model without what names no id there is; None where it must name one."""
    if isinstance(value, tuple):
        return tuple(kept for each in value if (kept := _naming_only(each, ids)) is not None)
    if not is_dataclass(value) or isinstance(value, type | When):
        return value
    changed: dict[str, Any] = {}
    for field in fields_of(type(value)):
        given = getattr(value, field.name)
        if field.type.refers:
            if given is not None and given not in ids:
                if field.required or isinstance(value, Step):
                    return None
                changed[field.name] = None
        elif field.type.of and field.type.of[0].refers:
            changed[field.name] = tuple(id_ for id_ in given if id_ in ids)
        elif given:
            changed[field.name] = _naming_only(given, ids)
    return replace(value, **changed)


def registers(size: Size = SMALL) -> st.SearchStrategy[Register]:
    """The register of such a briefing; each is fresh, and nothing has been worked out from it."""
    return briefings(size).map(Register.of)
