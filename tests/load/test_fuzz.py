"""Whatever the bytes, a load ends with a briefing or with problems, and never with an exception."""

import random
from pathlib import Path

import pytest

from bench.generate import generate
from brief_tui.load.briefing_file import Loaded
from brief_tui.load.text import sanitise
from tests.load.written import HEAD, Desk

PIECES = [
    *"[]{}:,-?&*!|>'\"%@`#~\t\r\n \\", "- ", ": ", "? ", "---\n", "...\n", "<<: ", "&a ", "*a",
    "!!int ", "| ", ">-\n  ", '"\\u202e"', '"\\e"', "\x00", "\x1b", "\x85", "\u2028", "\ufeff",
    "\u200b", "id: ", "claims:\n", "  - id: x\n", "    text: ", "chain: ", "figures: ", "1e999",
    ".nan", "null", "KR", "2024-13", "x" * 50, "北", "🏴\U000e0067", "relations: ", "from: ",
    "leverage: ", "true",
]  # fmt: skip


def hold(loaded: Loaded) -> None:
    """Check what holds of every load."""
    closes = any(problem.closes for problem in loaded.problems)
    assert (loaded.briefing is None) == closes
    for problem in loaded.problems:
        assert problem.position.line >= 1
        assert problem.position.column >= 1
        words = [problem.message, problem.found, problem.path, problem.nearest or ""]
        for text in (*words, *problem.allowed, loaded.title, str(problem.position)):
            assert sanitise(text)[0] == text
            assert "\n" not in text


@pytest.mark.parametrize("seed", range(20))
def test_pieces_of_yaml_in_any_order(desk: Desk, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    for _ in range(40):
        text = "".join(chance.choices(PIECES, k=chance.randint(1, 60)))
        hold(desk.load(text.encode()))
        hold(desk.load((HEAD + text).encode()))


@pytest.mark.parametrize("seed", range(10))
def test_any_bytes(desk: Desk, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    for _ in range(30):
        hold(desk.load(chance.randbytes(chance.randint(1, 300))))


@pytest.mark.parametrize("seed", range(10))
def test_a_good_briefing_damaged(desk: Desk, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    good = bytearray(generate(8, seed).encode())
    for _ in range(40):
        bad = bytearray(good)
        for _ in range(chance.randint(1, 5)):
            at = chance.randrange(len(bad))
            how = chance.randrange(4)
            if how == 0:
                del bad[at : at + chance.randint(1, 20)]
            elif how == 1:
                bad[at] = chance.randrange(256)
            elif how == 2:
                bad[at:at] = chance.choice(PIECES).encode()
            else:
                end = at + chance.randint(1, 40)
                bad[at:at] = bad[at:end]
        hold(desk.load(bytes(bad)))


def test_a_good_briefing_cut_anywhere(desk: Desk) -> None:
    good = generate(3, 5).encode()
    for end in range(0, len(good), 7):
        hold(desk.load(good[:end]))


def test_every_word_of_a_good_briefing_replaced(desk: Desk, tmp_path: Path) -> None:
    lines = generate(2, 3).splitlines()
    for number, line in enumerate(lines):
        key, colon, _ = line.partition(": ")
        if not colon:
            continue
        for other in ("[]", "{}", "[[a]]", "{a: {b: c}}", "~", "'  '", "true", '"\\u202e"'):
            changed = [*lines[:number], f"{key}: {other}", *lines[number + 1 :]]
            hold(desk.load("\n".join(changed)))
