"""The marks of a row: what it is, in the terms of the query language.

A row that tells of several items has the marks of all of them, and as dates the days from the
first of all to the last. A million rows have few different marks: each is made once in a briefing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from brief_tui.analysis.figures import Count
from brief_tui.analysis.known import dated
from brief_tui.analysis.origins import confirmers, provenance, way_of
from brief_tui.analysis.timeline import Moment
from brief_tui.model.briefing import KeyPoint, NotKnown
from brief_tui.model.chain import speaker_of
from brief_tui.model.dates import When
from brief_tui.model.item import Assessment, Claim, Evidence, Item, Option
from brief_tui.model.party import Actor, Source
from brief_tui.model.register import Register, Roles
from brief_tui.model.vocabulary import (
    Basis,
    Credibility,
    Instrument,
    OptionState,
    Role,
    Voice,
)

if TYPE_CHECKING:
    from brief_tui.library.row import Row

Mark: TypeAlias = tuple[str, str]
"""A kind and a value."""

OTHER_NAME = "\x1f"
"""Stands between the names of one party, or of a briefing, in the value of a mark."""

_KIND_NAMES: dict[type, str] = {
    Claim: "claim",
    Evidence: "evidence",
    Assessment: "assessment",
    Option: "option",
    Moment: "date",
    Count: "figure",
    Source: "source",
    Actor: "actor",
    KeyPoint: "key-point",
    NotKnown: "not-known",
}
_BEARING, _QUESTION = "bearing", "question"

KINDS_OF_ROWS = (*_KIND_NAMES.values(), _BEARING, _QUESTION)
"""What a row may be: the values of marks of the kind ``kind``."""

_DATES = ("said", "event", "published")

# One for each vocabulary: words of two that are spelt alike are equal.
_VOICES = {each: ("voice", each.value) for each in Voice}
_BASES = {each: ("basis", each.value) for each in Basis}
_STATES = {each: ("state", each.value) for each in OptionState}
_INSTRUMENTS = {each: ("instrument", each.value) for each in Instrument}
_FIGURES, _RELATIONS = ("has", "figures"), ("has", "relations")
_HEDGED, _DISPUTED = ("is", "hedged"), ("is", "disputed")


@lru_cache(maxsize=64)
def _origins(count: int) -> Mark:
    return "origins", str(count)


def marks_of(row: Row) -> tuple[Mark, ...]:
    """Every mark of a row, each once."""
    about = _about(row.register)
    subject, items = row.subject, row.items
    head = (("section", row.section.key), about.briefing, *_countries(row.roles))
    if len(items) == 1:
        (item,) = items
        of_item = about.of_item(item)
        if item is subject:
            return (*head, *of_item)
        if not isinstance(subject, Actor | Source):
            return (*head, about.of_subject(subject), *of_item)
    found = dict.fromkeys(head)
    found[about.of_subject(subject)] = None
    if isinstance(subject, Actor | Source):
        found.update(dict.fromkeys(about.of_party(subject)))
    for item in items:
        found.update(dict.fromkeys(about.of_item_without_days(item)))
    found.update(dict.fromkeys(_days(row)))
    return tuple(found)


def values_of(row: Row, kind: str) -> Iterable[str]:
    """The values of a row's marks of one kind."""
    if kind == "country":
        return [value for _, value in _countries(row.roles)]
    return (value for of, value in marks_of(row) if of == kind)


def has_mark(row: Row, kind: str, value: str) -> bool:
    """Whether a row has a mark."""
    if kind == "country":
        # Asked of every row of every section whenever a country is chosen, so not by all its marks.
        code, _, role = value.partition("/")
        roles = row.roles.get(code)
        return roles is not None and (not role or any(role == each for each in roles))
    return (kind, value) in marks_of(row)


def _countries(roles: Roles) -> list[Mark]:
    """Each country, and each with its roles."""
    found: list[Mark] = []
    for code, given in roles.items():
        found += _country(code, given)
    return found


@lru_cache(maxsize=1 << 12)
def _country(code: str, roles: tuple[Role, ...]) -> tuple[Mark, ...]:
    return ("country", code), *(("country", f"{code}/{role.value}") for role in roles)


def _days(row: Row) -> Iterator[Mark]:
    """The first and last days that the dates of several items can mean, or of a source."""
    for name in _DATES:
        found: list[When] = [when for item in row.items if (when := getattr(item, name))]
        if name == "published" and isinstance(row.subject, Source) and row.subject.published:
            found.append(row.subject.published)
        if found:
            yield f"{name}.first", min(when.first for when in found).isoformat()
            yield f"{name}.last", max(when.last for when in found).isoformat()
    known = [when.first for item in row.items if (when := dated(item))]
    # On every day it is there where an item is undated, or there is none.
    if known and len(known) == len(row.items):
        yield "known.first", min(known).isoformat()


@lru_cache(maxsize=4)
def _about(register: Register) -> _About:
    return _About(register)


