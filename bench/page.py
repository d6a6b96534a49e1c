"""One briefing of a made-up library, as YAML: every section, in the proportions of what ships."""

from __future__ import annotations

import random
from typing import NamedTuple

from bench.items import Items
from bench.languages import listed
from bench.world import World

_UNITS = listed("soldiers people vehicles missiles tonnes dollars ships cities votes days")
_VERBS = listed("supports supports confirms qualifies qualifies disputes updates undercuts")
_MARKS = ["consistent", "consistent", "inconsistent", "not-applicable"]


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
    return _Briefing(world, number, random.Random(f"{seed}/{number}")).page(items)  # noqa: S311


class _Briefing(Items):
    """A briefing, from its heading to its hypotheses."""

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

    def _points(self, count: int, low: int, high: int) -> list[str]:
        lines = []
        for _ in range(count):
            lines.append("  - " + self._text("text", low, high).lstrip())
            named = self._named(4)
            if named:
                lines.append(f"    items: {named}")
        return lines

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
