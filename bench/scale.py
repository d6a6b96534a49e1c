"""``python -m bench.scale [ITEMS]``: what a library of any size costs, from 1,000 items to ITEMS.

Each size has a made-up library of its own (``bench/library.py``), indexed as a reader would, and
every key is pressed in the real app on a real pseudo-terminal. All sizes are measured in one run.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.curve import Point, set_curves
from bench.keyboard import (
    CLAIMS,
    CLEAR,
    COUNTRIES_TRIED,
    COUNTRY,
    END,
    ENTER,
    ESCAPE,
    PAGE_DOWN,
    WHOLE,
    burst,
    move,
    type_words,
    words_to_type,
)
from bench.library import shape_of, world_for
from bench.made import TITLE, Made, bytes_in, make
from bench.pressed import Waits, memory, percentile, reading, wait, waits
from bench.programs import in_turn, run
from bench.screen import Seen, watch
from bench.table import Goal
from brief_tui.shipped import content_folder
from tests.tui.program import Program
from tests.tui.pseudo_terminal import files_in

LIBRARIES = (
    "libraries of so many items, on a real pseudo-terminal of 80×24; the ratio is of the largest"
)

SIZES = (1_000, 10_000, 100_000, 1_000_000)
USUAL = 100_000
FEW = 160
"""Items of the library beside which keys are pressed: 100 of them are claims."""

STARTS = 9
REFRESHES = 9
MOST_MS = 50.0

TO_FIRST_TEXT = Goal(1.2)
MEMORY_MORE = Goal(1)
MORE_BYTES = 30 * 2**20
AS_FEW = Goal(1.5)
WITHIN = Goal(1)
INDEXING = Goal(3)
REFRESH_MS = 300.0
INDEX_SIZE = Goal(1.2)


class Bench(NamedTuple):
    """What every size is measured beside and with."""

    folder: Path
    few: Made
    processes: int

    def environment(self, home: Path) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        terminal = {"LANG": "C.UTF-8", "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        return kept | terminal | files_in(home)


def measure(bench: Bench, items: int) -> Iterator[Point]:
    """Every figure of one size, as they come."""
    print(f"measuring {items:,} items", file=sys.stderr)
    folder = bench.folder / str(items)
    made = make(folder, items, bench.processes)
    yield Point("YAML", _mib(made.yaml))
    for part in (indexing, refreshing, starting, remembering, moving, choosing, searching):
        begin = time.monotonic()
        try:
            yield from part(bench, made)
        except (RuntimeError, OSError, ValueError, AssertionError, ImportError) as error:
            line = (str(error).splitlines() or [type(error).__name__])[0]
            yield Point(f"{part.__name__}, not measured", line[:40])
        print(f"  {part.__name__}: {time.monotonic() - begin:.0f} s", file=sys.stderr)


def indexing(bench: Bench, made: Made) -> Iterator[Point]:
    """The whole index, beside the parser's events on one core."""
    environment = bench.environment(made.home)
    events = json.loads(run([*_PYTHON, "bench.events", made.folder], environment).output)
    took = run([*_PYTHON, "brief_tui", "index", made.folder], environment).seconds
    floor = events["seconds"]
    yield Point("events of the C parser alone, one core", f"{floor:.2f} s")
    yield Point(
        f"full index, {bench.processes} cores", f"{took:.2f} s", took / floor, "events", INDEXING
    )
    size = bytes_in(made.cache)
    yield Point("index", _mib(size), size / made.yaml, "YAML", INDEX_SIZE)


def refreshing(bench: Bench, made: Made) -> Iterator[Point]:
    """One file changed: to look through all of them, and take it over."""
    command = [*_PYTHON, "bench.refreshing", made.folder, made.newest, str(REFRESHES)]
    seconds = json.loads(run(command, bench.environment(made.home)).output)
    slowest = max(seconds) * 1000
    what = "refresh after one file changed"
    yield Point(f"{what}, median of {REFRESHES}", f"{median(seconds) * 1000:.0f} ms")
    ratio = slowest / REFRESH_MS
    yield Point(f"{what}, slowest", f"{slowest:.0f} ms", ratio, f"{REFRESH_MS:.0f} ms", WITHIN)


def starting(bench: Bench, made: Made) -> Iterator[Point]:
    """The first text, with no frame kept, beside the shipped briefing alone."""
    shipped = _shipped()
    title = _title_of(shipped)

    def start(path: Path, text: str, home: Path) -> Seen:
        command = [*_PYTHON, "brief_tui", path]
        for frame in Path(files_in(home)["XDG_CACHE_HOME"]).rglob("*.frame"):
            frame.unlink()
        return watch(command, text, bench.environment(home))

    ours, alone = in_turn(
        STARTS,
        lambda: start(made.folder, made.title, made.home),
        lambda: start(shipped, title, bench.few.home),
    )
    for name, choose in (("median", median), ("min", min)):
        mine, other = (choose([seen.seconds for seen in each]) for each in (ours, alone))
        what = f"first text, no kept frame, {name} of {STARTS}"
        yield Point(what, _ms(mine), mine / other, f"{_ms(other)} shipped", TO_FIRST_TEXT)


