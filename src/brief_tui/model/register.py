"""Every id of a briefing and what it names, so that a question need not search for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from types import MappingProxyType

from brief_tui.model.briefing import Briefing, Relation
from brief_tui.model.item import Assessment, Claim, Item, Measure, Option
from brief_tui.model.party import Actor, Source
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import Role

Party = Actor | Source

Roles = Mapping[str, tuple[Role, ...]]
"""Countries, each with the roles in which it bears on something."""


NO_ITEMS: Mapping[str, Item] = MappingProxyType({})

SAID_LATER = "something said later"
"""What an item is called where it was not yet known."""


@dataclass(frozen=True, slots=True)
class Register:
    """Look-up tables over one briefing. Build it with ``Register.of``.

    Where it holds only what was known by a day, ``known_on`` is that day and ``later`` what it
    leaves out, which items that it holds may name.
    """

    briefing: Briefing
    parties: Mapping[str, Party]
    items: Mapping[str, Item]
    measures: Mapping[str, Measure]
    relations: Mapping[str, tuple[Relation, ...]]
    known_on: date | None = None
    later: Mapping[str, Item] = field(default_factory=lambda: NO_ITEMS)

    # One register is equal to no other, so that what is worked out from it can be kept by it.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @classmethod
    def of(cls, briefing: Briefing) -> Register:
        """The register of ``briefing``, in one pass over it."""
        return cls(
            briefing,
            parties_of(briefing),
            {item.id: item for item in briefing.items()},
            {measure.id: measure for measure in briefing.measures},
            relations_of(briefing),
        )

    def name(self, id_: str) -> str:
        """What to call the party with this id; the id itself where there is none."""
        party = self.parties.get(id_)
        if party is not None:
            return party.name
        return SAID_LATER if id_ in self.later else id_

    def source_of(self, item: Item) -> str | None:
        """The id of the source an item stands in: its own, or the briefing's."""
        return item.source or self.briefing.source

    def countries_of(self, party_id: str | None) -> tuple[str, ...]:
        """The countries a party is of: its own, its body's, or its named members'."""
        found: dict[str, None] = {}
        self._gather_countries(party_id, found, set())
        return tuple(found)

    def _gather_countries(
        self, party_id: str | None, found: dict[str, None], seen: set[str]
    ) -> None:
        if party_id is None or party_id in seen:
            return
        seen.add(party_id)
        party = self.parties.get(party_id)
        if party is None:
            return
        if party.country is not None:
            found[party.country] = None
        elif isinstance(party, Actor):
            self._gather_countries(party.affiliation, found, seen)
            for member in party.members:
                self._gather_countries(member, found, seen)

    def roles_of(self, item: Item) -> dict[str, tuple[Role, ...]]:
        """Every country that bears on an item, with its roles in the order of ``Role``."""
        roles: dict[str, set[Role]] = {}

        def add(countries: tuple[str, ...], role: Role) -> None:
            for country in countries:
                roles.setdefault(country, set()).add(role)

        if isinstance(item, Claim):
            add(self.countries_of(item.speaker), Role.SPEAKER)
        elif isinstance(item, Assessment):
            add(self.countries_of(item.expert), Role.SPEAKER)
        elif isinstance(item, Option):
            add(self.countries_of(item.actor), Role.ACTOR)
            for target in item.targets:
                add(self.countries_of(target), Role.TARGET)
        for place in item.places:
            if place.country is not None:
                add((place.country,), Role.PLACE)
        for country, given in item.countries.items():
            roles.setdefault(country, set()).update(given)
        return {country: in_order(found) for country, found in roles.items()}


_PLACE_OF = {role: place for place, role in enumerate(Role)}


def in_order(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Roles in the order of ``Role``."""
    found = tuple(roles)
    return found if len(found) == 1 else tuple(sorted(found, key=_PLACE_OF.__getitem__))


def parties_of(briefing: Briefing) -> dict[str, Party]:
    """The sources and actors of a briefing by id."""
    parties: dict[str, Party] = {source.id: source for source in briefing.sources}
    parties.update((actor.id, actor) for actor in briefing.actors)
    return parties


def relations_of(briefing: Briefing) -> dict[str, tuple[Relation, ...]]:
    """The relations of a briefing by the items at either end."""
    relations: defaultdict[str, list[Relation]] = defaultdict(list)
    for relation in briefing.relations:
        relations[relation.from_].append(relation)
        if relation.to != relation.from_:
            relations[relation.to].append(relation)
    return {id_: tuple(found) for id_, found in relations.items()}
