"""What holds for every test: a home of its own, and a terminal that is always the same one."""

from __future__ import annotations

from pathlib import Path

import pytest

MATERIAL = Path(__file__).parent / "material"
TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
NOT_OURS = (
    *("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "COLUMNS", "LINES", "SSH_CONNECTION"),
    *("TMUX", "TERM_PROGRAM", "TEXTUAL", "TEXTUAL_THEME", "TEXTUAL_COLOR_SYSTEM"),
)
"""Variables of whoever runs the tests that no test may depend on."""


@pytest.fixture(autouse=True)
def _neither_home_nor_terminal_of_whoever_runs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / "home" / kind.lower()))
    for name in NOT_OURS:
        monkeypatch.delenv(name, raising=False)
    for name, value in TERMINAL.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def corridor() -> Path:
    """The briefing made up for the tests."""
    return MATERIAL / "corridor.yaml"
