"""The first text on a second start, when the first frame was kept by the one before."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

from bench.programs import in_turn
from bench.screen import watch
from bench.table import Goal, Row

STARTS = 15

AT_ONCE = Goal(0.35)

KEPT = 1.0
"""Seconds after its first text in which an app that nobody touches keeps it."""

NOTHING_BUT_TEXT = "print('the text of a line of Python')"


def second_start(
    program: Sequence[str | Path],
    text: str,
    ten_lines: tuple[Path, str],
    environment: Mapping[str, str],
    home: Path,
) -> Iterator[Row]:
    """The rows.

    Args:
        program: The reader, with what it opens.
        text: What stands on its first screen.
        ten_lines: A Textual app of ten lines, and what it shows.
        environment: The environment of all programs.
        home: A folder that is to be the home of someone who has started nothing before.

    Raises:
        RuntimeError: the first frame was not kept.
    """
    home.mkdir()
    own = {**environment, "HOME": str(home)}
    watch(program, text, own, settling=KEPT)
    if not list(home.rglob("*.frame")):
        raise RuntimeError("the first frame was not kept")
    app, app_text = ten_lines
    line: list[str | Path] = [sys.executable, "-c", NOTHING_BUT_TEXT]
    ours, theirs, least = in_turn(
        STARTS,
        lambda: watch(program, text, own).seconds,
        lambda: watch([sys.executable, app], app_text, own).seconds,
        lambda: watch(line, "the text of a line", own).seconds,
    )
    for name, choose in (("min", min), ("median", median)):
        what = f"time to first text on a second start, {name} of {STARTS}"
        mine = choose(ours)
        for reference, found, goal in (
            ("ten-line Textual app", theirs, AT_ONCE),
            ("python -c print", least, None),
        ):
            other = choose(found)
            yield Row(what, _ms(mine), f"{_ms(other)} {reference}", mine / other, goal)
            what = ""


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
