"""The items of a made-up briefing, as YAML, in the proportions of what ships."""

from __future__ import annotations

from datetime import timedelta

from bench.draft import Draft
from bench.languages import listed

_HEDGES = listed(
    "around;appears;reportedly;might;may;could;allegedly;apparently;likely;suggests;"
    "up to;is believed;in the coming weeks;at least;it seems;should be",
    ";",
)
_DATINGS = listed(
    "earlier today;last week;a week ago;for weeks;in recent days;on Monday;initially", ";"
)
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
_ROLES = ["subject", "subject", "subject", "actor", "target", "[subject, actor]"]
_NEARNESS = listed("at near in in towards")
_SHARES = (("claims", 0.63), ("evidence", 0.09), ("assessments", 0.16), ("options", 0.12))


class Items(Draft):
    """Claims, evidence, assessments and options."""

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
