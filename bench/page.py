"""One briefing of a made-up library, as YAML: every section, in the proportions of what ships."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from bench.words import Tongue, listed
from bench.world import World

FIRST_DAY, DAYS = date(2014, 11, 1), 3650
"""The ten years that the briefings of a library fall in."""

GOLDEN = 0.6180339887498949

_HEDGES = listed(
    "around;appears;reportedly;might;may;could;allegedly;apparently;likely;suggests;"
    "up to;is believed;in the coming weeks;at least;it seems;should be",
    ";",
)
_DATINGS = listed(
    "earlier today;last week;a week ago;for weeks;in recent days;on Monday;initially", ";"
)
_QUALIFIERS = listed("exact approximate approximate at-least up-to more-than fewer-than")
_UNITS = listed("soldiers people vehicles missiles tonnes dollars ships cities votes days")
_HOWS = listed("attributed-to attributed-to attributed-to quoted-from derived-from primary-source")
_BASES = listed("witnessed deduced induced told cannot-be-judged")
_EVIDENCE = listed("video photo document report imagery intercept data")
_VERIFIED = listed("verified geolocated claimed claimed doubted contradicted undisclosed")
_INSTRUMENTS = listed(
    "diplomatic informational military economic financial intelligence law-enforcement"
)
_STATES = listed(
    "in-use under-consideration requested raised-and-declined exhausted hypothetical hypothetical"
)
_DIMENSIONS = listed(
    "capability willingness target_dependence target_absorption headroom cost_to_actor risk"
)
_LEVELS = ["none", "low", "moderate", "high"]
_TERMS = listed("almost-no-chance very-unlikely unlikely roughly-even-chance likely very-likely")
_VERBS = listed("supports supports confirms qualifies qualifies disputes updates undercuts")
_ROLES = ["subject", "subject", "subject", "actor", "target", "[subject, actor]"]
_NEARNESS = listed("at near in in towards")
_MARKS = ["consistent", "consistent", "inconsistent", "not-applicable"]
_FORMS = listed("{} {} {} {} {} {} {}~ {}?")
_SHARES = (("claims", 0.63), ("evidence", 0.09), ("assessments", 0.16), ("options", 0.12))
_FOLD = 96


class Page(NamedTuple):
    """A briefing.

    Attributes:
        name: Its id, and its file's name without the suffix.
        folder: The year it is of, or ``undated``.
        text: The YAML.
    """

    name: str
    folder: str
    text: str


def page_of(world: World, number: int, items: int, seed: int) -> Page:
    """The briefing of this number: the same whatever else is written, and by whatever process."""
    return _Writer(world, number, random.Random(f"{seed}/{number}")).page(items)  # noqa: S311


class _Writer:
    """A briefing being written, and what its further lines may name."""

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

    def page(self, items: int) -> Page:
        self._choose(items)
        dated = self.draw() < 0.97
        english = self.world.tongues[0]
        slug = "-".join(w for w in english.drawn(self.chance, 3) if w.isascii() and w.isalpha())
        name = f"{slug or 'briefing'}-{self.number:05}"
        title = self._sentence(3, 7).rstrip(self.tongue.kind.stop)
        body = self._items(items)
        lines = [
            "# Made from one article. Locators count its paragraphs; the text is the editor's.",
            "",
            f"id: {name}",
            f"title: {title}",
            *([f"as_of: {self.day}"] if dated else []),
            "editor: The desk",
            f"language: {self.tongue.kind.tag}",
            "source: article",
            f"countries: [{', '.join(self.countries)}]",
            "",
            "summary:",
            *self._points(3 + int(self.draw() * 4), 14, 30),
            "",
            "not_known:",
            *self._points(2 + int(self.draw() * 5), 8, 18),
            "",
            *self._parties(title),
            *body,
            *self._relations(),
            *(self._hypotheses() if self.draw() < 0.25 and len(self.ids) > 8 else ()),
        ]
        return Page(name, str(self.day.year) if dated else "undated", "\n".join(lines) + "\n")

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

    def _points(self, count: int, low: int, high: int) -> list[str]:
        lines = []
        for _ in range(count):
            lines.append("  - " + self._text("text", low, high).lstrip())
            named = self._named(4)
            if named:
                lines.append(f"    items: {named}")
        return lines

    def _named(self, most: int) -> str:
        """Some of the items written so far, as YAML; nothing where there are none."""
        if not self.ids:
            return ""
        count = 1 + int(self.draw() * most)
        found = list(dict.fromkeys(self.chance.choices(self.ids, k=count)))
        return found[0] if len(found) == 1 else f"[{', '.join(found)}]"

    def _parties(self, title: str) -> list[str]:
        first = self.sources[0]
        lines = ["sources:", "  - id: article", f'    name: "{first.name}, {self.day}"']
        lines += ["    kind: article", f"    url: https://example.org/{self.number}"]
        lines += [f"    published: {self.day}", f"    chain: {first.id}"]
        lines += [party.lines for party in self.sources]
        lines += ["", "actors:"]
        lines += [party.lines for party in (*self.states, *self.people, *self.bodies)]
        lines += ["", "measures:"]
        for number in range(self.measures):
            name = self._sentence(3, 7).rstrip(self.tongue.kind.stop)
            lines += [f"  - id: m{number}", f"    name: {name}", f"    unit: {self._one(_UNITS)}"]
        return lines

    def _items(self, items: int) -> list[str]:
        counts = {section: int(items * share) for section, share in _SHARES}
        counts["claims"] += items - sum(counts.values())
        writers = (self._claim, self._evidence, self._assessment, self._option)
        lines: list[str] = []
        paragraph = 1.0
        english = self.world.tongues[0].words
        for (section, count), write in zip(counts.items(), writers, strict=True):
            if not count:
                continue
            lines += ["", f"{section}:"]
            paragraph = 1.0
            for _ in range(count):
                paragraph += 20 / count
                id_ = f"{english[int(self.draw() * 300)]}-{english[int(self.draw() * 300)]}"
                id_ += f"-{len(self.ids)}"
                lines += [f"  - id: {id_}", self._text("text", 10, 30)]
                write(id_, lines)
                lines.append(f"    locator: ¶{int(paragraph)}")
                self.ids.append(id_)
        return lines

    def _common(self, id_: str, lines: list[str], voice: str = "") -> None:
        """What every kind of item has: dates, places, countries, figures, hedge, voice, chain."""
        draw = self.draw
        if draw() < 0.55:
            lines.append(f"    said: {self._date(int(draw() * 25), said=True)}")
        elif draw() < 0.3:
            lines.append(f"    dating: {self._one(_DATINGS)}")
        if draw() < 0.35:
            lines.append(f"    event: {self._date(int(90 * draw() ** 2) - 10)}")
        if draw() < 0.12:
            lines.append(f"    published: {self.day - timedelta(days=int(draw() * 5))}")
        if draw() < 0.28:
            name = self.world.tongues[0].words[int(draw() * 900)].capitalize()
            country = self._country()
            near = self._one(_NEARNESS)
            lines.append(f"    places: {{name: {name}, nearness: {near}, country: {country}}}")
        if draw() < 0.85:
            found = dict.fromkeys(self._country() for _ in range(1 if draw() < 0.4 else 2))
            roles = ", ".join(f"{code}: {self._one(_ROLES)}" for code in found)
            lines.append(f"    countries: {{{roles}}}")
        if draw() < 0.22:
            lines.append(f"    figures: {self._figure()}")
        if draw() < 0.5:
            lines.append(f"    hedge: {self._one(_HEDGES)}")
        share = draw()
        voice = voice or ("reported" if share < 0.72 else "article" if share < 0.95 else "editor")
        lines.append(f"    voice: {voice}")
        if draw() < 0.03:
            lines += ["    rank: deprecated", "    rank_reason: A later report replaced it."]
        if draw() < 0.2:
            lines.append(f"    source: {self.sources[int(draw() * len(self.sources))].id}")
        if draw() < 0.4:
            lines.append(self._text("note", 6, 18))

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

    def _chain(self, id_: str, lines: list[str], voice: str = "") -> None:
        """One to four steps back to whoever it comes from; nobody stands in it twice."""
        draw = self.draw
        if draw() > 0.68:
            return
        steps: list[str] = []
        been = {id_, voice}
        for _ in range(1 + int(4 * draw() ** 2)):
            who = (
                self.sources[int(len(self.sources) * draw())].id if draw() < 0.6 else self._actor()
            )
            if who not in been:
                steps.append(who)
                been.add(who)
        if self.ids and draw() < 0.05:
            earlier = self._one(self.ids)
            if not been & self.through.get(earlier, frozenset()):
                steps.append(earlier)
                been |= {earlier, *self.through.get(earlier, ())}
        if not steps:
            return
        onward = self.drawn_from.get(steps[-1], ())
        if been.intersection(onward):
            return
        self.through[id_] = frozenset(been.union(onward) - {voice, ""}) | {voice}
        if len(steps) == 1 and draw() < 0.5:
            lines.append(f"    chain: {steps[0]}")
        else:
            said = ", ".join(
                who if draw() < 0.6 else f"{{who: {who}, how: {self._one(_HOWS)}}}" for who in steps
            )
            lines.append(f"    chain: [{said}]")

    def _claim(self, id_: str, lines: list[str]) -> None:
        draw = self.draw
        speaker = self._actor() if draw() < 0.7 else ""
        self._common(id_, lines, "" if speaker else "article")
        self._chain(id_, lines, speaker)
        if speaker:
            lines.append(f"    speaker: {speaker}")
        if draw() < 0.25:
            lines.append(f"    basis: {self._one(_BASES)}")
        if draw() < 0.25:
            lines.append(f"    credibility: {2 + int(draw() * 5)}")

    def _evidence(self, id_: str, lines: list[str]) -> None:
        self._common(id_, lines)
        self._chain(id_, lines)
        lines.append(f"    kind: {self._one(_EVIDENCE)}")
        lines += [
            f"    {what}_verified: {self._one(_VERIFIED)}"
            for what in ("place", "identity", "origin")
            if self.draw() < 0.6
        ]

    def _assessment(self, id_: str, lines: list[str]) -> None:
        draw = self.draw
        expert = self._actor()
        self._common(id_, lines)
        self._chain(id_, lines, expert)
        lines.append(f"    expert: {expert}")
        if draw() < 0.4:
            lines.append(f"    basis: {self._one(_BASES)}")
        if draw() < 0.5 and self.ids:
            lines.append(f"    rests_on: {self._named(3)}")
        if draw() < 0.15:
            lines.append(f"    likelihood: {{term: {self._one(_TERMS)}, voice: reported}}")
        if draw() < 0.08:
            lines.append("    confidence: {level: moderate, why: One source, voice: reported}")

    def _option(self, id_: str, lines: list[str]) -> None:
        draw = self.draw
        self._common(id_, lines)
        self._chain(id_, lines)
        targets = dict.fromkeys((self._actor(), self._actor()))
        lines += [
            f"    actor: {self._actor()}",
            f"    targets: [{', '.join(targets)}]",
            f"    instruments: {self._one(_INSTRUMENTS)}",
            f"    state: {self._one(_STATES)}",
        ]
        if draw() < 0.4:
            lines += ["    constraints:", f"      - {self._sentence(6, 14)}"]
        if self.ids and draw() < 0.7:
            lines.append(f"    rests_on: {self._named(3)}")
        levers = [dimension for dimension in _DIMENSIONS if draw() < 0.3]
        if levers and self.ids:
            lines.append("    leverage:")
            for dimension in levers:
                basis = f"basis: {self._one(self.ids)}"
                given = f"level: {self._one(_LEVELS)}, assessor: {self._actor()}, voice: reported"
                lines.append(f"      {dimension}: {{{given}, {basis}}}")

    def _relations(self) -> list[str]:
        draw, ids = self.draw, self.ids
        if len(ids) < 2:
            return []
        lines = ["", "relations:"]
        for _ in range(len(ids)):
            start = 1 + int(draw() * (len(ids) - 1))
            end = max(0, start - 1 - int(20 * draw() ** 2))
            verb = self._one(_VERBS)
            if verb == "confirms" and ids[end] in self.through.get(ids[start], ()):
                verb = "supports"  # what comes from an item cannot confirm it
            says = f"from: {ids[start]}, verb: {verb}, to: {ids[end]}"
            if draw() < 0.3:
                says += ", warrant: stated"
            if draw() < 0.3:
                says += f", locator: ¶{1 + int(draw() * 20)}"
            if draw() < 0.3:
                says += f", note: {self._plain(4, 10)}"
            lines.append(f"  - {{{says}}}")
        return lines

    def _hypotheses(self) -> list[str]:
        marked = list(dict.fromkeys(self.chance.choices(self.ids, k=8)))
        lines = ["", "questions:", "  - id: question", self._text("text", 6, 12), "", "hypotheses:"]
        for number in range(2 + int(self.draw() * 3)):
            lines += [f"  - id: answer-{number}", "    question: question"]
            lines += [self._text("text", 6, 12), "    marks:"]
            for item in marked:
                mark = f"mark: {self._one(_MARKS)}, note: {self._plain(4, 9)}"
                lines.append(f"      - {{item: {item}, {mark}}}")
        return lines
