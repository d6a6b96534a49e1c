"""Chains: each leads back to an origin and comes nowhere twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from brief_tui.load.text import quote
from brief_tui.model.chain import speaker_of
from brief_tui.model.party import Source

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from brief_tui.load.merged import Merged
    from brief_tui.model.item import Item
    from brief_tui.model.problem import Problem

MAX_STEPS = 100
"""How many steps a chain may have, with those of the items and sources that it runs on through."""

_SECTIONS = ("sources", "claims", "evidence", "assessments", "options")

Chained: TypeAlias = "Item | Source"


def circular_chains(merged: Merged) -> Iterator[Problem]:
    """Chains in which somebody stands twice, and chains too long to be any.

    Whoever voices an item stands before its chain, but may well come again behind an earlier item:
    what they said then is where they have it from. A circle is reported once, at what stands in it
    or first leads back into itself, not at all that rests on it.
    """
    chained: dict[str, Chained] = {}
    for section in _SECTIONS:
        for element in getattr(merged.briefing, section):
            if element.chain:
                chained.setdefault(element.id, element)
    parties = {source.id for source in merged.briefing.sources}
    parties.update(actor.id for actor in merged.briefing.actors)
    reported: set[frozenset[str]] = set()
    for section in _SECTIONS:
        for index, element in enumerate(getattr(merged.briefing, section)):
            if not element.chain:
                continue
            way, circle = _walk(element, chained, parties)
            if circle:
                members = frozenset(circle)
                onward = chained.get(element.chain[-1].who or "")
                elsewhere = onward is not None and _walk(onward, chained, parties)[1]
                if members in reported or (elsewhere and element.id not in members):
                    continue
                reported.add(members)
                step = min(len(way), len(element.chain)) - 1
                voice = "" if isinstance(element, Source) else _voice_before(element)
                hint = (
                    f"; if `{quote(voice)}` is the origin, end the chain with it" if voice else ""
                )
                yield merged.problem(
                    (section, index, "chain", step, "who"),
                    "circular-chain",
                    f"the chain runs in a circle: {' → '.join(quote(who) for who in circle)}{hint}",
                    found=quote(circle[-1]),
                )
            elif len(way) > MAX_STEPS:
                yield merged.problem(
                    (section, index, "chain"),
                    "long-chain",
                    f"the chain has more than {MAX_STEPS} steps",
                )


def _walk(
    element: Chained, chained: Mapping[str, Chained], parties: Container[str]
) -> tuple[list[str], list[str]]:
    """The steps walked, at most one more than allowed, and the circle they ran into, if any."""
    seen = {element.id: None}
    voice = _voice_before(element)
    if voice:
        seen[voice] = None
    way: list[str] = []
    current: Chained | None = element
    while current is not None:
        for step in current.chain:
            who = step.who or ""
            way.append(who)
            if who and who in seen:
                met = list(seen)
                return way, [*met[met.index(who) :], who]
            if len(way) > MAX_STEPS:
                return way, []
            if who:
                seen[who] = None
            if voice and who and who not in parties:
                del seen[voice]
                voice = ""
        current = chained.get(way[-1])
    return way, []


def _voice_before(element: Chained) -> str:
    """Who voices an item, where its chain does not name them; else nothing."""
    voice = None if isinstance(element, Source) else speaker_of(element)
    return "" if voice is None or any(step.who == voice for step in element.chain) else voice
