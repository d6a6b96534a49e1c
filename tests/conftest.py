"""What holds for every test: a home and a terminal of its own, and the same examples each time."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.configuration import set_hypothesis_home_dir
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

MATERIAL = Path(__file__).parent / "material"
TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
NOT_OURS = (
    *("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "COLUMNS", "LINES", "LC_ALL", "LC_CTYPE"),
    *("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "TMUX", "STY", "VTE_VERSION"),
    *("TERM_PROGRAM", "TERM_PROGRAM_VERSION"),
    *("TEXTUAL", "TEXTUAL_THEME", "TEXTUAL_COLOR_SYSTEM"),
)
"""Variables of whoever runs the tests that no test may depend on."""

EXAMPLES = 30
"""How many generated examples a property is tried on, so that all of them take seconds."""

MORE_EXAMPLES = "BRIEF_TUI_EXAMPLES"
"""The variable that asks for so many instead, other ones each time: a long look for a flaw."""


def pytest_configure(config: pytest.Config) -> None:
    """Let generated examples depend on the test alone: no clock, no order, no earlier run."""
    more = int(os.environ.get(MORE_EXAMPLES, "0"))
    settings.register_profile(
        "brief-tui",
        max_examples=more or EXAMPLES,
        derandomize=not more,
        database=None,
        deadline=None,
        print_blob=False,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("brief-tui")
    set_hypothesis_home_dir(config.rootpath / ".pytest_cache" / "hypothesis")
    # It would draw numbers and texts from those modules of ours that are loaded just now.
    pytest.MonkeyPatch().setattr(providers, "_get_local_constants", Constants)
    _ignore_no_signal_for_others()


def _ignore_no_signal_for_others() -> None:
    """Go on ignoring what this was started to ignore, as behind nohup, but let programs not.

    What is ignored stays so in a program that is started; what has a handler does not.
    """
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, lambda *_: None)


@pytest.fixture(autouse=True)
def _neither_home_nor_terminal_of_whoever_runs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / "home" / kind.lower()))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in NOT_OURS:
        monkeypatch.delenv(name, raising=False)
    for name, value in TERMINAL.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def corridor() -> Path:
    """The briefing made up for the tests."""
    return MATERIAL / "corridor.yaml"


@pytest.fixture
def ferry() -> Path:
    """The made-up briefing with competing hypotheses."""
    return MATERIAL / "ferry.yaml"
