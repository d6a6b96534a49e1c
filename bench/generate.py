"""A seeded generator of many claims, for `make bench` and for trying things at scale."""

from __future__ import annotations

import random
from collections.abc import Callable

COUNTRIES = ("KR", "KP", "RU", "UA", "US", "JP", "CN", "GB", "DE", "XK")
_SOURCE_KINDS = ("outlet", "news-agency", "government", "intelligence-service", "research-body")
_BASES = ("witnessed", "deduced", "induced", "told", "cannot-be-judged")
HEDGES = ("around", "appears", "reportedly", "up to", "is believed", "in the coming weeks")
QUALIFIERS = ("exact", "approximate", "at-least", "up-to", "more-than", "fewer-than")
HOWS = ("attributed-to", "quoted-from", "primary-source", "derived-from")
_ROLES = ("subject", "actor", "target", "place")
_VERBS = ("supports", "confirms", "disputes", "qualifies", "updates")
_PLACES = (
    ("Vladivostok", "RU", "RU-PRI"),
    ("Khabarovsk", "RU", "RU-KHA"),
    ("Kursk", "RU", "RU-KRS"),
    ("Kyiv", "UA", "UA-30"),
    ("Seoul", "KR", "KR-11"),
)
_TEXT = (
    "soldiers engineers aircraft shells training border transport ministry parliament deployment"
    " northern eastern port camp officers agreement support supply units weeks delegation report"
    " statement briefing estimate figure convoy exercise harbour railway command reserve visit"
)
_WORDS = _TEXT.split()


def generate(claims: int, seed: int = 1) -> str:
    """Write the YAML of one briefing without problems.

    Args:
        claims: how many claims; speakers, sources, measures and relations grow with them.
        seed: the same seed and size give the same text.
    """
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    sources = max(3, min(200, claims // 50))
    actors = max(4, min(500, claims // 20))
    measures = max(2, min(40, claims // 100))
    lines = [
        "id: generated",
        "title: A generated briefing",
        "as_of: 2024-10-23",
        "summary:",
        "  - text: The first claim carries this point.",
        "    items: c0",
        "countries: [KR, KP, RU, UA]",
        "editor: bench",
        "language: en",
        "source: s0",
        "not_known: [No reply from either capital.]",
    ]
    lines += source_lines(chance, sources)
    lines += actor_lines(chance, actors)
    lines += measure_lines(measures)
    lines.append("claims:")
    for number in range(claims):
        lines += _claim(chance, number, sources, actors, measures)
    if claims > 1:
        lines.append("relations:")
        for _ in range(claims // 10):
            first, second = chance.sample(range(claims), 2)
            lines += [
                f"  - from: c{first}",
                f"    verb: {chance.choice(_VERBS)}",
                f"    to: c{second}",
            ]
    return "\n".join(lines) + "\n"


def sentence(chance: random.Random, low: int, high: int) -> str:
    words = [chance.choice(_WORDS) for _ in range(chance.randint(low, high))]
    return " ".join(words).capitalize() + "."


def source_lines(
    chance: random.Random, count: int, more: Callable[[int], list[str]] = lambda _: []
) -> list[str]:
    """So many sources; ``more`` gives further lines of each, by its number."""
    lines = ["sources:"]
    for number in range(count):
        lines += [
            f"  - id: s{number}",
            f"    name: Source number {number}",
            f"    kind: {chance.choice(_SOURCE_KINDS)}",
            f"    country: {chance.choice(COUNTRIES)}",
            f"    reliability: {chance.choice('ABCDEF')}",
            f"    url: https://example.org/{number}",
            *more(number),
        ]
    return lines


def actor_lines(chance: random.Random, count: int) -> list[str]:
    lines = ["actors:"]
    for number in range(count):
        lines += [
            f"  - id: a{number}",
            f"    name: Actor Number {number}",
            "    identity_class: individual",
            f"    country: {chance.choice(COUNTRIES)}",
            f"    descriptor: {sentence(chance, 2, 4)}",
        ]
    return lines


def measure_lines(count: int) -> list[str]:
    lines = ["measures:"]
    for number in range(count):
        lines += [f"  - id: m{number}", f"    name: Measure number {number}", "    unit: soldiers"]
    return lines


def _claim(
    chance: random.Random, number: int, sources: int, actors: int, measures: int
) -> list[str]:
    day = chance.randint(1, 22)
    lines = [
        f"  - id: c{number}",
        f'    text: "{sentence(chance, 10, 24)}"',
        f"    speaker: a{chance.randrange(actors)}",
        f"    said: 2024-10-{day:02}",
        "    published: 2024-10-23",
        f"    source: s{chance.randrange(sources)}",
        f"    locator: ¶{number % 40 + 1}",
        f"    basis: {chance.choice(_BASES)}",
        "    voice: reported",
    ]
    if chance.random() < 0.6:
        lines.append(f"    event: 2024-{chance.randint(6, 9):02}~")
    if chance.random() < 0.5:
        lines.append(f"    hedge: {chance.choice(HEDGES)}")
    if chance.random() < 0.3:
        lines.append(f"    credibility: {chance.randint(2, 6)}")
    if chance.random() < 0.4:
        name, country, subdivision = chance.choice(_PLACES)
        lines += [
            "    places:",
            f"      - name: {name}",
            "        nearness: near",
            f"        country: {country}",
            f"        subdivision: {subdivision}",
        ]
    if chance.random() < 0.5:
        lines.append(
            f"    countries: {{{chance.choice(COUNTRIES[:5])}: {chance.choice(_ROLES)},"
            f" {chance.choice(COUNTRIES[5:])}: [place, target]}}"
        )
    if chance.random() < 0.5:
        lines += [
            "    figures:",
            f"      - value: {chance.randint(2, 300) * 50}",
            f"        qualifier: {chance.choice(QUALIFIERS)}",
            f"        measure: m{chance.randrange(measures)}",
        ]
    # Distinct parties, since a party twice in one chain would be a circle.
    steps = chance.sample(range(sources), chance.randint(1, min(3, sources)))
    lines.append("    chain:")
    for step in steps:
        lines += [f"      - who: s{step}", f"        how: {chance.choice(HOWS)}"]
    return lines
