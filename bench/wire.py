"""What goes over the wire, and how soon: the app on a real pseudo-terminal.

The shipped briefing, Claims open with the detail pane, 256 colours, on a terminal that takes frames
as a whole; beside it the same app, in the same run, with Textual's own driver in place of ours.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from bench.plain_diff import plain_diff
from bench.table import Goal, Row
from tests.tui.program import Program
from tests.tui.pseudo_terminal import Terminal

MEASURED_ON = (
    "measured on a real pseudo-terminal (shipped briefing, Claims open with detail pane, "
    "256 colours), beside the same app with Textual's own driver in the same run"
)

SIZES = ((80, 24), (120, 40))
GOALS_AT = (80, 24)
"""The size that the goals in bytes and milliseconds are for; ratios are for any."""

DOWN, PAGE_DOWN, FIRST, PALETTE, ESCAPE = "\x1b[B", "\x1b[6~", "g", ":", "\x1b"

DOWNS = 12
KEYS = 60
IDLE = 10.0
"""Seconds."""

QUIET = 0.25
"""Seconds without a byte after which nothing more is taken to come."""

TIMES_THE_PLAIN_DIFF = Goal(1.3)
WITHIN = Goal(1)
NOTHING = Goal(0)


class Most(NamedTuple):
    """The most that is wanted, in bytes and milliseconds; None where nothing is said of it."""

    start: float | None = None
    page: float | None = None
    palette: float | None = None
    ms_to_last_byte: float | None = None
    ms_for_down: float | None = None
    ms_for_whole: float | None = None


GOALS = Most(5_500, 2_500, 4_000, 15, 0.5, 2.0)
NO_GOALS = Most()


class Sent(NamedTuple):
    """What one key sets off.

    Attributes:
        size: In bytes.
        frames: How many the terminal was told to show as a whole.
        diff: Bytes of the plain diff of what changed on the screen.
    """

    size: int
    frames: int
    diff: int


class Figures(NamedTuple):
    """What was measured of one program, in bytes and seconds."""

    start: int
    downs: list[Sent]
    page: Sent
    opening: Sent
    closing: Sent
    idle: int


def press(program: Program, key: str) -> Sent:
    """Press a key, and wait until all has come that it sets off."""
    before = program.screen.shown()
    begin = program.length
    program.send(key)
    program.settle(QUIET)
    return Sent(
        program.length - begin,
        len(program.frames(begin)),
        len(plain_diff(before, program.screen.shown()).encode()),
    )


def watched(program: Program) -> Figures:
    """Read as a reader does."""
    program.wait_for("── 1 of ")
    program.settle(2 * QUIET)
    start = program.length
    downs = [press(program, DOWN) for _ in range(DOWNS)]
    page = press(program, PAGE_DOWN)
    press(program, FIRST)
    opening, closing = press(program, PALETTE), press(program, ESCAPE)
    before = program.length
    program.settle(IDLE)
    return Figures(start, downs, page, opening, closing, program.length - before)


def wire(briefing: Path, folder: Path, size: tuple[int, int]) -> Iterator[Row]:
    """The rows of one size.

    Args:
        briefing: What is read.
        folder: Where the app may keep the reader's settings.
        size: Columns and lines.
    """
    with ExitStack() as stack:
        programs = []
        for module in ("brief_tui", "bench.stock"):
            terminal = stack.enter_context(Terminal(*size, home=folder))
            command = (sys.executable, "-m", module, briefing, "--section", "claims")
            judged = module == "brief_tui"
            running = terminal.running_command(command, {}, ours=judged)
            programs.append(stack.enter_context(running))
        ours, stock = (watched(program) for program in programs)
        delays = [[1000 * seconds for seconds in found] for found in _delays(programs)]
        for program in programs:
            program.send("q")
            program.wait_for_end()
    at = f"at {size[0]}×{size[1]}"
    goals = GOALS if size == GOALS_AT else NO_GOALS
    yield from _bytes(f"bytes to start, {at}", ours.start, stock.start, goals.start)
    down, diff = (median([getattr(each, name) for each in ours.downs]) for name in ("size", "diff"))
    yield Row(
        f"bytes for down, {at}, median of {DOWNS}",
        f"{down:,.0f} B",
        f"{diff:,.0f} B the changed cells' plain diff",
        median([each.size / each.diff for each in ours.downs]),
        TIMES_THE_PLAIN_DIFF,
    )
    yield _beside_stock(median([each.size for each in stock.downs]), down)
    yield from _bytes(f"bytes for a page, {at}", ours.page.size, stock.page.size, goals.page)
    yield _at_most(f"frames for a page, {at}", "", ours.page.frames, 1)
    for name, sent, other in (
        ("open", ours.opening, stock.opening),
        ("close", ours.closing, stock.closing),
    ):
        what = f"bytes to {name} the palette, {at}"
        yield from _bytes(what, sent.size, other.size, goals.palette)
    yield Row(
        f"bytes in a minute when idle, {at}, from {IDLE:.0f} s",
        f"{ours.idle * 60 / IDLE:,.0f} B",
        "0 B wanted",
        float(ours.idle),
        NOTHING,
    )
    mine, theirs = (quantiles(found, n=20)[-1] for found in delays)
    yield Row(
        f"key to last byte of down, {at}, median of {KEYS}",
        f"{median(delays[0]):.1f} ms",
        f"{median(delays[1]):.1f} ms Textual's own driver",
        median(delays[0]) / median(delays[1]),
    )
    yield _at_most(f"the same, 95th percentile, {at}", " ms", mine, goals.ms_to_last_byte, 1)
    yield Row("", "", f"{theirs:.1f} ms Textual's own driver", mine / theirs)


def drawing(seconds: Mapping[str, Sequence[float]], size: tuple[int, int]) -> Iterator[Row]:
    """The rows of what the short form takes of the processor.

    Args:
        seconds: For ``down`` and for a ``whole`` screen, of each time it was made.
        size: Columns and lines.
    """
    goals = GOALS if size == GOALS_AT else NO_GOALS
    for what, most in (("down", goals.ms_for_down), ("whole", goals.ms_for_whole)):
        found = [each * 1000 for each in seconds[what]]
        for name, choose in (("min", min), ("median", median)):
            words = f"processor time of the diff, {what}, at {size[0]}×{size[1]}"
            yield _at_most(f"{words}, {name} of {len(found)}", " ms", choose(found), most, 2)


def _delays(programs: list[Program]) -> tuple[list[float], ...]:
    """Seconds from ``down`` to the last byte that it sets off, of the programs by turns."""
    found: tuple[list[float], ...] = tuple([] for _ in programs)
    for number in range(KEYS):
        for program, kept in zip(programs, found, strict=True):
            if number % DOWNS == 0:
                press(program, FIRST)
            reads, pressed = len(program.reads), time.monotonic()
            program.send(DOWN)
            program.settle(QUIET)
            if len(program.reads) > reads:
                kept.append(program.reads[-1].at - pressed)
    return found


def _bytes(what: str, ours: float, stock: float, most: float | None) -> Iterator[Row]:
    yield _at_most(what, " B", ours, most)
    yield _beside_stock(stock, ours)


def _beside_stock(stock: float, ours: float) -> Row:
    return Row("", "", f"{stock:,.0f} B Textual's own driver", ours / stock if stock else None)


def _at_most(what: str, unit: str, figure: float, most: float | None, digits: int = 0) -> Row:
    said = f"{figure:,.{digits}f}{unit}"
    if most is None:
        return Row(what, said)
    return Row(what, said, f"{most:,g}{unit} wanted", figure / most, WITHIN)
