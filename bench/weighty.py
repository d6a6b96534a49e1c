"""A seeded generator of a briefing with everything to weigh: every kind of item, much related.

Of the items three in five are claims, one in ten is an option; four relations fall on each item.
Origins are shared as they are in life: a few parties stand behind most of what is said.
"""

from __future__ import annotations

import random

from bench.generate import (
    COUNTRIES,
    HEDGES,
    HOWS,
    QUALIFIERS,
    actor_lines,
    measure_lines,
    sentence,
    source_lines,
)

RELATIONS_PER_ITEM = 4

_SHARES = (("e", 0.13), ("j", 0.15), ("o", 0.10))
_VERBS = {
    "supports": 10,
    "confirms": 5,
    "qualifies": 4,
    "disputes": 4,
    "updates": 2,
    "undercuts": 2,
    "refutes": 1,
    "corrects": 1,
}
"""Every verb, with how often it comes."""

_KINDS = ("video", "photo", "document", "report", "imagery", "intercept", "data")
_VERIFIED = ("verified", "geolocated", "claimed", "doubted", "undisclosed")
_INSTRUMENTS = ("diplomatic", "informational", "military", "economic", "financial")
_STATES = ("in-use", "under-consideration", "requested", "raised-and-declined", "hypothetical")
_DIMENSIONS = (
    *("capability", "willingness", "target_dependence", "target_absorption"),
    *("headroom", "cost_to_actor", "risk"),
)
_LEVELS = ("none", "low", "moderate", "high", "contested")
_MARKS = ("consistent", "consistent", "inconsistent", "not-applicable")
_TERMS = ("very-unlikely", "unlikely", "likely", "very-likely")


def generate_weighty(items: int, seed: int = 1) -> str:
    """Write the YAML of one briefing without errors.

    Args:
        items: how many items; there are four relations to each.
        seed: the same seed and size give the same text.
    """
    return "\n".join(_Weighty(items, random.Random(seed)).lines()) + "\n"  # noqa: S311