def remembering(bench: Bench, made: Made) -> Iterator[Point]:
    """Memory with the library open and all of its claims listed, beside the shipped briefing."""
    found = []
    for path, home in ((made.folder, made.home), (_shipped(), bench.few.home)):
        with reading(home, path, "--section", "claims") as program:
            _ready(program)
            if path == made.folder:
                wait(program, WHOLE, 2.0)
                waits(program, [PAGE_DOWN, END])
            found.append(memory(program))
    ours, alone = found
    yield Point(
        "memory (PSS)",
        _mib(ours),
        (ours - alone) / MORE_BYTES,
        f"30 MiB more than {_mib(alone)} shipped",
        MEMORY_MORE,
    )


def moving(bench: Bench, made: Made) -> Iterator[Point]:
    """Keys that move, at all rows and at a hundred, by turns."""
    with _claims(bench.few) as few, _claims(made) as many:
        beside, moved = move([few, many])
    for name, here, there in zip(("down", "page down", "end"), moved, beside, strict=True):
        mine, other = (percentile([each.last for each in found]) for found in (here, there))
        yield Point(
            f"{name}, key to last byte, 95 % of {len(here)}",
            _ms(mine),
            mine / other,
            f"{_ms(other)} at 100 rows",
            AS_FEW,
        )


def choosing(bench: Bench, made: Made) -> Iterator[Point]:
    """A country taken, with all that is counted anew; and the counts shown to choose from."""
    world = world_for(shape_of(made.items))
    opened: list[Waits | None] = []
    taken: list[Waits | None] = []
    with _claims(made) as program:
        for code in world.countries[:COUNTRIES_TRIED]:
            opened += [wait(program, COUNTRY)]
            for letter in code.lower():
                wait(program, letter)
            taken += [wait(program, ENTER)]
            wait(program, ESCAPE)
            wait(program, CLEAR)
    yield _key("counts by country, key to last byte", opened)
    yield _key("country taken, key to last byte", taken)


def searching(bench: Bench, made: Made) -> Iterator[Point]:
    """Search as you type, with a country filter on and without, and as fast as anybody types."""
    world = world_for(shape_of(made.items))
    for name, words in (("", ()), (", with a country", ("--country", world.countries[0]))):
        with _claims(made, *words) as program:
            first, every = type_words(program, words_to_type(world))
            yield _key(f"search{name}, first letter to last byte", first)
            yield _key(f"search{name}, each letter to last byte", every)
            bursts = [burst(program, word) for word in ("government", "soldiers", "according")]
    yield _key("typed in a burst, longest until a letter shows", bursts, first=True)
    yield _key("typed in a burst, last letter to last byte", bursts)


_PYTHON: list[str | Path] = [sys.executable, "-m"]


@contextmanager
def _claims(made: Made, *words: str) -> Iterator[Program]:
    """The app with the claims of the whole library listed."""
    with reading(made.home, made.folder, "--section", "claims", *words) as program:
        _ready(program)
        wait(program, WHOLE, 2.0)
        yield program


def _ready(program: Program) -> None:
    """Come to the claims of a briefing, past the list of briefings where there are many."""
    shown = program.wait_for(lambda screen: "CLAIMS" in screen or " briefings " in screen)
    program.settle(1.0)
    if "CLAIMS" not in shown:
        program.send(CLAIMS)
        program.wait_for("CLAIMS")
        program.settle(1.0)


def _shipped() -> Path:
    return min(content_folder().glob("*/briefing.yaml")).parent


def _title_of(briefing: Path) -> str:
    lines = (briefing / "briefing.yaml").read_text(encoding="utf-8").splitlines()
    title = next(line for line in lines if line.startswith("title: "))
    return title.removeprefix("title: ")[:TITLE]


def _key(what: str, found: Sequence[Waits | None], *, first: bool = False) -> Point:
    answered = [each.first if first else each.last for each in found if each is not None]
    figure = percentile(answered) * 1000
    said = f"{figure:.1f} ms"
    if len(answered) < len(found):
        said += f" ({len(found) - len(answered)} unanswered)"
    what = f"{what}, 95 % of {len(found)}"
    return Point(what, said, figure / MOST_MS, f"{MOST_MS:.0f} ms", WITHIN)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


def _mib(size: float) -> str:
    return f"{size / 2**20:.1f} MiB"


def curves(most: int) -> str:
    """Measure every size up to ``most`` items, and set what was found as text."""
    points: dict[int, list[Point]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        processes = os.cpu_count() or 1
        bench = Bench(folder, make(folder / "few", FEW, 1), processes)
        for items in SIZES:
            if items <= most:
                points[items] = list(measure(bench, items))
    return set_curves(points)


def main() -> None:
    """Measure and print."""
    most = int(sys.argv[1].replace(",", "")) if sys.argv[1:] else USUAL
    print(LIBRARIES)
    print(curves(most))


if __name__ == "__main__":
    main()
