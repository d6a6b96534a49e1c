"""``python -m bench``: measure, and print every figure with what it is compared with."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import median

from bench.first_frame import second_start
from bench.generate import generate
from bench.programs import Ran, in_turn, run
from bench.scale import LIBRARIES, USUAL, curves
from bench.screen import SETTLING, NoText, Seen, watch
from bench.table import Goal, Row, not_measured, set_table
from bench.weighty import generate_weighty
from bench.wire import MEASURED_ON, SIZES, drawing, wire
from brief_tui.shipped import content_folder

STARTS = 15
HELPS = 20
LOADS = 3
WARM_LOADS = 20
CLAIMS = 20_000

TEN_LINES = """\
from textual.app import App, ComposeResult
from textual.widgets import Static


class TenLines(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("The text of a ten-line app")


TenLines().run()
"""
TEN_LINES_TEXT = "The text of a ten-line app"

TO_FIRST_TEXT = Goal(1.3)
TO_HELP = Goal(4)
LOADING = Goal(3, at_most=False)

ITEMS = 5_000
FEWER, MORE = 1_000, 10_000
ANALYSIS_TURNS = 2
ANALYSIS_ROUNDS = 4
DRAWING_ROUNDS = 10
MOST_SECONDS = 0.1
MOST_SECONDS_OF_A_KEY = 0.016
WITHIN = Goal(1)
GROWTH = Goal(12)


class Bench:
    """What is measured, in a folder of its own and away from the reader's settings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        settings = ("XDG_", "PYTHON", "TEXTUAL", "NO_COLOR", "SSH_", "TMUX")
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith(settings)
        } | {"HOME": str(folder), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        if "PYTHONPATH" in os.environ:
            self.environment["PYTHONPATH"] = os.environ["PYTHONPATH"]
        script = Path(sys.executable).with_name("brief-tui")
        self.program: list[str | Path] = [sys.executable, "-m", "brief_tui"]
        if script.exists():
            self.program = [script]
        self.ten_lines = folder / "ten_lines.py"
        self.ten_lines.write_text(TEN_LINES, encoding="utf-8")
        head = min(content_folder().glob("*/briefing.yaml"))
        self.shipped = head.parent
        lines = head.read_text(encoding="utf-8").splitlines()
        title = next(line for line in lines if line.startswith("title: "))
        self.title = title.removeprefix("title: ")[:20]

    def start(self) -> Iterator[Row]:
        """The time to the first text, and what is in memory then."""
        ours, theirs = in_turn(STARTS, self._watch_ours, self._watch_ten_lines)
        for name, choose in (("min", min), ("median", median)):
            yield _compared(
                f"time to first text, {name} of {STARTS}",
                choose([seen.seconds for seen in ours]),
                choose([seen.seconds for seen in theirs]),
                "ten-line Textual app",
                TO_FIRST_TEXT,
            )
        mine, other = self._watch_ours(SETTLING), self._watch_ten_lines(SETTLING)
        yield Row(
            "peak memory of the app, shipped briefing open",
            _mib(mine.peak),
            f"{_mib(other.peak)} ten-line Textual app",
            mine.peak / other.peak,
        )

    def start_again(self) -> Iterator[Row]:
        """The time to the first text where the first frame was kept."""
        yield from second_start(
            [*self.program, self.shipped],
            self.title,
            (self.ten_lines, TEN_LINES_TEXT),
            self.environment,
            self.folder / "reader",
        )

    def help(self) -> Iterator[Row]:
        """``--help`` against a Python that does nothing."""
        ours, nothing = in_turn(
            HELPS,
            lambda: run([*self.program, "--help"], self.environment).seconds,
            lambda: run([sys.executable, "-c", "pass"], self.environment).seconds,
        )
        for name, choose in (("min", min), ("median", median)):
            what = f"brief-tui --help, {name} of {HELPS}"
            yield _compared(what, choose(ours), choose(nothing), "python -c pass", TO_HELP)

    def load_shipped(self) -> Iterator[Row]:
        """The shipped briefing, in a process that has read nothing yet, and again and again."""
        reports = [
            json.loads(self._load("ours", self.shipped, WARM_LOADS).output) for _ in range(LOADS)
        ]
        imports, first = (min(report[key] for report in reports) for key in ("imports", "first"))
        yield Row(f"loading the shipped briefing, min of {LOADS}, imports", _ms(imports))
        yield Row(f"loading the shipped briefing, min of {LOADS}, first, with PyYAML", _ms(first))
        warm = min(report["warm"] for report in reports)
        yield Row(f"loading the shipped briefing, min of {LOADS * WARM_LOADS}, warm", _ms(warm))

    def load_many(self) -> Iterator[Row]:
        """A large generated briefing against PyYAML's fastest loader."""
        file = self.folder / "generated.yaml"
        file.write_text(generate(CLAIMS), encoding="utf-8")
        ours, theirs = in_turn(
            LOADS, lambda: self._load("ours", file), lambda: self._load("yaml", file)
        )
        per_second, reference = (
            CLAIMS / min(json.loads(ran.output)["first"] for ran in found)
            for found in (ours, theirs)
        )
        yield Row(
            f"claims loaded and validated in a second, of {CLAIMS:,}, best of {LOADS}",
            f"{per_second:,.0f}",
            f"{reference:,.0f} yaml.load, CSafeLoader",
            per_second / reference,
            LOADING,
        )
        mine, other = (min(ran.peak for ran in found) for found in (ours, theirs))
        yield Row(
            f"peak memory of loading {CLAIMS:,} claims",
            _mib(mine),
            f"{_mib(other)} yaml.load, CSafeLoader",
            mine / other,
        )

    def analyse(self) -> Iterator[Row]:
        """Every analysis of a generated briefing, and how each grows with it."""
        files = {size: self.folder / f"weighty-{size}.yaml" for size in (FEWER, ITEMS, MORE)}
        for size, file in files.items():
            file.write_text(generate_weighty(size), encoding="utf-8")
        turns = [[self._analyse(file) for file in files.values()] for _ in range(ANALYSIS_TURNS)]
        for name in turns[0][0]:
            few, many, more = (
                min(turn[place][name] for turn in turns) for place in range(len(files))
            )
            yield _wanted(f"{name}, {ITEMS:,} items", many, MOST_SECONDS)
            yield Row(
                f"{name}, {MORE:,} items",
                _ms(more),
                f"{_ms(few)} {FEWER:,} items",
                more / few,
                GROWTH,
            )

    def _analyse(self, file: Path) -> dict[str, float]:
        rounds = str(ANALYSIS_ROUNDS)
        command: list[str | Path] = [sys.executable, "-m", "bench.analyses", file, rounds]
        seconds: dict[str, float] = json.loads(run(command, self.environment).output)
        return seconds

    def scroll(self) -> Iterator[Row]:
        """The matrix of many options: laying it out, and moving about in it."""
        file = self.folder / "weighty.yaml"
        file.write_text(generate_weighty(ITEMS), encoding="utf-8")
        rounds = str(ANALYSIS_ROUNDS)
        command: list[str | Path] = [sys.executable, "-m", "bench.matrix", file, rounds]
        report = json.loads(run(command, self.environment).output)
        layout, keys, options = report["layout"], report["keys"], report["options"]
        yield _wanted(f"laying out the matrix of {options} options", layout, MOST_SECONDS)
        middle = f"a key in the matrix of {options} options, median of {len(keys)}"
        yield _wanted(middle, median(keys), MOST_SECONDS_OF_A_KEY)
        yield Row(f"the slowest of these {len(keys)} keys", _ms(max(keys)))

    def send(self, size: tuple[int, int]) -> Iterator[Row]:
        """What goes to a terminal of this size, and what it takes to make that so little."""
        yield from wire(self.shipped, self.folder, size)
        columns, lines = map(str, size)
        rounds = str(DRAWING_ROUNDS)
        command: list[str | Path] = [sys.executable, "-m", "bench.drawing", self.shipped]
        report = run([*command, columns, lines, rounds], self.environment)
        yield from drawing(json.loads(report.output), size)

    def _watch_ours(self, settling: float = 0) -> Seen:
        command = [*self.program, self.shipped]
        return watch(command, self.title, self.environment, settling=settling)

    def _watch_ten_lines(self, settling: float = 0) -> Seen:
        return watch(
            [sys.executable, self.ten_lines],
            TEN_LINES_TEXT,
            self.environment,
            settling=settling,
        )

    def _load(self, way: str, path: Path, rounds: int = 0) -> Ran:
        command: list[str | Path] = [sys.executable, "-m", "bench.loading", way, path, str(rounds)]
        return run(command, self.environment)


def _compared(what: str, figure: float, reference: float, name: str, goal: Goal) -> Row:
    return Row(what, _ms(figure), f"{_ms(reference)} {name}", figure / reference, goal)


def _wanted(what: str, figure: float, most: float) -> Row:
    return Row(what, _ms(figure), f"{_ms(most)} wanted", figure / most, WITHIN)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


def _mib(size: float) -> str:
    return f"{size / 2**20:.1f} MiB"


def _rows(what: str, measure: Callable[[], Iterator[Row]]) -> list[Row]:
    print(f"measuring {what}", file=sys.stderr)
    rows: list[Row] = []
    try:
        rows.extend(measure())
    except (NoText, RuntimeError, OSError, ValueError, subprocess.SubprocessError) as error:
        rows.append(not_measured(what, str(error)))
    return rows


def _machine() -> str:
    processor = platform.processor() or platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
        processor = names[0] if names else processor
    except OSError:
        pass
    busy = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} × {processor}{busy}"


def main() -> None:
    """Measure and print."""
    print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {_machine()}")
    versions = ", ".join(f"{name} {version(name)}" for name in ("textual", "rich", "pyyaml"))
    print(f"{platform.python_implementation()} {platform.python_version()}, {versions}")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        rows = [
            *_rows("the start", bench.start),
            *_rows("the second start", bench.start_again),
            *_rows("--help", bench.help),
            *_rows("loading what ships", bench.load_shipped),
            *_rows(f"loading {CLAIMS:,} claims", bench.load_many),
            *_rows(f"analyses of {ITEMS:,} items", bench.analyse),
            *_rows("the matrix", bench.scroll),
        ]
        sent = [
            row for size in SIZES for row in _rows(f"the wire, {size}", partial(bench.send, size))
        ]
        print(f"brief-tui is run as {' '.join(Path(word).name for word in bench.program)}")
    print()
    print(set_table(rows))
    print()
    print(MEASURED_ON)
    print(set_table(sent))
    print()
    print(LIBRARIES)
    print(curves(int(os.environ.get("ITEMS") or USUAL)))


main()
