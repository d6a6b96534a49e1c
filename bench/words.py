"""Words of several languages and scripts, as often as words come: few very often, most hardly ever.

The commonest are the language's own; the long rest is made of its syllables, so that there are as
many as a library of any size would hold.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from bench.languages import HAN_FIRST, HAN_LAST, KINDS, Kind, Syllables

SHIFT = 2.7
"""Of the Zipf-Mandelbrot law: a word of rank r comes in proportion to 1 / (r + SHIFT)."""

TOPIC_STEP = 4
"""Every so many words, one is of what the briefing is about."""


class Tongue(NamedTuple):
    """A language with all of its words, the commonest first, and how often each comes, added up."""

    kind: Kind
    words: Sequence[str]
    weights: Sequence[float]

    def drawn(self, chance: random.Random, count: int) -> list[str]:
        """So many words, as often as words come."""
        return chance.choices(self.words, cum_weights=self.weights, k=count)

    def sentence(self, chance: random.Random, count: int, topic: Sequence[str] = ()) -> str:
        """A sentence of so many words; Chinese counts by character, two to a word."""
        kind, draw = self.kind, chance.random
        words = self.drawn(chance, count if kind.space else 2 * count)
        if topic:
            rare = words[1::TOPIC_STEP]
            words[1::TOPIC_STEP] = chance.choices(topic, k=len(rare))
        if draw() < 0.25:
            words[int(draw() * len(words))] = _number(chance)
        if draw() < 0.5 and len(words) > 8:
            words[len(words) // 2] += kind.comma
        first = words[0]
        words[0] = first[:1].upper() + first[1:]
        return kind.space.join(words) + kind.stop


def tongues(chance: random.Random, count: int) -> tuple[Tongue, ...]:
    """Every language, with about ``count`` words among them all."""
    return tuple(_tongue(kind, chance, 60 + int(count * kind.share)) for kind in KINDS)


def drawn_unevenly(count: int) -> list[float]:
    """How often each of so many ranks comes, added up, for ``Random.choices``."""
    return list(accumulate(1 / (rank + SHIFT) for rank in range(1, count + 1)))


def _tongue(kind: Kind, chance: random.Random, count: int) -> Tongue:
    words = dict.fromkeys(kind.common.split())
    if not kind.space:
        rest = chance.sample(range(HAN_FIRST, HAN_LAST), min(count, 3_500))
        words.update(dict.fromkeys(map(chr, rest)))
        return Tongue(kind, tuple(words), drawn_unevenly(len(words)))
    tries = 0
    while len(words) < count and tries < 2 * count:
        words[made_up(kind.syllables, chance)] = None
        tries += 1
    return Tongue(kind, tuple(words), drawn_unevenly(len(words)))


def made_up(syllables: Syllables, chance: random.Random) -> str:
    """A word that might be one of the language's."""
    starts, middles, endings, least, most = syllables
    draw = chance.random
    size = least + int(draw() * (most - least + 1))
    word = "".join(
        starts[int(draw() * len(starts))] + middles[int(draw() * len(middles))] for _ in range(size)
    )
    return word + endings[int(draw() * len(endings))] if endings and draw() < 0.6 else word


def _number(chance: random.Random) -> str:
    draw = chance.random
    if draw() < 0.3:
        return str(2010 + int(draw() * 15))
    number = int(10 ** (1 + 3.5 * draw()))
    return f"{number:,}" if number >= 1000 else str(number)