class _About:
    """The marks of one briefing's items, parties and dates, each worked out once."""

    def __init__(self, register: Register) -> None:
        self.register = register
        briefing = register.briefing
        self.briefing = ("briefing", OTHER_NAME.join((briefing.id, briefing.title)))
        self._disputed = frozenset(_disputed(register))
        self._names = {
            id_: OTHER_NAME.join(
                (each.name, *(each.aliases if isinstance(each, Actor) else ()), id_)
            )
            for id_, each in register.parties.items()
        }
        self._items: dict[str, tuple[Mark, ...]] = {}
        self._undated: dict[str, tuple[Mark, ...]] = {}
        self._parties: dict[str, tuple[Mark, ...]] = {}
        self._voices: dict[tuple[str, str], tuple[Mark, ...]] = {}
        self._dates: dict[tuple[str, str], tuple[Mark, ...]] = {}
        self._grades: dict[tuple[str | None, Credibility], Mark] = {}

    def of_subject(self, subject: object) -> Mark:
        """What a row is."""
        name = _KIND_NAMES.get(type(subject))
        if name is None:
            # A Bearing or a Matrix, whose module is not loaded for a briefing without hypotheses.
            name = _BEARING if hasattr(subject, "item") else _QUESTION
        return "kind", name

    def of_party(self, party: Actor | Source) -> tuple[Mark, ...]:
        """What a party is called; of a source also its reliability, its tags and its kind."""
        found = self._parties.get(party.id)
        if found is None:
            name = self._names[party.id]
            if isinstance(party, Actor):
                found = (("actor", name),)
            else:
                found = (("grade", party.reliability.value), *self._on_the_way(party.id))
            self._parties[party.id] = found
        return found

    def of_item(self, item: Item) -> tuple[Mark, ...]:
        """All but the countries, the section and the briefing."""
        found = self._items.get(item.id)
        if found is None:
            found = self._items[item.id] = tuple(dict.fromkeys(self._of_item(item)))
        return found

    def of_item_without_days(self, item: Item) -> tuple[Mark, ...]:
        """The same without dates, which those of other items are joined with."""
        found = self._undated.get(item.id)
        if found is None:
            marks = self.of_item(item)
            found = self._undated[item.id] = tuple(mark for mark in marks if "." not in mark[0])
        return found

    def _of_item(self, item: Item) -> list[Mark]:
        register, names = self.register, self._names
        found: list[Mark] = [("kind", _KIND_NAMES[type(item)])]
        voice = speaker_of(item)
        if voice is not None and voice in names:
            found += self._speaking(voice, "expert" if isinstance(item, Assessment) else "")
        way = way_of(register, item)
        for id_ in way.voices:
            found += self._on_the_way(id_)
        if confirmers(register, item):
            found.append(_origins(len(provenance(register, item).origins)))
        else:
            found.append(_origins(int(way.origin is not None)))
        if isinstance(item, Claim | Evidence):
            found.append(self._grade(register.source_of(item), item.credibility))
        if item.voice is not None:
            found.append(_VOICES[item.voice])
        if isinstance(item, Claim | Assessment):
            if item.basis is not None:
                found.append(_BASES[item.basis])
        elif isinstance(item, Option):
            found += (("actor", names[id_]) for id_ in (item.actor, *item.targets) if id_ in names)
            found += (_INSTRUMENTS[each] for each in item.instruments)
            if item.state is not None:
                found.append(_STATES[item.state])
        if item.figures:
            found.append(_FIGURES)
        if item.id in register.relations:
            found.append(_RELATIONS)
        if item.hedge or any(place.hedge for place in item.places):
            found.append(_HEDGED)
        if item.id in self._disputed:
            found.append(_DISPUTED)
        said, published, event = item.said, item.published, item.event
        if said is not None:
            found += self._date("said", said)
        if event is not None:
            found += self._date("event", event)
        if published is not None:
            found += self._date("published", published)
        known = said or published
        if known is not None:
            found.append(self._date("known", known)[0])
        return found

    def _speaking(self, voice: str, also: str) -> tuple[Mark, ...]:
        found = self._voices.get((voice, also))
        if found is None:
            name = self._names[voice]
            kinds = ["speaker", *([also] if also else [])]
            if isinstance(self.register.parties[voice], Actor):
                kinds.append("actor")
            found = self._voices[voice, also] = tuple((kind, name) for kind in kinds)
        return found

    def _on_the_way(self, id_: str) -> tuple[Mark, ...]:
        """Of a source on an item's way: its name, its tags and its kind; of an actor nothing."""
        found = self._voices.get((id_, "source"))
        if found is None:
            party = self.register.parties.get(id_)
            found = ()
            if isinstance(party, Source):
                kind = (party.kind,) if party.kind is not None else ()
                tags = tuple(("tag", each.value) for each in (*party.tags, *kind))
                found = (("source", self._names[id_]), *tags)
            self._voices[id_, "source"] = found
        return found

    def _grade(self, source_id: str | None, credibility: Credibility) -> Mark:
        found = self._grades.get((source_id, credibility))
        if found is None:
            source = self.register.parties.get(source_id or "")
            reliability = source.reliability.value if isinstance(source, Source) else "F"
            found = self._grades[source_id, credibility] = (
                "grade",
                f"{reliability}{credibility.value}",
            )
        return found

    def _date(self, name: str, when: When) -> tuple[Mark, ...]:
        found = self._dates.get((name, when.text))
        if found is None:
            first, last = when.first.isoformat(), when.last.isoformat()
            found = self._dates[name, when.text] = (
                (f"{name}.first", first),
                (f"{name}.last", last),
            )
        return found


def _disputed(register: Register) -> Iterator[str]:
    """The items that another one disputes, refutes, corrects or undercuts."""
    relations = register.briefing.relations
    if not relations:
        return
    from brief_tui.analysis.stance import SIDES, Side

    for each in relations:
        if SIDES[each.verb] is Side.AGAINST and each.from_ != each.to:
            yield each.to