class _Weighty:
    """One briefing being written, and the ids that what is written next may name."""

    def __init__(self, items: int, chance: random.Random) -> None:
        self.chance = chance
        self.counts = {kind: int(items * share) for kind, share in _SHARES}
        self.counts = {"c": items - sum(self.counts.values()), **self.counts}
        self.sources = max(3, min(200, items // 25))
        self.actors = max(4, min(500, items // 10))
        self.measures = max(2, min(40, items // 100))
        self.written: list[str] = []
        self.through: dict[str, str] = {}

    def lines(self) -> list[str]:
        chance = self.chance
        lines = [
            "id: weighty",
            "title: A generated briefing of some weight",
            "as_of: 2024-10-23",
            "source: s0",
            *source_lines(chance, self.sources, self._draws_on),
            *actor_lines(chance, self.actors),
            *measure_lines(self.measures),
        ]
        kinds = {
            "c": ("claims", self._claim),
            "e": ("evidence", self._evidence),
            "j": ("assessments", self._assessment),
            "o": ("options", self._option),
        }
        for kind, (section, write) in kinds.items():
            if self.counts[kind]:
                lines.append(f"{section}:")
            for number in range(self.counts[kind]):
                lines += self._item(f"{kind}{number}")
                lines += write()
                self.written.append(f"{kind}{number}")
        return lines + self._relations() + self._hypotheses()

    def _draws_on(self, number: int) -> list[str]:
        """Where a source has its content from: one that comes before it, or nobody is named."""
        if not number or self.chance.random() < 0.6:
            return []
        return ["    chain:", f"      - who: s{self._early(number)}"]

    def _early(self, count: int) -> int:
        """A number below ``count``, a low one much more often than a high one."""
        return int(count * self.chance.random() ** 3)

    def _item(self, id_: str) -> list[str]:
        chance = self.chance
        day = chance.randint(1, 28)
        lines = [f"  - id: {id_}", f'    text: "{sentence(chance, 10, 24)}"']
        if chance.random() < 0.9:
            lines.append(f"    said: 2024-{chance.randint(6, 10):02}-{day:02}")
        if chance.random() < 0.6:
            month = chance.randint(1, 9)
            ends = f"2024-{month:02}-{day:02}/2024-{month + 1:02}"
            lines.append(f"    event: {chance.choice((ends, f'2024-{month:02}~', '2024'))}")
        if chance.random() < 0.4:
            lines.append(f"    hedge: {chance.choice(HEDGES)}")
        if chance.random() < 0.3:
            lines.append(f"    countries: {{{chance.choice(COUNTRIES)}: subject}}")
        lines.append(f"    source: s{chance.randrange(self.sources)}")
        return lines + self._figures() + self._chain(id_)

    def _figures(self) -> list[str]:
        chance = self.chance
        if chance.random() > 0.35:
            return []
        low = chance.randint(2, 12) * 1000
        forms = (
            ["value: " + str(low), f"qualifier: {chance.choice(QUALIFIERS)}"],
            [f"low: {low}", f"high: {low + chance.randint(1, 8) * 500}"],
            ["words: dozens"],
        )
        form = chance.choices(forms, (6, 3, 1))[0]
        if chance.random() < 0.95:
            form.append(f"measure: m{chance.randrange(self.measures)}")
        return ["    figures:", f"      - {{{', '.join(form)}}}"]

    def _chain(self, id_: str) -> list[str]:
        """A way back: through an earlier item, or through sources one of which draws on another."""
        chance = self.chance
        if self.written and chance.random() < 0.25:
            steps = [chance.choice(self.written)]
            self.through[id_] = steps[0]
        else:
            steps = [f"s{self._early(self.sources)}"]
        lines = ["    chain:"]
        lines += [f"      - {{who: {who}, how: {chance.choice(HOWS)}}}" for who in steps]
        if chance.random() < 0.15:
            lines.append("      - {how: attributed-to}")
        return lines

    def _actor(self) -> str:
        return f"a{self._early(self.actors)}"

    def _bases(self, most: int) -> str:
        chance = self.chance
        count = min(chance.randint(0, most), len(self.written))
        return ", ".join(dict.fromkeys(chance.choices(self.written, k=count)) if count else ())

    def _claim(self) -> list[str]:
        lines = [f"    speaker: {self._actor()}", "    voice: reported"]
        if self.chance.random() < 0.3:
            lines.append(f"    credibility: {self.chance.randint(1, 6)}")
        return lines

    def _evidence(self) -> list[str]:
        chance = self.chance
        lines = [f"    kind: {chance.choice(_KINDS)}"]
        return [*lines, f"    origin_verified: {chance.choice(_VERIFIED)}"]

    def _assessment(self) -> list[str]:
        chance = self.chance
        lines = [f"    expert: {self._actor()}", f"    rests_on: [{self._bases(4)}]"]
        if chance.random() < 0.3:
            lines.append(f"    likelihood: {{term: {chance.choice(_TERMS)}}}")
        return lines

    def _option(self) -> list[str]:
        chance = self.chance
        lines = [
            f"    actor: {self._actor()}",
            f"    targets: [{', '.join(dict.fromkeys((self._actor(), self._actor())))}]",
            f"    instruments: [{chance.choice(_INSTRUMENTS)}]",
            f"    state: {chance.choice(_STATES)}",
            f"    rests_on: [{self._bases(3)}]",
        ]
        levers = [
            f"      {dimension}: [{', '.join(self._lever() for _ in range(chance.randint(1, 2)))}]"
            for dimension in _DIMENSIONS
            if chance.random() < 0.4
        ]
        return [*lines, "    leverage:", *levers] if levers else lines

    def _lever(self) -> str:
        level, assessor = self.chance.choice(_LEVELS), self._actor()
        return f"{{level: {level}, assessor: {assessor}, basis: [{self._bases(2)}]}}"

    def _relations(self) -> list[str]:
        chance, items = self.chance, self.written
        count = RELATIONS_PER_ITEM * len(items) if len(items) > 1 else 0
        lines = ["relations:"] if count else []
        for _ in range(count):
            # What comes later bears on what was said before: on what little all speak of, or on
            # what was said just then.
            start = chance.randrange(1, len(items))
            near = chance.random() < 0.7
            end = max(start - chance.randint(1, 20), 0) if near else self._early(start)
            if chance.random() < 0.05:
                start, end = end, start
            verb = chance.choices(list(_VERBS), list(_VERBS.values()))[0]
            if verb == "confirms" and self._comes_from(items[start], items[end]):
                verb = "supports"  # what was derived from an item cannot confirm it
            lines += [
                f"  - from: {items[start]}",
                f"    verb: {verb}",
                f"    to: {items[end]}",
                f"    warrant: {chance.choice(('stated', 'inferred', 'inferred'))}",
            ]
        return lines

    def _comes_from(self, item: str, earlier: str) -> bool:
        """Whether the chain of an item leads through an earlier one."""
        way: str | None = item
        while way is not None and way != earlier:
            way = self.through.get(way)
        return way == earlier

    def _hypotheses(self) -> list[str]:
        """For every thousand items a question with four answers, each marked for fifty items."""
        chance, items = self.chance, self.written
        questions = range(len(items) // 1000 + 1)
        lines = ["questions:"]
        lines += [f"  - {{id: q{each}, text: {sentence(chance, 5, 9)}}}" for each in questions]
        lines.append("hypotheses:")
        for number in (4 * each + answer for each in questions for answer in range(4)):
            lines += [
                f"  - id: h{number}",
                f"    question: q{number // 4}",
                f"    text: {sentence(chance, 5, 9)}",
                "    marks:",
            ]
            lines += [
                f"      - {{item: {item}, mark: {chance.choice(_MARKS)}, note: Because.}}"
                for item in items[number // 4 :: max(len(items) // 50, 1)]
            ]
        return lines
