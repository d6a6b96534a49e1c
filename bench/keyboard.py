"""What a reader types in a library, and how long the app takes to answer each key."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bench.pressed import QUIET, Waits, wait, waits
from bench.world import World
from tests.tui.program import Program

DOWN, PAGE_DOWN, END, FIRST = "\x1b[B", "\x1b[6~", "\x1b[F", "g"
ENTER, ESCAPE, CLEAR, COUNTRY, SEARCH, WHOLE, CLAIMS = ("\r", "\x1b", "x", "c", "/", "L", "2")

MOVES = 40
"""How often each key that moves is pressed."""

COUNTRIES_TRIED = 30
LONGEST = 8
"""How many letters of a word are typed."""

BURST_APART = 0.02
"""Seconds between two keys of somebody who types as fast as anybody does."""


class Moved(NamedTuple):
    """Waits for each way of moving."""

    down: list[Waits]
    page: list[Waits]
    end: list[Waits]


def move(programs: Sequence[Program]) -> list[Moved]:
    """Move about in several programs by turns, so that a busy moment falls on all alike."""
    found = [Moved([], [], []) for _ in programs]
    for number in range(MOVES):
        for program, kept in zip(programs, found, strict=True):
            if number % 4 == 0:
                wait(program, FIRST)
            kept.down.extend(waits(program, [DOWN]))
            kept.page.extend(waits(program, [PAGE_DOWN]))
        if number % 2 == 0:
            for program, kept in zip(programs, found, strict=True):
                wait(program, FIRST)
                kept.end.extend(waits(program, [END]))
                wait(program, FIRST)
    return found


def words_to_type(world: World) -> Iterator[str]:
    """Words from very common to rare, in several scripts."""
    for tag in ("en", "fr", "ru", "ko", "zh", "ar"):
        words = next(tongue.words for tongue in world.tongues if tongue.kind.tag == tag)
        ranks = (0, 3, len(words) // 50, len(words) // 5, len(words) - 20)
        for rank in ranks if tag == "en" else ranks[1::3]:
            yield words[rank][:LONGEST]


def type_words(program: Program, words: Iterable[str]) -> tuple[list[Waits], list[Waits]]:
    """Search for each word, letter by letter.

    Returns:
        The waits of first letters, and those of all letters.
    """
    first: list[Waits] = []
    every: list[Waits] = []
    for word in words:
        wait(program, SEARCH)
        found = waits(program, word)
        first += found[:1]
        every += found
        wait(program, ESCAPE)
        wait(program, ESCAPE)
    return first, every


def burst(program: Program, word: str) -> Waits:
    """Type a word as fast as anybody does.

    Returns:
        The longest time from a key to the next byte, by which its letter is shown, and the time
        from the last key to the last byte.
    """
    wait(program, SEARCH)
    begin = len(program.reads)
    pressed: list[float] = []
    for letter in word:
        pressed.append(time.monotonic())
        program.send(letter)
        program.watch(BURST_APART)
    program.settle(2 * QUIET)
    at = [read.at for read in program.reads[begin:]]
    held = max(min((each for each in at if each >= key), default=key) - key for key in pressed)
    wait(program, ESCAPE)
    wait(program, ESCAPE)
    return Waits(held, max(at, default=pressed[-1]) - pressed[-1])
