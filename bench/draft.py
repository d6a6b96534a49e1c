"""A briefing of a made-up library that is being written: what it speaks of, its texts and dates."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate

from bench.languages import listed
from bench.words import Tongue
from bench.world import World

FIRST_DAY, DAYS = date(2014, 11, 1), 3650
"""The ten years that the briefings of a library fall in."""

GOLDEN = 0.6180339887498949

_QUALIFIERS = listed("exact approximate approximate at-least up-to more-than fewer-than")
_FORMS = listed("{} {} {} {} {} {} {}~ {}?")
_FOLD = 96


class Draft:
    """What its further lines may name, and how what stands in any of them is made up."""

    def __init__(self, world: World, number: int, chance: random.Random) -> None:
        self.world, self.number, self.chance = world, number, chance
        self.draw = chance.random
        shares = list(accumulate(tongue.kind.share for tongue in world.tongues))
        # Steps of the golden ratio, so that a small library has several languages, too.
        place = number * GOLDEN % 1 * shares[-1]
        self.tongue: Tongue = world.tongues[bisect(shares, place)]
        words = self.tongue.words
        self.topic = [words[int(len(words) * self.draw() ** 2)] for _ in range(40)]
        # More is written every year.
        self.day = FIRST_DAY + timedelta(days=int(DAYS * self.draw() ** 0.7))
        self.ids: list[str] = []
        self.through: dict[str, frozenset[str]] = {}

    def _choose(self, items: int) -> None:
        """The parties and countries that the briefing speaks of."""
        world, choices = self.world, self.chance.choices
        size = max(2, min(14, items // 8))
        numbers = choices(
            range(len(world.countries)), cum_weights=world.country_weights, k=2 + size // 3
        )
        states = list(dict.fromkeys(numbers))
        self.countries = [world.countries[each] for each in states]
        count = range(len(world.people))
        people = dict.fromkeys(choices(count, cum_weights=world.people_weights, k=size))
        count = range(len(world.bodies))
        bodies = dict.fromkeys(choices(count, cum_weights=world.body_weights, k=2 + size // 3))
        bodies.update(dict.fromkeys(n for each in people for n in world.people[each].needs))
        count = range(len(world.sources))
        sources = dict.fromkeys(choices(count, cum_weights=world.source_weights, k=2 + size // 2))
        sources.update(dict.fromkeys(n for s in tuple(sources) for n in world.sources[s].needs))
        self.states = [world.states[each] for each in states]
        self.people = [world.people[each] for each in people]
        self.bodies = [world.bodies[each] for each in bodies]
        self.sources = [world.sources[each] for each in sources]
        self.drawn_from = {
            each.id: tuple(world.sources[n].id for n in each.needs) for each in self.sources
        }
        self.actors = [*self.people, *self.people, *self.states, *self.bodies]
        self.measures = 2 + size // 2

    def _one(self, among: Sequence[str]) -> str:
        return among[int(self.draw() * len(among))]

    def _actor(self) -> str:
        return self.actors[int(len(self.actors) * self.draw() ** 1.5)].id

    def _sentence(self, low: int, high: int) -> str:
        count = low + int(self.draw() * (high - low + 1))
        return self.tongue.sentence(self.chance, count, self.topic)

    def _plain(self, low: int, high: int) -> str:
        """A sentence that may stand between braces."""
        return self._sentence(low, high).replace(",", "")

    def _text(self, key: str, low: int, high: int, indent: str = "    ") -> str:
        """A text, folded as authors do where it is long."""
        text = self._sentence(low, high)
        if len(text) < _FOLD - len(indent) - len(key) or not self.tongue.kind.space:
            return f"{indent}{key}: {text}"
        lines, start, inner = [f"{indent}{key}: >-"], 0, indent + "  "
        while len(text) - start > _FOLD:
            end = text.rfind(" ", start, start + _FOLD)
            if end < 0:
                break
            lines.append(inner + text[start:end])
            start = end + 1
        lines.append(inner + text[start:])
        return "\n".join(lines)

    def _named(self, most: int) -> str:
        """Some of the items written so far, as YAML; nothing where there are none."""
        if not self.ids:
            return ""
        count = 1 + int(self.draw() * most)
        found = list(dict.fromkeys(self.chance.choices(self.ids, k=count)))
        return found[0] if len(found) == 1 else f"[{', '.join(found)}]"

    def _date(self, back: int, *, said: bool = False) -> str:
        """A day so long before the briefing's, as sources give days."""
        draw = self.draw
        day = self.day - timedelta(days=back)
        share = draw()
        if share < 0.78:
            return self._one(_FORMS).format(day)
        if share < 0.88:
            return f"{day - timedelta(days=1 + int(draw() * 9))}/{day}"
        if share < 0.97:
            return self._one(_FORMS).format(f"{day:%Y-%m}")
        return f"{day.year}" if said or draw() < 0.5 else f"{day.year - 1}/{day.year}"

    def _country(self) -> str:
        if self.draw() < 0.85:
            return self.countries[int(len(self.countries) * self.draw() ** 1.5)]
        world = self.world
        return self.chance.choices(world.countries, cum_weights=world.country_weights)[0]

    def _figure(self) -> str:
        draw = self.draw
        number = int(10 ** (1 + 4 * draw()))
        measure = f"measure: m{int(draw() * self.measures)}"
        share = draw()
        if share < 0.6:
            return f"{{value: {number}, qualifier: {self._one(_QUALIFIERS)}, {measure}}}"
        if share < 0.8:
            return f"{{low: {number}, high: {number * 2}, {measure}}}"
        return f"{{words: {'dozens' if share < 0.9 else 'thousands'}, {measure}}}"
