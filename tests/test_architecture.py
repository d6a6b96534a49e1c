"""What each command may load. The one-way imports themselves are import-linter's contracts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

PLAIN_COMMANDS = [
    ["--help"],
    ["--version"],
    ["show"],
    ["show", "--format", "json", "--country", "KR", "--search", "a"],
    ["check", "content"],
    ["schema"],
    ["themes"],
    ["paths"],
    ["completion", "zsh"],
    [],
]
"""The last is the reader itself where there is no terminal: it prints what ``show`` prints."""

WITHOUT_YAML = [["--help"], ["--version"], ["check", "--help"], ["completion", "bash"]]

REPORT = """
import json, sys
from brief_tui.cli.main import main
code = main(sys.argv[1:])
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""


def loaded_by(words: list[str]) -> set[str]:
    """Every module that a fresh process has loaded when a command is done."""
    done = subprocess.run(
        [sys.executable, "-c", REPORT, *words],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=True,
    )
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0, done.stderr
    return set(modules)


def packages(modules: set[str]) -> set[str]:
    """The top-level names of modules."""
    return {module.partition(".")[0] for module in modules}


@pytest.mark.parametrize("words", PLAIN_COMMANDS, ids=" ".join)
def test_plain_commands_never_load_textual(words: list[str]) -> None:
    modules = loaded_by(words)
    assert "brief_tui.cli.main" in modules
    assert "textual" not in packages(modules)


@pytest.mark.parametrize("words", WITHOUT_YAML, ids=" ".join)
def test_what_reads_no_briefing_loads_neither_yaml_nor_the_model(words: list[str]) -> None:
    modules = loaded_by(words)
    assert not packages(modules) & {"yaml", "rich", "textual"}
    assert "brief_tui.model.briefing" not in modules


def test_help_loads_little_more_than_argparse() -> None:
    modules = loaded_by(["--help"])
    assert not modules & {"dataclasses", "inspect", "pathlib", "typing", "difflib"}


def test_the_way_to_a_kept_frame_loads_next_to_nothing() -> None:
    way = "brief_tui.cli.main brief_tui.cli.kept_frames brief_tui.terminal.first_frame"
    report = "import json, sys; before = set(sys.modules); "
    report += "; ".join(f"import {name}" for name in way.split())
    report += "; print(json.dumps(sorted(sys.modules.keys() - before)))"
    done = subprocess.run(
        [sys.executable, "-c", report], capture_output=True, timeout=60, check=True
    )
    assert set(json.loads(done.stdout)) <= {
        *("__future__", "brief_tui", "brief_tui.cli", "brief_tui.cli.main", "brief_tui.cli.start"),
        *("brief_tui.cli.kept_frames", "brief_tui.cli.traces", "zlib"),
        *("brief_tui.terminal", "brief_tui.terminal.first_frame"),
        *("brief_tui.terminal.sealed", "brief_tui.terminal.unseen"),
    }


def test_the_map_of_the_code_names_every_room() -> None:
    rooms = {path.parent.name for path in (ROOT / "src" / "brief_tui").glob("*/__init__.py")}
    map_ = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert "model" in rooms
    assert {room for room in rooms if f"`{room}/`" not in map_} == set()
